//! The measures of accounts as programs read them.

use serde_json::Value as Json;

use crate::domain::forecast::Ratio;
use crate::domain::metrics::{Metric, Value};
use crate::domain::money::{Currency, decimal};
use crate::domain::word::Tier;
use crate::i18n::Lang;
use crate::report::metric_words;
use crate::report::model::{ChurnOut, InputsOut, MetricOut, MetricsOut, ReasonLeftOut};
use crate::store::view::find::Named;
use crate::store::view::metrics::MetricsView;

/// The measures of an account, or of the book.
pub fn metrics(lang: Lang, account: Option<&Named>, view: &MetricsView) -> MetricsOut {
    let tiers = Tier::ALL.iter().copied().map(Some).chain([None]);
    let churns = tiers.filter(|_| account.is_none()).map(|tier| (tier, view.churns.of_tier(tier)));
    let churns = churns.filter(|(_, churn)| churn.had > 0).map(|(tier, churn)| ChurnOut {
        tier: tier.map(|tier| tier.to_string()),
        bought_before: churn.had,
        lost: churn.lost,
        churn: churn.share().map(Ratio::value),
    });
    let reasons = view.reasons.iter().map(|(reason, accounts)| ReasonLeftOut {
        reason: reason.map(|reason| reason.to_string()),
        accounts: *accounts,
    });
    MetricsOut {
        account: account.map(|named| named.name.clone()),
        id: account.map(|named| named.id),
        code: account.map(|named| named.code.clone()),
        from: view.span.from,
        to: view.span.to,
        currency: view.base,
        metrics: view.metrics.iter().map(|one| metric(lang, one, view.base)).collect(),
        churn_by_tier: churns.collect(),
        reasons: reasons.collect(),
    }
}

fn metric(lang: Lang, metric: &Metric, base: Currency) -> MetricOut {
    let found = metric.value.ok();
    MetricOut {
        metric: metric.kind.to_string(),
        name: metric_words::name(lang, metric.kind).into_owned(),
        value: found.map_or(Json::Null, |value| json(value, base)),
        unit: found.map(Value::unit),
        currency: base,
        from: metric.days.0,
        to: metric.days.1,
        missing: metric.value.err().map(|lack| lack.to_string()),
        inputs: InputsOut(
            metric.inputs.iter().map(|(kind, value)| (kind.as_str(), json(*value, base))).collect(),
        ),
    }
}

/// A value for programs: amounts as decimals in text, the rest as numbers, days and keys.
fn json(value: Value, base: Currency) -> Json {
    match value {
        Value::Amount(minor) => decimal(minor, base.digits()).into(),
        Value::Count(number) => number.into(),
        Value::Share(ratio)
        | Value::Number(ratio)
        | Value::Points(ratio)
        | Value::Days(ratio)
        | Value::Years(ratio) => ratio.value().into(),
        Value::Day(day) => day.to_string().into(),
        Value::Standing(word) => word.as_str().into(),
        Value::Source(word) => word.as_str().into(),
    }
}
