//! The track record: the deals behind a figure are those that it counts.

use keybook::domain::forecast::Ratio;
use keybook::domain::money::Money;
use keybook::domain::period::Period;
use keybook::ops::order::OrderInput;
use keybook::ops::{deal, demo, order, setup, target};
use keybook::store::view::behind::{Came, Figure};
use keybook::store::{Book, Clock};

use crate::common::{add_account, add_deal, day, euros};

/// How many deals came to each of these.
fn counted(book: &Book, figure: &Figure, came: &[Came]) -> Vec<u64> {
    let deals = book.deals_behind(figure, day("2025-11-22"), day("2026-11-21")).unwrap();
    let number = |wanted: &Came| deals.iter().filter(|one| one.came == *wanted).count() as u64;
    let all: Vec<u64> = came.iter().map(number).collect();
    assert_eq!(all.iter().sum::<u64>(), deals.len() as u64, "{figure:?}");
    all
}

#[test]
fn behind_each_figure_stand_as_many_deals_as_it_counts() {
    let mut book = Book::in_memory(Clock::fixed(day("2026-11-21"))).unwrap();
    demo::fill(&mut book, None).unwrap();
    let view = book.flow(day("2025-11-22"), day("2026-11-21")).unwrap();
    for (place, (passage, closings)) in view.flow.passages.iter().zip(&view.flow.closings).enumerate() {
        let came = [Came::Advanced, Came::Fell, Came::Undecided];
        let expected = [passage.advanced, passage.fell, passage.undecided];
        assert_eq!(counted(&book, &Figure::Stage(place), &came), expected, "stage {place}");
        let expected = [closings.won, closings.closed - closings.won];
        assert_eq!(counted(&book, &Figure::WinRate(place), &[Came::Won, Came::Lost]), expected);
    }
    let all = view.flow.all;
    assert!(all.won > 0 && all.closed > all.won);
    assert_eq!(counted(&book, &Figure::Closed, &[Came::Won, Came::Lost]), [all.won, all.closed - all.won]);
    let losses = book.losses(day("2025-11-22"), day("2026-11-21")).unwrap();
    for loss in &losses.reasons {
        assert_eq!(counted(&book, &Figure::LostBecause(loss.word.clone()), &[Came::Lost]), [loss.deals]);
    }
    for loss in &losses.competitors {
        assert_eq!(counted(&book, &Figure::LostTo(loss.word.clone()), &[Came::Lost]), [loss.deals]);
    }
}

/// The method's worked example: stage, amounts in 10,000 EUR.
const EXAMPLE: &[(&str, &[i64])] = &[
    ("interest", &[100, 80, 60, 40, 20]),
    ("incubation", &[90, 70, 50, 30]),
    ("design", &[80, 56, 40]),
    ("comparison", &[300, 164]),
    ("commitment", &[100, 46]),
    ("use", &[49, 49]),
];

#[test]
fn the_worked_example_moves_its_indicators_as_reckoned_by_hand() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("example.keybook");
    let on = |text: &str| setup::open(&path, Clock::fixed(day(text))).unwrap();
    let tens = |amount: i64| -> Money { euros(amount * 10_000) };
    let quarter: Period = "2026Q4".parse().unwrap();
    let mut book = on("2026-11-10");
    let acme = add_account(&mut book, "Acme");
    target::set_quota(&mut book, quarter, tens(500)).unwrap();
    let mut last = None;
    for (stage, amounts) in EXAMPLE {
        for amount in *amounts {
            last = Some(add_deal(&mut book, acme, tens(*amount), stage, Some("2026-12-15")));
        }
    }
    drop(book);
    let mut book = on("2026-11-18");
    deal::win(&mut book, last.unwrap(), &deal::Won::default()).unwrap();
    let small = OrderInput { account: acme, amount: euros(5_000), on: None, product: None, text: None };
    order::add(&mut book, &small).unwrap();
    drop(book);
    let book = on("2026-11-21");
    let view = book.forecast(quarter, None).unwrap();
    let points = |ratio: Option<Ratio>| ratio.unwrap().basis_points();
    // W₀ = 364.8; a deal of 49 at 80 % was won: W₁ = 364.8 − 39.2 = 325.6, S₁ = 49, O₁ = 0.5
    assert_eq!((view.before.weighted, view.now.weighted), (364_800_000, 325_600_000));
    assert_eq!((view.now.won, view.now.small_orders), (49_000_000, 500_000));
    // (49 + 0.5 + 325.6) ÷ 500 = 75.02 %
    assert_eq!(points(view.attainment), 7_502);
    // ((325.6 − 364.8) + 49 + 0.5) ÷ 500 = 2.06 %
    assert_eq!(points(view.progress), 206);
    // The range of a forecast is that of its period and day, with its figures.
    let range = book.range_of(&view, 7).unwrap();
    assert_eq!(range.range, book.period_range(quarter, None, 7).unwrap().range);
    assert_eq!(range.figures, view.now);
}
