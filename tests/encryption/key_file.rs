//! The key file: missing, torn, of another book; its copy is found by itself.

use std::fs;

use crate::shelf::Shelf;

const OLD: &str = "correct horse battery";

#[test]
fn a_key_file_that_is_gone_is_found_with_the_copies_and_put_back() {
    let shelf = Shelf::encrypted(OLD);
    let before = shelf.all(Some(OLD));
    let file = shelf.path("a.keybook.key");
    let good = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    assert_eq!(shelf.all(Some(OLD)), before);
    assert_eq!(fs::read(&file).unwrap(), good, "it is written anew");
    fs::write(&file, &good[..good.len() / 2]).unwrap();
    assert_eq!(shelf.all(Some(OLD)), before, "a torn one is none");
    assert_eq!(fs::read(&file).unwrap(), good);
}

#[test]
fn without_any_key_file_it_is_said_where_one_was_looked_for() {
    let shelf = Shelf::encrypted(OLD);
    let (file, copy) = (shelf.path("a.keybook.key"), shelf.path("a.keybook.backups/a.keybook.key"));
    let good = fs::read(&file).unwrap();
    fs::remove_file(&file).unwrap();
    fs::remove_file(&copy).unwrap();
    let answer = shelf.run(Some(OLD), &["deal", "list"]);
    assert_eq!(answer.code, 5);
    assert!(answer.err.contains("key file is missing"), "{}", answer.err);
    assert!(answer.err.contains("a.keybook.backups"), "{}", answer.err);
    fs::write(&file, "keybook key file 2\nkey scrypt\nsum 00000000\n").unwrap();
    let answer = shelf.run(Some(OLD), &["deal", "list"]);
    assert_eq!(answer.code, 5);
    assert!(answer.err.contains("damaged, or of a newer keybook"), "{}", answer.err);
    fs::write(&file, good).unwrap();
    shelf.does(Some(OLD), &["deal", "list"]);
}

#[test]
fn the_key_file_of_another_book_is_told_from_a_wrong_passphrase() {
    let shelf = Shelf::encrypted(OLD);
    let other = Shelf::encrypted(OLD);
    for place in ["a.keybook.key", "a.keybook.backups/a.keybook.key"] {
        fs::copy(other.path("a.keybook.key"), shelf.path(place)).unwrap();
    }
    let answer = shelf.run(Some(OLD), &["deal", "list"]);
    assert_eq!(answer.code, 5);
    assert!(answer.err.contains("of another book"), "{}", answer.err);
    let answer = shelf.run(Some("wrong"), &["deal", "list"]);
    assert!(answer.err.contains("does not open"), "{}", answer.err);
}

#[test]
fn a_key_file_beside_a_book_that_is_not_encrypted_is_in_nobodys_way() {
    let shelf = Shelf::stocked();
    let other = Shelf::encrypted(OLD);
    fs::copy(other.path("a.keybook.key"), shelf.path("a.keybook.key")).unwrap();
    shelf.does(None, &["deal", "list"]);
}
