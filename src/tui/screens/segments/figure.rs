//! The figure of an account by a method, and the inputs behind its class.

use super::read::Known;
use super::words;
use crate::domain::forecast::Ratio;
use crate::domain::segment::{Input, Method};
use crate::report::words::Word;
use crate::report::{percent, segment_words};
use crate::tr;
use crate::tui::look::Look;

/// Cells of a figure.
pub const CELLS: u16 = 8;

/// What accounts of a class are ordered by, and the same as it is shown; nothing where it is not known.
pub fn of(known: &Known, method: Method, at: usize, look: &Look) -> (i128, String) {
    let segments = &known.segments;
    let facts = &segments.accounts[at];
    let sum = |amount: Option<i128>| match amount {
        Some(amount) => (amount, look.sum(amount, CELLS.into())),
        None => (-1, String::new()),
    };
    match method {
        Method::Posture => sum(facts.potential.ok()),
        Method::Kaism => match (facts.attractiveness, facts.strength) {
            (Ok(attractive), Ok(strength)) => (
                i128::from(attractive * 100 + strength.points),
                format!("{attractive} × {}", strength.points),
            ),
            _ => (-1, String::new()),
        },
        Method::Rfm => {
            let (amount, told) = sum(facts.ever.sales().ok());
            let quintiles = segments.quintiles[at].class;
            let fifths = quintiles.map_or(-1, |one| {
                let sum = one.recency + one.frequency + one.money;
                i128::from(sum) * 100 + i128::from(one.recency) * 10 + i128::from(one.frequency)
            });
            // Fifths come first; amounts stay far below this.
            (fifths * 10_i128.pow(24) + amount.max(0), told)
        }
        Method::Pyramid => sum(known.contribution(at)),
        Method::Score => match &segments.scores[at].class {
            Some(score) => (score.basis_points.into(), sales(known, at, look)),
            None => (-1, String::new()),
        },
        Method::Tier => (facts.minutes.into(), hours(look, facts.minutes)),
    }
}

/// The inputs of an account that a method asks for: what each is, its value, and where that is from; what is
/// missing stands among them without a value.
pub fn inputs(known: &Known, method: Method, at: usize, look: &Look) -> Vec<(Word, Option<String>)> {
    let lang = look.lang;
    let (segments, rules) = (&known.segments, &known.segments.rules);
    let facts = &segments.accounts[at];
    let sum = |amount: i128| format!("{} {}", look.sum(amount, 14), look.base);
    let points = |points: i64| tr!(lang, "segments.points", points = points).into_owned();
    let months = || tr!(lang, "segments.sales_months", months = rules.months);
    let recent = (months(), facts.sales().ok().map(sum));
    match method {
        Method::Posture => {
            let share = facts.share(rules).ok().map(|share| match share.from_orders {
                true => tr!(lang, "segments.from_orders", share = percent(share.basis_points)).into_owned(),
                false => percent(share.basis_points),
            });
            vec![
                (segment_words::input(lang, Input::Potential), facts.potential.ok().map(sum)),
                (segment_words::input(lang, Input::Share), share),
                recent,
            ]
        }
        Method::Kaism => {
            let strength = facts.strength.ok().map(|strength| match strength.from_preferences {
                true => tr!(lang, "segments.from_preferences", points = strength.points).into_owned(),
                false => points(strength.points),
            });
            vec![
                (segment_words::input(lang, Input::Attractiveness), facts.attractiveness.ok().map(points)),
                (segment_words::input(lang, Input::Strength), strength),
                recent,
            ]
        }
        Method::Rfm => vec![
            (tr!(lang, "segments.last_order"), facts.ever.last_on.map(|day| look.date(day))),
            (
                tr!(lang, "segments.orders"),
                Some(facts.ever.count).filter(|count| *count > 0).map(|count| count.to_string()),
            ),
            (tr!(lang, "segments.sales_ever"), facts.ever.sales().ok().map(sum)),
        ],
        Method::Pyramid => {
            let place = segments.pyramid.curve.iter().position(|step| step.account == facts.account);
            let place = place.map(|place| {
                let of = segments.pyramid.curve.len();
                tr!(lang, "segments.place", place = place + 1, of = of).into_owned()
            });
            vec![
                (tr!(lang, "segments.rank"), place),
                recent,
                (segment_words::input(lang, Input::Margin), facts.margin(rules).ok().map(percent)),
                (tr!(lang, "segments.profit"), facts.profit(rules).ok().map(sum)),
            ]
        }
        Method::Score => {
            let parts = segments.scores[at].class.map_or([None; 4], |score| score.parts);
            let told = parts.map(|part| part.map(|part| format!("{:.0} %", part.value() * 100.0)));
            words::indicators(lang).into_iter().zip(told).collect()
        }
        Method::Tier => vec![
            (segment_words::input(lang, Input::Attractiveness), facts.attractiveness.ok().map(points)),
            (segment_words::input(lang, Input::Potential), facts.potential.ok().map(sum)),
            (
                segment_words::input(lang, Input::Relation),
                facts.relation.ok().map(|relation| segment_words::relation(lang, relation).into_owned()),
            ),
            (tr!(lang, "segments.time"), Some(hours(look, facts.minutes))),
        ],
    }
}

fn sales(known: &Known, at: usize, look: &Look) -> String {
    known.sales(at).map(|amount| look.sum(amount, CELLS.into())).unwrap_or_default()
}

fn hours(look: &Look, minutes: i64) -> String {
    let hours = Ratio { num: minutes.into(), den: 60 }.value();
    tr!(look.lang, "segments.hours", hours = format!("{hours:.1}")).into_owned()
}
