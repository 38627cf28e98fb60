//! At a terminal: the passphrase is asked for and not shown; a book is locked and opened again.

#[allow(dead_code)] // its other methods are for the interface's own tests
#[path = "../tui/pseudo_terminal.rs"]
mod pseudo_terminal;

use std::time::Duration;

use pseudo_terminal::Program;

use crate::shelf::{PHRASE, Shelf};

const OLD: &str = "correct horse battery";
const TERM: &str = "xterm-256color";

/// Answers a question.
fn answer(program: &mut Program, question: &str, typed: &str) {
    program.until(question);
    // What is typed before the terminal is quiet would be shown by the terminal itself.
    std::thread::sleep(Duration::from_millis(100));
    program.send(&format!("{typed}\r"));
}

#[test]
fn a_passphrase_is_asked_for_before_the_interface_and_never_shown() {
    let shelf = Shelf::encrypted(OLD);
    let mut program = Program::open(&shelf.book(), TERM);
    answer(&mut program, "Passphrase of a.keybook:", "correct hores battery");
    answer(&mut program, "That is not the passphrase.", OLD);
    program.until("keybook");
    program.send("5");
    let screen = program.until(&format!("{PHRASE} renewal"));
    assert!(!screen.contains("horse") && !screen.contains("hores"), "{screen}");
    program.send("q");
    assert!(program.ended().success());
}

#[test]
fn three_wrong_passphrases_end_it_with_five() {
    let shelf = Shelf::encrypted(OLD);
    let mut program = Program::start(&shelf.book(), TERM, &["deal", "list"]);
    answer(&mut program, "Passphrase of a.keybook:", "one");
    answer(&mut program, "Once more.", "two");
    std::thread::sleep(Duration::from_millis(700));
    program.send("three\r");
    assert_eq!(program.ended().exit_code(), 5);
    let screen = program.until("does not open");
    for typed in ["one\n", "two", "three"] {
        assert!(!screen.contains(typed), "{screen}");
    }
}

#[test]
fn giving_up_at_the_question_ends_it_with_five() {
    let shelf = Shelf::encrypted(OLD);
    for key in ["\x03", "\x1b"] {
        let mut program = Program::start(&shelf.book(), TERM, &["deal", "list"]);
        program.until("Passphrase of a.keybook:");
        std::thread::sleep(Duration::from_millis(200));
        program.send(key);
        assert_eq!(program.ended().exit_code(), 5);
    }
}

#[test]
fn a_new_passphrase_is_typed_twice_the_same() {
    let shelf = Shelf::stocked();
    let mut program = Program::start(&shelf.book(), TERM, &["encrypt"]);
    answer(&mut program, "New passphrase:", OLD);
    answer(&mut program, "Once more:", "correct horse batter");
    program.until("The two are not the same.");
    std::thread::sleep(Duration::from_millis(300));
    program.send(&format!("{OLD}\r"));
    std::thread::sleep(Duration::from_millis(300));
    program.send(&format!("{OLD}\r"));
    program.until("is encrypted now");
    assert!(program.ended().success());
    shelf.does(Some(OLD), &["deal", "list"]);
}

#[test]
fn a_locked_book_is_closed_and_shows_nothing_until_its_passphrase_is_typed() {
    let shelf = Shelf::encrypted(OLD);
    let mut program = Program::open(&shelf.book(), TERM);
    answer(&mut program, "Passphrase of a.keybook:", OLD);
    program.until("keybook");
    program.send("5");
    program.until(&format!("{PHRASE} renewal"));
    assert!(shelf.path("a.keybook-wal").exists(), "the book is open");
    program.send("gL");
    let screen = program.until("Locked");
    assert!(!screen.contains(PHRASE) && !screen.contains("a.keybook"), "{screen}");
    // Somebody else has the book for themselves now.
    let closed = || !shelf.path("a.keybook-wal").exists();
    assert!((0..100).any(|_| closed() || {
        std::thread::sleep(Duration::from_millis(50));
        false
    }));
    program.send("wrong\r");
    let screen = program.until("That is not the passphrase.");
    assert!(!screen.contains("wrong"), "{screen}");
    // Another size draws the cover, not the book.
    program.resize(30, 100);
    program.until("Locked");
    program.send(&format!("{OLD}\r"));
    program.until(&format!("{PHRASE} renewal"));
    program.send("gL");
    program.until("Locked");
    program.send("\x03");
    assert!(program.ended().success());
    program.until_terminal_is_back();
}

#[test]
#[ignore = "nobody types for a minute"]
fn a_book_locks_itself_when_nobody_types_and_keeps_what_was_being_typed() {
    let shelf = Shelf::encrypted(OLD);
    shelf.does(Some(OLD), &["config", "set", "lock_after", "1"]);
    let mut program = Program::open(&shelf.book(), TERM);
    answer(&mut program, "Passphrase of a.keybook:", OLD);
    program.until("keybook");
    program.send("aa");
    program.until("Account");
    program.send("Half a name");
    program.until("Half a name");
    std::thread::sleep(Duration::from_secs(61));
    let screen = program.until("Locked");
    assert!(!screen.contains("Half a name"), "{screen}");
    assert_eq!(shelf.readable("Half a name"), Vec::<std::path::PathBuf>::new());
    program.send(&format!("{OLD}\r"));
    // It is offered again.
    program.until("Go on");
    program.send("\r");
    program.until("Half a name");
}
