//! The segments of a book: deciding by hand, telling what is missing, cuts that are moved.

use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::segment::{Class, Method, Posture};
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::account::{self, AccountInput};
use crate::ops::entry::{self, EntryInput};
use crate::ops::settings;
use crate::store::{Book, Clock};
use crate::tui::testkit::sample::{Sample, TODAY, fresh, sample};
use crate::tui::testkit::{Interface, has};

fn account(book: &Book, name: &str) -> Id {
    book.named(name, &[RecordKind::Account]).unwrap()[0].id
}

/// The sample, of three of whose accounts it is known what they may spend, and of two our share of that.
fn judged() -> Sample {
    let Sample { mut book, folder } = sample();
    for (name, potential, share) in [
        ("Nordwind Energie", 9_000_000, Some(20)),
        ("Acme Foods", 6_000_000, Some(70)),
        ("北方重工", 400_000, None),
    ] {
        let id = account(&book, name);
        let told = AccountInput {
            potential: Some(Some(Money::new(potential * 100, Currency::EUR))),
            share: share.map(|share| Some(share * 100)),
            ..AccountInput::default()
        };
        account::edit(&mut book, id, &told).unwrap();
    }
    let points = |key: &str, points: i64| (key.to_owned(), Some(Value::Number(points)));
    let told = EntryInput { values: vec![points("attractiveness", 9), points("strength", 3)] };
    let nordwind = Holder::Account(account(&book, "Nordwind Energie"));
    entry::set(&mut book, EntryKind::Standing, nordwind, &told).unwrap();
    Sample { book, folder }
}

fn reopened(interface: &Interface) -> Book {
    Book::open(&interface.book_path(), Clock::fixed(TODAY)).unwrap()
}

#[test]
fn the_accounts_stand_in_the_order_of_their_classes_and_light_up_as_one_moves() {
    let mut interface = Interface::open(judged(), Lang::En, 120, 40);
    interface.press("9");
    // The top third of three is the first alone; our share there is low.
    has(&interface, "› Nordwind Energie");
    has(&interface, "▸ Acquire");
    has(&interface, "size: sales");
    interface.press("j");
    has(&interface, "› Acme Foods");
    has(&interface, "▸ Maintain");
    interface.press("tab");
    has(&interface, "› Acme Foods");
    has(&interface, "attractiveness");
    interface.press("shift-tab , t");
    has(&interface, "the guide");
}

#[test]
fn enter_opens_the_account_and_one_comes_back_to_it_and_to_the_method() {
    let mut interface = Interface::open(judged(), Lang::En, 120, 40);
    interface.press("9 j tab enter");
    has(&interface, "Overview");
    interface.press("-");
    has(&interface, "▸KAISM");
    has(&interface, "› Acme Foods");
}

#[test]
fn a_class_decided_by_hand_stands_beside_what_the_rule_says_until_it_is_taken_back() {
    let mut interface = Interface::open(judged(), Lang::En, 120, 40);
    interface.press("9 D");
    has(&interface, "Not possible just now");
    interface.press("d");
    has(&interface, "the rule says Acquire");
    interface.press("ctrl-u").type_text("Raid").press("tab").type_text("no capacity").press("ctrl-s");
    has(&interface, "≠ Raid");
    has(&interface, "by hand, today · the rule says Acquire");
    has(&interface, "why: no capacity");
    let book = reopened(&interface);
    let nordwind = account(&book, "Nordwind Energie");
    let decided = book.segment_decision(nordwind, Method::Posture).unwrap().unwrap();
    assert_eq!((decided.class, decided.why.as_deref()), (Class::Posture(Posture::Raid), Some("no capacity")));
    interface.press("D");
    has(&interface, "Acquire  by the rule");
    interface.press("u");
    has(&interface, "why: no capacity");
    interface.press("u");
    has(&interface, "Acquire  by the rule");
}

#[test]
fn what_only_measures_is_not_decided() {
    let mut interface = Interface::open(judged(), Lang::En, 120, 40);
    interface.press("9 , r d");
    has(&interface, "Not possible just now");
    interface.press(", s d");
    has(&interface, "Not possible just now");
}

#[test]
fn what_is_missing_is_said_and_told_at_a_key() {
    let mut interface = Interface::open(judged(), Lang::En, 120, 40);
    interface.press("9 end");
    has(&interface, "missing: potential, our share – i tells it");
    has(&interface, "not told");
    interface.press("i");
    has(&interface, "Potential");
    interface.press("esc tab g g");
    has(&interface, "key development");
    interface.press("i");
    has(&interface, "Attractiveness");
    interface.press("ctrl-u").type_text("2").press("ctrl-s");
    has(&interface, "opportunistic");
}

#[test]
fn a_cut_that_is_moved_shows_at_once() {
    let mut interface = Interface::open(judged(), Lang::En, 120, 40);
    interface.press("9");
    has(&interface, "▸ Acquire");
    settings::set(&mut reopened(&interface), "share_cut", "15%").unwrap();
    interface.press("k");
    interface.press("f5");
    has(&interface, "▸ Retain");
    has(&interface, "15 %");
}

#[test]
fn a_book_without_accounts_is_told_how_to_fill_it() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    interface.press("esc 9");
    has(&interface, "No accounts yet");
    has(&interface, "g I");
    interface.press("j d enter tab");
    has(&interface, "No accounts yet");
}

#[test]
fn in_a_small_terminal_the_picture_and_the_chosen_account_stay() {
    let mut interface = Interface::open(judged(), Lang::Zh, 60, 16);
    interface.press("9");
    has(&interface, "获取");
    has(&interface, "› Nordwind");
}
