//! Commands of the real program that are killed in the middle: adding, editing, importing, undoing. What was said to
//! be done is there; of what was not, all is there or nothing.

use std::hash::{BuildHasher, RandomState};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Instant;

use rusqlite::Connection;
use tempfile::TempDir;

use crate::book_file::{assert_sound, difference, dump, open, without_new_ids};

const ROUNDS: u64 = 200;

const FILE: &str = "a.keybook";

/// One command on the book of a folder.
fn keybook(folder: &Path, arguments: &[String]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keybook"));
    command
        .args(["--today", "2026-11-21", "--lang", "en", "--book"])
        .arg(folder.join(FILE))
        .args(arguments)
        .env("KEYBOOK_CONFIG", folder.join("config.toml"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn words(line: &str) -> Vec<String> {
    line.split(' ').map(|word| word.replace('_', " ")).collect()
}

/// What is done in a round.
fn errand(folder: &Path, round: u64, chance: u64) -> Vec<String> {
    let deal = 1 + chance / 16 % 6;
    match chance % 8 {
        0 => words(&format!("deal add Deal_{round} --account Acme --amount {round}k --close 2026-12-15")),
        1 => words(&format!("deal edit D-{deal} --amount {round}00 --next call --next-on 2026-12-01")),
        2 => words(&format!("deal advance D-{deal}")),
        3 => words(&format!("log D-{deal} --kind call Talk_of_round_{round}")),
        4 => import(folder, round),
        5 => words(&format!("contact add Person_{round} --account Acme --email p{round}@acme.example")),
        6 => words("undo"),
        _ => words("redo"),
    }
}

/// A file of some deals, and the words that take it in.
fn import(folder: &Path, round: u64) -> Vec<String> {
    let file = folder.join("deals.csv");
    let row = |n: u64| format!("Deal {round}-{n},Account {n},{n}000 EUR,2026-12-15\n");
    let rows: String = (0..8).map(row).collect();
    std::fs::write(&file, format!("Deal,Account,Amount,Close date\n{rows}")).unwrap();
    vec!["import".to_owned(), file.to_string_lossy().into_owned()]
}

/// The same book once more: its file, and the log that a killed program leaves.
fn twin(folder: &Path) -> TempDir {
    let twin = TempDir::new().unwrap();
    for name in [FILE.to_owned(), format!("{FILE}-wal")] {
        let from = folder.join(&name);
        if from.exists() {
            std::fs::copy(from, twin.path().join(name)).unwrap();
        }
    }
    twin
}

/// What the book of a folder holds, looked at in a copy so that what was left of the program stays as it is.
fn look(folder: &Path) -> String {
    let twin = twin(folder);
    let path: PathBuf = twin.path().join(FILE);
    let file = Connection::open(&path).unwrap();
    assert_sound(&open(&path));
    dump(&file)
}

fn kill_in_each_round(rounds: u64) {
    let folder = TempDir::new().unwrap();
    let here = folder.path();
    let first = |line: &str| assert!(keybook(here, &words(line)).status().unwrap().success(), "{line}");
    first("account add Acme");
    for deal in 1..=6 {
        first(&format!("deal add First_{deal} --account Acme --amount {deal}k"));
    }
    let random = RandomState::new();
    let (mut said, mut killed, mut halfway) = (0, 0, 0);
    for round in 0..rounds {
        let chance = random.hash_one(round);
        let arguments = errand(here, round, chance);
        let twin = twin(here);
        let old = look(here);
        // The same, left alone; what is written is written in the second half of the time.
        let start = Instant::now();
        let done = keybook(twin.path(), &arguments).status().unwrap();
        let moment = start.elapsed().mul_f64(0.4 + (chance / 1_024 % 1_000) as f64 / 1_000.0);
        let mut child = keybook(here, &arguments).spawn().unwrap();
        sleep(moment);
        child.kill().unwrap();
        let status = child.wait().unwrap();
        let [old, new, is] = [&old, &look(twin.path()), &look(here)].map(|dump| without_new_ids(dump, &old));
        let place = format!("round {round}: {arguments:?}");
        match status.code() {
            Some(0) => {
                said += 1;
                assert!(is == new, "{place} was said to be done, and is not:\n{}", difference(&is, &new));
            }
            Some(_) => assert!(is == old && !done.success(), "{place} was refused"),
            None => {
                killed += 1;
                halfway += u64::from(is == new && new != old);
                assert!(is == old || is == new, "{place} is there by half:\n{}", difference(&is, &new));
            }
        }
    }
    println!("{rounds} rounds: {said} done, {killed} killed, of these {halfway} after all was on the disk");
    assert!(said > 0 && killed > 0, "the moments say nothing: {said} done, {killed} killed");
}

#[test]
fn a_command_that_is_killed_has_done_all_or_nothing() {
    kill_in_each_round(ROUNDS);
}

#[test]
#[ignore = "some minutes: ten books, two hundred rounds each; run with --ignored"]
fn two_thousand_killed_commands_have_done_all_or_nothing() {
    // Each round reads the whole book, which grows: ten small ones instead of a large one.
    for _ in 0..10 {
        kill_in_each_round(ROUNDS);
    }
}
