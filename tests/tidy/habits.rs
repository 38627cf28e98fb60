//! Habits of the house: sizes, no way to panic, nothing of one machine.

use crate::source::{files, sources};
use crate::{none, shipped_sources};

/// A file longer than this holds more than one subject.
const LONGEST: usize = 400;

/// Files that may be longer, and why.
const LONGER: &[(&str, &str)] = &[];

/// What ends a program in the middle of a sentence.
const PANICS: &[&str] = &[
    ".unwrap()",
    ".expect(",
    ".unwrap_err()",
    ".expect_err(",
    "panic!",
    "todo!",
    "unimplemented!",
    "unreachable!",
];

#[test]
fn files_are_short_enough_to_read() {
    let mut wrong = vec![];
    for source in sources("src").into_iter().chain(sources("tests")).chain(sources("benches")) {
        let excused = LONGER.iter().find(|(path, _)| *path == source.path);
        match (source.lines > LONGEST, excused) {
            (true, None) => wrong.push(format!(
                "{}: {} lines, more than {LONGEST}; give its second subject a file of its own",
                source.path, source.lines
            )),
            (false, Some(_)) => {
                wrong.push(format!("{}: short enough by now; take it off the list LONGER", source.path));
            }
            _ => {}
        }
    }
    for (path, _) in LONGER {
        if !crate::source::root().join(path).is_file() {
            wrong.push(format!("{path}: gone; take it off the list LONGER"));
        }
    }
    none("files that are too long", &wrong);
}

#[test]
fn nothing_shipped_can_panic_on_purpose() {
    let mut wrong = vec![];
    for source in shipped_sources() {
        for word in PANICS {
            for (at, _) in source.shipped.match_indices(word) {
                let inside = source.shipped[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
                if word.starts_with('.') || !inside {
                    wrong.push(format!(
                        "{}:{}: `{word}`; give back an error, or write it so that there is none",
                        source.path,
                        source.line(at)
                    ));
                }
            }
        }
    }
    none("ways to panic outside tests", &wrong);
}

#[test]
fn nothing_names_the_machine_it_was_written_on() {
    let folders = ["home", "Users", "root", "work"].map(|name| format!("/{name}/"));
    let mut wrong = vec![];
    let endings = ["rs", "yml", "toml", "sql", "md", "css", "sh", "py"];
    let places = ["src", "assets", "tests", "benches", ".ci", "docs", "tools"];
    for (place, ending) in places.iter().flat_map(|place| endings.map(|ending| (place, ending))) {
        for (path, text) in files(place, ending) {
            for (line, words) in text.lines().enumerate() {
                // A path starts a word; in an address such as https://x.org/work/ it does not.
                let named = |folder: &String| {
                    words.match_indices(folder.as_str()).any(|(at, _)| {
                        !words[..at]
                            .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '}'))
                    })
                };
                if folders.iter().any(named) {
                    wrong.push(format!("{path}:{}: {}", line + 1, words.trim()));
                }
            }
        }
    }
    none("paths of one machine; ask the platform, or make the place a parameter", &wrong);
}
