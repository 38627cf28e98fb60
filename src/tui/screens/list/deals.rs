//! The list of deals.

use chrono::NaiveDate;
use ratatui::style::Style;

use super::cells;
use super::column::Column;
use super::kind::{Kind, Words};
use crate::domain::attention::Reason;
use crate::domain::filter;
use crate::domain::stage::Stage;
use crate::domain::word::{RecordKind, Status};
use crate::report::model::{DealOut, FieldOut};
use crate::report::page::Page;
use crate::report::pages;
use crate::report::words;
use crate::store::view::totals::Totals;
use crate::tr;
use crate::tui::action::Scope;
use crate::tui::dialogs::question::Asked;
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place};
use crate::tui::widgets::badge;
use crate::tui::widgets::due::due;

/// Deals.
pub struct Deals;

impl Kind for Deals {
    type Out = DealOut;
    const PLACE: Place = Place::Deals;
    const FILTERED: filter::Kind = filter::Kind::Deals;
    const RECORD: RecordKind = RecordKind::Deal;
    const SCOPES: &'static [Scope] = &[Scope::Table, Scope::Deal, Scope::Record, Scope::List];
    const LOOKS_BACK: bool = true;
    const TABLES: &'static [&'static str] = &[
        "deal",
        "deal_contact",
        "deal_contact_part",
        "exit_sign",
        "receivable",
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
        "custom_field",
        "custom_value",
    ];
    const NAME: &'static str = "deals";
    const COLUMNS: &'static [Column<DealOut>] = &[
        Column::words(
            "name",
            5,
            |l| tr!(l.lang, "column.deal"),
            |d: &DealOut, _, _| cells::words(Some(&d.name)),
        )
        .sorted()
        .from(0),
        Column::short(
            "code",
            7,
            |l| tr!(l.lang, "column.code"),
            |d: &DealOut, look, _| cells::quiet(look, Some(&d.code)),
        ),
        Column::words(
            "account",
            3,
            |l| tr!(l.lang, "column.account"),
            |d: &DealOut, look, _| cells::quiet(look, Some(&d.account)),
        )
        .sorted()
        .from(50),
        Column::short("stage", 11, |l| tr!(l.lang, "column.stage"), stage).sorted().from(60),
        Column::short("attention", 2, |_| "!".into(), attention)
            .called(|l| tr!(l.lang, "column.attention"))
            .from(70),
        Column::figures(
            "amount",
            11,
            |l| tr!(l.lang, "column.amount"),
            |d: &DealOut, look, cells| cells::amount(look, d.amount, cells),
        )
        .sorted()
        .from(30),
        Column::figures(
            "win_rate",
            9,
            |l| tr!(l.lang, "column.win_rate"),
            |d: &DealOut, look, _| cells::rate(look, Some(d.win_rate.0)),
        ),
        Column::figures(
            "weighted",
            11,
            |l| tr!(l.lang, "column.weighted"),
            |d: &DealOut, look, cells| cells::amount(look, d.weighted, cells),
        ),
        Column::short("close_date", 12, |l| tr!(l.lang, "deals.close"), close)
            .called(|l| tr!(l.lang, "column.close_date"))
            .sorted()
            .from(40),
        Column::words("next_on", 4, |l| tr!(l.lang, "column.next_step"), next_step).sorted().from(86),
        Column::short(
            "owner",
            14,
            |l| tr!(l.lang, "column.owner"),
            |d: &DealOut, look, _| cells::quiet(look, d.owner.as_ref()),
        )
        .sorted()
        .from(130),
        Column::short(
            "last_activity",
            12,
            |l| tr!(l.lang, "column.last_activity"),
            |d: &DealOut, look, _| cells::past(look, d.last_activity),
        ),
        Column::words("people", 3, |l| tr!(l.lang, "column.people"), people),
        Column::words("products", 3, |l| tr!(l.lang, "column.product"), products),
        Column::words(
            "competitor",
            3,
            |l| tr!(l.lang, "column.competitor"),
            |d: &DealOut, look, _| cells::quiet(look, d.competitor.as_ref()),
        ),
        Column::words(
            "source",
            3,
            |l| tr!(l.lang, "column.source"),
            |d: &DealOut, look, _| cells::quiet(look, d.source.as_ref()),
        ),
        Column::words(
            "tags",
            3,
            |l| tr!(l.lang, "column.tags"),
            |d: &DealOut, look, _| cells::tags(look, &d.tags),
        ),
        Column::short(
            "created",
            12,
            |l| tr!(l.lang, "column.entered_on"),
            |d: &DealOut, look, _| cells::past(look, Some(d.created)),
        )
        .sorted(),
        Column::short(
            "updated",
            12,
            |l| tr!(l.lang, "column.changed_on"),
            |d: &DealOut, look, _| cells::instant(look, d.updated_at),
        )
        .sorted(),
    ];
    const CELLS: &'static [(&'static str, &'static [&'static str])] = &[
        ("name", &["name"]),
        ("account", &["account"]),
        ("stage", &["stage"]),
        ("amount", &["amount"]),
        ("win_rate", &["win_rate"]),
        ("close_date", &["close_on"]),
        ("next_on", &["next_step", "next_on"]),
        ("owner", &["owner"]),
        ("people", &["people"]),
        ("products", &["products"]),
        ("competitor", &["competitor"]),
        ("source", &["source"]),
        ("tags", &["tags"]),
    ];
    const CELLS_OF_MANY: &'static [(&'static str, Asked)] = &[
        ("stage", Asked::Stage),
        ("close_date", Asked::CloseOn),
        ("next_on", Asked::NextOn),
        ("owner", Asked::Owner),
        ("tags", Asked::Tag),
    ];

    fn fields(deal: &DealOut) -> &[FieldOut] {
        &deal.fields.0
    }

    fn chosen(deal: &DealOut) -> Chosen {
        deal.into()
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
        _ => (look.stage(&deal.stage), Style::new()),
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
    if look.is_past {
        // What came next then is not kept.
        return (String::new(), Style::new());
    }
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

/// How many reasons there are to look at it, with the sign of what is wrong.
fn attention(deal: &DealOut, look: &Look, _cells: usize) -> (String, Style) {
    let reasons: Vec<Reason> = deal.attention.iter().filter_map(|reason| reason.parse().ok()).collect();
    badge::attention(look, &reasons)
}

fn people(deal: &DealOut, look: &Look, _cells: usize) -> (String, Style) {
    (look.lang.list(deal.contacts.iter().map(|person| &person.name)), look.theme.dim)
}

fn products(deal: &DealOut, look: &Look, _cells: usize) -> (String, Style) {
    (look.lang.list(deal.products.iter().map(|item| &item.name)), look.theme.dim)
}
