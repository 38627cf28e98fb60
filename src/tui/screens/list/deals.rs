//! The list of deals.

use chrono::NaiveDate;
use ratatui::style::Style;

use super::cells;
use super::kind::{Column, Kind, Words};
use crate::domain::filter;
use crate::domain::stage::Stage;
use crate::domain::word::{RecordKind, Status};
use crate::report::model::DealOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::words;
use crate::store::view::totals::Totals;
use crate::tr;
use crate::tui::action::Scope;
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place};
use crate::tui::widgets::due::due;

/// Deals.
pub struct Deals;

impl Kind for Deals {
    type Out = DealOut;
    const PLACE: Place = Place::Deals;
    const FILTERED: filter::Kind = filter::Kind::Deals;
    const RECORD: RecordKind = RecordKind::Deal;
    const SCOPES: &'static [Scope] = &[Scope::Table, Scope::Deal, Scope::Record, Scope::List];
    const TABLES: &'static [&'static str] = &[
        "deal",
        "deal_contact",
        "deal_product",
        "account",
        "contact",
        "activity",
        "stage",
        "lost_reason",
        "exchange_rate",
        "setting",
        "colleague",
        "tagging",
        "custom_value",
    ];
    const COLUMNS: &'static [Column<DealOut>] = &[
        Column::words(
            |l| tr!(l.lang, "column.deal"),
            "name",
            5,
            0,
            |deal, _, _| cells::words(Some(&deal.name)),
        ),
        Column::words(
            |l| tr!(l.lang, "column.account"),
            "account",
            3,
            50,
            |deal, look, _| cells::quiet(look, Some(&deal.account)),
        ),
        Column::short(|l| tr!(l.lang, "column.stage"), Some("stage"), 11, 60, stage),
        Column::figures(
            |l| tr!(l.lang, "column.amount"),
            "amount",
            11,
            30,
            |deal, look, cells| cells::amount(look, deal.amount, cells),
        ),
        Column::short(|l| tr!(l.lang, "deals.close"), Some("close_date"), 12, 40, close),
        Column::words(|l| tr!(l.lang, "column.next_step"), "next_on", 4, 86, next_step),
        Column::short(
            |l| tr!(l.lang, "column.owner"),
            Some("owner"),
            14,
            130,
            |deal, look, _| cells::quiet(look, deal.owner.as_ref()),
        ),
    ];

    fn chosen(deal: &DealOut) -> Chosen {
        Chosen {
            kind: RecordKind::Deal,
            id: deal.id,
            name: deal.name.clone(),
            account: Some(deal.account_id),
            status: deal.status.parse().ok(),
        }
    }

    fn sheet(look: &Look, stages: &[Stage], deal: &DealOut) -> Page {
        pages::deal::facts(look.lang, stages, look.today, deal)
    }

    fn words(look: &Look) -> Words {
        Words {
            title: tr!(look.lang, "deals.title"),
            all: tr!(look.lang, "deals.all"),
            empty_title: tr!(look.lang, "deals.empty_title"),
            empty_words: tr!(look.lang, "deals.empty_words"),
        }
    }

    fn totals(look: &Look, totals: &Totals) -> String {
        let lang = look.lang;
        let number = match totals.number {
            1 => tr!(lang, "deals.one"),
            number => tr!(lang, "deals.number", number = number),
        };
        let Some(sums) = &totals.sums else { return number.into_owned() };
        let (amount, weighted) = (look.sum(sums.amount, 16), look.sum(sums.weighted.unwrap_or(0), 16));
        let base = sums.base;
        let line =
            tr!(lang, "deals.sums", number = number, sum = amount, currency = base, weighted = weighted);
        match sums.without_rate.iter().map(|without| without.deals).sum::<u64>() {
            0 => line.into_owned(),
            left_out => tr!(lang, "deals.without_rate", line = line, left_out = left_out).into_owned(),
        }
    }
}

fn is_open(deal: &DealOut) -> bool {
    deal.status == Status::Open.as_str()
}

/// The stage, or how the deal was decided.
fn stage(deal: &DealOut, look: &Look, _cells: usize) -> (String, Style) {
    match deal.status.parse::<Status>() {
        Ok(status @ Status::Won) => (words::status(look.lang, status).into_owned(), look.theme.good),
        Ok(status @ Status::Lost) => (words::status(look.lang, status).into_owned(), look.theme.dim),
        _ => (words::stage_key(look.lang, &deal.stage).into_owned(), Style::new()),
    }
}

/// The day it closed, or is expected to; `!` where that has passed, `?` where there is none.
fn close(deal: &DealOut, look: &Look, _cells: usize) -> (String, Style) {
    if !is_open(deal) {
        return cells::past(look, deal.closed_on);
    }
    match deal.close_date {
        None => (tr!(look.lang, "deals.no_date").into_owned(), look.theme.warn),
        Some(day) => dated(look, day),
    }
}

fn dated(look: &Look, day: NaiveDate) -> (String, Style) {
    let (sign, style) = due(look, day);
    (format!("{sign}{}", look.date(day)), style)
}

/// The next step with its day; `!` where it is overdue, `?` where there is none.
fn next_step(deal: &DealOut, look: &Look, _cells: usize) -> (String, Style) {
    let step = deal.next_step.clone().unwrap_or_default();
    match deal.next_on {
        _ if !is_open(deal) => (step, look.theme.dim),
        None if step.is_empty() => (tr!(look.lang, "deals.no_next_step").into_owned(), look.theme.warn),
        None => (step, Style::new()),
        Some(day) => {
            let (day, style) = dated(look, day);
            (format!("{day}  {step}"), style)
        }
    }
}
