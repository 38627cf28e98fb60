//! Walking a sheet: from one line that stands for a record to the next, and through the text between.

use crate::tui::action::Action;

/// Where one stands on a sheet, and its first row in view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Walk {
    top: usize,
    /// Which of the stops; none while plain text is read, with no stop in view.
    at: Option<usize>,
}

/// The rows of a sheet as far as walking goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// How many there are.
    pub total: usize,
    /// Those that stand for records, from top to bottom.
    pub stops: Vec<usize>,
    /// How many are in view.
    pub height: usize,
}

impl Default for Walk {
    fn default() -> Walk {
        Walk::to(0)
    }
}

impl Walk {
    /// At a stop.
    pub fn to(stop: usize) -> Walk {
        Walk { top: 0, at: Some(stop) }
    }

    /// At the head of the sheet, at no stop yet.
    pub fn at_head() -> Walk {
        Walk { top: 0, at: None }
    }

    /// At another stop, with the same rows in view if it is among them.
    pub fn at_line(self, stop: usize) -> Walk {
        Walk { at: Some(stop), ..self }
    }

    /// The stop at which one stands; it is in view.
    pub fn at(self, ground: &Ground) -> Option<usize> {
        self.settled(ground).at
    }

    /// The first row in view.
    pub fn top(self, ground: &Ground) -> usize {
        self.settled(ground).top
    }

    /// Follows an action that moves through lists; false if it is another one.
    pub fn follow(&mut self, action: Action, ground: &Ground) -> bool {
        let here = self.settled(ground);
        let page = ground.height.saturating_sub(1).max(1);
        *self = match action {
            Action::Down => here.down(ground, page),
            Action::Up => here.up(ground, page),
            Action::PageDown => here.scrolled(here.top + page, ground),
            Action::PageUp => here.scrolled(here.top.saturating_sub(page), ground),
            Action::First => Walk { at: None, ..here }.scrolled(0, ground),
            Action::Last => Walk { top: ground.lowest(), at: ground.stops.len().checked_sub(1) },
            _ => return false,
        };
        *self = self.settled(ground);
        true
    }

    /// To the next stop, if it is no further than a page; else on through the text.
    fn down(self, ground: &Ground, page: usize) -> Walk {
        let next = match self.at {
            Some(at) => at + 1,
            None => ground.stops.partition_point(|row| *row < self.top),
        };
        match ground.stops.get(next) {
            Some(row) if *row < self.top + ground.height + page => Walk { at: Some(next), ..self },
            Some(_) => self.scrolled(self.top + page, ground),
            None => self.scrolled(self.top + 1, ground),
        }
    }

    fn up(self, ground: &Ground, page: usize) -> Walk {
        let after = self.at.unwrap_or_else(|| ground.stops.partition_point(|row| *row < self.top));
        match after.checked_sub(1).map(|before| (before, ground.stops.get(before).copied())) {
            Some((before, Some(row))) if row + page >= self.top => Walk { at: Some(before), ..self },
            Some(_) => self.scrolled(self.top.saturating_sub(page), ground),
            None => self.scrolled(self.top.saturating_sub(1), ground),
        }
    }

    /// With another first row: at the same stop while it is in view, else at the nearest one that is.
    fn scrolled(self, top: usize, ground: &Ground) -> Walk {
        let top = top.min(ground.lowest());
        let view = top..top + ground.height;
        let in_view = |stop: &usize| ground.stops.get(*stop).is_some_and(|row| view.contains(row));
        let near = || {
            let mut seen = (0..ground.stops.len()).filter(in_view);
            if top > self.top { seen.next() } else { seen.next_back() }
        };
        let first = || (0..ground.stops.len()).find(in_view);
        let at = match self.at {
            Some(at) if in_view(&at) => Some(at),
            Some(_) => near(),
            None => first(),
        };
        Walk { top, at }
    }

    /// The nearest state in which the stop exists and is in view.
    fn settled(self, ground: &Ground) -> Walk {
        let last = ground.stops.len().checked_sub(1);
        let at = self.at.and_then(|at| last.map(|last| at.min(last)));
        let top = match at.and_then(|at| ground.stops.get(at)) {
            Some(row) => self.top.clamp((row + 1).saturating_sub(ground.height.max(1)), *row),
            None => self.top,
        };
        Walk { top: top.min(ground.lowest()), at }
    }
}

impl Ground {
    /// The lowest row that may be the first in view.
    fn lowest(&self) -> usize {
        self.total.saturating_sub(self.height)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ground(stops: &[usize], total: usize, height: usize) -> Ground {
        Ground { total, stops: stops.to_vec(), height }
    }

    #[test]
    fn one_goes_from_record_to_record_and_on_to_the_end_of_the_text() {
        let ground = ground(&[3, 5, 14], 20, 10);
        let mut walk = Walk::default();
        let mut down = || {
            walk.follow(Action::Down, &ground);
            (walk.at(&ground), walk.top(&ground))
        };
        assert_eq!(down(), (Some(1), 0));
        assert_eq!(down(), (Some(2), 5));
        assert_eq!(down(), (Some(2), 6));
    }

    #[test]
    fn above_the_first_record_lies_the_head_of_the_sheet() {
        let ground = ground(&[12, 13], 20, 10);
        let mut walk = Walk::default();
        assert_eq!((walk.at(&ground), walk.top(&ground)), (Some(0), 3));
        for _ in 0..3 {
            walk.follow(Action::Up, &ground);
        }
        assert_eq!((walk.at(&ground), walk.top(&ground)), (None, 0));
        walk.follow(Action::Down, &ground);
        assert_eq!(walk.at(&ground), Some(0));
    }

    #[test]
    fn plain_text_is_read_by_lines_and_pages() {
        let ground = ground(&[], 50, 10);
        let mut walk = Walk::default();
        walk.follow(Action::PageDown, &ground);
        walk.follow(Action::Down, &ground);
        assert_eq!((walk.at(&ground), walk.top(&ground)), (None, 10));
        walk.follow(Action::Last, &ground);
        assert_eq!(walk.top(&ground), 40);
    }

    proptest! {
        #[test]
        fn what_is_chosen_is_always_in_view_and_every_record_is_reached(
            gaps in prop::collection::vec(1usize..40, 0..12),
            tail in 0usize..40,
            height in 1usize..30,
            moves in prop::collection::vec(0usize..6, 0..30),
        ) {
            const MOVES: [Action; 6] =
                [Action::Up, Action::Down, Action::PageUp, Action::PageDown, Action::First, Action::Last];
            let stops: Vec<usize> = gaps.iter().scan(0, |row, gap| { *row += gap; Some(*row) }).collect();
            let ground = Ground { total: stops.last().map_or(0, |row| row + 1) + tail, stops, height };
            let mut walk = Walk::default();
            for action in moves {
                prop_assert!(walk.follow(MOVES[action], &ground));
                let top = walk.top(&ground);
                if let Some(at) = walk.at(&ground) {
                    prop_assert!((top..top + height).contains(&ground.stops[at]));
                }
            }
            walk.follow(Action::First, &ground);
            let mut seen = std::collections::BTreeSet::new();
            for _ in 0..=2 * ground.total {
                seen.extend(walk.at(&ground));
                walk.follow(Action::Down, &ground);
            }
            prop_assert_eq!(seen.len(), ground.stops.len());
        }
    }
}
