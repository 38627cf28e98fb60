//! The measures of books made by hand, worked out by hand.

use chrono::NaiveDate;
use rstest::rstest;

use super::*;
use crate::domain::relationship::CheckUp;
use crate::domain::word::{ActivityKind, Direction, Tier};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn span(from: &str, to: &str) -> Span {
    Span { from: day(from), to: day(to) }
}

/// The twelve months to 2026-11-21.
fn year() -> Span {
    Span::year_to(day("2026-11-21"))
}

fn purchase(text: &str, worth: i128) -> Purchase {
    Purchase { day: day(text), worth: Some(worth) }
}

fn customer(purchases: &[(&str, i128)]) -> Customer {
    let purchases = purchases.iter().map(|(text, worth)| purchase(text, *worth)).collect();
    Customer { tier: Some(Tier::Key), purchases, ..Customer::default() }
}

fn value(metrics: &[Metric], kind: MetricKind) -> Result<Value, Lack> {
    metrics.iter().find(|metric| metric.kind == kind).unwrap().value
}

fn alone(customer: &Customer, kind: MetricKind) -> Result<Value, Lack> {
    let churns = Churns::of(std::slice::from_ref(customer), year());
    value(&account(customer, year(), &churns), kind)
}

fn together(customers: &[Customer], kind: MetricKind) -> Result<Value, Lack> {
    value(&book(customers, year(), &Churns::of(customers, year())), kind)
}

fn ratio(num: i128, den: i128) -> crate::domain::forecast::Ratio {
    crate::domain::forecast::Ratio { num, den }
}

#[track_caller]
fn same(found: Result<Value, Lack>, expected: f64) {
    let (Value::Share(ratio)
    | Value::Number(ratio)
    | Value::Points(ratio)
    | Value::Days(ratio)
    | Value::Years(ratio)) = found.unwrap()
    else {
        panic!("not a ratio: {found:?}");
    };
    assert!((ratio.value() - expected).abs() < 1e-9, "{} is not {expected}", ratio.value());
}

#[rstest]
#[case("2025-11-22", "2026-11-21", ratio(12, 1), "2024-11-22")]
#[case("2026-10-01", "2026-12-31", ratio(3, 1), "2026-07-01")]
#[case("2026-02-01", "2026-02-28", ratio(1, 1), "2026-01-01")]
#[case("2026-11-01", "2026-11-10", ratio(480, 1_461), "2026-10-22")]
#[case("2026-11-21", "2026-11-21", ratio(48, 1_461), "2026-11-20")]
fn a_span_is_as_many_months_as_are_whole_and_else_its_days(
    #[case] from: &str,
    #[case] to: &str,
    #[case] months: crate::domain::forecast::Ratio,
    #[case] before: &str,
) {
    let span = span(from, to);
    assert_eq!(span.months(), months);
    assert_eq!(span.before(), Span { from: day(before), to: day(from).pred_opt().unwrap() });
}

#[rstest]
#[case("2025-11-22", Standing::Buying)] // the first day of the year
#[case("2025-11-21", Standing::Lost)] // the last day of the year before
#[case("2024-11-22", Standing::Lost)]
#[case("2024-11-21", Standing::Gone)]
#[case("2026-11-21", Standing::Buying)]
fn an_account_is_lost_when_its_last_purchase_is_in_the_year_before(
    #[case] bought: &str,
    #[case] standing: Standing,
) {
    assert_eq!(alone(&customer(&[(bought, 100)]), MetricKind::Churn), Ok(Value::Standing(standing)));
}

#[test]
fn one_that_never_bought_is_not_lost() {
    assert_eq!(alone(&customer(&[]), MetricKind::Churn), Ok(Value::Standing(Standing::Never)));
    assert_eq!(together(&[customer(&[])], MetricKind::Churn), Err(Lack::NobodyBefore));
}

