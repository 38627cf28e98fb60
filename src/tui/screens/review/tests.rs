//! The review as a person sees it, and what it costs at the keyboard.

use rstest::rstest;

use crate::domain::money::{Currency, Money};
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::deal::{self, DealInput};
use crate::store::Book;
use crate::store::view::list::Clause;
use crate::tui::testkit::sample::{Sample, fresh, sample};
use crate::tui::testkit::{Interface, has};

#[rstest]
fn the_review(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40), (60, 16))] size: (u16, u16)) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    let name = |what: &str| format!("{what}_{lang}_{}x{}", size.0, size.1);
    interface.press("g r");
    insta::assert_snapshot!(name("review"), interface.screen());
    interface.press("d");
    insta::assert_snapshot!(name("close_date"), interface.screen());
    interface.press("1 S");
    insta::assert_snapshot!(name("end"), interface.screen());
}

/// The sample with so many deals that need a word.
fn needing(number: usize) -> Sample {
    let mut sample = sample();
    let book = &mut sample.book;
    let account = book.named("Acme Foods", &[RecordKind::Account]).unwrap()[0].id;
    for n in book.needing(&Clause::default(), 100).unwrap().len()..number {
        let input = DealInput {
            name: Some(format!("Deal number {n}")),
            account: Some(account),
            amount: Some(Some(Money::new(5_000_000, Currency::EUR))),
            ..DealInput::default()
        };
        deal::add(book, &input).unwrap();
    }
    sample
}

fn read(interface: &Interface) -> Book {
    Book::open(&interface.book_path(), crate::store::Clock::fixed(crate::tui::testkit::sample::TODAY))
        .unwrap()
}

#[test]
fn thirty_deals_take_at_most_ninety_keystrokes() {
    let mut interface = Interface::open(needing(30), Lang::En, 80, 24);
    // To begin it, two.
    let mut keys = 2;
    interface.press("g r");
    has(&interface, "0 of 30 decided");
    for n in 0..30 {
        // Twelve decisions change a date, an amount or a next step; what is typed is apart.
        match n % 5 {
            0 => {
                interface.press("d 2");
                keys += 2;
            }
            1 if n < 15 => {
                interface.press("m").type_text("750k").press("enter");
                keys += 2;
            }
            2 if n < 15 => {
                interface
                    .press("n")
                    .type_text("send the offer")
                    .press("enter")
                    .type_text("+3d")
                    .press("enter");
                keys += 3;
            }
            3 => {
                interface.press("c");
                keys += 1;
            }
            _ => {
                interface.press("space");
                keys += 1;
            }
        }
        has(&interface, &format!("{} of 30 decided", n + 1));
    }
    has(&interface, "Every deal has had its word.");
    keys += 2;
    interface.press("enter enter").type_text("as agreed").press("enter");
    keys += 1;
    has(&interface, "Handed in today");
    assert!(keys <= 90, "{keys} keystrokes");
    let book = read(&interface);
    let review = book.last_review_before("2026-11-22".parse().unwrap()).unwrap().unwrap();
    let verdicts: Vec<_> = book.review(review.id).unwrap().stops.iter().map(|stop| stop.verdict).collect();
    use crate::domain::review::Verdict::{Amount, CloseDate, NextStep};
    let changing = verdicts.iter().flatten().filter(|one| matches!(one, Amount | CloseDate | NextStep));
    assert!(changing.count() >= 10, "{verdicts:?}");
}

#[test]
fn a_decision_moves_the_forecast_and_undo_comes_back() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("g r");
    has(&interface, "nothing moved yet");
    let first = interface.screen();
    interface.press("m").type_text("5M").press("enter");
    has(&interface, "since you began");
    has(&interface, "1 of ");
    interface.press("u");
    has(&interface, "nothing moved yet");
    let name = |screen: &str| screen.lines().nth(6).unwrap().trim().to_owned();
    assert_eq!(name(&interface.screen()), name(&first));
}

#[test]
fn it_is_left_and_goes_on_where_one_was() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("g r space space right");
    has(&interface, "1 passed over");
    let deal = |screen: &str| screen.lines().nth(6).unwrap().trim().to_owned();
    let here = deal(&interface.screen());
    interface.press("esc");
    has(&interface, "The review waits");
    let mut again = interface.reopen();
    again.press("g r");
    has(&again, "The review goes on where you left it.");
    assert_eq!(deal(&again.screen()), here);
    again.press("left left");
    has(&again, "✓ kept as it is");
}

#[test]
fn an_exit_sign_that_was_seen_after_all_is_ticked_off() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("g r");
    has(&interface, "18 deals need a word");
    has(&interface, "moved on without its exit sign");
    interface.press("x");
    has(&interface, "1 of 18 decided");
    interface.press("left");
    has(&interface, "✓ exit sign seen");
    let book = read(&interface);
    let deal = book.named("Energy monitoring", &[RecordKind::Deal]).unwrap()[0].id;
    let reasons = book.attention_of(&[deal]).unwrap().remove(&deal).unwrap();
    assert!(!reasons.contains(&crate::domain::attention::Reason::ExitSignMissing), "{reasons:?}");
    interface.press("u");
    has(&interface, "0 of 18 decided");
    let reasons = read(&interface).attention_of(&[deal]).unwrap().remove(&deal).unwrap();
    assert!(reasons.contains(&crate::domain::attention::Reason::ExitSignMissing), "{reasons:?}");
}

#[test]
fn what_was_said_and_promised_is_read_beside_the_deal() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("g r");
    has(&interface, "No activity is written down");
    interface.press("C").type_text("visit: they doubt the delivery").press("enter left");
    has(&interface, "Last activities");
    has(&interface, "they doubt the delivery");
    interface.press("t").type_text("send the drawings").press("ctrl-s");
    has(&interface, "Open promises");
    has(&interface, "send the drawings");
}

#[test]
fn where_nothing_needs_a_word_the_forecast_is_left() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    interface.press("esc g r");
    has(&interface, "No deal needs a word.");
    has(&interface, "Hand in the forecast");
}

#[test]
fn a_deal_can_be_won_lost_and_left_out_within_the_review() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("g r W enter enter");
    has(&interface, "1 of ");
    interface.press("L").type_text("price").press("enter ctrl-s");
    has(&interface, "2 of ");
    interface.press("z 2");
    has(&interface, "3 of ");
    interface.press("z 5").type_text("+9d").press("enter");
    has(&interface, "4 of ");
    interface.press("C").type_text("visit: saw the line").press("enter");
    has(&interface, "5 of ");
}

#[test]
fn the_page_of_the_week_goes_into_a_file_that_is_not_there_yet() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    let file = interface.book_path().with_file_name("week.html");
    interface.press("g r S w ctrl-u").type_text(&file.to_string_lossy()).press("enter");
    let written = std::fs::read_to_string(&file).unwrap();
    assert!(written.contains("<svg"), "the bridge and the range are drawn");
    interface.press("w ctrl-u").type_text(&file.to_string_lossy()).press("enter");
    has(&interface, "There is a file");
}
