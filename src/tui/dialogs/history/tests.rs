//! The history of a record as a person sees it.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::sample::{Sample, sample};
use crate::tui::testkit::{Interface, styled};

/// The packaging line with some work done on it today: another date, another amount, a next step, a move.
fn worked_on(lang: Lang, width: u16, height: u16) -> Interface {
    let Sample { book, folder } = sample();
    let mut interface = Interface::open(Sample { book, folder }, lang, width, height);
    interface.press("5 /").type_text("packaging").press("enter");
    interface.press("m").type_text("1.2m").press("enter");
    interface.press("d").type_text("2026-12-15").press("enter");
    interface.press("c > u H");
    interface
}

#[rstest]
fn a_deals_history(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40), (60, 16))] size: (u16, u16),
) {
    let interface = worked_on(lang.parse().unwrap(), size.0, size.1);
    insta::assert_snapshot!(format!("history_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn a_history_with_its_styles() {
    insta::assert_snapshot!(styled(&worked_on(Lang::En, 80, 24).frame().0));
}

#[test]
fn an_operation_of_the_past_is_undone_alone_and_marked() {
    let mut interface = worked_on(Lang::En, 120, 40);
    let before = interface.screen();
    assert!(before.contains("Amount: EUR 1,000,000 → EUR 1,200,000"), "{before}");
    assert!(before.contains("Close date: 30 Nov → 15 Dec"), "{before}");
    // From the undone move over the contact and the date to the amount.
    interface.press("j j j enter");
    let after = interface.screen();
    assert!(after.contains("Undone: Edit deal Packaging line"), "{after}");
    assert_eq!(after.matches(" undone ").count(), before.matches(" undone ").count() + 1, "{after}");
    interface.press("esc");
    let deal = interface.screen();
    assert!(deal.contains("1,000,000") && deal.contains("15 Dec"), "{deal}");
}

#[test]
fn what_later_ones_depend_on_is_refused_in_words() {
    let mut interface = worked_on(Lang::En, 120, 40);
    interface.press("esc m").type_text("1.5m").press("enter").press("H");
    // Over the new amount, the move, the contact and the date to the first change of the amount.
    interface.press("j j j j enter");
    let refused = interface.screen();
    assert!(refused.contains("› ") && refused.contains("Packaging line"), "{refused}");
    let said = refused.lines().nth(38).unwrap();
    assert!(said.contains("later") || said.contains("first"), "{refused}");
    interface.press("g g j enter");
    assert!(interface.screen().contains("undone already"), "{}", interface.screen());
}

#[test]
fn a_history_longer_than_what_is_read_at_once_is_read_as_one_goes_down() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("5 /").type_text("packaging").press("enter");
    for amount in 100..150 {
        interface.press("m").type_text(&format!("{amount}k")).press("enter");
    }
    interface.press("H");
    assert!(interface.screen().contains("EUR 148,000 → EUR 149,000"), "{}", interface.screen());
    interface.press("G G G");
    assert!(
        interface.screen().contains("› 29 Aug") || interface.screen().contains("Add deal"),
        "{}",
        interface.screen()
    );
    interface.press("pageup pagedown home");
    assert!(interface.screen().contains("EUR 148,000 → EUR 149,000"), "{}", interface.screen());
}

#[rstest]
#[case("3", "Acme Foods")]
#[case("4", "Jane Miller")]
fn accounts_and_people_have_a_history_too(#[case] screen: &str, #[case] name: &str) {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press(screen).press("/").type_text(name).press("enter H");
    let history = interface.screen();
    assert!(history.contains(&format!("History: {name}")) && history.contains("Add "), "{history}");
}
