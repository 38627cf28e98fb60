//! What is chosen becomes words of the line: what is saved is always what the line says.

use std::ops::Range;

use super::atoms::{Sort as AtomSort, atoms};
use super::meant::{is_worth_asking, rank};
use super::{Candidate, Ground, Names, Open, understand};

/// The line in which a record stands at a place, by its name where that is clear, else by its code; and where
/// it ends there.
///
/// # Errors
/// As the look-up of names.
pub fn chosen<N: Names>(
    text: &str,
    at: Range<usize>,
    candidate: &Candidate,
    ground: &Ground<'_>,
    names: &N,
) -> Result<(String, usize), N::Error> {
    let by_name = put(text, at.clone(), &candidate.name);
    let understood = understand(&by_name.0, ground, names)?;
    let is_clear = |open: &Open| match open.choices() {
        Some((_, found)) => found.iter().all(|one| one.id != candidate.id),
        None => true,
    };
    let is_meant = understood.records().any(|known| known.record.id == candidate.id);
    match is_meant && understood.open.iter().all(is_clear) {
        true => Ok(by_name),
        false => Ok(put(text, at, &candidate.code)),
    }
}

/// The records whose names go on from what stands before the cursor, with the place of those words: while a
/// name is being typed.
///
/// # Errors
/// As the look-up of names.
pub fn offered<N: Names>(
    text: &str,
    cursor: usize,
    head_end: usize,
    names: &N,
) -> Result<(Range<usize>, Vec<Candidate>), N::Error> {
    let before = text.get(..cursor).unwrap_or(text);
    let pieces = atoms(before, 0..before.len(), true);
    let is_typing = before.ends_with(|c: char| c.is_alphanumeric()) && cursor <= head_end;
    let first = pieces.iter().rposition(|piece| piece.is_apart || matches!(piece.sort, AtomSort::Sign(_)));
    let first = first.map_or(0, |at| if matches!(pieces[at].sort, AtomSort::Sign(_)) { at + 1 } else { at });
    let at = pieces.get(first).map_or(cursor, |piece| piece.at.start)..cursor;
    if !is_typing || at.is_empty() || !is_worth_asking(&text[at.clone()]) {
        return Ok((cursor..cursor, Vec::new()));
    }
    let words = &text[at.clone()];
    let mut found = names.called(words, &[])?;
    found.retain(|one| rank(one, words).is_some());
    found.sort_by_key(|one| rank(one, words));
    Ok((at, found))
}

/// Puts words in the place of others, apart from what stands around them; gives where they end.
pub fn put(text: &str, at: Range<usize>, words: &str) -> (String, usize) {
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric());
    let before = if touches(text[..at.start].chars().next_back()) { " " } else { "" };
    let after = if touches(text[at.end..].chars().next()) { " " } else { "" };
    let start = format!("{}{before}{words}", &text[..at.start]);
    (format!("{start}{after}{}", &text[at.end..]), start.len())
}
