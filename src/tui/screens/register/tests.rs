//! The register as a person sees it.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::{fresh, sample};

/// The chosen line of the list shown.
fn chosen(screen: &str) -> &str {
    let lines = screen.lines().filter_map(|line| line.split_once("│").map(|(_, entry)| entry.trim_start()));
    lines.into_iter().find(|line| line.starts_with('›')).unwrap_or_else(|| panic!("{screen}"))
}

fn open(keys: &str) -> Interface {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("8").press(keys);
    interface
}

/// Keys that lead to each list.
const LISTS: [(&str, &str); 9] = [
    ("8", "products"),
    ("8 l", "orders"),
    ("8 l l", "quotas"),
    ("8 l l l", "rates"),
    ("8 l l l l", "stages"),
    ("8 h h h h", "lost_reasons"),
    ("8 h h h", "colleagues"),
    ("8 h h", "tags"),
    ("8 h", "fields"),
];

#[rstest]
fn each_list(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    for (keys, name) in LISTS {
        let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
        interface.press(keys);
        insta::assert_snapshot!(format!("{name}_{lang}_{}x{}", size.0, size.1), interface.screen());
    }
}

#[rstest]
fn the_forms(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let forms = LISTS.iter().filter(|(_, name)| *name != "tags");
    for (keys, name) in forms {
        let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
        interface.press(keys).press("i");
        insta::assert_snapshot!(format!("add_{name}_{lang}_{}x{}", size.0, size.1), interface.screen());
    }
}

#[test]
fn in_a_fresh_book_each_list_says_how_to_begin() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    interface.press("esc 8");
    assert!(interface.screen().contains("i adds one."), "{}", interface.screen());
    interface.press("h h");
    assert!(interface.screen().contains("Tags come with the records"), "{}", interface.screen());
}

#[test]
fn a_product_is_added_changed_and_deleted_at_the_keyboard() {
    let mut interface = open("i");
    interface.type_text("Filter Z").press("tab").type_text("49.90").press("ctrl-s");
    assert!(chosen(&interface.screen()).contains("Filter Z"), "{}", interface.screen());
    interface.press("e").press("tab tab tab tab").type_text("no longer sold").press("ctrl-s");
    assert!(chosen(&interface.screen()).contains("49.90"), "{}", interface.screen());
    interface.press("X");
    assert!(!interface.screen().contains("Filter Z  "), "{}", interface.screen());
    interface.press("u");
    assert!(interface.screen().contains("Filter Z"), "{}", interface.screen());
}

#[test]
fn a_small_order_is_booked_for_the_chosen_account_from_anywhere() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("3 a o tab").type_text("900").press("ctrl-s");
    assert!(interface.screen().contains("Add an order"), "{}", interface.screen());
    interface.press("8 l");
    assert!(interface.screen().contains("900"), "{}", interface.screen());
    interface.press("e tab").type_text("950").press("ctrl-s");
    let orders = interface.screen();
    assert!(orders.contains("950") || orders.contains("Edit small order"), "{orders}");
}

#[test]
fn a_stage_with_deals_stays_and_says_why_and_moves_all_the_same() {
    let mut interface = open("l l l l");
    interface.press("X");
    assert!(interface.screen().contains("Interest is still used by 6 deals"), "{}", interface.screen());
    interface.press("J");
    let moved = interface.screen();
    assert!(chosen(&moved).starts_with("› 2  Interest"), "{moved}");
    interface.press("K K");
    assert!(interface.screen().contains("Not possible just now"), "{}", interface.screen());
}

#[test]
fn who_is_at_the_keyboard_is_chosen() {
    let mut interface = open("h h h i");
    interface.type_text("Lin Wei").press("tab tab tab").type_text("you").press("ctrl-s");
    let colleagues = interface.screen();
    assert!(chosen(&colleagues).contains("Lin Wei") && chosen(&colleagues).contains("you"), "{colleagues}");
}

#[test]
fn from_a_deals_product_to_the_register_and_back() {
    let mut interface = open("i");
    interface.type_text("Filter Z").press("ctrl-s 3");
    interface.press("8 l l");
    let quotas = interface.screen();
    interface.press("3 -");
    assert_eq!(interface.screen().lines().nth(2), quotas.lines().nth(2));
}

#[test]
fn ones_own_needs_are_told_where_one_is_a_colleague() {
    let mut interface = open("h h h e tab tab tab tab");
    interface.type_text("power, order").press("ctrl-s e");
    let form = interface.screen();
    assert!(form.contains("Needs") && form.contains("power, order"), "{form}");
    interface.press("esc i").type_text("Dana Holt").press("ctrl-s e");
    let other = interface.screen();
    assert!(other.contains("Dana Holt") && !other.contains("Needs"), "only one's own are asked for: {other}");
}
