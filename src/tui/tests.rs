//! The interface as a whole: any action anywhere, any key at any size, in ASCII.

mod changed;
mod counted;
mod past;
mod pointed;
mod scans;
mod screens;
mod shown;

use proptest::prelude::*;
use ratatui::layout::Size;
use rstest::rstest;
use unicode_width::UnicodeWidthStr;

use super::action::TABLE;
use super::testkit::sample::{Sample, fresh, sample};
use super::testkit::{Interface, has, text};
use crate::config::{Ambiguous, Config};
use crate::i18n::Lang;
use crate::tui::Rehearsal;

/// Keys that lead to each screen and each dialog.
const PLACES: [&str; 26] = [
    "",
    "2",
    "3",
    "4",
    "5",
    "7",
    "8",
    "3 tab down",
    "5 / n",
    "6",
    "6 l l j enter",
    "6 / a",
    "5 H",
    "3 j H",
    "s",
    "5 g a g p",
    "5 L",
    "s a",
    "3 e",
    "a d",
    "2 ?",
    ":",
    "g m",
    "g q",
    "2 ] ] ]",
    "5 ; c a l l",
];

#[test]
fn every_action_does_something_sensible_everywhere() {
    for place in PLACES {
        let mut interface = Interface::open(sample(), Lang::En, 80, 24);
        for entry in TABLE {
            let keys = entry.keys.iter().chain(entry.also.iter().flat_map(|(_, keys)| keys.iter()));
            for key in keys {
                interface.press("esc esc esc").press(place).press(key);
                let shown = interface.screen();
                let header = shown.lines().next().unwrap_or_default();
                assert!(interface.has_left() || header.contains("try"), "{place} {key}:\n{shown}");
                if interface.has_left() {
                    interface = Interface::open(sample(), Lang::En, 80, 24);
                }
            }
        }
    }
}

#[test]
fn on_a_narrow_screen_the_header_still_names_the_chosen_screen_the_book_and_every_key() {
    for lang in [Lang::En, Lang::Zh] {
        let mut interface = Interface::open(sample(), lang, 60, 16);
        let names = match lang {
            Lang::En => ["Today", "Funnel", "Accounts", "People", "Deals", "Log", "Register"],
            Lang::Zh => ["今日", "销售漏斗", "客户", "联系人", "机会", "日志", "台账"],
        };
        for (key, name) in ["1", "2", "3", "4", "5", "7", "8"].into_iter().zip(names) {
            interface.press(key);
            let screen = interface.screen();
            let header = screen.lines().next().unwrap_or_default();
            assert!(header.contains(&format!("{key} {name}")) && header.contains("try"), "{header}");
            assert!(["1", "2", "3", "4", "5", "7", "8"].iter().all(|key| header.contains(key)), "{header}");
        }
    }
}

#[rstest]
#[case("en", "?", "help")]
#[case("zh", "?", "help")]
#[case("en", ":", "palette")]
#[case("zh", ":", "palette")]
#[case("en", "g q", "quota")]
#[case("en", "g", "pending")]
#[case("zh", "g", "pending")]
fn dialogs_over_the_funnel(#[case] lang: &str, #[case] keys: &str, #[case] name: &str) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), 80, 24);
    interface.press("2");
    interface.press(keys);
    insta::assert_snapshot!(format!("{name}_{lang}"), interface.screen());
}

#[test]
fn a_quota_that_cannot_be_read_stays_to_be_mended() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("2");
    interface.press("g q").type_text("a lot").press("enter");
    let refused = interface.screen();
    assert!(refused.contains("a lot") && refused.contains("! Not an amount"), "{refused}");
    interface.press("ctrl-u").type_text("9.24m").press("enter");
    let set = interface.screen();
    // (960,000 + 12,300 + 3,648,000) ÷ 9,240,000
    assert!(set.contains("50.0 %") && set.contains("4,620,300 of 9,240,000"), "{set}");
}

#[test]
fn the_palette_does_what_was_chosen_in_it() {
    let mut interface = Interface::open(sample(), Lang::Zh, 80, 24);
    interface.press("2");
    interface.press(":").type_text("按数量").press("enter");
    assert!(interface.screen().contains("按数量"), "{}", interface.screen());
}