/// Three bought in the year before: one went on, two did not. Another one is new, another long gone.
fn five() -> Vec<Customer> {
    vec![
        customer(&[("2025-03-01", 1_000), ("2026-03-01", 2_000)]),
        customer(&[("2025-06-01", 500)]),
        Customer { tier: None, ..customer(&[("2025-11-21", 700)]) },
        customer(&[("2026-06-01", 3_000), ("2026-09-01", 4_000), ("2026-09-01", 0)]),
        customer(&[("2022-01-01", 9_000)]),
    ]
}

#[test]
fn churn_is_the_share_of_those_who_bought_in_the_year_before_and_nothing_since() {
    same(together(&five(), MetricKind::Churn), 2.0 / 3.0);
    same(together(&five(), MetricKind::Retention), 1.0 / 3.0);
    let churns = Churns::of(&five(), year());
    assert_eq!(churns.of_tier(Some(Tier::Key)), Churn { had: 2, lost: 1 });
    assert_eq!(churns.of_tier(None), Churn { had: 1, lost: 1 });
    assert_eq!(churns.of_tier(Some(Tier::Ordinary)), Churn::default());
}

#[rstest]
#[case(0, 0, None)]
#[case(5, 0, Some(10.0))]
#[case(20, 1, Some(10.0))] // 20 years are capped
#[case(10, 1, Some(10.0))]
#[case(9, 1, Some(9.0))]
#[case(5, 2, Some(2.5))]
#[case(3, 3, Some(1.0))]
fn expected_years_are_one_by_churn_and_at_most_ten(
    #[case] had: u64,
    #[case] lost: u64,
    #[case] years: Option<f64>,
) {
    assert_eq!(Churn { had, lost }.expected_years().map(|ratio| ratio.value()), years);
}

#[test]
fn new_accounts_are_held_against_those_that_had_bought_before() {
    // One is new; the four others had bought before 2025-11-22.
    same(together(&five(), MetricKind::Growth), 0.25);
    let newcomers = [customer(&[("2026-01-01", 5)])];
    assert_eq!(together(&newcomers, MetricKind::Growth), Err(Lack::NobodyAtStart));
}

#[test]
fn sales_growth_is_against_the_time_of_the_same_length_before() {
    // 9,000 in the year, 2,200 in the one before.
    same(together(&five(), MetricKind::SalesGrowth), 6_800.0 / 2_200.0);
    assert_eq!(alone(&five()[3], MetricKind::SalesGrowth), Err(Lack::NoSalesBefore));
    same(alone(&five()[1], MetricKind::SalesGrowth), -1.0);
}

#[test]
fn an_average_leaves_out_what_has_no_amount_and_says_so() {
    let mut one = customer(&[("2026-01-01", 100), ("2026-02-01", 201)]);
    one.purchases.push(Purchase { day: day("2026-03-01"), worth: None });
    let metrics = account(&one, year(), &Churns::default());
    assert_eq!(value(&metrics, MetricKind::AverageOrder), Ok(Value::Amount(150))); // 150.5, half to even
    let average = metrics.iter().find(|metric| metric.kind == MetricKind::AverageOrder).unwrap();
    assert_eq!(average.input(InputKind::Purchases), Some(Value::Count(3)));
    assert_eq!(average.input(InputKind::Sales), Some(Value::Amount(301)));
    assert_eq!(average.input(InputKind::WithoutAmount), Some(Value::Count(1)));

    one.purchases.drain(..2);
    assert_eq!(alone(&one, MetricKind::AverageOrder), Err(Lack::NoAmounts));
    assert_eq!(alone(&customer(&[]), MetricKind::AverageOrder), Err(Lack::NoPurchases));
}

