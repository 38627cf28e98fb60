//! `keybook demo` as scripts see it.

use crate::shelf::{Shelf, fields};

#[test]
fn a_demonstration_is_written_into_a_new_file() {
    let shelf = Shelf::new();
    let written = shelf.json(&["demo", "--print"]);
    assert_eq!(fields(&written), ["book", "accounts", "contacts", "deals", "activities"]);
    assert_eq!((&written["accounts"], &written["deals"]), (&40.into(), &200.into()));
    assert_eq!(shelf.json(&["deal", "list", "--status", "all"]).as_array().unwrap().len(), 200);
    assert_eq!(shelf.json(&["contact", "show", "林若溪"])["account"], "东锦新能源科技股份有限公司");
}

#[test]
fn a_book_that_is_there_is_never_overwritten() {
    let shelf = Shelf::stocked();
    let before = shelf.does(&["export", "all"]);
    let answer = shelf.run(&["demo", "--print"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("book.keybook is there already"), "{}", answer.err);
    assert_eq!(shelf.does(&["export", "all"]), before);
}

#[test]
fn a_size_says_how_many_deals_there_are() {
    let shelf = Shelf::new();
    assert_eq!(shelf.json(&["demo", "--size", "21", "--print"])["deals"], 21);
    assert_eq!(shelf.json(&["account", "list"]).as_array().unwrap().len(), 2);
}

#[test]
fn without_a_file_it_is_not_written_and_without_a_terminal_not_shown() {
    let shelf = Shelf::new();
    let unnamed =
        crate::shelf::Answer::of(shelf.program().env_remove("KEYBOOK_FILE").args(["demo", "--print"]));
    assert_eq!(unnamed.code, 2);
    let answer = shelf.run(&["demo", "--lang", "zh"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("演示账本需要在终端中打开"), "{}", answer.err);
    assert_eq!(shelf.run(&["tour"]).code, 2, "nor is anybody shown round");
    assert!(!shelf.path("book.keybook").exists());
}
