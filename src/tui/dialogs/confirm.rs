//! A question to be answered yes or no.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::text;

/// The question, and what follows each answer.
pub struct Confirm {
    title: String,
    question: String,
    yes: Vec<Step>,
    no: Vec<Step>,
}

impl Confirm {
    /// Asks `question`, which may have several lines; each answer closes the dialog and then does its steps. Cancelling does none.
    pub fn new(title: String, question: String, yes: Vec<Step>, no: Vec<Step>) -> Confirm {
        Confirm { title, question, yes, no }
    }

    fn lines(&self, look: &Look, cells: u16) -> Vec<String> {
        let parts = self.question.split('\n');
        parts.flat_map(|part| text::wrapped(look.measure, part, cells.into())).collect()
    }
}

impl Dialog for Confirm {
    fn title(&self, _look: &Look) -> String {
        self.title.clone()
    }

    fn wants(&self, look: &Look) -> Size {
        let parts = self.question.split('\n').map(|part| look.measure.width(part));
        let width = parts.max().unwrap_or_default().clamp(24, 56) as u16;
        Size::new(width, self.lines(look, width).len() as u16)
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Question]
    }

    fn update(&mut self, action: Action, _look: &Look) -> Vec<Step> {
        let answer = match action {
            Action::Yes => std::mem::take(&mut self.yes),
            Action::No => std::mem::take(&mut self.no),
            Action::Cancel => Vec::new(),
            _ => return Vec::new(),
        };
        std::iter::once(Step::Close).chain(answer).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        for (row, line) in area.rows().zip(self.lines(look, area.width)) {
            text::left(buf, look.measure, row, &line, Style::new());
        }
        None
    }
}
