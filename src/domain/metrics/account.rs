//! The measures of one account.

use super::InputKind as Input;
use super::customer::sum;
use super::{Churns, Customer, Lack, Metric, MetricKind, Span, Standing, Value};
use crate::domain::attention::twice_median;
use crate::domain::forecast::Ratio;
use crate::domain::money::{WHOLE, divide_half_even};

/// The most years of sales that an average year is made from.
const YEARS_OF_SALES: u32 = 3;

/// Means of check-ups are kept in hundredths.
pub(super) const HUNDREDTHS: i128 = 100;

/// Every measure of an account in those days; `churns` are those of the book on their last day.
pub fn account(customer: &Customer, span: Span, churns: &Churns) -> Vec<Metric> {
    vec![
        satisfaction(customer, span),
        purchases_a_year(customer, span),
        share_of_wallet(customer, span),
        retained_since(customer, span),
        average_order(customer, span),
        repurchase(customer, span),
        lifetime_value(customer, span, churns),
        sales_growth(std::slice::from_ref(customer), span),
        standing(customer, span),
        engagement(customer, span),
        purchase_cycle(std::slice::from_ref(customer), span),
    ]
}

/// A measure of a span.
pub(super) fn metric(
    kind: MetricKind,
    span: Span,
    value: Result<Value, Lack>,
    inputs: Vec<(Input, Value)>,
) -> Metric {
    Metric { kind, days: (span.from, span.to), value, inputs }
}

fn satisfaction(customer: &Customer, span: Span) -> Metric {
    let Some(check_up) = customer.check_up else {
        return metric(MetricKind::Satisfaction, span, Err(Lack::NoCheckUp), vec![]);
    };
    let inputs = vec![(Input::CheckedOn, Value::Day(check_up.held_on))];
    let day = Span { from: check_up.held_on, to: check_up.held_on };
    let mean = Ratio { num: check_up.mean.into(), den: HUNDREDTHS };
    metric(MetricKind::Satisfaction, day, Ok(Value::Points(mean)), inputs)
}

fn purchases_a_year(customer: &Customer, span: Span) -> Metric {
    let number = customer.bought_in(span).len() as u64;
    let months = span.months();
    let a_year = Ratio::new(i128::from(number) * 12 * months.den, months.num);
    let value = match (customer.purchases.is_empty(), a_year) {
        (false, Some(ratio)) => Ok(Value::Number(ratio)),
        _ => Err(Lack::NoPurchases),
    };
    let inputs = vec![(Input::Purchases, Value::Count(number)), (Input::Months, Value::Number(months))];
    metric(MetricKind::PurchasesAYear, span, value, inputs)
}

/// Our part of what an account buys of our kind in a year, in minor units × basis points, and how it is known;
/// its potential; nothing where it is not known.
pub(super) fn part_of_wallet(customer: &Customer, span: Span) -> Result<Ratio, Lack> {
    if let Some(share) = customer.share {
        return Ok(Ratio { num: share.into(), den: WHOLE.into() });
    }
    let potential = customer.potential.ok_or(Lack::NoPotential)?;
    let bought = customer.bought_in(span.year());
    let (sales, valued, _) = sum(bought);
    match (bought, valued) {
        ([], _) => Err(Lack::NoPurchases),
        (_, 0) => Err(Lack::NoAmounts),
        _ => Ratio::new(sales, potential).ok_or(Lack::NoPotential),
    }
}

fn share_of_wallet(customer: &Customer, span: Span) -> Metric {
    let year = span.year();
    let bought = customer.bought_in(year);
    let mut inputs = vec![];
    match customer.share {
        Some(share) => {
            let told = Ratio { num: share.into(), den: WHOLE.into() };
            inputs.push((Input::ShareTold, Value::Share(told)));
        }
        None => inputs = sales_inputs(bought),
    }
    inputs.extend(customer.potential.map(|potential| (Input::Potential, Value::Amount(potential))));
    metric(MetricKind::ShareOfWallet, year, part_of_wallet(customer, span).map(Value::Share), inputs)
}

