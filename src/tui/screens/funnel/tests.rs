//! The funnel screen as a person sees it.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::sample::{fresh, sample};
use crate::tui::testkit::{Interface, styled};

/// The funnel of the sample.
fn funnel(lang: Lang, width: u16, height: u16) -> Interface {
    let mut interface = Interface::open(sample(), lang, width, height);
    interface.press("2");
    interface
}

#[rstest]
#[case("en", 80, 24)]
#[case("en", 120, 40)]
#[case("zh", 80, 24)]
#[case("zh", 120, 40)]
#[case("en", 60, 16)]
fn the_worked_example(#[case] lang: &str, #[case] width: u16, #[case] height: u16) {
    let interface = funnel(lang.parse().unwrap(), width, height);
    insta::assert_snapshot!(format!("funnel_{lang}_{width}x{height}"), interface.screen());
}

#[test]
fn the_worked_example_with_its_styles() {
    let interface = funnel(Lang::En, 80, 24);
    insta::assert_snapshot!(styled(&interface.frame().0));
}

#[test]
fn a_deal_advances_and_the_figures_follow() {
    let mut interface = funnel(Lang::En, 80, 24);
    interface.press("] ] >");
    let after = interface.screen();
    assert!(after.contains("Done: Advance deal Renewal and extension to Comparison"), "{after}");
    // 560,000 × (30 % − 20 %) more.
    assert!(after.contains("3,704,000"), "{after}");
    interface.press("u");
    let undone = interface.screen();
    assert!(undone.contains("Undone: Advance deal Renewal and extension to Comparison"), "{undone}");
    assert!(undone.contains("3,648,000"), "{undone}");
    interface.press("ctrl-r");
    let redone = interface.screen();
    assert!(redone.contains("Done again: Advance deal Renewal"), "{redone}");
    assert!(redone.contains("3,704,000"), "{redone}");
}

#[test]
fn what_cannot_be_undone_says_so() {
    let mut interface = funnel(Lang::Zh, 80, 24);
    interface.press("ctrl-r");
    let screen = interface.screen();
    let said = screen.lines().rev().nth(1).unwrap();
    assert!(said.trim_start().starts_with("! "), "{screen}");
}

#[test]
fn a_period_shows_only_what_is_expected_to_close_in_it() {
    let mut interface = funnel(Lang::En, 80, 24);
    interface.press("p");
    let month = interface.screen();
    assert!(month.contains("2026-11"), "{month}");
    assert!(!month.contains("Rollout in three"), "{month}");
    interface.press("p p");
    let next = interface.screen();
    assert!(next.contains("No deals at this stage are expected to close in 2027Q1."), "{next}");
    interface.press("0");
    assert!(interface.screen().contains("Rollout in three"));
}

#[test]
fn bars_are_as_wide_as_amounts_or_as_numbers_of_deals() {
    let mut interface = funnel(Lang::En, 80, 24);
    let widest = |screen: &str| {
        let bar = |line: &str| line.chars().filter(|c| "█▌▐".contains(*c)).count();
        let stages = screen.lines().skip(7).take(6);
        stages
            .max_by_key(|line| bar(line))
            .unwrap()
            .split_whitespace()
            .find(|word| word.len() > 3)
            .unwrap()
            .to_owned()
    };
    assert_eq!(widest(&interface.screen()), "Comparison");
    interface.press("w");
    assert_eq!(widest(&interface.screen()), "Interest");
}

#[rstest]
#[case("en")]
#[case("zh")]
fn the_first_start_and_the_empty_book(#[case] lang: &str) {
    let mut interface = Interface::open(fresh(), lang.parse().unwrap(), 80, 24);
    interface.press("2");
    insta::assert_snapshot!(format!("first_start_{lang}"), interface.screen());
    interface.type_text("王芳");
    interface.press("enter");
    interface.type_text("cny");
    interface.press("enter enter");
    interface.type_text("300x");
    interface.press("enter");
    insta::assert_snapshot!(format!("first_start_refused_{lang}"), interface.screen());
    interface.press("backspace");
    interface.type_text("万");
    interface.press("enter");
    insta::assert_snapshot!(format!("own_mind_{lang}"), interface.screen());
    interface.press("n");
    insta::assert_snapshot!(format!("empty_{lang}"), interface.screen());
}

#[test]
fn how_one_thinks_oneself_is_told_at_the_first_start_or_later() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    interface.press("2").type_text("Lena");
    interface.press("enter enter enter enter y");
    assert!(interface.screen().contains("What fits you?"), "{}", interface.screen());
    interface.press("space enter");
    assert!(interface.screen().contains("Done: "), "{}", interface.screen());
    // Later, by key.
    interface.press("g v");
    assert!(interface.screen().contains("[·] “Take it apart"), "{}", interface.screen());
}

#[test]
fn the_questions_are_skipped_once_and_not_asked_again() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    assert!(interface.screen().contains("Welcome to keybook"));
    interface.press("esc");
    assert!(interface.screen().contains("Your funnel is empty."));
    let again = interface.reopen();
    assert!(!again.screen().contains("Welcome to keybook"));
}
