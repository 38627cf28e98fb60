//! What came of a change of many records, in words.

use super::words::Word;
use crate::i18n::Lang;
use crate::ops::bulk::Changed;
use crate::store::Outcome;
use crate::tr;

/// What was done, how many records were left as they are, and why; `done` says the first, where anything
/// was done.
pub fn told(lang: Lang, outcome: &Outcome<Changed>, done: &str) -> String {
    let Changed { same, closed, at_end, .. } = outcome.value;
    let done = match outcome.operation {
        None => tr!(lang, "many.nothing").into_owned(),
        Some(_) => done.to_owned(),
    };
    let why = [
        match closed {
            1 => tr!(lang, "many.closed_one"),
            _ => tr!(lang, "many.closed", number = closed),
        },
        match at_end {
            1 => tr!(lang, "many.at_end_one"),
            _ => tr!(lang, "many.at_end", number = at_end),
        },
        match same {
            1 => tr!(lang, "many.same_one"),
            _ => tr!(lang, "many.same", number = same),
        },
    ];
    let left = why.into_iter().zip([closed, at_end, same]).filter(|(_, number)| *number > 0);
    let left: Vec<Word> = left.map(|(words, _)| words).collect();
    match left.is_empty() {
        true => done,
        false => tr!(lang, "many.left", done = done, left = left.join(&tr!(lang, "many.and"))).into_owned(),
    }
}
