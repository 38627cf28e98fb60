//! The measures of all accounts together.

use super::InputKind as Input;
use super::account::{
    HUNDREDTHS, average_of, engagement_of, lifetime, metric, part_of_wallet, purchase_cycle, sales_growth,
};
use super::{Churns, Contacts, Customer, Lack, Metric, MetricKind, Purchase, Span, Standing, Value};
use crate::domain::forecast::Ratio;
use crate::domain::money::divide_half_even;

/// Every measure of the book in those days.
pub fn book(customers: &[Customer], span: Span, churns: &Churns) -> Vec<Metric> {
    let bought: Vec<Purchase> = customers.iter().flat_map(|one| one.bought_in(span)).copied().collect();
    vec![
        satisfaction(customers, span),
        purchases_a_year(customers, bought.len() as u64, span),
        share_of_wallet(customers, span),
        retention(MetricKind::Retention, churns, span),
        average_of(&bought, span),
        repurchase(customers, span),
        lifetime_value(customers, span, churns),
        growth(customers, span),
        sales_growth(customers, span),
        retention(MetricKind::Churn, churns, span),
        engagement_of(customers.iter().fold(Contacts::default(), |sum, one| sum.and(one.contacts)), span),
        purchase_cycle(customers, span),
    ]
}

fn satisfaction(customers: &[Customer], span: Span) -> Metric {
    let held: Vec<_> = customers.iter().filter_map(|one| one.check_up).collect();
    let sum: i128 = held.iter().map(|one| i128::from(one.mean)).sum();
    let mean = Ratio::new(sum, HUNDREDTHS * held.len() as i128);
    let from = held.iter().map(|one| one.held_on).min().unwrap_or(span.from);
    let inputs = vec![(Input::CheckedAccounts, Value::Count(held.len() as u64))];
    let value = mean.map(Value::Points).ok_or(Lack::NoCheckUp);
    metric(MetricKind::Satisfaction, Span { from, ..span }, value, inputs)
}

fn buying(customers: &[Customer], span: Span, least: usize) -> u64 {
    customers.iter().filter(|one| one.bought_in(span).len() >= least).count() as u64
}

fn purchases_a_year(customers: &[Customer], number: u64, span: Span) -> Metric {
    let (buying, months) = (buying(customers, span, 1), span.months());
    let each = Ratio::new(i128::from(number) * 12 * months.den, i128::from(buying) * months.num);
    let inputs = vec![
        (Input::Purchases, Value::Count(number)),
        (Input::Buying, Value::Count(buying)),
        (Input::Months, Value::Number(months)),
    ];
    metric(MetricKind::PurchasesAYear, span, each.map(Value::Number).ok_or(Lack::NoPurchases), inputs)
}

/// Weighed by what each account could buy; those of which the share or the potential is not known are left out.
fn share_of_wallet(customers: &[Customer], span: Span) -> Metric {
    let known = customers.iter().filter_map(|one| Some((one.potential?, part_of_wallet(one, span).ok()?)));
    let (mut potential, mut ours, mut number) = (0, 0, 0);
    for (could_buy, share) in known.filter(|(could_buy, _)| *could_buy > 0) {
        potential += could_buy;
        ours += divide_half_even(could_buy.saturating_mul(share.num), share.den);
        number += 1;
    }
    let inputs = vec![
        (Input::SharesKnown, Value::Count(number)),
        (Input::Sales, Value::Amount(ours)),
        (Input::Potential, Value::Amount(potential)),
    ];
    let value = Ratio::new(ours, potential).map(Value::Share).ok_or(Lack::NoPotential);
    metric(MetricKind::ShareOfWallet, span.year(), value, inputs)
}

/// Churn, or what is left of it.
fn retention(kind: MetricKind, churns: &Churns, span: Span) -> Metric {
    let (churn, year) = (churns.all(), span.year());
    let share = if kind == MetricKind::Churn { churn.share() } else { churn.retention() };
    let inputs =
        vec![(Input::BoughtBefore, Value::Count(churn.had)), (Input::Lost, Value::Count(churn.lost))];
    let days = Span { from: year.before().from, to: year.to };
    metric(kind, days, share.map(Value::Share).ok_or(Lack::NobodyBefore), inputs)
}

fn repurchase(customers: &[Customer], span: Span) -> Metric {
    let (once, twice) = (buying(customers, span, 1), buying(customers, span, 2));
    let share = Ratio::new(twice.into(), once.into()).map(Value::Share).ok_or(Lack::NoPurchases);
    let inputs = vec![(Input::Buying, Value::Count(once)), (Input::BoughtTwice, Value::Count(twice))];
    metric(MetricKind::Repurchase, span, share, inputs)
}

/// What all accounts that buy are worth; those of which something is missing are counted apart.
fn lifetime_value(customers: &[Customer], span: Span, churns: &Churns) -> Metric {
    let (mut whole, mut valued, mut not_valued, mut lack) = (0, 0, 0, Lack::NoPurchases);
    let mut years = span.year();
    for one in customers.iter().filter(|one| one.standing(span) == Standing::Buying) {
        match lifetime(one, span, churns) {
            (of, Ok(worth), _) => {
                whole += worth;
                valued += 1;
                years.from = years.from.min(of.from);
            }
            (_, Err(missing), _) => {
                not_valued += 1;
                lack = missing;
            }
        }
    }
    let value = if valued > 0 { Ok(Value::Amount(whole)) } else { Err(lack) };
    let inputs = vec![(Input::Valued, Value::Count(valued)), (Input::NotValued, Value::Count(not_valued))];
    metric(MetricKind::LifetimeValue, years, value, inputs)
}

fn growth(customers: &[Customer], span: Span) -> Metric {
    let firsts = customers.iter().filter_map(|one| one.purchases.first());
    let (mut new, mut at_start) = (0_u64, 0_u64);
    for first in firsts {
        new += u64::from(span.contains(first.day));
        at_start += u64::from(first.day < span.from);
    }
    let share = Ratio::new(new.into(), at_start.into()).map(Value::Share).ok_or(Lack::NobodyAtStart);
    let inputs = vec![(Input::NewAccounts, Value::Count(new)), (Input::AtStart, Value::Count(at_start))];
    metric(MetricKind::Growth, span, share, inputs)
}