fn retained_since(customer: &Customer, span: Span) -> Metric {
    let value = match customer.standing(span) {
        Standing::Buying => customer.retained_since().map(Value::Day).ok_or(Lack::NoPurchases),
        Standing::Never => Err(Lack::NoPurchases),
        _ => Err(Lack::Lapsed),
    };
    let (first, last) = (customer.purchases.first(), customer.purchases.last());
    let inputs = [(Input::FirstPurchase, first), (Input::LastPurchase, last)];
    let inputs = inputs.into_iter().filter_map(|(kind, one)| Some((kind, Value::Day(one?.day))));
    let from = first.map_or(span.from, |one| one.day);
    metric(MetricKind::RetainedSince, Span { from, ..span }, value, inputs.collect())
}

fn average_order(customer: &Customer, span: Span) -> Metric {
    average_of(customer.bought_in(span), span)
}

/// What a purchase is worth on average.
pub(super) fn average_of(bought: &[super::Purchase], span: Span) -> Metric {
    let (sales, valued, _) = sum(bought);
    let value = match (bought, valued) {
        ([], _) => Err(Lack::NoPurchases),
        (_, 0) => Err(Lack::NoAmounts),
        _ => Ok(Value::Amount(divide_half_even(sales, valued.into()))),
    };
    metric(MetricKind::AverageOrder, span, value, sales_inputs(bought))
}

fn repurchase(customer: &Customer, span: Span) -> Metric {
    let (number, repeated) = (customer.bought_in(span).len() as u64, customer.repeated_in(span));
    let share = Ratio::new(repeated.into(), number.into());
    let inputs = vec![(Input::Purchases, Value::Count(number)), (Input::Repeated, Value::Count(repeated))];
    metric(MetricKind::Repurchase, span, share.map(Value::Share).ok_or(Lack::NoPurchases), inputs)
}

/// What an account is worth over the years that it is expected to go on buying, and its inputs.
pub(super) fn lifetime(
    customer: &Customer,
    span: Span,
    churns: &Churns,
) -> (Span, Result<i128, Lack>, Vec<(Input, Value)>) {
    let years = years_of_sales(customer, span);
    let bought = customer.bought_in(span.years(years));
    let (sales, valued, _) = sum(bought);
    let mut inputs = vec![(Input::YearsOfSales, Value::Count(years.into()))];
    inputs.extend(sales_inputs(bought));
    let of_tier = churns.of_tier(customer.tier);
    let (source, churn) = match of_tier.had {
        0 => (Input::ChurnOfBook, churns.all()),
        _ => (Input::ChurnOfTier, of_tier),
    };
    if let Some(margin) = customer.margin {
        let rate = Ratio { num: margin.rate.into(), den: WHOLE.into() };
        inputs.push((Input::MarginRate, Value::Share(rate)));
        inputs.push((Input::MarginSource, Value::Source(margin.source)));
        let yearly = divide_half_even(sales * rate.num, rate.den * i128::from(years));
        inputs.push((Input::YearlyMargin, Value::Amount(yearly)));
    }
    if let Some((share, expected)) = churn.share().zip(churn.expected_years()) {
        inputs.push((source, Value::Share(share)));
        inputs.push((Input::ExpectedYears, Value::Years(expected)));
    }
    let value = match (customer.standing(span), customer.margin, churn.expected_years()) {
        (Standing::Never, ..) => Err(Lack::NoPurchases),
        (Standing::Lost | Standing::Gone, ..) => Err(Lack::Lapsed),
        _ if valued == 0 => Err(Lack::NoAmounts),
        (_, None, _) => Err(Lack::NoMargin),
        (_, _, None) => Err(Lack::NobodyBefore),
        (_, Some(margin), Some(expected)) => {
            let whole = sales * i128::from(margin.rate) * expected.num;
            Ok(divide_half_even(whole, i128::from(WHOLE) * i128::from(years) * expected.den))
        }
    };
    (span.years(years), value, inputs)
}

