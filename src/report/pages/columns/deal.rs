//! The columns of deals.

use super::{ListColumn, Listed, Reader, day_of, figures, name, of, whole, words};
use crate::report::model::{DealOut, FieldOut};
use crate::report::pages::deal::{reasons, stage_name, status};
use crate::report::pages::due;
use crate::report::table::{Cell, Tone};
use crate::tr;

impl Listed for DealOut {
    const COLUMNS: &'static [ListColumn<DealOut>] = &[
        of("name", |l| name(tr!(l, "column.deal")), |d, _| Cell::text(&d.name)),
        of("code", |l| whole(tr!(l, "column.code")), |d, _| Cell::text(&d.code).toned(Tone::Quiet)),
        of("account", |l| words(tr!(l, "column.account")), |d, _| Cell::text(&d.account)),
        of("stage", |l| whole(tr!(l, "column.stage")), stage),
        of("attention", |l| words(tr!(l, "column.attention")), attention),
        of("amount", |l| figures(tr!(l, "column.amount")), |d, _| Cell::amount(d.amount)),
        of("win_rate", |l| figures(tr!(l, "column.win_rate")), |d, _| Cell::rate(d.win_rate.0)),
        of("weighted", |l| figures(tr!(l, "column.weighted")), |d, _| Cell::amount(d.weighted)),
        of("close_date", |l| whole(tr!(l, "column.close_date")), close),
        of("next_on", |l| words(tr!(l, "column.next_step")), next_step),
        of("owner", |l| words(tr!(l, "column.owner")), |d, _| Cell::maybe(d.owner.as_ref())),
        of("last_activity", |l| whole(tr!(l, "column.last_activity")), |d, _| Cell::day(d.last_activity)),
        of("people", |l| words(tr!(l, "column.people")), people),
        of("products", |l| words(tr!(l, "column.product")), products),
        of("competitor", |l| words(tr!(l, "column.competitor")), |d, _| Cell::maybe(d.competitor.as_ref())),
        of("source", |l| words(tr!(l, "column.source")), |d, _| Cell::maybe(d.source.as_ref())),
        of("tags", |l| words(tr!(l, "column.tags")), |d, _| Cell::list(&d.tags)),
        of("created", |l| whole(tr!(l, "column.entered_on")), |d, _| Cell::day(Some(d.created))),
        of("updated", |l| whole(tr!(l, "column.changed_on")), |d, _| day_of(d.updated_at)),
    ];

    fn fields(&self) -> &[FieldOut] {
        &self.fields.0
    }
}

fn is_open(deal: &DealOut) -> bool {
    deal.status == "open"
}

/// Where it stands; of a closed one, how it ended.
fn stage(deal: &DealOut, reader: &Reader<'_>) -> Cell {
    match is_open(deal) {
        true => Cell::text(stage_name(reader.lang, reader.stages, &deal.stage)),
        false => status(reader.lang, deal),
    }
}

fn attention(deal: &DealOut, reader: &Reader<'_>) -> Cell {
    Cell::list(&reasons(reader.lang, reader.today, deal)).toned(Tone::Warning)
}

/// The day it closed, or is expected to.
fn close(deal: &DealOut, reader: &Reader<'_>) -> Cell {
    match is_open(deal) {
        true => due(deal.close_date, reader.today),
        false => Cell::day(deal.closed_on),
    }
}

/// What comes next, with its day before it.
fn next_step(deal: &DealOut, reader: &Reader<'_>) -> Cell {
    let day = deal.next_on.map(|day| day.to_string());
    let told: Vec<String> = day.into_iter().chain(deal.next_step.clone()).collect();
    let tone = if is_open(deal) { due(deal.next_on, reader.today).tone } else { Tone::Quiet };
    Cell::maybe(Some(told.join("  ")).filter(|told| !told.is_empty())).toned(tone)
}

fn people(deal: &DealOut, _: &Reader<'_>) -> Cell {
    let names: Vec<&String> = deal.contacts.iter().map(|person| &person.name).collect();
    Cell::list(&names)
}

fn products(deal: &DealOut, _: &Reader<'_>) -> Cell {
    let names: Vec<&String> = deal.products.iter().map(|item| &item.name).collect();
    Cell::list(&names)
}
