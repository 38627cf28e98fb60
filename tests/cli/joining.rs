//! `merge-book`: a copy that went its own way comes home, by the command that people and scripts use.

use std::fs;
use std::path::Path;

use serde_json::{Value, json};

use crate::shelf::{Answer, Shelf, column};

/// A book, and a copy of it that the other laptop has.
struct Two {
    shelf: Shelf,
    laptop: String,
}

impl Two {
    fn parted() -> Self {
        let shelf = Shelf::stocked();
        let laptop = shelf.path("laptop.keybook");
        fs::copy(shelf.path("book.keybook"), &laptop).unwrap();
        Two { shelf, laptop: laptop.to_str().unwrap().to_owned() }
    }

    fn here(&self, words: &[&str]) -> String {
        self.shelf.does(words)
    }

    /// A day later, on the laptop.
    fn there(&self, words: &[&str]) -> String {
        self.shelf.does_on("2026-11-22", &[&["--book", &self.laptop], words].concat())
    }

    fn join(&self, how: &[&str]) -> Value {
        self.shelf.json(&[&["merge-book", &self.laptop], how].concat())
    }

    fn is_sound(&self) {
        assert_eq!(self.shelf.json(&["check"])["findings"], json!([]));
    }
}

fn all(shelf: &Shelf) -> String {
    shelf.does(&["export", "all", "--format", "json"])
}

fn counts(joined: &Value) -> [u64; 4] {
    ["created", "updated", "deleted", "unchanged"].map(|name| joined[name].as_u64().unwrap())
}

#[test]
fn what_only_the_laptop_did_comes_over_and_one_undo_takes_it_back() {
    let two = Two::parted();
    two.here(&["account", "add", "Bolt Ltd"]);
    two.here(&["deal", "edit", "D-1", "--amount", "130k"]);
    two.there(&["account", "add", "Cargo Inc"]);
    two.there(&["contact", "add", "Bob Ray", "--account", "Cargo", "--email", "bob@cargo.example"]);
    two.there(&["deal", "advance", "D-1"]);
    two.there(&["log", "P-1", "--kind", "call", "asked for the contract"]);
    two.there(&["deal", "delete", "Old machines"]);
    let (before, of_laptop) = (all(&two.shelf), fs::read(&two.laptop).unwrap());

    let told = two.join(&["--dry-run"]);
    assert_eq!((counts(&told), &told["operation"]), ([3, 1, 1, 0], &Value::Null));
    assert_eq!(all(&two.shelf), before);

    let joined = two.join(&[]);
    assert_eq!((counts(&joined), &joined["conflicts"]), ([3, 1, 1, 0], &json!([])));
    let deal = two.shelf.json(&["deal", "show", "D-1"]);
    assert_eq!((&deal["amount"], &deal["stage"]), (&json!("130000.00"), &json!("incubation")));
    let names = two.shelf.json(&["account", "list"]);
    assert_eq!(column(&names, "name"), ["Acme Corp", "Bolt Ltd", "Cargo Inc", "华东机床有限公司"]);
    assert_eq!(column(&names, "code"), ["A-1", "A-3", "A-4", "A-2"], "a code of ours is not given twice");
    two.is_sound();
    assert_eq!(fs::read(&two.laptop).unwrap(), of_laptop, "the other copy is only read");

    assert_eq!(two.join(&[])["operation"], Value::Null, "a second time there is nothing new");
    two.here(&["undo"]);
    assert_eq!(all(&two.shelf), before);
    assert_eq!(counts(&two.join(&[])), [3, 1, 1, 0], "what was taken back can be joined again");
}

#[test]
fn what_both_changed_is_refused_on_a_pipe_until_a_side_is_told() {
    let two = Two::parted();
    two.here(&["deal", "edit", "D-1", "--amount", "130k"]);
    two.here(&["account", "delete", "A-2"]);
    two.there(&["deal", "edit", "D-1", "--amount", "140k"]);
    two.there(&["account", "edit", "A-2", "--industry", "Machine tools"]);
    two.there(&["account", "add", "Cargo Inc"]);
    let before = all(&two.shelf);

    let answer: Answer = two.shelf.run(&["merge-book", &two.laptop]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("2 fields") && answer.err.contains("--newest"), "{}", answer.err);
    assert!(answer.out.contains("130,000") && answer.out.contains("140,000"), "{}", answer.out);
    assert_eq!(all(&two.shelf), before);

    let conflicts = two.join(&["--dry-run"])["conflicts"].clone();
    assert_eq!(column(&conflicts, "field"), ["amount", "record"]);
    assert_eq!(
        [&conflicts[0]["ours"], &conflicts[0]["theirs"], &conflicts[1]["ours"], &conflicts[1]["theirs"]],
        ["130000.00", "140000.00", "deleted", "kept"]
    );
    for (rule, amount, is_there) in
        [("--ours", "130000.00", false), ("--theirs", "140000.00", true), ("--newest", "140000.00", true)]
    {
        two.join(&[rule]);
        assert_eq!(two.shelf.json(&["deal", "show", "D-1"])["amount"], *amount, "{rule}");
        assert_eq!(all(&two.shelf).contains("Machine tools"), is_there, "{rule}");
        two.is_sound();
        assert_eq!(two.join(&["--dry-run"])["conflicts"], json!([]), "{rule}: decided once");
        two.here(&["undo"]);
        assert_eq!(all(&two.shelf), before, "{rule}");
    }
    let both = two.shelf.run(&["merge-book", &two.laptop, "--ours", "--theirs"]);
    assert_eq!(both.code, 2);
}

