//! Records are found by their tags and by what they have in fields of one's own, whatever becomes of those.

use keybook::domain::id::Id;
use keybook::domain::word::{FieldKind, RecordKind};
use keybook::ops::account::AccountInput;
use keybook::ops::field::{self, FieldChange, FieldInput};
use keybook::ops::{Hanging, account, history, tag};
use keybook::store::Book;
use keybook::store::view::lines::AccountLine;
use keybook::store::view::list::Clause;

use crate::common::{add_account, book};

fn names(book: &Book, words: &str) -> Vec<String> {
    book.search(words, 20).unwrap().into_iter().map(|hit| hit.name).collect()
}

fn define(book: &mut Book, key: &str, kind: FieldKind, choices: &[&str]) -> Id {
    let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
    let (record_kind, key) = (RecordKind::Account, key.to_owned());
    field::define(book, &FieldInput { record_kind, key, label: None, kind, choices }).unwrap().value
}

fn fill(book: &mut Book, account: Id, key: &str, value: &str) {
    let fields = vec![(key.to_owned(), Some(value.to_owned()).filter(|value| !value.is_empty()))];
    let hanging = Hanging { fields, ..Hanging::default() };
    account::edit(book, account, &AccountInput { hanging, ..AccountInput::default() }).unwrap();
}

#[test]
fn a_tag_is_found_as_long_as_it_is_on() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    add_account(&mut book, "Bora");
    tag::add(&mut book, "冷链物流", RecordKind::Account, &[acme]).unwrap();
    assert_eq!(names(&book, "冷链"), ["Acme"]);
    assert_eq!(book.search("物流", 1).unwrap()[0].text.as_deref(), Some("#冷链物流"));
    let id = book.tags().unwrap()[0].id;
    tag::rename(&mut book, id, "cold chain").unwrap();
    assert_eq!((names(&book, "冷链"), names(&book, "cold ch")), (vec![], vec!["Acme".to_owned()]));
    tag::remove(&mut book, "cold chain", RecordKind::Account, &[acme]).unwrap();
    assert_eq!(names(&book, "cold"), Vec::<String>::new());
    history::undo(&mut book, None).unwrap();
    assert_eq!(names(&book, "cold"), ["Acme"]);
    tag::delete(&mut book, id).unwrap();
    assert_eq!(names(&book, "cold"), Vec::<String>::new());
    history::undo(&mut book, None).unwrap();
    assert_eq!(names(&book, "cold"), ["Acme"]);
}

#[test]
fn what_stands_in_a_field_of_ones_own_is_found_and_stays_so_through_undo() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let plant = define(&mut book, "plant", FieldKind::Text, &[]);
    define(&mut book, "grade", FieldKind::Choice, &["silver", "bronze"]);
    define(&mut book, "audited", FieldKind::YesNo, &[]);
    fill(&mut book, acme, "plant", "Harrogate 苏州工业园");
    fill(&mut book, acme, "grade", "silver");
    fill(&mut book, acme, "audited", "yes");
    for words in ["harrog", "工业", "silver", "acme harrogate"] {
        assert_eq!(names(&book, words), ["Acme"], "{words}");
    }
    assert_eq!(names(&book, "yes"), Vec::<String>::new(), "a yes tells nothing by itself");
    field::delete(&mut book, plant).unwrap();
    assert_eq!(names(&book, "harrogate"), Vec::<String>::new());
    history::undo(&mut book, None).unwrap();
    assert_eq!(names(&book, "harrogate"), ["Acme"]);
    fill(&mut book, acme, "plant", "");
    assert_eq!(names(&book, "harrogate"), Vec::<String>::new());
    history::undo(&mut book, None).unwrap();
    account::delete(&mut book, acme).unwrap();
    assert_eq!(names(&book, "harrogate"), Vec::<String>::new());
    history::undo(&mut book, None).unwrap();
    assert_eq!(names(&book, "harrogate"), ["Acme"]);
}

#[test]
fn a_field_that_becomes_another_kind_is_found_accordingly() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let due = define(&mut book, "audit", FieldKind::Text, &[]);
    fill(&mut book, acme, "audit", "2026-12-01");
    assert_eq!(names(&book, "2026-12"), ["Acme"]);
    field::edit(&mut book, due, &FieldChange { kind: Some(FieldKind::Date), ..FieldChange::default() })
        .unwrap();
    assert_eq!(names(&book, "2026-12"), Vec::<String>::new(), "days are asked for by a filter");
    history::undo(&mut book, None).unwrap();
    assert_eq!(names(&book, "2026-12"), ["Acme"]);
}

#[test]
fn the_words_of_a_filter_mean_them_too() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    add_account(&mut book, "Bora");
    tag::add(&mut book, "frozen", RecordKind::Account, &[acme]).unwrap();
    let clause: Clause = book.clause(keybook::domain::filter::Kind::Accounts, "froz").unwrap();
    assert_eq!(book.count::<AccountLine>(&clause).unwrap(), 1);
}
