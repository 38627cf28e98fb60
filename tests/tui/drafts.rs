//! What is being typed when the program is killed.

use rustix::process::Signal;

use crate::pseudo_terminal::Program;
use crate::work::{book_with_deals, command};

#[test]
fn what_was_typed_into_a_form_outlives_a_kill() {
    let folder = book_with_deals();
    let book = folder.path().join("a.keybook");
    let mut program = Program::open(&book, "xterm-256color");
    program.until("5 Deals");
    program.send("ap");
    program.until("New person");
    program.send("Jane Miller\tAcme\tChief of purchasing");
    program.until("Chief of purchasing");
    // A draft is kept once its frame is shown, before a further key is taken.
    program.send("\t");
    program.until("a line each");
    program.signal(Signal::KILL);
    program.ended();

    let mut program = Program::open(&book, "xterm-256color");
    program.until("You were typing in “New person” when keybook ended");
    program.send("y");
    program.until("This is what you had typed here.");
    let screen = program.until("Chief of purchasing");
    assert!(screen.contains("Jane Miller") && screen.contains("Acme"), "{screen}");
    program.send("\u{13}");
    program.until("Done: Add contact Jane Miller");
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
    assert!(command(&book, &["contact", "show", "Jane"]).contains("Chief of purchasing"));

    let mut program = Program::open(&book, "xterm-256color");
    let screen = program.until("5 Deals");
    assert!(!screen.contains("You were typing"), "{screen}");
    program.send("q");
    program.ended();
}

#[test]
fn a_longer_text_is_written_in_the_editor_of_the_person() {
    let folder = book_with_deals();
    let book = folder.path().join("a.keybook");
    let editor = folder.path().join("editor.sh");
    std::fs::write(&editor, "#!/bin/sh\nprintf 'They asked\\nfor a visit.' > \"$1\"\n").unwrap();
    std::fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let mut program = Program::with_editor(&book, &editor);
    program.until("5 Deals");
    program.send("3e");
    program.until("Edit account");
    // The notes are the last field.
    program.send("\u{1b}[Z");
    program.until("as many lines as you like");
    program.send("\u{f}");
    program.until("for a visit.");
    program.send("\u{13}");
    program.until("Done: Edit account Acme");
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
    assert!(command(&book, &["account", "show", "Acme"]).contains("They asked"));
}
