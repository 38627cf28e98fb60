//! The bridge as a person sees it.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::sample::sample;
use crate::tui::testkit::{Interface, has};

/// The changes of the sample since 1 October.
fn since_october(lang: Lang, width: u16, height: u16) -> Interface {
    let mut interface = Interface::open(sample(), lang, width, height);
    interface.press("g c f ctrl-u").type_text("2026-10-01").press("enter enter");
    interface
}

#[rstest]
fn the_waterfall(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40), (60, 16))] size: (u16, u16),
) {
    let mut interface = since_october(lang.parse().unwrap(), size.0, size.1);
    interface.press("j enter");
    insta::assert_snapshot!(format!("change_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn a_deal_behind_a_bar_takes_the_daily_keys() {
    let mut interface = since_october(Lang::En, 80, 24);
    interface.press("j enter >");
    has(&interface, "Done: Advance deal");
    interface.press("u");
    has(&interface, "Undone");
    interface.press("esc p");
    has(&interface, "2027Q1");
}

#[test]
fn a_deal_behind_a_bar_opens_on_its_own_screen_and_leads_back() {
    let mut interface = since_october(Lang::En, 80, 24);
    interface.press("j enter enter");
    has(&interface, "Overview");
    interface.press("-");
    has(&interface, "Opening");
}

#[test]
fn what_is_shown_of_the_past_is_not_written_to() {
    let mut interface = since_october(Lang::En, 80, 24);
    interface.press("f tab ctrl-u").type_text("2026-11-10").press("enter");
    has(&interface, "as it was on 10 Nov");
    interface.press("j enter >");
    has(&interface, "The past cannot be changed");
}

#[test]
fn days_in_the_wrong_order_are_refused_at_the_field() {
    let mut interface = since_october(Lang::En, 80, 24);
    interface.press("f tab ctrl-u").type_text("2026-09-01").press("enter");
    has(&interface, "must come after the first day");
}
