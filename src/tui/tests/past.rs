//! Looking back: screens with figures show a past day, say so, and refuse to change it.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::sample;

#[rstest]
fn the_funnel_of_a_past_day(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press("2 { {");
    insta::assert_snapshot!(format!("past_{lang}_{}x{}", size.0, size.1), interface.screen());
}

fn header(interface: &Interface) -> String {
    interface.screen().lines().next().unwrap_or_default().to_owned()
}

#[test]
fn each_screen_with_figures_shows_the_day_that_was_chosen_and_the_others_show_today() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("2 {");
    for screen in ["2", "5", "6", "g c", "g T"] {
        interface.press(screen);
        assert!(header(&interface).ends_with("as of Sat 14 Nov 2026"), "{screen}: {}", header(&interface));
    }
    for screen in ["1", "3", "4", "7", "8"] {
        interface.press(screen);
        assert!(header(&interface).ends_with("Sat 21 Nov 2026"), "{screen}: {}", header(&interface));
        assert!(!header(&interface).contains("as of"));
    }
}

#[test]
fn a_deal_that_moved_since_stands_where_it_stood() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("5");
    let stage = |screen: &str| {
        let line = screen.lines().find(|line| line.contains("Packaging line")).unwrap_or_default();
        ["Incubation", "Commitment"].into_iter().find(|stage| line.contains(stage)).unwrap_or_default()
    };
    assert_eq!(stage(&interface.screen()), "Commitment");
    interface.press("@").type_text("2026-11-01").press("enter");
    assert_eq!(header(&interface).split("as of ").nth(1), Some("Sun 1 Nov 2026"));
    assert_eq!(stage(&interface.screen()), "Incubation");
    interface.press("g n");
    assert_eq!(stage(&interface.screen()), "Commitment");
}

#[test]
fn the_past_is_not_changed() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("5 {");
    let before = interface.screen();
    for key in [">", "<", "W", "X", "n", "a d", "u", "e", "c"] {
        interface.press(key);
        assert!(interface.screen().contains("the past cannot be changed"), "{key}: {}", interface.screen());
    }
    interface.press("@ esc");
    assert_eq!(header(&interface), before.lines().next().unwrap_or_default());
    interface.press("g n >");
    assert!(interface.screen().contains("Done"), "{}", interface.screen());
}

#[test]
fn what_was_promised_since_had_not_been_promised_then() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("5 j j j j t").type_text("drawings").press("ctrl-s");
    assert!(interface.screen().contains("drawings"));
    interface.press("{ ");
    assert!(!interface.screen().contains("drawings"), "{}", interface.screen());
}

#[test]
fn what_a_line_of_the_past_leads_to_is_not_changed_either() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("5 j j j j a k").type_text("https://files.example/offer").press("ctrl-s tab G enter");
    assert!(interface.screen().contains("Ctrl-S"), "a link is edited today: {}", interface.screen());
    interface.press("esc esc { tab G enter");
    assert!(!interface.screen().contains("Ctrl-S"), "no form opens: {}", interface.screen());
}

#[test]
fn no_day_to_come_is_looked_back_to() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("2 }");
    assert!(!header(&interface).contains("as of"));
    interface.press("@").type_text("tomorrow").press("enter");
    assert!(interface.screen().contains("As of"), "the question stays: {}", interface.screen());
    interface.press("esc { }");
    assert!(!header(&interface).contains("as of"), "a week later than a week ago is today");
}