#[test]
fn purchases_are_counted_by_the_year() {
    let one = customer(&[("2026-08-01", 1), ("2026-09-01", 1), ("2026-11-01", 1)]);
    same(alone(&one, MetricKind::PurchasesAYear), 3.0);
    // Two in a quarter are eight a year.
    let quarter = account(&one, span("2026-07-01", "2026-09-30"), &Churns::default());
    same(value(&quarter, MetricKind::PurchasesAYear), 8.0);
    // Of the book: five purchases by two accounts that bought in the year; one is not of this year.
    same(together(&five(), MetricKind::PurchasesAYear), 2.0);
}

#[test]
fn buying_again_is_told_of_purchases_and_of_accounts() {
    // Of three purchases in the year the first has none in the twelve months before it.
    let one = customer(&[("2024-12-01", 1), ("2025-12-02", 1), ("2026-12-01", 1)]);
    same(alone(&one, MetricKind::Repurchase), 0.0);
    let one = customer(&[("2024-12-01", 1), ("2025-12-01", 1), ("2026-03-01", 1)]);
    same(alone(&one, MetricKind::Repurchase), 1.0);
    // Two accounts bought in the year, one of them at least twice.
    same(together(&five(), MetricKind::Repurchase), 0.5);
}

#[rstest]
#[case(&["2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01"], Ok("2023-01-01"))] // twelve months are no break
#[case(&["2023-01-01", "2024-01-02", "2025-01-02", "2026-01-02"], Ok("2024-01-02"))] // a day more is one
#[case(&["2026-11-21"], Ok("2026-11-21"))]
#[case(&["2025-01-01"], Err(Lack::Lapsed))]
#[case(&[], Err(Lack::NoPurchases))]
fn an_account_is_retained_since_its_last_break(
    #[case] bought: &[&str],
    #[case] expected: Result<&str, Lack>,
) {
    let bought: Vec<_> = bought.iter().map(|text| (*text, 1)).collect();
    let expected = expected.map(|text| Value::Day(day(text)));
    assert_eq!(alone(&customer(&bought), MetricKind::RetainedSince), expected);
}

#[rstest]
#[case(&["2026-01-01", "2026-01-11", "2026-03-01"], Some(29.5))] // 10 and 49 days
#[case(&["2026-01-01", "2026-01-01", "2026-01-31"], Some(30.0))] // two on one day are one
#[case(&["2026-01-01"], None)]
fn the_cycle_is_the_median_of_the_days_between_purchases(#[case] bought: &[&str], #[case] days: Option<f64>) {
    let bought: Vec<_> = bought.iter().map(|text| (*text, 1)).collect();
    match days {
        Some(days) => same(alone(&customer(&bought), MetricKind::PurchaseCycle), days),
        None => {
            assert_eq!(alone(&customer(&bought), MetricKind::PurchaseCycle), Err(Lack::OnePurchase));
        }
    }
}

#[test]
fn the_share_of_the_wallet_is_as_told_or_else_from_orders() {
    let bought = customer(&[("2025-01-01", 5_000), ("2026-01-01", 300)]);
    assert_eq!(alone(&bought, MetricKind::ShareOfWallet), Err(Lack::NoPotential));
    let could_buy = Customer { potential: Some(1_000), ..bought };
    same(alone(&could_buy, MetricKind::ShareOfWallet), 0.3);
    let told = Customer { share: Some(4_500), ..could_buy.clone() };
    same(alone(&told, MetricKind::ShareOfWallet), 0.45);
    let quiet = Customer { purchases: vec![], ..could_buy.clone() };
    assert_eq!(alone(&quiet, MetricKind::ShareOfWallet), Err(Lack::NoPurchases));
    // The book's: 300 and 900 of 1,000 and 3,000; one that is not known counts in neither.
    let larger = Customer { potential: Some(3_000), share: Some(3_000), ..customer(&[]) };
    same(together(&[could_buy, larger, quiet], MetricKind::ShareOfWallet), 0.3);
}

