//! Encrypted books damaged at random: never a crash, never a figure that is wrong and not found.

use std::fs;

use keybook::ops::{backup, check, demo};
use keybook::store::backup::newest_good;
use keybook::store::cipher::{Key, Lock, Passphrase, Recipe, convert};
use keybook::store::{Book, BookFile, Clock};

use crate::chance::Chance;
use crate::damage::{damage, figures};

/// How often in each run of the tests.
const ROUNDS: u64 = 20;
const MANY_ROUNDS: u64 = 500;

fn key() -> Key {
    Recipe::fresh().unwrap().key(&Passphrase::new("correct horse battery")).unwrap().unwrap()
}

fn try_all(rounds: u64) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.keybook");
    let clock = Clock::fixed("2026-11-21".parse().unwrap());
    let book = demo::make(&path, clock, Some(40)).unwrap();
    let right = figures(&book).unwrap();
    drop(book);
    let file = convert(&BookFile::from(&path), Some(&key()), false, clock).unwrap().file;
    let whole = fs::read(&path).unwrap();
    let mut chance = Chance::new(2026);
    let (mut refused, mut harmless, mut found, mut silent) = (0, 0, 0, vec![]);
    for round in 0..rounds {
        let mut bytes = whole.clone();
        // The beginning is hit more often than by chance: it is not encrypted.
        let at = if chance.below(5) == 0 { chance.below(100) } else { chance.below(bytes.len()) };
        let how = damage(&mut bytes, at, &mut chance);
        fs::write(&path, &bytes).unwrap();
        let told = Book::open(&file, clock).and_then(|book| figures(&book));
        match told {
            Err(_) => refused += 1,
            Ok(told) if told == right => harmless += 1,
            Ok(_) if !check::examine(&file).is_ok_and(|found| found.findings.is_empty()) => found += 1,
            Ok(_) => silent.push(how.clone()),
        }
        if let Ok(found) = check::examine(&file)
            && found.is_damaged()
            && round % 10 == 0
        {
            let _ = check::repair(&file, &found, clock);
        }
        // The passphrase is still known to be the right one, by the copies, and one of these comes back.
        if round % 10 == 0 && !bytes.is_empty() {
            let lock = Lock::of(&path).unwrap_or_else(|error| panic!("{round}: {how}: {error}"));
            let file = lock.open(&Passphrase::new("correct horse battery"));
            let file = file.unwrap_or_else(|error| panic!("{round}: {how}: {error}"));
            let good = newest_good(&path).unwrap().unwrap();
            let ready = backup::ready(file.with_path(good.path), &file, clock).unwrap();
            backup::restore(&file, ready, clock)
                .unwrap_or_else(|problem| panic!("{round}: {how}: {problem:?}"));
            assert_eq!(figures(&Book::open(&file, clock).unwrap()).unwrap(), right, "{round}: {how}");
        }
        for name in ["a.keybook-wal", "a.keybook-shm"] {
            let _ = fs::remove_file(folder.path().join(name));
        }
    }
    println!(
        "{rounds} rounds: {refused} refused, {harmless} harmless, {found} found, {} silent",
        silent.len()
    );
    assert!(silent.is_empty(), "wrong and not found: {silent:?}");
}

#[test]
fn no_damage_of_an_encrypted_book_is_silent() {
    try_all(ROUNDS);
}

#[test]
#[ignore = "takes minutes"]
fn none_of_many_damages_of_an_encrypted_book_is_silent() {
    try_all(MANY_ROUNDS);
}
