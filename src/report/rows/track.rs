//! The track record as programs read it.

use super::figures::apart;
use crate::domain::forecast::Ratio;
use crate::domain::money::{Currency, divide_half_even};
use crate::domain::track::{self, Trend};
use crate::i18n::Lang;
use crate::report::model::{
    AccuracyOut, Amount, CalibrationOut, ConversionOut, LossOut, LossesOut, Points, VelocityOut,
};
use crate::report::words;
use crate::store::view::flow::FlowView;
use crate::store::view::losses::{Loss, LossesView};
use crate::store::view::track::Held;

/// A submitted forecast held against what was sold.
pub fn accuracy(held: &Held, base: Currency) -> AccuracyOut {
    let amount = |minor: i128| Amount::new(minor, base);
    let both = held.submitted.zip(held.sold);
    let told = |rule: fn(i128, i128) -> Option<Ratio>| {
        both.and_then(|(submitted, sold)| rule(submitted, sold)).map(Ratio::value)
    };
    AccuracyOut {
        id: held.submission.id,
        period: held.submission.period.clone(),
        on: held.submission.day,
        submitted: held.submitted.map(amount),
        actual: held.sold.map(amount),
        accuracy: told(track::accuracy),
        bias: told(track::bias),
        on_aim: both.and_then(|(submitted, sold)| track::on_aim(submitted, sold)),
        days_left: (held.days.1 - held.submission.day).num_days(),
        currency: base,
    }
}

/// What submissions come to, by the quarter of their period in which they were handed in.
pub fn trends(held: &[Held]) -> [Trend; 4] {
    let mut trends = [Trend::default(); 4];
    for one in held {
        if let Some((submitted, sold)) = one.submitted.zip(one.sold) {
            trends[usize::from(track::quarter(one.submission.day, one.days))].add(submitted, sold);
        }
    }
    trends
}

/// How deals fared, stage by stage.
pub fn conversion(lang: Lang, view: &FlowView) -> Vec<ConversionOut> {
    let stages = std::iter::zip(&view.stages, &view.flow.passages);
    let each = stages.map(|(stage, passage)| ConversionOut {
        stage: stage.key.clone(),
        name: words::stage(lang, stage).into_owned(),
        entered: passage.entered,
        advanced: passage.advanced,
        fell: passage.fell,
        undecided: passage.undecided,
        conversion: passage.conversion().map(Ratio::value),
        median_days: passage.twice_median_days().map(|twice| twice as f64 / 2.0),
        stays: passage.stays(),
    });
    each.collect()
}

/// What a day brings, and what it is made of.
pub fn velocity(view: &FlowView) -> VelocityOut {
    let amount = |minor: i128| Amount::new(minor, view.base);
    let deals = i128::from(view.open_deals);
    VelocityOut {
        velocity: view.flow.velocity(view.open_amount).map(amount),
        open_deals: view.open_deals,
        open_amount: amount(view.open_amount),
        average_amount: (deals > 0).then(|| amount(divide_half_even(view.open_amount, deals))),
        won: view.flow.all.won,
        closed: view.flow.all.closed,
        win_share: view.flow.all.share().map(Ratio::value),
        average_cycle: view.flow.average_cycle().map(Ratio::value),
        currency: view.base,
        from: view.from,
        to: view.to,
        without_rate: view.without_rate.iter().map(apart).collect(),
    }
}

/// The person's own win rates beside those that are set, stage by stage.
pub fn calibration(lang: Lang, view: &FlowView) -> Vec<CalibrationOut> {
    let stages = std::iter::zip(&view.stages, &view.flow.closings);
    let each = stages.map(|(stage, closings)| CalibrationOut {
        stage: stage.key.clone(),
        name: words::stage(lang, stage).into_owned(),
        default: Points(stage.win_rate),
        n: closings.closed,
        wins: closings.won,
        share: closings.share().map(Ratio::value),
        calibrated: Points(closings.calibrated(stage.win_rate)),
    });
    each.collect()
}

/// Why deals were lost, and to whom.
pub fn losses(view: &LossesView) -> LossesOut {
    let loss = |loss: &Loss| LossOut {
        name: loss.word.clone(),
        deals: loss.deals,
        amount: Amount::new(loss.amount, view.base),
        currency: view.base,
    };
    LossesOut {
        reasons: view.reasons.iter().map(loss).collect(),
        competitors: view.competitors.iter().map(loss).collect(),
        currency: view.base,
        from: view.from,
        to: view.to,
        without_rate: view.without_rate.iter().map(apart).collect(),
    }
}
