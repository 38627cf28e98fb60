//! Names beside the bubbles of a plane: each where it is free, or nowhere; the bubble itself tells it too.

use super::sheet::{Anchor, Place};
use crate::report::Measure;

/// Pixels of a terminal cell of a name: a letter; a Chinese character is two.
const CELL: f64 = 6.6;
const HEIGHT: f64 = 12.0;
/// Cells after which a name is cut.
const LONGEST: usize = 24;

/// What is taken already, within bounds.
pub(super) struct Labels {
    taken: Vec<[f64; 4]>,
    right: f64,
    bottom: f64,
}

impl Labels {
    /// On a plane from a corner to the one across; nothing is taken yet but those discs.
    pub fn new((right, bottom): Place, discs: impl IntoIterator<Item = (Place, f64)>) -> Labels {
        let square = |((x, y), radius): (Place, f64)| [x - radius, y - radius, x + radius, y + radius];
        Labels { taken: discs.into_iter().map(square).collect(), right, bottom }
    }

    /// Takes a box for good: from its upper left corner to the lower right one.
    pub fn take(&mut self, (left, top): Place, (right, bottom): Place) {
        self.taken.push([left, top, right, bottom]);
    }

    /// The pixels that words take, once they are cut.
    pub fn width(words: &str) -> f64 {
        Measure::default().width(words) as f64 * CELL
    }

    /// A name as it is written: not longer than there is room for.
    pub fn cut(name: &str) -> String {
        Measure::default().cut(name, LONGEST).into_owned()
    }

    /// Where a name stands beside a disc: at its right, its left, over or under it; none where nothing is free.
    pub fn put(&mut self, (x, y): Place, radius: f64, name: &str) -> Option<(Anchor, Place)> {
        let (width, off) = (Labels::width(name), radius + 4.0);
        let places = [
            (Anchor::Start, (x + off, y + 4.0), x + off),
            (Anchor::End, (x - off, y + 4.0), x - off - width),
            (Anchor::Middle, (x, y - off), x - width / 2.0),
            (Anchor::Middle, (x, y + off + 8.0), x - width / 2.0),
        ];
        let found = places.into_iter().find_map(|(anchor, place, left)| {
            let own = [left, place.1 - HEIGHT + 2.0, left + width, place.1 + 2.0];
            let is_inside = own[0] >= 2.0 && own[1] >= 2.0 && own[2] <= self.right && own[3] <= self.bottom;
            // Its own disc does not count: it ends where the words begin.
            (is_inside && !self.taken.iter().any(|other| overlap(&own, other)))
                .then_some((anchor, place, own))
        })?;
        self.taken.push(found.2);
        Some((found.0, found.1))
    }
}

fn overlap(one: &[f64; 4], other: &[f64; 4]) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_around_what_is_there_and_stay_on_the_plane() {
        let mut labels = Labels::new((200.0, 100.0), [((100.0, 50.0), 5.0)]);
        assert_eq!(labels.put((100.0, 50.0), 5.0, "Acme").unwrap().0, Anchor::Start);
        assert_eq!(labels.put((100.0, 50.0), 5.0, "Acme").unwrap().0, Anchor::End);
        assert_eq!(labels.put((100.0, 50.0), 5.0, "Acme").unwrap().1.1, 41.0, "over it");
        labels.take((0.0, 0.0), (200.0, 100.0));
        assert_eq!(labels.put((100.0, 50.0), 5.0, "Acme"), None);
        let mut narrow = Labels::new((104.0, 100.0), []);
        assert_eq!(narrow.put((100.0, 50.0), 5.0, "Acme").unwrap().0, Anchor::End, "no room at the right");
    }
}
