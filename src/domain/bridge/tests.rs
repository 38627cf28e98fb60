//! The bridge by hand: one deal at a time, the arithmetic shown; and the identity for all of them.

use super::*;
use proptest::prelude::*;
use rstest::rstest;

const USD: Currency = Currency::USD;
const EUR: Currency = Currency::EUR;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn rates(usd: Option<&str>) -> Rates {
    usd.iter().map(|rate| (USD, rate.parse().unwrap())).collect()
}

/// An open deal expected to close in the period.
fn open(amount: i64) -> Standing {
    let close_on = Some(day("2026-12-01"));
    Standing { status: Status::Open, close_on, closed_on: None, amount, currency: EUR }
}

fn out(amount: i64) -> Standing {
    Standing { close_on: Some(day("2027-01-01")), ..open(amount) }
}

fn closed(status: Status, amount: i64) -> Standing {
    Standing { status, closed_on: Some(day("2026-11-20")), ..open(amount) }
}

fn in_dollars(deal: Standing) -> Standing {
    Standing { currency: USD, ..deal }
}

/// The changes in the fourth quarter of 2026 while the dollar went from 0.80 to 0.90 euros.
fn found(before: Option<Standing>, after: Option<Standing>) -> Vec<(Change, i128)> {
    with(Some("0.8"), Some("0.9"), before, after)
}

fn with(
    first: Option<&str>,
    last: Option<&str>,
    before: Option<Standing>,
    after: Option<Standing>,
) -> Vec<(Change, i128)> {
    let (first, last) = (rates(first), rates(last));
    let period = Some((day("2026-10-01"), day("2026-12-31")));
    let ground = Ground { period, before: &first, after: &last, base: EUR };
    ground.changes(before.as_ref(), after.as_ref())
}

#[rstest]
#[case(None, Some(open(500)), &[(Change::New, 500)])]
#[case(Some(closed(Status::Lost, 400)), Some(open(500)), &[(Change::Reopened, 500)])]
#[case(Some(closed(Status::Won, 400)), Some(open(500)), &[(Change::Reopened, 500)])]
#[case(Some(out(400)), Some(open(500)), &[(Change::PulledIn, 500)])]
#[case(Some(Standing { close_on: None, ..open(500) }), Some(open(500)), &[(Change::PulledIn, 500)])]
#[case(Some(open(400)), Some(open(500)), &[(Change::Increased, 100)])]
#[case(Some(open(400)), Some(open(150)), &[(Change::Decreased, 250)])]
#[case(Some(open(400)), Some(open(400)), &[])]
#[case(Some(open(400)), Some(closed(Status::Won, 400)), &[(Change::Won, 400)])]
#[case(Some(open(400)), Some(closed(Status::Won, 450)), &[(Change::Won, 450), (Change::Increased, 50)])]
#[case(Some(open(400)), Some(closed(Status::Won, 300)), &[(Change::Won, 300), (Change::Decreased, 100)])]
#[case(Some(open(400)), Some(closed(Status::Lost, 900)), &[(Change::Lost, 400)])]
#[case(Some(open(400)), Some(out(900)), &[(Change::Slipped, 400)])]
#[case(Some(open(400)), Some(Standing { close_on: None, ..open(400) }), &[(Change::Slipped, 400)])]
#[case(Some(open(400)), None, &[(Change::Removed, 400)])]
#[case(None, Some(closed(Status::Won, 70)), &[(Change::New, 70), (Change::Won, 70)])]
#[case(None, Some(closed(Status::Lost, 70)), &[(Change::New, 70), (Change::Lost, 70)])]
#[case(None, Some(out(400)), &[])]
#[case(Some(out(400)), Some(closed(Status::Won, 400)), &[(Change::Won, 400)][..0])]
#[case(Some(closed(Status::Lost, 400)), Some(closed(Status::Won, 400)), &[])]
#[case(Some(out(400)), None, &[])]
#[case(None, None, &[])]
fn one_deal_between_two_days(
    #[case] before: Option<Standing>,
    #[case] after: Option<Standing>,
    #[case] expected: &[(Change, i128)],
) {
    assert_eq!(found(before, after), expected);
}

#[test]
fn a_deal_that_came_and_went_belongs_to_the_period_it_was_expected_in() {
    let next_year = Standing { close_on: Some(day("2027-02-01")), ..closed(Status::Won, 70) };
    assert_eq!(found(None, Some(next_year)), []);
    let undated = Standing { close_on: None, ..closed(Status::Won, 70) };
    assert_eq!(found(None, Some(undated)), [(Change::New, 70), (Change::Won, 70)]);
}

