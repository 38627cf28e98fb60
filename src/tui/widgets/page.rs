//! A page of more lines than there is room for: the first one in view, and where that is.

use crate::tr;
use crate::tui::action::Action;
use crate::tui::look::Look;

/// The first line in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Page {
    top: usize,
}

impl Page {
    /// The first line in view of `total`, where `height` of them are.
    pub fn top(self, total: usize, height: usize) -> usize {
        self.top.min(total.saturating_sub(height))
    }

    /// Follows an action that moves through pages.
    pub fn follow(&mut self, action: Action, total: usize, height: usize) {
        let page = height.saturating_sub(1).max(1);
        let top = self.top(total, height);
        self.top = match action {
            Action::Up => top.saturating_sub(1),
            Action::Down => top + 1,
            Action::PageUp => top.saturating_sub(page),
            Action::PageDown => top + page,
            Action::First => 0,
            Action::Last => total,
            _ => top,
        };
        self.top = self.top(total, height);
    }

    /// Which lines are in view, in words; nothing where all are.
    pub fn position(self, look: &Look, total: usize, height: usize) -> String {
        if total <= height {
            return String::new();
        }
        let top = self.top(total, height);
        tr!(look.lang, "page.position", from = top + 1, to = (top + height).min(total), total = total).into()
    }
}
