//! Cells changed where they stand.

use rstest::rstest;

use super::{chosen, open};
use crate::i18n::Lang;
use crate::tui::testkit::has;

#[test]
fn an_amount_is_changed_where_it_stands_and_taken_back_by_one_undo() {
    let mut interface = open(Lang::En, "5 right right right right right E");
    has(&interface, "Amount");
    interface.press("ctrl-u");
    interface.type_text("123k");
    interface.press("enter");
    assert!(chosen(&interface.screen()).contains("123,000"), "{}", interface.screen());
    interface.press("u");
    assert!(!chosen(&interface.screen()).contains("123,000"), "{}", interface.screen());
}

#[test]
fn a_cell_is_checked_as_its_form_is_and_left_with_esc() {
    let mut interface = open(Lang::En, "5 right E ctrl-u enter");
    has(&interface, "needed");
    interface.press("esc");
    let before = chosen(&open(Lang::En, "5").screen()).to_owned();
    assert_eq!(chosen(&interface.screen()), before);
}

#[test]
fn the_next_step_and_its_day_are_one_cell() {
    let mut interface = super::Interface::open(super::sample(), Lang::En, 160, 40);
    interface.press("5 left E");
    has(&interface, "Next step");
    interface.press("ctrl-u");
    interface.type_text("send the drawings");
    interface.press("ctrl-s");
    has(&interface, "send the drawings");
    assert!(chosen(&interface.screen()).contains("! 19 Nov"), "its day stays: {}", interface.screen());
}

#[test]
fn marked_records_all_get_what_is_told() {
    let mut interface = open(Lang::En, "3 v v right right E");
    has(&interface, "2 accounts");
    interface.press("esc left E");
    has(&interface, "one record at a time");
}

#[test]
fn what_is_reckoned_is_not_typed() {
    let mut interface = open(Lang::En, "3 right right right right right right E");
    has(&interface, "follows from other things");
    interface.press("esc");
    assert!(!interface.screen().contains("follows from other things"), "{}", interface.screen());
}

#[rstest]
fn a_cell_being_changed(#[values("en", "zh")] lang: &str) {
    let mut interface = open(lang.parse().unwrap(), "5 j j right right right E");
    insta::assert_snapshot!(format!("cell_{lang}"), interface.screen());
    interface.press("esc G E");
    insta::assert_snapshot!(format!("cell_low_{lang}"), interface.screen());
}
