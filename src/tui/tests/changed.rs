//! What a write has altered is marked for a moment, on whatever screen one is; and nothing else is.

use ratatui::style::Modifier;
use rstest::rstest;

use crate::config::Config;
use crate::i18n::Lang;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::sample;

/// The words that are marked, line by line.
fn marked(interface: &Interface) -> Vec<String> {
    let (frame, _) = interface.frame();
    let form = Modifier::BOLD | Modifier::UNDERLINED;
    let mut words = vec![String::new()];
    for cell in &frame.content {
        match cell.modifier.contains(form) {
            true => words.last_mut().unwrap().push_str(cell.symbol()),
            false if words.last().unwrap().is_empty() => {}
            false => words.push(String::new()),
        }
    }
    words.retain(|word| !word.trim().is_empty());
    words
}

fn opened(lang: Lang) -> Interface {
    let mut interface = Interface::open(sample(), lang, 120, 40);
    interface.mark_changes();
    interface
}

#[rstest]
fn figures_that_a_write_has_altered_are_marked_and_rest_again(#[values(Lang::En, Lang::Zh)] lang: Lang) {
    let mut interface = opened(lang);
    interface.press("2");
    assert_eq!(marked(&interface), [""; 0], "another screen is no change");
    interface.press("g q").type_text("9.24m").press("enter");
    let words = marked(&interface);
    assert!(words.contains(&"50.0".to_owned()) && words.contains(&"9,240,000".to_owned()), "{words:?}");
    interface.rest();
    assert_eq!(marked(&interface), [""; 0]);
}

#[test]
fn what_changes_in_a_list_is_marked_in_its_line_and_in_the_detail() {
    let mut interface = opened(Lang::En);
    interface.press("5");
    let name = interface.screen().lines().find(|line| line.contains('›')).unwrap().to_owned();
    interface.press("m ctrl-u").type_text("77,700").press("enter");
    let words = marked(&interface);
    assert!(words.iter().any(|word| word == "77,700"), "{name}: {words:?}\n{}", interface.screen());
    interface.press("j");
    assert!(marked(&interface).len() <= words.len(), "moving marks nothing more");
    interface.rest();
    interface.press("k j /").type_text("acme").press("enter");
    assert_eq!(marked(&interface), [""; 0], "what is filtered was not written");
}

#[test]
fn nothing_is_marked_where_it_is_not_wanted() {
    let config: Config = toml::from_str("motion = \"off\"").unwrap();
    assert_eq!(config.motion, crate::config::Motion::Off);
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("2 g q").type_text("9.24m").press("enter");
    assert_eq!(marked(&interface), [""; 0]);
}

#[test]
fn a_write_leaves_the_chosen_record_chosen_and_in_view() {
    let mut interface = opened(Lang::En);
    interface.press("5 j j");
    let name = |interface: &Interface| {
        let screen = interface.screen();
        let line = screen.lines().find(|line| line.contains('›')).unwrap_or_else(|| panic!("{screen}"));
        line.trim_start_matches([' ', '›', '*']).chars().take(12).collect::<String>()
    };
    let chosen = name(&interface);
    for keys in [">", "m ctrl-u 1 2 k enter", "u", "u", "U"] {
        interface.press(keys);
        assert_eq!(name(&interface), chosen, "{keys}");
    }
}

#[test]
fn columns_stand_still_while_a_filter_is_typed() {
    for (width, height) in [(80, 24), (120, 40), (200, 60)] {
        let mut interface = Interface::open(sample(), Lang::En, width, height);
        for list in ["3", "4", "5", "7"] {
            interface.press(list);
            // What is offered to complete the filter may lie over the first heads, and over no more.
            let last_head = |interface: &Interface| {
                let screen = interface.screen();
                let heads = screen.lines().nth(3).unwrap_or_default().split('│').next().unwrap_or_default();
                let heads: Vec<char> = heads.trim_end().chars().collect();
                let from = heads.len() - 12;
                (from, heads[from..].iter().collect::<String>())
            };
            let before = last_head(&interface);
            interface.press("/");
            for character in "acme".chars() {
                interface.type_text(&character.to_string());
                assert_eq!(last_head(&interface), before, "{list} {width}:\n{}", interface.screen());
            }
            interface.press("esc esc");
        }
    }
}
