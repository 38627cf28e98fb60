//! Moves that are meant so many times.

use super::*;

/// The line of the list at which one stands, as its position tells it.
fn at(interface: &Interface) -> usize {
    let screen = interface.screen();
    screen.lines().position(|line| line.starts_with(" ›")).expect("a chosen line")
}

#[test]
fn a_number_before_a_move_is_how_often_it_is_done() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("5");
    let top = at(&interface);
    interface.press("' 5 j");
    assert_eq!(at(&interface), top + 5);
    interface.press("' 2 up ' 1 G");
    assert_eq!(at(&interface), top, "to the first line");
    interface.press("' 3 g g");
    assert_eq!(at(&interface), top + 2, "to the third line");
    interface.press("' 9 9 9 k");
    assert_eq!(at(&interface), top, "no further than there is a line");
}

#[test]
fn a_number_is_shown_while_it_is_typed_and_left_with_esc() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("5");
    let before = interface.screen();
    interface.press("' 1 2");
    has(&interface, "12");
    has(&interface, "down");
    interface.press("esc");
    assert_eq!(interface.screen(), before, "and the screens are not left for those with the numbers 1 and 2");
}

#[test]
fn several_things_are_taken_back_at_once() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("5 j");
    let before = interface.screen();
    interface.press("> > ' 2 u");
    let screen = interface.screen();
    let list = |screen: &str| screen.lines().take(20).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(list(&screen), list(&before));
}

#[test]
fn digits_that_lead_nowhere_begin_a_number_by_themselves() {
    let Sample { book, folder: _folder } = sample();
    let keys = [("show.deals".to_owned(), vec!["f6".to_owned()])].into_iter().collect();
    let config = Config { keys, ..Config::default() };
    let mut shown = Rehearsal::new(book, Lang::En, &config, Size::new(80, 24));
    shown.press("f6").unwrap();
    let top = text(&shown.frame().0);
    shown.press("5 j").unwrap();
    let line = |screen: &str| screen.lines().position(|line| line.starts_with(" ›")).unwrap();
    assert_eq!(line(&text(&shown.frame().0)), line(&top) + 5);
}
