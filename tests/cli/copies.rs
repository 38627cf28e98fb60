//! Copies of the book, bringing them back, and a book that is not sound.

use std::fs::{self, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use serde_json::Value;

use crate::shelf::Shelf;

/// Writes something else over a part of a file.
fn damage(path: &Path, at: u64, length: usize) {
    let mut file = OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(at)).unwrap();
    file.write_all(&vec![0xee; length]).unwrap();
}

fn text<'a>(value: &'a Value, field: &str) -> &'a str {
    value[field].as_str().unwrap()
}

#[test]
fn a_copy_is_made_listed_and_brought_back_and_that_is_taken_back_too() {
    let shelf = Shelf::stocked();
    assert_eq!(shelf.json(&["backups"]), Value::Array(vec![]));
    let made = shelf.json(&["backup"]);
    assert_eq!((&made["number"], text(&made, "reason")), (&Value::from(1), "asked"));
    shelf.does(&["account", "add", "Bolt Ltd"]);
    shelf.does(&["deal", "delete", "Old machines"]);

    let told = shelf.json(&["restore", "1", "--dry-run"]);
    assert_eq!(told["dry_run"], Value::Bool(true));
    assert_eq!(told["operations_since"], Value::from(2));
    let of = |kind: &str| {
        let all = told["differences"].as_array().unwrap();
        all.iter().find(|one| one["kind"] == kind).cloned().unwrap()
    };
    assert_eq!((of("account")["gone"].as_u64(), of("deal")["back"].as_u64()), (Some(1), Some(1)));
    assert!(shelf.does(&["account", "list"]).contains("Bolt"), "nothing was changed");

    let done = shelf.json(&["restore", "latest"]);
    assert_eq!(done["dry_run"], Value::Bool(false));
    assert!(!shelf.does(&["account", "list"]).contains("Bolt"));
    assert!(shelf.does(&["deal", "list"]).contains("Old machines"));
    let before = done["backup"]["number"].to_string();
    shelf.does(&["restore", &before]);
    assert!(shelf.does(&["account", "list"]).contains("Bolt"));
    let reasons: Vec<String> = shelf
        .json(&["backups", "--verify"])
        .as_array()
        .unwrap()
        .iter()
        .map(|one| {
            assert_eq!(one["good"], Value::Bool(true));
            text(one, "reason").to_owned()
        })
        .collect();
    assert_eq!(reasons, ["restore", "restore", "asked"]);
}

#[test]
fn a_copy_is_made_before_an_import_once_an_hour_and_elsewhere_when_asked_for() {
    let shelf = Shelf::stocked();
    let file = shelf.file("new.csv", "Account Name,Website\nCargo Inc,cargo.example\n");
    shelf.does(&["import", &file, "--as", "accounts", "--dry-run"]);
    assert_eq!(shelf.json(&["backups"]), Value::Array(vec![]));
    shelf.does(&["import", &file, "--as", "accounts"]);
    let reasons = |shelf: &Shelf| -> Vec<String> {
        let all = shelf.json(&["backups"]);
        all.as_array().unwrap().iter().map(|one| text(one, "reason").to_owned()).collect()
    };
    assert_eq!(reasons(&shelf), ["import"]);
    shelf.does(&["account", "add", "Dora"]);
    assert_eq!(reasons(&shelf), ["import"], "not before an hour has passed");
    shelf.does_on("2026-11-22", &["account", "list"]);
    assert_eq!(reasons(&shelf), ["hourly", "import"]);

    let elsewhere = shelf.path("elsewhere.keybook");
    shelf.does(&["backup", elsewhere.to_str().unwrap()]);
    assert_eq!(reasons(&shelf).len(), 2);
    let again = shelf.run(&["backup", elsewhere.to_str().unwrap()]);
    assert_eq!(again.code, 1, "never over a file: {}", again.err);
    shelf.does(&["account", "delete", "Dora"]);
    shelf.does(&["restore", elsewhere.to_str().unwrap()]);
    assert!(shelf.does(&["account", "list"]).contains("Dora"));
}

