//! The lists as a person sees them.

mod cell;
mod columns;
mod log;
mod many;
mod offers;
mod told;
mod walk;

use rstest::rstest;

use crate::i18n::Lang;
use crate::ops::stage::{self, StageInput};
use crate::tui::testkit::sample::{fresh, sample};
use crate::tui::testkit::{Interface, styled};

fn open(lang: Lang, keys: &str) -> Interface {
    let mut interface = Interface::open(sample(), lang, 80, 24);
    interface.press(keys);
    interface
}

/// The lines of the list, the chosen one with its mark.
fn chosen(screen: &str) -> &str {
    screen.lines().find(|line| line.trim_start().starts_with('›')).unwrap_or_else(|| panic!("{screen}"))
}

#[rstest]
fn each_list(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
    #[values(("3", "accounts"), ("4", "people"), ("5", "deals"))] list: (&str, &str),
) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press(list.0);
    insta::assert_snapshot!(format!("{}_{lang}_{}x{}", list.1, size.0, size.1), interface.screen());
}

#[rstest]
fn the_detail_over_a_list(#[values("en", "zh")] lang: &str) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), 80, 24);
    interface.press("3 / A c m e enter space");
    insta::assert_snapshot!(format!("detail_{lang}"), interface.screen());
    interface.press("esc");
    assert!(chosen(&interface.screen()).contains("Acme Foods"));
}

#[test]
fn a_list_with_its_styles() {
    insta::assert_snapshot!(styled(&open(Lang::En, "5 / s t a g e > = x").frame().0));
}

#[test]
fn a_field_half_told_narrows_nothing_and_its_word_is_read_to_its_end() {
    let mut interface = open(Lang::En, "5 /");
    // Key by key, as one types: `stage` alone is looked for as a word, and nothing has it.
    for key in "stage:de".chars() {
        interface.type_text(&key.to_string());
    }
    let screen = interface.screen();
    assert!(screen.contains("Packaging"), "{screen}");
    let told = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("“de” is nothing that “stage” can be.") && !told.contains("or…"), "{told}");
}

#[test]
fn a_filter_works_as_it_is_typed_and_says_which_word_is_wrong() {
    let mut interface = open(Lang::En, "5 /");
    interface.type_text("acme");
    assert!(interface.screen().contains("4 deals"), "{}", interface.screen());
    interface.type_text(" amount>");
    let unfinished = interface.screen();
    assert!(unfinished.contains("! ") && unfinished.contains("Packaging"), "{unfinished}");
    interface.type_text("900k");
    assert!(interface.screen().contains("2 deals · 2,000,000 EUR"), "{}", interface.screen());
    interface.press("enter");
    assert!(interface.screen().contains("/ acme amount>900k"));
    interface.press("esc");
    assert!(interface.screen().contains("18 deals · 14,240,000 EUR · weighted 3,648,000"));
}

#[test]
fn a_list_is_sorted_by_any_column_either_way() {
    let mut interface = open(Lang::En, "5 o");
    assert!(interface.screen().contains("Deal ↑"), "{}", interface.screen());
    interface.press("o o o");
    let by_amount = interface.screen();
    assert!(by_amount.contains("Amount ↓"), "{by_amount}");
    assert!(chosen(&by_amount).contains("Group-wide"), "{by_amount}");
    interface.press("O");
    assert!(chosen(&interface.screen()).contains("200,000"), "{}", interface.screen());
}

#[test]
fn from_an_account_to_its_deals_to_their_people_and_back() {
    let mut interface = open(Lang::En, "3 g d");
    let deals = interface.screen();
    assert!(deals.contains("Acme Foods: Deals") && deals.contains("4 deals"), "{deals}");
    interface.press("g p");
    let people = interface.screen();
    assert!(people.contains("Packaging line: People") && people.contains("Jane Miller"), "{people}");
    interface.press("g a");
    assert!(chosen(&interface.screen()).contains("Acme Foods"));
    interface.press("- -");
    assert_eq!(interface.screen(), deals);
    interface.press("5");
    assert!(interface.screen().contains("18 deals"), "{}", interface.screen());
}

#[test]
fn the_chosen_record_stays_chosen_when_it_moves_in_the_list() {
    let mut interface = open(Lang::En, "5 o o o j j");
    let before = chosen(&interface.screen()).split_whitespace().nth(1).unwrap().to_owned();
    interface.press(">");
    assert!(chosen(&interface.screen()).contains(&before), "{}", interface.screen());
}

#[rstest]
fn an_empty_list_says_how_to_fill_it(#[values("en", "zh")] lang: &str, #[values("3", "4", "5")] key: &str) {
    let mut interface = Interface::open(fresh(), lang.parse().unwrap(), 80, 24);
    interface.press("esc").press(key);
    insta::assert_snapshot!(format!("empty_{key}_{lang}"), interface.screen());
}

#[test]
fn stages_stand_under_the_names_that_the_book_has_for_them() {
    let mut sample = sample();
    let named = StageInput { buyer_name: Some(Some("Blueprint".to_owned())), ..StageInput::default() };
    stage::edit(&mut sample.book, "design", &named).unwrap();
    let mut interface = Interface::open(sample, Lang::Zh, 120, 40);
    interface.press("5 / 阶 段 : d e s i g n enter");
    let deals = interface.screen();
    assert_eq!(deals.matches("Blueprint").count(), 4, "in each line and in the detail:\n{deals}");
    interface.press("g a");
    assert!(interface.screen().contains("Blueprint"), "{}", interface.screen());
}

#[test]
fn the_detail_of_a_deal_says_why_it_needs_attention() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("5");
    let screen = interface.screen();
    assert!(chosen(&screen).contains("!5"), "{screen}");
    assert!(screen.contains("next step was due"), "{screen}");
}
