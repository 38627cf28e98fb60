//! Which records the names of a line mean: each narrows the others, and what is left is known or stays open.

use std::ops::Range;

use super::{Candidate, Names};
use crate::domain::id::Id;
use crate::domain::text::{fold, name_key};
use crate::domain::word::RecordKind;

use super::atoms::is_ideograph;

/// A name in the line.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    /// Where it stands.
    pub at: Range<usize>,
    /// As it was written.
    pub words: String,
    /// The part of it that is looked for: without an honorific.
    pub within: String,
    /// The records that it may mean.
    pub found: Vec<Candidate>,
}

/// How well a name fits words, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// It is the code, or the whole name.
    Whole,
    /// They are whole words of the name, or in Chinese its beginning.
    Words,
    /// A word of the name begins with them.
    Begins,
    /// They stand within the name, in Chinese.
    Inside,
}

/// How well a record fits words; none where it does not.
pub(super) fn rank(candidate: &Candidate, words: &str) -> Option<Rank> {
    let words = words.trim();
    if candidate.code.eq_ignore_ascii_case(&fold(words))
        || candidate.id.to_string().eq_ignore_ascii_case(words)
    {
        return Some(Rank::Whole);
    }
    let (name, key) = (name_key(&candidate.name), name_key(words));
    if name == key {
        return Some(Rank::Whole);
    }
    let places = name.match_indices(&key).map(|(at, _)| at);
    let ranks = places.filter_map(|at| {
        let before = name[..at].chars().next_back();
        let after = name[at + key.len()..].chars().next();
        let parts = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        let is_chinese = key.chars().next().is_some_and(is_ideograph);
        match (is_chinese, parts(before), parts(after)) {
            (_, true, true) | (true, true, false) => Some(Rank::Words),
            (false, true, false) if after.is_some_and(is_ideograph) => Some(Rank::Words),
            (false, true, false) => Some(Rank::Begins),
            (true, false, _) => Some(Rank::Inside),
            (false, false, _) if before.is_some_and(is_ideograph) => Some(Rank::Inside),
            (false, false, _) => None,
        }
    });
    ranks.min()
}

/// Whether words say enough to be looked for: one letter says nothing.
pub(super) fn is_worth_asking(words: &str) -> bool {
    let mut letters = words.chars().filter(|c| c.is_alphanumeric());
    match letters.next() {
        None => false,
        Some(first) => is_ideograph(first) || letters.next().is_some(),
    }
}

/// What is left of each name once all have narrowed each other, the best of its candidates only.
///
/// # Errors
/// As the look-up of names.
pub(super) fn narrow<N: Names>(mentions: &mut [Mention], names: &N) -> Result<(), N::Error> {
    one_account(mentions);
    agree(mentions);
    let accounts: Vec<Id> = match mentions.iter().find(|mention| is_account(mention)) {
        Some(account) => account.found.iter().map(|one| one.id).collect(),
        None => Vec::new(),
    };
    if !accounts.is_empty() {
        for mention in mentions.iter_mut().filter(|mention| !is_account(mention)) {
            let mut near = names.called(&mention.within, &accounts)?;
            let is_honoured = mention.within != mention.words;
            near.retain(|one| rank(one, &mention.within).is_some() && one.kind != RecordKind::Account);
            near.retain(|one| {
                !is_honoured || one.kind == RecordKind::Contact && one.name.starts_with(&mention.within)
            });
            if !near.is_empty() {
                mention.found = near;
            }
        }
        agree(mentions);
    }
    mentions.iter_mut().for_each(best);
    one_account(mentions);
    agree(mentions);
    Ok(())
}

/// Where one name can only be an account, no other name is one.
fn one_account(mentions: &mut [Mention]) {
    let sure: Vec<usize> = (0..mentions.len()).filter(|at| is_surely_account(&mentions[*at])).collect();
    let [sure] = sure.as_slice() else { return };
    for (at, mention) in mentions.iter_mut().enumerate() {
        let is_other = |one: &Candidate| one.kind != RecordKind::Account;
        if at != *sure && mention.found.iter().any(is_other) {
            mention.found.retain(is_other);
        }
    }
}

/// Whether the best that a name may mean are accounts alone.
fn is_surely_account(mention: &Mention) -> bool {
    let mut alone = mention.clone();
    best(&mut alone);
    is_account(&alone)
}

fn is_account(mention: &Mention) -> bool {
    !mention.found.is_empty() && mention.found.iter().all(|one| one.kind == RecordKind::Account)
}

/// Leaves of two names those that belong to one account, where there are any.
fn agree(mentions: &mut [Mention]) {
    for one in 0..mentions.len() {
        for other in 0..mentions.len() {
            if one == other {
                continue;
            }
            let accounts: Vec<Id> = mentions[other].found.iter().filter_map(account_of).collect();
            let fits = |candidate: &Candidate| account_of(candidate).is_some_and(|id| accounts.contains(&id));
            if mentions[one].found.iter().any(fits) {
                mentions[one].found.retain(fits);
            }
        }
    }
}

fn account_of(candidate: &Candidate) -> Option<Id> {
    candidate.account.as_ref().map(|(id, _)| *id)
}

/// Leaves those that fit best. A deal whose account or people are called the same is not meant: they are.
fn best(mention: &mut Mention) {
    let ranks: Vec<Option<Rank>> = mention.found.iter().map(|one| rank(one, &mention.within)).collect();
    let Some(first) = ranks.iter().flatten().min().copied() else { return };
    let mut ranks = ranks.into_iter();
    mention.found.retain(|_| ranks.next().flatten() == Some(first));
    let is_other = |one: &Candidate| one.kind != RecordKind::Deal;
    if mention.found.iter().any(is_other) {
        mention.found.retain(is_other);
    }
}
