//! What the commands of the register share: finding the one entry that words mean, and answering.

use serde::Serialize;

use super::desk::Desk;
use super::failure::Failure;
use crate::domain::text::fold;
use crate::ops::{Noun, Problem};
use crate::report::page::Page;
use crate::store::Outcome;
use crate::tr;

/// The one of several that words mean: by its id, its key, or its name.
pub(super) fn the_one<T, const N: usize>(
    all: Vec<T>,
    noun: Noun,
    words: &str,
    names: impl Fn(&T) -> [String; N],
) -> Result<T, Failure> {
    let wanted = fold(words.trim().trim_start_matches('#'));
    let meant = |one: &T| names(one).iter().any(|name| fold(name) == wanted);
    let found = all.into_iter().find(meant);
    found.ok_or_else(|| Problem::NotListed { noun, words: words.to_owned() }.into())
}

/// Answers that something was added.
pub(super) fn added<T: Serialize>(desk: &Desk, out: &T, record: &str) -> Result<(), Failure> {
    desk.give(out, || Page::of_line(desk.lang, tr!(desk.lang, "done.added", record = record)))
}

/// Answers what an edit did.
pub(super) fn changed<T: Serialize, V>(
    desk: &Desk,
    out: &T,
    outcome: &Outcome<V>,
    record: &str,
) -> Result<(), Failure> {
    desk.give(out, || Page::of_line(desk.lang, desk.changed(outcome, record)))
}

/// Answers that something was deleted.
pub(super) fn deleted<T: Serialize>(desk: &Desk, out: &T, record: &str) -> Result<(), Failure> {
    desk.give(out, || Page::of_line(desk.lang, tr!(desk.lang, "done.deleted", record = record)))
}
