//! Three sides of a value: what the file says, what it said last time, and what we have.
//!
//! The same file again changes nothing; an edited file changes only the fields that changed in it;
//! where both sides changed, ours stays and is reported.

use std::collections::BTreeMap;

use crate::exchange::Cell;

/// The values last seen in a file, by field; none for a cell that was empty.
pub(super) type Seen = BTreeMap<String, Option<String>>;

/// How one field of a record is read from a draft of the file, read from our row, and written into it.
/// Both are read as plain text, so that they can be compared and kept.
pub(super) struct Rule<D, R> {
    pub key: &'static str,
    pub told: fn(&D) -> Cell<String>,
    pub ours: fn(&R) -> Option<String>,
    pub put: fn(&D, &mut R),
}

/// What is to be done with a value.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    Leave,
    Take,
    Keep,
}

/// A value that stays although the file changed it.
pub(super) struct Stays {
    pub field: String,
    pub ours: Option<String>,
    pub theirs: Option<String>,
}

/// Puts into our row what the file changed, and tells where ours stays.
pub(super) fn merge<D, R>(rules: &[Rule<D, R>], draft: &D, row: &mut R, seen: &[Seen]) -> Vec<Stays> {
    let mut stays = vec![];
    for rule in rules {
        let theirs = match (rule.told)(draft) {
            Cell::Absent => continue,
            Cell::Empty => None,
            Cell::Is(value) => Some(value),
        };
        let ours = (rule.ours)(row);
        match judge(rule.key, seen, ours.as_ref(), theirs.as_ref()) {
            Verdict::Leave => {}
            Verdict::Take => (rule.put)(draft, row),
            Verdict::Keep => stays.push(Stays { field: rule.key.to_owned(), ours, theirs }),
        }
    }
    stays
}

/// Puts everything that the file says into a new row, and gives it to be remembered.
pub(super) fn fill<D, R>(rules: &[Rule<D, R>], draft: &D, row: &mut R) -> Seen {
    each_told(rules, draft, |rule| (rule.put)(draft, row))
}

/// What the file says, to be remembered.
pub(super) fn told<D, R>(rules: &[Rule<D, R>], draft: &D) -> Seen {
    each_told(rules, draft, |_| {})
}

/// What the file says; `fills` hears of each cell that says something.
fn each_told<D, R>(rules: &[Rule<D, R>], draft: &D, mut fills: impl FnMut(&Rule<D, R>)) -> Seen {
    let told = rules.iter().filter_map(|rule| match (rule.told)(draft) {
        Cell::Absent => None,
        Cell::Empty => Some((rule.key.to_owned(), None)),
        Cell::Is(value) => {
            fills(rule);
            Some((rule.key.to_owned(), Some(value)))
        }
    });
    told.collect()
}

/// Decides for one field. `seen` are the values last seen: of this counterpart first, then of others of
/// the same record.
pub(super) fn judge(key: &str, seen: &[Seen], ours: Option<&String>, theirs: Option<&String>) -> Verdict {
    let own = seen.first().and_then(|seen| seen.get(key)).map(Option::as_ref);
    if ours == theirs || own == Some(theirs) {
        return Verdict::Leave;
    }
    let untouched = seen.iter().filter_map(|seen| seen.get(key)).any(|value| value.as_ref() == ours);
    match (ours, own) {
        // Ours was never filled in, here or there.
        (None, None) => Verdict::Take,
        _ if untouched => Verdict::Take,
        // A file that leaves a cell empty from the start says nothing against ours.
        (Some(_), None) if theirs.is_none() => Verdict::Leave,
        _ => Verdict::Keep,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case::same_file_again(Some(Some("a")), Some("a"), Some("a"), Verdict::Leave)]
    #[case::same_file_after_our_edit(Some(Some("a")), Some("ours"), Some("a"), Verdict::Leave)]
    #[case::edited_file(Some(Some("a")), Some("a"), Some("b"), Verdict::Take)]
    #[case::emptied_cell(Some(Some("a")), Some("a"), None, Verdict::Take)]
    #[case::filled_cell(Some(None), None, Some("b"), Verdict::Take)]
    #[case::both_changed(Some(Some("a")), Some("ours"), Some("b"), Verdict::Keep)]
    #[case::both_changed_alike(Some(Some("a")), Some("b"), Some("b"), Verdict::Leave)]
    #[case::we_emptied_they_changed(Some(Some("a")), None, Some("b"), Verdict::Keep)]
    #[case::first_meeting_ours_empty(None, None, Some("b"), Verdict::Take)]
    #[case::first_meeting_ours_filled(None, Some("ours"), Some("b"), Verdict::Keep)]
    #[case::first_meeting_theirs_empty(None, Some("ours"), None, Verdict::Leave)]
    fn each_side_is_weighed(
        #[case] seen: Option<Option<&str>>,
        #[case] ours: Option<&str>,
        #[case] theirs: Option<&str>,
        #[case] expected: Verdict,
    ) {
        let seen: Vec<Seen> =
            seen.map(|value| Seen::from([("f".to_owned(), value.map(str::to_owned))])).into_iter().collect();
        let (ours, theirs) = (ours.map(str::to_owned), theirs.map(str::to_owned));
        assert_eq!(judge("f", &seen, ours.as_ref(), theirs.as_ref()), expected);
    }
}
