//! The log of activities.

use rstest::rstest;

use super::{chosen, open};
use crate::i18n::Lang;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::sample;

#[rstest]
fn the_log(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press("7");
    insta::assert_snapshot!(format!("log_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn the_log_is_filtered_and_leads_to_the_records_of_an_activity() {
    let mut interface = open(Lang::En, "7 /");
    interface.type_text("kind:call").press("enter");
    let calls = interface.screen();
    assert!(calls.contains("kind:call") && !calls.contains("visit"), "{calls}");
    interface.press("esc g a");
    assert!(interface.screen().contains("3 Accounts"), "{}", interface.screen());
}

#[test]
fn from_a_record_to_its_activities_and_back() {
    let mut interface = open(Lang::En, "3 g h");
    let log = interface.screen();
    assert!(log.contains("Acme Foods: Log"), "{log}");
    interface.press("-");
    assert!(interface.screen().contains("All accounts"), "{}", interface.screen());
    interface.press("7");
    assert!(interface.screen().contains("All activities"), "{}", interface.screen());
}

#[test]
fn an_activity_is_edited_deleted_and_had_back() {
    let mut interface = open(Lang::En, "7 e");
    assert!(interface.screen().contains("Edit the activity"), "{}", interface.screen());
    interface.press("esc");
    let before = interface.screen();
    let first = chosen(&before).to_owned();
    interface.press("X");
    assert!(!interface.screen().contains(first.trim()), "{}", interface.screen());
    interface.press("u");
    assert_eq!(chosen(&interface.screen()), first);
}

#[test]
fn a_promise_made_in_the_log_is_about_what_the_activity_was_about() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("7 / c o n t r a c t enter t").type_text("the signed contract").press("ctrl-s g a");
    let screen = interface.screen();
    assert!(chosen(&screen).contains("Acme Foods"), "{screen}");
    assert!(screen.contains("We: the signed contract"), "{screen}");
}

#[test]
fn what_is_done_to_clients_and_to_many_is_not_offered_for_activities() {
    let mut interface = open(Lang::En, "7 c");
    assert!(interface.screen().contains("Not possible just now"), "{}", interface.screen());
    interface.press("v");
    assert!(!interface.screen().contains("marked"), "{}", interface.screen());
}

#[test]
fn all_that_was_said_stands_in_the_detail() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("4 j C");
    interface
        .type_text("visit: the plant manager wants a trial on line 4 before the budget round closes")
        .press("enter 7");
    let screen = interface.screen();
    assert!(screen.contains("before the"), "{screen}");
    assert!(screen.contains("round closes"), "{screen}");
}
