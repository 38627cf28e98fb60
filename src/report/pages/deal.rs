//! Deals as people read them.

use chrono::NaiveDate;

use super::{add_fields, due, worded, worded_all};
use crate::domain::stage::Stage;
use crate::i18n::Lang;
use crate::report::model::DealOut;
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{reason, words};
use crate::tr;

/// The table of a list of deals, on a day.
pub fn list(lang: Lang, stages: &[Stage], today: NaiveDate, deals: &[DealOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.code"), Worth::Essential),
        Column::words(tr!(lang, "column.deal"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Important),
        Column::whole(tr!(lang, "column.stage"), Worth::Useful),
        Column::figures(tr!(lang, "column.amount"), Worth::Important),
        Column::figures(tr!(lang, "column.win_rate"), Worth::Useful),
        Column::figures(tr!(lang, "column.weighted"), Worth::Extra),
        Column::whole(tr!(lang, "column.close_date"), Worth::Important),
        Column::whole(tr!(lang, "column.status"), Worth::Important),
        Column::words(tr!(lang, "column.next_step"), Worth::Useful),
        Column::whole(tr!(lang, "column.next_on"), Worth::Extra),
        Column::words(tr!(lang, "column.owner"), Worth::Extra),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_deals"));
    for deal in deals {
        let closed = deal.status != "open";
        table.push(vec![
            Cell::text(&deal.code).toned(Tone::Quiet),
            Cell::text(&deal.name),
            Cell::text(&deal.account),
            Cell::text(stage_name(lang, stages, &deal.stage)),
            Cell::amount(deal.amount),
            Cell::rate(deal.win_rate.0),
            Cell::amount(deal.weighted),
            if closed { Cell::day(deal.closed_on.or(deal.close_date)) } else { due(deal.close_date, today) },
            if closed { status(lang, deal) } else { Cell::ABSENT },
            Cell::maybe(deal.next_step.as_ref()),
            if closed { Cell::day(deal.next_on) } else { due(deal.next_on, today) },
            Cell::maybe(deal.owner.as_ref()),
        ]);
    }
    table
}

/// The page of one deal, on a day.
pub fn sheet(lang: Lang, stages: &[Stage], today: NaiveDate, deal: &DealOut) -> Page {
    let mut page = facts(lang, stages, today, deal);
    page.section(tr!(lang, "page.people"), people(lang, deal));
    page.section(tr!(lang, "page.products"), products(lang, deal));
    page
}

/// What is known of a deal itself, on a day.
pub fn facts(lang: Lang, stages: &[Stage], today: NaiveDate, deal: &DealOut) -> Page {
    let mut page = Page::new(lang, format!("{} {}", deal.code, deal.name));
    let open = deal.status == "open";
    let close_date = if open { due(deal.close_date, today) } else { Cell::day(deal.close_date) };
    page.facts(vec![
        (tr!(lang, "column.account").into(), Cell::text(&deal.account)),
        (tr!(lang, "column.status").into(), status(lang, deal)),
        (tr!(lang, "column.attention").into(), Cell::list(&reasons(lang, today, deal)).toned(Tone::Warning)),
        (tr!(lang, "column.stage").into(), Cell::text(stage_name(lang, stages, &deal.stage))),
        (tr!(lang, "column.amount").into(), Cell::amount(deal.amount)),
        (tr!(lang, "column.win_rate").into(), Cell::rate(deal.win_rate.0)),
        (tr!(lang, "column.weighted").into(), Cell::amount(deal.weighted)),
        (tr!(lang, "column.close_date").into(), close_date),
        (tr!(lang, "column.closed_on").into(), Cell::day(deal.closed_on)),
        (tr!(lang, "column.next_step").into(), Cell::maybe(deal.next_step.as_ref())),
        (tr!(lang, "column.next_on").into(), if open { due(deal.next_on, today) } else { Cell::ABSENT }),
        (tr!(lang, "column.lost_reason").into(), {
            Cell::maybe(deal.lost_reason.as_ref().map(|reason| words::lost_reason(lang, reason)))
        }),
        (tr!(lang, "column.competitor").into(), Cell::maybe(deal.competitor.as_ref())),
        (tr!(lang, "column.learned").into(), Cell::maybe(deal.learned.as_ref())),
        (tr!(lang, "column.source").into(), Cell::maybe(deal.source.as_ref())),
        (tr!(lang, "column.owner").into(), Cell::maybe(deal.owner.as_ref())),
        (tr!(lang, "column.tags").into(), Cell::list(&deal.tags)),
        (tr!(lang, "column.notes").into(), Cell::maybe(deal.notes.as_ref())),
    ]);
    add_fields(lang, &mut page, &deal.fields);
    page
}

/// Why it needs attention, most pressing first.
pub(super) fn reasons(lang: Lang, today: NaiveDate, deal: &DealOut) -> Vec<String> {
    let known = deal.attention.iter().filter_map(|key| key.parse().ok());
    known.map(|reason| reason::text(lang, reason, deal, today).into_owned()).collect()
}

/// The name of a stage by its key.
pub fn stage_name(lang: Lang, stages: &[Stage], key: &str) -> String {
    let known = stages.iter().find(|stage| stage.key == key);
    known.map_or_else(|| words::stage_key(lang, key), |stage| words::stage(lang, stage)).into_owned()
}

/// Whether it is open, won or lost.
pub(super) fn status(lang: Lang, deal: &DealOut) -> Cell {
    let tone = match deal.status.as_str() {
        "won" => Tone::Good,
        "lost" => Tone::Bad,
        _ => Tone::Plain,
    };
    Cell::text(worded(lang, &deal.status, words::status)).toned(tone)
}

fn people(lang: Lang, deal: &DealOut) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.code"), Worth::Useful),
        Column::words(tr!(lang, "column.person"), Worth::Essential),
        Column::words(tr!(lang, "column.parts"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for person in &deal.contacts {
        let parts = worded_all(lang, &person.parts, words::part);
        table.push(vec![
            Cell::text(&person.code).toned(Tone::Quiet),
            Cell::text(&person.name),
            Cell::list(&parts),
        ]);
    }
    table
}

fn products(lang: Lang, deal: &DealOut) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.product"), Worth::Essential),
        Column::figures(tr!(lang, "column.quantity"), Worth::Important),
        Column::figures(tr!(lang, "column.price"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for item in &deal.products {
        table.push(vec![
            Cell::text(&item.name),
            Cell::text(item.quantity.to_string()),
            Cell::amount(item.price),
        ]);
    }
    table
}
