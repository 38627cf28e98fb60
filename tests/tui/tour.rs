//! The tour: in a book that goes, beside a book of one's own that is not touched.

use std::path::Path;

use crate::pseudo_terminal::Program;

/// Does for the person what a step of the tour asks for.
const F3: &str = "\u{1b}OR";

/// How many books and folders of books there are beside a book.
fn books(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with("keybook-") || name.ends_with(".keybook")).collect()
}

#[test]
fn who_begins_is_shown_round_and_comes_to_a_book_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::open(&folder.path().join("mine.keybook"), "xterm-256color");
    program.until("Show me round first");
    program.send("1");
    for step in 1..=10 {
        program.until(&format!("Tour · {step} of 10"));
        program.send(F3);
    }
    program.until("That was it");
    program.send("\u{1b}");
    program.until("Where to now?");
    program.send("1");
    program.until("Show me round first");
    assert_eq!(books(folder.path()), ["mine.keybook"], "the demonstration is gone");
    program.send("\u{1b}");
    program.until("Ready. Everything is saved");
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
}

#[test]
fn the_tour_by_itself_opens_no_book_of_ones_own() {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::start(&folder.path().join("mine.keybook"), "xterm-256color", &["tour"]);
    program.until("Tour · 1 of 10");
    program.send("2");
    program.until("Tour · 2 of 10");
    program.send("\u{1b}");
    program.until("Where to now?");
    program.send("2");
    program.until("? help");
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
    assert!(books(folder.path()).is_empty(), "{:?}", books(folder.path()));
}
