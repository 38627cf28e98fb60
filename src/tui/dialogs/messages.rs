//! What the program has said since it was opened, the newest first.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Dialog;
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::message::{self, Notice};
use crate::tui::widgets::text;

/// The log.
pub struct Messages {
    notices: Vec<Notice>,
    cursor: Cursor,
}

impl Messages {
    /// A page of what was said, the oldest first.
    pub fn new(said: &[Notice]) -> Messages {
        Messages { notices: said.iter().rev().cloned().collect(), cursor: Cursor::default() }
    }
}

impl Dialog for Messages {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "messages.title").into_owned()
    }

    fn wants(&self, look: &Look) -> Size {
        Size::new(72, (self.notices.len() as u16).clamp(3, look.room().height.saturating_sub(6).max(3)))
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Page, Scope::List]
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if action == Action::Cancel {
            return vec![Step::Close];
        }
        let height = usize::from(self.wants(look).height);
        self.cursor.follow(action, self.notices.len(), height);
        Vec::new()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if self.notices.is_empty() {
            text::left(buf, look.measure, area, &tr!(look.lang, "messages.none"), look.theme.dim);
        }
        let view = self.cursor.view(self.notices.len(), area.height.into());
        for (row, index) in area.rows().zip(view) {
            buf.set_style(row, look.theme.selected_if(index == self.cursor.at()));
            message::draw(look, &self.notices[index], row, buf);
        }
        None
    }
}