fn lifetime_value(customer: &Customer, span: Span, churns: &Churns) -> Metric {
    let (span, value, inputs) = lifetime(customer, span, churns);
    metric(MetricKind::LifetimeValue, span, value.map(Value::Amount), inputs)
}

/// The years since the first purchase, begun ones too; at least one, at most three.
fn years_of_sales(customer: &Customer, span: Span) -> u32 {
    let first = customer.purchases.first().map_or(span.to, |one| one.day);
    (1..YEARS_OF_SALES).find(|years| span.years(*years).from <= first).unwrap_or(YEARS_OF_SALES)
}

/// What was sold in those days against the time of the same length before.
pub(super) fn sales_growth(customers: &[Customer], span: Span) -> Metric {
    let bought = |span: Span| customers.iter().flat_map(move |one| one.bought_in(span)).copied();
    let now: Vec<_> = bought(span).collect();
    let before: Vec<_> = bought(span.before()).collect();
    let (sales, _, _) = sum(&now);
    let (sales_before, _, _) = sum(&before);
    let growth = Ratio::new(sales - sales_before, sales_before);
    let mut inputs = sales_inputs(&now);
    inputs.push((Input::SalesBefore, Value::Amount(sales_before)));
    metric(MetricKind::SalesGrowth, span, growth.map(Value::Share).ok_or(Lack::NoSalesBefore), inputs)
}

fn standing(customer: &Customer, span: Span) -> Metric {
    let last = customer.purchases.last().map(|one| (Input::LastPurchase, Value::Day(one.day)));
    let value = Ok(Value::Standing(customer.standing(span)));
    let year = span.year();
    let days = Span { from: year.before().from, to: year.to };
    metric(MetricKind::Churn, days, value, last.into_iter().collect())
}

fn engagement(customer: &Customer, span: Span) -> Metric {
    engagement_of(customer.contacts, span)
}

/// Two-way contacts a month.
pub(super) fn engagement_of(contacts: super::Contacts, span: Span) -> Metric {
    let months = span.months();
    let a_month = Ratio::new(i128::from(contacts.two_way()) * months.den, months.num);
    let inputs = vec![
        (Input::Conversations, Value::Count(contacts.conversations)),
        (Input::MessagesIn, Value::Count(contacts.messages_in)),
        (Input::MessagesOut, Value::Count(contacts.messages_out)),
        (Input::Exchanges, Value::Count(contacts.exchanges())),
        (Input::Months, Value::Number(months)),
    ];
    let value = a_month.unwrap_or(Ratio { num: 0, den: 1 });
    metric(MetricKind::Engagement, span, Ok(Value::Number(value)), inputs)
}

/// The median of the days between purchases, over all that was ever bought.
pub(super) fn purchase_cycle(customers: &[Customer], span: Span) -> Metric {
    let mut days: Vec<i64> = customers.iter().flat_map(Customer::intervals).collect();
    let first = customers.iter().filter_map(|one| one.purchases.first()).min();
    let from = first.map_or(span.from, |one| one.day);
    let median = twice_median(&mut days).map(|twice| Value::Days(Ratio { num: twice.into(), den: 2 }));
    let lack = if first.is_some() { Lack::OnePurchase } else { Lack::NoPurchases };
    let inputs = vec![(Input::Intervals, Value::Count(days.len() as u64))];
    metric(MetricKind::PurchaseCycle, Span { from, ..span }, median.ok_or(lack), inputs)
}

/// How many purchases, what they add up to, and those that are in no sum.
pub(super) fn sales_inputs(bought: &[super::Purchase]) -> Vec<(Input, Value)> {
    let (sales, valued, without) = sum(bought);
    let mut inputs =
        vec![(Input::Purchases, Value::Count(valued + without)), (Input::Sales, Value::Amount(sales))];
    if without > 0 {
        inputs.push((Input::WithoutAmount, Value::Count(without)));
    }
    inputs
}
