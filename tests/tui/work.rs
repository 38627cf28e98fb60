//! A day's work at the keyboard, and what other programs do meanwhile.

use std::path::Path;

use assert_cmd::Command;
use tempfile::TempDir;

use crate::pseudo_terminal::Program;

/// A folder with a book of two deals, past its first start.
pub fn book_with_deals() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("a.keybook");
    command(&book, &["config", "set", "begun", "true"]);
    command(&book, &["account", "add", "Acme"]);
    for (name, amount) in [("Renewal", "120k"), ("Extension", "80k")] {
        command(&book, &["deal", "add", name, "--account", "Acme", "--amount", amount]);
    }
    folder
}

pub fn command(book: &Path, words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keybook"));
    command.args(["--lang", "en", "--today", "2026-11-21", "--book"]).arg(book).args(words);
    command.env("KEYBOOK_CONFIG", book.with_file_name("config.toml"));
    let done = command.assert().success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

#[test]
fn a_deal_moved_at_the_keyboard_is_moved_for_all_and_back_again() {
    let folder = book_with_deals();
    let book = folder.path().join("a.keybook");
    let mut program = Program::open(&book, "xterm-256color");
    program.until("2 Funnel");
    program.send("2");
    program.until("Interest, 2 deals");
    program.send(">");
    program.until("to Incubation");
    let stage = |deal: &str| {
        let deal: serde_json::Value =
            serde_json::from_str(&command(&book, &["deal", "show", deal, "--format", "json"])).unwrap();
        deal["stage"].as_str().unwrap().to_owned()
    };
    let moved = if program.until("Done:").contains("Renewal to") { "Renewal" } else { "Extension" };
    assert_eq!(stage(moved), "incubation");
    program.send("u");
    program.until("Undone: Advance deal");
    assert_eq!(stage(moved), "interest");
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
}

#[test]
fn what_another_program_adds_is_seen_at_the_next_key() {
    let folder = book_with_deals();
    let book = folder.path().join("a.keybook");
    let mut program = Program::open(&book, "xterm-256color");
    program.until("2 Funnel");
    program.send("2");
    program.until("Interest, 2 deals");
    command(&book, &["deal", "add", "Pilot", "--account", "Acme", "--amount", "10k"]);
    program.send("j");
    program.until("Interest, 3 deals");
}

#[test]
fn the_first_start_asks_and_a_quota_gives_indicators() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("a.keybook");
    let mut program = Program::open(&book, "xterm-256color");
    program.until("Welcome to keybook");
    program.send("2");
    program.until("Your name");
    program.send("Lena\r\r4\r900k\r");
    program.until("How do you think yourself?");
    program.send("n");
    program.until("Your funnel is empty.");
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
    assert!(command(&book, &["quota", "list"]).contains("900,000"));
}

#[test]
fn a_newcomer_adds_finds_moves_and_undoes_from_the_screen_alone() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("a.keybook");
    let mut program = Program::open(&book, "xterm-256color");
    program.until("Welcome to keybook");
    program.send("\u{1b}");
    program.until("? help");
    program.send("aa");
    program.until("New account");
    program.send("Acme Foods\u{13}");
    program.until("1 account");
    program.send("ap");
    program.until("New person");
    program.send("Jane Miller\u{13}");
    program.until("1 person");
    program.send("Ccall: sent the offer\r");
    program.until("Done: Log");
    program.send("ad");
    program.until("New deal");
    program.send("Renewal\t\t120k\u{13}");
    program.until("1 deal");
    program.send(">");
    program.until("to Incubation");
    // All three are found again by what one remembers of them, and the call too.
    for (words, found, shown) in [
        ("acme", "Acme Foods", "A-1 Acme Foods"),
        ("jan", "Jane Miller", "Person   Picture"),
        ("renew", "Renewal", "D-1 Renewal"),
        ("offer", "sent the offer", "Jane Miller"),
    ] {
        program.send("s");
        program.until("Search");
        program.send(words);
        program.until(found);
        program.send("\r");
        program.until(shown);
    }
    assert!(command(&book, &["activity", "list"]).contains("call"), "the call was logged as one");
    for undone in [
        "Undone: Advance deal Renewal to Incubation",
        "Undone: Add deal Renewal",
        "Undone: Log",
        "Undone: Add contact Jane Miller",
        "Undone: Add account Acme Foods",
    ] {
        program.send("u");
        program.until(undone);
    }
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
    assert!(!command(&book, &["account", "list"]).contains("Acme"));
    assert!(command(&book, &["history"]).contains("Renewal"));
}
