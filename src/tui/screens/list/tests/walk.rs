//! The lines of a detail, walked.

use rstest::rstest;

use super::chosen;
use crate::domain::word::ActivityKind;
use crate::domain::word::{Calendar, RecordKind};
use crate::i18n::Lang;
use crate::ops::activity::{self, ActivityInput};
use crate::ops::commitment::{self, CommitmentInput};
use crate::ops::special_day::{self, SpecialDayInput};
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::sample;

/// The line of the detail at which one stands.
fn walked(screen: &str) -> &str {
    let mut marked = screen.lines().filter_map(|line| line.split_once("│").map(|(_, detail)| detail));
    marked.find(|line| line.trim_start().starts_with('›')).unwrap_or_else(|| panic!("{screen}"))
}

#[rstest]
fn the_lines_of_a_detail_are_walked(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press("3 tab down down down");
    insta::assert_snapshot!(format!("walked_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn from_an_account_along_the_lines_to_a_person_and_back_to_the_line() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("3 tab down");
    let before = interface.screen();
    assert!(walked(&before).contains("Tom Becker"), "{before}");
    interface.press("enter");
    let name = |screen: &str| screen.lines().nth(1).unwrap_or_default().to_owned();
    assert!(name(&interface.screen()).contains("Tom Becker"), "{}", interface.screen());
    interface.press("-");
    assert_eq!(interface.screen(), before);
    interface.press("+");
    assert!(name(&interface.screen()).contains("Tom Becker"), "{}", interface.screen());
}

#[test]
fn a_deal_on_a_line_of_its_account_takes_the_daily_keys() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("3 tab down down");
    assert!(walked(&interface.screen()).contains("Packaging line"), "{}", interface.screen());
    interface.press("<");
    let after = interface.screen();
    assert!(walked(&after).contains("Packaging line") && walked(&after).contains("Comparison"), "{after}");
    assert!(chosen(&after).contains("Acme Foods"), "{after}");
    interface.press("X");
    assert!(!interface.screen().contains("Packaging line  "), "{}", interface.screen());
    interface.press("u shift-tab j");
    assert!(chosen(&interface.screen()).contains("Borealis"), "{}", interface.screen());
}

#[test]
fn a_new_deal_from_a_persons_line_has_the_person_in_it() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("3 tab a d").type_text("Second line").press("ctrl-s");
    let deal = interface.screen();
    assert!(chosen(&deal).contains("Second line"), "{deal}");
    assert!(deal.contains("Account          Acme Foods"), "{deal}");
    assert!(deal.contains("Jane Miller"), "{deal}");
}

#[test]
fn a_link_is_hung_on_a_record_shown_changed_and_taken_off() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("3 a k").type_text("offer.pdf").press("enter").type_text("offer of May").press("enter");
    let shown = interface.screen();
    assert!(shown.contains("offer of May") && shown.contains("offer.pdf"), "{shown}");
    interface.press("tab end up e tab").type_text("contract").press("ctrl-s");
    assert!(walked(&interface.screen()).contains("contract"), "{}", interface.screen());
    interface.press("X");
    assert!(!interface.screen().contains("offer.pdf"), "{}", interface.screen());
}

/// Jane Miller's detail, with a promise, a birthday and a visit on its lines; the lines are walked.
fn jane() -> Interface {
    let mut sample = sample();
    let book = &mut sample.book;
    let jane = book.named("Jane Miller", &[RecordKind::Contact]).unwrap()[0].id;
    let promise = CommitmentInput {
        contact: Some(jane),
        due_on: "2026-11-30".parse().ok(),
        ..CommitmentInput::ours("drawings of the new line")
    };
    commitment::add(book, &promise).unwrap();
    let birthday = SpecialDayInput {
        account: None,
        contact: Some(jane),
        kind: "birthday".into(),
        label: None,
        calendar: Calendar::Solar,
        year: None,
        month: 3,
        day: 24,
        notice_days: None,
    };
    special_day::add(book, &birthday).unwrap();
    let visit = ActivityInput {
        contacts: vec![jane],
        on: "2026-11-20".parse().ok(),
        ..ActivityInput::new(ActivityKind::Visit, "saw the old line")
    };
    activity::log(book, &visit).unwrap();
    let mut interface = Interface::open(sample, Lang::En, 120, 40);
    interface.press("4 / J a n e enter tab");
    interface
}

/// Jane Miller's detail with one of its lines chosen.
fn at(words: &str) -> Interface {
    let mut interface = jane();
    for _ in 0..10 {
        if walked(&interface.screen()).contains(words) {
            return interface;
        }
        interface.press("down");
    }
    panic!("no line about {words}:\n{}", interface.screen());
}

#[rstest]
#[case("drawings", "Edit the commitment")]
#[case("birthday", "Edit the special day")]
fn promises_and_special_days_open_their_form(#[case] line: &str, #[case] form: &str) {
    for key in ["enter", "e"] {
        let mut interface = at(line);
        interface.press(key);
        assert!(interface.screen().contains(form), "{key}:\n{}", interface.screen());
    }
}

#[test]
fn an_activity_on_a_line_leads_to_the_log() {
    let mut interface = at("saw the old line");
    let before = interface.screen();
    interface.press("enter");
    let log = interface.screen();
    assert!(log.contains("All activities") && chosen(&log).contains("saw the old line"), "{log}");
    interface.press("-");
    assert_eq!(interface.screen(), before);
}

#[rstest]
fn a_line_is_deleted_and_comes_back(#[values("drawings", "birthday", "saw the old line")] line: &str) {
    let mut interface = at(line);
    let detail =
        |screen: &str| screen.lines().filter_map(|row| row.split_once('│')).any(|(_, of)| of.contains(line));
    interface.press("X");
    assert!(!detail(&interface.screen()), "{}", interface.screen());
    interface.press("u");
    assert!(detail(&interface.screen()), "{}", interface.screen());
}

#[rstest]
fn a_promise_made_at_a_line_is_to_the_same_person(
    #[values("drawings", "birthday", "saw the old line")] line: &str,
) {
    let mut interface = at(line);
    interface.press("t").type_text("a second offer").press("ctrl-s");
    let screen = interface.screen();
    assert!(screen.contains("We: a second offer"), "{screen}");
}

#[test]
fn what_is_done_to_a_client_is_not_offered_at_such_a_line() {
    let mut interface = at("drawings");
    interface.press("c");
    assert!(interface.screen().contains("Not possible just now"), "{}", interface.screen());
}
