//! What lets a relationship grow, as a checklist from the client's side.

use crate::domain::entry::Entry;

/// What is on the checklist, by the fields that keep its answers.
pub const ITEMS: [&str; 13] = [
    "contact",
    "time",
    "difficulty",
    "talk",
    "service",
    "same_person",
    "frequency",
    "risk",
    "knowledge",
    "part",
    "closeness",
    "switching",
    "presence",
];

/// How the checklist stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Growth {
    /// What is there.
    pub there: Vec<&'static str>,
    /// What is not: where the relationship can be helped to grow.
    pub lacking: Vec<&'static str>,
    /// What nobody has looked at yet.
    pub unknown: Vec<&'static str>,
}

impl Growth {
    /// From what is told; nothing told is not known, and never lacking.
    pub fn of(told: Option<&Entry>) -> Growth {
        let mut growth = Growth::default();
        for item in ITEMS {
            match told.and_then(|told| told.flag(item)) {
                Some(true) => growth.there.push(item),
                Some(false) => growth.lacking.push(item),
                None => growth.unknown.push(item),
            }
        }
        growth
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{EntryKind, Value};

    #[test]
    fn what_nobody_looked_at_is_not_lacking() {
        let mut told = Entry::blank(EntryKind::Growth);
        told.set("talk", Some(Value::Flag(true)));
        told.set("closeness", Some(Value::Flag(false)));
        let growth = Growth::of(Some(&told));
        assert_eq!(
            (growth.there, growth.lacking, growth.unknown.len()),
            (vec!["talk"], vec!["closeness"], 11)
        );
        assert_eq!(Growth::of(None).unknown, ITEMS);
    }
}
