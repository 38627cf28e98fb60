//! Accounts in their classes, as programs read them.

use std::cmp::Reverse;

use crate::domain::segment::posture::{self, Level};
use crate::domain::segment::{Class, Facts, Known, Method};
use crate::domain::word::RecordKind;
use crate::report::model::{Amount, Points, SegmentInputsOut, SegmentOut};
use crate::store::view::find::short_code;
use crate::store::view::segments::SegmentsView;

/// Every account by a method: the best class first, in each the one that buys most; those in no class last.
pub fn by(view: &SegmentsView, method: Method) -> Vec<SegmentOut> {
    let segments = &view.segments;
    let potentials: Vec<Known<i128>> = segments.accounts.iter().map(|facts| facts.potential).collect();
    let levels = posture::levels(&potentials, &segments.rules);
    let rows = segments.accounts.iter().zip(&view.names).enumerate().zip(levels);
    let mut rows: Vec<SegmentOut> = rows
        .filter_map(|((at, (facts, named)), level)| {
            let placed = segments.placed(method, at)?;
            let decision = placed.decision;
            Some(SegmentOut {
                id: facts.account,
                code: short_code(RecordKind::Account, named.code),
                account: named.name.clone(),
                method,
                class: placed.class,
                rule: placed.rule,
                by_hand: decision.is_some(),
                decided_on: decision.as_ref().and_then(|decision| decision.decided_on),
                why: decision.and_then(|decision| decision.why),
                missing: placed.missing,
                inputs: inputs(view, facts, level),
                currency: view.base,
            })
        })
        .collect();
    // Stable: within one class and amount they stay by name.
    rows.sort_by_key(|row| {
        let class = row.class.map(order);
        (class.is_none(), class, Reverse(row.inputs.sales.map(|sales| sales.minor)))
    });
    rows
}

/// Which class comes first: as the trade tells them, and the more points the better.
fn order(class: Class) -> i64 {
    match class {
        Class::Tier(tier) => tier as i64,
        Class::Pyramid(layer) => layer as i64,
        Class::Score(points) => -points,
        Class::Rfm(known) => {
            -(100 * i64::from(known.recency) + 10 * i64::from(known.frequency) + i64::from(known.money))
        }
        Class::Kaism(field) => field as i64,
        Class::Posture(posture) => posture as i64,
    }
}

fn inputs(view: &SegmentsView, facts: &Facts, potential_level: Option<Level>) -> SegmentInputsOut {
    let rules = &view.segments.rules;
    let amount = |known: Known<i128>| known.ok().map(|minor| Amount::new(minor, view.base));
    let share = facts.share(rules).ok();
    SegmentInputsOut {
        potential: amount(facts.potential),
        potential_level,
        share: share.map(|share| Points(share.basis_points)),
        share_from_orders: share.is_some_and(|share| share.from_orders),
        sales: amount(facts.sales()),
        orders: facts.recent.count,
        margin: facts.margin(rules).ok().map(Points),
        profit: amount(facts.profit(rules)),
        last_order: facts.ever.last_on,
        orders_ever: facts.ever.count,
        sales_ever: amount(facts.ever.sales()),
        attractiveness: facts.attractiveness.ok(),
        strength: facts.strength.ok().map(|strength| strength.points),
        strength_from_preferences: facts.strength.is_ok_and(|strength| strength.from_preferences),
        credit: facts.credit.ok(),
        prospects: facts.prospects.ok(),
        relation: facts.relation.ok(),
        minutes: facts.minutes,
        currency: view.base,
    }
}
