//! The report of a week: where the period stands, what changed, what is stuck, what comes next.

use super::deals::{lost, section, won};
use super::period;
use crate::i18n::Lang;
use crate::report::document::{Document, Part, Piece, Section, pieces};
use crate::report::pages::due;
use crate::report::pages::review::{attention, bridge};
use crate::report::rows::week::{MovedDeal, Week};
use crate::report::table::{Cell, Column, Table, Worth};
use crate::tr;

/// The report.
pub fn document(lang: Lang, week: &Week) -> Document {
    let outlook = &week.outlook;
    let stands = vec![
        Section::new("", vec![Piece::Picture(period::gauge(lang, outlook))]),
        period::range(lang, outlook),
        Section::new("", period::exact(lang, outlook)),
    ];
    let closed = vec![
        section(lang, tr!(lang, "week.wins"), won(lang, &week.wins.first), &week.wins),
        section(lang, tr!(lang, "week.losses"), lost(lang, &week.losses.first), &week.losses),
    ];
    let going_on = vec![
        section(lang, tr!(lang, "week.moved"), moved(lang, &week.moved.first), &week.moved),
        section(lang, tr!(lang, "week.stuck"), attention(lang, &week.stuck.first), &week.stuck),
        section(lang, tr!(lang, "week.steps"), steps(lang, week), &week.steps),
    ];
    let note = outlook.call.as_ref().and_then(|call| Some((call.on, call.note.as_deref()?)));
    let note = note.map(|(on, note)| tr!(lang, "report.call_note", day = on, note = note).into_owned());
    let mut parts = vec![
        Part::of(tr!(lang, "report.stands", period = outlook.forecast.period), stands),
        Part::new(tr!(lang, "week.bridge"), pieces(bridge(lang, &week.changes))),
        Part::of(tr!(lang, "report.closed"), closed),
        Part::of(tr!(lang, "report.going_on"), going_on),
    ];
    if let (Some(Some(first)), Some(note)) = (parts.first_mut(), note) {
        first.sections[0].pieces.push(Piece::Text(note));
    }
    Document {
        lang,
        title: tr!(lang, "report.week", to = week.to).into_owned(),
        under: tr!(lang, "report.week_under", period = outlook.forecast.period, from = week.from)
            .into_owned(),
        numbers: period::numbers(lang, outlook),
        parts: parts.into_iter().flatten().collect(),
        foot: String::new(),
    }
}

fn moved(lang: Lang, deals: &[MovedDeal]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.deal"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Important),
        Column::words(tr!(lang, "column.stage"), Worth::Essential),
        Column::words(tr!(lang, "column.close_date"), Worth::Essential),
    ];
    let mut table = Table::new(columns, tr!(lang, "week.nothing_moved"));
    for deal in deals {
        let stages = deal.stages.as_ref().map(|(from, to)| format!("{from} → {to}"));
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
        let close = deal.close.map(|(from, to)| format!("{} → {}", day(from), day(to)));
        table.push(vec![
            Cell::text(&deal.deal),
            Cell::maybe(deal.account.as_ref()),
            Cell::maybe(stages),
            Cell::maybe(close),
        ]);
    }
    table
}

fn steps(lang: Lang, week: &Week) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.due"), Worth::Essential),
        Column::words(tr!(lang, "column.next_step"), Worth::Essential),
        Column::words(tr!(lang, "column.deal"), Worth::Important),
        Column::words(tr!(lang, "column.account"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "week.no_steps"));
    for deal in &week.steps.first {
        table.push(vec![
            due(deal.next_on, week.to),
            Cell::maybe(deal.next_step.as_ref()),
            Cell::text(&deal.name),
            Cell::text(&deal.account),
        ]);
    }
    table
}
