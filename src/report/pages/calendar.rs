//! What days bring, as people read it: a table of each day that brings anything.

use std::str::FromStr;

use crate::domain::calendar::CalendarKind;
use crate::i18n::Lang;
use crate::report::calendar_words;
use crate::report::day_words::weekday;
use crate::report::model::{CalendarItemOut, CalendarOut};
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::tr;

/// The page of some days.
pub fn sheet(lang: Lang, calendar: &CalendarOut) -> Page {
    let title = tr!(lang, "page.calendar", from = calendar.from, to = calendar.to);
    let mut page = Page::new(lang, title);
    for day in calendar.items.chunk_by(|one, other| one.on == other.on) {
        if let Some(first) = day.first() {
            page.section(format!("{} {}", first.on, weekday(lang, first.on)), table(lang, day));
        }
    }
    if calendar.items.is_empty() {
        page.paragraph(tr!(lang, "calendar.nothing"));
    }
    page
}

fn table(lang: Lang, items: &[CalendarItemOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.time"), Worth::Essential),
        Column::words(tr!(lang, "column.kind"), Worth::Important),
        Column::words(tr!(lang, "column.what"), Worth::Essential),
        Column::words(tr!(lang, "column.person"), Worth::Useful),
        Column::words(tr!(lang, "column.account"), Worth::Important),
        Column::words(tr!(lang, "column.there"), Worth::Useful),
        Column::figures(tr!(lang, "column.amount"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    for item in items {
        let activity = item.activity.as_deref().and_then(|word| word.parse().ok());
        let kind = CalendarKind::from_str(&item.kind).unwrap_or(CalendarKind::Meeting);
        let there = match (&item.their_at, &item.their_zone, item.their_on) {
            (Some(at), Some(zone), Some(on)) if on != item.on => Some(format!("{on} {at} {zone}")),
            (Some(at), Some(zone), _) => Some(format!("{at} {zone}")),
            _ => None,
        };
        table.push(vec![
            Cell::maybe(item.at.clone()).toned(Tone::Strong),
            Cell::text(calendar_words::kind(lang, kind, activity)),
            Cell::text(calendar_words::text(lang, kind, activity, &item.text)),
            Cell::maybe(item.contact.clone()),
            Cell::maybe(item.account.clone()),
            Cell::maybe(there).toned(Tone::Quiet),
            Cell::amount(item.amount),
        ]);
    }
    table
}
