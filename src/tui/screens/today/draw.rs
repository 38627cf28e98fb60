//! How the day stands on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::TodayScreen;
use super::group::{Group, Line};
use crate::report::due_words;
use crate::store::view::today::Due;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::{beside, ways};
use crate::tui::widgets::due::due;
use crate::tui::widgets::{empty, text};

/// Cells of a day and of the word for what is due.
const DAY: u16 = 12;
const KIND: u16 = 15;

/// The key that shows what is put off, as the table of actions has it.
const SNOOZED_KEY: &str = "Z";

/// The parts of the screen.
pub struct Parts {
    /// The lines.
    pub rows: Rect,
    /// The detail, where it is shown.
    pub detail: Option<Rect>,
    /// Under the lines, where something is put off.
    pub foot: Option<Rect>,
}

impl Parts {
    /// Shares out `area`.
    pub fn of(area: Rect, open: bool, with_foot: bool) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let top = u16::from(inner.height >= 12);
        let inner = Rect { y: inner.y + top, height: inner.height.saturating_sub(top), ..inner };
        let (rows, detail) = beside(inner, open);
        if !with_foot || rows.height < 4 {
            return Parts { rows, detail, foot: None };
        }
        let foot = Rect { y: rows.bottom() - 1, height: 1, ..rows };
        Parts { rows: Rect { height: rows.height - 2, ..rows }, detail, foot: Some(foot) }
    }
}

impl TodayScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let parts = self.parts(area);
        let groups = self.groups();
        if groups.members() == 0 {
            let (title, words) = match self.is_empty {
                true => (tr!(look.lang, "today.empty_title"), tr!(look.lang, "today.empty_words")),
                false => (tr!(look.lang, "today.free_title"), tr!(look.lang, "today.free_words")),
            };
            let ways = if self.is_empty { ways(look) } else { additions(look) };
            empty::draw(look, &title, &words, &ways, area, buf);
            return self.draw_foot(look, &parts, buf);
        }
        if let Some(detail) = parts.detail {
            self.detail.draw_beside(look, detail, buf);
            if detail.x == parts.rows.x {
                return;
            }
        }
        let top = self.top(parts.rows.height.into());
        for (row, line) in parts.rows.rows().zip(top..) {
            match groups.line(line) {
                Some(Line::Head(group, number)) => self.draw_head(look, group, number, row, buf),
                Some(Line::Due(member)) => {
                    if let Some(due) = self.window.line(member) {
                        let chosen = member == self.cursor.at();
                        // Where the detail is walked the line only says what the detail is of.
                        buf.set_style(row, look.theme.selected_if(chosen && !self.detail.is_walked()));
                        draw_due(look, due, chosen, row, buf);
                    }
                }
                Some(Line::Blank) | None => {}
            }
        }
        self.draw_foot(look, &parts, buf);
    }

    /// The name of a group, and how many are in it: so far, where they are still counted.
    fn draw_head(&self, look: &Look, group: Group, number: usize, row: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        let style = if group == Group::Overdue { theme.bad.patch(theme.title) } else { theme.title };
        let so_far = if self.counts.and_more { "+" } else { "" };
        let pieces = [(&*group.words(look.lang), style), (&format!("  {number}{so_far}"), theme.dim)];
        text::pieces(buf, look.measure, row, &pieces);
    }

    /// How much is put off, and the key that shows or hides it.
    fn draw_foot(&self, look: &Look, parts: &Parts, buf: &mut Buffer) {
        let Some(row) = parts.foot else { return };
        let lang = look.lang;
        let number = match self.counts.snoozed {
            1 => tr!(lang, "today.one_snoozed"),
            number => tr!(lang, "today.snoozed", number = number).into_owned().into(),
        };
        let way = match self.with_snoozed {
            true => tr!(lang, "today.hide_snoozed"),
            false => tr!(lang, "today.show_snoozed"),
        };
        let theme = &look.theme;
        let row = Rect { x: row.x + 1, width: row.width.saturating_sub(1), ..row };
        let pieces = [
            (number.as_ref(), theme.dim),
            ("  ", theme.dim),
            (SNOOZED_KEY, theme.key),
            (" ", theme.dim),
            (way.as_ref(), theme.dim),
        ];
        text::pieces(buf, look.measure, row, &pieces);
    }
}

/// What can be written down, on a day with nothing to do.
fn additions(look: &Look) -> Vec<(String, String)> {
    let ways = [
        ("a t", tr!(look.lang, "today.add_task")),
        ("a c", tr!(look.lang, "today.add_commitment")),
        ("a s", tr!(look.lang, "today.add_special_day")),
        ("a l", tr!(look.lang, "today.add_activity")),
    ];
    ways.into_iter().map(|(way, words)| (way.to_owned(), words.into_owned())).collect()
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
    let (sign, style) = match one.snoozed {
        Some(_) => ("z ", theme.dim),
        None => due(look, one.on),
    };
    let day = format!("{sign}{}", look.date(one.snoozed.unwrap_or(one.on)));
    text::left(buf, look.measure, at(2, DAY), &day, theme.within(chosen, style));
    if with_kind {
        let kind = due_words::kind(look.lang, one.kind);
        text::left(buf, look.measure, at(4 + DAY, KIND), &kind, theme.within(chosen, theme.dim));
    }
    let what = due_words::text(look.lang, one.kind, &one.text);
    text::left(buf, look.measure, at(4 + DAY + kinds, words), &what, Style::new());
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
