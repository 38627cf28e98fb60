//! Likely doubles: records that look as if they were in the book twice, and why; two of them are laid beside
//! each other from here, merged, or told apart.

#[cfg(test)]
mod tests;

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Place, Screen, Visit};
use crate::domain::word::RecordKind;
use crate::report::model::DoubleOut;
use crate::report::{pages, rows};
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::{Deed, DoubleDeed};
use crate::tui::dialogs::twins::Twins;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::{empty, table, text};

/// The kinds of record, as they stand in the strip.
const KINDS: [RecordKind; 3] = [RecordKind::Account, RecordKind::Contact, RecordKind::Deal];

/// The screen's state.
#[derive(Debug, Default)]
pub struct DoublesScreen {
    /// The kind shown, by its place in [`KINDS`].
    at: usize,
    line: Cursor,
    /// The doubles of each kind; none where they are still to be looked for.
    found: [Option<Vec<DoubleOut>>; 3],
}

/// The places of the screen, from top to bottom.
struct Parts {
    strip: Rect,
    heads: Rect,
    lines: Rect,
}

impl Parts {
    fn of(area: Rect) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= 12);
        let line = |y: u16, height: u16| Rect { y: inner.y + y, height, ..inner }.intersection(inner);
        let heads = 2 * blank + 1;
        Parts { strip: line(blank, 1), heads: line(heads, 1), lines: line(heads + 1, inner.height) }
    }
}

impl DoublesScreen {
    fn shown(&self) -> &[DoubleOut] {
        self.found[self.at].as_deref().unwrap_or_default()
    }

    fn turn(&mut self, by: usize) -> Vec<Step> {
        (self.at, self.line) = ((self.at + by) % KINDS.len(), Cursor::default());
        Vec::new()
    }

    fn settle(&mut self, look: &Look) {
        let height = Parts::of(look.room()).lines.height.into();
        self.line.choose(self.line.at(), self.shown().len(), height);
    }

    fn pair(&self) -> Option<&DoubleOut> {
        self.shown().get(self.line.at())
    }

    fn title_of(look: &Look, kind: RecordKind) -> String {
        match kind {
            RecordKind::Account => tr!(look.lang, "accounts.title"),
            RecordKind::Contact => tr!(look.lang, "people.title"),
            _ => tr!(look.lang, "deals.title"),
        }
        .into_owned()
    }

    fn draw_strip(&self, look: &Look, row: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        let word = |(kind, found): (RecordKind, &Option<Vec<DoubleOut>>)| {
            let title = Self::title_of(look, kind);
            found.as_ref().map_or(title.clone(), |found| format!("{title} {}", found.len()))
        };
        let words: Vec<String> = KINDS.into_iter().zip(&self.found).map(word).collect();
        let mut pieces: Vec<(&str, Style)> = Vec::new();
        for (place, word) in words.iter().enumerate() {
            if place > 0 {
                pieces.push(("   ", theme.dim));
            }
            let is_shown = place == self.at;
            pieces.push((word, if is_shown { theme.accent.patch(theme.title) } else { theme.dim }));
        }
        text::pieces(buf, look.measure, row, &pieces);
    }

    fn draw_lines(&self, look: &Look, parts: &Parts, buf: &mut Buffer) {
        let total = self.shown().len();
        let view: Range<usize> = self.line.view(total, parts.lines.height.into());
        let lines = pages::double::list(look.lang, self.shown().get(view.clone()).unwrap_or_default());
        let shown = table::Part { table: &lines, first: view.start, total };
        table::draw(look, shown, self.line, parts.heads, parts.lines, buf);
    }
}

impl Screen for DoublesScreen {
    fn place(&self) -> Place {
        Place::Doubles
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "doubles.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Doubles, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::OpenPair | Action::TellApart => self.pair().is_some(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::NextPane => self.turn(1),
            Action::PreviousPane => self.turn(KINDS.len() - 1),
            Action::OpenPair => match self.pair() {
                Some(pair) => {
                    let twins = Twins::new(KINDS[self.at], pair.a.id, pair.b.id);
                    vec![Step::Open(Box::new(twins)), Effect::Read.into()]
                }
                None => Vec::new(),
            },
            Action::TellApart => match self.pair() {
                Some(pair) => {
                    let apart = DoubleDeed::Apart(KINDS[self.at], pair.a.id, pair.b.id);
                    vec![Effect::Do(Box::new(Deed::Double(apart))).into()]
                }
                None => Vec::new(),
            },
            other => {
                let height = Parts::of(look.room()).lines.height.into();
                self.line.follow(other, self.shown().len(), height);
                Vec::new()
            }
        }
    }

    fn has_rest(&self) -> bool {
        self.found.iter().any(Option::is_none)
    }

    fn read_rest(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        // The kind that is looked at comes first: the others may have to wait for a key.
        for place in (self.at..self.at + KINDS.len()).map(|place| place % KINDS.len()) {
            if self.found[place].is_none() {
                let doubles = book.doubles(KINDS[place])?;
                let out = doubles.iter().map(|double| rows::double::double(look.lang, double));
                self.found[place] = Some(out.collect());
            }
        }
        self.settle(look);
        Ok(())
    }

    fn visit(&self) -> Visit {
        Visit { pane: self.at, line: Some(self.line.at()), ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        self.at = visit.pane.min(KINDS.len() - 1);
        self.line.choose(visit.line.unwrap_or_default(), usize::MAX, usize::MAX);
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        Vec::new()
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        let shown = ["account", "contact", "contact_email", "contact_phone", "deal", "apart", "setting"];
        if changes.is_none_or(|changes| changes.touch(&shown)) {
            self.found = Default::default();
        }
    }

    fn read(&mut self, _book: &Book, look: &Look) -> store::Result<()> {
        if self.found[self.at].is_some() {
            self.settle(look);
        }
        Ok(())
    }

    fn signs(&self, _look: &Look) -> Vec<(String, String)> {
        Vec::new()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let parts = Parts::of(area);
        self.draw_strip(look, parts.strip, buf);
        match &self.found[self.at] {
            None => {
                text::left(
                    buf,
                    look.measure,
                    parts.heads,
                    &tr!(look.lang, "doubles.looking"),
                    look.theme.dim,
                );
            }
            Some(found) if found.is_empty() => {
                let rest = Rect { height: parts.heads.height + parts.lines.height, ..parts.heads };
                let (title, words) = (tr!(look.lang, "double.none"), tr!(look.lang, "doubles.empty"));
                empty::draw(look, &title, &words, &[], rest, buf);
            }
            Some(_) => self.draw_lines(look, &parts, buf),
        }
        None
    }
}
