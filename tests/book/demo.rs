//! The demonstration book: what it promises to whoever looks around in it.

use keybook::domain::entry::{Entry, EntryKind, Holder};
use keybook::domain::period::Period;
use keybook::domain::plan::{self, Section};
use keybook::domain::strategy::{Cells, Factor, Strategy};
use keybook::domain::track;
use keybook::domain::word::RecordKind;
use keybook::ops::{Problem, demo, history};
use keybook::store::table::evidence::Person;
use keybook::store::view::today::DueKind;
use keybook::store::{Book, Clock, Conflict};
use rstest::rstest;
use serde_json::Value;

use crate::common::day;

/// A Sunday, the first and the last day of a quarter, a leap day.
const DAYS: [&str; 5] = ["2026-11-22", "2026-10-01", "2026-12-31", "2027-04-01", "2028-02-29"];

fn made(today: &str, deals: Option<u64>) -> Book {
    let mut book = Book::in_memory(Clock::fixed(day(today))).unwrap();
    demo::fill(&mut book, deals).unwrap();
    book
}

fn document(book: &Book) -> Value {
    serde_json::from_slice(&bytes(book)).unwrap()
}

fn bytes(book: &Book) -> Vec<u8> {
    let mut bytes = vec![];
    book.dump(&mut bytes).unwrap();
    bytes
}

fn count(document: &Value, table: &str) -> usize {
    document[table].as_array().unwrap_or_else(|| panic!("{table}")).len()
}

fn is_chinese(text: &Value) -> bool {
    text.as_str().unwrap().chars().any(|letter| ('一'..='龥').contains(&letter))
}

#[test]
fn it_is_rich_and_a_third_of_its_clients_are_chinese() {
    let document = document(&made(DAYS[0], None));
    let counts = ["accounts", "contacts", "deals", "quotas", "special_days", "commitments"];
    assert_eq!(counts.map(|table| count(&document, table)), [40, 120, 200, 12, 22, 28]);
    assert!((1000..2000).contains(&count(&document, "activities")));
    assert!(count(&document, "small_orders") > 60);
    assert!(count(&document, "deal_products") > 100);
    assert!(count(&document, "links") > 60 && count(&document, "custom_fields") == 4);
    assert!(count(&document, "observations") > 120 && count(&document, "quadrant_scores") >= 5);
    assert!(count(&document, "covers") > 60 && count(&document, "recollections") > 40);
    assert!(count(&document, "account_roles") > 12);
    for table in ["accounts", "contacts", "deals"] {
        let rows = document[table].as_array().unwrap();
        let chinese = rows.iter().filter(|row| is_chinese(&row["name"])).count();
        assert!(chinese * 10 >= rows.len() * 3 && chinese * 2 < rows.len(), "{table}: {chinese}");
    }
}

#[rstest]
fn its_figures_are_worth_looking_at_on_any_day(#[values(0, 1, 2, 3, 4)] which: usize) {
    let today = DAYS[which];
    let book = made(today, None);
    let view = book.forecast(Period::quarter_of(day(today), 1), None).unwrap();
    let attainment = view.attainment.unwrap().basis_points();
    assert!((5_000..=15_000).contains(&attainment), "{attainment}");
    assert_ne!(view.progress.unwrap().basis_points(), 0);
    let funnel = book.funnel(None, None).unwrap().funnel;
    assert!(funnel.lines.iter().all(|line| line.deals > 4), "every stage is filled");
    assert_eq!((funnel.total.deals, funnel.without_rate.len()), (80, 0));
    let half_a_year_ago = book.today() - chrono::Days::new(182);
    let then = book.funnel(None, Some(half_a_year_ago)).unwrap().funnel;
    assert!(then.total.deals > 15 && then.total != funnel.total, "the past has a funnel of its own");
}

