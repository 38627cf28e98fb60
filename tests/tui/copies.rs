//! Copies of the book around the interface: made on leaving, however it is left; shown where the book is damaged.

use std::fs;
use std::path::Path;

use keybook::domain::backup::Reason;
use keybook::store::backup::list;
use rstest::rstest;
use rustix::process::Signal;

use crate::pseudo_terminal::Program;
use crate::work::book_with_deals;

/// The interface on a book, with an account added.
fn with_an_account(path: &Path) -> Program {
    let mut program = Program::open(path, "xterm-256color");
    program.until("5 Deals");
    program.send("aa");
    program.until("Name");
    program.send("Zorro");
    program.until("Zorro");
    program.send("\u{13}");
    program.until("Add account Zorro");
    program
}

#[rstest]
#[case(None)]
#[case(Some(Signal::TERM))]
#[case(Some(Signal::HUP))]
fn what_was_changed_is_copied_on_leaving_however_it_is_left(#[case] signal: Option<Signal>) {
    let folder = book_with_deals();
    let path = folder.path().join("a.keybook");
    let mut program = with_an_account(&path);
    match signal {
        Some(signal) => program.signal(signal),
        None => program.send("q"),
    }
    program.ended();
    let copies = list(&path).unwrap();
    assert_eq!(copies.len(), 1);
    assert_eq!(copies[0].reason, Reason::Leaving);
    copies[0].verify().unwrap();
    // Nothing is changed the second time.
    let mut program = Program::open(&path, "xterm-256color");
    program.until("5 Deals");
    program.send("q");
    program.ended();
    assert_eq!(list(&path).unwrap(), copies);
}

#[test]
fn in_the_place_of_a_damaged_book_its_copy_is_shown_and_brought_back() {
    let folder = book_with_deals();
    let path = folder.path().join("a.keybook");
    let mut program = with_an_account(&path);
    program.send("q");
    program.ended();
    let mut bytes = fs::read(&path).unwrap();
    bytes[100..2_000].fill(0xee);
    fs::write(&path, &bytes).unwrap();

    let mut program = Program::open(&path, "xterm-256color");
    program.until("The book is damaged");
    program.until("Nothing is written to it; a copy is shown");
    assert_eq!(fs::read(&path).unwrap(), bytes);
    program.send("1");
    program.until("Bring this copy back?");
    program.send("y");
    program.until("Brought the copy back");
    program.send("3");
    program.until("Zorro");
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
    assert_eq!(fs::read(folder.path().join("a.keybook.damaged-1")).unwrap(), bytes);
}