#[test]
fn what_is_no_copy_is_refused_and_nothing_is_written() {
    let shelf = Shelf::stocked();
    shelf.does(&["backup"]);
    let before = fs::read(shelf.path("book.keybook")).unwrap();
    let file = shelf.file("letter.txt", "Dear Jane");
    let answer = shelf.run(&["restore", &file]);
    assert_eq!(answer.code, 4, "{}", answer.err);
    assert!(answer.err.contains("not a keybook book"), "{}", answer.err);
    assert_eq!(shelf.run(&["restore", "7"]).code, 3);
    let copy = shelf.json(&["backups"])[0]["file"].as_str().unwrap().to_owned();
    damage(Path::new(&copy), 50_000, 1);
    assert_eq!(shelf.run(&["restore", "1"]).code, 4);
    assert_eq!(shelf.json(&["backups", "--verify"])[0]["good"], Value::Bool(false));
    assert_eq!(fs::read(shelf.path("book.keybook")).unwrap(), before);
}

#[test]
fn a_damaged_book_is_said_to_be_and_a_good_copy_brought_back() {
    let shelf = Shelf::stocked();
    shelf.does(&["backup"]);
    let path = shelf.path("book.keybook");
    damage(&path, 100, 2_000);
    let damaged = fs::read(&path).unwrap();
    for (lang, words) in [("en", "keybook restore 1"), ("zh", "账本已损坏")] {
        let answer = shelf.run(&["--lang", lang, "today"]);
        assert_eq!(answer.code, 5, "{}", answer.err);
        assert!(answer.err.contains(words), "{}", answer.err);
    }
    let answer = shelf.run(&["check", "--format", "json"]);
    let found: Value = serde_json::from_str(&answer.out).unwrap();
    assert_eq!((answer.code, text(&found, "integrity")), (5, "damaged"));
    assert_eq!(found["newest_good"]["number"], Value::from(1));
    assert_eq!(fs::read(&path).unwrap(), damaged, "it was not written to");

    let done = shelf.json(&["restore", "latest"]);
    assert_eq!(fs::read(text(&done, "aside")).unwrap(), damaged);
    assert_eq!(text(&shelf.json(&["check"]), "integrity"), "ok");
    assert!(shelf.does(&["deal", "list"]).contains("Acme renewal"));
}

#[test]
fn what_can_be_read_of_a_damaged_book_is_saved_beside_it() {
    let shelf = Shelf::stocked();
    let path = shelf.path("book.keybook");
    let file = rusqlite::Connection::open(&path).unwrap();
    let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'deal_contact'";
    let page: i64 = file.query_row(root, [], |row| row.get(0)).unwrap();
    drop(file);
    damage(&path, (page as u64 - 1) * 4096, 4096);
    let out = shelf.json(&["check", "--repair"]);
    assert_eq!(text(&out, "integrity"), "damaged");
    assert_eq!(out["saved"]["broken"][0], "deal_contact");
    let saved = text(&out["saved"], "file");
    let accounts = shelf.does(&["--book", saved, "account", "list"]);
    assert!(accounts.contains("Acme Corp") && accounts.contains("华东机床有限公司"), "{accounts}");
    assert_eq!(text(&shelf.json(&["--book", saved, "check"]), "integrity"), "ok");
}

#[test]
fn a_book_that_is_not_there_is_not_made_by_looking_at_it() {
    let shelf = Shelf::new();
    assert_ne!(shelf.run(&["check"]).code, 0);
    shelf.does(&["backups"]);
    assert!(!shelf.path("book.keybook").exists());
}

#[cfg(not(feature = "encryption"))]
#[test]
fn a_program_without_the_cipher_says_so_of_an_encrypted_book_and_leaves_it_as_it_is() {
    let shelf = Shelf::new();
    let mut page = vec![0xa7; 8192];
    // As such a book begins: its pages are of 4,096 bytes, 80 of each set apart.
    page[..21].copy_from_slice(b"SQLite format 3\0\x10\x00\x02\x02\x50");
    fs::write(shelf.path("book.keybook"), &page).unwrap();
    for words in [&["deal", "list"][..], &["check"], &["backup"], &["decrypt"]] {
        let answer = shelf.run(words);
        assert_eq!(answer.code, 5, "{words:?}: {}", answer.err);
        assert!(answer.err.contains("built without encryption"), "{words:?}: {}", answer.err);
    }
    assert_eq!(fs::read(shelf.path("book.keybook")).unwrap(), page);
    let plain = Shelf::stocked();
    assert_eq!(plain.run(&["encrypt"]).code, 5);
    plain.does(&["deal", "list"]);
}
