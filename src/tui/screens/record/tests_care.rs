//! The relationship with an account and its care as a person sees and tells them.

use rstest::rstest;

use crate::domain::entry::{EntryKind, Holder};
use crate::domain::health::Danger;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::store::{Book, Clock};
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::care::cared;

/// Keys that lead to the account.
const ACCOUNT: &str = "3 / a c m e enter enter";

fn open(keys: &str) -> Interface {
    let mut interface = Interface::open(cared(), Lang::En, 120, 40);
    interface.press(ACCOUNT).press(keys);
    interface
}

/// The entries of a kind on the account, as they are kept.
fn kept(interface: &Interface, kind: EntryKind) -> Vec<crate::domain::entry::Entry> {
    let clock = Clock::fixed("2026-11-21".parse().unwrap());
    let book = Book::open(&interface.book_path(), clock).unwrap();
    let account = book.named("Acme Foods", &[RecordKind::Account]).unwrap()[0].id;
    book.entries(kind, Holder::Account(account)).unwrap()
}

#[rstest]
fn both_sides(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(cared(), lang.parse().unwrap(), size.0, size.1);
    interface.press(ACCOUNT);
    for (keys, name) in [(", e", "relationship"), (", m", "care")] {
        interface.press(keys);
        insta::assert_snapshot!(format!("{name}_{lang}_{}x{}", size.0, size.1), interface.screen());
    }
}

#[test]
fn the_level_that_the_signs_propose_is_decided_in_a_form_that_says_it_already() {
    let mut interface = open(", e");
    assert!(interface.screen().contains("The signs propose: Partner"), "{}", interface.screen());
    interface.press("enter");
    assert!(interface.screen().contains("Add: level of the relationship"), "{}", interface.screen());
    interface.press("ctrl-s");
    let levels = kept(&interface, EntryKind::Level);
    assert_eq!(levels.last().unwrap().text("level"), Some("partner"));
    assert!(!interface.screen().contains("The signs propose"), "{}", interface.screen());
}

#[test]
fn an_item_of_the_checklist_goes_from_unknown_to_there_to_lacking_and_back() {
    let mut interface = open(", e end");
    for wanted in [Some(true), Some(false), None] {
        interface.press("x");
        assert_eq!(kept(&interface, EntryKind::Growth)[0].flag("presence"), wanted);
    }
}

#[test]
fn a_sign_asks_for_its_own_answer() {
    let mut interface = open(", e");
    while !interface.screen().contains("› Competitors") {
        interface.press("down");
    }
    interface.press("enter");
    let form = interface.screen();
    assert!(form.contains("Who else supplies") && !form.contains("How prices are made"), "{form}");
}

#[test]
fn a_danger_leads_to_what_mends_it() {
    let mut interface = open(", m");
    let screen = interface.screen();
    assert!(screen.contains("A complaint from 2026-11-17 has no answer"), "{screen}");
    interface.press("enter").type_text("today").press("ctrl-s");
    let answered = kept(&interface, EntryKind::Complaint)[1].day("answered");
    assert_eq!(answered, Some("2026-11-21".parse().unwrap()));
    assert!(!interface.screen().contains("has no answer"), "{}", interface.screen());
}

#[test]
fn a_complaint_is_ticked_off_where_it_stands() {
    let mut interface = open(", m");
    while !interface.screen().contains("› Spare parts were late again") {
        interface.press("down");
    }
    interface.press("x");
    assert!(kept(&interface, EntryKind::Complaint)[1].day("answered").is_some());
}

/// What an open complaint weighs, as it is kept.
fn weight_of_a_complaint(interface: &Interface) -> u32 {
    let clock = Clock::fixed("2026-11-21".parse().unwrap());
    let book = Book::open(&interface.book_path(), clock).unwrap();
    book.settings().unwrap().health.of(Danger::ComplaintOpen)
}

#[rstest]
#[case::relationship(", e")]
#[case::care(", m")]
#[case::of_all_accounts("g A")]
fn the_weights_of_health_are_changed_where_it_is_read(#[case] keys: &str) {
    let mut interface = open(keys);
    interface.press("% ctrl-u").type_text("35").press("ctrl-s");
    assert_eq!(weight_of_a_complaint(&interface), 35);
    interface.press(", m");
    interface.press("u");
    assert_eq!(weight_of_a_complaint(&interface), 20, "{}", interface.screen());
}

#[test]
fn the_new_weight_stands_beside_its_reason() {
    let mut interface = open(", m");
    interface.press("% ctrl-u").type_text("35").press("ctrl-s");
    assert!(interface.screen().contains("answer it · -35"), "{}", interface.screen());
}

#[rstest]
#[case::above_the_whole("101", "whole number")]
#[case::no_number("much", "Not a whole number")]
#[case::nothing("", "needed")]
fn a_weight_that_is_none_is_refused_at_its_field(#[case] typed: &str, #[case] said: &str) {
    let mut interface = open(", m");
    interface.press("% ctrl-u").type_text(typed).press("ctrl-s");
    assert!(interface.screen().contains(said), "{}", interface.screen());
    assert_eq!(weight_of_a_complaint(&interface), 20);
}

#[test]
fn a_chinese_reader_finds_all_sides_of_an_account_in_a_small_terminal() {
    let mut interface = Interface::open(cared(), Lang::Zh, 80, 24);
    interface.press(ACCOUNT);
    let screen = interface.screen();
    let row = screen.lines().find(|line| line.contains("概况")).unwrap();
    for side in ["SWOT", "关系", "维护", "指标", "环走", "历史"] {
        assert!(row.contains(side), "{side}: {row}");
    }
}
