//! What changes is marked for a moment, and what takes long is said while it does.

use std::path::Path;
use std::thread;
use std::time::Duration;

use rusqlite::Connection;

use crate::pseudo_terminal::Program;
use crate::work::{book_with_deals, command};

/// Longer than a person is left to wonder, shorter than another program is waited for.
const A_WHILE: Duration = Duration::from_millis(1_500);

fn funnel_of(book: &Path) -> Program {
    let mut program = Program::open(book, "xterm-256color");
    program.until("2 Funnel");
    program.send("2");
    program.until("Interest, 2 deals");
    program
}

#[test]
fn figures_that_changed_are_underlined_for_a_moment_without_a_key() {
    let folder = book_with_deals();
    let book = folder.path().join("a.keybook");
    let mut program = funnel_of(&book);
    assert_eq!(program.underlined(), "");
    program.send(">");
    program.until("Done: Advance deal");
    program.until_underlined(|words| words.contains("120,000") || words.contains("80,000"));
    program.until_underlined(str::is_empty);
}

#[test]
fn where_motion_is_off_nothing_is_underlined() {
    let folder = book_with_deals();
    let book = folder.path().join("a.keybook");
    command(&book, &["config", "set", "motion", "off"]);
    assert!(command(&book, &["config", "show"]).contains("motion"));
    let mut program = funnel_of(&book);
    program.send(">");
    program.until("Done: Advance deal");
    assert_eq!(program.underlined(), "");
}

#[test]
fn what_takes_long_is_said_meanwhile_and_then_what_came_of_it() {
    let folder = book_with_deals();
    let book = folder.path().join("a.keybook");
    let mut program = funnel_of(&book);
    let other = Connection::open(&book).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    program.send(">");
    program.until("Writing …");
    thread::sleep(A_WHILE);
    assert!(program.screen().contains("Interest, 2 deals"), "all else stays: {}", program.screen());
    other.execute_batch("ROLLBACK").unwrap();
    program.until("Done: Advance deal");
    assert!(!program.screen().contains("Writing …"), "{}", program.screen());
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
}
