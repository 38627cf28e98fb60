//! The rooms: which way arrows point, who knows SQL, and that no file lies about unused.

use std::collections::BTreeSet;

use crate::source::{Source, files, sources};
use crate::{module_files, none, shipped_sources};

/// What each room may name. `lib.rs` and `main.rs` put the rooms together and may name all.
const ARROWS: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("i18n", &[]),
    ("exchange", &["domain"]),
    ("store", &["domain"]),
    ("ops", &["domain", "exchange", "store"]),
    ("config", &["domain", "i18n", "report"]),
    ("report", &["config", "domain", "exchange", "i18n", "ops", "store"]),
    ("cli", &["config", "domain", "exchange", "i18n", "ops", "report", "store"]),
    ("tui", &["config", "domain", "exchange", "i18n", "ops", "report", "store"]),
];

/// The ways to a hand that writes; only `ops` may take them.
const DOORS: &[&str] =
    &[".operate(", ".found(", ".found_with_past(", "book.undo(", "book.redo(", "store::Writer"];

/// Words that only a query has.
const QUERIES: &[&[&str]] = &[
    &["SELECT"],
    &["INSERT", "INTO"],
    &["DELETE", "FROM"],
    &["UPDATE", "SET"],
    &["PRAGMA"],
    &["CREATE", "TABLE"],
    &["CREATE", "INDEX"],
    &["ORDER", "BY"],
];

#[test]
fn arrows_between_rooms_point_one_way() {
    let mut wrong = vec![];
    for source in shipped_sources() {
        let room = source.room().to_owned();
        if matches!(room.as_str(), "lib" | "main") {
            continue;
        }
        let Some((_, allowed)) = ARROWS.iter().find(|(name, _)| *name == room) else {
            wrong.push(format!("{}: `{room}` is no room of the map in lib.rs and tests/tidy", source.path));
            continue;
        };
        for (at, named) in rooms_named(&source) {
            if named != room && !allowed.contains(&named.as_str()) && ARROWS.iter().any(|(r, _)| *r == named)
            {
                wrong.push(format!(
                    "{}:{}: `{room}` must not know `{named}`; move what both need to a room that both may name",
                    source.path,
                    source.line(at)
                ));
            }
        }
    }
    none("arrows that point the wrong way (see the map in src/lib.rs)", &wrong);
}

/// The rooms that a source names, and where.
fn rooms_named(source: &Source) -> Vec<(usize, String)> {
    let code = &source.shipped;
    let mut found = vec![];
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        if let Some(group) = rest.strip_prefix('{') {
            for part in group.split(['{', '}', ',']).take_while(|part| !part.contains(';')) {
                found.push((at, word(part.trim_start())));
            }
        }
        found.push((at, word(rest)));
    }
    // As many steps up as the module is deep lead to the root.
    let depth = source.path.trim_end_matches("/mod.rs").matches('/').count();
    let climb = "super::".repeat(depth);
    for (at, _) in code.match_indices(&climb) {
        let inside = code[..at].ends_with("super::");
        let rest = &code[at + climb.len()..];
        if !inside && !rest.starts_with("super::") {
            found.push((at, word(rest)));
        }
    }
    found
}

fn word(text: &str) -> String {
    text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

#[test]
fn only_operations_write() {
    let mut wrong = vec![];
    for source in shipped_sources() {
        if matches!(source.room(), "store" | "ops") {
            continue;
        }
        for door in DOORS {
            for (at, _) in source.shipped.match_indices(door) {
                wrong.push(format!(
                    "{}:{}: `{door}` — whatever changes the book is a function of `ops`; add one and call it",
                    source.path,
                    source.line(at)
                ));
            }
        }
    }
    none("writes outside `ops`", &wrong);
}

#[test]
fn only_the_store_knows_sql() {
    let mut wrong = vec![];
    for source in shipped_sources() {
        if source.room() == "store" {
            continue;
        }
        for (at, _) in source.shipped.match_indices("rusqlite") {
            wrong.push(format!("{}:{}: names rusqlite", source.path, source.line(at)));
        }
        for (at, text) in source.shipped_strings() {
            if is_query(text) {
                wrong.push(format!("{}:{}: a query: {text:.40}", source.path, source.line(*at)));
            }
        }
    }
    none("SQL outside src/store; make it a query of `store::view` or of its table's file", &wrong);
}

fn is_query(text: &str) -> bool {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|w| !w.is_empty()).collect();
    QUERIES.iter().any(|query| {
        let mut wanted = query.iter().peekable();
        for word in &words {
            if wanted.peek().is_some_and(|want| *want == word) {
                wanted.next();
            }
        }
        wanted.peek().is_none()
    })
}

/// REPLACE leaves no trace of what it took out in the journal.
#[test]
fn nothing_is_replaced_behind_the_journal() {
    let mut wrong = vec![];
    let in_code = sources("src").into_iter().flat_map(|source| {
        let path = source.path.clone();
        source.strings.into_iter().map(move |(_, text)| (path.clone(), text))
    });
    for (path, text) in in_code.chain(files("assets", "sql")) {
        let upper = text.to_uppercase();
        let words: Vec<&str> =
            upper.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        if words.windows(2).any(|pair| matches!(pair, ["OR", "REPLACE"] | ["REPLACE", "INTO"])) {
            wrong.push(format!("{path}: REPLACE; look for the row, then insert or update it"));
        }
    }
    none("REPLACE, which the journal does not see", &wrong);
}

#[test]
fn every_file_is_part_of_the_program() {
    let all: BTreeSet<String> = files("src", "rs").into_iter().map(|(path, _)| path).collect();
    let sources = sources("src");
    let mut reached: BTreeSet<String> = BTreeSet::new();
    let mut next = vec!["src/lib.rs".to_owned(), "src/main.rs".to_owned()];
    while let Some(path) = next.pop() {
        if reached.insert(path.clone()) {
            let source = sources.iter().find(|source| source.path == path).unwrap();
            let named = source.code.match_indices("mod ").filter_map(|(at, _)| {
                let name = word(&source.code[at + 4..]);
                source.code[at + 4 + name.len()..].starts_with(';').then_some(name)
            });
            let candidates = named.flat_map(|name| module_files(&path, &name));
            next.extend(candidates.filter(|path| all.contains(path)));
        }
    }
    let lost: Vec<String> = all.difference(&reached).cloned().collect();
    none("files that no `mod` names; name them or delete them", &lost);
}
