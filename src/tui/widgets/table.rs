//! A table with one line chosen: columns aligned, those of least worth given up where room is short.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::cell::toned;
use super::list::Cursor;
use super::text;
use crate::report::table::{Cell, Table, Value};
use crate::report::{Laid, lay};
use crate::tui::look::Look;

/// Cells at the left of a line, for its mark.
const MARK: u16 = 2;

/// Cells between two columns.
const GAP: u16 = 2;

/// The part of a list that has been read.
#[derive(Debug, Clone, Copy)]
pub struct Part<'a> {
    /// Its lines.
    pub table: &'a Table,
    /// The list's line that the first of them is.
    pub first: usize,
    /// How many lines the list has.
    pub total: usize,
}

/// Draws the heads, and under them the lines in view.
pub fn draw(look: &Look, part: Part<'_>, cursor: Cursor, heads: Rect, lines: Rect, buf: &mut Buffer) {
    let view = cursor.view(part.total, lines.height.into());
    draw_lines(look, part, (view, Some(cursor.at())), heads, lines, buf);
}

/// Draws a table that is only read: as many of its lines as there is room for.
pub fn still(look: &Look, table: &Table, heads: Rect, lines: Rect, buf: &mut Buffer) {
    let total = table.rows.len();
    draw_lines(look, Part { table, first: 0, total }, (0..total, None), heads, lines, buf);
}

fn draw_lines(
    look: &Look,
    part: Part<'_>,
    (view, at): (Range<usize>, Option<usize>),
    heads: Rect,
    lines: Rect,
    buf: &mut Buffer,
) {
    let width = usize::from(lines.width.saturating_sub(MARK));
    let laid = lay(look.lang, &said(look, part.table), look.measure, Some(width));
    for (column, area) in laid.columns.iter().zip(places(&laid, heads)) {
        let put = if column.figures { text::right } else { text::left };
        put(buf, look.measure, area, &column.title, look.theme.dim);
    }
    for (row, line) in lines.rows().zip(view) {
        let chosen = Some(line) == at;
        let Some(read) = line.checked_sub(part.first).and_then(|at| laid.rows.get(at)) else { continue };
        buf.set_style(row, look.theme.selected_if(chosen));
        if chosen {
            text::left(buf, look.measure, row, "›", look.theme.within(chosen, look.theme.selected_mark));
        }
        for ((column, area), (words, tone)) in laid.columns.iter().zip(places(&laid, row)).zip(&read.cells) {
            let put = if column.figures { text::right } else { text::left };
            put(buf, look.measure, area, words, look.theme.within(chosen, toned(look, *tone)));
        }
    }
}

/// Where the columns stand in a line.
fn places(laid: &Laid, line: Rect) -> Vec<Rect> {
    let mut x = line.x + MARK;
    let mut place = |width: usize| {
        let area = Rect { x, width: width as u16, ..line }.intersection(line);
        x += width as u16 + GAP;
        area
    };
    laid.columns.iter().map(|column| place(column.width)).collect()
}

/// The table with its days said as they are from today.
fn said(look: &Look, table: &Table) -> Table {
    let mut table = table.clone();
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Value::Day(day) = cell.value {
            *cell = Cell::text(look.date(day)).toned(cell.tone);
        }
    }
    table
}