#[rstest]
fn there_is_something_to_do_today(#[values(0, 1, 2, 3, 4)] which: usize) {
    let book = made(DAYS[which], None);
    let due = book.due(7).unwrap();
    for kind in [
        DueKind::NextStep,
        DueKind::Task,
        DueKind::Action,
        DueKind::Milestone,
        DueKind::Receivable,
        DueKind::OurCommitment,
        DueKind::TheirCommitment,
        DueKind::ClosePast,
        DueKind::SpecialDay,
    ] {
        assert!(due.iter().any(|one| one.kind == kind), "{kind:?}");
    }
    assert!(due.iter().filter(|one| one.on < book.today()).count() > 5, "something is overdue");
    let open = document(&book)["deals"].as_array().unwrap().clone();
    let without = open.iter().filter(|deal| deal["status"] == "open" && deal["next_step"].is_null()).count();
    assert!((1..30).contains(&without), "some deals have no next step: {without}");
}

#[test]
fn its_past_lies_on_workdays_of_the_last_years_and_not_in_the_future() {
    let book = made(DAYS[0], None);
    let document = document(&book);
    for event in document["deal_events"].as_array().unwrap() {
        let on = day(event["day"].as_str().unwrap());
        assert!(on <= book.today() && on > book.today() - chrono::Days::new(800), "{on}");
        assert!(chrono::Datelike::weekday(&on).number_from_monday() < 6, "{on}");
    }
    let lost: Vec<&Value> =
        document["deals"].as_array().unwrap().iter().filter(|deal| deal["status"] == "lost").collect();
    assert_eq!(lost.len(), 44);
    assert!(lost.iter().all(|deal| !deal["lost_reason_id"].is_null() && !deal["learned"].is_null()));
    assert!(lost.iter().any(|deal| !deal["competitor"].is_null()));
}

#[rstest]
fn it_has_a_track_record(#[values(0, 1, 2, 3, 4)] which: usize) {
    let today = day(DAYS[which]);
    let book = made(DAYS[which], None);
    let held = book.track_record(today - chrono::Days::new(365), today, None, None).unwrap();
    assert_eq!(held.len(), 26);
    assert!(held.iter().all(|one| one.submission.day < today));
    let without = held.iter().filter(|one| one.submission.quota.is_none()).count();
    assert!(without <= 1, "in the first week of January the year's quotas are not set yet");
    let told = held.iter().filter_map(|one| track::accuracy(one.submitted?, one.sold?));
    let near: Vec<i128> = told.map(|accuracy| accuracy.basis_points()).collect();
    assert!(near.len() > 10, "a quarter is over");
    assert!(near.iter().sum::<i128>() / near.len() as i128 > 6_000, "{near:?}");
    let review = book.last_review_before(today).unwrap().unwrap();
    let week = book.bridge(None, review.day, today).unwrap();
    assert!(week.bridge.adds_up() && !week.deals.is_empty());
}

#[test]
fn all_four_quadrants_live_in_it_and_oneself_is_scored() {
    let book = made(DAYS[0], None);
    let mut rooms = std::collections::BTreeMap::new();
    for contact in document(&book)["contacts"].as_array().unwrap() {
        let id = contact["id"].as_str().unwrap().parse().unwrap();
        for room in book.profile(Person::Contact(id), book.today()).unwrap().dominant() {
            *rooms.entry(room).or_insert(0) += 1;
        }
    }
    assert!(rooms.len() == 4 && rooms.values().all(|people| *people >= 8), "{rooms:?}");
    let me = book.me().unwrap().unwrap();
    assert!(book.profile(Person::Colleague(me.id), book.today()).unwrap().scores.is_some());
}

#[test]
fn undo_does_not_take_the_demonstration_away() {
    let mut book = made(DAYS[0], None);
    assert!(history::list(&book, None, 10).unwrap().is_empty());
    assert!(matches!(history::undo(&mut book, None), Err(Problem::Undo(Conflict::Nothing))));
}