/// The lines of the dialog, without its frame.
fn offered(interface: &Interface) -> Vec<String> {
    let screen = interface.screen();
    let inside = screen.lines().filter_map(|line| line.split('│').nth(1)).skip(2);
    inside.map(|line| line.trim().to_owned()).collect()
}

#[test]
fn the_palette_offers_the_records_of_late_first_and_goes_to_them() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    // A call about the packaging line is the last that was done, some people were added before.
    interface.press("2 :");
    let records = offered(&interface);
    assert!(records[0].starts_with("› Packaging line") && records[0].ends_with("deal"), "{records:?}");
    assert!(records[1].starts_with("李敏") && records[1].ends_with("person"), "{records:?}");
    assert!(records[5].starts_with("yourself"), "actions follow: {records:?}");
    // What one has been at comes before what was changed.
    interface.press("esc s").type_text("borealis paper").press("enter").press("2 :");
    assert!(offered(&interface)[0].starts_with("› Borealis Paper"), "{}", interface.screen());
    interface.press("enter");
    assert!(opened(&interface).contains("Borealis"), "{}", interface.screen());
}

#[rstest]
#[case("warehouse", "Warehouse scanners")]
#[case("陈", "陈建国")]
#[case("D-4", "Packaging line")]
#[case("pckg lne", "Packaging line")]
fn the_palette_finds_records_by_name_after_the_actions(#[case] words: &str, #[case] found: &str) {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("2 :").type_text(words);
    let shown = offered(&interface);
    let at = shown.iter().position(|line| line.contains(found));
    let at = at.unwrap_or_else(|| panic!("{shown:?}"));
    interface.press(&"down ".repeat(at)).press("enter");
    assert!(opened(&interface).contains(found), "{}", interface.screen());
}

/// What stands at the head of the record's screen that was gone to.
fn opened(interface: &Interface) -> String {
    interface.screen().lines().nth(1).unwrap_or_default().to_owned()
}

#[test]
fn a_search_offers_the_records_of_late_while_nothing_is_typed() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("s");
    assert!(offered(&interface)[0].starts_with("› Packaging line"), "{}", interface.screen());
    interface.press("enter");
    assert!(opened(&interface).contains("Packaging line"), "{}", interface.screen());
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    interface.press("esc s");
    assert!(!interface.screen().contains('›'), "{}", interface.screen());
}

#[rstest]
fn a_search_finds_records_as_it_is_typed_and_opens_them(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press("s").type_text("Acme");
    insta::assert_snapshot!(format!("search_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("ctrl-u").type_text("陈").press("enter");
    let people = interface.screen();
    // A person is opened on their own screen.
    assert!(people.lines().nth(1).unwrap().contains("陈建国"), "{people}");
}

#[test]
fn a_search_finds_closed_deals_and_what_was_said() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("s").type_text("service contract").press("enter");
    let alone = interface.screen();
    assert!(opened(&interface).contains("Service contract") && alone.contains("won"), "{alone}");
    interface.press("s").type_text("went through").press("enter");
    assert!(opened(&interface).contains("Packaging line"), "{}", interface.screen());
}

#[test]
fn what_was_said_can_be_read_again() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("2");
    interface.press("> u g m");
    let log = interface.screen();
    let at = |words: &str| log.find(words).unwrap_or_else(|| panic!("{words}:\n{log}"));
    assert!(at("Undone: Advance deal") < at("Done: Advance deal"), "the newest comes first:\n{log}");
}

#[test]
fn below_the_smallest_size_a_word_says_so() {
    for (width, height) in [(59, 24), (80, 15), (20, 5), (1, 1), (2, 300)] {
        let interface = Interface::open(sample(), Lang::En, width, height);
        assert!(!interface.screen().contains("Funnel"), "{}", interface.screen());
    }
    let interface = Interface::open(sample(), Lang::Zh, 40, 10);
    let said = interface.screen().replace(['\n', ' '], "");
    assert!(said.contains("60×16") && said.contains("40×10"), "{said}");
}

