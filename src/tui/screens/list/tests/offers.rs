//! What is offered while a filter is typed.

use rstest::rstest;

use super::open;
use crate::i18n::Lang;
use crate::tui::testkit::has;

#[rstest]
#[case(Lang::En, "sta", "tab", "/ stage:")]
#[case(Lang::En, "sta", "ctrl-n tab", "/ status:")]
#[case(Lang::En, "sta", "ctrl-p tab", "/ status:")]
#[case(Lang::En, "stage:", "ctrl-n ctrl-n tab", "/ stage:design")]
#[case(Lang::En, "stage:design,comp", "tab", "/ stage:design,comparison")]
#[case(Lang::En, "status:w", "tab enter", "/ status:won")]
#[case(Lang::En, "account:ac", "tab", "/ account:\"Acme Foods\"")]
#[case(Lang::En, "!ne", "tab", "/ !next")]
#[case(Lang::Zh, "阶", "tab", "/ 阶段:")]
#[case(Lang::Zh, "状态：赢", "tab", "/ 状态：赢单")]
#[case(Lang::Zh, "stat", "tab", "/ 状态:")]
fn what_is_offered_is_put_where_one_types(
    #[case] lang: Lang,
    #[case] typed: &str,
    #[case] keys: &str,
    #[case] line: &str,
) {
    let mut interface = open(lang, "5 /");
    interface.type_text(typed);
    interface.press(keys);
    let screen = interface.screen();
    let head = screen.lines().find(|text| text.contains(" / ")).unwrap_or_else(|| panic!("{screen}"));
    assert!(head.trim_end().ends_with(line), "{screen}");
}

#[test]
fn a_tag_of_the_book_is_offered() {
    let mut interface = open(Lang::En, "5 #");
    interface.type_text("urgent");
    interface.press("ctrl-s / # tab");
    has(&interface, "/ #urgent");
}

#[test]
fn plain_words_are_not_disturbed_and_all_fields_are_shown_when_asked_for() {
    let mut interface = open(Lang::En, "5 /");
    assert!(!interface.screen().contains("amount:"), "{}", interface.screen());
    interface.press("tab");
    has(&interface, "amount:");
    interface.type_text("acme");
    assert!(!interface.screen().contains("amount:"), "{}", interface.screen());
    has(&interface, "4 deals");
}

#[rstest]
fn a_filter_being_completed(#[values("en", "zh")] lang: &str, #[values("5", "6")] place: &str) {
    let mut interface = open(lang.parse().unwrap(), place);
    interface.press("/");
    interface.type_text("acme stage:");
    insta::assert_snapshot!(format!("completed_{place}_{lang}"), interface.screen());
}
