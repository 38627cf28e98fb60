//! The weekly review: the bridge by hand, submissions and how near they were, reviews begun and resumed.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use keybook::domain::bridge::Change;
use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money};
use keybook::domain::period::Period;
use keybook::domain::track;
use keybook::domain::word::{ActivityKind, Status};
use keybook::ops::deal::{DealInput, Lost, Won};
use keybook::ops::order::OrderInput;
use keybook::ops::review::{self, Decision};
use keybook::ops::submission::{self, Call};
use keybook::ops::{deal, history, order, setup, target};
use keybook::store::table::deal::Deal;
use keybook::store::{Book, Clock};
use tempfile::TempDir;

use crate::common::{add_account, add_deal, day, euros};

/// A book in a file, that lives from day to day.
struct Days {
    _folder: TempDir,
    path: PathBuf,
}

impl Days {
    fn new() -> Days {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.keybook");
        Days { _folder: folder, path }
    }

    fn on(&self, text: &str) -> Book {
        open(&self.path, day(text))
    }
}

fn open(path: &Path, on: NaiveDate) -> Book {
    setup::open(path, Clock::fixed(on)).unwrap()
}

fn quarter() -> Option<Period> {
    Some("2026Q4".parse().unwrap())
}

fn edit(book: &mut Book, deal: Id, change: impl FnOnce(&mut DealInput)) {
    let mut input = DealInput::default();
    change(&mut input);
    deal::edit(book, deal, &input).unwrap();
}

fn lost(reason: &str, competitor: Option<&str>) -> Lost {
    let competitor = competitor.map(str::to_owned);
    Lost { reason: reason.to_owned(), competitor, ..Lost::default() }
}

