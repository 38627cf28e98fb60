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
fn measures(lang: Lang, metrics: &[Metric], base: Currency) -> Table {
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

/// Churn of each tier, and of all.
pub fn churn(lang: Lang, view: &MetricsView) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.tier"), Worth::Essential),
        Column::figures(tr!(lang, "column.bought_before"), Worth::Essential),
        Column::figures(tr!(lang, "column.lost_accounts"), Worth::Essential),
        Column::figures(tr!(lang, "column.churn"), Worth::Essential),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.nobody_lost"));
    let row = |name: String, churn: Churn| {
        vec![
            Cell::text(name),
            Cell::count(churn.had as i64),
            Cell::count(churn.lost as i64),
            Cell::ratio(churn.share().map(Ratio::value)),
        ]
    };
    for tier in Tier::ALL.iter().copied().map(Some).chain([None]) {
        let churn = view.churns.of_tier(tier);
        if churn.had > 0 {
            let name = tier.map_or(tr!(lang, "metrics.no_tier"), |tier| words::tier(lang, tier));
            table.push(row(name.into_owned(), churn));
        }
    }
    if view.churns.all().had > 0 {
        table.push_total(row(tr!(lang, "metrics.all_accounts").into_owned(), view.churns.all()));
    }
    table
}

/// Why lost accounts went.
pub fn reasons(lang: Lang, view: &MetricsView) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.why_left"), Worth::Essential),
        Column::figures(tr!(lang, "column.accounts"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for (reason, accounts) in &view.reasons {
        let name = match reason {
            Some(reason) => Cell::text(entry_words::choice(lang, "reason", reason.as_str())),
            None => Cell::text(tr!(lang, "metrics.not_told")).toned(Tone::Quiet),
        };
        table.push(vec![name, Cell::count(*accounts as i64)]);
    }
    table
}
