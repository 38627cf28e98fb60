//! Measures as lines of a sheet, in three groups; each stands for what it is made of.

use crate::domain::id::Id;
use crate::domain::metrics::{Metric, MetricKind, Span, Value};
use crate::domain::money::Currency;
use crate::report::metric_words;
use crate::tr;
use crate::tui::dialogs::why::Measured;
use crate::tui::look::Look;
use crate::tui::widgets::sheet::{Line, Sheet, Stands};

/// What a group of measures tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Group {
    Loyalty,
    Value,
    Relation,
}

/// Puts measures on a sheet: of an account, or of the book.
pub fn put(
    sheet: &mut Sheet,
    look: &Look,
    account: Option<Id>,
    (metrics, base): (&[Metric], Currency),
    span: Span,
) {
    let lang = look.lang;
    let groups = [
        (Group::Loyalty, tr!(lang, "metrics.of_loyalty")),
        (Group::Value, tr!(lang, "metrics.of_value")),
        (Group::Relation, tr!(lang, "metrics.of_relation")),
    ];
    for (group, heading) in groups {
        let own = metrics.iter().filter(|metric| group_of(metric.kind) == group);
        let lines = own.map(|metric| {
            let (about, style) = match metric.value {
                Ok(value) => (figure(look, value, base), look.theme.figure),
                Err(_) => (tr!(lang, "metrics.short_lack").into_owned(), look.theme.dim),
            };
            let measured = Measured { kind: metric.kind, account, span };
            Line {
                what: metric_words::name(lang, metric.kind).into_owned(),
                about,
                style,
                stands_for: Some(Stands::Measure(measured)),
            }
        });
        sheet.section(heading, lines.collect());
    }
}

fn figure(look: &Look, value: Value, base: Currency) -> String {
    match value {
        Value::Day(day) => look.date(day),
        other => metric_words::value(look.lang, other, base),
    }
}

fn group_of(kind: MetricKind) -> Group {
    match kind {
        MetricKind::PurchasesAYear
        | MetricKind::ShareOfWallet
        | MetricKind::RetainedSince
        | MetricKind::Retention
        | MetricKind::Repurchase
        | MetricKind::Churn
        | MetricKind::PurchaseCycle => Group::Loyalty,
        MetricKind::AverageOrder
        | MetricKind::LifetimeValue
        | MetricKind::Growth
        | MetricKind::SalesGrowth => Group::Value,
        MetricKind::Satisfaction | MetricKind::Engagement => Group::Relation,
    }
}
