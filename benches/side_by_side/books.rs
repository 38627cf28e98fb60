//! Books of many deals, tables of as many rows for F, and files to be imported: each made once.

use std::path::PathBuf;
use std::process::Command;

use rusqlite::{Connection, params};

use super::Bench;

/// The day that it is.
pub const TODAY: &str = "2026-11-21";

impl Bench {
    /// The book of so many deals.
    pub fn book(&self, deals: u64) -> PathBuf {
        self.folder.join(format!("{}-{deals}.keybook", keybook::store::VERSION))
    }

    /// F's table of as many rows.
    pub fn table(&self, deals: u64) -> PathBuf {
        self.folder.join(format!("{deals}.db"))
    }

    /// A file of as many deals.
    pub fn csv(&self, deals: u64) -> PathBuf {
        self.folder.join(format!("{}-{deals}.csv", keybook::store::VERSION))
    }

    /// The program, on a book.
    pub fn keybook(&self, book: &std::path::Path) -> Command {
        let mut command = Command::new(&self.program);
        command.arg("--book").arg(book).args(["--today", TODAY, "--lang", "en"]);
        command.env("KEYBOOK_CONFIG", "/nonexistent/keybook.toml");
        command
    }
}

/// Runs a command that must succeed.
pub fn run(command: &mut Command) -> Vec<u8> {
    let output = command.output().expect("the program is there");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// Makes what is not there yet.
pub fn make(bench: &Bench) {
    for &deals in &bench.sizes {
        let (book, table, csv) = (bench.book(deals), bench.table(deals), bench.csv(deals));
        if !book.exists() {
            run(bench.keybook(&book).args(["demo", "--print", "--size", &deals.to_string()]));
        }
        if !table.exists() {
            fill(&table, deals);
        }
        if !csv.exists() {
            run(bench.keybook(&book).args(["export", "deals", "--format", "csv", "--out"]).arg(&csv));
        }
    }
}

fn fill(path: &std::path::Path, rows: u64) {
    let mut connection = Connection::open(path).expect("the folder can be written");
    let all = connection.transaction().expect("it is new");
    all.execute_batch(
        "CREATE TABLE deal (id INTEGER PRIMARY KEY, title TEXT, account TEXT, stage INTEGER, amount INTEGER, close TEXT)",
    )
    .expect("it is new");
    for row in 1..=i64::try_from(rows).expect("no table has so many rows") {
        all.prepare_cached("INSERT INTO deal VALUES (?1, ?2, ?3, ?4, ?5, '2025-01-02')")
            .and_then(|mut insert| {
                let (title, account) =
                    (format!("renewal pricing #{row}"), format!("Acme Foods {}", row % 997));
                insert.execute(params![row, title, account, row % 6, row * 37 % 10_000_000])
            })
            .expect("a row can be written");
    }
    all.commit().expect("the disk has room");
}
