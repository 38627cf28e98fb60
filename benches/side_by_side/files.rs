//! Whole files: taking a table of deals in, taking that back, and the size of the program.

use std::fs;
use std::process::Command;
use std::time::{Duration, Instant};

use super::Bench;
use super::books::run;
use super::results::Results;

pub fn measure(bench: &Bench, results: &mut Results) {
    let mut rates = Vec::new();
    for &deals in bench.sizes.iter().filter(|deals| **deals >= 10_000) {
        let (import, undo) = taken_in(bench, deals);
        rates.push((deals, import));
        let what = format!("import of {deals} deals");
        match bare_import(bench, deals) {
            Some(bare) => results.ratio(&what, import, ("sqlite3 .import", bare), 3.0),
            None => results.missing(&what, "sqlite3 is not installed"),
        }
        results.ratio(&format!("undo of the import of {deals} deals"), undo, ("the import", import), 1.5);
    }
    if let [(few, short), .., (many, long)] = rates.as_slice() {
        let grown = Duration::from_secs_f64(short.as_secs_f64() * (*many as f64 / *few as f64));
        results.ratio(&format!("import of {many} deals beside {few}"), *long, ("in proportion", grown), 1.3);
    }
    let size = fs::metadata(&bench.program).map_or(0, |found| found.len());
    results.amount("the released program without encryption", size as f64 / 1e6, 8.0, "MB");
}

fn taken_in(bench: &Bench, deals: u64) -> (Duration, Duration) {
    let folder = tempfile::tempdir_in(&bench.folder).expect("the folder can be written");
    let book = folder.path().join("new.keybook");
    run(bench.keybook(&book).args(["config", "set", "quiet_days", "12"]));
    let timed = |command: &mut Command| {
        let begun = Instant::now();
        run(command);
        begun.elapsed()
    };
    let import = timed(bench.keybook(&book).arg("import").arg(bench.csv(deals)));
    (import, timed(bench.keybook(&book).arg("undo")))
}

fn bare_import(bench: &Bench, deals: u64) -> Option<Duration> {
    let folder = tempfile::tempdir_in(&bench.folder).expect("the folder can be written");
    let begun = Instant::now();
    let told = format!(".import --csv {} deal", bench.csv(deals).display());
    let done = Command::new("sqlite3").arg(folder.path().join("bare.db")).arg(told).output().ok()?;
    done.status.success().then(|| begun.elapsed())
}
