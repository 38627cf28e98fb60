//! Four cells around a cross of thin rules, each a list under its title; one above the other where there is
//! no room beside.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Cells under which two columns are too narrow to read.
const NARROW: u16 = 44;
/// Stands before the title of a cell that counts most.
pub const HEAVY: &str = "◆";

/// One of the four cells.
#[derive(Debug, Clone, Default)]
pub struct Quarter {
    /// What it is called.
    pub title: String,
    /// A word on what belongs there, after the title where there is room.
    pub about: String,
    /// What it comes to, at the right.
    pub figure: String,
    /// Whether it counts more than others.
    pub is_heavy: bool,
    /// What stands in it.
    pub items: Vec<Item>,
}

/// A line of a cell.
#[derive(Debug, Clone, Default)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// A mark before it, such as its stars; as wide in every item of a picture.
    pub mark: String,
    /// What there is to say about it, where there is room.
    pub note: String,
    /// Whether it is the chosen one.
    pub is_chosen: bool,
}

/// Draws four cells, in the order of reading.
pub fn draw(look: &Look, quarters: &[Quarter; 4], area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if area.width < NARROW {
        return stack(look, quarters, area, buf);
    }
    let left = (area.width - 3) / 2;
    let above = area.height.saturating_sub(1) / 2;
    let (x, y) = (area.x + left + 1, area.y + above);
    for row in area.top()..area.bottom() {
        buf.set_string(x, row, "│", look.theme.rule);
    }
    for column in area.left()..area.right() {
        buf.set_string(column, y, if column == x { "┼" } else { "─" }, look.theme.rule);
    }
    let cell = |column: u16, row: u16| Rect {
        x: if column == 0 { area.x } else { x + 2 },
        width: if column == 0 { left } else { area.right().saturating_sub(x + 2) },
        y: if row == 0 { area.y } else { y + 1 },
        height: if row == 0 { above } else { area.bottom().saturating_sub(y + 1) },
    };
    for (quarter, (column, row)) in quarters.iter().zip([(0, 0), (1, 0), (0, 1), (1, 1)]) {
        draw_quarter(look, quarter, cell(column, row), buf);
    }
}

/// The four cells one above the other: each gets what it needs, as far as a title and a line are left for
/// those after it.
fn stack(look: &Look, quarters: &[Quarter; 4], area: Rect, buf: &mut Buffer) {
    let mut y = area.y;
    for (number, quarter) in quarters.iter().enumerate() {
        let rest = area.bottom().saturating_sub(y);
        let after = 2 * (3 - number as u16);
        let needed = u16::try_from(quarter.items.len().max(1)).unwrap_or(u16::MAX).saturating_add(1);
        let height = needed.min(rest.saturating_sub(after).max(2)).min(rest);
        draw_quarter(look, quarter, Rect { y, height, ..area }, buf);
        y += height;
    }
}

/// Draws one cell: its title, then as many of its items as there is room for.
fn draw_quarter(look: &Look, quarter: &Quarter, area: Rect, buf: &mut Buffer) {
    if area.is_empty() {
        return;
    }
    let theme = &look.theme;
    let line = Rect { height: 1, ..area };
    let figure = text::right(buf, look.measure, line, &quarter.figure, theme.figure);
    let mark = if quarter.is_heavy { format!("{HEAVY} ") } else { String::new() };
    let title = Rect { width: line.width.saturating_sub(figure + 1), ..line };
    // What explains gives way whole.
    let taken = look.measure.width(&mark) + look.measure.width(&quarter.title);
    let about = match taken + 2 + look.measure.width(&quarter.about) <= usize::from(title.width) {
        true => format!("  {}", quarter.about),
        false => String::new(),
    };
    let pieces = [(mark.as_str(), theme.accent), (quarter.title.as_str(), theme.title), (&about, theme.dim)];
    text::pieces(buf, look.measure, title, &pieces);
    let below = Rect { y: area.y + 1, height: area.height - 1, ..area };
    draw_items(look, &quarter.items, below, buf);
}

fn draw_items(look: &Look, items: &[Item], area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    if items.is_empty() {
        text::left(buf, look.measure, area, &tr!(look.lang, "picture.empty_cell"), theme.dim);
        return;
    }
    let room = usize::from(area.height);
    let mark = items.iter().map(|item| look.measure.width(&item.mark)).max().unwrap_or_default();
    let indent = 2 + if mark == 0 { 0 } else { mark + 1 };
    let cells = usize::from(area.width).saturating_sub(indent).max(1);
    let told = told(look, items, cells, room);
    let fits = if items.len() <= room { items.len() } else { room.saturating_sub(1).max(1) };
    let chosen = items.iter().position(|item| item.is_chosen).unwrap_or_default();
    let first = (chosen + 1).saturating_sub(fits.max(1));
    let mut y = area.y;
    for (item, lines) in items.iter().zip(&told).skip(first).take(fits) {
        for (number, (words, style)) in lines.iter().enumerate() {
            let row = Rect { y, height: 1, ..area }.intersection(area);
            buf.set_style(row, theme.selected_if(item.is_chosen));
            if number == 0 {
                let sign = if item.is_chosen { "› " } else { "  " };
                let sign = (sign, theme.within(item.is_chosen, theme.selected_mark));
                let stars = (item.mark.as_str(), theme.within(item.is_chosen, theme.warn));
                text::pieces(buf, look.measure, row, &[sign, stars]);
            }
            let from = (indent as u16).min(row.width);
            let rest = Rect { x: row.x + from, width: row.width - from, ..row };
            text::left(buf, look.measure, rest, words, theme.within(item.is_chosen, *style));
            y += 1;
        }
    }
    let hidden = items.len() - fits;
    if hidden > 0 && room > fits {
        let row =
            Rect { x: area.x + 2, y: area.bottom() - 1, width: area.width.saturating_sub(2), height: 1 };
        text::left(buf, look.measure, row, &tr!(look.lang, "picture.more", number = hidden), theme.dim);
    }
}

/// The lines of each item: all its words and its note where there is room for everybody's, else its words,
/// else what of them goes on one line.
fn told(look: &Look, items: &[Item], cells: usize, room: usize) -> Vec<Vec<(String, Style)>> {
    let wrapped = |words: &str, style: Style| {
        let lines = text::wrapped(look.measure, words, cells).into_iter();
        lines.filter(|line| !line.is_empty()).map(move |line| (line, style))
    };
    let words: Vec<Vec<(String, Style)>> =
        items.iter().map(|item| wrapped(&item.text, Style::new()).collect()).collect();
    let noted = |(item, lines): (&Item, &Vec<(String, Style)>)| {
        lines.iter().cloned().chain(wrapped(&item.note, look.theme.dim)).collect::<Vec<_>>()
    };
    let with_notes: Vec<Vec<(String, Style)>> = items.iter().zip(&words).map(noted).collect();
    let lines = |told: &[Vec<(String, Style)>]| told.iter().map(Vec::len).sum::<usize>();
    if lines(&with_notes) <= room {
        with_notes
    } else if lines(&words) <= room {
        words
    } else {
        items.iter().map(|item| vec![(item.text.clone(), Style::new())]).collect()
    }
}
