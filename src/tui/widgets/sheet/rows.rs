//! The rows of a sheet at a width: what each says, before any is drawn.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Drawn, Line, Part, Sheet, Stands};
use crate::report::page::Block;
use crate::report::table::{Cell, Table};
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::widgets::cell::{spelled, toned};
use crate::tui::widgets::text;

/// Rows that a long text may take while the sheet is only looked at; who walks it reads all of it.
const GLANCE: usize = 4;

/// Cells between two columns of a table.
const GAP: u16 = 2;

/// Cells at the left of a line that stands for a record, for its mark.
const MARK: u16 = 2;

/// Cells at the left of what else is to be read of such a line.
const NOTE: u16 = 4;

/// One row.
pub enum Row<'a> {
    /// Between two parts.
    Blank,
    /// The title, or a heading.
    Title(&'a str),
    /// Words.
    Words(String),
    /// What is known: its name, where it is the first row of it, and the words beside it.
    Fact(&'a str, u16, String, Style),
    /// Cells of a table: from which column on, what.
    Cells(Vec<(u16, String, Style)>),
    /// What stands for a record, and what of its words stands beside the word about it.
    Line(&'a Line, String),
    /// The rest of those words.
    More(String),
    /// What is drawn in pieces.
    Drawn(&'a Drawn),
    /// What else is to be read of the line above.
    Note(String),
}

/// The rows of a sheet; long texts in full only where it is `walked`.
pub fn rows<'a>(look: &Look, sheet: &'a Sheet, width: u16, walked: bool) -> Vec<Row<'a>> {
    let mut rows: Vec<Row<'a>> = titled(&sheet.title).into_iter().collect();
    for part in &sheet.parts {
        match part {
            Part::Block(Block::Heading(words)) => rows.extend([Row::Blank, Row::Title(words)]),
            Part::Block(Block::Paragraph(words)) => {
                rows.extend(text::wrapped(look.measure, words, width.into()).into_iter().map(Row::Words));
            }
            Part::Block(Block::List(things)) => {
                let items = things.iter().map(|thing| format!("- {thing}"));
                let lines = items.flat_map(|item| text::wrapped(look.measure, &item, width.into()));
                rows.extend(lines.map(Row::Words));
            }
            // A terminal has no room for what is drawn for paper.
            Part::Block(Block::Picture(_)) => {}
            Part::Block(Block::Facts(facts)) => put_facts(&mut rows, look, facts, width, walked),
            Part::Block(Block::Table(table)) => rows.extend(table_rows(look, table)),
            Part::Drawn(heading, lines) => {
                if !rows.is_empty() {
                    rows.push(Row::Blank);
                }
                rows.extend(titled(heading));
                rows.extend(lines.iter().map(Row::Drawn));
            }
            Part::Lines(heading, lines) => {
                if !rows.is_empty() {
                    rows.push(Row::Blank);
                }
                rows.extend(titled(heading));
                for (line, notes) in lines {
                    let mut words = words_of(look, line, width).into_iter();
                    rows.push(Row::Line(line, words.next().unwrap_or_default()));
                    rows.extend(words.map(Row::More));
                    let room = usize::from(width.saturating_sub(NOTE));
                    let lines = notes.iter().flat_map(|note| note.lines());
                    rows.extend(
                        lines.flat_map(|note| text::wrapped(look.measure, note, room)).map(Row::Note),
                    );
                }
            }
        }
    }
    rows
}

/// A name and a value a row; a long text takes some rows more.
fn put_facts<'a>(
    rows: &mut Vec<Row<'a>>,
    look: &Look,
    facts: &'a [(String, Cell)],
    width: u16,
    walked: bool,
) {
    let names = facts.iter().map(|(name, _)| look.measure.width(name)).max().unwrap_or(0) as u16 + 2;
    let names = names.min(width / 2);
    let room = usize::from(width - names);
    for (name, cell) in facts {
        let words = spelled(look, cell, room);
        let mut lines: Vec<String> =
            words.lines().flat_map(|line| text::wrapped(look.measure, line, room)).collect();
        if !walked && lines.len() > GLANCE {
            lines.truncate(GLANCE);
            lines.last_mut().into_iter().for_each(|line| line.push_str(" …"));
        }
        let style = toned(look, cell.tone);
        let name_of = |at: usize| if at == 0 { name.as_str() } else { "" };
        rows.extend(
            lines.into_iter().enumerate().map(|(at, line)| Row::Fact(name_of(at), names, line, style)),
        );
    }
}

