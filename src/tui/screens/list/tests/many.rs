//! Marks, and what is done to many at once.

use rstest::rstest;

use super::{chosen, open};
use crate::i18n::Lang;
use crate::tui::testkit::sample::sample;
use crate::tui::testkit::{Interface, has, styled};

fn lacks(interface: &Interface, words: &str) {
    let screen = interface.screen();
    assert!(!screen.contains(words), "{words}:\n{screen}");
}

#[test]
fn a_mark_moves_on_and_the_foot_says_what_the_marked_add_up_to() {
    let mut interface = open(Lang::En, "5 v v");
    has(&interface, "*Energy monitoring");
    has(&interface, "* 2 marked · 660,000 EUR");
    assert!(chosen(&interface.screen()).contains("Warehouse"), "{}", interface.screen());
    interface.press("k v");
    has(&interface, "* 1 marked · 460,000 EUR");
}

#[test]
fn marks_stay_with_their_records_through_sort_filter_and_reading_again() {
    let mut interface = open(Lang::En, "5 v o f5");
    has(&interface, "*Energy monitoring");
    interface.press("/").type_text("acme").press("enter");
    has(&interface, "4 deals");
    has(&interface, "* 1 marked · 460,000 EUR · 1 not shown");
    interface.press("v v esc");
    has(&interface, "4 deals");
    lacks(&interface, "marked");
    interface.press("esc");
    has(&interface, "18 deals");
}

#[test]
fn all_that_the_filter_shows_is_marked_and_once_more_none() {
    let mut interface = open(Lang::En, "5 / s t a g e : d e s i g n enter V");
    has(&interface, "* 3 marked · 1,760,000 EUR");
    // They keep their marks where they are now, though the filter shows them no longer.
    interface.press(">");
    has(&interface, "Done: Move 3 deals to Comparison.");
    has(&interface, "* 3 marked · 1,760,000 EUR · 3 not shown");
    interface.press("u");
    has(&interface, "Undone: Move 3 deals to Comparison");
    has(&interface, "* 3 marked · 1,760,000 EUR   3 deals");
    interface.press("V");
    lacks(&interface, "marked");
}

#[test]
fn what_is_gone_has_no_mark() {
    let mut interface = open(Lang::En, "5 v v X");
    has(&interface, "Delete 2 deals, with what hangs on them?");
    interface.press("n");
    has(&interface, "18 deals");
    interface.press("X y");
    has(&interface, "Done: Delete 2 deals. u brings it back.");
    has(&interface, "16 deals");
    lacks(&interface, "marked");
    interface.press("u");
    has(&interface, "18 deals");
    lacks(&interface, "marked");
}

#[test]
fn one_change_of_many_deals_says_which_were_left_and_why() {
    let mut interface = open(Lang::En, "5 / s t a t u s : o p e n , w o n enter V B");
    interface.type_text("stage").press("enter").type_text("use").press("enter");
    has(&interface, "Done: Move 16 deals to Use. Left as they are: 1 won or lost, 2 so already.");
    interface.press("u B").type_text("close").press("enter").type_text("soonish").press("enter");
    has(&interface, "! ");
    interface.press("ctrl-u").type_text("+2w").press("enter");
    has(&interface, "Done: Set the close date of 18 deals (5 Dec 2026).");
    interface.press("B").type_text("own").press("enter").type_text("-").press("enter");
    has(&interface, "Set the owner of 19 deals");
}

#[test]
fn the_chosen_record_alone_is_changed_under_its_name() {
    let mut interface = open(Lang::En, "3 B");
    has(&interface, "Change: Acme Foods");
    interface.type_text("tier").press("enter").type_text("ord").press("enter");
    has(&interface, "Done: Edit account Acme Foods.");
    assert!(chosen(&interface.screen()).contains("ordinary"), "{}", interface.screen());
    interface.press("B").type_text("put").press("enter").press("enter");
    has(&interface, "! ");
    interface.type_text("#vip").press("enter");
    has(&interface, "Done: Put on the tag vip (Acme Foods).");
    interface.press("/").type_text("#vip").press("enter");
    has(&interface, "1 account");
}

#[test]
fn the_tags_of_a_record_are_edited_as_one_line() {
    let mut interface = open(Lang::En, "4 #");
    interface.type_text("board, #golf").press("enter /").type_text("#golf").press("enter");
    has(&interface, "1 person");
    interface.press("# ctrl-u").type_text("board").press("enter");
    has(&interface, "Nothing here.");
}

#[test]
fn the_keys_of_one_record_stay_with_the_chosen_one() {
    let mut interface = open(Lang::En, "5 v v m");
    interface.type_text("90k").press("enter");
    has(&interface, "Done: Edit deal Warehouse scanners");
}

#[rstest]
fn marks_and_the_choice_of_a_change(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press("5 v j v v / a c m e enter");
    insta::assert_snapshot!(format!("marks_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("B");
    insta::assert_snapshot!(format!("change_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("down enter");
    insta::assert_snapshot!(format!("change_close_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn marks_with_their_styles() {
    let mut interface = open(Lang::En, "5 / p l a n t enter v");
    interface.press("esc esc v k");
    insta::assert_snapshot!(styled(&interface.frame().0));
}
