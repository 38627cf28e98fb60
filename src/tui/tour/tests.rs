//! What the tour goes on at, that it has room to say it, and that its keys do what it says.

use crossterm::event::{MouseButton, MouseEventKind};
use ratatui::layout::{Position, Rect, Size};

use super::*;
use crate::i18n::Lang;
use crate::ops::demo;
use crate::store::Clock;
use crate::tui::look::SMALLEST;
use crate::tui::testkit::sample::{FILE, Sample, TODAY, fresh, sample};
use crate::tui::testkit::{Interface, has};
use crate::tui::widgets::text::wrapped;

/// A demonstration in a folder of its own.
fn demonstration() -> Sample {
    let folder = tempfile::tempdir().unwrap();
    let book = demo::make(&folder.path().join(FILE), Clock::fixed(TODAY), None).unwrap();
    Sample { book, folder }
}

/// The tour of a demonstration, come to from a book of one's own.
fn touring(lang: Lang, width: u16, height: u16) -> Interface {
    let mut interface = Interface::open(demonstration(), lang, width, height);
    interface.begin_tour(Path::new("own.keybook"));
    interface
}

fn at(place: Place) -> Here {
    Here { place, is_free: true, is_narrowed: false }
}

#[test]
fn a_step_is_done_once_its_screen_is_there_and_nothing_is_over_it() {
    let mut tour = Tour::new(None);
    assert!(!tour.go_on(at(Place::Today)));
    assert!(!tour.go_on(at(Place::Log)), "another screen is not the one");
    assert!(!tour.go_on(Here { is_free: false, ..at(Place::Funnel) }));
    assert!(tour.go_on(at(Place::Funnel)));
    assert_eq!(tour.number(), 2);
}

#[test]
fn what_was_there_before_a_step_began_does_not_count() {
    let mut tour = Tour::new(None);
    assert!(!tour.go_on(at(Place::Funnel)), "one was there already");
    assert!(!tour.go_on(at(Place::Today)));
    assert!(tour.go_on(at(Place::Funnel)));
    tour.go_back();
    assert!(!tour.go_on(at(Place::Funnel)), "gone back to be looked at again");
    assert_eq!(tour.number(), 1);
}

#[test]
fn a_deed_counts_from_when_it_was_asked_for() {
    let mut tour = Tour::new(None);
    tour.hear(Event::Did(Deed::AdvanceDeal));
    tour.go_on(at(Place::Today));
    tour.go_on(at(Place::Funnel));
    tour.go_on(at(Place::Board));
    assert_eq!((tour.number(), tour.stop().sign), (3, Sign::Did(&[Deed::AdvanceDeal, Deed::BackDeal])));
    assert!(!tour.go_on(at(Place::Board)), "what was done before is over");
    tour.hear(Event::Undone);
    assert!(!tour.go_on(at(Place::Board)), "something else");
    tour.hear(Event::Did(Deed::AdvanceDeal));
    assert!(tour.go_on(at(Place::Board)));
}

#[test]
fn the_last_step_ends_by_no_key_but_leaving() {
    let mut tour = Tour::new(None);
    for _ in 0..2 * STEPS.len() {
        tour.skip();
        tour.go_on(at(Place::Log));
    }
    assert!(tour.is_at_end());
    assert_eq!(tour.number(), STEPS.len());
}

#[test]
fn keys_that_lead_where_one_is_are_not_asked_for() {
    let board = STEPS.iter().find(|stop| stop.then == Some(Action::AdvanceDeal)).unwrap();
    assert_eq!(board.way(Place::Board), [Action::AdvanceDeal]);
    assert_eq!(board.way(Place::Today), [Action::ShowBoard, Action::AdvanceDeal]);
}

#[test]
fn every_text_has_room_on_the_smallest_screen() {
    let measure = crate::report::Measure::default();
    for lang in [Lang::En, Lang::Zh] {
        for stop in STEPS {
            let text = (stop.text)(lang, &|_| "Ctrl-X".to_owned());
            let lines = wrapped(measure, &text, usize::from(SMALLEST.width) - 2);
            assert!(lines.len() <= 3, "{} lines: {text}", lines.len());
            let keys = stop.way(Place::Log).into_iter().map(|action| action.entry().first_key());
            let task = format!("› {}  {}", keys.collect::<Vec<_>>().join("  "), (stop.task)(lang));
            assert!(measure.width(&task) <= usize::from(SMALLEST.width) - 2, "{task}");
        }
    }
}

#[test]
fn the_panel_takes_its_lines_from_the_screen_where_there_are_enough() {
    let (screen, panel) = part(Rect::new(0, 0, 80, 24));
    assert_eq!((screen.height, panel.y, panel.height), (18, 18, 6));
    assert_eq!(room(Size::new(60, 16)), Size::new(60, 16), "too few: it lies over the screen");
    let (_, panel) = part(Rect::new(0, 0, 60, 16));
    assert_eq!(panel.bottom(), 14, "above the message line and the keys");
}

