//! The levels of a relationship as a ladder: the one that was decided on, and the one that the signs propose.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::relationship::{Level, Proposal};
use crate::report::entry_words;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Lines that the ladder takes.
pub const RUNGS: u16 = Level::ALL.len() as u16;

/// The ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ladder {
    /// The level that was decided on last, and when.
    pub decided: Option<(Level, NaiveDate)>,
    /// What the signs propose.
    pub proposal: Proposal,
}

impl Ladder {
    /// Draws it with the closest level on top, where there are lines enough; else as one line.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.height >= RUNGS {
            for (level, row) in Level::ALL.iter().rev().zip(area.rows()) {
                self.rung(look, *level, row, buf);
            }
        } else if !area.is_empty() {
            self.line(look, Rect { height: 1, ..area }, buf);
        }
    }

    /// A level with its mark: filled where it is decided, hollow where it is only proposed.
    fn rung(&self, look: &Look, level: Level, row: Rect, buf: &mut Buffer) {
        let (mark, style) = self.mark(look, level);
        let name = entry_words::choice(look.lang, "level", level.as_str());
        let mut said = Vec::new();
        if let Some((_, day)) = self.decided.filter(|(decided, _)| *decided == level) {
            said.push(tr!(look.lang, "ladder.decided", day = look.date(day)));
        }
        if self.proposal.level == Some(level) {
            said.push(tr!(look.lang, "ladder.proposed", answered = self.proposal.answered));
        }
        let said = said.join(" · ");
        let pieces =
            [(mark, style), (" ", style), (&name, style), ("  ", style), (said.as_str(), look.theme.dim)];
        text::pieces(buf, look.measure, row, &pieces);
    }

    fn line(&self, look: &Look, row: Rect, buf: &mut Buffer) {
        let names: Vec<_> =
            Level::ALL.iter().map(|level| entry_words::choice(look.lang, "level", level.as_str())).collect();
        let mut pieces = Vec::new();
        for (level, name) in Level::ALL.iter().zip(&names) {
            let (mark, style) = self.mark(look, *level);
            if !pieces.is_empty() {
                pieces.push((" ─ ", look.theme.rule));
            }
            pieces.extend([(mark, style), (" ", style), (name.as_ref(), style)]);
        }
        text::pieces(buf, look.measure, row, &pieces);
    }

    fn mark(&self, look: &Look, level: Level) -> (&'static str, ratatui::style::Style) {
        let is_decided = self.decided.is_some_and(|(decided, _)| decided == level);
        match (is_decided, self.proposal.level == Some(level)) {
            (true, _) => ("●", look.theme.accent.patch(look.theme.title)),
            (false, true) => ("○", look.theme.warn),
            (false, false) => ("·", look.theme.dim),
        }
    }
}
