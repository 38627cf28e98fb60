//! Activities as people read them.

use super::worded;
use crate::i18n::Lang;
use crate::report::model::ActivityOut;
use crate::report::table::{Cell, Column, Table, Worth};
use crate::report::words;
use crate::tr;

/// The table of a list of activities.
pub fn list(lang: Lang, activities: &[ActivityOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.day"), Worth::Essential),
        Column::whole(tr!(lang, "column.kind"), Worth::Essential),
        Column::words(tr!(lang, "column.about"), Worth::Essential),
        Column::words(tr!(lang, "column.people"), Worth::Important),
        Column::words(tr!(lang, "column.account"), Worth::Useful),
        Column::words(tr!(lang, "column.deal"), Worth::Extra),
        Column::figures(tr!(lang, "column.minutes"), Worth::Extra),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_activities"));
    for activity in activities {
        table.push(vec![
            Cell::day(Some(activity.on)),
            Cell::text(worded(lang, &activity.kind, words::activity_kind)),
            Cell::maybe(activity.subject.as_ref().or(activity.text.as_ref())),
            Cell::list(&activity.contacts),
            Cell::maybe(activity.account.as_ref()),
            Cell::maybe(activity.deal.as_ref()),
            activity.minutes.map_or(Cell::ABSENT, Cell::count),
        ]);
    }
    table
}
