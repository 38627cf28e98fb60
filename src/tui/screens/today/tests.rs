//! What is due, as a person sees it.

use chrono::{Days, NaiveDate};
use rstest::rstest;

use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::{ActivityKind, Calendar, RecordKind, Side};
use crate::i18n::Lang;
use crate::ops::activity::{self, ActivityInput};
use crate::ops::commitment::{self, CommitmentInput};
use crate::ops::entry::{self, EntryInput};
use crate::ops::special_day::{self, SpecialDayInput};
use crate::store::Book;
use crate::tui::testkit::sample::{Sample, TODAY, fresh, sample};
use crate::tui::testkit::{Interface, has, styled};

#[rstest]
#[case("en", 80, 24)]
#[case("en", 120, 40)]
#[case("zh", 80, 24)]
#[case("zh", 120, 40)]
#[case("en", 60, 16)]
fn the_day(#[case] lang: &str, #[case] width: u16, #[case] height: u16) {
    let interface = Interface::open(sample(), lang.parse().unwrap(), width, height);
    insta::assert_snapshot!(format!("today_{lang}_{width}x{height}"), interface.screen());
}

#[test]
fn the_day_with_its_styles() {
    let interface = Interface::open(sample(), Lang::En, 80, 24);
    insta::assert_snapshot!(styled(&interface.frame().0));
}

#[test]
fn enter_goes_to_the_record_and_there_is_a_way_back() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("j j enter");
    let there = interface.screen();
    assert!(there.contains("D-12 Cold chain monitoring") && there.contains("Overview"), "{there}");
    interface.press("-");
    assert!(interface.screen().contains("Overdue"), "{}", interface.screen());
    interface.press("+");
    assert!(interface.screen().contains("D-12 Cold chain monitoring"), "{}", interface.screen());
}

#[test]
fn an_empty_book_begins_at_the_funnel_and_the_day_says_how_to_begin() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    interface.press("esc");
    assert!(interface.screen().contains("Your funnel is empty."), "{}", interface.screen());
    interface.press("1");
    assert!(interface.screen().contains("There is nothing in this book yet."), "{}", interface.screen());
}

/// The sample with something of every kind due beside its next steps and close dates.
fn busy() -> Sample {
    let mut sample = sample();
    let book = &mut sample.book;
    let named = |book: &Book, words: &str, kind| book.named(words, &[kind]).unwrap()[0].id;
    let jane = named(book, "Jane Miller", RecordKind::Contact);
    let chen = named(book, "陈建国", RecordKind::Contact);
    let acme = named(book, "Acme Foods", RecordKind::Account);
    let day = |text: &str| text.parse().ok();
    let ours = CommitmentInput {
        contact: Some(jane),
        due_on: day("2026-11-19"),
        ..CommitmentInput::ours("drawings of the new line")
    };
    commitment::add(book, &ours).unwrap();
    let theirs = CommitmentInput {
        contact: Some(chen),
        promised_by: Side::Them,
        due_on: day("2026-11-21"),
        ..CommitmentInput::ours("预算批复")
    };
    commitment::add(book, &theirs).unwrap();
    let task = ActivityInput {
        account: Some(acme),
        due_on: day("2026-11-21"),
        ..ActivityInput::new(ActivityKind::Task, "send the catalogue")
    };
    activity::log(book, &task).unwrap();
    let deal = named(book, "Cold chain", RecordKind::Deal);
    plan(book, deal, acme);
    // The fourteenth of the tenth lunar month is the twenty-second of November.
    for (contact, calendar, month, of_month) in
        [(jane, Calendar::Solar, 11, 24), (chen, Calendar::Lunar, 10, 14)]
    {
        let birthday = SpecialDayInput {
            account: None,
            contact: Some(contact),
            kind: "birthday".into(),
            label: None,
            calendar,
            year: None,
            month,
            day: of_month,
            notice_days: None,
        };
        special_day::add(book, &birthday).unwrap();
    }
    let call = ActivityInput {
        contacts: vec![chen],
        on: day("2026-11-04"),
        ..ActivityInput::new(ActivityKind::Call, "asked for the specification")
    };
    activity::log(book, &call).unwrap();
    sample
}

/// An action, a milestone without words of its own and an instalment.
fn plan(book: &mut Book, deal: Id, account: Id) {
    let on = |text: &str| EntryInput::default().with("due", text.parse::<NaiveDate>().unwrap());
    let action = on("2026-11-20").with("text", "win the plant manager over");
    entry::add(book, EntryKind::Action, Holder::Account(account), &action).unwrap();
    let milestone = on("2026-11-21").with("kind", "survey_result");
    entry::add(book, EntryKind::Milestone, Holder::Deal(deal), &milestone).unwrap();
    let payment = on("2026-11-23").with("text", "first instalment");
    let payment = payment.with("amount", Value::Money(Money::new(4_000_000, Currency::EUR)));
    entry::add(book, EntryKind::Receivable, Holder::Deal(deal), &payment).unwrap();
}

/// The day with the line chosen that holds some words.
fn at(words: &str) -> Interface {
    let mut interface = Interface::open(busy(), Lang::En, 100, 40);
    interface.press("home");
    for _ in 0..30 {
        if chosen(&interface).contains(words) {
            return interface;
        }
        interface.press("j");
    }
    panic!("{words}:\n{}", interface.screen());
}

