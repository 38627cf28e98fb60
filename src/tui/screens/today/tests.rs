//! What is due, as a person sees it.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::sample::{fresh, sample};
use crate::tui::testkit::{Interface, styled};

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
    assert!(there.contains("Open deals"), "{there}");
    let chosen = there.lines().find(|line| line.trim_start().starts_with('›')).unwrap();
    assert!(chosen.contains("Cold chain"), "{there}");
    interface.press("-");
    assert!(interface.screen().contains("Overdue"), "{}", interface.screen());
    interface.press("+");
    assert!(interface.screen().contains("Open deals"), "{}", interface.screen());
}

#[test]
fn an_empty_book_begins_at_the_funnel_and_the_day_says_how_to_begin() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    interface.press("esc");
    assert!(interface.screen().contains("Your funnel is empty."), "{}", interface.screen());
    interface.press("1");
    assert!(interface.screen().contains("There is nothing in this book yet."), "{}", interface.screen());
}
