//! What an import did, as people read it.

use crate::i18n::Lang;
use crate::report::model::{ImportOut, ImportedFileOut, KeptOut, LikelyOut, MappingOut, RejectedOut};
use crate::report::page::{Block, Page};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::tr;

/// Rows that are shown of a long list; programs get them all.
const SHOWN: usize = 20;

/// The page of an import.
pub fn sheet(lang: Lang, import: &ImportOut) -> Page {
    let title = match (import.dry_run, import.operation) {
        (true, _) => tr!(lang, "page.import_tried"),
        (false, Some(_)) => tr!(lang, "page.import"),
        (false, None) if import.files.iter().any(|file| file.unchanged > 0) => {
            tr!(lang, "page.import_same")
        }
        (false, None) => tr!(lang, "page.import_nothing"),
    };
    let mut page = Page::new(lang, title);
    let taken: Vec<&ImportedFileOut> = import.files.iter().filter(|file| file.error.is_none()).collect();
    if !taken.is_empty() {
        page.blocks.push(Block::Table(counts(
            lang,
            taken.iter().map(|file| (file.file.clone(), read_as(file), *file)),
        )));
    }
    for file in &import.files {
        let mut lines: Vec<String> = file.error.iter().cloned().collect();
        lines.extend(file.notes.iter().map(|note| format!("{}: {note}", file.file)));
        if !file.unmapped.is_empty() {
            let columns = lang.list(&file.unmapped);
            lines.push(tr!(lang, "page.unmapped", file = file.file, columns = columns).into_owned());
        }
        if !lines.is_empty() {
            page.paragraph(lines.join("\n"));
        }
        page.section(tr!(lang, "page.rejected", file = file.file), rejected(lang, &file.rejected));
        more(&mut page, refused(file) as usize);
        page.section(tr!(lang, "page.kept_ours", file = file.file), kept(lang, &file.kept_ours));
        more(&mut page, file.kept_ours.len());
        page.section(tr!(lang, "page.likely", file = file.file), likely(lang, &file.likely));
        more(&mut page, file.likely.len());
        if file.likely.iter().any(|row| row.joined.is_none()) {
            page.paragraph(tr!(lang, "page.likely_hint"));
        }
    }
    if import.operation.is_some() && !import.dry_run {
        page.paragraph(tr!(lang, "page.import_undo"));
    }
    page
}

/// The page of what is remembered of files.
pub fn remembered(lang: Lang, mappings: &[MappingOut]) -> Page {
    let columns = vec![
        Column::words(tr!(lang, "column.file"), Worth::Essential),
        Column::words(tr!(lang, "column.shape"), Worth::Important),
        Column::words(tr!(lang, "column.kind"), Worth::Important),
        Column::words(tr!(lang, "column.columns"), Worth::Essential),
        Column::words(tr!(lang, "column.stages"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "page.remembers_nothing"));
    let pairs = |pairs: &serde_json::Map<String, serde_json::Value>| {
        let one = |(theirs, ours): (&String, &serde_json::Value)| match ours.as_str().unwrap_or_default() {
            "" => format!("{theirs} → –"),
            ours => format!("{theirs} → {ours}"),
        };
        lang.list(pairs.iter().map(one))
    };
    for mapping in mappings {
        table.push(vec![
            Cell::text(&mapping.file),
            Cell::text(&mapping.shape),
            Cell::maybe(mapping.kind.as_ref()),
            Cell::text(pairs(&mapping.mapping)),
            Cell::text(pairs(&mapping.stages)),
        ]);
    }
    Page::of_table(lang, tr!(lang, "page.mappings"), table)
}

fn likely(lang: Lang, rows: &[LikelyOut]) -> Table {
    let columns = vec![
        Column::figures(tr!(lang, "column.row"), Worth::Essential),
        Column::words(tr!(lang, "column.name"), Worth::Essential),
        Column::words(tr!(lang, "column.ours"), Worth::Essential),
        Column::words(tr!(lang, "column.reason"), Worth::Important),
        Column::words(tr!(lang, "column.became"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for row in rows.iter().take(SHOWN) {
        let ours = row.candidates.iter().map(|one| format!("{} {}", one.code, one.name));
        let became = match row.joined {
            Some(_) => tr!(lang, "page.likely_joined"),
            None => tr!(lang, "page.likely_new"),
        };
        table.push(vec![
            Cell::text(row.row.to_string()),
            Cell::text(&row.record),
            Cell::text(lang.list(ours)),
            Cell::maybe(row.candidates.first().map(|one| &one.reason)),
            Cell::text(became),
        ]);
    }
    table
}

/// How many rows of a file were refused, listed or not.
fn refused(file: &ImportedFileOut) -> u64 {
    file.rows.saturating_sub(file.created + file.updated + file.unchanged)
}

/// Says how many rows of a long list are not shown.
fn more(page: &mut Page, rows: usize) {
    if rows > SHOWN {
        let line = tr!(page.lang, "page.more", rows = rows - SHOWN);
        page.paragraph(line);
    }
}

/// What became of the rows of each file, counted: what it is called, as what it was read, and what is told of it.
pub fn counts<'a>(
    lang: Lang,
    files: impl IntoIterator<Item = (String, String, &'a ImportedFileOut)>,
) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.file"), Worth::Essential),
        Column::words(tr!(lang, "column.read_as"), Worth::Useful),
        Column::figures(tr!(lang, "column.rows"), Worth::Important),
        Column::figures(tr!(lang, "column.created"), Worth::Important),
        Column::figures(tr!(lang, "column.updated"), Worth::Important),
        Column::figures(tr!(lang, "column.unchanged"), Worth::Useful),
        Column::figures(tr!(lang, "column.rejected"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for (name, read_as, file) in files {
        let refused = refused(file) as i64;
        table.push(vec![
            Cell::text(name),
            Cell::text(read_as),
            Cell::count(file.rows as i64),
            Cell::count(file.created as i64),
            Cell::count(file.updated as i64),
            Cell::count(file.unchanged as i64),
            Cell::count(refused).toned(if refused > 0 { Tone::Bad } else { Tone::Plain }),
        ]);
    }
    table
}

/// As what a file was read, by the words that programs know.
fn read_as(file: &ImportedFileOut) -> String {
    [&file.source, &file.kind].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ")
}

fn rejected(lang: Lang, rows: &[RejectedOut]) -> Table {
    let columns = vec![
        Column::figures(tr!(lang, "column.row"), Worth::Essential),
        Column::words(tr!(lang, "column.column"), Worth::Useful),
        Column::words(tr!(lang, "column.value"), Worth::Important),
        Column::words(tr!(lang, "column.reason"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for row in rows.iter().take(SHOWN) {
        table.push(vec![
            Cell::text(row.row.to_string()),
            Cell::maybe(row.column.as_ref()),
            Cell::text(&row.value),
            Cell::text(&row.reason),
        ]);
    }
    table
}

fn kept(lang: Lang, values: &[KeptOut]) -> Table {
    let columns = vec![
        Column::figures(tr!(lang, "column.row"), Worth::Useful),
        Column::words(tr!(lang, "column.name"), Worth::Essential),
        Column::words(tr!(lang, "column.field"), Worth::Essential),
        Column::words(tr!(lang, "column.ours"), Worth::Important),
        Column::words(tr!(lang, "column.theirs"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for value in values.iter().take(SHOWN) {
        table.push(vec![
            Cell::text(value.row.to_string()),
            Cell::text(&value.record),
            Cell::text(&value.field),
            Cell::maybe(value.ours.as_ref()),
            Cell::maybe(value.theirs.as_ref()),
        ]);
    }
    table
}