#[rstest]
#[case(None)]
#[case(Some(45))]
fn the_same_day_and_size_make_the_same_book(#[case] deals: Option<u64>) {
    let (one, other) = (bytes(&made(DAYS[0], deals)), bytes(&made(DAYS[0], deals)));
    assert!(one == other, "the same bytes");
    assert!(one != bytes(&made(DAYS[4], deals)), "another day sees it otherwise");
}

#[test]
fn a_size_is_that_many_deals_with_what_belongs_to_them() {
    let book = made(DAYS[0], Some(45));
    let document = document(&book);
    let tables = ["deals", "accounts", "contacts", "activities", "deal_events"];
    assert_eq!(tables.map(|table| count(&document, table)), [45, 3, 9, 225, 180]);
    let events = document["deal_events"].as_array().unwrap();
    for deal in document["deals"].as_array().unwrap() {
        let last = events.iter().rfind(|event| event["deal_id"] == deal["id"]).unwrap();
        for field in ["status", "stage_id", "amount", "close_on", "closed_on"] {
            assert_eq!(deal[field], last[field], "the deal is as its last event left it: {field}");
        }
    }
    assert_eq!(count(&self::document(&made(DAYS[0], Some(0))), "deals"), 0);
}

/// The Chinese, the German and the American one: with nothing left to fill in, and each another strategy.
#[rstest]
fn three_clients_have_full_plans_that_lead_to_different_strategies(#[values(0, 1, 2, 3, 4)] which: usize) {
    let book = made(DAYS[which], None);
    let mut strategies = vec![];
    for name in ["华岭重工集团有限公司", "Nordwall Maschinenbau GmbH", "Harbor & Pine Steelworks Inc."]
    {
        let account = book.named(name, &[RecordKind::Account]).unwrap()[0].id;
        let content = book.plan_content(account).unwrap();
        let unfilled: Vec<Section> = plan::sections(&content)
            .into_iter()
            .filter(|state| !state.filled)
            .map(|state| state.section)
            .collect();
        assert_eq!(unfilled, [], "{name}");
        strategies.push(Cells::of(content.of(EntryKind::Factor).filter_map(Factor::of)).strategies());
        let overdue = |one: &&Entry| one.get("done").is_none() && one.day("due") < Some(book.today());
        assert!(content.of(EntryKind::Action).any(|one| overdue(&one)), "{name}: an action is late");
        assert!(content.of(EntryKind::Action).any(|one| one.get("done").is_some()), "{name}: one is done");
        let levels: std::collections::BTreeSet<i64> =
            content.of(EntryKind::Intelligence).filter_map(|note| note.number("level")).collect();
        assert_eq!(levels.into_iter().collect::<Vec<_>>(), [1, 2, 3, 4], "{name}");
    }
    assert_eq!(
        strategies,
        [vec![Strategy::GoCarefully], vec![Strategy::Persevere], vec![Strategy::SellOnSkill]]
    );
}

#[test]
fn in_some_deals_needs_are_kept_and_what_was_skipped_is_seen() {
    let book = made(DAYS[0], None);
    let deal = book.named("Mill 1 upgrade", &[RecordKind::Deal]).unwrap()[0].id;
    let of = |kind| book.entries(kind, Holder::Deal(deal)).unwrap();
    assert!(of(EntryKind::Need).iter().any(|need| need.refers_to("became").is_some()));
    let flagged = |fab: &&Entry| fab.get("benefit").is_some() && fab.refers_to("answers").is_none();
    assert_eq!(of(EntryKind::Fab).iter().filter(flagged).count(), 1, "a benefit without a need");
    let skipped = |sign: &&Entry| sign.get("seen").is_none() && sign.get("skipped").is_some();
    assert_eq!(of(EntryKind::ExitSign).iter().filter(skipped).count(), 1);
    let due = book.due(0).unwrap();
    let unpaid = due.iter().filter(|one| one.kind == DueKind::Receivable && one.on < book.today());
    assert!(unpaid.count() > 0, "an instalment is overdue");
}