#[test]
fn lifetime_value_is_yearly_margin_times_expected_years() {
    let margin = Some(Margin { rate: 2_000, source: MarginSource::Account });
    // Two years of sales, 3,000 in all; a fifth of 1,500 a year for 1 ÷ (1/2) years.
    let one = Customer { margin, ..five()[0].clone() };
    let mut all = five();
    all[0] = one.clone();
    let churns = Churns::of(&all, year());
    let metrics = account(&one, year(), &churns);
    let lifetime = metrics.iter().find(|metric| metric.kind == MetricKind::LifetimeValue).unwrap();
    assert_eq!(lifetime.value, Ok(Value::Amount(600)));
    assert_eq!(lifetime.days, (day("2024-11-22"), day("2026-11-21")));
    assert_eq!(lifetime.input(InputKind::YearlyMargin), Some(Value::Amount(300)));
    assert_eq!(lifetime.input(InputKind::ChurnOfTier), Some(Value::Share(ratio(1, 2))));
    assert_eq!(lifetime.input(InputKind::ExpectedYears), Some(Value::Years(ratio(2, 1))));

    // Of the book: the one that buys and has no margin is counted apart.
    let whole = book(&all, year(), &churns);
    let lifetime = whole.iter().find(|metric| metric.kind == MetricKind::LifetimeValue).unwrap();
    assert_eq!(lifetime.value, Ok(Value::Amount(600)));
    assert_eq!(lifetime.input(InputKind::NotValued), Some(Value::Count(1)));
}

#[test]
fn lifetime_value_says_what_it_lacks() {
    let margin = Some(Margin { rate: 2_000, source: MarginSource::Usual });
    assert_eq!(alone(&five()[0], MetricKind::LifetimeValue), Err(Lack::NoMargin));
    let newcomer = Customer { margin, ..customer(&[("2026-01-01", 100)]) };
    assert_eq!(alone(&newcomer, MetricKind::LifetimeValue), Err(Lack::NobodyBefore));
    let lapsed = Customer { margin, ..five()[1].clone() };
    assert_eq!(alone(&lapsed, MetricKind::LifetimeValue), Err(Lack::Lapsed));
    // Without anybody of its tier in the year before, the churn of the book stands in.
    let churns = Churns::of(&five(), year());
    let ordinary = Customer { tier: Some(Tier::Ordinary), ..newcomer };
    let metrics = account(&ordinary, year(), &churns);
    assert_eq!(value(&metrics, MetricKind::LifetimeValue), Ok(Value::Amount(30))); // 20 a year, 1.5 years
}

#[test]
fn contacts_are_two_way_where_both_talk_or_both_write() {
    let mut contacts = Contacts::default();
    contacts.add(ActivityKind::Visit, Some(Direction::Out), 2);
    contacts.add(ActivityKind::Call, None, 1);
    contacts.add(ActivityKind::Email, Some(Direction::Out), 9);
    contacts.add(ActivityKind::Message, Some(Direction::In), 3);
    contacts.add(ActivityKind::Note, None, 50);
    contacts.add(ActivityKind::Task, None, 50);
    assert_eq!(contacts.two_way(), 6);
    let one = Customer { contacts, ..customer(&[]) };
    same(alone(&one, MetricKind::Engagement), 0.5);
    same(together(&[one.clone(), one], MetricKind::Engagement), 1.0);
    same(alone(&customer(&[]), MetricKind::Engagement), 0.0);
}

#[test]
fn satisfaction_is_the_mean_of_the_latest_check_up_and_of_the_book_that_of_its_accounts() {
    let checked = |mean| {
        let check_up = Some(CheckUp { held_on: day("2026-05-01"), mean });
        Customer { check_up, ..customer(&[]) }
    };
    same(alone(&checked(420), MetricKind::Satisfaction), 4.2);
    assert_eq!(alone(&customer(&[]), MetricKind::Satisfaction), Err(Lack::NoCheckUp));
    same(together(&[checked(420), checked(300), customer(&[])], MetricKind::Satisfaction), 3.6);
}
