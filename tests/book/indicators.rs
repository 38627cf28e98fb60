//! The indicators, from the book.

use keybook::domain::period::Period;
use keybook::ops::{deal, order, target};

use crate::common::{add_account, add_deal, book, day, euros};

/// The method's worked example: stage, deals, their sum in 10,000 EUR, weighted in 1,000 EUR.
const EXAMPLE: &[(&str, i64, i64, i64)] = &[
    ("interest", 5, 300, 150),
    ("incubation", 4, 240, 240),
    ("design", 3, 176, 352),
    ("comparison", 2, 464, 1392),
    ("commitment", 2, 146, 730),
    ("use", 2, 98, 784),
];

#[test]
fn the_worked_example_adds_up_to_the_cent() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    for (stage, deals, amount, _) in EXAMPLE {
        let each = amount / deals;
        for n in 0..*deals {
            let rest = if n == 0 { amount - each * deals } else { 0 };
            add_deal(&mut book, account, euros((each + rest) * 10_000), stage, Some("2026-12-15"));
        }
    }
    let quarter: Period = "2026Q4".parse().unwrap();
    for period in [None, Some(quarter)] {
        let view = book.funnel(period, None).unwrap();
        for (line, (stage, deals, amount, weighted)) in view.funnel.lines.iter().zip(EXAMPLE) {
            assert_eq!(line.deals, deals.unsigned_abs(), "{stage}");
            assert_eq!(line.amount, i128::from(*amount) * 1_000_000, "{stage}");
            assert_eq!(line.weighted, i128::from(*weighted) * 100_000, "{stage}");
        }
        assert_eq!(view.funnel.total.deals, 18);
        assert_eq!(view.funnel.total.amount, 1424 * 1_000_000);
        assert_eq!(view.funnel.total.weighted, 364_800_000);
    }
}

#[test]
fn a_past_day_shows_what_was_known_then() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    target::set_quota(&mut book, "2026Q4".parse().unwrap(), euros(1000)).unwrap();
    let deal = add_deal(&mut book, account, euros(100), "use", Some("2026-12-01"));
    let order = order::OrderInput { account, amount: euros(50), on: None, product: None, text: None };
    order::add(&mut book, &order).unwrap();
    deal::win(&mut book, deal, &deal::Won::default()).unwrap();

    let quarter: Period = "2026Q4".parse().unwrap();
    let now = book.forecast(quarter, None).unwrap();
    assert_eq!((now.now.won, now.now.small_orders, now.now.weighted), (10_000, 5_000, 0));
    assert_eq!(now.attainment.unwrap().basis_points(), 1500);
    assert_eq!(now.progress.unwrap().basis_points(), 1500);

    let before = book.forecast(quarter, Some(day("2026-11-20"))).unwrap();
    assert_eq!((before.now.won, before.now.small_orders, before.now.weighted), (0, 0, 0));
    assert_eq!(before.now.quota, None, "the quota was not set yet");
}
