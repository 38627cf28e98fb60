//! The history as people read it.

use crate::i18n::Lang;
use crate::report::model::OperationOut;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::tr;

/// The table of operations.
pub fn list(lang: Lang, operations: &[OperationOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.at"), Worth::Important),
        Column::words(tr!(lang, "column.deed"), Worth::Essential),
        Column::figures(tr!(lang, "column.changes"), Worth::Useful),
        Column::whole(tr!(lang, "column.state"), Worth::Important),
        Column::whole(tr!(lang, "column.id"), Worth::Extra),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_operations"));
    for operation in operations {
        let undone = operation.undone.then(|| tr!(lang, "list.undone"));
        let tone = if operation.undone { Tone::Quiet } else { Tone::Plain };
        table.push(vec![
            Cell::text(operation.at.replace('T', " ").trim_end_matches('Z')).toned(Tone::Quiet),
            Cell::text(&operation.label).toned(tone),
            Cell::count(operation.changes as i64),
            Cell::maybe(undone).toned(Tone::Quiet),
            Cell::id(operation.id).toned(Tone::Quiet),
        ]);
    }
    table
}
