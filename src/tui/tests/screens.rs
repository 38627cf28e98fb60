//! Every screen where least fits and where most does, in both languages (what they look like at usual sizes is
//! held beside each of them); and every action of the table on every screen, at all sizes.

use rstest::rstest;

use crate::i18n::Lang;
use crate::tui::action::{Action, Entry, Scope, TABLE};
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::care::cared;

/// Every screen with the keys that lead to it. The one that takes files in shows where they lie on this machine:
/// its own tests hold it at all sizes.
const SCREENS: [(&str, &str); 21] = [
    ("today", "1"),
    ("funnel", "2"),
    ("accounts", "3"),
    ("people", "4"),
    ("deals", "5"),
    ("board", "6"),
    ("log", "7"),
    ("register", "8"),
    ("segments", "9"),
    ("account", "3 enter"),
    ("person", "4 enter"),
    ("deal", "5 enter"),
    ("review", "g r"),
    ("change", "g c"),
    ("track", "g T"),
    ("resources", "g R"),
    ("metrics", "g M"),
    ("care", "g A"),
    ("doubles", "g D"),
    ("calendar", "g C"),
    ("white_space", "g W"),
];

#[rstest]
fn every_screen_at_its_smallest_and_with_all_its_room(
    #[values(Lang::En, Lang::Zh)] lang: Lang,
    #[values((60, 16), (200, 60))] size: (u16, u16),
) {
    for (screen, keys) in SCREENS {
        let mut interface = Interface::open(cared(), lang, size.0, size.1);
        interface.press(keys);
        insta::assert_snapshot!(
            format!("{screen}_{}_{}x{}", lang.code(), size.0, size.1),
            interface.screen()
        );
    }
}

#[rstest]
fn every_action_on_every_screen_changes_it_or_says_why_not(
    #[values((60, 16), (80, 24), (120, 40), (200, 60))] size: (u16, u16),
) {
    let mut silent = Vec::new();
    for (screen, keys) in SCREENS {
        let mut interface = Interface::open(cared(), Lang::En, size.0, size.1);
        for entry in TABLE.iter().filter(|entry| !entry.scope.is_of_dialogs()) {
            interface.press("esc esc esc").press(keys);
            let before = interface.frame();
            interface.act(entry.action);
            if interface.has_left() || interface.next_book().is_some() {
                interface = Interface::open(cared(), Lang::En, size.0, size.1);
            } else if interface.frame() == before && !may_leave_all_as_it_is(entry) {
                silent.push(format!("{screen}: {}", entry.name));
            }
        }
    }
    assert!(silent.is_empty(), "nothing changes and nothing is said:\n{}", silent.join("\n"));
}

/// Whether an action may find all as it is to be: one is there already, or the terminal has to do it.
fn may_leave_all_as_it_is(entry: &Entry) -> bool {
    let is_of_terminal = matches!(entry.action, Action::Redraw | Action::Suspend | Action::Reload);
    let shows_what_is_shown = matches!(
        entry.action,
        Action::AllPeriods
            | Action::TabOverview
            | Action::SegmentPosture
            | Action::ShowTheDay
            | Action::PreviousStage
    );
    let moves = entry.scope == Scope::List || entry.name.starts_with("show.");
    is_of_terminal || shows_what_is_shown || moves
}
