//! The track record as a person sees it.

use chrono::NaiveDate;
use rstest::rstest;

use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::deal::{self, DealInput, Lost, Won};
use crate::ops::setup;
use crate::ops::submission::{self, Call};
use crate::store::{Book, Clock};
use crate::tui::testkit::sample::{FILE, Sample, TODAY, fresh, sample};
use crate::tui::testkit::{Interface, has};

fn euros(thousands: i64) -> Money {
    Money::new(thousands * 100_000, Currency::EUR)
}

fn add(book: &mut Book, name: &str, thousands: i64, close: &str) -> Id {
    let account = book.named("Acme Foods", &[RecordKind::Account]).unwrap()[0].id;
    let input = DealInput {
        name: Some(name.to_owned()),
        account: Some(account),
        amount: Some(Some(euros(thousands))),
        stage: Some("design".to_owned()),
        close_on: Some(close.parse().ok()),
        ..DealInput::default()
    };
    deal::add(book, &input).unwrap().value
}

fn submit(book: &mut Book, period: &str, thousands: i64) {
    let call = Call { period: period.parse().ok(), amount: Some(euros(thousands)), note: None };
    submission::submit(book, &call).unwrap();
}

/// The sample with a third quarter behind it: three forecasts, a sale of 400,000, two losses.
fn with_a_past() -> Sample {
    let Sample { book, folder } = sample();
    drop(book);
    let on = |day: &str| {
        let day: NaiveDate = day.parse().unwrap();
        setup::open(&folder.path().join(FILE), Clock::fixed(day)).unwrap()
    };
    let mut book = on("2026-08-24");
    let won = add(&mut book, "Filling station", 420, "2026-09-20");
    let lost = add(&mut book, "Palletiser", 250, "2026-09-25");
    let other = add(&mut book, "Labelling machine", 90, "2026-09-25");
    submit(&mut book, "2026Q3", 500);
    drop(book);
    let mut book = on("2026-09-10");
    deal::advance(&mut book, won, Some("commitment")).unwrap();
    submit(&mut book, "2026Q3", 440);
    drop(book);
    let mut book = on("2026-09-20");
    deal::win(&mut book, won, &Won { on: None, amount: Some(euros(400)) }).unwrap();
    let told = Lost { reason: "price".into(), competitor: Some("Borg".into()), ..Lost::default() };
    deal::lose(&mut book, lost, &told).unwrap();
    deal::lose(&mut book, other, &Lost { competitor: None, ..told }).unwrap();
    submit(&mut book, "2026Q3", 400);
    drop(book);
    let mut book = on("2026-11-19");
    submit(&mut book, "2026Q4", 3_900);
    drop(book);
    Sample::of(folder)
}

#[rstest]
fn the_parts(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40), (60, 16))] size: (u16, u16)) {
    let mut interface = Interface::open(with_a_past(), lang.parse().unwrap(), size.0, size.1);
    interface.press("g T");
    for part in ["forecasts", "stages", "win_rates", "reasons", "competitors"] {
        insta::assert_snapshot!(format!("{part}_{lang}_{}x{}", size.0, size.1), interface.screen());
        interface.press("tab");
    }
    interface.press("tab j enter");
    insta::assert_snapshot!(format!("deals_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn a_forecast_is_held_against_what_was_sold() {
    let mut interface = Interface::open(with_a_past(), Lang::En, 80, 24);
    interface.press("g T");
    // What the sample itself sold in the third quarter is none of it: it begins in September.
    has(&interface, "2026Q3  20 Sep");
    // 1 − |400 − 440| ÷ 400 = 90 %, (440 − 400) ÷ 400 = 10 %; 1 − 100 ÷ 400 = 75 %
    has(&interface, "90.0 %");
    has(&interface, "75.0 %");
    has(&interface, "still running");
    interface.press("j enter");
    has(&interface, "1 deal behind it");
    has(&interface, "Filling station");
}

#[test]
fn a_deal_behind_a_figure_opens_and_leads_back() {
    let mut interface = Interface::open(with_a_past(), Lang::En, 80, 24);
    interface.press("g T shift-tab enter");
    has(&interface, "Palletiser");
    interface.press("enter");
    has(&interface, "Overview");
    interface.press("-");
    has(&interface, "1 deal behind it");
    interface.press("esc");
    has(&interface, "2 deals lost in all");
}

#[test]
fn own_win_rates_are_taken_over_after_a_question_and_given_back() {
    let mut interface = Interface::open(with_a_past(), Lang::En, 80, 24);
    let rates = |interface: &Interface| {
        let book = Book::open(&interface.book_path(), Clock::fixed(TODAY)).unwrap();
        book.stages().unwrap().iter().map(|stage| stage.win_rate).collect::<Vec<_>>()
    };
    let set = rates(&interface);
    interface.press("g T A");
    has(&interface, "Not possible just now");
    interface.press("tab tab A n");
    assert_eq!(rates(&interface), set, "not without a yes");
    interface.press("A y");
    has(&interface, "Take over");
    assert_ne!(rates(&interface), set);
    interface.press("u");
    assert_eq!(rates(&interface), set, "one operation");
}

#[test]
fn it_looks_back_upon_other_days() {
    let mut interface = Interface::open(with_a_past(), Lang::En, 80, 24);
    interface.press("g T p p p p");
    has(&interface, "last fiscal year");
    has(&interface, "No forecast was handed in");
    interface
        .press("f ctrl-u")
        .type_text("2026-09-01")
        .press("tab ctrl-u")
        .type_text("2026-09-15")
        .press("enter");
    has(&interface, "2026-09-01 → 2026-09-15");
    has(&interface, "2026Q3  10 Sep");
    interface.press("p");
    has(&interface, "all the time");
}

#[test]
fn the_record_as_of_a_past_day_is_shown_and_not_changed() {
    let mut interface = Interface::open(with_a_past(), Lang::En, 120, 40);
    interface.press("g T @").type_text("2026-09-15").press("enter");
    has(&interface, "as of Tue 15 Sep 2026");
    // The third quarter was not over then, and the third forecast not handed in.
    let screen = interface.screen();
    assert!(!screen.contains("90.0 %") && !screen.contains("2026Q4"), "{screen}");
    interface.press("tab tab A");
    has(&interface, "the past cannot be changed");
    interface.press("g n");
    has(&interface, "take over the own rates");
}

#[test]
fn a_fresh_book_is_told_what_would_be_here() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    interface.press("esc g T");
    has(&interface, "No forecast was handed in");
    interface.press("shift-tab");
    has(&interface, "No deal was lost");
}
