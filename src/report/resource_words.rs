//! The words of resources: what they are planned for, and by which measures that is judged.

use super::metric_words;
use super::words::Word;
use crate::domain::money::Currency;
use crate::domain::resources::{Found, Measure, Perspective, Purpose};
use crate::i18n::Lang;
use crate::tr;

/// What resources are planned for.
pub fn purpose(lang: Lang, purpose: Purpose) -> Word {
    match purpose {
        Purpose::Attack => tr!(lang, "purpose.attack"),
        Purpose::Defence => tr!(lang, "purpose.defence"),
        Purpose::Maintenance => tr!(lang, "purpose.maintenance"),
        Purpose::Key => tr!(lang, "purpose.key"),
        Purpose::Ordinary => tr!(lang, "purpose.ordinary"),
        Purpose::Prospective => tr!(lang, "purpose.prospective"),
        Purpose::Unattractive => tr!(lang, "purpose.unattractive"),
    }
}

/// From which side a measure looks.
pub fn perspective(lang: Lang, perspective: Perspective) -> Word {
    match perspective {
        Perspective::Finance => tr!(lang, "perspective.finance"),
        Perspective::Clients => tr!(lang, "perspective.clients"),
        Perspective::Process => tr!(lang, "perspective.process"),
        Perspective::People => tr!(lang, "perspective.people"),
    }
}

/// A balanced measure.
pub fn measure(lang: Lang, measure: Measure) -> Word {
    match measure {
        Measure::SalesGrowth => tr!(lang, "measure.sales_growth"),
        Measure::NewAccounts => tr!(lang, "measure.new_accounts"),
        Measure::Contacts => tr!(lang, "measure.contacts"),
        Measure::TeamGrowth => tr!(lang, "measure.team_growth"),
        Measure::ProfitGrowth => tr!(lang, "measure.profit_growth"),
        Measure::SellingCost => tr!(lang, "measure.selling_cost"),
        Measure::Waste => tr!(lang, "measure.waste"),
        Measure::Retention => tr!(lang, "measure.retention"),
        Measure::Satisfaction => tr!(lang, "measure.satisfaction"),
        Measure::Segments => tr!(lang, "measure.segments"),
        Measure::MinutesEach => tr!(lang, "measure.minutes_each"),
        Measure::StaffSatisfaction => tr!(lang, "measure.staff_satisfaction"),
        Measure::Turnover => tr!(lang, "measure.turnover"),
        Measure::CostToServe => tr!(lang, "measure.cost_to_serve"),
        Measure::OrdersKept => tr!(lang, "measure.orders_kept"),
    }
}

/// What a balanced measure comes to.
pub fn found(lang: Lang, found: Found, base: Currency) -> String {
    match found {
        Found::Is(value) => metric_words::value(lang, value, base),
        Found::Lacks(lack) => {
            tr!(lang, "metrics.not_enough", why = metric_words::lack(lang, lack)).into_owned()
        }
        Found::Unknown => tr!(lang, "resources.unknown").into_owned(),
    }
}

/// Minutes as hours, with one decimal at most, without a unit.
pub fn tenths_of_hours(minutes: i64) -> String {
    let tenths = crate::domain::money::divide_half_even(i128::from(minutes) * 10, 60);
    crate::domain::money::decimal(tenths, 1).trim_end_matches(".0").to_owned()
}
