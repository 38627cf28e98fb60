//! White space as a person sees it.

use rstest::rstest;

use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::deal::{self, DealInput, Lost, ProductLine, Won};
use crate::ops::order::{self, OrderInput};
use crate::ops::product::{self, ProductInput};
use crate::store::Book;
use crate::tui::testkit::sample::{Sample, fresh, sample};
use crate::tui::testkit::{Interface, has};

const PRODUCTS: [(&str, i64); 7] = [
    ("Filling machine", 180_000),
    ("Labeller", 42_000),
    ("Packer", 95_000),
    ("Scanner 扫描仪", 2_400),
    ("Service contract", 12_000),
    ("Spare parts", 300),
    ("Training 操作培训", 1_500),
];

fn account(book: &Book, name: &str) -> Id {
    book.named(name, &[RecordKind::Account]).unwrap()[0].id
}

fn sell(book: &mut Book, of: &str, product: &str, thousands: i64) -> Id {
    let line = ProductLine { product: product.to_owned(), quantity: 1_000, price: Some(thousands * 100_000) };
    let input = DealInput {
        name: Some(format!("{product} for {of}")),
        account: Some(account(book, of)),
        amount: Some(Some(Money::new(thousands * 100_000, Currency::EUR))),
        close_on: Some("2026-12-18".parse().ok()),
        products: Some(vec![line]),
        ..DealInput::default()
    };
    deal::add(book, &input).unwrap().value
}

/// The sample with products, some sold, some open, one turned down.
fn sold() -> Sample {
    let mut sample = sample();
    let book = &mut sample.book;
    for (name, euros) in PRODUCTS {
        let price = Some(Some(Money::new(euros * 100, Currency::EUR)));
        let input = ProductInput { name: Some(name.to_owned()), price, ..ProductInput::default() };
        product::add(book, &input).unwrap();
    }
    for (of, product, thousands, on) in [
        ("Acme Foods", "Filling machine", 182, "2026-03-12"),
        ("Acme Foods", "Filling machine", 190, "2026-09-01"),
        ("华锐科技", "Packer", 1_250, "2025-11-05"),
        ("Borealis", "Labeller", 44, "2026-06-30"),
    ] {
        let deal = sell(book, of, product, thousands);
        deal::win(book, deal, &Won { on: on.parse().ok(), amount: None }).unwrap();
    }
    let lost = sell(book, "Borealis", "Packer", 90);
    let told = Lost { reason: "price".into(), on: None, competitor: None, learned: None };
    deal::lose(book, lost, &told).unwrap();
    sell(book, "Acme Foods", "Filling machine", 175);
    sell(book, "Acme Foods", "Packer", 96);
    sell(book, "北方重工", "Training 操作培训", 3);
    let small = OrderInput {
        account: account(book, "Acme Foods"),
        amount: Money::new(120_000, Currency::EUR),
        on: "2026-11-02".parse().ok(),
        product: Some("Spare parts".to_owned()),
        text: None,
    };
    order::add(book, &small).unwrap();
    sample
}

fn open(lang: Lang, width: u16, height: u16) -> Interface {
    let mut interface = Interface::open(sold(), lang, width, height);
    interface.press("g W");
    interface
}

#[track_caller]
#[rstest]
fn the_grid(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40), (60, 16))] size: (u16, u16)) {
    let interface = open(lang.parse().unwrap(), size.0, size.1);
    insta::assert_snapshot!(format!("grid_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[rstest]
fn days_in_the_cells(#[values((80, 24), (200, 40))] size: (u16, u16)) {
    let mut interface = open(Lang::En, size.0, size.1);
    interface.press("w");
    insta::assert_snapshot!(format!("days_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn a_book_without_products_says_what_would_be_here() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    interface.press("esc g W");
    has(&interface, "Accounts and products meet here");
    has(&interface, "add a product");
}

#[test]
fn what_is_bought_open_and_lost_is_told_in_words_under_the_grid() {
    let mut interface = open(Lang::En, 120, 40);
    has(&interface, "Acme Foods × Filling machine");
    has(&interface, "bought: 2 times, 372,000 EUR, last 1 Sep");
    has(&interface, "open  18 Dec  Filling machine for Acme Foods  175,000 EUR");
    interface.press("l");
    has(&interface, "Acme Foods × Labeller   blank: never sold, never offered");
    interface.press("l j");
    has(&interface, "Borealis Paper × Packer   lost");
}

#[test]
fn a_key_on_a_blank_starts_a_deal_that_then_stands_there() {
    let mut interface = open(Lang::En, 80, 24);
    interface.press("l n");
    has(&interface, "New deal");
    has(&interface, "Labeller x 1 @ 42000");
    interface.press("ctrl-s");
    has(&interface, "× products (7)");
    has(&interface, "Acme Foods × Labeller");
    has(&interface, "+ 42,000");
    interface.press("u");
    assert!(!interface.screen().contains("+ 42,000"), "one operation, undone at once");
}

#[test]
fn enter_opens_what_is_there_or_asks_which_of_several() {
    let mut interface = open(Lang::En, 80, 24);
    interface.press("enter");
    has(&interface, "175,000 EUR");
    has(&interface, "won  12 Mar");
    // The open deal comes first.
    interface.press("enter");
    has(&interface, "Overview");
    has(&interface, "Filling machine for Acme Foods");
    interface.press("- l l");
    has(&interface, "Acme Foods × Packer");
    interface.press("enter");
    has(&interface, "Packer for Acme Foods");
    interface.press("- l l l");
    has(&interface, "Acme Foods × Spare parts");
    interface.press("enter");
    has(&interface, "Small orders");
}

#[test]
fn the_grid_scrolls_both_ways_and_names_stay() {
    let mut interface = open(Lang::En, 80, 24);
    has(&interface, "products 1–4 of 7 ›");
    interface.press("l l l l l l l");
    has(&interface, "‹ products 4–7 of 7");
    interface.press("G");
    has(&interface, "› 长江物流集团");
    has(&interface, "Training");
}

#[test]
fn the_filter_narrows_the_accounts_and_their_totals() {
    let mut interface = open(Lang::En, 120, 40);
    has(&interface, "1,667");
    interface.press("/").type_text("borealis");
    has(&interface, "Accounts (1) × products (7)");
    has(&interface, "44,000");
    assert!(!interface.screen().contains("1,667"), "{}", interface.screen());
    interface.press("enter esc o");
    has(&interface, "by potential");
}
