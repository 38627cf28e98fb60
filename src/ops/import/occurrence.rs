//! Which row is which: by its id, or without one by what tells it from others and its place among those
//! that nothing tells apart.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, RandomState};

use super::origin::{Namespace, is_same_row};
use crate::domain::word::RecordKind;
use crate::store::{Result, Writer};

/// How many counterparts of one key are held against a row.
const COMPARED: usize = 64;

/// The rows of a file met so far. Only marks of their words are kept, so that a million fit.
#[derive(Default)]
pub(super) struct Occurrences {
    hasher: RandomState,
    ids: HashSet<u64>,
    /// The next place of each key.
    next: HashMap<u64, u32>,
    /// Places of a key that were taken in an earlier import and not met again yet.
    free: HashMap<u64, Vec<u32>>,
}

impl Occurrences {
    /// Whether a row with this id was met before.
    pub fn is_repeated(&mut self, id: &str) -> bool {
        !self.ids.insert(self.hasher.hash_one(id))
    }

    /// What stands for the id of a row without one in a file none of whose rows was seen before.
    pub fn first_place(&mut self, key: &str) -> String {
        let next = self.next.entry(self.hasher.hash_one(key)).or_insert(1);
        *next += 1;
        format!("{key}#{}", *next - 1)
    }

    /// What stands for the id of a row without one. Of rows that nothing tells apart, one that was seen
    /// before just as it is keeps its place, wherever it stands now; others take the first free one.
    pub fn place(
        &mut self,
        writer: &Writer<'_>,
        space: &Namespace,
        kind: RecordKind,
        (key, mark): (&str, &str),
    ) -> Result<String> {
        let hash = self.hasher.hash_one(key);
        if let Entry::Vacant(vacant) = self.next.entry(hash) {
            let mut places = space.places(writer, kind, key)?;
            places.sort_unstable();
            vacant.insert(places.last().map_or(1, |last| last + 1));
            if !places.is_empty() {
                self.free.insert(hash, places);
            }
        }
        let Some(places) = self.free.get_mut(&hash) else { return Ok(self.first_place(key)) };
        let mut at = 0;
        if places.len() > 1 {
            for (index, place) in places.iter().take(COMPARED).enumerate() {
                let source = space.counterpart(writer, kind, &format!("{key}#{place}"))?;
                if source.is_some_and(|source| is_same_row(&source, mark)) {
                    at = index;
                    break;
                }
            }
        }
        let place = places.remove(at);
        if places.is_empty() {
            self.free.remove(&hash);
        }
        Ok(format!("{key}#{place}"))
    }
}