#[test]
fn two_names_for_one_thing_are_one_question() {
    let two = Two::parted();
    for (record, kind) in [("A-1", "account"), ("P-1", "contact"), ("D-1", "deal")] {
        two.here(&[kind, "edit", record, "--name", "Named here"]);
        two.there(&[kind, "edit", record, "--name", "Named there"]);
    }
    let told = two.join(&["--theirs"]);
    assert_eq!(column(&told["conflicts"], "field"), ["name", "name", "name"]);
    for record in ["account", "contact", "deal"] {
        assert_eq!(two.shelf.json(&[record, "show", "named there"])["name"], "Named there");
    }
    two.is_sound();
}

#[test]
fn what_comes_back_to_life_is_no_flaw_of_the_book() {
    let two = Two::parted();
    two.here(&["contact", "add", "Ann Lee", "--account", "A-1", "--reports-to", "Jane Doe"]);
    fs::copy(two.shelf.path("book.keybook"), &two.laptop).unwrap();
    two.here(&["account", "delete", "A-1"]);
    two.there(&["account", "edit", "A-1", "--industry", "Pumps"]);
    two.join(&["--theirs"]);
    assert_eq!(two.shelf.json(&["contact", "show", "Ann Lee"])["reports_to"], "Jane Doe");
    two.is_sound();
}

#[test]
fn a_file_that_both_have_imported_makes_nothing_double() {
    let two = Two::parted();
    let people = two.shelf.file(
        "people.csv",
        "Record ID,First Name,Last Name,Email,Company\n7,Ann,Lee,ann@dora.example,Dora Ltd\n8,Bo,Ek,bo@dora.example,Dora Ltd\n",
    );
    two.here(&["import", &people]);
    two.there(&["import", &people]);
    two.there(&["contact", "edit", "Ann Lee", "--title", "Buyer"]);
    two.there(&["contact", "add", "Cy Young", "--account", "Dora"]);

    let joined = two.join(&[]);
    assert_eq!(joined["conflicts"], json!([]));
    let names = |two: &Two| -> Vec<String> {
        let list = two.shelf.json(&["contact", "list"]);
        column(&list, "name").iter().map(|name| (*name).to_owned()).collect()
    };
    assert_eq!(names(&two), ["Ann Lee", "Bo Ek", "Cy Young", "Jane Doe", "李伟"]);
    let accounts = two.shelf.json(&["account", "list"]);
    assert_eq!(column(&accounts, "name").iter().filter(|name| **name == "Dora Ltd").count(), 1);
    let ann = two.shelf.json(&["contact", "show", "Ann Lee"]);
    assert_eq!((&ann["title"], &ann["emails"]), (&json!("Buyer"), &json!(["ann@dora.example"])));
    assert_eq!(two.shelf.json(&["contact", "show", "Cy Young"])["account"], "Dora Ltd");
    two.is_sound();

    two.there(&["contact", "edit", "Bo Ek", "--title", "Planner"]);
    two.there(&["deal", "add", "Line two", "--account", "Dora", "--contact", "Bo Ek:user"]);
    assert_eq!(counts(&two.join(&[]))[..2], [1, 1], "what is done to them later finds them too");
    assert_eq!(two.shelf.json(&["contact", "show", "Bo Ek"])["title"], "Planner");
    assert_eq!(two.shelf.json(&["deal", "show", "Line two"])["account"], "Dora Ltd");
    let again = two.shelf.json(&["import", &people]);
    assert_eq!(again["files"][0]["unchanged"], 2, "and so does the next import");
    two.is_sound();
}

#[test]
fn days_before_the_copies_parted_look_as_they_did() {
    let two = Two::parted();
    let past = |two: &Two| two.shelf.json(&["funnel", "--as-of", "2026-11-21"]);
    let then = past(&two);
    two.there(&["deal", "win", "D-1", "--on", "2026-11-22"]);
    two.there(&["deal", "add", "Later", "--account", "A-1", "--amount", "9000"]);
    two.join(&[]);
    assert_eq!(past(&two), then);
    assert_eq!(two.shelf.json(&["deal", "show", "D-1"])["status"], "won");
}

#[test]
fn conflicts_are_told_in_the_readers_words() {
    let two = Two::parted();
    two.here(&["quota", "set", "2026Q4", "500k"]);
    two.there(&["quota", "set", "2026Q4", "600k"]);
    let told = two.here(&["merge-book", &two.laptop, "--dry-run", "--lang", "zh"]);
    assert!(told.contains("金额") && !told.contains("amount"), "{told}");
}

#[test]
fn what_is_no_copy_of_the_book_is_refused_and_nothing_happens() {
    let shelf = Shelf::stocked();
    let before = all(&shelf);
    let stranger = shelf.path("stranger.keybook");
    shelf.does(&["--book", stranger.to_str().unwrap(), "account", "add", "Else"]);
    let own = shelf.path("book.keybook");
    let table = shelf.file("table.csv", "Name\nAcme\n");
    let half = shelf.path("half.keybook");
    fs::write(&half, &fs::read(&own).unwrap()[..50_000]).unwrap();
    let refused = |file: &Path, code: i32, word: &str| {
        let answer = shelf.run(&["merge-book", file.to_str().unwrap()]);
        assert_eq!(answer.code, code, "{}: {}", file.display(), answer.err);
        assert!(answer.err.contains(word), "{}", answer.err);
    };
    refused(&stranger, 4, "no past in common");
    refused(Path::new(&table), 4, "not a keybook book");
    refused(&half, 4, "cannot be joined");
    refused(&own, 1, "this book itself");
    refused(Path::new("nowhere.keybook"), 3, "nowhere.keybook");
    assert_eq!(all(&shelf), before);
}
