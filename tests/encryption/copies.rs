//! The copies of an encrypted book, and bringing one back.

use keybook::store::cipher::is_encrypted;

use crate::shelf::Shelf;

const OLD: &str = "correct horse battery";
const NEW: &str = "another eight words of it";

#[test]
fn copies_are_encrypted_as_the_book_is_and_can_be_brought_back() {
    let shelf = Shelf::encrypted(OLD);
    let before = shelf.all(Some(OLD));
    shelf.does(Some(OLD), &["deal", "delete", "D-1"]);
    shelf.does(Some(OLD), &["backup"]);
    assert!(shelf.copies().iter().all(|copy| is_encrypted(copy)));
    let told = shelf.json(Some(OLD), &["backups", "--verify"]);
    assert!(told.as_array().unwrap().iter().all(|copy| copy["good"] == true), "{told}");
    let would = shelf.json(Some(OLD), &["restore", "3", "--dry-run"]);
    assert!(would["operations_since"].as_u64().unwrap() > 0);
    shelf.does(Some(OLD), &["restore", "3"]);
    assert_eq!(shelf.all(Some(OLD)), before);
    // What was before is one of the copies, encrypted too.
    assert!(shelf.copies().iter().all(|copy| is_encrypted(copy)));
    assert!(!shelf.copies().is_empty());
}

#[test]
fn a_copy_opens_by_itself_with_the_key_file_that_lies_with_the_copies() {
    let shelf = Shelf::encrypted(OLD);
    let copy = shelf.copies().pop().unwrap();
    let answer = shelf.does(Some(OLD), &["--book", copy.to_str().unwrap(), "deal", "list"]);
    assert!(answer.contains("renewal"), "{answer}");
}

#[test]
fn copies_that_were_kept_on_request_can_still_be_brought_back() {
    let shelf = Shelf::stocked();
    let before = shelf.all(None);
    let done = shelf.json(Some(OLD), &["encrypt", "--keep-copies"]);
    assert_eq!((&done["copies"]["kept"], &done["copies"]["remade"]), (&3.into(), &0.into()));
    shelf.does(Some(OLD), &["deal", "delete", "D-1"]);
    // Out of a copy that anybody can read, into a book that nobody can.
    shelf.does(Some(OLD), &["restore", "3"]);
    assert_eq!(shelf.all(Some(OLD)), before);
    assert!(is_encrypted(&shelf.book()));

    let copies = shelf.copies().len();
    let mut program = shelf.program(Some(OLD));
    program.env("KEYBOOK_NEW_PASSPHRASE_COMMAND", shelf.told(NEW)).args(["passphrase", "--keep-copies"]);
    assert!(program.output().unwrap().status.success());
    assert_eq!(shelf.copies().len(), copies + 1);
    // The old passphrase opens the old copies by themselves, and not the book.
    let encrypted = shelf.copies().into_iter().rev().find(|copy| is_encrypted(copy)).unwrap();
    shelf.does(Some(OLD), &["--book", encrypted.to_str().unwrap(), "deal", "list"]);
    assert_eq!(shelf.run(Some(OLD), &["deal", "list"]).code, 5);
    shelf.does(Some(NEW), &["deal", "list"]);

    // Back to a book that anybody can read, copies and all.
    shelf.does(Some(NEW), &["decrypt"]);
    assert_eq!(shelf.all(None), before);
}

#[test]
fn a_damaged_copy_that_anybody_could_read_does_not_stay_behind() {
    let shelf = Shelf::stocked();
    let first = shelf.copies().remove(0);
    let mut bytes = std::fs::read(&first).unwrap();
    bytes.truncate(9_000);
    std::fs::write(&first, bytes).unwrap();
    let done = shelf.json(Some(OLD), &["encrypt"]);
    assert_eq!((&done["copies"]["deleted"], &done["copies"]["remade"]), (&1.into(), &2.into()));
    assert!(shelf.copies().iter().all(|copy| is_encrypted(copy)));
}
