//! Holds the house in order: which rooms may know which, sizes, languages, habits. It reads the sources
//! as text, so every message says where and what to do.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "tidy/actions.rs"]
mod actions;
#[path = "tidy/habits.rs"]
mod habits;
#[path = "tidy/locales.rs"]
mod locales;
#[path = "tidy/rooms.rs"]
mod rooms;
#[path = "tidy/source.rs"]
mod source;

use source::{Source, sources};

/// Fails where there are any, naming each.
#[track_caller]
fn none(what: &str, found: &[String]) {
    assert!(found.is_empty(), "{what}:\n  {}\n", found.join("\n  "));
}

/// Where the file of a module may lie that a source names.
fn module_files(path: &str, name: &str) -> [String; 2] {
    let folder = match path.rsplit_once('/') {
        Some((folder, "mod.rs" | "lib.rs" | "main.rs")) => folder.to_owned(),
        _ => path.trim_end_matches(".rs").to_owned(),
    };
    [format!("{folder}/{name}.rs"), format!("{folder}/{name}/mod.rs")]
}

/// The sources of the program, without files that are only there for tests.
fn shipped_sources() -> Vec<Source> {
    let all = sources("src");
    let tests: Vec<String> = all
        .iter()
        .flat_map(|source| source.test_modules.iter().flat_map(|name| module_files(&source.path, name)))
        .collect();
    let is_test = |source: &Source| {
        tests.iter().any(|test| {
            source.path == *test
                || test.strip_suffix("mod.rs").is_some_and(|folder| source.path.starts_with(folder))
        })
    };
    all.into_iter().filter(|source| !is_test(source)).collect()
}
