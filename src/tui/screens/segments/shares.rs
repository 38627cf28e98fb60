//! The pictures of shares: what few accounts bring, and which tier gets the time.

use super::read::Known;
use super::sight::{Picture, PyramidSight, hue};
use super::words;
use crate::domain::forecast::Ratio;
use crate::domain::money::WHOLE;
use crate::domain::segment::{Class, Layer};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::segment::{Cut, Hue, Layer as Drawn, Portion};

/// The pyramid, and the curve of what the first of them bring.
pub fn pyramid(known: &Known, look: &Look) -> Picture {
    let lang = look.lang;
    let (pyramid, rules) = (&known.segments.pyramid, &known.segments.rules);
    let total = pyramid.curve.last().map_or(0, |step| step.sum);
    let share = |amount: i128| if total > 0 { amount as f64 / total as f64 } else { 0.0 };
    let order: Vec<_> = pyramid.curve.iter().map(|step| step.account).collect();
    let mut sight = PyramidSight {
        points: pyramid.curve.iter().map(|step| share(step.sum)).collect(),
        ends: [String::new(), words::accounts(lang, order.len())],
        order,
        ..PyramidSight::default()
    };
    let goal = rules.pareto_share.basis_points();
    sight.goal = pyramid.ends_after.map(|rank| (goal as f64 / WHOLE as f64, rank));
    if let Some(rank) = pyramid.ends_after {
        let (share, of) = (crate::report::percent(goal), sight.order.len());
        let told = match rank {
            1 if of == 1 => tr!(lang, "segments.pareto_only"),
            1 => tr!(lang, "segments.pareto_one", share = share, of = of),
            _ => tr!(lang, "segments.pareto", share = share, number = rank, of = of),
        };
        sight.told = told.into_owned();
    }
    let of_layer = |layer: Layer| {
        let each = pyramid.layers.iter().enumerate().filter(move |(_, one)| one.class == Some(layer));
        each.map(|(at, _)| known.contribution(at).unwrap_or(0))
    };
    let mut until = 0;
    for layer in Layer::ALL {
        let (number, sum) = (of_layer(*layer).count(), of_layer(*layer).sum::<i128>());
        until += number;
        let title = words::class(lang, Class::Pyramid(*layer)).into_owned();
        let hue = hue(Class::Pyramid(*layer));
        sight.cuts.push(Cut { title: title.clone(), until, hue });
        let share = if total > 0 { format!("{:.0} %", share(sum) * 100.0) } else { "–".to_owned() };
        let number = words::accounts(lang, number);
        sight.layers.push((*layer, Drawn { title, number, share, hue, is_lit: false }));
    }
    Picture::Pyramid(Box::new(sight))
}

/// Each tier's share of the accounts and of the time, beside the guide; those without a tier last, if there
/// are any.
pub fn effort(known: &Known, look: &Look) -> Picture {
    let efforts = known.segments.efforts();
    let shown = efforts.into_iter().filter(|effort| effort.tier.is_some() || effort.accounts > 0);
    let portion = |effort: crate::domain::segment::guide::Effort| {
        let title = match effort.tier {
            Some(tier) => words::class(look.lang, Class::Tier(tier)),
            None => tr!(look.lang, "segments.no_tier_yet"),
        };
        let guide = |points: Option<i64>| points.map(|points| points as f64 / WHOLE as f64);
        let portion = Portion {
            title: title.into_owned(),
            number: words::accounts(look.lang, effort.accounts),
            shares: [effort.of_accounts, effort.of_minutes].map(|share| share.map(Ratio::value)),
            guide: [guide(effort.guide_accounts), guide(effort.guide_minutes)],
            hue: effort.tier.map_or(Hue::Grey, |tier| hue(Class::Tier(tier))),
            is_lit: false,
        };
        (effort.tier, portion)
    };
    Picture::Effort(shown.map(portion).collect())
}