fn table_rows<'a>(look: &Look, table: &Table) -> Vec<Row<'a>> {
    let words = |cell: &Cell| spelled(look, cell, 12);
    let widest = |at: usize| {
        let cells = table.rows.iter().filter_map(|row| row.cells.get(at));
        cells.map(|cell| look.measure.width(&words(cell)) as u16).max().unwrap_or(0)
    };
    let widths: Vec<u16> = (0..table.columns.len()).map(widest).collect();
    let row = |cells: &[Cell]| {
        let mut x = 0;
        let placed = cells.iter().zip(&widths).map(|(cell, width)| {
            let place = x;
            x += width + GAP;
            (place, words(cell), toned(look, cell.tone))
        });
        Row::Cells(placed.collect())
    };
    table.rows.iter().map(|line| row(&line.cells)).collect()
}

impl Row<'_> {
    /// Draws it; `chosen` where one stands on it.
    pub fn draw(&self, look: &Look, chosen: bool, row: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        let from = |x: u16| Rect { x: row.x + x, width: row.width.saturating_sub(x), ..row };
        match self {
            Row::Blank => {}
            Row::Title(words) => {
                text::left(buf, look.measure, row, words, theme.title);
            }
            Row::Words(words) => {
                text::left(buf, look.measure, row, words, Style::new());
            }
            Row::Fact(name, names, words, style) => {
                let left = Rect { width: names.saturating_sub(1).min(row.width), ..row };
                text::left(buf, look.measure, left, name, theme.dim);
                text::left(buf, look.measure, from(*names), words, *style);
            }
            Row::Cells(cells) => {
                for (x, words, style) in cells.iter().filter(|(x, ..)| *x < row.width) {
                    text::left(buf, look.measure, from(*x), words, *style);
                }
            }
            Row::Note(words) => {
                text::left(buf, look.measure, from(NOTE), words, theme.dim);
            }
            Row::More(words) => {
                text::left(buf, look.measure, from(MARK), words, Style::new());
            }
            Row::Drawn(line) => {
                mark_row(look, chosen, row, buf);
                line.draw(look, chosen, from(MARK), buf);
            }
            Row::Line(line, words) => draw_line(look, (line, words), chosen, row, from(MARK), buf),
        }
    }
}

/// The words of a line, row by row: what a plan says is told in full, a name takes one row.
fn words_of(look: &Look, line: &Line, width: u16) -> Vec<String> {
    let is_told = matches!(&line.stands_for, Some(Stands::Entry(Entry { kind: Kind::Plan(_), .. })));
    if !is_told {
        return vec![line.what.clone()];
    }
    let inner = width.saturating_sub(MARK);
    let taken = look.measure.width(&about_of(look, line, inner));
    let gap = if taken > 0 { 2 } else { 0 };
    let words = line.what.trim_start();
    let indent = " ".repeat(line.what.len() - words.len());
    let room = usize::from(inner).saturating_sub(taken + gap + indent.len()).max(1);
    text::wrapped(look.measure, words, room).into_iter().map(|words| format!("{indent}{words}")).collect()
}

/// As much of the word about a line as leaves room for the line's own.
fn about_of(look: &Look, line: &Line, inner: u16) -> String {
    look.measure.cut(&line.about, usize::from(inner * 3 / 5)).into_owned()
}

/// Marks the row at which one stands.
fn mark_row(look: &Look, chosen: bool, row: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    buf.set_style(row, theme.selected_if(chosen));
    if chosen {
        text::left(buf, look.measure, row, "›", theme.within(chosen, theme.selected_mark));
    }
}

/// A heading, where there is one.
fn titled(words: &str) -> Option<Row<'_>> {
    Some(words).filter(|words| !words.is_empty()).map(Row::Title)
}

fn draw_line(
    look: &Look,
    (line, words): (&Line, &str),
    chosen: bool,
    row: Rect,
    inner: Rect,
    buf: &mut Buffer,
) {
    let theme = &look.theme;
    mark_row(look, chosen, row, buf);
    let about = about_of(look, line, inner.width);
    let taken = text::right(buf, look.measure, inner, &about, theme.within(chosen, line.style));
    let gap = if taken > 0 { 2 } else { 0 };
    let left = Rect { width: inner.width.saturating_sub(taken + gap), ..inner };
    text::left(buf, look.measure, left, words, Style::new());
}
