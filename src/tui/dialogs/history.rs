//! What happened to a record, the newest first: each operation with its day and what it changed, and any of
//! them undone by itself.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::report::rows::record_history::told;
use crate::report::words;
use crate::store::view::record_history::Happening;
use crate::store::{self, Book, State};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::cell::spelled;
use crate::tui::widgets::message::Notice;
use crate::tui::widgets::{frame, text};

/// Operations read at a time.
const PAGE: usize = 40;

/// Cells of a day, and of an amount.
const DAY: u16 = 12;
const AMOUNT: usize = 20;

const SIZE: Size = Size { width: 84, height: 26 };

/// The history of one record.
pub struct RecordHistory {
    record: (RecordKind, Id),
    name: String,
    happened: Vec<Happening>,
    /// Whether there is more, before what has been read.
    has_more: bool,
    is_stale: bool,
    at: usize,
    /// The first line in view.
    top: usize,
}

impl RecordHistory {
    /// The history of a record, not yet read.
    pub fn new(kind: RecordKind, id: Id, name: String) -> RecordHistory {
        RecordHistory {
            record: (kind, id),
            name,
            happened: Vec::new(),
            has_more: true,
            is_stale: true,
            at: 0,
            top: 0,
        }
    }

    /// What changed, a line each.
    fn details(&self, look: &Look, happening: &Happening) -> Vec<String> {
        let told = told(look.lang, happening).into_iter();
        told.map(|told| told.line(look.lang, |cell| spelled(look, cell, AMOUNT))).collect()
    }

    /// How many lines each operation takes.
    fn heights(&self, look: &Look) -> Vec<usize> {
        self.happened.iter().map(|happening| 1 + self.details(look, happening).len()).collect()
    }

    /// Brings the chosen operation into view, its first line before all.
    fn settle(&mut self, look: &Look) {
        let heights = self.heights(look);
        self.at = self.at.min(heights.len().saturating_sub(1));
        let height = height(look);
        let first: usize = heights.iter().take(self.at).sum();
        let last = first + heights.get(self.at).copied().unwrap_or_default();
        let lines: usize = heights.iter().sum();
        self.top = self.top.max(last.saturating_sub(height)).min(first).min(lines.saturating_sub(height));
    }

    /// The operation that stands a page above the chosen one, or below it.
    fn a_page_away(&self, look: &Look, down: bool) -> usize {
        let mut room = height(look);
        let heights = self.heights(look);
        let mut at = self.at;
        let next = |at: usize| if down { at + 1 } else { at.wrapping_sub(1) };
        while let Some(lines) = heights.get(next(at)).filter(|lines| **lines <= room) {
            room -= lines;
            at = next(at);
        }
        // One that is higher than the page is passed all the same.
        if at == self.at { heights.get(next(at)).map_or(at, |_| next(at)) } else { at }
    }

    fn undo(&mut self, look: &Look) -> Vec<Step> {
        match self.happened.get(self.at).map(|happening| &happening.operation) {
            None => Vec::new(),
            Some(operation) if operation.state != State::Done => {
                vec![Step::Say(Notice::hint(tr!(look.lang, "history.undone_already")))]
            }
            Some(operation) => vec![Effect::UndoOne(operation.id).into()],
        }
    }

    /// Draws one operation from its line `skipped` on; returns how many lines that took.
    fn draw_one(&self, look: &Look, at: usize, skipped: usize, area: Rect, buf: &mut Buffer) -> usize {
        let Some(happening) = self.happened.get(at) else { return 0 };
        let theme = &look.theme;
        let chosen = at == self.at;
        let within = |style| theme.within(chosen, style);
        let operation = &happening.operation;
        let is_undone = operation.state != State::Done;
        let details = self.details(look, happening);
        for (row, line) in area.rows().zip(skipped..1 + details.len()) {
            buf.set_style(row, theme.selected_if(chosen));
            let words = Rect { x: row.x + 2 + DAY, width: row.width.saturating_sub(2 + DAY), ..row };
            let Some(detail) = line.checked_sub(1).and_then(|line| details.get(line)) else {
                if chosen {
                    text::left(buf, look.measure, row, "›", within(theme.selected_mark));
                }
                let day = Rect { x: row.x + 2, width: DAY.saturating_sub(1), ..row }.intersection(row);
                text::left(buf, look.measure, day, &look.date(operation.day), within(theme.dim));
                let mut room = words;
                if is_undone {
                    let undone = tr!(look.lang, "history.undone");
                    let used = text::right(buf, look.measure, words, &undone, within(theme.warn)) + 2;
                    room.width = room.width.saturating_sub(used);
                }
                let label = words::operation(look.lang, &operation.label);
                let style = if is_undone { within(theme.dim) } else { Style::new() };
                text::left(buf, look.measure, room, &label, style);
                continue;
            };
            let indented = Rect { x: words.x + 2, width: words.width.saturating_sub(2), ..words };
            text::left(buf, look.measure, indented, detail, within(theme.dim));
        }
        1 + details.len() - skipped
    }
}

/// Lines that there is room for.
fn height(look: &Look) -> usize {
    usize::from(frame::around(SIZE, look.room()).height.saturating_sub(2)).max(1)
}

impl Dialog for RecordHistory {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "history.title", name = self.name).into_owned()
    }

    fn wants(&self, _look: &Look) -> Size {
        SIZE
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::History, Scope::Page, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::UndoOperation => {
                self.happened.get(self.at).is_some_and(|one| one.operation.state == State::Done)
            }
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => return vec![Step::Close],
            Action::UndoOperation => return self.undo(look),
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at += 1,
            Action::PageUp => self.at = self.a_page_away(look, false),
            Action::PageDown => self.at = self.a_page_away(look, true),
            Action::First => self.at = 0,
            Action::Last => self.at = usize::MAX,
            _ => {}
        }
        self.settle(look);
        let is_near_the_end = self.at + PAGE / 2 > self.happened.len();
        if self.has_more && is_near_the_end { vec![Effect::Read.into()] } else { Vec::new() }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.is_stale {
            let limit = self.happened.len().max(PAGE);
            self.happened = book.record_history(self.record, false, None, limit)?;
            self.has_more = self.happened.len() == limit;
            self.is_stale = false;
        } else if self.has_more && self.at + PAGE / 2 > self.happened.len() {
            let before = self.happened.last().map(|happening| happening.operation.seq);
            let older = book.record_history(self.record, false, before, PAGE)?;
            self.has_more = older.len() == PAGE;
            self.happened.extend(older);
        }
        self.settle(look);
        Ok(())
    }

    fn performed(&mut self, outcome: Result<(), &str>) -> Vec<Step> {
        if outcome.is_err() {
            return Vec::new();
        }
        self.is_stale = true;
        vec![Effect::Read.into()]
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if self.happened.is_empty() {
            let words = tr!(look.lang, "history.nothing");
            for (row, line) in area.rows().zip(text::wrapped(look.measure, &words, area.width.into())) {
                text::left(buf, look.measure, row, &line, look.theme.dim);
            }
        }
        let mut skipped = self.top;
        let mut room = area;
        for (at, height) in self.heights(look).into_iter().enumerate() {
            if skipped >= height {
                skipped -= height;
                continue;
            }
            let used = self.draw_one(look, at, skipped, room, buf).min(room.height.into()) as u16;
            room = Rect { y: room.y + used, height: room.height - used, ..room };
            skipped = 0;
            if room.height == 0 {
                break;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests;
