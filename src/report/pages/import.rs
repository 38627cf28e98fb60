//! What an import did, as people read it.

use crate::i18n::Lang;
use crate::report::model::{ImportOut, ImportedFileOut, KeptOut, RejectedOut};
use crate::report::page::{Block, Page};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::tr;

/// The page of an import.
pub fn sheet(lang: Lang, import: &ImportOut) -> Page {
    let title = match import.operation {
        Some(_) => tr!(lang, "page.import"),
        None => tr!(lang, "page.import_nothing"),
    };
    let mut page = Page::new(lang, title);
    page.blocks.push(Block::Table(files(lang, &import.files)));
    for file in &import.files {
        let title = tr!(lang, "page.rejected", file = file.file);
        page.section(title, rejected(lang, &file.rejected));
        let title = tr!(lang, "page.kept_ours", file = file.file);
        page.section(title, kept(lang, &file.kept_ours));
        if !file.unmapped.is_empty() {
            let columns = file.unmapped.join(", ");
            page.paragraph(tr!(lang, "page.unmapped", file = file.file, columns = columns));
        }
    }
    if import.operation.is_some() {
        page.paragraph(tr!(lang, "page.import_undo"));
    }
    page
}

fn files(lang: Lang, files: &[ImportedFileOut]) -> Table {
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
    for file in files {
        let refused = file.rejected.len() as i64;
        table.push(vec![
            Cell::text(&file.file),
            Cell::text(format!("{} {}", file.source, file.kind)),
            Cell::count(file.rows as i64),
            Cell::count(file.created as i64),
            Cell::count(file.updated as i64),
            Cell::count(file.unchanged as i64),
            Cell::count(refused).toned(if refused > 0 { Tone::Bad } else { Tone::Plain }),
        ]);
    }
    table
}

fn rejected(lang: Lang, rows: &[RejectedOut]) -> Table {
    let columns = vec![
        Column::figures(tr!(lang, "column.row"), Worth::Essential),
        Column::words(tr!(lang, "column.column"), Worth::Useful),
        Column::words(tr!(lang, "column.value"), Worth::Important),
        Column::words(tr!(lang, "column.reason"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for row in rows {
        table.push(vec![
            Cell::text(row.row.to_string()),
            Cell::maybe(row.column.as_ref()),
            Cell::maybe(row.value.as_ref()),
            Cell::text(&row.reason),
        ]);
    }
    table
}

fn kept(lang: Lang, values: &[KeptOut]) -> Table {
    let columns = vec![
        Column::figures(tr!(lang, "column.row"), Worth::Useful),
        Column::whole(tr!(lang, "column.code"), Worth::Essential),
        Column::words(tr!(lang, "column.field"), Worth::Essential),
        Column::words(tr!(lang, "column.ours"), Worth::Important),
        Column::words(tr!(lang, "column.theirs"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for value in values {
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
