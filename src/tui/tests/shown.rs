//! What every dialog and every detail looks like, in both languages, on a small screen and on a large one;
//! and some of them with their styles, in each theme.

use rstest::rstest;

use crate::config::Config;
use crate::i18n::Lang;
use crate::tui::Rehearsal;
use crate::tui::testkit::sample::{Sample, fresh, sample};
use crate::tui::testkit::{Interface, styled};
use ratatui::layout::Size;

/// A sample in which one of each has been put that it does not have: a product, a lost reason, a promise to
/// a person, a task, a birthday, a link, a field of one's own.
fn busy(lang: Lang, size: (u16, u16)) -> Interface {
    let mut interface = Interface::open(sample(), lang, size.0, size.1);
    interface.press("8 i").type_text("Filter Z").press("tab").type_text("49.90").press("ctrl-s");
    interface.press("4 j t").type_text("send the drawings").press("tab tab tab").type_text("+3d");
    interface.press("ctrl-s a t").type_text("call the fitter").press("tab tab").type_text("today");
    interface.press("ctrl-s a s").type_text("birthday").press("tab tab").type_text("5 dec").press("ctrl-s");
    interface.press("a k").type_text("https://acmefoods.example/plan.pdf").press("ctrl-s");
    interface
}

fn name(what: &str, lang: &str, size: (u16, u16)) -> String {
    format!("{what}_{lang}_{}x{}", size.0, size.1)
}

/// Each dialog, with the keys that lead to it.
const DIALOGS: [(&str, &str); 24] = [
    ("help", "3 ?"),
    ("palette", "5 :"),
    ("search", "s A c m e"),
    ("messages", "5 > u g m"),
    ("quota", "2 g q"),
    ("win", "5 W"),
    ("lose", "5 L"),
    ("next_step", "5 n"),
    ("amount", "5 m"),
    ("close_date", "5 d"),
    ("contacted_with", "4 j C"),
    ("promise", "4 j t"),
    ("put_off", "1 z"),
    ("link", "4 j a k"),
    ("tags", "3 #"),
    ("tags_of_marked", "3 v v #"),
    ("change_of_marked", "5 v v v B"),
    ("columns", "5 |"),
    ("themes", "g t"),
    ("count", "5 ' 3"),
    ("history", "5 > H"),
    ("order", "3 a o"),
    ("product", "a u"),
    ("delete_of_marked", "5 v v X"),
];

#[rstest]
fn each_dialog(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    for (what, keys) in DIALOGS {
        let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
        interface.press(keys);
        insta::assert_snapshot!(name(what, lang, size), interface.screen());
    }
}

/// Each form of something that is there, with the keys that lead to it.
const EDITED: [(&str, &str); 13] = [
    ("edit_product", "8 enter"),
    ("edit_order", "8 l enter"),
    ("edit_quota", "8 l l enter"),
    ("edit_rate", "8 l l l i U S D tab 0 . 9 ctrl-s enter"),
    ("edit_stage", "8 l l l l enter"),
    ("edit_lost_reason", "8 h h h h enter"),
    ("edit_colleague", "8 h h h enter"),
    ("edit_tag", "3 # v i p ctrl-s 8 h h enter"),
    ("edit_field", "8 h i c o n t a c t tab H o b b y ctrl-s enter"),
    ("edit_activity", "7 e"),
    ("edit_promise", "4 / J a n e enter tab j e"),
    ("edit_special_day", "4 / J a n e enter tab j j e"),
    ("edit_link", "4 / J a n e enter tab j j j e"),
];

#[rstest]
fn each_form_of_what_is_there(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    for (what, keys) in EDITED {
        let mut interface = busy(lang.parse().unwrap(), size);
        interface.press("1").press(keys);
        insta::assert_snapshot!(name(what, lang, size), interface.screen());
    }
}

/// The details of each kind of record, with the keys that lead to them.
const DETAILS: [(&str, &str); 6] = [
    ("account_detail", "3 / A c m e enter space"),
    ("person_detail", "4 / J a n e enter space"),
    ("deal_detail", "5 / P a c k a g i n g enter space"),
    ("activity_detail", "7 space"),
    ("board_detail", "6 l l space"),
    ("today_detail", "1 space"),
];

#[rstest]
fn each_detail(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = busy(lang.parse().unwrap(), size);
    for (what, keys) in DETAILS {
        interface.press("esc esc esc").press(keys);
        insta::assert_snapshot!(name(what, lang, size), interface.screen());
    }
}

#[rstest]
fn each_screen_of_a_fresh_book(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut interface = Interface::open(fresh(), lang.parse().unwrap(), size.0, size.1);
    insta::assert_snapshot!(name("first_start", lang, size), interface.screen());
    interface.press("esc");
    for (what, key) in [
        ("empty_today", "1"),
        ("empty_funnel", "2"),
        ("empty_accounts", "3"),
        ("empty_people", "4"),
        ("empty_deals", "5"),
        ("empty_board", "6"),
        ("empty_log", "7"),
        ("empty_register", "8"),
    ] {
        interface.press(key);
        insta::assert_snapshot!(name(what, lang, size), interface.screen());
    }
}

#[rstest]
fn in_each_theme(#[values("dark", "light", "sixteen", "plain")] theme: &str) {
    let config = Config { theme: Some(theme.to_owned()), ..Config::default() };
    for (what, keys) in [
        ("today", "1"),
        ("log", "7"),
        ("register", "8 l l l l"),
        ("palette", "5 :"),
        ("history", "5 > H"),
        ("account_refused", "a a tab x ctrl-s"),
        ("change", "5 v v B"),
        ("columns", "5 |"),
        ("walked", "3 tab j"),
    ] {
        let Sample { book, folder: _folder } = sample();
        let mut shown = Rehearsal::new(book, Lang::En, &config, Size::new(80, 24));
        shown.press(keys).unwrap();
        insta::assert_snapshot!(format!("{what}_{theme}_with_its_styles"), styled(&shown.frame().0));
    }
}
