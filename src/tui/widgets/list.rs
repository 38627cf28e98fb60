//! A list of any length seen through a window: which line is chosen, and which lines are in view.

use std::ops::Range;

use crate::tui::action::Action;

/// The chosen line and the first line in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    at: usize,
    top: usize,
}

impl Cursor {
    /// The chosen line.
    pub fn at(self) -> usize {
        self.at
    }

    /// The lines in view of `total`, with `height` of them at most.
    pub fn view(self, total: usize, height: usize) -> Range<usize> {
        let settled = self.settled(total, height);
        settled.top..total.min(settled.top + height)
    }

    /// Chooses a line.
    pub fn choose(&mut self, at: usize, total: usize, height: usize) {
        self.at = at;
        *self = self.settled(total, height);
    }

    /// Follows an action that moves through lists; false if it is another one.
    pub fn follow(&mut self, action: Action, total: usize, height: usize) -> bool {
        let page = height.saturating_sub(1).max(1);
        self.at = match action {
            Action::Up => self.at.saturating_sub(1),
            Action::Down => self.at + 1,
            Action::PageUp => self.at.saturating_sub(page),
            Action::PageDown => self.at + page,
            Action::First => 0,
            Action::Last => total,
            _ => return false,
        };
        *self = self.settled(total, height);
        true
    }

    /// The nearest state in which the chosen line exists, is in view, and no room is left unused.
    fn settled(self, total: usize, height: usize) -> Cursor {
        let at = self.at.min(total.saturating_sub(1));
        let lowest = (at + 1).saturating_sub(height);
        let top = self.top.clamp(lowest, at.max(lowest)).min(total.saturating_sub(height));
        Cursor { at, top }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const MOVES: [Action; 6] =
        [Action::Up, Action::Down, Action::PageUp, Action::PageDown, Action::First, Action::Last];

    proptest! {
        #[test]
        fn the_chosen_line_is_always_in_view(
            total in 1usize..500,
            moves in prop::collection::vec((0usize..6, 1usize..40), 1..40),
        ) {
            let mut cursor = Cursor::default();
            for (action, height) in moves {
                prop_assert!(cursor.follow(MOVES[action], total, height));
                let view = cursor.view(total, height);
                prop_assert!(view.contains(&cursor.at()));
                prop_assert_eq!(view.len(), height.min(total));
            }
        }
    }

    #[test]
    fn a_list_that_has_shrunk_keeps_a_line_chosen() {
        let mut cursor = Cursor::default();
        cursor.follow(Action::Last, 100, 10);
        assert_eq!(cursor.view(100, 10), 90..100);
        cursor.choose(cursor.at(), 5, 10);
        assert_eq!((cursor.at(), cursor.view(5, 10)), (4, 0..5));
        cursor.choose(cursor.at(), 0, 10);
        assert_eq!((cursor.at(), cursor.view(0, 10)), (0, 0..0));
    }
}
