//! The measures as a person sees them.

use rstest::rstest;

use crate::domain::entry::{EntryKind, Holder};
use crate::domain::money::{Currency, Money};
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::account::{self, AccountInput};
use crate::ops::entry::{self, EntryInput};
use crate::ops::order::{self, OrderInput};
use crate::tui::testkit::sample::{Sample, sample};
use crate::tui::testkit::{Interface, has};

/// The sample with two years of small orders: Acme goes on, another account went for its price.
fn with_orders() -> Sample {
    let mut sample = sample();
    let book = &mut sample.book;
    let acme = book.named("Acme Foods", &[RecordKind::Account]).unwrap()[0].id;
    let input = AccountInput { name: Some("Gone & Sons".into()), ..AccountInput::default() };
    let gone = account::add(book, &input).unwrap().value;
    let buys = [
        (acme, 40, "2025-03-01"),
        (acme, 60, "2025-11-01"),
        (acme, 90, "2026-07-01"),
        (gone, 25, "2025-05-01"),
    ];
    for (account, hundreds, on) in buys {
        let amount = Money::new(hundreds * 10_000, Currency::EUR);
        let input = OrderInput { account, amount, on: on.parse().ok(), product: None, text: None };
        order::add(book, &input).unwrap();
    }
    let why = EntryInput::default().with("reason", "price");
    entry::add(book, EntryKind::Departure, Holder::Account(gone), &why).unwrap();
    sample
}

#[rstest]
fn the_screen(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(with_orders(), lang.parse().unwrap(), size.0, size.1);
    interface.press("g M j j");
    insta::assert_snapshot!(format!("book_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("enter");
    insta::assert_snapshot!(format!("why_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[rstest]
fn the_side_of_an_account(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(with_orders(), lang.parse().unwrap(), size.0, size.1);
    interface.press("3 enter , g");
    insta::assert_snapshot!(format!("account_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn a_measure_says_what_it_lacks_and_what_would_help() {
    let mut interface = Interface::open(with_orders(), Lang::En, 80, 24);
    interface.press("g M");
    interface.press("j j j j j j j");
    interface.press("enter");
    has(&interface, "Why this number: Lifetime value");
    has(&interface, "not enough data: no margin is known");
    has(&interface, "Judge the margin of the account");
    interface.press("esc p");
    has(&interface, "last 6 months");
}

#[test]
fn a_lost_account_opens_and_leads_back() {
    let mut interface = Interface::open(with_orders(), Lang::En, 120, 40);
    interface.press("g M G");
    has(&interface, "2,500 · 2025-05-01 · Price");
    interface.press("enter");
    has(&interface, "Overview");
    interface.press("-");
    has(&interface, "Lost accounts");
}

#[test]
fn why_an_account_went_is_told_on_its_side() {
    let mut interface = Interface::open(with_orders(), Lang::En, 80, 24);
    interface.press("3 enter , g i");
    has(&interface, "Add: departure");
}
