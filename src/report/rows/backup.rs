//! Copies of the book, and whether it is sound, as programs read it.

use crate::domain::backup::Reason;
use crate::domain::flaw::Flaw;
use crate::i18n::Lang;
use crate::ops::check::Repair;
use crate::report::model::{BackupOut, CheckOut, CountOut, DifferenceOut, FindingOut, RestoreOut, SavedOut};
use crate::report::rows::history::operation;
use crate::report::words;
use crate::store::backup::{Backup, Before, Difference, Ready};
use crate::store::check::Examination;
use crate::store::{Book, Result, rfc3339};

/// How many of the operations that a copy does not know of are named.
const NAMED: i64 = 10;

/// A copy of the book; `good` where it was looked at.
pub fn backup(backup: &Backup, good: Option<bool>) -> BackupOut {
    BackupOut {
        number: Some(backup.number),
        file: backup.path.display().to_string(),
        at: rfc3339(backup.at),
        reason: backup.reason.as_str().to_owned(),
        bytes: backup.bytes,
        good,
    }
}

/// A copy that was made into a file of its own.
pub fn elsewhere(file: &std::path::Path, at: i64) -> BackupOut {
    BackupOut {
        number: None,
        file: file.display().to_string(),
        at: rfc3339(at),
        reason: Reason::Asked.as_str().to_owned(),
        bytes: std::fs::metadata(file).map_or(0, |found| found.len()),
        good: Some(true),
    }
}

/// What bringing a copy back would change; `book` is none where it is damaged.
///
/// # Errors
/// What the store could not read.
pub fn restoration(lang: Lang, ready: &Ready, book: Option<&Book>) -> Result<RestoreOut> {
    let mut out =
        RestoreOut { file: ready.file().display().to_string(), dry_run: true, ..Default::default() };
    out.last = ready.last()?.map(|last| operation(lang, &last));
    if let Some(book) = book {
        out.differences = ready.differences(book)?.into_iter().map(difference).collect();
        let (count, newest) = ready.done_since(book, NAMED)?;
        out.operations_since = count;
        out.since = newest.iter().map(|one| operation(lang, one)).collect();
    }
    Ok(out)
}

/// The same once it was brought back.
pub fn restored(out: RestoreOut, before: Before) -> RestoreOut {
    match before {
        Before::Kept(copy) => RestoreOut { dry_run: false, backup: Some(backup(&copy, Some(true))), ..out },
        Before::Aside(aside) => {
            RestoreOut { dry_run: false, aside: Some(aside.display().to_string()), ..out }
        }
    }
}

fn difference(one: Difference) -> DifferenceOut {
    let Difference { table, now, then, gone, back, changed } = one;
    DifferenceOut { kind: table, now, then, gone, back, changed }
}

/// What a look through a book has found.
pub fn check(lang: Lang, book: &std::path::Path, found: &Examination) -> CheckOut {
    let integrity = match (found.is_damaged(), found.findings.is_empty()) {
        (true, _) => "damaged",
        (false, false) => "flawed",
        (false, true) => "ok",
    };
    let findings = found.findings.iter().map(|finding| FindingOut {
        code: finding.flaw.as_str().to_owned(),
        table: finding.table.clone(),
        count: finding.count,
        text: words::flaw(lang, finding.flaw).into_owned(),
        said: finding.said.clone(),
    });
    CheckOut {
        book: book.display().to_string(),
        integrity: integrity.to_owned(),
        version: found.version,
        records: found.records.iter().map(counted).collect(),
        findings: findings.collect(),
        ..Default::default()
    }
}

/// The same with what was done about it.
pub fn repaired(out: CheckOut, done: &Repair) -> CheckOut {
    match done {
        Repair::Nothing => out,
        Repair::PutRight { copy, findings } => {
            let mut codes: Vec<Flaw> = findings.iter().map(|finding| finding.flaw).collect();
            codes.dedup();
            let repaired = codes.into_iter().map(|flaw| flaw.as_str().to_owned()).collect();
            CheckOut { repaired, backup: Some(backup(copy, Some(true))), ..out }
        }
        Repair::Saved { file, saved } => {
            let saved = SavedOut {
                file: file.display().to_string(),
                rows: saved.rows.iter().map(counted).collect(),
                lost: saved.lost,
                broken: saved.broken.clone(),
            };
            CheckOut { saved: Some(saved), ..out }
        }
    }
}

fn counted((kind, count): &(String, u64)) -> CountOut {
    CountOut { kind: kind.clone(), count: *count }
}
