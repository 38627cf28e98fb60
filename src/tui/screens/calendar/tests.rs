//! The calendar as a person sees it.

use chrono::NaiveDate;
use rstest::rstest;

use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::{ActivityKind, Calendar, RecordKind};
use crate::domain::zone::{parse_time, parse_zone};
use crate::i18n::Lang;
use crate::ops::activity::{self, ActivityInput};
use crate::ops::entry::{self, EntryInput};
use crate::ops::special_day::{self, SpecialDayInput};
use crate::store::Book;
use crate::tui::testkit::sample::{Sample, fresh, sample};
use crate::tui::testkit::{Interface, has};

fn account(book: &Book, name: &str) -> Id {
    book.named(name, &[RecordKind::Account]).unwrap()[0].id
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn meet(book: &mut Book, with: &str, on: &str, at: &str, zone: Option<&str>, text: &str) {
    let input = ActivityInput {
        account: Some(account(book, with)),
        on: Some(day(on)),
        at: parse_time(at),
        zone: zone.and_then(parse_zone),
        minutes: Some(60),
        ..ActivityInput::new(ActivityKind::Meeting, text)
    };
    activity::log(book, &input).unwrap();
}

/// The sample with meetings here and far away, a birthday, an instalment, a task. The clock is Greenwich's.
fn busy() -> Sample {
    let mut sample = sample();
    let book = &mut sample.book;
    meet(book, "Acme Foods", "2026-11-24", "10:30", None, "Line tour with operations");
    meet(book, "华锐科技", "2026-11-25", "09:00", Some("Asia/Shanghai"), "方案汇报");
    meet(book, "Borealis", "2026-11-17", "14:00", Some("Europe/Oslo"), "Pilot line, questions");
    let task = ActivityInput {
        account: Some(account(book, "Acme Foods")),
        due_on: Some(day("2026-11-24")),
        ..ActivityInput::new(ActivityKind::Task, "Book the test bench")
    };
    activity::log(book, &task).unwrap();
    let birthday = SpecialDayInput {
        account: Some(account(book, "Nordwind")),
        contact: None,
        kind: "anniversary".to_owned(),
        label: Some("Founding day".to_owned()),
        calendar: Calendar::Solar,
        year: None,
        month: 11,
        day: 22,
        notice_days: None,
    };
    special_day::add(book, &birthday).unwrap();
    let deal = book.named("Warehouse scanners", &[RecordKind::Deal]).unwrap()[0].id;
    let part = EntryInput::default()
        .with("text", Value::Text("Second instalment".to_owned()))
        .with("amount", Value::Money(Money::new(1_200_000, Currency::EUR)))
        .with("due", Value::Day(day("2026-11-20")));
    entry::add(book, EntryKind::Receivable, Holder::Deal(deal), &part).unwrap();
    sample
}

fn open(lang: Lang, width: u16, height: u16) -> Interface {
    let mut interface = Interface::open(busy(), lang, width, height);
    interface.press("g C");
    interface
}

#[track_caller]
#[rstest]
fn a_week(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40), (60, 16))] size: (u16, u16)) {
    let interface = open(lang.parse().unwrap(), size.0, size.1);
    insta::assert_snapshot!(format!("week_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[rstest]
fn a_month(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40), (60, 16))] size: (u16, u16)) {
    let mut interface = open(lang.parse().unwrap(), size.0, size.1);
    interface.press("v");
    insta::assert_snapshot!(format!("month_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn the_next_week_has_meetings_on_the_clock_here_with_the_one_there_beside_it() {
    let mut interface = open(Lang::En, 120, 40);
    has(&interface, "13:00");
    has(&interface, "14:00 in Oslo");
    interface.press("p");
    has(&interface, "Mon 23 Nov 2026 – Sun 29 Nov 2026");
    has(&interface, "10:30 meeting");
    // Nine in Shanghai is one in the morning in Greenwich.
    has(&interface, "01:00 meeting");
    has(&interface, "09:00 in Shanghai");
    interface.press("0");
    has(&interface, "Mon 16 Nov 2026");
}

#[test]
fn what_stands_on_a_day_is_moved_and_the_cursor_goes_with_it() {
    let mut interface = open(Lang::En, 120, 40);
    interface.press("f ctrl-u").type_text("2026-11-24").press("enter");
    has(&interface, "› 10:30");
    interface.press(">");
    let moved = interface.screen();
    let line = |screen: &str, words: &str| screen.lines().position(|line| line.contains(words)).unwrap();
    assert!(line(&moved, "Wed 25 Nov") < line(&moved, "› 10:30"), "{moved}");
    interface.press(")");
    has(&interface, "Mon 30 Nov 2026");
    has(&interface, "› 10:30");
    interface.press("u u p");
    interface.press("P P p f ctrl-u").type_text("2026-11-24").press("enter");
    has(&interface, "› 10:30");
    interface.press("d").type_text("2 dec").press("enter p");
    has(&interface, "10:30");
}

#[test]
fn a_meeting_far_away_moves_by_its_own_day() {
    let mut interface = open(Lang::En, 120, 40);
    interface.press("f ctrl-u").type_text("2026-11-25").press("enter >");
    let book = Book::open(&interface.book_path(), crate::store::Clock::fixed(day("2026-11-21"))).unwrap();
    let items = book.calendar(day("2026-11-26"), day("2026-11-26")).unwrap();
    let meeting = items.iter().find(|item| item.text == "方案汇报").unwrap();
    assert_eq!(meeting.begins.unwrap().there.unwrap().0.to_string(), "2026-11-26 09:00:00");
}

#[test]
fn a_special_day_cannot_be_moved_and_is_greeted() {
    let mut interface = open(Lang::En, 80, 24);
    interface.press("f ctrl-u").type_text("2026-11-22").press("enter");
    has(&interface, "› ");
    // The next step of that day comes before it.
    interface.press("tab >");
    has(&interface, "Not possible just now");
    interface.press("x");
    has(&interface, "u takes it back");
}

#[test]
fn a_meeting_is_added_on_the_chosen_day() {
    let mut interface = open(Lang::En, 120, 40);
    interface.press("f ctrl-u").type_text("2026-11-26").press("enter i 1");
    has(&interface, "2026-11-26");
    interface.press("tab tab").type_text("Handover").press("ctrl-s");
    has(&interface, "Handover");
    interface.press("i 2").type_text("Print the plan").press("ctrl-s");
    has(&interface, "Print the plan");
}

#[test]
fn a_wrong_time_or_zone_is_said_beside_its_field() {
    let mut interface = open(Lang::En, 120, 40);
    interface.press("i 1").press("tab tab").type_text("Handover").press("tab tab tab").type_text("25:00");
    interface.press("ctrl-s");
    has(&interface, "not a time of day");
}

#[test]
fn enter_opens_what_a_line_is_about() {
    let mut interface = open(Lang::En, 120, 40);
    interface.press("p j");
    interface.press("f ctrl-u").type_text("2026-11-24").press("enter enter");
    has(&interface, "Overview");
    has(&interface, "Acme Foods");
    interface.press("-");
    has(&interface, "› 10:30");
}

#[test]
fn in_a_month_one_goes_by_days_and_weeks_and_through_the_lines_of_a_day() {
    let mut interface = open(Lang::En, 120, 40);
    interface.press("v");
    has(&interface, "Sat 21 Nov 2026 ─");
    interface.press("l l l");
    has(&interface, "Tue 24 Nov 2026 ─");
    interface.press("tab tab");
    has(&interface, "›       task");
    interface.press("down");
    has(&interface, "Tue 1 Dec 2026 ─");
    interface.press("p");
    has(&interface, "Jan 2027");
}

#[test]
fn a_fresh_book_has_empty_days() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    interface.press("esc g C");
    has(&interface, "Nothing stands on these days.");
}
