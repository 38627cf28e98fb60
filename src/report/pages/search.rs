//! What a search found, as people read it.

use super::worded;
use crate::domain::entry::EntryKind;
use crate::i18n::Lang;
use crate::report::entry_words;
use crate::report::model::SearchHitOut;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words;
use crate::tr;

/// The table of what was found.
pub fn list(lang: Lang, hits: &[SearchHitOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.kind"), Worth::Important),
        Column::words(tr!(lang, "column.name"), Worth::Essential),
        Column::words(tr!(lang, "column.where"), Worth::Useful),
        Column::words(tr!(lang, "column.text"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.nothing_found"));
    for hit in hits {
        table.push(vec![
            Cell::text(kind(lang, &hit.kind)).toned(Tone::Quiet),
            Cell::text(&hit.name),
            Cell::maybe(hit.place.as_ref()),
            Cell::text(&hit.snippet),
        ]);
    }
    table
}

fn kind(lang: Lang, key: &str) -> String {
    match key {
        "commitment" => tr!(lang, "record.commitment").into_owned(),
        other => match other.parse::<EntryKind>() {
            Ok(kind) => entry_words::kind(lang, kind).into_owned(),
            Err(_) => worded(lang, other, words::record_kind),
        },
    }
}
