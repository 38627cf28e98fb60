//! No screen looks through a whole table to be shown, but those that are about all of it.

use std::collections::BTreeSet;

use super::sample;
use crate::i18n::Lang;
use crate::store::view::plans::ear::{Ear, plan, scan};
use crate::tui::testkit::Interface;

/// Each screen, the keys that lead to it, and the tables that it looks through from end to end, since what it tells
/// is about all their rows. None of these grows with the deals but those of won deals, of small orders and of what
/// became of deals, which are read from an index alone.
const SCREENS: &[(&str, &str, &[&str])] = &[
    ("today", "1", &[]),
    ("funnel", "2", &[]),
    ("accounts", "3", &["account", "segment_decision"]),
    ("people", "4", &[]),
    ("deals", "5", &[]),
    ("board", "6", &[]),
    ("log", "7", &[]),
    ("register", "8", &["product", "quota"]),
    (
        "segments",
        "9",
        &["account", "account_standing", "competitor", "deal", "segment_decision", "small_order"],
    ),
    ("account", "3 enter", &["account", "segment_decision"]),
    ("deal", "5 enter", &[]),
    ("person", "4 enter", &[]),
    ("change", "g c", &[]),
    // Its year has most of the events.
    ("track", "g T", &["deal_event"]),
    (
        "metrics",
        "g M",
        &["account", "account_standing", "check_up", "deal", "departure", "revenue_plan", "small_order"],
    ),
    ("white space", "g W", &["product"]),
    ("calendar", "g C", &["special_day"]),
    (
        "resources",
        "g R",
        &[
            "account",
            "account_standing",
            "check_up",
            "competitor",
            "deal",
            "revenue_plan",
            "segment_decision",
            "small_order",
        ],
    ),
    ("care", "g A", &["account", "commitment"]),
    ("doubles", "g D", &["account", "apart", "contact_email", "contact_phone", "deal"]),
    ("search", "s a c m e", &[]),
];

#[test]
fn no_screen_looks_through_a_table_that_grows_with_the_deals() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    let ear = Ear::on(interface.book());
    for (screen, keys, whole) in SCREENS {
        interface.press("esc esc 1");
        ear.heard();
        interface.press(keys).press("j j G g g tab tab");
        let heard: BTreeSet<String> = ear.heard().into_iter().collect();
        assert!(!heard.is_empty(), "{screen} reads nothing");
        let mut looked_at = BTreeSet::new();
        for sql in heard {
            let plan = plan(interface.book(), &sql);
            looked_at.extend(scan(&sql, &plan).and_then(|step| step.split(' ').nth(1)).map(str::to_owned));
        }
        assert_eq!(looked_at.iter().collect::<Vec<_>>(), *whole, "{screen}");
    }
}