/// A week in which everything happens, in the fourth quarter of 2026, from the 13th to the 20th.
fn eventful_week() -> (Days, Vec<(&'static str, Id)>) {
    let days = Days::new();
    let mut book = days.on("2026-11-10");
    target::set_rate(&mut book, Currency::USD, "0.80".parse().unwrap(), None).unwrap();
    let acme = add_account(&mut book, "Acme");
    let mut deals = vec![];
    for (name, amount, close) in [
        ("stays", euros(100), "2026-12-01"),
        ("grows", euros(200), "2026-12-01"),
        ("shrinks", euros(300), "2026-12-01"),
        ("is won for more", euros(400), "2026-12-01"),
        ("is lost", euros(500), "2026-12-01"),
        ("slips", euros(600), "2026-12-01"),
        ("is pulled in", euros(700), "2027-02-01"),
        ("is deleted", euros(800), "2026-12-01"),
        ("comes back", euros(900), "2026-12-01"),
        ("is abroad", Money::new(100_000, Currency::USD), "2026-12-01"),
        ("is abroad and grows", Money::new(50_000, Currency::USD), "2026-12-01"),
    ] {
        let id = add_deal(&mut book, acme, amount, "design", Some(close));
        edit(&mut book, id, |deal| deal.name = Some(name.to_owned()));
        deals.push((name, id));
    }
    let of = |name: &str| deals.iter().find(|(known, _)| *known == name).unwrap().1;
    deal::lose(&mut book, of("comes back"), &lost("budget", None)).unwrap();
    drop(book);
    let mut book = days.on("2026-11-16");
    edit(&mut book, of("grows"), |deal| deal.amount = Some(Some(euros(250))));
    edit(&mut book, of("shrinks"), |deal| deal.amount = Some(Some(euros(270))));
    let won = Won { on: None, amount: Some(euros(430)) };
    deal::win(&mut book, of("is won for more"), &won).unwrap();
    deal::lose(&mut book, of("is lost"), &lost("price", Some("Borg"))).unwrap();
    edit(&mut book, of("slips"), |deal| deal.close_on = Some(Some(day("2027-01-15"))));
    edit(&mut book, of("is pulled in"), |deal| deal.close_on = Some(Some(day("2026-12-20"))));
    deal::delete(&mut book, of("is deleted")).unwrap();
    deal::reopen(&mut book, of("comes back")).unwrap();
    target::set_rate(&mut book, Currency::USD, "0.90".parse().unwrap(), None).unwrap();
    edit(&mut book, of("is abroad and grows"), |deal| {
        deal.amount = Some(Some(Money::new(60_000, Currency::USD)));
    });
    drop(book);
    let mut book = days.on("2026-11-18");
    add_deal(&mut book, acme, euros(50), "interest", Some("2026-12-30"));
    let quick = add_deal(&mut book, acme, euros(30), "use", Some("2026-12-30"));
    deal::win(&mut book, quick, &Won::default()).unwrap();
    // Undone, it never happened.
    add_deal(&mut book, acme, euros(9_999), "interest", Some("2026-12-30"));
    history::undo(&mut book, None).unwrap();
    // In the period for a day, and out of it again.
    let visitor = add_deal(&mut book, acme, euros(77), "interest", Some("2027-03-01"));
    edit(&mut book, visitor, |deal| deal.close_on = Some(Some(day("2026-12-24"))));
    edit(&mut book, visitor, |deal| deal.close_on = Some(Some(day("2027-03-01"))));
    (days, deals)
}

#[test]
fn an_eventful_week_is_bridged_by_hand() {
    let (days, _) = eventful_week();
    let view = days.on("2026-11-21").bridge(quarter(), day("2026-11-13"), day("2026-11-20")).unwrap();
    // 100 + 200 + 300 + 400 + 500 + 600 + 800, and 1,000 + 500 USD at 0.80: 2,900 + 1,200
    assert_eq!(view.bridge.opening, 410_000);
    let terms: Vec<_> = Change::ALL.iter().map(|change| (*change, view.bridge.term(*change) / 100)).collect();
    let expected = [
        (Change::New, 50 + 30),
        (Change::Reopened, 900),
        // 250 − 200; won at 430 for 400; 100 USD more, at 0.90
        (Change::Increased, 50 + 30 + 90),
        (Change::PulledIn, 700),
        // 1,500 USD of the first day, 0.10 more for each
        (Change::Revalued, 150),
        (Change::Decreased, 30),
        (Change::Slipped, 600),
        (Change::Won, 430 + 30),
        (Change::Lost, 500),
        (Change::Removed, 800),
    ];
    assert_eq!(terms, expected);
    // 4,100 + 80 + 900 + 170 + 700 + 150 − 30 − 600 − 460 − 500 − 800
    assert_eq!(view.bridge.closing, 371_000);
    assert!(view.bridge.adds_up());
}

#[test]
fn every_bar_names_the_deals_behind_it_also_those_that_are_gone() {
    let (days, deals) = eventful_week();
    let book = days.on("2026-11-21");
    let view = book.bridge(quarter(), day("2026-11-13"), day("2026-11-20")).unwrap();
    let removed: Vec<Id> =
        view.deals.iter().filter(|one| one.change == Change::Removed).map(|one| one.deal).collect();
    let names = book.deal_names(&removed).unwrap();
    let gone = deals.iter().find(|(name, _)| *name == "is deleted").unwrap().1;
    assert_eq!(removed, [gone]);
    assert_eq!(names[&gone].name, "is deleted");
    assert_eq!(names[&gone].account.as_deref(), Some("Acme"));
}

#[test]
fn without_a_period_all_open_deals_are_bridged() {
    let (days, _) = eventful_week();
    let view = days.on("2026-11-21").bridge(None, day("2026-11-13"), day("2026-11-20")).unwrap();
    assert!(view.bridge.adds_up());
    let slips = [Change::Slipped, Change::PulledIn].map(|change| view.bridge.term(change));
    assert_eq!(slips, [0, 0], "what is open is in, whenever it closes");
    // 50, 30 and the visitor's 77
    assert_eq!(view.bridge.term(Change::New), 15_700);
}

#[test]
fn the_range_of_the_book_starts_at_what_is_sold_and_repeats() {
    let (days, _) = eventful_week();
    let mut book = days.on("2026-11-21");
    let account = book.named("Acme", &[keybook::domain::word::RecordKind::Account]).unwrap()[0].id;
    let small = OrderInput { account, amount: euros(20), on: None, product: None, text: None };
    order::add(&mut book, &small).unwrap();
    target::set_quota(&mut book, quarter().unwrap(), euros(1_000)).unwrap();
    let view = book.period_range(quarter().unwrap(), None, 7).unwrap();
    // Won 430 and 30, a small order of 20.
    assert_eq!(view.figures.won + view.figures.small_orders, 48_000);
    let band = view.range.band;
    assert!(band.p10 >= 48_000 && band.p90 <= 48_000 + 371_000, "{band:?}");
    assert!(band.chance.is_some());
    assert_eq!(book.period_range(quarter().unwrap(), None, 7).unwrap().range, view.range);
    let then = book.period_range(quarter().unwrap(), Some(day("2026-11-10")), 7).unwrap();
    assert_eq!((then.figures.won, then.range.band.chance), (0, None), "no quota was set yet");
}

#[test]
fn a_submission_keeps_its_figures_and_is_held_against_what_was_sold() {
    let days = Days::new();
    let mut book = days.on("2026-11-16");
    let acme = add_account(&mut book, "Acme");
    target::set_quota(&mut book, quarter().unwrap(), euros(1_000)).unwrap();
    let big = add_deal(&mut book, acme, euros(800), "commitment", Some("2026-12-20"));
    let call = Call { amount: Some(euros(900)), note: Some(" firm \n".into()), ..Call::default() };
    let first = submission::submit(&mut book, &call).unwrap().value;
    // 800 at 50 %
    assert_eq!((first.weighted, first.won, first.amount, first.quota), (40_000, 0, 90_000, Some(100_000)));
    assert_eq!((first.period.as_str(), first.note.as_deref()), ("2026Q4", Some("firm")));
    assert_eq!(first.chance, Some(0), "800 cannot reach 1,000");
    let plain = submission::submit(&mut book, &Call::default()).unwrap();
    assert_eq!(plain.value.amount, 40_000, "without a word it is S + O + W");
    history::undo(&mut book, plain.operation).unwrap();
    let year =
        |book: &Book, as_of| book.track_record(day("2026-01-01"), day("2026-12-31"), None, as_of).unwrap();
    let held = year(&book, None);
    assert_eq!(held.len(), 1, "undone, it was never handed in");
    assert_eq!(held[0].sold, None, "the quarter is not over");
    drop(book);

    let mut book = days.on("2026-12-20");
    deal::win(&mut book, big, &Won { on: None, amount: Some(euros(750)) }).unwrap();
    drop(book);
    let book = days.on("2027-01-02");
    let held = year(&book, None);
    assert_eq!(held[0].submission, first, "its figures are frozen");
    assert_eq!((held[0].sold, held[0].submitted), (Some(75_000), Some(90_000)));
    // 1 − |750 − 900| ÷ 750 = 0.8; (900 − 750) ÷ 750 = 0.2
    assert_eq!(track::accuracy(90_000, 75_000).unwrap().basis_points(), 8_000);
    assert_eq!(track::bias(90_000, 75_000).unwrap().basis_points(), 2_000);
    assert_eq!(year(&book, Some(day("2026-12-30")))[0].sold, None, "as of then it was not over");
    assert!(year(&book, Some(day("2026-11-15"))).is_empty(), "nor handed in");
}

#[test]
fn conversion_and_calibration_come_from_the_events() {
    let days = Days::new();
    let mut book = days.on("2026-03-01");
    let acme = add_account(&mut book, "Acme");
    let one = add_deal(&mut book, acme, euros(100), "interest", None);
    let other = add_deal(&mut book, acme, euros(100), "interest", None);
    let gone = add_deal(&mut book, acme, euros(100), "interest", None);
    add_deal(&mut book, acme, euros(600), "design", None);
    deal::delete(&mut book, gone).unwrap();
    drop(book);
    let mut book = days.on("2026-03-11");
    // Skips incubation.
    deal::advance(&mut book, one, Some("design")).unwrap();
    deal::lose(&mut book, other, &lost("price", Some("Borg"))).unwrap();
    drop(book);
    let mut book = days.on("2026-03-31");
    deal::win(&mut book, one, &Won::default()).unwrap();
    let view = book.flow(day("2026-01-01"), day("2026-12-31")).unwrap();
    let counts: Vec<_> =
        view.flow.passages.iter().map(|p| (p.entered, p.advanced, p.fell, p.undecided)).collect();
    // The fourth deal began at design, and so had entered the first two; it stands there.
    assert_eq!(counts[..4], [(3, 2, 1, 0), (2, 2, 0, 0), (2, 1, 0, 1), (0, 0, 0, 0)]);
    // Interest: 10 days each; design: 20.
    let medians: Vec<_> = view.flow.passages.iter().map(|p| p.twice_median_days()).collect();
    assert_eq!(medians[..3], [Some(20), None, Some(40)]);
    // 600 open × 1 of 2 ÷ 30 days = 10 a day
    assert_eq!(view.flow.velocity(view.open_amount), Some(1_000));
    // Interest: (1 + 10 × 5 %) ÷ 12 = 12.5 %
    assert_eq!(view.flow.closings[0].calibrated(500), 1_250);
    let then = book.flow(day("2026-01-01"), day("2026-03-15")).unwrap();
    assert_eq!(then.flow.all.won, 0, "as it looked on that day");
    assert_eq!(then.flow.all.closed, 1);
    let losses = book.losses(day("2026-01-01"), day("2026-12-31")).unwrap();
    assert_eq!(losses.reasons[0].word.as_deref(), Some("price"));
    assert_eq!((losses.competitors[0].deals, losses.competitors[0].amount), (1, 10_000));
}

#[test]
fn won_deals_say_how_long_is_usual_at_a_stage() {
    let days = Days::new();
    let mut book = days.on("2026-03-01");
    let acme = add_account(&mut book, "Acme");
    let one = add_deal(&mut book, acme, euros(100), "design", None);
    drop(book);
    let mut book = days.on("2026-06-01");
    let slow = add_deal(&mut book, acme, euros(100), "design", None);
    drop(book);
    let too_long = |on: &str| {
        let book = days.on(on);
        let reasons = book.attention_of(&[slow]).unwrap().remove(&slow).unwrap();
        reasons.contains(&keybook::domain::attention::Reason::StageTooLong)
    };
    assert!(too_long("2026-07-02"), "31 days, without history");
    let mut book = days.on("2026-06-01");
    deal::win(&mut book, one, &Won::default()).unwrap();
    drop(book);
    // The won deal stood there for 92 days: up to 184 are usual. From 1 June that is 2 December.
    assert!(!too_long("2026-12-02"));
    assert!(too_long("2026-12-03"));
}

#[test]
fn a_review_walks_through_what_needs_a_word_and_goes_on_where_it_was_left() {
    let days = Days::new();
    let mut book = days.on("2026-11-19");
    let acme = add_account(&mut book, "Acme");
    let small = add_deal(&mut book, acme, euros(10), "design", Some("2026-12-20"));
    let big = add_deal(&mut book, acme, euros(500), "design", Some("2026-12-20"));
    let worst = add_deal(&mut book, acme, euros(1), "design", None);
    assert!(book.review_is_due().unwrap(), "it is Thursday");
    let review = review::begin(&mut book).unwrap();
    assert!(!book.review_is_due().unwrap());
    assert_eq!(review::begin(&mut book).unwrap().operation, None, "it goes on");
    let review = review.value;
    let view = book.review(review).unwrap();
    let order: Vec<Id> = view.stops.iter().map(|stop| stop.deal).collect();
    assert_eq!(order, [worst, big, small], "by what weighs, then by what is at stake");

    let close = Decision::close_on(day("2026-12-15"));
    review::decide(&mut book, review, worst, &close).unwrap();
    assert_eq!(book.row::<Deal>(worst).unwrap().close_on, Some(day("2026-12-15")));
    review::decide(&mut book, review, big, &Decision::Skip).unwrap();
    let at = |book: &Book| book.open_review().unwrap().unwrap().resume_at();
    assert_eq!(at(&book), Some(2));
    history::undo(&mut book, None).unwrap();
    assert_eq!(at(&book), Some(1), "undone, it is at that deal again");
    history::undo(&mut book, None).unwrap();
    assert_eq!(book.row::<Deal>(worst).unwrap().close_on, None, "one undo takes back both");
    assert_eq!(at(&book), Some(0));
    history::redo(&mut book).unwrap();
    history::redo(&mut book).unwrap();
    drop(book);

    let mut book = days.on("2026-11-20");
    deal::delete(&mut book, small).unwrap();
    assert_eq!(at(&book), Some(1), "what is gone needs no word, what was skipped does");
    let won = Decision::Win(Won::default());
    review::decide(&mut book, review, big, &won).unwrap();
    assert_eq!(book.row::<Deal>(big).unwrap().status, Status::Won);
    let view = book.open_review().unwrap().unwrap();
    assert_eq!((view.resume_at(), view.decided()), (None, 2));
    let call = Call { amount: Some(euros(600)), ..Call::default() };
    review::conclude(&mut book, review, &call).unwrap();
    assert!(book.open_review().unwrap().is_none());
    assert_eq!(book.last_review_before(day("2026-11-21")).unwrap().unwrap().id, review);
}

#[test]
fn each_decision_does_what_it_says() {
    let days = Days::new();
    let mut book = days.on("2026-11-19");
    let acme = add_account(&mut book, "Acme");
    let id = add_deal(&mut book, acme, euros(10), "design", None);
    let review = review::begin(&mut book).unwrap().value;
    let started = book.review(review).unwrap().review.started_at;
    let stage = |book: &Book| {
        let stage = book.row::<Deal>(id).unwrap().stage_id;
        book.stages().unwrap().into_iter().find(|row| row.id == stage).unwrap().key
    };
    let decide = |book: &mut Book, decision: Decision| {
        review::decide(book, review, id, &decision).unwrap();
        let item = book.review(review).unwrap().stops[0].verdict;
        assert_eq!(item, Some(decision.verdict()));
    };
    decide(&mut book, Decision::Advance(None));
    assert_eq!(stage(&book), "comparison");
    decide(&mut book, Decision::Back(Some("interest".into())));
    assert_eq!(stage(&book), "interest");
    decide(&mut book, Decision::amount(euros(70)));
    decide(&mut book, Decision::next_step("Call", Some(day("2026-11-25"))));
    decide(&mut book, Decision::Contacted(ActivityKind::Call, "Spoke".into()));
    decide(&mut book, Decision::Keep);
    let deal: Deal = book.row(id).unwrap();
    assert_eq!((deal.amount, deal.next_step.as_deref()), (Some(7_000), Some("Call")));
    let since = book.since(id, started - 1).unwrap();
    let (before, after) = (since.before.unwrap(), since.after.unwrap());
    assert_eq!((before.amount, after.amount, since.activities), (Some(1_000), Some(7_000), 1));
    decide(&mut book, Decision::Snooze(day("2026-12-01")));
    review::finish(&mut book, review).unwrap();
    drop(book);
    let mut book = days.on("2026-11-26");
    assert!(book.needing(&Default::default(), 10).unwrap().is_empty(), "put off");
    let empty = review::begin(&mut book).unwrap().value;
    assert!(book.review(empty).unwrap().stops.is_empty());
    drop(book);
    let mut book = days.on("2026-12-01");
    assert_eq!(book.needing(&Default::default(), 10).unwrap().len(), 1, "the day has come");
    deal::lose(&mut book, id, &lost("timing", None)).unwrap();
    assert!(book.needing(&Default::default(), 10).unwrap().is_empty());
}
