//! Resources as programs read them.

use serde_json::Value as Json;

use super::metrics::json;
use crate::domain::forecast::Ratio;
use crate::domain::metrics::Value;
use crate::domain::resources::Found;
use crate::report::model::{Amount, MeasureOut, ResourceOut, ResourcesOut};
use crate::store::view::resources::{ResourceLine, ResourcesView};

/// Time, people and money of a period.
pub fn resources(view: &ResourcesView) -> ResourcesOut {
    let measures = view.lines.iter().flat_map(|line| {
        line.measures.iter().map(|(perspective, measure, found)| MeasureOut {
            purpose: line.purpose.to_string(),
            perspective: perspective.to_string(),
            measure: measure.to_string(),
            value: is(*found).map_or(Json::Null, |value| json(value, view.base)),
            unit: is(*found).map(Value::unit),
            missing: match found {
                Found::Is(_) => None,
                Found::Lacks(lack) => Some(lack.to_string()),
                Found::Unknown => Some("unknown".to_owned()),
            },
        })
    });
    ResourcesOut {
        period: view.period.to_string(),
        from: view.span.from,
        to: view.span.to,
        currency: view.base,
        purposes: view.lines.iter().map(|line| purpose(view, line)).collect(),
        measures: measures.collect(),
    }
}

fn is(found: Found) -> Option<Value> {
    match found {
        Found::Is(value) => Some(value),
        _ => None,
    }
}

fn purpose(view: &ResourcesView, line: &ResourceLine) -> ResourceOut {
    ResourceOut {
        purpose: line.purpose.to_string(),
        accounts: line.accounts,
        planned_minutes: line.plan.as_ref().and_then(|plan| plan.minutes),
        minutes: line.spent.minutes,
        planned_people: line.plan.as_ref().and_then(|plan| plan.people),
        people: line.spent.people,
        planned_money: line.planned_money.map(|money| Amount::new(money, view.base)),
        money: Amount::new(line.spent.money, view.base),
        currency: view.base,
        share_of_time: Ratio::new(line.spent.minutes.into(), view.all.minutes.into()).map(Ratio::value),
    }
}
