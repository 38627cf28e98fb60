//! What was to be sold: the quotas of the last two fiscal years and this one, such as a company would set
//! them that knows what can be sold.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};

use super::beside::SmallOrder;
use super::course::Fate;
use super::days::workday;
use super::files::{Files, wrong};
use super::play::Part;
use crate::domain::money::{Currency, Money, Rate, WHOLE, convert_wide};
use crate::domain::period::Period;
use crate::domain::stage::Template;
use crate::ops::{Problem, target};
use crate::store::Past;

/// A quota is a sum of these, in cents.
const STEP: i128 = 1_000_000;
/// How well the quarters went, in per cent of their quotas, one after the other.
const REACHED: [i128; 4] = [96, 108, 88, 103];
/// How well this quarter stands, in per cent.
const EXPECTED: i128 = 92;

/// Sets the quota of every quarter of the last two fiscal years and this one.
pub(super) fn set(
    files: &Files,
    past: &mut Past<'_>,
    parts: &[Part<'_>],
    orders: &[SmallOrder],
    today: NaiveDate,
) -> Result<(), Problem> {
    let sales = sales(files, parts, orders, today)?;
    let this = Period::quarter_of(today, 1);
    let usual = sales.values().sum::<i128>() / (sales.len() as i128).max(1);
    for year in today.year() - 2..=today.year() {
        let set_on = NaiveDate::from_ymd_opt(year, 1, 8).map_or(today, workday).min(today);
        for quarter in 1..=4_u8 {
            let period = Period::Quarter(year, quarter);
            let reached = if period == this { EXPECTED } else { REACHED[usize::from(quarter) % 4] };
            // The story begins within a quarter: what was sold before is not known.
            let whole = |sold: &i128| period == this || *sold * 3 > usual;
            let sold = sales.get(&period.to_string()).copied().filter(whole).unwrap_or(usual);
            let quota = (sold * 100 / reached / STEP).max(1) * STEP;
            let quota = i64::try_from(quota).map_err(|_| wrong("deals.csv", &quota))?;
            target::set_quota(past.on(set_on), period, Money::new(quota, Currency::EUR))?;
        }
    }
    Ok(())
}

/// What was sold in each quarter, by its name; in this one also what may be expected. In cents of euros.
fn sales(
    files: &Files,
    parts: &[Part<'_>],
    orders: &[SmallOrder],
    today: NaiveDate,
) -> Result<BTreeMap<String, i128>, Problem> {
    let mut rates = BTreeMap::from([(Currency::EUR, Rate::ONE)]);
    for row in &files.rates {
        rates.insert(row.currency, row.rate()?);
    }
    let euros = |money: Money| {
        let rate = rates.get(&money.currency).copied().unwrap_or(Rate::ONE);
        convert_wide(money.minor, money.currency, rate, Currency::EUR).unwrap_or_default()
    };
    let this = Period::quarter_of(today, 1);
    let mut sales: BTreeMap<String, i128> = BTreeMap::new();
    let mut add = |day: NaiveDate, amount: i128| {
        *sales.entry(Period::quarter_of(day, 1).to_string()).or_default() += amount;
    };
    for part in parts {
        let (Some(amount), Some(day)) = (part.course.amount, part.course.close) else { continue };
        let whole = euros(part.money(amount));
        match part.course.fate {
            Fate::Won(_) => add(day, whole),
            Fate::Open(stage) if Period::quarter_of(day, 1) == this => {
                let rate = Template::Method.stages().get(stage).map_or(0, |model| model.win_rate);
                add(day, whole * i128::from(rate) / i128::from(WHOLE));
            }
            _ => {}
        }
    }
    for order in orders {
        add(order.day, euros(order.amount));
    }
    Ok(sales)
}
