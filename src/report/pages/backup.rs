//! Copies of the book, and whether it is sound, as people read it.

use chrono::DateTime;

use super::worded;
use crate::i18n::Lang;
use crate::report::model::{BackupOut, CheckOut, CountOut, DifferenceOut, FindingOut, RestoreOut};
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words;
use crate::tr;

/// The table of copies.
pub fn list(lang: Lang, backups: &[BackupOut]) -> Table {
    let columns = vec![
        Column::figures(tr!(lang, "column.copy_number"), Worth::Essential),
        Column::whole(tr!(lang, "column.made"), Worth::Essential),
        Column::words(tr!(lang, "column.made_for"), Worth::Important),
        Column::figures(tr!(lang, "column.size"), Worth::Useful),
        Column::whole(tr!(lang, "column.good"), Worth::Useful),
        Column::words(tr!(lang, "column.file"), Worth::Extra),
    ];
    let mut table = Table::new(columns, tr!(lang, "backup.none"));
    for backup in backups {
        let good = match backup.good {
            None => Cell::ABSENT,
            Some(true) => Cell::text(tr!(lang, "backup.good")).toned(Tone::Good),
            Some(false) => Cell::text(tr!(lang, "backup.bad")).toned(Tone::Bad),
        };
        table.push(vec![
            Cell::count(i64::from(backup.number.unwrap_or_default())),
            Cell::text(made(backup)),
            Cell::text(worded(lang, &backup.reason, words::backup_reason)),
            Cell::text(words::size(backup.bytes)).toned(Tone::Quiet),
            good,
            Cell::text(&backup.file).toned(Tone::Quiet),
        ]);
    }
    table
}

/// When a copy was made, as the clock on the wall showed it.
fn made(backup: &BackupOut) -> String {
    let instant = DateTime::parse_from_rfc3339(&backup.at).map(|at| at.timestamp_millis());
    words::wall_clock(instant.unwrap_or_default())
}

/// What bringing a copy back changes, or has changed.
pub fn restoration(lang: Lang, out: &RestoreOut) -> Page {
    let mut page = Page::new(lang, "");
    page.paragraph(match (out.dry_run, &out.aside) {
        (true, _) => tr!(lang, "restore.would", file = out.file),
        (false, None) => tr!(lang, "restore.done", file = out.file),
        (false, Some(aside)) => tr!(lang, "restore.done_aside", file = out.file, aside = aside),
    });
    if let Some(backup) = &out.backup {
        page.paragraph(tr!(lang, "restore.copy_first", file = backup.file));
    }
    if let Some(last) = &out.last {
        let at = last.at.replace('T', " ");
        page.paragraph(tr!(lang, "restore.last", label = last.label, at = at.trim_end_matches('Z')));
    }
    page.section(tr!(lang, "restore.differences"), differences(lang, &out.differences));
    let more = out.operations_since.saturating_sub(out.since.len() as u64);
    let mut since: Vec<String> = out.since.iter().map(|one| one.label.clone()).collect();
    if more > 0 {
        since.push(tr!(lang, "restore.more", count = more).into_owned());
    }
    let heading = match out.dry_run {
        true => tr!(lang, "restore.since"),
        false => tr!(lang, "restore.since_gone"),
    };
    page.list(heading, since);
    page
}

/// The kinds of records that differ.
fn differences(lang: Lang, differences: &[DifferenceOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.kept_kind"), Worth::Essential),
        Column::figures(tr!(lang, "restore.now"), Worth::Important),
        Column::figures(tr!(lang, "restore.then"), Worth::Essential),
        Column::figures(tr!(lang, "restore.gone"), Worth::Essential),
        Column::figures(tr!(lang, "restore.back"), Worth::Essential),
        Column::figures(tr!(lang, "restore.changed"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for one in differences {
        let counts = [one.now, one.then, one.gone, one.back, one.changed];
        let cells = counts.map(|count| Cell::count(i64::try_from(count).unwrap_or(i64::MAX)));
        let kind = std::iter::once(Cell::text(words::kept_kind(lang, &one.kind)));
        table.push(kind.chain(cells).collect());
    }
    table
}

/// Whether a book is sound.
pub fn check(lang: Lang, out: &CheckOut) -> Page {
    let mut page = Page::new(lang, "");
    page.paragraph(match out.integrity.as_str() {
        "ok" => tr!(lang, "check.ok", book = out.book),
        "flawed" => tr!(lang, "check.flawed", book = out.book),
        _ => tr!(lang, "check.damaged", book = out.book),
    });
    page.section(tr!(lang, "check.records"), counts(lang, &out.records));
    page.section(tr!(lang, "check.findings"), findings(lang, &out.findings));
    if !out.repaired.is_empty() {
        let all: Vec<String> = out.repaired.iter().map(|code| worded(lang, code, words::flaw)).collect();
        page.list(tr!(lang, "check.repaired"), all);
    }
    if let Some(backup) = &out.backup {
        page.paragraph(tr!(lang, "restore.copy_first", file = backup.file));
    }
    if let Some(saved) = &out.saved {
        page.paragraph(tr!(lang, "check.saved", file = saved.file, lost = saved.lost));
        page.section(tr!(lang, "check.rows"), counts(lang, &saved.rows));
    }
    if let Some(backup) = &out.newest_good {
        let number = backup.number.unwrap_or_default();
        page.paragraph(tr!(lang, "check.newest_good", at = made(backup), number = number));
    }
    page
}

pub(super) fn counts(lang: Lang, counts: &[CountOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.kept_kind"), Worth::Essential),
        Column::figures(tr!(lang, "column.count"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for one in counts {
        let count = Cell::count(i64::try_from(one.count).unwrap_or(i64::MAX));
        table.push(vec![Cell::text(words::kept_kind(lang, &one.kind)), count]);
    }
    table
}

pub(super) fn findings(lang: Lang, findings: &[FindingOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.finding"), Worth::Essential),
        Column::words(tr!(lang, "column.table"), Worth::Useful),
        Column::figures(tr!(lang, "column.count"), Worth::Essential),
        Column::words(tr!(lang, "column.said"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    for one in findings {
        table.push(vec![
            Cell::text(&one.text).toned(Tone::Bad),
            Cell::maybe(Some(&one.table).filter(|table| !table.is_empty())),
            Cell::count(i64::try_from(one.count).unwrap_or(i64::MAX)),
            Cell::maybe(one.said.lines().next()).toned(Tone::Quiet),
        ]);
    }
    table
}