#[test]
fn what_the_client_changed_and_what_the_dollar_did_are_told_apart() {
    // 1,000 USD were 800, are 900: 100 by the rate. 1,200 USD are 1,080: 180 more, at equal rates.
    let changed = found(Some(in_dollars(open(1000))), Some(in_dollars(open(1200))));
    assert_eq!(changed, [(Change::Revalued, 100), (Change::Increased, 180)]);
    let same = found(Some(in_dollars(open(1000))), Some(in_dollars(open(1000))));
    assert_eq!(same, [(Change::Revalued, 100)]);
    // 1,000 USD (800, now 900) became 850 EUR: 100 by the rate, 50 less than they are now worth.
    let other_currency = found(Some(in_dollars(open(1000))), Some(open(850)));
    assert_eq!(other_currency, [(Change::Revalued, 100), (Change::Decreased, 50)]);
    // What is won is won at what it is worth then, 900; the difference from 800 is an increase.
    let won = found(Some(in_dollars(open(1000))), Some(in_dollars(closed(Status::Won, 1000))));
    assert_eq!(won, [(Change::Won, 900), (Change::Increased, 100)]);
    // What left is counted at what it was worth when it was still there.
    assert_eq!(found(Some(in_dollars(open(1000))), None), [(Change::Removed, 800)]);
}

#[test]
fn what_has_no_rate_is_in_no_total_and_comes_in_by_its_rate() {
    let (before, after) = (Some(in_dollars(open(1000))), Some(in_dollars(open(1200))));
    assert_eq!(with(None, None, before, after), []);
    assert_eq!(with(None, Some("0.9"), before, after), [(Change::Revalued, 900), (Change::Increased, 180)]);
    assert_eq!(with(None, None, before, Some(open(500))), [(Change::Revalued, 500)]);
    assert_eq!(with(None, None, Some(open(500)), after), [(Change::Revalued, -500)]);
    assert_eq!(with(None, None, before, None), []);
    let won = Some(in_dollars(closed(Status::Won, 1200)));
    assert_eq!(
        with(None, Some("0.9"), before, won),
        [(Change::Won, 1080), (Change::Revalued, 900), (Change::Increased, 180)]
    );
    assert_eq!(with(None, None, Some(open(500)), won), [(Change::Revalued, -500)]);
}

#[test]
fn each_deal_is_turned_on_its_own_half_to_even() {
    // 1.25 USD at 0.9 are 1.125 EUR, and so 1.12.
    assert_eq!(found(None, Some(in_dollars(open(125)))), [(Change::New, 112)]);
}

#[test]
fn a_waterfall_steps_from_the_opening_total_to_the_closing_one() {
    let mut bridge = Bridge::new(100, 120);
    bridge.add(Change::New, 50);
    bridge.add(Change::Won, 30);
    let bars: Vec<_> = bridge.bars().iter().map(|bar| (bar.change, bar.from, bar.to)).collect();
    let expected =
        [(None, 0, 100), (Some(Change::New), 100, 150), (Some(Change::Won), 150, 120), (None, 0, 120)];
    assert_eq!(bars, expected);
    assert!(bridge.adds_up());
}

fn any_standing() -> impl Strategy<Value = Option<Standing>> {
    let status = prop::sample::select(Status::ALL);
    let close = prop::sample::select(&[None, Some("2026-12-01"), Some("2027-03-01")][..]);
    let currency = prop::sample::select(&[EUR, USD, Currency::CNY][..]);
    prop::option::weighted(0.9, (status, close, -5_000i64..5_000, currency)).prop_map(|deal| {
        let (status, close, amount, currency) = deal?;
        let closed_on = (status != Status::Open).then(|| day("2026-11-20"));
        Some(Standing { status, close_on: close.map(day), closed_on, amount: amount.abs(), currency })
    })
}

proptest! {
    #[test]
    fn opening_and_changes_make_the_closing_total(
        deals in prop::collection::vec((any_standing(), any_standing()), 0..30),
        first in prop::option::of(1i64..3_000_000_000_000),
        last in 1i64..3_000_000_000_000,
        within in any::<bool>(),
    ) {
        let of = |usd: Option<i64>| usd.map(|rate| (USD, super::super::money::Rate(rate))).into_iter().collect::<Rates>();
        let (first, last) = (of(first), of(Some(last)));
        let period = within.then(|| (day("2026-10-01"), day("2026-12-31")));
        let ground = Ground { period, before: &first, after: &last, base: EUR };
        let total = |rates: &Rates, deals: &mut dyn Iterator<Item = Option<Standing>>| -> i128 {
            let known = deals.flatten().filter(|deal| ground.is_in(deal));
            known.filter_map(|deal| rates.turn(deal.amount, deal.currency, EUR)).sum()
        };
        let opening = total(&first, &mut deals.iter().map(|pair| pair.0));
        let closing = total(&last, &mut deals.iter().map(|pair| pair.1));
        let mut bridge = Bridge::new(opening, closing);
        for (before, after) in &deals {
            for (change, amount) in ground.changes(before.as_ref(), after.as_ref()) {
                prop_assert!(amount >= 0 || change == Change::Revalued);
                bridge.add(change, amount);
            }
        }
        prop_assert!(bridge.adds_up(), "{:?}", bridge);
    }
}
