//! The real program killed while it encrypts, changes the passphrase, decrypts: there is the old book or the new one,
//! a passphrase that opens it, and all that it said before.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use keybook::store::cipher::{Lock, Passphrase, is_encrypted};
use keybook::store::{Book, BookFile, Clock};

use crate::shelf::Shelf;

const ROUNDS: u32 = 12;
const MANY_ROUNDS: u32 = 300;
const PASSPHRASES: [&str; 2] = ["correct horse battery", "another eight words of it"];

/// What each round does: the passphrase that the book has before and after; none where it is not encrypted.
const WAYS: [(&str, Option<usize>, Option<usize>); 3] =
    [("encrypt", None, Some(0)), ("passphrase", Some(0), Some(1)), ("decrypt", Some(1), None)];

fn file(book: &Path, passphrase: Option<usize>) -> Option<BookFile> {
    match passphrase {
        None => (!is_encrypted(book)).then(|| book.into()),
        Some(which) => {
            let lock = is_encrypted(book).then(|| Lock::of(book).unwrap())?;
            lock.open(&Passphrase::new(PASSPHRASES[which])).ok()
        }
    }
}

fn all(file: BookFile) -> String {
    let book = Book::open(file, Clock::fixed("2026-11-21".parse().unwrap())).unwrap();
    let mut document = Vec::new();
    book.dump(&mut document).unwrap();
    String::from_utf8(document).unwrap()
}

fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap();
        if path.is_dir() {
            copied(&path, &to.join(name));
        } else {
            std::fs::copy(&path, to.join(name)).unwrap();
        }
    }
}

fn program(shelf: &Shelf, folder: &Path, word: &str, old: Option<usize>, new: Option<usize>) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keybook"));
    command.args(["--today", "2026-11-21", "--book"]).arg(folder.join("a.keybook")).arg(word);
    command.env("KEYBOOK_CONFIG", folder.join("config.toml")).env("TMPDIR", folder);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    if let Some(which) = old.or(new) {
        command.env("KEYBOOK_PASSPHRASE_COMMAND", shelf.told(PASSPHRASES[which]));
    }
    if let Some(which) = new {
        command.env("KEYBOOK_NEW_PASSPHRASE_COMMAND", shelf.told(PASSPHRASES[which]));
    }
    command
}

/// What tells a file from another that takes its place.
#[cfg(unix)]
fn identity(path: &Path) -> Option<u64> {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata(path).ok().map(|found| found.ino())
}

/// What tells a file from another that takes its place.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<std::time::SystemTime> {
    std::fs::metadata(path).and_then(|found| found.created()).ok()
}

fn kill_in_each_round(rounds: u32) {
    let shelf = Shelf::stocked();
    let right = all(file(&shelf.book(), None).unwrap());
    let whole: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
    // One folder for the state before each way, and how long that way takes when it is left alone.
    copied(shelf.folder(), whole[0].path());
    let mut takes = vec![];
    for (at, (word, old, new)) in WAYS.into_iter().enumerate() {
        if at > 0 {
            let before = tempfile::tempdir().unwrap();
            copied(whole[at - 1].path(), before.path());
            let (word, old, new) = WAYS[at - 1];
            assert!(program(&shelf, before.path(), word, old, new).status().unwrap().success(), "{word}");
            copied(before.path(), whole[at].path());
        }
        let trial = tempfile::tempdir().unwrap();
        copied(whole[at].path(), trial.path());
        let begun = Instant::now();
        assert!(program(&shelf, trial.path(), word, old, new).status().unwrap().success(), "{word}");
        takes.push(begun.elapsed());
    }
    let (mut olds, mut news) = (0, 0);
    for round in 0..rounds {
        let (word, old, new) = WAYS[round as usize % WAYS.len()];
        let trial = tempfile::tempdir().unwrap();
        copied(whole[round as usize % WAYS.len()].path(), trial.path());
        let moment =
            takes[round as usize % WAYS.len()].mul_f64(f64::from(round + 1) / f64::from(rounds) * 1.05);
        let book = trial.path().join("a.keybook");
        let before = identity(&book);
        let mut child = program(&shelf, trial.path(), word, old, new).spawn().unwrap();
        if round % 4 == 3 {
            // As soon as the new file has taken its place: however busy the machine, some rounds come that far.
            while identity(&book) == before && child.try_wait().unwrap().is_none() {
                sleep(Duration::from_millis(1));
            }
        } else {
            sleep(moment);
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let opened = [file(&book, old), file(&book, new)];
        olds += u32::from(opened[0].is_some());
        news += u32::from(opened[1].is_some());
        let place = format!("{word} killed after {moment:?}");
        let found: Vec<_> = opened.into_iter().flatten().collect();
        assert_eq!(found.len(), 1, "{place}: {} passphrases open it", found.len());
        assert!(all(found[0].clone()) == right, "{place}: it says something else");
        // And what was broken off can be done again.
        if found[0].key().is_some() == old.is_some() && file(&book, old).is_some() {
            assert!(
                program(&shelf, trial.path(), word, old, new).status().unwrap().success(),
                "{place}: again"
            );
            assert!(all(file(&book, new).unwrap()) == right, "{place}: again");
        }
    }
    println!("{rounds} rounds: the old book {olds} times, the new one {news} times");
    assert!(olds > 0 && news > 0, "the moments say nothing: {olds} old, {news} new");
}

#[test]
fn a_change_of_encryption_that_is_killed_leaves_the_old_book_or_the_new_one() {
    kill_in_each_round(ROUNDS);
}

#[test]
#[ignore = "takes minutes"]
fn a_change_of_encryption_that_is_killed_many_times_leaves_the_old_book_or_the_new_one() {
    kill_in_each_round(MANY_ROUNDS);
}
