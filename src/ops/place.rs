//! Putting one of several in another place among them.

use crate::domain::id::Id;

/// The same things with one of them at another place, counted from 1; past the end is the end.
pub(super) fn put<T>(mut all: Vec<T>, id: Id, place: usize, id_of: impl Fn(&T) -> Id) -> Vec<T> {
    if let Some(at) = all.iter().position(|one| id_of(one) == id) {
        let one = all.remove(at);
        all.insert(place.saturating_sub(1).min(all.len()), one);
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_others_keep_their_order() {
        let put = |id, place| put(vec![Id(1), Id(2), Id(3)], Id(id), place, |id| *id);
        assert_eq!(put(3, 1), [Id(3), Id(1), Id(2)]);
        assert_eq!(put(1, 2), [Id(2), Id(1), Id(3)]);
        assert_eq!(put(2, 99), [Id(1), Id(3), Id(2)]);
        assert_eq!(put(2, 0), [Id(2), Id(1), Id(3)]);
    }
}
