//! Nothing that anybody can read is left: the whole folder is searched for words of the book, as UTF-8 and UTF-16,
//! with the temporary files of the program in it.

use keybook::domain::id::Id;
use keybook::ops::encryption::encrypt;
use keybook::store::cipher::{Lock, Passphrase};
use keybook::store::{Book, BookFile, Clock, Draft};

use crate::shelf::{PHRASE, Shelf};

const OLD: &str = "correct horse battery";

fn unlocked(shelf: &Shelf) -> BookFile {
    Lock::of(&shelf.book()).unwrap().open(&Passphrase::new(OLD)).unwrap()
}

#[test]
fn the_search_finds_what_can_be_read() {
    let shelf = Shelf::stocked();
    assert_eq!(shelf.readable(PHRASE).len(), 3, "the book and its two copies, as they are");
    std::fs::write(shelf.path("w"), PHRASE.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>())
        .unwrap();
    assert_eq!(shelf.readable(PHRASE).len(), 4);
}

#[test]
fn nothing_of_a_book_can_be_read_once_it_is_encrypted() {
    let shelf = Shelf::stocked();
    // What somebody was broken off at: half a copy, and a copy made ready.
    let copies = shelf.path("a.keybook.backups");
    std::fs::write(copies.join("0123abcd.part"), PHRASE).unwrap();
    std::fs::create_dir(copies.join(".ready-x")).unwrap();
    std::fs::write(copies.join(".ready-x/a.keybook"), PHRASE).unwrap();
    // What is none of its business.
    std::fs::write(shelf.path("film.part"), "a download").unwrap();
    shelf.does(Some(OLD), &["encrypt"]);
    assert_eq!(shelf.readable(PHRASE), Vec::<std::path::PathBuf>::new());
    assert!(shelf.path("film.part").exists());
    // Nothing else lies there: of what the file was before, there is not even the journal.
    let mut names: Vec<String> = std::fs::read_dir(shelf.folder())
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["a.keybook", "a.keybook.backups", "a.keybook.key", "film.part"]);
    shelf.does(
        Some(OLD),
        &["deal", "edit", "D-1", "--next", &format!("show {PHRASE}"), "--next-on", "2026-12-01"],
    );
    shelf.does(Some(OLD), &["restore", "1"]);
    shelf.does(Some(OLD), &["backup", shelf.path("b.keybook").to_str().unwrap()]);
    assert_eq!(shelf.readable(PHRASE), Vec::<std::path::PathBuf>::new());
}

#[test]
fn neither_the_log_of_an_open_book_nor_what_is_being_typed_can_be_read() {
    let shelf = Shelf::encrypted(OLD);
    let mut book = Book::open(unlocked(&shelf), Clock::machine()).unwrap();
    let draft = |content: &str| Draft { form: "note".into(), record: None::<Id>, content: content.into() };
    assert!(book.keep_draft(&draft(&format!("half a thought about {PHRASE}"))).unwrap());
    let input =
        keybook::ops::account::AccountInput { name: Some(format!("{PHRASE} again")), ..Default::default() };
    keybook::ops::account::add(&mut book, &input).unwrap();
    assert!(std::fs::metadata(shelf.path("a.keybook-wal")).unwrap().len() > 0, "its log is there");
    assert_eq!(shelf.readable(PHRASE), Vec::<std::path::PathBuf>::new());
    let beside = book.beside().unwrap();
    let past = book.as_of("2026-11-01".parse().unwrap()).unwrap();
    assert_eq!(beside.drafts().unwrap().len(), 1);
    drop((past, beside, book));
    assert_eq!(shelf.readable(PHRASE), Vec::<std::path::PathBuf>::new());
}

#[test]
fn what_is_saved_of_a_damaged_book_is_encrypted_as_that_was() {
    let shelf = Shelf::encrypted(OLD);
    let mut bytes = std::fs::read(shelf.book()).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 20_000].fill(7);
    std::fs::write(shelf.book(), bytes).unwrap();
    let told = shelf.json(Some(OLD), &["check", "--repair"]);
    assert_eq!(told["integrity"], "damaged");
    let saved = told["saved"]["file"].as_str().unwrap();
    assert_eq!(shelf.readable(PHRASE), Vec::<std::path::PathBuf>::new());
    let answer = shelf.run(Some(OLD), &["--book", saved, "check"]);
    assert!([0, 1].contains(&answer.code), "{}", answer.err);
    // And the newest copy comes back in its place.
    shelf.does(Some(OLD), &["restore", "latest"]);
    assert!(shelf.does(Some(OLD), &["deal", "list"]).contains("renewal"));
    assert_eq!(shelf.readable(PHRASE), Vec::<std::path::PathBuf>::new());
}

#[test]
fn an_older_book_saved_beside_it_is_told_of() {
    let shelf = Shelf::stocked();
    std::fs::copy(shelf.book(), shelf.path("a.keybook.damaged-1")).unwrap();
    let done = encrypt(&shelf.book(), &Passphrase::new(OLD), false, Clock::machine()).unwrap();
    assert_eq!(done.readable, [shelf.path("a.keybook.damaged-1")]);
}
