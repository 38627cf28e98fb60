//! Operations of the history, and what a search found, as programs read them.

use crate::i18n::Lang;
use crate::report::model::{OperationOut, SearchHitOut};
use crate::report::words;
use crate::store::view::search::Hit;
use crate::store::{Operation, State, rfc3339};

/// Cells of text that stand around what was found.
const SNIPPET: usize = 80;

/// An operation, named in a language.
pub fn operation(lang: Lang, operation: &Operation) -> OperationOut {
    OperationOut {
        id: operation.id,
        at: rfc3339(operation.at),
        label: words::operation(lang, &operation.label),
        changes: operation.changes.unsigned_abs(),
        undone: operation.state != State::Done,
        details: Vec::new(),
    }
}

/// What a search for `words` found.
pub fn hit(hit: Hit, words: &str) -> SearchHitOut {
    let text = hit.text.unwrap_or_default();
    SearchHitOut {
        kind: hit.kind.as_str().to_owned(),
        id: hit.id,
        name: hit.name,
        place: hit.place,
        snippet: snippet(&text, words),
    }
}

/// The part of a text around the first of the words that it holds; its beginning where it holds none.
fn snippet(text: &str, words: &str) -> String {
    let letters: Vec<char> = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().collect();
    if letters.len() <= SNIPPET {
        return letters.into_iter().collect();
    }
    let lower = |letter: &char| letter.to_lowercase().next().unwrap_or(*letter);
    let folded: Vec<char> = letters.iter().map(lower).collect();
    let found = words.split_whitespace().find_map(|word| {
        let word: Vec<char> = word.chars().map(|letter| lower(&letter)).collect();
        folded.windows(word.len().max(1)).position(|window| window == word)
    });
    let start = found.unwrap_or(0).saturating_sub(SNIPPET / 4);
    let end = (start + SNIPPET).min(letters.len());
    let before = if start > 0 { "…" } else { "" };
    let after = if end < letters.len() { "…" } else { "" };
    format!("{before}{}{after}", letters[start..end].iter().collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::snippet;

    #[test]
    fn a_snippet_shows_the_words_that_were_found() {
        let text = format!("{} 预算 is fixed {}", "a ".repeat(100), "b ".repeat(100));
        let around = snippet(&text, "预算");
        assert!(around.contains("预算 is fixed"), "{around}");
        assert!(around.starts_with('…') && around.ends_with('…'), "{around}");
        assert_eq!(snippet("short\nnote", "x"), "short note");
    }
}
