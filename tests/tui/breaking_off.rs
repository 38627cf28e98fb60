//! A long import that is broken off, at the keyboard or on the command line, leaves nothing.

use std::path::{Path, PathBuf};

use crate::pseudo_terminal::Program;
use crate::work::{book_with_deals, command};

/// A file of so many people that taking it in can be seen.
fn people(folder: &Path) -> PathBuf {
    let mut text = "First Name,Last Name,Company,Email\n".to_owned();
    for n in 0..30_000 {
        text += &format!("Given{n},Family{n},Firm {},person{n}@firm.example\n", n % 500);
    }
    let path = folder.join("people.csv");
    std::fs::write(&path, text).unwrap();
    path
}

#[test]
fn ctrl_c_on_the_command_line_leaves_nothing() {
    let folder = book_with_deals();
    let (book, path) = (folder.path().join("a.keybook"), people(folder.path()));
    let before = command(&book, &["export", "all"]);
    let mut program = Program::start(&book, "xterm-256color", &["import", path.to_str().unwrap()]);
    let shown = program.until("rows/s");
    assert!(shown.contains("people.csv") && shown.contains(" left"), "{shown}");
    program.send("\x03");
    assert_eq!(program.ended().exit_code(), 1);
    assert!(program.screen().contains("Nothing was written"), "{}", program.screen());
    assert_eq!(command(&book, &["export", "all"]), before);
}

#[test]
fn esc_at_the_keyboard_leaves_nothing_and_so_does_leaving() {
    let folder = book_with_deals();
    let (book, path) = (folder.path().join("a.keybook"), people(folder.path()));
    let before = command(&book, &["export", "all"]);
    let mut program = Program::open(&book, "xterm-256color");
    program.until("2 Funnel");
    program.send("gI/");
    program.until("File or folder:");
    program.send(path.to_str().unwrap());
    program.send("\r");
    program.until("contacts, 30,000 rows");
    program.send("c");
    program.until("rows/s");
    // What is typed meanwhile does nothing.
    program.send("q2");
    program.send("\x1b");
    program.until("Nothing was written");
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
    assert_eq!(command(&book, &["export", "all"]), before);
}
