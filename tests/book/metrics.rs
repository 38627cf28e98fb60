//! The measures of a book made by hand: what is read from it is what was worked out by hand.

use keybook::domain::entry::{EntryKind, Holder, Value as Told};
use keybook::domain::forecast::Ratio;
use keybook::domain::id::Id;
use keybook::domain::metrics::{InputKind, Lack, Metric, MetricKind, Span, Standing, Value, WhyLeft};
use keybook::domain::money::{Currency, Money};
use keybook::domain::word::{ActivityKind, Direction, Tier};
use keybook::ops::account::{self, AccountInput};
use keybook::ops::activity::{self, ActivityInput};
use keybook::ops::deal;
use keybook::ops::entry::{self, EntryInput};
use keybook::ops::order::{self, OrderInput};
use keybook::store::Book;

use crate::common::{add_account, add_deal, book, day, euros};

fn buys(book: &mut Book, account: Id, amount: Money, on: &str) {
    let input = OrderInput { account, amount, on: Some(day(on)), product: None, text: None };
    order::add(book, &input).unwrap();
}

fn tier(book: &mut Book, account: Id, tier: Tier) {
    let input = AccountInput { tier: Some(Some(tier)), ..AccountInput::default() };
    account::edit(book, account, &input).unwrap();
}

fn year() -> Span {
    Span::year_to(day("2026-11-21"))
}

fn of(book: &Book, account: Option<Id>, kind: MetricKind) -> Metric {
    let metrics = book.metrics(account, year()).unwrap().metrics;
    metrics.into_iter().find(|metric| metric.kind == kind).unwrap()
}

fn share(num: i128, den: i128) -> Result<Value, Lack> {
    Ok(Value::Share(Ratio { num, den }))
}

#[test]
fn won_deals_and_small_orders_are_purchases_and_open_or_lost_deals_are_none() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let other = add_account(&mut book, "Other");
    let won = add_deal(&mut book, acme, euros(900), "design", None);
    let on = Some(day("2026-02-01"));
    deal::win(&mut book, won, &deal::Won { on, amount: None }).unwrap();
    add_deal(&mut book, acme, euros(5_000), "design", None);
    buys(&mut book, acme, euros(100), "2026-03-01");
    buys(&mut book, acme, euros(60), "2025-11-22");
    buys(&mut book, acme, euros(7_000), "2025-11-21");
    buys(&mut book, acme, Money::new(5, Currency::USD), "2026-04-01");
    buys(&mut book, other, euros(40), "2026-04-01");

    let average = of(&book, Some(acme), MetricKind::AverageOrder);
    // 900, 100 and 60; dollars have no rate and are counted apart.
    assert_eq!(average.value, Ok(Value::Amount(35_333)));
    assert_eq!(average.input(InputKind::Purchases), Some(Value::Count(4)));
    assert_eq!(average.input(InputKind::WithoutAmount), Some(Value::Count(1)));
    let whole = of(&book, None, MetricKind::AverageOrder);
    assert_eq!(whole.input(InputKind::Sales), Some(Value::Amount(110_000)));
    assert_eq!(of(&book, Some(acme), MetricKind::SalesGrowth).value, share(106_000 - 700_000, 700_000));
}

#[test]
fn churn_is_of_each_tier_and_says_why_they_went() {
    let mut book = book();
    let names = ["stays", "goes", "goes too", "newcomer"];
    let [stays, goes, too, newcomer] = names.map(|name| add_account(&mut book, name));
    for account in [stays, goes] {
        tier(&mut book, account, Tier::Key);
    }
    for account in [stays, goes, too] {
        buys(&mut book, account, euros(10), "2025-06-01");
    }
    buys(&mut book, stays, euros(10), "2026-11-21");
    buys(&mut book, newcomer, euros(10), "2026-06-01");
    let why = EntryInput::default().with("reason", Told::from("price"));
    entry::add(&mut book, EntryKind::Departure, Holder::Account(goes), &why).unwrap();

    let view = book.metrics(None, year()).unwrap();
    assert_eq!(of(&book, None, MetricKind::Churn).value, share(2, 3));
    assert_eq!((view.churns.of_tier(Some(Tier::Key)).had, view.churns.of_tier(Some(Tier::Key)).lost), (2, 1));
    assert_eq!(view.reasons, [(Some(WhyLeft::Price), 1), (None, 1)]);
    // An account's own view reads the churns by another way, and finds the same.
    assert_eq!(book.metrics(Some(goes), year()).unwrap().churns, view.churns);
    let standing = |account| of(&book, Some(account), MetricKind::Churn).value;
    assert_eq!(standing(goes), Ok(Value::Standing(Standing::Lost)));
    assert_eq!(standing(newcomer), Ok(Value::Standing(Standing::Buying)));
    assert_eq!(of(&book, None, MetricKind::Growth).value, share(1, 3));
}

#[test]
fn lifetime_value_takes_the_margin_of_the_revenue_plan() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    buys(&mut book, acme, euros(1_000), "2025-06-01");
    buys(&mut book, acme, euros(3_000), "2026-06-01");
    assert_eq!(of(&book, Some(acme), MetricKind::LifetimeValue).value, Err(Lack::NoMargin));
    for (quarter, sales, margin) in [("2026Q1", 1_000, 300), ("2026Q2", 3_000, 500)] {
        let plan = EntryInput::default()
            .with("quarter", Told::from(quarter))
            .with("sales", Told::Money(euros(sales)))
            .with("margin", Told::Money(euros(margin)));
        entry::add(&mut book, EntryKind::RevenuePlan, Holder::Account(acme), &plan).unwrap();
    }
    // A fifth of 4,000 in two years is 400 a year; none of the one that had bought is lost: ten years.
    let lifetime = of(&book, Some(acme), MetricKind::LifetimeValue);
    assert_eq!(lifetime.value, Ok(Value::Amount(400_000)));
    assert_eq!(lifetime.input(InputKind::MarginRate), Some(Value::Share(Ratio { num: 2_000, den: 10_000 })));
}

#[test]
fn contacts_are_those_of_the_span_and_notes_are_none() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let mut logs = |kind, direction, on: &str| {
        let mut input = ActivityInput::new(kind, "x");
        (input.account, input.direction, input.on) = (Some(acme), direction, Some(day(on)));
        activity::log(&mut book, &input).unwrap();
    };
    logs(ActivityKind::Call, None, "2026-01-01");
    logs(ActivityKind::Visit, Some(Direction::Out), "2025-11-21"); // a day too early
    logs(ActivityKind::Email, Some(Direction::In), "2026-01-01");
    logs(ActivityKind::Email, Some(Direction::Out), "2026-01-02");
    logs(ActivityKind::Message, Some(Direction::Out), "2026-01-02");
    logs(ActivityKind::Note, None, "2026-01-02");
    let engagement = of(&book, Some(acme), MetricKind::Engagement);
    assert_eq!(engagement.value, Ok(Value::Number(Ratio { num: 2, den: 12 })));
    assert_eq!(engagement.input(InputKind::MessagesOut), Some(Value::Count(2)));
    assert_eq!(of(&book, None, MetricKind::Engagement).value, engagement.value);
}

#[test]
fn without_records_every_measure_says_what_it_lacks() {
    let book = book();
    for metric in book.metrics(None, year()).unwrap().metrics {
        let is_counted = metric.kind == MetricKind::Engagement;
        assert_eq!(metric.value.is_ok(), is_counted, "{}", metric.kind);
    }
}
