//! The care of all accounts as a person sees it.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::care::cared;

#[rstest]
fn each_part(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(cared(), lang.parse().unwrap(), size.0, size.1);
    interface.press("g A");
    for part in ["health", "promises", "quiet", "complaints", "days"] {
        insta::assert_snapshot!(format!("{part}_{lang}_{}x{}", size.0, size.1), interface.screen());
        interface.press("tab");
    }
}

#[test]
fn an_account_opens_on_the_side_of_its_care_and_the_way_back_leads_to_its_line() {
    let mut interface = Interface::open(cared(), Lang::En, 120, 40);
    interface.press("g A");
    let listed = interface.screen();
    interface.press("enter");
    assert!(interface.screen().contains("Health: "), "{}", interface.screen());
    interface.press("-");
    assert_eq!(interface.screen(), listed);
}

#[test]
fn a_complaint_is_answered_from_its_line() {
    let mut interface = Interface::open(cared(), Lang::En, 120, 40);
    interface.press("g A tab tab tab");
    assert!(interface.screen().contains("Spare parts were late again"), "{}", interface.screen());
    interface.press("enter").type_text("today").press("ctrl-s");
    assert!(interface.screen().contains("No complaint is waiting"), "{}", interface.screen());
}
