//! Looking whether a book is sound, and saving what can be saved.
//!
//! | module | what it is for |
//! |---|---|
//! | `kept` | what is kept beside the records agrees with them: the search, last contacts, events |
//! | `journal` | the journal agrees with its checksums, and the records with the journal |
//! | `repair` | putting right what follows from the rest of the book |
//! | `salvage` | saving what can still be read of a damaged book into a new file |

mod journal;
mod kept;
mod repair;
mod salvage;
#[cfg(test)]
mod tests;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::cipher::BookFile;
use super::error::{Error, Result};
use super::{functions, migrate, open, seal};
use crate::domain::flaw::Flaw;
pub use repair::repair;
pub use salvage::{Saved, salvage};

/// How many faults of pages are told.
const FAULTS: usize = 20;

/// Something that is wrong with a book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What.
    pub flaw: Flaw,
    /// In which table, where that is known.
    pub table: String,
    /// In how many places.
    pub count: u64,
    /// What the database says of it; empty where there is no more to say.
    pub said: String,
}

/// What a look through a book has found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Examination {
    /// The version of the book.
    pub version: i64,
    /// What is wrong; nothing, with a sound book.
    pub findings: Vec<Finding>,
    /// Rows that can be counted, by table of records.
    pub records: Vec<(String, u64)>,
}

impl Examination {
    /// Whether the file itself is damaged: it is not to be written to.
    pub fn is_damaged(&self) -> bool {
        self.findings.iter().any(|finding| finding.flaw == Flaw::Pages)
    }
}

/// Looks a book through, all of it; nothing is written.
///
/// # Errors
/// [`Error::NotABook`], [`Error::Newer`], [`Error::Locked`], and what kept the file from being read. That it is
/// damaged is no error here.
pub fn examine(file: &BookFile) -> Result<Examination> {
    let path = file.path();
    let found = std::fs::metadata(path).map_err(|error| open::from_io(path, &error))?;
    if !found.is_file() || found.len() == 0 {
        return Err(Error::NotABook(path.to_owned()));
    }
    let looked = untouched(file).and_then(|connection| look_through(&connection));
    match looked.map_err(|error| open::reason(file, error)) {
        // Not even its first pages can be read.
        Err(Error::Damaged(said)) => {
            let pages = Finding { flaw: Flaw::Pages, table: String::new(), count: 1, said };
            Ok(Examination { findings: vec![pages], ..Examination::default() })
        }
        other => other,
    }
}

/// Opens a book that is perhaps damaged: nothing is written to its file, not even what its log holds.
fn untouched(file: &BookFile) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = open::connect(file.path(), flags, file.key())?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    connection.busy_timeout(open::PATIENCE)?;
    let readable = migrate::version(&connection);
    let connection = match readable {
        Ok(_) => connection,
        // In a place where no log can be made.
        Err(Error::Sqlite(_) | Error::ReadOnly | Error::DiskFull) => open::to_read(file)?,
        Err(error) => return Err(error),
    };
    functions::register(&connection, &functions::Shared::default())?;
    Ok(connection)
}

fn look_through(connection: &Connection) -> Result<Examination> {
    open::refuse_foreign(connection)?;
    let version = migrate::version(connection)?;
    if version == 0 {
        return Err(Error::NotABook(connection.path().unwrap_or_default().into()));
    }
    let mut findings = pages(connection)?;
    let mut records = vec![];
    for table in super::backup::RECORDS {
        let sql = format!("SELECT count(*) FROM {table}");
        // What cannot be counted is among the findings.
        if let Ok(count) = connection.query_row(&sql, [], |row| row.get::<_, i64>(0)) {
            records.push(((*table).to_owned(), count.unsigned_abs()));
        }
    }
    let is_damaged = findings.iter().any(|finding| finding.flaw == Flaw::Pages);
    // What a damaged file says of itself is worth nothing; an older book is looked through once it is upgraded.
    if !is_damaged && version == migrate::VERSION {
        references(connection, &mut findings)?;
        kept::look(connection, &mut findings)?;
        journal::look(connection, &mut findings)?;
        for table in seal::broken(connection)? {
            findings.push(Finding { flaw: Flaw::Rows, table, count: 1, said: String::new() });
        }
    }
    Ok(Examination { version, findings, records })
}

/// What the database itself finds: pages that do not hang together, indexes that do not agree.
fn pages(connection: &Connection) -> Result<Vec<Finding>> {
    let mut statement = connection.prepare("PRAGMA integrity_check(1000)")?;
    let mut rows = statement.query([])?;
    let mut said: Vec<(Flaw, String)> = vec![];
    loop {
        match rows.next() {
            Ok(None) => break,
            Ok(Some(row)) => {
                let line: String = row.get(0)?;
                said.extend((line != "ok").then(|| (flaw_of(&line), line)));
            }
            // The look itself may stumble over what is damaged.
            Err(error) => match Error::from(error) {
                Error::Damaged(line) => {
                    said.push((Flaw::Pages, line));
                    break;
                }
                other => return Err(other),
            },
        }
    }
    let mut findings = vec![];
    for flaw in [Flaw::Pages, Flaw::Index, Flaw::Search] {
        let lines: Vec<&str> =
            said.iter().filter(|(of, _)| *of == flaw).map(|(_, line)| line.as_str()).collect();
        if !lines.is_empty() {
            let count = lines.len() as u64;
            let said = lines[..lines.len().min(FAULTS)].join("\n");
            findings.push(Finding { flaw, table: String::new(), count, said });
        }
    }
    Ok(findings)
}

/// What is wrong, by a line of SQLite's own check.
fn flaw_of(line: &str) -> Flaw {
    let of_index = ["missing from index", "wrong # of entries in index", "non-unique entry in index"];
    if line.contains("FTS5 table") {
        Flaw::Search
    } else if of_index.iter().any(|words| line.contains(words)) {
        Flaw::Index
    } else {
        Flaw::Pages
    }
}

fn references(connection: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    let sql = "SELECT \"table\", count(*) FROM pragma_foreign_key_check GROUP BY 1 ORDER BY 1";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let count: i64 = row.get(1)?;
        findings.push(Finding {
            flaw: Flaw::Reference,
            table: row.get(0)?,
            count: count.unsigned_abs(),
            said: String::new(),
        });
    }
    Ok(())
}
