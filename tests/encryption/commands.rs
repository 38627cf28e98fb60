//! A book is encrypted, worked in, given another passphrase, and decrypted again: what it says stays the same.

use crate::shelf::{Answer, PHRASE, Shelf};

const OLD: &str = "correct horse battery";
const NEW: &str = "新的密码短语 还很长很长";

#[test]
fn a_book_says_the_same_before_within_and_after_its_encryption() {
    let shelf = Shelf::stocked();
    let before = shelf.all(None);
    let history = shelf.does(None, &["history", "--format", "json"]);
    let done = shelf.json(Some(OLD), &["encrypt"]);
    assert_eq!(done["encrypted"], true);
    assert_eq!(done["integrity"], "ok");
    assert_eq!(done["backup"]["reason"], "encryption");
    assert_eq!(done["copies"]["remade"], 3, "two of before, and the one that was made first");
    assert!(done["records"].as_array().unwrap().iter().any(|one| one["kind"] == "deal" && one["count"] == 1));
    assert_eq!(shelf.all(Some(OLD)), before);
    assert_eq!(shelf.does(Some(OLD), &["history", "--format", "json"]), history);

    // Its history goes on where it stood: what was undone is redone.
    shelf.does(Some(OLD), &["redo"]);
    shelf.does(Some(OLD), &["undo"]);
    assert_eq!(shelf.all(Some(OLD)), before);
    assert_eq!(shelf.json(Some(OLD), &["check"])["integrity"], "ok");
    assert!(
        shelf.does(Some(OLD), &["search", PHRASE]).contains("renewal"),
        "the search is encrypted with it"
    );

    assert_eq!(shelf.change(OLD, NEW).code, 0);
    assert_eq!(shelf.run(Some(OLD), &["deal", "list"]).code, 5, "the old passphrase opens nothing any more");
    assert_eq!(shelf.all(Some(NEW)), before);

    let done = shelf.json(Some(NEW), &["decrypt"]);
    assert_eq!((&done["encrypted"], &done["key_file"]), (&false.into(), &serde_json::Value::Null));
    assert_eq!(shelf.all(None), before);
    assert!(!shelf.path("a.keybook.key").exists(), "what has no lock needs no key");
    assert_eq!(shelf.json(None, &["check"])["integrity"], "ok");
    shelf.does(None, &["restore", "latest"]);
}

#[test]
fn without_the_passphrase_it_says_what_is_wrong_and_ends_with_five() {
    let shelf = Shelf::encrypted(OLD);
    for words in [&["deal", "list"][..], &["check"], &["restore", "latest"], &["decrypt"], &["backup"]] {
        let wrong = shelf.run(Some("correct horse batterY"), words);
        assert_eq!(wrong.code, 5, "{words:?}: {}", wrong.err);
        assert!(wrong.err.contains("does not open"), "{words:?}: {}", wrong.err);
        // On a pipe nobody is asked.
        let none = shelf.run(None, words);
        assert_eq!(none.code, 5, "{words:?}: {}", none.err);
        assert!(none.err.contains("KEYBOOK_PASSPHRASE_COMMAND"), "{words:?}: {}", none.err);
        assert!(none.out.is_empty() && wrong.out.is_empty());
    }
    let mut program = shelf.program(None);
    let zh = Answer::of(program.args(["--lang", "zh", "deal", "list"]));
    assert!(zh.err.contains("已加密"), "{}", zh.err);
}

#[test]
fn a_command_that_does_not_tell_the_passphrase_is_named() {
    let shelf = Shelf::encrypted(OLD);
    for command in ["false", "cat 'open", "keybook-no-such-program", "true", "printf \\377"] {
        let mut program = shelf.program(None);
        let answer = Answer::of(program.env("KEYBOOK_PASSPHRASE_COMMAND", command).args(["deal", "list"]));
        assert_eq!(answer.code, 5, "{command}: {}", answer.err);
        assert!(answer.err.contains("KEYBOOK_PASSPHRASE_COMMAND"), "{command}: {}", answer.err);
    }
}

#[test]
fn what_makes_no_sense_is_refused_and_changes_nothing() {
    let shelf = Shelf::stocked();
    let before = shelf.all(None);
    assert_eq!(shelf.run(Some(OLD), &["decrypt"]).code, 1, "it is not encrypted");
    assert_eq!(shelf.change(OLD, NEW).code, 1);
    assert_eq!(shelf.all(None), before);
    shelf.does(Some(OLD), &["encrypt"]);
    let twice = shelf.run(Some(NEW), &["encrypt"]);
    assert_eq!(twice.code, 1);
    assert!(twice.err.contains("already"), "{}", twice.err);
    assert_eq!(shelf.all(Some(OLD)), before);
}

#[test]
fn a_short_passphrase_is_warned_of_and_taken() {
    let shelf = Shelf::stocked();
    let answer = shelf.run(Some("short"), &["encrypt"]);
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert!(answer.err.contains("12 characters"), "{}", answer.err);
    shelf.does(Some("short"), &["deal", "list"]);
}

#[test]
fn a_book_that_somebody_has_open_is_not_encrypted_under_their_hands() {
    let shelf = Shelf::stocked();
    let before = shelf.all(None);
    let open = keybook::store::Book::open(&shelf.book(), keybook::store::Clock::machine()).unwrap();
    let answer = shelf.run(Some(OLD), &["encrypt"]);
    assert_eq!(answer.code, 5, "{}", answer.err);
    drop(open);
    assert_eq!(shelf.all(None), before);
    shelf.does(Some(OLD), &["encrypt"]);
}

#[test]
fn a_book_of_an_encrypted_shelf_is_joined_and_imported_into() {
    let shelf = Shelf::encrypted(OLD);
    let other = shelf.path("other.keybook");
    shelf.does(Some(OLD), &["backup", other.to_str().unwrap()]);
    assert!(shelf.path("other.keybook.key").exists(), "a copy elsewhere has its key file with it");
    let mut program = shelf.program(Some(OLD));
    let added = ["--book", other.to_str().unwrap(), "account", "add", "Only there"];
    assert_eq!(Answer::of(program.args(added)).code, 0);
    shelf.does(Some(OLD), &["account", "add", "Only here"]);
    let joined = shelf.json(Some(OLD), &["merge-book", other.to_str().unwrap()]);
    assert_eq!(joined["created"], 1);
    let file = shelf.path("more.csv");
    std::fs::write(&file, "Account\nImported Inc\n").unwrap();
    shelf.does(Some(OLD), &["import", file.to_str().unwrap(), "--as", "accounts"]);
    let all = shelf.does(Some(OLD), &["account", "list"]);
    for name in ["Only there", "Only here", "Imported Inc"] {
        assert!(all.contains(name), "{name}: {all}");
    }
}
