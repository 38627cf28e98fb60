//! The real program, with what it took.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// What became of a run.
pub struct Measured {
    /// Its exit code.
    pub code: i32,
    /// What it said, on both outputs.
    pub said: String,
    /// The most memory that it held at a time, in MiB; zero where the system does not tell.
    pub peak: u64,
}

/// Runs the program on a book, for so long at most.
pub fn run(book: &Path, words: &[&str], at_most: Duration) -> Measured {
    let mut command = Command::new(env!("CARGO_BIN_EXE_keybook"));
    command.args(["--lang", "en", "--today", "2026-11-21", "--book"]).arg(book).args(words);
    command.env("KEYBOOK_CONFIG", book.with_file_name("config.toml")).env("TMPDIR", book.parent().unwrap());
    command.env("COLUMNS", "120").stdin(Stdio::null());
    let log = book.with_extension("said");
    let file = std::fs::File::create(&log).unwrap();
    command.stdout(file.try_clone().unwrap()).stderr(file);
    let mut child = command.spawn().unwrap();
    let began = Instant::now();
    let mut peak = 0;
    let status = loop {
        peak = peak_of(&child).unwrap_or(peak).max(peak);
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if began.elapsed() > at_most {
            child.kill().unwrap();
            panic!("{words:?} did not end within {at_most:?}");
        }
        thread::sleep(Duration::from_millis(5));
    };
    let said = String::from_utf8_lossy(&std::fs::read(log).unwrap()).into_owned();
    Measured { code: status.code().unwrap_or(-1), said, peak }
}

/// The most memory that a running program has held so far, in MiB.
fn peak_of(child: &Child) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().trim_end_matches("kB").trim().parse::<u64>().ok()? / 1024)
}
