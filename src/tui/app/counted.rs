//! How many times something is meant: a number typed before it, as in `' 5 j`.
//!
//! The digits lead to the screens, so a number begins with a key of its own. Where a person has given the
//! digits up in their keymap, a digit begins one by itself.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::App;
use crate::tui::action::{Action, TABLE};
use crate::tui::effect::Effect;
use crate::tui::widgets::footer::Hint;

/// The largest number.
const MOST: u32 = 999;

impl App {
    /// Takes a digit of a number that has been begun, or gives it up at Esc; false if the key means something
    /// else.
    pub(super) fn takes_count(&mut self, event: &KeyEvent) -> bool {
        let Some(count) = self.count else { return false };
        if event.code == KeyCode::Esc {
            self.count = None;
            return true;
        }
        let Some(digit) = digit(event) else { return false };
        self.count = Some((count * 10 + digit).min(MOST));
        true
    }

    /// Begins a number with a digit that means nothing else here.
    pub(super) fn begins_count(&mut self, event: &KeyEvent) -> bool {
        let begun = digit(event).filter(|digit| *digit > 0 && !self.takes_text());
        // Any other key without a meaning ends a number.
        self.count = begun;
        begun.is_some()
    }

    /// Does an action as often as was typed before it: a move so many times, the first or the last line as
    /// the line of that number.
    pub(super) fn counted(&mut self, action: Action) -> Vec<Effect> {
        let times = self.count.take().filter(|times| *times > 0);
        let (first, then, more) = match (action, times) {
            (Action::First | Action::Last, Some(line)) => (Action::First, Action::Down, line - 1),
            (move_, Some(times)) if move_.repeats() => (move_, move_, times - 1),
            (other, _) => (other, other, 0),
        };
        let mut effects = self.update(first);
        if more > 0 {
            effects.push(Effect::Again(then, more));
        }
        effects
    }

    /// The number as it stands, and what can be done so many times.
    pub(super) fn pending_count(&self) -> Option<(String, Vec<Hint>)> {
        self.count?;
        let scopes = self.scopes();
        let hint = |action: Action| {
            let key = self.keymap.keys_of(action, &scopes).first().cloned()?;
            Some((key, action.entry().label(self.look.lang).into_owned()))
        };
        let moves = TABLE.iter().filter(|entry| entry.action.repeats() && self.offers(entry));
        Some((self.count_typed(), moves.filter_map(|entry| hint(entry.action)).collect()))
    }

    /// The number as it stands, for the line that shows what is typed.
    pub(super) fn count_typed(&self) -> String {
        match self.count {
            None => String::new(),
            Some(0) => format!("{} ", self.keymap.keys_of(Action::Count, &self.scopes()).concat()),
            Some(count) => format!("{count} "),
        }
    }
}

fn digit(event: &KeyEvent) -> Option<u32> {
    match event.code {
        KeyCode::Char(character) if (event.modifiers - KeyModifiers::SHIFT).is_empty() => {
            character.to_digit(10)
        }
        _ => None,
    }
}
