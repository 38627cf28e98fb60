//! The mouse: it does what the keys do.

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::layout::Position;

use super::*;

const PRESS: MouseEventKind = MouseEventKind::Down(MouseButton::Left);
const CARRY: MouseEventKind = MouseEventKind::Drag(MouseButton::Left);
const LET_GO: MouseEventKind = MouseEventKind::Up(MouseButton::Left);

/// The first cell at which some words stand.
fn cell(interface: &Interface, words: &str) -> Position {
    let (frame, _) = interface.frame();
    let letters: Vec<char> = words.chars().collect();
    let stands = |at: &Position| {
        (at.x..)
            .zip(&letters)
            .all(|(x, letter)| frame.cell((x, at.y)).is_some_and(|cell| cell.symbol().starts_with(*letter)))
    };
    frame.area.positions().find(stands).unwrap_or_else(|| panic!("{words}:\n{}", interface.screen()))
}

fn click(interface: &mut Interface, words: &str) {
    let cell = cell(interface, words);
    interface.point(PRESS, cell);
    interface.point(LET_GO, cell);
}

fn chosen_line(interface: &Interface) -> String {
    interface.screen().lines().find(|line| line.trim_start().starts_with('›')).unwrap_or_default().to_owned()
}

#[rstest]
fn a_line_is_chosen_by_a_click_and_opened_by_two(
    #[values("3", "5")] list: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut interface = Interface::open(sample(), Lang::En, size.0, size.1);
    interface.press(list);
    let third = Position::new(12, 6);
    interface.point(PRESS, third);
    assert!(interface.screen().lines().nth(6).unwrap().starts_with(" ›"), "{}", interface.screen());
    let list = interface.screen();
    interface.point(PRESS, third);
    assert_ne!(interface.screen(), list, "the second click opens it");
}

#[test]
fn a_click_on_what_is_no_line_changes_nothing() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("3 ' 3 j");
    let before = interface.screen();
    for _ in 0..2 {
        interface.point(PRESS, Position::new(70, 21));
    }
    assert_eq!(interface.screen(), before);
}

#[test]
fn tabs_and_the_keys_of_the_footer_are_pressed() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("2");
    click(&mut interface, "5 Deals");
    has(&interface, "Open deals");
    let deals = interface.screen();
    click(&mut interface, "? help");
    assert_ne!(interface.screen(), deals);
    interface.press("esc");
    assert_eq!(interface.screen(), deals);
    click(&mut interface, "a add");
    has(&interface, "account");
    interface.press("esc");
    click(&mut interface, "q quit");
    assert!(interface.has_left());
}

#[test]
fn the_wheel_moves_through_the_lines() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("5");
    let top = chosen_line(&interface);
    interface.point(MouseEventKind::ScrollDown, Position::new(10, 10));
    let moved = chosen_line(&interface);
    assert_ne!(moved, top);
    interface.press("k k k");
    assert_eq!(chosen_line(&interface), top, "three lines");
}

#[test]
fn in_a_dialog_a_line_is_chosen_and_taken() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("g t");
    click(&mut interface, "blue and orange, light");
    assert_eq!(interface.frame().0[(11, 0)].style(), {
        let mut by_key = Interface::open(sample(), Lang::En, 80, 24);
        by_key.press("g t").type_text("orange, light");
        by_key.frame().0[(11, 0)].style()
    });
    click(&mut interface, "blue and orange, light");
    has(&interface, "Theme: blue-orange-light");
}

/// Carries the first deal of the board to a stage.
fn carry(interface: &mut Interface, stage: &str) -> String {
    interface.press("6");
    let from = Position::new(5, 7);
    interface.point(PRESS, from);
    let to = Position { y: 12, ..cell(interface, stage) };
    interface.point(CARRY, to);
    let said = interface.screen();
    interface.point(LET_GO, to);
    said
}

#[test]
fn a_deal_is_carried_to_another_stage_and_taken_back_at_once() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("6");
    let before = interface.screen();
    let said = carry(&mut interface, "Design");
    assert!(said.contains("Let go: ") && said.contains("goes to Design"), "{said}");
    let after = interface.screen();
    assert_ne!(after.lines().nth(4), before.lines().nth(4), "one deal less at the first stage\n{after}");
    interface.press("u 6");
    let columns = |screen: &str| screen.lines().skip(2).take(30).map(str::to_owned).collect::<Vec<_>>();
    let heads = |screen: &str| columns(screen).into_iter().take(3).collect::<Vec<_>>();
    assert_eq!(heads(&interface.screen()), heads(&before));
}

#[test]
fn what_is_let_go_where_it_was_or_in_the_past_stays() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("6");
    let before = interface.screen();
    interface.point(PRESS, Position::new(5, 7));
    interface.point(CARRY, Position::new(6, 11));
    interface.point(LET_GO, Position::new(6, 11));
    assert_eq!(interface.screen(), before);
    interface.press("{");
    let past = interface.screen();
    carry(&mut interface, "Design");
    let columns = |screen: &str| screen.lines().skip(2).take(30).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(columns(&interface.screen()), columns(&past));
}
