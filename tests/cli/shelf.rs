//! A book of its own for each test, and the program to run on it.

use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// A folder with a book and settings that nobody else uses.
pub struct Shelf {
    folder: TempDir,
}

/// What the program said, and how it ended.
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Shelf {
    pub fn new() -> Self {
        Shelf { folder: tempfile::tempdir().unwrap() }
    }

    /// A file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file into the folder and gives its path.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The program, on the book, on the day that all tests know.
    pub fn program(&self) -> Command {
        self.program_on("2026-11-21")
    }

    /// The program, on the book, on a day.
    pub fn program_on(&self, day: &str) -> Command {
        let mut program = Command::cargo_bin("keybook").unwrap();
        program
            .env("KEYBOOK_FILE", self.path("book.keybook"))
            .env("KEYBOOK_CONFIG", self.path("config.toml"))
            .env("LC_ALL", "en_US.UTF-8")
            .env_remove("COLUMNS")
            .args(["--today", day]);
        program
    }

    pub fn run(&self, words: &[&str]) -> Answer {
        Answer::of(self.program().args(words))
    }

    /// Runs what must succeed.
    pub fn does(&self, words: &[&str]) -> String {
        let answer = self.run(words);
        assert_eq!(answer.code, 0, "{words:?}: {}", answer.err);
        answer.out
    }

    /// Runs what must succeed on a day.
    pub fn does_on(&self, day: &str, words: &[&str]) -> String {
        let answer = Answer::of(self.program_on(day).args(words));
        assert_eq!(answer.code, 0, "{words:?}: {}", answer.err);
        answer.out
    }

    /// Runs what must succeed, and reads its JSON.
    pub fn json(&self, words: &[&str]) -> Value {
        let out = self.does(&[words, &["--format", "json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{words:?}: {error}\n{out}"))
    }

    /// A small book: two accounts, two people, three deals.
    pub fn stocked() -> Self {
        let shelf = Shelf::new();
        for words in [
            &["account", "add", "Acme Corp", "--tier", "key", "--owner", "me", "--tag", "north"][..],
            &["account", "add", "华东机床有限公司", "--parent", "Acme Corp"],
            &["contact", "add", "Jane Doe", "--account", "acme", "--email", "jane@acme.example"],
            &["contact", "add", "李伟", "--account", "华东"],
            &[
                "deal",
                "add",
                "Acme renewal",
                "--account",
                "A-1",
                "--amount",
                "120k",
                "--close",
                "2026-12-15",
                "--contact",
                "jane:decision_maker",
                "--product",
                "Pump:2:900.50",
                "--next",
                "call Jane",
                "--next-on",
                "2026-11-20",
            ],
            &[
                "deal",
                "add",
                "数控机床二期",
                "--account",
                "A-2",
                "--amount",
                "364.80",
                "--stage",
                "comparison",
                "--close",
                "2027-01-15",
            ],
            &["deal", "add", "Old machines", "--account", "A-1"],
        ] {
            shelf.does(words);
        }
        shelf
    }
}

impl Answer {
    pub fn of(program: &mut Command) -> Self {
        let output = program.output().unwrap();
        Answer {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

/// The names of an object's fields, in their order.
pub fn fields(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

/// One field of each record of a list.
pub fn column<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().unwrap().iter().map(|record| record[field].as_str().unwrap_or("null")).collect()
}
