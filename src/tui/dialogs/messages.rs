//! What the program has said since it was opened, the newest first.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Dialog;
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::message::{self, Notice};
use crate::tui::widgets::page::Page;
use crate::tui::widgets::text;

/// Cells that the log likes to have.
const WIDTH: u16 = 72;

/// The log.
pub struct Messages {
    notices: Vec<Notice>,
    page: Page,
}

impl Messages {
    /// A page of what was said, given the oldest first.
    pub fn new(said: &[Notice]) -> Messages {
        Messages { notices: said.iter().rev().cloned().collect(), page: Page::default() }
    }

    /// What was said, in lines.
    fn lines(&self, look: &Look) -> Vec<Notice> {
        // One column of margin at each side, two for the sign of a problem.
        let width = WIDTH.min(look.size.width.saturating_sub(4)).saturating_sub(4);
        let lines = |notice: &Notice| {
            let wrapped = text::wrapped(look.measure, &notice.text, width.into());
            let line = |text| Notice { text, ..notice.clone() };
            wrapped.into_iter().map(line).collect::<Vec<_>>()
        };
        self.notices.iter().flat_map(lines).collect()
    }

    fn height(&self, look: &Look) -> usize {
        usize::from(self.wants(look).height)
    }
}

impl Dialog for Messages {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "messages.title").into_owned()
    }

    fn wants(&self, look: &Look) -> Size {
        let room = look.room().height.saturating_sub(6).max(3);
        Size::new(WIDTH, (self.lines(look).len() as u16).clamp(3, room))
    }

    fn foot(&self, look: &Look, height: u16) -> String {
        self.page.position(look, self.lines(look).len(), height.into())
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Page, Scope::List]
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if action == Action::Cancel {
            return vec![Step::Close];
        }
        self.page.follow(action, self.lines(look).len(), self.height(look));
        Vec::new()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let lines = self.lines(look);
        if lines.is_empty() {
            text::left(buf, look.measure, area, &tr!(look.lang, "messages.none"), look.theme.dim);
        }
        let top = self.page.top(lines.len(), area.height.into());
        for (row, notice) in area.rows().zip(lines.iter().skip(top)) {
            message::draw(look, notice, row, buf);
        }
        None
    }
}
