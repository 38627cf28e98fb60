//! How the day stands on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::TodayScreen;
use super::group::{Group, Line, kind, lines};
use crate::store::view::today::Due;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::{beside, ways};
use crate::tui::widgets::due::due;
use crate::tui::widgets::{empty, text};

/// Cells of a day and of the word for what is due.
const DAY: u16 = 12;
const KIND: u16 = 15;

/// The parts of the screen.
pub struct Parts {
    /// The lines.
    pub rows: Rect,
    /// The detail, where it is shown.
    pub detail: Option<Rect>,
}

impl Parts {
    /// Shares out `area`.
    pub fn of(area: Rect, open: bool) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let top = u16::from(inner.height >= 12);
        let inner = Rect { y: inner.y + top, height: inner.height.saturating_sub(top), ..inner };
        let (rows, detail) = beside(inner, open);
        Parts { rows, detail }
    }
}

impl TodayScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        if self.due.is_empty() {
            let (title, words) = match self.is_empty {
                true => (tr!(look.lang, "today.empty_title"), tr!(look.lang, "today.empty_words")),
                false => (tr!(look.lang, "today.free_title"), tr!(look.lang, "today.free_words")),
            };
            let ways = if self.is_empty { ways(look) } else { Vec::new() };
            return empty::draw(look, &title, &words, &ways, area, buf);
        }
        let parts = Parts::of(area, self.detail.is_open());
        if let Some(detail) = parts.detail {
            self.detail.draw_beside(look, detail, buf);
            if detail.x == parts.rows.x {
                return;
            }
        }
        let lines = lines(&self.due, look.today);
        let height = usize::from(parts.rows.height);
        let chosen = lines.iter().position(|line| *line == Line::Due(self.cursor.at())).unwrap_or(0);
        // The chosen line stays in the middle where the list is longer than the screen.
        let top = chosen.saturating_sub(height / 2).min(lines.len().saturating_sub(height));
        for (row, line) in parts.rows.rows().zip(&lines[top..]) {
            match line {
                Line::Blank => {}
                Line::Head(group, number) => draw_head(look, *group, *number, row, buf),
                Line::Due(at) => {
                    let chosen = *at == self.cursor.at();
                    // Where the detail is walked the line only says what the detail is of.
                    buf.set_style(row, look.theme.selected_if(chosen && !self.detail.is_walked()));
                    draw_due(look, &self.due[*at], chosen, row, buf);
                }
            }
        }
    }
}

fn draw_head(look: &Look, group: Group, number: usize, row: Rect, buf: &mut Buffer) {
    let words = group.words(look.lang);
    let style =
        if group == Group::Overdue { look.theme.bad.patch(look.theme.title) } else { look.theme.title };
    text::pieces(buf, look.measure, row, &[(&words, style), (&format!("  {number}"), look.theme.dim)]);
}

fn draw_due(look: &Look, one: &Due, chosen: bool, row: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    if chosen {
        text::left(buf, look.measure, row, "›", theme.within(chosen, theme.selected_mark));
    }
    let with_kind = row.width >= 70;
    let kinds = if with_kind { KIND + 2 } else { 0 };
    let rest = row.width.saturating_sub(2 + DAY + 2 + kinds + 2);
    let words = rest * 45 / 100;
    let at = |x: u16, width: u16| Rect { x: row.x + x, width, ..row }.intersection(row);
    let (sign, style) = due(look, one.on);
    let day = format!("{sign}{}", look.date(one.on));
    text::left(buf, look.measure, at(2, DAY), &day, theme.within(chosen, style));
    if with_kind {
        let kind = kind(look.lang, one.kind);
        text::left(buf, look.measure, at(4 + DAY, KIND), &kind, theme.within(chosen, theme.dim));
    }
    text::left(buf, look.measure, at(4 + DAY + kinds, words), &one.text, Style::new());
    // What the words say already is not said twice.
    let about: Vec<&str> = [one.deal.as_ref(), one.contact.as_ref(), one.account.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .filter(|name| *name != one.text)
        .collect();
    let last = at(4 + DAY + kinds + words + 2, rest - words);
    text::left(buf, look.measure, last, &about.join(" · "), theme.within(chosen, theme.dim));
}
