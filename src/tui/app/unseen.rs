//! A terminal too small to show anything: what one cannot see is not changed.

use crossterm::event::{KeyEvent, KeyModifiers};
use ratatui::layout::{Rect, Size};

use super::App;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::key::Key;
use crate::tui::keymap::Match;
use crate::tui::look::is_too_small;

impl App {
    /// Whether nothing is shown for want of room.
    pub(super) fn is_unseen(&self) -> bool {
        let Size { width, height } = self.look.size;
        is_too_small(Rect::new(0, 0, width, height))
    }

    /// Takes a key where nothing is seen for want of room: what would change something waits, what leaves does not.
    pub(super) fn key_unseen(&mut self, event: &KeyEvent) -> Vec<Effect> {
        self.typed.clear();
        let is_command = event.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
        if self.takes_text() && !is_command {
            return Vec::new();
        }
        match self.keymap.resolve(&[Scope::Everywhere], &[Key::from(event)]) {
            Match::Action(Action::Quit) => vec![Effect::Quit],
            Match::Action(Action::Suspend) => vec![Effect::Suspend],
            _ => Vec::new(),
        }
    }
}