/// Does all that the tour asks for, as a person would; tells the panel's title at each step.
fn walked(interface: &mut Interface, filter: &str, captured: &str) -> Vec<String> {
    let mut titles = Vec::new();
    let mut done = |interface: &mut Interface, keys: &str| {
        let screen = interface.screen();
        titles.push(screen.lines().find(|line| line.starts_with("─ ")).unwrap_or_default().to_owned());
        interface.press(keys);
    };
    for keys in ["2", "6", ">", "u", "3 enter", "4 enter", "5 /"] {
        done(interface, keys);
    }
    interface.type_text(filter);
    interface.press("enter");
    done(interface, ";");
    interface.type_text(captured);
    interface.press("enter");
    done(interface, "? esc");
    done(interface, "g r");
    done(interface, "");
    titles
}

#[test]
fn who_does_what_it_asks_comes_to_its_end_and_to_their_own_book() {
    let mut interface = touring(Lang::En, 80, 24);
    let titles = walked(&mut interface, "amount>100k", "call: likes it, next fri send offer");
    for (number, title) in (1..=10).zip(&titles) {
        assert!(title.contains(&format!("Tour · {number} of 10")), "{titles:#?}");
    }
    assert!(titles[10].contains("That was it"), "{titles:#?}");
    interface.press("esc");
    has(&interface, "Where to now?");
    interface.press("1");
    assert_eq!(interface.next_book(), Some(Path::new("own.keybook")));
}

#[test]
fn the_same_in_chinese() {
    let mut interface = touring(Lang::Zh, 80, 24);
    let titles = walked(&mut interface, "金额>10万", "电话: 想要样品，下周五寄出");
    assert!(titles[10].contains("到此为止"), "{titles:#?}");
    interface.press("esc 2");
    assert!(interface.next_book().is_none() && !interface.screen().contains("导览 ·"));
}

#[test]
fn every_step_can_be_done_for_one_and_gone_back_to() {
    let mut interface = touring(Lang::En, 80, 24);
    for number in 1..=10 {
        has(&interface, &format!("Tour · {number} of 10"));
        interface.press("f3");
    }
    has(&interface, "That was it");
    has(&interface, "Review of");
    for number in (1..=10).rev() {
        interface.press("f2");
        has(&interface, &format!("Tour · {number} of 10"));
    }
    has(&interface, "Overdue");
}

#[test]
fn it_is_left_at_any_time_and_gone_on_with() {
    let mut interface = touring(Lang::En, 80, 24);
    interface.press("2 ?");
    has(&interface, "Tour · 2 of 10");
    interface.press("esc");
    has(&interface, "Tour · 2 of 10");
    interface.press("esc");
    has(&interface, "g S goes on with it");
    assert!(!interface.screen().contains("Tour ·"));
    has(&interface, "To my own book");
    interface.press("2 3 g S");
    has(&interface, "Tour · 2 of 10");
    has(&interface, "Forecast attainment");
}

#[test]
fn skipping_closes_what_is_open_and_keeps_what_was_typed() {
    let mut interface = touring(Lang::En, 80, 24);
    interface.press("a a");
    interface.type_text("Half a name");
    interface.press("f3");
    has(&interface, "Tour · 2 of 10");
    interface.press("a a");
    has(&interface, "Half a name");
}

#[test]
fn its_keys_can_be_pointed_at_and_the_rest_of_it_is_only_read() {
    let mut interface = touring(Lang::En, 80, 24);
    let press = MouseEventKind::Down(MouseButton::Left);
    let before = interface.screen();
    interface.point(press, Position { x: 5, y: 20 });
    assert_eq!(interface.screen(), before);
    interface.point(press, Position { x: 22, y: 23 });
    has(&interface, "Tour · 2 of 10");
}

#[test]
fn where_there_is_little_room_it_gives_way_to_what_is_open() {
    let mut interface = touring(Lang::En, 60, 16);
    interface.press("?");
    assert!(!interface.screen().contains("Tour ·"), "{}", interface.screen());
    interface.press("esc");
    has(&interface, "Tour · 1 of 10");
}

#[test]
fn ones_own_book_is_left_for_it_only_after_a_question() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("g S n");
    assert!(!interface.is_for_tour());
    interface.press("g S y");
    assert!(interface.is_for_tour());
    let mut first = Interface::open(fresh(), Lang::Zh, 80, 24);
    first.press("1");
    assert!(first.is_for_tour(), "offered at the first start");
}

#[test]
fn the_first_start_begins_with_questions_or_without() {
    let mut interface = Interface::open(fresh(), Lang::En, 80, 24);
    insta::assert_snapshot!("welcome_en", interface.screen());
    interface.press("2");
    has(&interface, "Your name");
    let mut other = Interface::open(fresh(), Lang::Zh, 80, 24);
    insta::assert_snapshot!("welcome_zh", other.screen());
    other.press("esc");
    has(&other, "准备好了");
}

#[rstest::rstest]
fn the_tour(#[values("en", "zh")] lang: &str, #[values((60, 16), (80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = touring(lang.parse().unwrap(), size.0, size.1);
    interface.press("2");
    insta::assert_snapshot!(format!("tour_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("f3 f3 f3 f3 f3");
    insta::assert_snapshot!(format!("tour_person_{lang}_{}x{}", size.0, size.1), interface.screen());
}
