//! Two copies of a book, joined, as people read it.

use crate::domain::joining::Chosen;
use crate::i18n::Lang;
use crate::report::model::JoinOut;
use crate::report::page::Page;
use crate::report::rows;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words;
use crate::store::joining::{Conflict, Joined};
use crate::tr;

/// What joining has done, or would do.
pub fn joining(lang: Lang, out: &JoinOut, joined: &Joined) -> Page {
    let mut page = Page::new(lang, "");
    let is_open = joined.open().next().is_some();
    page.paragraph(match (out.dry_run, is_open, out.operation.is_some()) {
        (true, ..) => tr!(lang, "joining.would", other = out.other),
        (false, true, _) => tr!(lang, "joining.open", other = out.other),
        (false, false, true) => tr!(lang, "joining.done", other = out.other),
        (false, false, false) => tr!(lang, "joining.nothing", other = out.other),
    });
    if out.dry_run || out.operation.is_some() {
        let count = |number: u64| Cell::count(i64::try_from(number).unwrap_or(i64::MAX));
        page.facts(vec![
            (tr!(lang, "joining.created").into(), count(out.created)),
            (tr!(lang, "joining.updated").into(), count(out.updated)),
            (tr!(lang, "joining.gone").into(), count(out.deleted)),
            (tr!(lang, "joining.unchanged").into(), count(out.unchanged)),
        ]);
    }
    if !joined.conflicts.is_empty() {
        page.section(tr!(lang, "joining.conflicts"), conflicts(lang, &joined.conflicts));
    }
    page
}

/// What both have changed, and whose way it went.
fn conflicts(lang: Lang, conflicts: &[(Conflict, Option<Chosen>)]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "joining.record"), Worth::Essential),
        Column::words(tr!(lang, "column.field"), Worth::Essential),
        Column::words(tr!(lang, "joining.ours"), Worth::Essential),
        Column::words(tr!(lang, "joining.theirs"), Worth::Essential),
        Column::whole(tr!(lang, "joining.ours_at"), Worth::Useful),
        Column::whole(tr!(lang, "joining.theirs_at"), Worth::Useful),
        Column::words(tr!(lang, "joining.taken"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for (conflict, chosen) in conflicts {
        let [ours, theirs] =
            [&conflict.ours, &conflict.theirs].map(|shown| rows::joining::cell(lang, &conflict.field, shown));
        table.push(vec![
            Cell::text(rows::joining::record(lang, conflict)),
            Cell::text(rows::joining::field(lang, conflict)),
            ours,
            theirs,
            Cell::text(words::wall_clock(conflict.ours_at)).toned(Tone::Quiet),
            Cell::text(words::wall_clock(conflict.theirs_at)).toned(Tone::Quiet),
            match chosen {
                Some(chosen) => Cell::text(words::chosen(lang, *chosen)),
                None => Cell::text(tr!(lang, "joining.undecided")).toned(Tone::Bad),
            },
        ]);
    }
    table
}
