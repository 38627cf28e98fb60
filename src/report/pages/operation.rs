//! The history as people read it.

use crate::i18n::Lang;
use crate::report::model::{ChangeOut, OperationOut};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::tr;

/// The table of operations; with what each changed, where it is the history of a record.
pub fn list(lang: Lang, operations: &[OperationOut]) -> Table {
    let of_record = operations.iter().any(|operation| !operation.details.is_empty());
    let mut columns = vec![
        Column::whole(tr!(lang, "column.at"), Worth::Important),
        Column::words(tr!(lang, "column.deed"), Worth::Essential),
        Column::figures(tr!(lang, "column.changes"), Worth::Useful),
        Column::whole(tr!(lang, "column.state"), Worth::Important),
        Column::whole(tr!(lang, "column.id"), Worth::Extra),
    ];
    if of_record {
        columns.insert(2, Column::words(tr!(lang, "history.details"), Worth::Important));
    }
    let mut table = Table::new(columns, tr!(lang, "list.no_operations"));
    for operation in operations {
        let undone = operation.undone.then(|| tr!(lang, "list.undone"));
        let tone = if operation.undone { Tone::Quiet } else { Tone::Plain };
        let mut cells = vec![
            Cell::text(operation.at.replace('T', " ").trim_end_matches('Z')).toned(Tone::Quiet),
            Cell::text(&operation.label).toned(tone),
            Cell::count(operation.changes as i64),
            Cell::maybe(undone).toned(Tone::Quiet),
            Cell::id(operation.id).toned(Tone::Quiet),
        ];
        if of_record {
            let details: Vec<String> = operation.details.iter().map(|change| detail(lang, change)).collect();
            cells.insert(2, Cell::text(details.join("; ")).toned(tone));
        }
        table.push(cells);
    }
    table
}

fn detail(lang: Lang, ChangeOut { field, old, new }: &ChangeOut) -> String {
    match (old, new) {
        (Some(old), Some(new)) => tr!(lang, "history.changed", field = field, old = old, new = new),
        (Some(old), None) => tr!(lang, "history.emptied", field = field, old = old),
        (None, new) => tr!(lang, "history.set", field = field, new = new.as_deref().unwrap_or_default()),
    }
    .into_owned()
}
