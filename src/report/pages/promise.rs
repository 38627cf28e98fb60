//! Promises and special days as people read them.

use super::worded;
use crate::i18n::Lang;
use crate::report::model::{CommitmentOut, SpecialDayOut};
use crate::report::promise;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::tr;

/// The table of promises.
pub fn commitments(lang: Lang, commitments: &[CommitmentOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.due"), Worth::Essential),
        Column::whole(tr!(lang, "promise.by"), Worth::Important),
        Column::words(tr!(lang, "column.what"), Worth::Essential),
        Column::words(tr!(lang, "column.person"), Worth::Useful),
        Column::words(tr!(lang, "column.deal"), Worth::Extra),
        Column::words(tr!(lang, "column.account"), Worth::Important),
        Column::whole(tr!(lang, "column.status"), Worth::Useful),
        Column::whole(tr!(lang, "column.id"), Worth::Extra),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_commitments"));
    for one in commitments {
        table.push(vec![
            Cell::day(one.due_on),
            Cell::text(worded(lang, &one.promised_by, promise::side)),
            Cell::text(&one.text),
            Cell::maybe(one.contact.as_ref()),
            Cell::maybe(one.deal.as_ref()),
            Cell::maybe(one.account.as_ref()),
            Cell::text(worded(lang, &one.status, promise::commitment_status)),
            Cell::text(one.id.to_string()).toned(Tone::Quiet),
        ]);
    }
    table
}

/// The table of special days.
pub fn special_days(lang: Lang, days: &[SpecialDayOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.next_time"), Worth::Essential),
        Column::words(tr!(lang, "column.what"), Worth::Essential),
        Column::words(tr!(lang, "column.person"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Important),
        Column::whole(tr!(lang, "special_day.calendar"), Worth::Useful),
        Column::whole(tr!(lang, "column.id"), Worth::Extra),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_special_days"));
    for one in days {
        let kind = promise::special_day_kind(lang, &one.kind);
        table.push(vec![
            Cell::day(one.next_on),
            Cell::text(one.label.clone().unwrap_or(kind.into_owned())),
            Cell::maybe(one.contact.as_ref()),
            Cell::maybe(one.account.as_ref()),
            Cell::text(worded(lang, &one.calendar, promise::calendar)),
            Cell::text(one.id.to_string()).toned(Tone::Quiet),
        ]);
    }
    table
}
