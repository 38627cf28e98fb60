//! One frame: header, screen, message line, keys, and the dialogs over them.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect, Size};

use super::app::App;
use super::look::{SMALLEST, is_too_small, room};
use super::tour;
use super::widgets::{ascii, follow, footer, frame, header, message, text};
use crate::domain::text::harmless_line;
use crate::tr;

/// Draws everything; returns where the text cursor stands, if anything takes text.
pub fn draw(app: &App, whole: Rect, buf: &mut Buffer) -> Option<Position> {
    let panel = app.panel();
    let (area, beneath) = if panel.is_some() { tour::part(whole) } else { (whole, Rect::default()) };
    let cursor = if is_too_small(area) {
        draw_too_small(app, area, buf);
        None
    } else {
        let typed = draw_screen(app, area, buf);
        let cursor = if app.dialogs.is_empty() { typed } else { draw_dialogs(app, room(area), buf) };
        if let Some(panel) = &panel {
            tour::draw(&app.look, panel, beneath, buf);
        }
        cursor
    };
    make_harmless(buf);
    if app.look.ascii {
        ascii::replace_pictures(buf, whole);
    }
    cursor
}

/// Takes out of every cell what steers the terminal or covers other cells: all our own texts came through a door,
/// but a book may have been written by another program.
fn make_harmless(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if cell.symbol().is_ascii() {
            continue;
        }
        if let Cow::Owned(mut symbol) = harmless_line(cell.symbol()) {
            if symbol.is_empty() {
                symbol.push(' ');
            }
            cell.set_symbol(&symbol);
        }
    }
}

fn draw_screen(app: &App, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let look = &*app.screen_look();
    let bars = [Constraint::Length(1), Constraint::Fill(1), Constraint::Length(1), Constraint::Length(1)];
    let [top, middle, said, keys] = Layout::vertical(bars).areas(area);
    let (tabs, shown) = app.tabs(look);
    let book = match app.is_demonstration {
        true => tr!(look.lang, "books.demonstration", book = app.book_name).into_owned(),
        false => app.book_name.clone(),
    };
    header::draw(look, &tabs, shown, &book, top, buf);
    let cursor = app.screen().draw(look, middle, buf);
    for word in app.marked_words() {
        if word.stands_in(buf) {
            buf.set_style(word.at, look.theme.changed());
        }
    }
    if let Some((typed, next)) = app.pending() {
        follow::draw(look, &typed, &next, said, middle, buf);
    } else if let Some(notice) = &app.notice {
        // A dialog stands where the notice would rise to.
        let draw = if app.dialogs.is_empty() { message::draw_rising } else { message::draw };
        draw(look, notice, said, buf);
    }
    footer::draw(look, &app.hints(), keys, buf);
    cursor
}

fn draw_dialogs(app: &App, over: Rect, buf: &mut Buffer) -> Option<Position> {
    let mut cursor = None;
    for dialog in &app.dialogs {
        let wanted = dialog.wants(&app.look);
        let outside = match dialog.over() {
            Some(cells) => frame::at(cells, wanted, over),
            None => frame::around(wanted, over),
        };
        let foot = dialog.foot(&app.look, outside.height.saturating_sub(2));
        let inside = frame::draw(&app.look, &dialog.title(&app.look), &foot, outside, buf);
        cursor = dialog.draw(&app.look, inside, buf);
    }
    cursor
}

/// Below the smallest size a kind word, as much of it as fits.
fn draw_too_small(app: &App, area: Rect, buf: &mut Buffer) {
    let Size { width, height } = SMALLEST;
    let (here, high) = (area.width, area.height);
    let words =
        tr!(app.look.lang, "notice.too_small", width = width, height = height, here = here, high = high);
    let lines = text::wrapped(app.look.measure, &words, area.width.max(2).into());
    let top = area.height.saturating_sub(lines.len() as u16) / 2;
    let rows = Rect { y: area.y + top, height: area.height - top, ..area };
    for (row, line) in rows.rows().zip(&lines) {
        text::centred(buf, app.look.measure, row, line, app.look.theme.dim);
    }
}
