//! Quick capture as a person sees it.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::sample::sample;
use crate::tui::testkit::{Interface, has, styled};

fn typed(line: &str, lang: &str, size: (u16, u16)) -> Interface {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press("2 ;").type_text(line);
    interface
}

const SAID: &str = "call jane acme packaging: wants SOC2, next fri proposal 45k, stage 4";
const SAID_IN_CHINESE: &str = "拜访 陈建国：要求12月15日前报价，下周五 方案 45万";

#[rstest]
#[case("empty", "")]
#[case("said", SAID)]
#[case("chinese", SAID_IN_CHINESE)]
#[case("unclear", "met acme jane zzz: hello")]
#[case("typing", "call ja")]
fn a_line_and_what_is_understood_of_it(
    #[case] name: &str,
    #[case] line: &str,
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40), (60, 16))] size: (u16, u16),
) {
    let interface = typed(line, lang, size);
    insta::assert_snapshot!(format!("{name}_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn each_piece_of_the_line_has_the_style_of_what_it_was_taken_for() {
    insta::assert_snapshot!(styled(&typed(SAID, "en", (80, 24)).frame().0));
}

#[test]
fn what_is_shown_is_kept_and_one_undo_takes_it_back() {
    let mut interface = typed(SAID, "en", (80, 24));
    has(&interface, "Fri 27 Nov 2026");
    has(&interface, "was 1,000,000 EUR");
    interface.press("enter");
    has(&interface, "Done: Capture: wants SOC2");
    interface.press("5 /").type_text("packaging").press("enter");
    has(&interface, "45,000");
    interface.press("enter");
    has(&interface, "proposal");
    interface.press("- u");
    has(&interface, "Undone: Capture: wants SOC2");
    has(&interface, "1,000,000");
}

#[test]
fn nothing_is_kept_while_something_is_open() {
    let mut interface = typed("call nobody-we-know: hello", "en", (80, 24));
    interface.press("enter");
    has(&interface, "Quick capture");
    has(&interface, "is called “nobody-we-know”");
    interface.press("ctrl-u").type_text("note").press("enter");
    has(&interface, "Quick capture");
    has(&interface, "What is to be noted?");
}

#[test]
fn tab_completes_a_name() {
    let mut interface = typed("call ja", "en", (80, 24));
    has(&interface, "Tab completes the name");
    interface.press("tab");
    has(&interface, "; call Jane Miller");
    interface.type_text(": hello").press("enter");
    has(&interface, "Done: Capture: hello");
}

#[test]
fn what_could_be_several_is_asked_by_a_list_and_the_answer_stands_in_the_line() {
    let mut interface = typed("call acme: next fri proposal", "en", (80, 24));
    has(&interface, "? Which of the open deals?");
    has(&interface, "None of them");
    interface.press("down enter");
    let asked = interface.screen();
    assert!(!asked.contains("? Which"), "{asked}");
    has(&interface, "✓ Deal");
    interface.press("enter");
    has(&interface, "Done: Capture");
}

#[test]
fn none_of_the_deals_may_be_meant() {
    let mut interface = typed("call acme: next fri proposal", "en", (80, 24));
    interface.press("down down down down enter");
    has(&interface, "; call acme no deal: next fri proposal");
    interface.press("enter");
    has(&interface, "Done: Capture");
}

#[test]
fn the_record_at_hand_is_meant_where_nobody_is_named() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("4 /").type_text("jane").press("enter ;");
    has(&interface, "Without a name it is about Jane Miller.");
    interface.type_text("call: hello");
    has(&interface, "the record at hand");
    interface.press("ctrl-u").type_text("note: hello");
    assert!(!interface.screen().contains("the record at hand"), "{}", interface.screen());
}

#[test]
fn what_was_typed_is_kept_when_one_leaves_and_brought_back() {
    let mut interface = typed("call jane: wan", "en", (80, 24));
    interface.press("esc");
    has(&interface, "What you typed is kept");
    interface.press(";");
    has(&interface, "You had typed something here: call jane: wan.");
    interface.press("ctrl-r");
    has(&interface, "; call jane: wan");
    interface.press("ctrl-r");
    assert!(!interface.screen().contains("; call jane"), "{}", interface.screen());
}

#[test]
fn a_line_that_was_being_typed_when_the_program_ended_is_offered() {
    let mut interface = typed("call jane: wan", "en", (80, 24)).reopen();
    has(&interface, "You were typing in “Quick capture”");
    interface.press("y");
    has(&interface, "; call jane: wan");
}

#[test]
fn nothing_is_captured_into_the_past() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("2 { ;");
    let screen = interface.screen();
    assert!(!screen.contains("Quick capture"), "{screen}");
}

#[test]
fn a_full_width_semicolon_opens_it_too() {
    let mut interface = Interface::open(sample(), Lang::Zh, 80, 24);
    interface.press("2 ；");
    has(&interface, "速记");
}