fn chosen(interface: &Interface) -> String {
    let screen = interface.screen();
    screen.lines().find(|line| line.trim_start().starts_with('›')).unwrap_or_default().to_owned()
}

#[rstest]
fn a_busy_day(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(busy(), lang.parse().unwrap(), size.0, size.1);
    insta::assert_snapshot!(format!("busy_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("z enter j z enter Z");
    insta::assert_snapshot!(format!("put_off_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[rstest]
#[case("drawings", "x", "Commitment kept: drawings of the new line. u takes it back.")]
#[case("drawings", "b", "Commitment broken: drawings of the new line. u takes it back.")]
#[case("预算批复", "x", "Commitment kept: 预算批复. u takes it back.")]
#[case("catalogue", "x", "Task done: send the catalogue. u takes it back.")]
#[case("win the plant", "x", "Action done: win the plant manager over. u takes it back.")]
#[case("milestone", "x", "Milestone reached: Accept the survey's result. u takes it back.")]
#[case("payment due", "x", "Paid: first instalment. u takes it back.")]
#[case("special day", "x", "Greeted: birthday (陈建国). u takes it back.")]
#[case("gone quiet", "x", "Log: message (陈建国). u takes it back.")]
fn one_key_settles_a_line_and_one_brings_it_back(#[case] words: &str, #[case] key: &str, #[case] said: &str) {
    let mut interface = at(words);
    let line = chosen(&interface);
    interface.press(key);
    has(&interface, said);
    let shown = line.trim_start_matches([' ', '›']);
    assert!(!interface.screen().contains(shown), "{}", interface.screen());
    interface.press("u");
    has(&interface, "Undone");
    has(&interface, shown);
}

#[test]
fn a_step_that_is_done_asks_for_the_next_one() {
    let mut interface = at("call Jane");
    interface.press("x");
    has(&interface, "Next step done: call Jane");
    has(&interface, "╭─ Next step ─");
    interface.type_text("visit the plant").press("enter").type_text("+3d").press("enter");
    has(&interface, "visit the plant");
    assert!(!interface.screen().contains("call Jane"), "{}", interface.screen());
    let mut interface = at("call Jane");
    interface.press("x esc");
    assert!(!interface.screen().contains("call Jane"), "{}", interface.screen());
}

#[test]
fn a_deal_past_its_date_gets_another() {
    let mut interface = at("Energy monitoring");
    interface.press("x").type_text("eoy").press("enter");
    assert!(!interface.screen().contains("past close date  Energy monitoring"), "{}", interface.screen());
}

#[test]
fn what_is_put_off_is_counted_at_the_foot_and_shown_on_demand() {
    let mut interface = at("call Jane");
    interface.press("z").type_text("next monday").press("enter");
    has(&interface, "Put off until 23 Nov 2026: call Jane");
    has(&interface, "1 put off  Z shows them");
    assert!(!interface.screen().contains("call Jane  "), "{}", interface.screen());
    interface.press("Z");
    has(&interface, "z 23 Nov      next step");
    has(&interface, "Z hides them");
    while !chosen(&interface).contains("call Jane") {
        interface.press("k");
    }
    interface.press("z");
    has(&interface, "No longer put off: call Jane");
    has(&interface, "! 18 Nov      next step        call Jane");
    assert!(!interface.screen().contains("hides them"), "nothing is put off any more");
}

#[test]
fn nothing_is_put_off_to_a_day_that_has_been() {
    let mut interface = at("call Jane");
    interface.press("z").type_text("yesterday").press("enter");
    has(&interface, "! Only a day to come puts it off.");
    interface.press("ctrl-u").type_text("+1w").press("enter");
    has(&interface, "1 put off");
}

#[test]
fn a_line_that_is_a_promise_itself_is_edited_and_deleted_itself() {
    let mut interface = at("drawings");
    interface.press("e");
    has(&interface, "Edit the commitment");
    interface.type_text("all drawings").press("ctrl-s");
    has(&interface, "Done: Edit the commitment: all drawings");
    interface.press("X");
    has(&interface, "Delete the commitment: all drawings. u brings it back.");
    interface.press("u");
    has(&interface, "all drawings");
}

#[test]
fn a_long_day_is_read_as_it_comes_into_view() {
    let mut sample = sample();
    let account = sample.book.named("Acme Foods", &[RecordKind::Account]).unwrap()[0].id;
    for n in 0..900 {
        let task = ActivityInput {
            account: Some(account),
            due_on: TODAY.checked_sub_days(Days::new(1000 - n)),
            ..ActivityInput::new(ActivityKind::Task, format!("task {n}."))
        };
        activity::log(&mut sample.book, &task).unwrap();
    }
    let mut interface = Interface::open(sample, Lang::En, 80, 24);
    has(&interface, "Overdue  905");
    has(&interface, "task 0.");
    interface.press("end");
    has(&interface, "Packaging line");
    interface.press("home");
    has(&interface, "task 0.");
    for _ in 0..25 {
        interface.press("pagedown");
    }
    let line = chosen(&interface);
    assert!(line.contains("task "), "{line}");
    let number = |line: &str| -> u32 {
        line.split("task ").last().unwrap().split('.').next().unwrap().parse().unwrap()
    };
    interface.press("x");
    assert_eq!(number(&chosen(&interface)), number(&line) + 1, "the next one is at hand");
    interface.press("u k");
    assert_eq!(chosen(&interface).split_whitespace().last(), line.split_whitespace().last());
}
