//! Likely doubles as a person sees them.

use rstest::rstest;

use crate::domain::id::Id;
use crate::i18n::Lang;
use crate::ops::account::AccountInput;
use crate::ops::contact::ContactInput;
use crate::ops::{account, contact};
use crate::store::Book;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::{Sample, sample};

/// A company that is written twice, with one person who is, too.
fn doubled() -> Sample {
    let mut sample = sample();
    let told = |text: &str| Some(Some(text.to_owned()));
    let add = |book: &mut Book, input: &AccountInput| account::add(book, input).unwrap().value;
    let one = AccountInput {
        name: Some("Nordwind Technik GmbH".to_owned()),
        phone: told("040 1234567"),
        country: told("Germany"),
        city: told("Hamburg"),
        notes: told("knows our service people well and asks for them by name"),
        ..AccountInput::default()
    };
    let other = AccountInput {
        name: Some("NORDWIND Technik".to_owned()),
        phone: told("+49 (0)40 123 4567"),
        country: told("Deutschland"),
        domain: told("nordwind.example"),
        ..AccountInput::default()
    };
    let (one, other) = (add(&mut sample.book, &one), add(&mut sample.book, &other));
    let person = |name: &str, at: Id| ContactInput {
        name: Some(name.to_owned()),
        account: Some(Some(at)),
        emails: Some(vec![(None, "ada@nordwind.example".to_owned())]),
        ..ContactInput::default()
    };
    contact::add(&mut sample.book, &person("Ada Stein", one)).unwrap();
    contact::add(&mut sample.book, &person("Stein, Ada", other)).unwrap();
    sample
}

#[rstest]
fn the_list_and_two_of_it(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(doubled(), lang.parse().unwrap(), size.0, size.1);
    let name = |what: &str| format!("{what}_{lang}_{}x{}", size.0, size.1);
    interface.press("g D");
    insta::assert_snapshot!(name("list"), interface.screen());
    interface.press("enter down right");
    insta::assert_snapshot!(name("two"), interface.screen());
}

#[test]
fn what_is_chosen_is_what_stays_and_one_undo_parts_them() {
    let mut interface = Interface::open(doubled(), Lang::En, 120, 40);
    interface.press("g D enter right m");
    let screen = interface.screen();
    assert!(screen.contains("Merge account NORDWIND Technik into Nordwind Technik GmbH"), "{screen}");
    assert!(screen.contains("Nothing looks as if it were in the book twice."), "{screen}");
    interface.press("3");
    assert!(interface.screen().contains("NORDWIND Technik"), "{}", interface.screen());
    interface.press("u g D");
    assert!(interface.screen().contains("Nordwind Technik GmbH"), "{}", interface.screen());
}

#[test]
fn the_other_one_stays_after_a_swap() {
    let mut interface = Interface::open(doubled(), Lang::En, 120, 40);
    interface.press("g D m x");
    let screen = interface.screen();
    assert!(screen.contains("stays: A-") && screen.contains("NORDWIND Technik"), "{screen}");
    interface.press("m");
    let screen = interface.screen();
    assert!(screen.contains("Merge account Nordwind Technik GmbH into NORDWIND Technik"), "{screen}");
}

#[test]
fn two_that_are_not_the_same_are_shown_no_more() {
    let mut interface = Interface::open(doubled(), Lang::En, 120, 40);
    interface.press("g D tab");
    assert!(interface.screen().contains("Stein, Ada"), "{}", interface.screen());
    interface.press("n");
    assert!(interface.screen().contains("Nothing looks as if"), "{}", interface.screen());
    interface.press("u");
    assert!(interface.screen().contains("Stein, Ada"), "{}", interface.screen());
}

#[test]
fn two_marked_records_of_a_list_are_laid_beside_each_other() {
    let mut interface = Interface::open(doubled(), Lang::En, 120, 40);
    interface.press("3 v M");
    assert!(interface.screen().contains("Mark exactly two records"), "{}", interface.screen());
    interface.press("down v M");
    assert!(interface.screen().contains("Make one account of two"), "{}", interface.screen());
    interface.press("esc");
    assert!(!interface.screen().contains("Make one account of two"), "{}", interface.screen());
}