#[test]
fn what_cannot_be_seen_is_not_changed_and_is_there_again_with_room() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("5 n").type_text("call Jane");
    let typed = interface.screen();
    interface.resize(Size::new(59, 24));
    interface.type_text(" never").press("enter esc");
    interface.resize(Size::new(80, 24));
    assert_eq!(interface.screen(), typed);
    interface.press("esc esc");
    let before = interface.screen();
    interface.resize(Size::new(80, 15));
    interface.press("> > j X y");
    interface.resize(Size::new(80, 24));
    assert_eq!(interface.screen(), before);
    interface.resize(Size::new(20, 5));
    interface.press("q");
    assert!(interface.has_left(), "what leaves does so");
}

#[test]
fn where_pictures_are_two_cells_wide_they_are_ascii() {
    let config = Config { ambiguous: Ambiguous::Wide, ..Config::default() };
    for lang in [Lang::En, Lang::Zh] {
        for keys in PLACES {
            let sample = sample();
            let mut interface = Rehearsal::new(sample.book, lang, &config, Size::new(100, 30));
            interface.press(keys).unwrap();
            let (frame, _) = interface.frame();
            for cell in &frame.content {
                let symbol = cell.symbol();
                let is_letter = symbol.chars().all(char::is_alphabetic);
                assert!(symbol.width() == symbol.width_cjk() || is_letter, "{symbol} in\n{}", text(&frame));
            }
        }
    }
}

#[test]
fn other_languages_and_themes_come_at_a_key() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("2");
    interface.press("g l");
    assert!(interface.screen().contains("销售漏斗"));
    let dark = interface.frame().0;
    let style = |interface: &Interface| interface.frame().0.content[11].style();
    interface.press("g t down down");
    assert_ne!(dark.content[11].style(), style(&interface), "the light one is seen at once");
    interface.press("esc");
    assert_eq!(dark.content[11].style(), style(&interface), "and left again");
    interface.press("g t").type_text("contrast").press("enter");
    assert_ne!(dark.content[11].style(), style(&interface));
    has(&interface, "contrast-dark");
}

/// Keys of all sorts, those that mean something more often.
fn any_keys() -> impl Strategy<Value = String> {
    let meant: Vec<&str> = TABLE.iter().flat_map(|entry| entry.keys.iter().copied()).collect();
    prop_oneof![
        4 => prop::sample::select(meant).prop_map(str::to_owned),
        1 => "[a-zA-Z0-9!-/:-@王芳万]",
        1 => prop::sample::select(vec!["esc", "enter", "tab", "backspace", "ctrl-a", "alt-x", "f9"])
            .prop_map(str::to_owned),
    ]
}

/// Keys in one run, and runs in each language: more than 20,000 keys in all.
const KEYS: usize = 260;
const RUNS: u32 = 40;

/// Presses keys from some place on, in a terminal that now and then has another size, and looks each time.
fn try_keys(lang: Lang, sample: Sample, place: &str, presses: &[(String, u16, u16, u8)]) {
    let mut interface = Interface::open(sample, lang, 80, 24);
    interface.press("esc").press(place);
    for (key, width, height, resize) in presses {
        if *resize == 0 {
            interface.resize(Size::new(*width, *height));
        }
        interface.press(key);
        interface.frame();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: RUNS, ..ProptestConfig::default() })]

    #[test]
    fn no_keys_at_no_size_bring_it_down_in_english(
        presses in prop::collection::vec((any_keys(), 0u16..160, 0u16..60, 0u8..12), KEYS),
        place in prop::sample::select(PLACES.to_vec()),
        empty in prop::bool::weighted(0.2),
    ) {
        try_keys(Lang::En, if empty { fresh() } else { sample() }, place, &presses);
    }

    #[test]
    fn no_keys_at_no_size_bring_it_down_in_chinese(
        presses in prop::collection::vec((any_keys(), 0u16..160, 0u16..60, 0u8..12), KEYS),
        place in prop::sample::select(PLACES.to_vec()),
        empty in prop::bool::weighted(0.2),
    ) {
        try_keys(Lang::Zh, if empty { fresh() } else { sample() }, place, &presses);
    }
}
