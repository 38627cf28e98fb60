//! What is told of a person at the keyboard, and taken back.

use super::tests::{at, observed};
use crate::i18n::Lang;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::sample;

#[test]
fn evidence_is_withdrawn_on_the_screen_and_brought_back() {
    let mut interface = at(observed(), "Jane Miller", Lang::En, 120, 40);
    assert!(interface.screen().contains("◆ 78 primary"), "{}", interface.screen());
    interface.press("tab X");
    let withdrawn = interface.screen();
    assert!(withdrawn.contains("not known yet"), "{withdrawn}");
    assert!(!withdrawn.contains("Show me the numbers"), "what was said goes with it: {withdrawn}");
    interface.press("u");
    let back = interface.screen();
    assert!(back.contains("◆ 78 primary") && back.contains("Show me the numbers"), "{back}");
}

#[test]
fn a_person_is_not_deleted_from_their_own_screen_by_mistake() {
    let mut interface = at(sample(), "Ines Albrecht", Lang::En, 80, 24);
    interface.press("X");
    assert!(interface.screen().contains("Not possible just now"), "{}", interface.screen());
}

#[test]
fn what_somebody_says_is_kept_changed_and_forgotten() {
    let mut interface = at(sample(), "Ines Albrecht", Lang::En, 120, 40);
    interface.press("a r").type_text("We run on trust.").press("tab").type_text("pride").press("ctrl-s");
    let kept = interface.screen();
    assert!(kept.contains("Proud of") && kept.contains("We run on trust."), "{kept}");
    interface.press("j enter").type_text(" And coffee.").press("ctrl-s");
    assert!(interface.screen().contains("We run on trust. And coffee."), "{}", interface.screen());
    interface.press("X");
    assert!(!interface.screen().contains("Proud of"), "{}", interface.screen());
}

#[test]
fn a_part_in_one_deal_is_told_there_and_differs_only_there() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("5 / p a c k a g i n g enter enter , p E");
    let form = interface.screen();
    assert!(form.contains("Jane Miller in this deal") && form.contains("decision maker"), "{form}");
    interface.press("tab").type_text("low").press("tab").type_text("decides").press("tab");
    assert!(interface.screen().contains("at large: supporter"), "{}", interface.screen());
    interface.type_text("opponent").press("ctrl-s");
    let told = interface.screen();
    assert!(told.contains("decision maker · approver · opponent"), "{told}");
    interface.press("enter");
    let at_large = interface.screen();
    assert!(
        at_large.contains("supporter") && at_large.contains("Decision role: not known yet"),
        "{at_large}"
    );
    // From the person, a line of History is a deal, in which they can be told of too.
    interface.press("shift-tab E");
    assert!(interface.screen().contains("Packaging line: told only"), "{}", interface.screen());
    interface.press("tab tab tab");
    for _ in 0.."opponent".len() {
        interface.press("backspace");
    }
    interface.press("ctrl-s 5 enter , p");
    assert!(interface.screen().contains("decision maker · approver · supporter"), "{}", interface.screen());
}

#[test]
fn our_side_of_a_person_and_of_an_account_is_told_in_one_form() {
    let mut interface = at(sample(), "Ines Albrecht", Lang::En, 120, 40);
    interface
        .press("a z")
        .type_text("Lin Wei, Dana Holt")
        .press("tab")
        .type_text("trusted")
        .press("ctrl-s ctrl-s");
    let told = interface.screen();
    assert!(told.contains("Lin Wei, Dana Holt") && told.contains("trusted adviser"), "{told}");
    interface.press("g a enter a z tab").type_text("Dana Holt").press("ctrl-s ctrl-s g z");
    let zipper = interface.screen();
    assert!(zipper.contains("executive sponsor  Dana Holt ──"), "{zipper}");
}

#[test]
fn the_level_of_one_of_ours_who_covers_somebody_is_told_in_the_same_form() {
    let mut interface = at(sample(), "Ines Albrecht", Lang::En, 120, 40);
    interface.press("a z").type_text("Dana Holt").press("ctrl-s ctrl-s");
    interface.press("a z tab tab").type_text("top").press("ctrl-s a z");
    let form = interface.screen();
    let level = form.lines().find(|line| line.contains("Level of Dana Holt")).unwrap_or_default();
    assert!(level.contains(" top "), "{form}");
}

#[test]
fn scores_have_a_day_which_is_not_to_come() {
    let mut interface = at(sample(), "Ines Albrecht", Lang::En, 120, 40);
    interface.press("O");
    for score in ["90", "20", "20", "20"] {
        interface.type_text(score).press("tab");
    }
    interface.type_text("a talk at the fair").press("tab").type_text("2026-12-01").press("ctrl-s");
    assert!(interface.screen().contains("This day is still to come"), "{}", interface.screen());
    for _ in 0.."2026-12-01".len() {
        interface.press("backspace");
    }
    interface.type_text("2026-10-05").press("ctrl-s");
    let told = interface.screen();
    assert!(told.contains("direct on 2026-10-05") && told.contains("a talk at the fair"), "{told}");
}
