//! The board as a person sees it.

use ratatui::layout::{Position, Size};
use rstest::rstest;

use super::BoardScreen;
use crate::domain::money::{Currency, Money};
use crate::i18n::Lang;
use crate::ops::deal::{self, DealInput};
use crate::store::view::find::Named;
use crate::tui::screens::Screen;
use crate::tui::testkit::sample::{Sample, fresh, sample};
use crate::tui::testkit::{Interface, look, styled};

fn open(lang: Lang, width: u16, height: u16) -> Interface {
    let mut interface = Interface::open(sample(), lang, width, height);
    interface.press("6");
    interface
}

/// The name on the chosen card.
fn chosen(screen: &str) -> String {
    let row = screen.lines().find(|line| line.contains("› ") && !line.contains("stages"));
    let row = row.unwrap_or_else(|| panic!("{screen}"));
    row.split("› ").nth(1).unwrap_or_default().split('│').next().unwrap_or_default().trim().to_owned()
}

/// The column, from the left of the screen, in which the chosen card stands.
fn column_of_chosen(screen: &str) -> usize {
    let row = screen.lines().find(|line| line.contains("› ") && !line.contains("stages")).unwrap();
    row.split("› ").next().unwrap_or_default().matches('│').count()
}

#[rstest]
fn the_board(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40), (60, 16))] size: (u16, u16)) {
    let interface = open(lang.parse().unwrap(), size.0, size.1);
    insta::assert_snapshot!(format!("board_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn the_board_with_its_styles() {
    insta::assert_snapshot!(styled(&open(Lang::En, 80, 24).frame().0));
}

#[rstest]
fn an_empty_board_says_how_to_fill_it(#[values("en", "zh")] lang: &str) {
    let mut interface = Interface::open(fresh(), lang.parse().unwrap(), 80, 24);
    interface.press("esc 6");
    insta::assert_snapshot!(format!("empty_{lang}"), interface.screen());
}

#[test]
fn a_card_stays_chosen_in_the_column_it_is_moved_to() {
    let mut interface = open(Lang::En, 80, 24);
    interface.press("j j");
    let (card, before) = (chosen(&interface.screen()), interface.screen());
    assert!(before.contains("3,000,000"), "{before}");
    interface.press(">");
    let moved = interface.screen();
    assert_eq!((chosen(&moved), column_of_chosen(&moved)), (card.clone(), 1), "{moved}");
    assert!(moved.contains("4 deals") && moved.contains("5 deals"), "{moved}");
    interface.press("< <");
    let back = interface.screen();
    assert_eq!((chosen(&back), column_of_chosen(&back)), (card.clone(), 0), "{back}");
    interface.press("u u");
    assert_eq!(chosen(&interface.screen()), card);
}

#[test]
fn columns_scroll_sideways_with_the_chosen_one_in_view_at_the_same_height() {
    let mut interface = open(Lang::En, 80, 24);
    assert!(interface.screen().contains("stages 1–3 of 6 ›"), "{}", interface.screen());
    interface.press("j l l");
    assert_eq!(chosen(&interface.screen()), "Line 4 retrofit");
    interface.press("l");
    let shown = interface.screen();
    assert!(shown.contains("‹ stages 2–4 of 6 ›") && shown.contains("Comparison"), "{shown}");
    assert_eq!((chosen(&shown).as_str(), column_of_chosen(&shown)), ("Group-wide maintenance", 2));
    interface.press("right right right");
    assert!(interface.screen().contains("‹ stages 4–6 of 6"), "{}", interface.screen());
    interface.press("h h h h h");
    assert!(interface.screen().contains("stages 1–3 of 6 ›"));
}

#[test]
fn a_column_of_its_own_deals_is_sorted_by_date_or_by_amount() {
    let mut interface = open(Lang::En, 80, 24);
    assert_eq!(chosen(&interface.screen()), "备件框架协议");
    // The chosen card stays chosen, at its new place.
    interface.press("o");
    let by_amount = interface.screen();
    assert!(by_amount.contains("by amount") && chosen(&by_amount) == "备件框架协议", "{by_amount}");
    interface.press("g g");
    assert_eq!(chosen(&interface.screen()), "Rollout in three plan…");
}

#[test]
fn a_filter_and_a_period_narrow_the_board_and_its_sums() {
    let mut interface = open(Lang::En, 80, 24);
    interface.press("/").type_text("acme amount>900k");
    let filtered = interface.screen();
    assert!(filtered.contains("2 deals · 2,000,000 EUR"), "{filtered}");
    assert!(filtered.contains("no deals"), "{filtered}");
    interface.type_text(" amount<");
    assert!(interface.screen().contains("! "), "{}", interface.screen());
    interface.press("esc p");
    let month = interface.screen();
    assert!(month.contains("Open deals closing in 2026-11"), "{month}");
    // Energy monitoring 13 Nov, 备件框架协议 17 Nov, Warehouse scanners 26 Nov, Packaging line 30 Nov.
    assert!(month.contains("4 deals · 2,240,000 EUR"), "{month}");
    interface.press("0");
    assert!(interface.screen().contains("18 deals · 14,240,000 EUR · weighted 3,648,000"));
}

#[rstest]
fn the_deal_opens_over_the_board_or_beside_it(#[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = open(Lang::En, size.0, size.1);
    interface.press("l l l l j space");
    insta::assert_snapshot!(format!("detail_{}x{}", size.0, size.1), interface.screen());
    interface.press("esc");
    assert_eq!(chosen(&interface.screen()), "Packaging line");
}

#[test]
fn every_card_in_view_is_read_however_large_the_terminal() {
    let mut interface = open(Lang::En, 300, 200);
    let all = interface.screen();
    assert!(all.contains("Control room upgrade") && all.contains("Training package"), "{all}");
    interface.resize(Size::new(80, 24));
    assert!(interface.screen().contains("stages 1–3 of 6"));
}

/// The sample with two deals in a currency that has no rate.
fn with_foreign_deals() -> Sample {
    let mut sample = sample();
    let account = sample.book.named("Acme Foods", &[crate::domain::word::RecordKind::Account]).unwrap();
    for name in ["Dollars", "More dollars"] {
        let input = DealInput {
            name: Some(name.to_owned()),
            account: account.first().map(|Named { id, .. }| *id),
            amount: Some(Some(Money::new(500_000, Currency::USD))),
            ..DealInput::default()
        };
        deal::add(&mut sample.book, &input).unwrap();
    }
    sample
}

#[test]
fn amounts_without_a_rate_are_told_in_the_head_and_deals_without_a_date_come_last() {
    let mut interface = Interface::open(with_foreign_deals(), Lang::En, 80, 24);
    interface.press("6");
    let board = interface.screen();
    assert!(board.contains("7 deals") && board.contains("3,000,000"), "{board}");
    assert!(board.contains("without 2, no rate: USD"), "{board}");
    interface.press("G");
    let last = interface.screen();
    assert_eq!(chosen(&last), "More dollars");
    assert!(last.contains("USD 5,000") && last.contains("? no date"), "{last}");
}

#[test]
fn a_long_column_is_read_where_it_is_seen_after_whatever_happened() {
    let mut sample = sample();
    let account = sample.book.named("Acme Foods", &[crate::domain::word::RecordKind::Account]).unwrap();
    for number in 0..90 {
        let input = DealInput {
            name: Some(format!("Line {number:02}")),
            account: account.first().map(|Named { id, .. }| *id),
            ..DealInput::default()
        };
        deal::add(&mut sample.book, &input).unwrap();
    }
    let mut interface = Interface::open(sample, Lang::En, 80, 24);
    interface.press("6 G");
    let end = interface.screen();
    assert!(end.contains("92–95 of 95") && chosen(&end) == "Line 89", "{end}");
    interface.press("pageup pageup");
    let cards = |screen: &str| screen.lines().filter(|line| line.contains("? no date")).count();
    assert_eq!(cards(&interface.screen()), 4, "{}", interface.screen());
    // What happens to another deal leaves the column where it is.
    let left = |screen: &str| -> Vec<String> {
        screen.lines().skip(3).take(17).map(|line| line.chars().take(25).collect()).collect()
    };
    let before = left(&interface.screen()).split_off(3);
    interface.press("l c h");
    assert_eq!(left(&interface.screen()).split_off(3), before, "{}", interface.screen());
    // In another order the others are shown from their first card on.
    interface.press("G l o");
    assert!(interface.screen().contains("1–4 of 95"), "{}", interface.screen());
    assert!(interface.screen().contains("Rollout in three"), "{}", interface.screen());
}

#[test]
fn a_deal_that_the_filter_leaves_out_is_shown_when_one_comes_back_to_it() {
    let mut interface = open(Lang::En, 80, 24);
    interface.press("j 3 -");
    assert_eq!(chosen(&interface.screen()), "Training package");
}

#[test]
fn a_cell_of_the_screen_belongs_to_the_card_that_stands_there() {
    let sample = sample();
    let look = look(Lang::En);
    let mut board = BoardScreen::default();
    board.read(&sample.book, &look).unwrap();
    assert_eq!(board.card_at(&look, Position::new(5, 6)), Some((0, 0)));
    assert_eq!(board.card_at(&look, Position::new(5, 8)), Some((0, 0)));
    // Between two cards, and between two columns, there is none.
    assert_eq!(board.card_at(&look, Position::new(5, 9)), None);
    assert_eq!(board.card_at(&look, Position::new(26, 6)), None);
    assert_eq!(board.card_at(&look, Position::new(30, 10)), Some((1, 1)));
    assert_eq!(board.card_at(&look, Position::new(5, 2)), None);
}

#[rstest]
#[case(80, 24)]
#[case(160, 40)]
fn the_lines_of_a_cards_detail_are_walked_and_left(#[case] width: u16, #[case] height: u16) {
    let mut interface = open(Lang::En, width, height);
    interface.press("/").type_text("packaging").press("enter right right right right tab");
    let walked = interface.screen();
    assert!(walked.contains("Enter go there"), "the keys are those of a line:\n{walked}");
    // The first line that stands for a record is one of the deal's people.
    interface.press("enter");
    let opened = interface.screen();
    assert!(opened.lines().nth(1).is_some_and(|head| head.contains("Jane Miller")), "{opened}");
    interface.press("-");
    assert_eq!(interface.screen(), walked, "back at the line from which one left");
    interface.press("tab");
    assert_eq!(chosen(&interface.screen()), "Packaging line");
}
