//! The measures of accounts as people read them.

use crate::domain::forecast::Ratio;
use crate::domain::metrics::{Churn, Metric, Value};
use crate::domain::money::Currency;
use crate::domain::word::Tier;
use crate::i18n::Lang;
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{entry_words, metric_words, words};
use crate::store::view::metrics::MetricsView;
use crate::tr;

/// The page of the measures of an account, by its name, or of the book.
pub fn metrics(lang: Lang, account: Option<&str>, view: &MetricsView) -> Page {
    let (from, to) = (view.span.from, view.span.to);
    let title = match account {
        Some(name) => tr!(lang, "page.metrics_of", name = name, from = from, to = to),
        None => tr!(lang, "page.metrics", from = from, to = to),
    };
    let mut page = Page::of_table(lang, title, measures(lang, &view.metrics, view.base));
    if account.is_none() {
        page.section(tr!(lang, "page.churn_by_tier"), churn(lang, view));
        page.section(tr!(lang, "page.why_left"), reasons(lang, view));
    }
    page
}

/// Each measure with what it was made of.
pub fn measures(lang: Lang, metrics: &[Metric], base: Currency) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.metric"), Worth::Essential),
        Column::words(tr!(lang, "column.figure"), Worth::Essential),
        Column::words(tr!(lang, "column.made_of"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    for metric in metrics {
        let figure = match metric.value {
            Ok(value) => Cell::text(metric_words::value(lang, value, base)).toned(Tone::Strong),
            Err(lack) => {
                let why = metric_words::lack(lang, lack);
                Cell::text(tr!(lang, "metrics.not_enough", why = why)).toned(Tone::Quiet)
            }
        };
        let made_of = metric.inputs.iter().map(|(kind, value)| input(lang, *kind, *value, base));
        table.push(vec![
            Cell::text(metric_words::name(lang, metric.kind)),
            figure,
            Cell::text(made_of.collect::<Vec<_>>().join(" · ")),
        ]);
    }
    table
}

fn input(lang: Lang, kind: crate::domain::metrics::InputKind, value: Value, base: Currency) -> String {
    format!("{} {}", metric_words::input(lang, kind), metric_words::value(lang, value, base))
}

/// Why a measure is what it is: what it means, its days, what it is made of; what would help, where it lacks
/// something.
pub fn why(lang: Lang, metric: &Metric, of_account: bool, base: Currency) -> Page {
    let mut page = Page::new(lang, metric_words::name(lang, metric.kind));
    page.paragraph(metric_words::what(lang, metric.kind, of_account));
    let (from, to) = metric.days;
    let days = match from == to {
        true => to.to_string(),
        false => tr!(lang, "metrics.from_to", from = from, to = to).into_owned(),
    };
    let figure = match metric.value {
        Ok(value) => Cell::text(metric_words::value(lang, value, base)).toned(Tone::Strong),
        Err(lack) => {
            let why = metric_words::lack(lang, lack);
            Cell::text(tr!(lang, "metrics.not_enough", why = why)).toned(Tone::Quiet)
        }
    };
    page.facts(vec![
        (tr!(lang, "column.figure").into(), figure),
        (tr!(lang, "metrics.period").into(), Cell::text(days)),
    ]);
    if !metric.inputs.is_empty() {
        page.heading(tr!(lang, "metrics.made_of"));
        let inputs = metric.inputs.iter().map(|(kind, value)| {
            let name = metric_words::input(lang, *kind).into_owned();
            (name, Cell::text(metric_words::value(lang, *value, base)))
        });
        page.facts(inputs.collect());
    }
    if let Some(words) = metric.value.err().and_then(|lack| metric_words::remedy(lang, lack)) {
        page.heading(tr!(lang, "metrics.what_helps"));
        page.paragraph(words);
    }
    page
}

/// Churn of each tier that had buyers, and of all.
fn churns(lang: Lang, view: &MetricsView) -> Vec<(String, Churn)> {
    let tiers = Tier::ALL.iter().copied().map(Some).chain([None]);
    let of_tier = tiers.map(|tier| {
        let name = tier.map_or(tr!(lang, "metrics.no_tier"), |tier| words::tier(lang, tier));
        (name.into_owned(), view.churns.of_tier(tier))
    });
    let all = (tr!(lang, "metrics.all_accounts").into_owned(), view.churns.all());
    of_tier.chain([all]).filter(|(_, churn)| churn.had > 0).collect()
}

/// Churn of each tier that had buyers, and of all.
pub fn churn(lang: Lang, view: &MetricsView) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.tier"), Worth::Essential),
        Column::figures(tr!(lang, "column.bought_before"), Worth::Essential),
        Column::figures(tr!(lang, "column.lost_accounts"), Worth::Essential),
        Column::figures(tr!(lang, "column.churn"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    let mut rows: Vec<Vec<Cell>> = churns(lang, view)
        .into_iter()
        .map(|(name, churn)| {
            vec![
                Cell::text(name),
                Cell::count(churn.had as i64),
                Cell::count(churn.lost as i64),
                Cell::ratio(churn.share().map(Ratio::value)),
            ]
        })
        .collect();
    let total = rows.pop();
    rows.into_iter().for_each(|row| table.push(row));
    total.into_iter().for_each(|row| table.push_total(row));
    table
}

/// Churn of each tier and of all, a line each: how many of those that had bought.
pub fn churn_by_tier(lang: Lang, view: &MetricsView) -> Vec<(String, Cell)> {
    let facts = churns(lang, view).into_iter().filter_map(|(name, churn)| {
        let share = metric_words::value(lang, Value::Share(churn.share()?), view.base);
        let words = tr!(lang, "metrics.lost_of", lost = churn.lost, had = churn.had, share = share);
        Some((name, Cell::text(words)))
    });
    facts.collect()
}

/// Why lost accounts went, a line for each reason.
pub fn why_left(lang: Lang, view: &MetricsView) -> Vec<(String, Cell)> {
    let facts = view.reasons.iter().map(|(reason, accounts)| {
        let name = match reason {
            Some(reason) => entry_words::choice(lang, "reason", reason.as_str()),
            None => tr!(lang, "metrics.not_told"),
        };
        (name.into_owned(), Cell::count(*accounts as i64))
    });
    facts.collect()
}

fn reasons(lang: Lang, view: &MetricsView) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.why_left"), Worth::Essential),
        Column::figures(tr!(lang, "column.accounts"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for (name, accounts) in why_left(lang, view) {
        table.push(vec![Cell::text(name), accounts]);
    }
    table
}
