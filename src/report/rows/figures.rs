//! The funnel and the indicators as programs read them.

use chrono::NaiveDate;

use crate::domain::forecast::Ratio;
use crate::domain::funnel::WithoutRate;
use crate::domain::range::Method;
use crate::i18n::Lang;
use crate::report::model::{Amount, ForecastOut, FunnelLineOut, FunnelOut, Points, TotalOut, WithoutRateOut};
use crate::report::words;
use crate::store::view::figures::{ForecastView, FunnelView};
use crate::store::view::range::RangeView;

/// The funnel, with the names of its stages in a language.
pub fn funnel(lang: Lang, today: NaiveDate, view: &FunnelView) -> FunnelOut {
    let base = view.base;
    let lines = view.funnel.lines.iter().map(|line| {
        let stage = view.stages.iter().find(|stage| stage.id == line.stage);
        FunnelLineOut {
            stage: stage.map(|stage| stage.key.clone()).unwrap_or_default(),
            name: stage.map(|stage| words::stage(lang, stage).into_owned()).unwrap_or_default(),
            win_rate: Points(stage.map_or(0, |stage| stage.win_rate)),
            deals: line.deals,
            amount: Amount::new(line.amount, base),
            weighted: Amount::new(line.weighted, base),
            currency: base,
        }
    });
    let total = &view.funnel.total;
    FunnelOut {
        stages: lines.collect(),
        total: TotalOut {
            deals: total.deals,
            amount: Amount::new(total.amount, base),
            weighted: Amount::new(total.weighted, base),
            currency: base,
        },
        currency: base,
        without_rate: view.funnel.without_rate.iter().map(apart).collect(),
        as_of: view.as_of.unwrap_or(today),
        period: view.period.map(|period| period.to_string()),
    }
}

/// The indicators of a period, and what it may bring.
pub fn forecast(today: NaiveDate, view: &ForecastView, range: &RangeView) -> ForecastOut {
    let band = range.range.band;
    let amount = |minor: i128| Amount::new(minor, view.base);
    ForecastOut {
        period: view.period.to_string(),
        quota: view.now.quota.map(amount),
        won: amount(view.now.won),
        small_orders: amount(view.now.small_orders),
        weighted: amount(view.now.weighted),
        attainment: view.attainment.map(Ratio::value),
        progress: view.progress.map(Ratio::value),
        p10: amount(band.p10),
        p50: amount(band.p50),
        p90: amount(band.p90),
        chance: band.chance.map(Ratio::value),
        currency: view.base,
        as_of: view.as_of.unwrap_or(today),
        without_rate: view.without_rate.iter().map(apart).collect(),
        range: match band.method {
            Method::Simulated { .. } => "simulation",
            Method::Normal => "normal",
        },
    }
}

/// Deals in a currency without an exchange rate.
pub(super) fn apart(apart: &WithoutRate) -> WithoutRateOut {
    WithoutRateOut {
        currency: apart.currency,
        deals: apart.deals,
        amount: Amount::new(apart.amount, apart.currency),
    }
}
