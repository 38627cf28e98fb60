//! The document of a whole book, as this program writes it.

use std::path::Path;

use keybook::i18n::Lang;
use keybook::ops::{document, history};
use keybook::report::problem::explain_load;
use keybook::store::Book;
use tempfile::TempDir;

use crate::import::{Emptied, dump, is_harmless, texts};

/// What documents are made of.
pub const WORDS: &[&str] = &[
    "null",
    "true",
    "\"\"",
    "0",
    "-1",
    "1e9",
    "9223372036854775808",
    "\"364.80\"",
    "\"1e5\"",
    "\"EUR\"",
    "\"XXX\"",
    "\"2026-11-21\"",
    "\"2026-13-01\"",
    "\"2026-11-21T08:00:00Z\"",
    "\"0000000000018\"",
    "\"38685TVT1MHJ7\"",
    "\"zzzzzzzzzzzzz\"",
    "\"open\"",
    "\"won\"",
    "\"name\"",
    "\"id\"",
    "\"accounts\": [",
    "\"deals\": [",
    "\"account_id\"",
    "\"parent_id\"",
    "\"format\": \"keybook\"",
    "\"version\": 999",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\u001b[2J",
    "\\ud800",
    "\"fields\": {}",
    "[[[[[[[[",
];

/// What is taken is what the document says: it comes out again as it went in, and undone nothing is left of it. What is
/// refused leaves nothing either, and can be told.
pub fn trial() -> impl FnMut(&[u8]) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("whole.json");
    let (mut first, mut second) = (Emptied::default(), Emptied::default());
    move |bytes| {
        let _stays = &folder;
        first.with(|first| check(first, &mut second, &path, bytes));
    }
}

fn check(first: &mut Book, second: &mut Emptied, path: &Path, bytes: &[u8]) {
    std::fs::write(path, bytes).unwrap();
    if let Err(error) = document::take(first, path, false) {
        let told = explain_load(Lang::En, path, &error);
        let words = [Some(told.what), told.why, told.hint];
        assert!(words.iter().flatten().all(|words| is_harmless(words)), "{error:?}");
        return;
    }
    let taken = dump(first);
    texts(&serde_json::from_str(&taken).unwrap(), &mut |text| {
        let steers = |sign: char| {
            sign.is_control() && sign != '\n'
                || matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        assert!(!text.contains(steers), "{text:?}");
    });
    std::fs::write(path, &taken).unwrap();
    second.with(|second| {
        document::take(second, path, false).unwrap();
        assert_eq!(dump(second), taken);
        history::undo(second, None).unwrap();
    });
    history::undo(first, None).unwrap();
}
