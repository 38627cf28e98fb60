//! A book of its own for each test, the program to run on it, and passphrases that a command tells.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

/// Words that a test can look for: nothing else in a book holds them.
pub const PHRASE: &str = "Quetzalfjord";

/// A folder with a book, settings and temporary files, and one apart with what tells passphrases.
pub struct Shelf {
    folder: TempDir,
    apart: TempDir,
}

/// What the program said, and how it ended.
pub struct Answer {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Shelf {
    /// A shelf without a book.
    pub fn new() -> Shelf {
        Shelf { folder: tempfile::tempdir().unwrap(), apart: tempfile::tempdir().unwrap() }
    }

    /// A shelf with a small book that is not encrypted, and that has been worked in and copied.
    pub fn stocked() -> Shelf {
        let shelf = Shelf::new();
        for words in [
            &["account", "add", PHRASE, "--tier", "key"][..],
            &["contact", "add", "Jane Doe", "--account", PHRASE, "--email", "jane@quetzalfjord.example"],
            &["deal", "add", &format!("{PHRASE} renewal"), "--account", PHRASE, "--amount", "120k"],
            &["backup"],
            &["log", "D-1", "--kind", "call", &format!("Talked of {PHRASE}, 大客户续约")],
            &["deal", "add", "A second", "--account", PHRASE, "--amount", "7k"],
            &["undo"],
            &["backup"],
        ] {
            shelf.does(None, words);
        }
        shelf
    }

    /// The same, encrypted with a passphrase.
    pub fn encrypted(passphrase: &str) -> Shelf {
        let shelf = Shelf::stocked();
        shelf.does(Some(passphrase), &["encrypt"]);
        shelf
    }

    /// A file in the folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The book.
    pub fn book(&self) -> PathBuf {
        self.path("a.keybook")
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A command that tells a passphrase.
    pub fn told(&self, passphrase: &str) -> String {
        let name = passphrase.bytes().fold(7_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(byte.into()));
        let file = self.apart.path().join(format!("{name}.txt"));
        std::fs::write(&file, format!("{passphrase}\nanother line\n")).unwrap();
        format!("cat '{}'", file.display())
    }

    /// The program, with a passphrase or without.
    pub fn program(&self, passphrase: Option<&str>) -> Command {
        let mut program = Command::cargo_bin("keybook").unwrap();
        program
            .env("KEYBOOK_FILE", self.book())
            .env("KEYBOOK_CONFIG", self.path("config.toml"))
            .env("TMPDIR", self.folder.path())
            .env("LC_ALL", "en_US.UTF-8")
            .env_remove("KEYBOOK_PASSPHRASE_COMMAND")
            .env_remove("KEYBOOK_NEW_PASSPHRASE_COMMAND")
            .args(["--today", "2026-11-21"]);
        if let Some(passphrase) = passphrase {
            program.env("KEYBOOK_PASSPHRASE_COMMAND", self.told(passphrase));
        }
        program
    }

    pub fn run(&self, passphrase: Option<&str>, words: &[&str]) -> Answer {
        Answer::of(self.program(passphrase).args(words))
    }

    /// Runs what must succeed.
    pub fn does(&self, passphrase: Option<&str>, words: &[&str]) -> String {
        let answer = self.run(passphrase, words);
        assert_eq!(answer.code, 0, "{words:?}: {}", answer.err);
        answer.out
    }

    /// Runs what must succeed, and reads its JSON.
    pub fn json(&self, passphrase: Option<&str>, words: &[&str]) -> Value {
        let out = self.does(passphrase, &[words, &["--format", "json"]].concat());
        serde_json::from_str(&out).unwrap_or_else(|error| panic!("{words:?}: {error}\n{out}"))
    }

    /// Changes the passphrase.
    pub fn change(&self, from: &str, to: &str) -> Answer {
        let mut program = self.program(Some(from));
        Answer::of(program.env("KEYBOOK_NEW_PASSPHRASE_COMMAND", self.told(to)).arg("passphrase"))
    }

    /// All that the book says.
    pub fn all(&self, passphrase: Option<&str>) -> String {
        self.does(passphrase, &["export", "all", "--format", "json"])
    }

    /// All files in the folder and below.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut found = vec![];
        let mut folders = vec![self.folder.path().to_owned()];
        while let Some(folder) = folders.pop() {
            for file in std::fs::read_dir(folder).unwrap() {
                let path = file.unwrap().path();
                if path.is_dir() { folders.push(path) } else { found.push(path) }
            }
        }
        found
    }

    /// The files in which a phrase can be read, as UTF-8 or UTF-16.
    pub fn readable(&self, phrase: &str) -> Vec<PathBuf> {
        let little: Vec<u8> = phrase.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = phrase.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let holds = |path: &PathBuf| {
            let bytes = std::fs::read(path).unwrap_or_default();
            [phrase.as_bytes(), &little, &big]
                .iter()
                .any(|wanted| bytes.windows(wanted.len()).any(|part| part == *wanted))
        };
        self.files().into_iter().filter(holds).collect()
    }

    /// The copies of the book.
    pub fn copies(&self) -> Vec<PathBuf> {
        let is_copy = |path: &PathBuf| {
            path.parent().unwrap().ends_with("a.keybook.backups") && path.extension().unwrap() == "keybook"
        };
        let mut found: Vec<PathBuf> = self.files().into_iter().filter(is_copy).collect();
        found.sort();
        found
    }
}

impl Answer {
    pub fn of(program: &mut Command) -> Answer {
        let output = program.output().unwrap();
        Answer {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}
