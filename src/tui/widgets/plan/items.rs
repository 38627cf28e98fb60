//! The items of a cell: what each says, as far as there is room, and the line that is typed among them.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::grid::{Item, Quarter};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Cells before an item, for the mark of the chosen one.
const MARK: u16 = 2;

/// Lines of an item, each with its style.
type Lines = Vec<(String, Style)>;

/// Draws the items of a cell, with the chosen one in view; returns where the cursor stands, if one types.
pub fn draw_items(look: &Look, quarter: &Quarter<'_>, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let items = &quarter.items;
    if area.is_empty() {
        return None;
    }
    if items.is_empty() {
        draw_empty(look, quarter.is_here, area, buf);
        return None;
    }
    let room = usize::from(area.height);
    let told = told(look, items, area);
    let fits = if items.len() <= room { items.len() } else { room.saturating_sub(1).max(1) };
    let chosen = items.iter().position(|item| item.is_chosen).unwrap_or_default();
    let first = (chosen + 1).saturating_sub(fits);
    let mut cursor = None;
    let mut y = area.y;
    for (item, lines) in items.iter().zip(&told).skip(first).take(fits) {
        let height = (lines.len() as u16).min(area.bottom().saturating_sub(y));
        let place = Rect { y, height, ..area };
        cursor = draw_item(look, item, lines, indent(look, items), place, buf).or(cursor);
        y += height;
    }
    let hidden = items.len() - fits;
    if hidden > 0 && room > fits {
        let row = Rect { y: area.bottom() - 1, height: 1, ..area };
        text::left(
            buf,
            look.measure,
            inner(row),
            &tr!(look.lang, "picture.more", number = hidden),
            look.theme.dim,
        );
    }
    cursor
}

/// Whether all that is to be said about the items of a cell goes into an area.
pub fn tells_notes(look: &Look, items: &[Item<'_>], area: Rect) -> bool {
    lines_of(&with_notes(look, items, area)) <= usize::from(area.height)
}

/// A cell in which nothing stands: that it is so or, where one stands in it, how something comes there.
fn draw_empty(look: &Look, is_here: bool, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let row = Rect { height: 1, ..area };
    buf.set_style(row, theme.selected_if(is_here));
    let words = match is_here {
        true => tr!(look.lang, "record.fill_in"),
        false => tr!(look.lang, "picture.empty_cell"),
    };
    if is_here {
        text::left(buf, look.measure, row, "›", theme.within(true, theme.selected_mark));
    }
    text::left(buf, look.measure, inner(row), &words, theme.within(is_here, theme.dim));
}

fn draw_item(
    look: &Look,
    item: &Item<'_>,
    lines: &Lines,
    indent: u16,
    area: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let theme = &look.theme;
    let mut cursor = None;
    for ((row, (words, style)), number) in area.rows().zip(lines).zip(0..) {
        let from = indent.min(row.width);
        let rest = Rect { x: row.x + from, width: row.width - from, ..row };
        buf.set_style(row, theme.selected_if(item.is_chosen));
        if number == 0 {
            let sign = if item.is_chosen { "› " } else { "  " };
            let sign = (sign, theme.within(item.is_chosen, theme.selected_mark));
            let stars = (item.mark.as_str(), theme.within(item.is_chosen, theme.warn));
            text::pieces(buf, look.measure, row, &[sign, stars]);
        }
        match item.typed {
            Some(typed) => {
                cursor = typed.draw(rest, buf, theme.selected_if(true));
                if typed.raw().is_empty() {
                    // Behind the cursor, which stands in the first cell.
                    let hint = Rect { x: rest.x + 1, width: rest.width.saturating_sub(1), ..rest };
                    text::left(buf, look.measure, hint, &item.note, theme.within(true, theme.dim));
                }
            }
            None => {
                text::left(buf, look.measure, rest, words, theme.within(item.is_chosen, *style));
            }
        }
    }
    cursor
}

/// The lines of each item: all its words and its note where there is room for everybody's, else its words,
/// else what of them goes on one line; of the chosen one as much as there is room for then.
fn told(look: &Look, items: &[Item<'_>], area: Rect) -> Vec<Lines> {
    let room = usize::from(area.height);
    for told in [with_notes(look, items, area), in_full(look, items, area)] {
        if lines_of(&told) <= room {
            return told;
        }
    }
    let spare = room.saturating_sub(items.len());
    let full = in_full(look, items, area);
    let line = |(item, full): (&Item<'_>, Lines)| match item.is_chosen && full.len() <= spare + 1 {
        true => full,
        false => vec![(item.text.clone(), Style::new())],
    };
    items.iter().zip(full).map(line).collect()
}

fn in_full(look: &Look, items: &[Item<'_>], area: Rect) -> Vec<Lines> {
    let cells = usize::from(area.width.saturating_sub(indent(look, items))).max(1);
    let lines = |item: &Item<'_>| match item.typed {
        Some(_) => vec![(String::new(), Style::new())],
        None => wrapped(look, &item.text, cells, Style::new()),
    };
    items.iter().map(lines).collect()
}

fn with_notes(look: &Look, items: &[Item<'_>], area: Rect) -> Vec<Lines> {
    let cells = usize::from(area.width.saturating_sub(indent(look, items))).max(1);
    let mut told = in_full(look, items, area);
    for (item, lines) in items.iter().zip(&mut told).filter(|(item, _)| item.typed.is_none()) {
        lines.extend(
            wrapped(look, &item.note, cells, look.theme.dim).into_iter().filter(|(line, _)| !line.is_empty()),
        );
    }
    told
}

fn wrapped(look: &Look, words: &str, cells: usize, style: Style) -> Lines {
    let lines = words.lines().flat_map(|line| text::wrapped(look.measure, line, cells));
    lines.map(|line| (line, style)).collect()
}

fn lines_of(told: &[Lines]) -> usize {
    told.iter().map(Vec::len).sum()
}

/// Cells before the words of an item: as many for each.
fn indent(look: &Look, items: &[Item<'_>]) -> u16 {
    let mark = items.iter().map(|item| look.measure.width(&item.mark)).max().unwrap_or_default() as u16;
    MARK + if mark == 0 { 0 } else { mark + 1 }
}

fn inner(row: Rect) -> Rect {
    Rect { x: row.x + MARK.min(row.width), width: row.width.saturating_sub(MARK), ..row }
}
