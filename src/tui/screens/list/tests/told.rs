//! A detail is read when it has to be, and only then: not for each key that is typed over it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::id::Id;
use crate::domain::word::ActivityKind;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::activity::{self, ActivityInput};
use crate::store::Book;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::screens::board::BoardScreen;
use crate::tui::screens::list::{Deals, ListScreen};
use crate::tui::screens::{Screen, Visit};
use crate::tui::testkit::sample::sample;
use crate::tui::testkit::{Interface, look, text};

fn shown(screen: &dyn Screen, look: &Look) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, look.size.width, look.size.height));
    screen.draw(look, look.room(), &mut buf);
    text(&buf)
}

fn packaging(book: &Book) -> Id {
    book.named("Packaging line", &[RecordKind::Deal]).unwrap().first().unwrap().id
}

/// Writes in the book what no screen is told of.
fn write_aside(book: &mut Book, deal: Id) {
    let note = ActivityInput { deal: Some(deal), ..ActivityInput::new(ActivityKind::Call, "said aside") };
    activity::log(book, &note).unwrap();
}

/// A screen that shows the detail of a deal reads it once; again only when it hears of a change.
fn reads_when_told(screen: &mut dyn Screen, open: &[Action]) {
    let mut sample = sample();
    let deal = packaging(&sample.book);
    let look = Look { size: ratatui::layout::Size::new(120, 40), ..look(Lang::En) };
    screen.revisit(Visit { at: Some(deal), ..Visit::default() });
    screen.read(&sample.book, &look).unwrap();
    for action in open {
        screen.update(*action, &look);
        screen.read(&sample.book, &look).unwrap();
    }
    assert!(shown(screen, &look).contains("went through the contract"), "{}", shown(screen, &look));
    write_aside(&mut sample.book, deal);
    screen.read(&sample.book, &look).unwrap();
    assert!(!shown(screen, &look).contains("said aside"), "read without need: {}", shown(screen, &look));
    screen.changed(None);
    screen.read(&sample.book, &look).unwrap();
    assert!(shown(screen, &look).contains("said aside"), "{}", shown(screen, &look));
}

#[test]
fn a_list_reads_a_detail_when_it_is_told_that_the_book_has_changed() {
    reads_when_told(&mut ListScreen::<Deals>::default(), &[]);
}

#[test]
fn so_does_the_board() {
    reads_when_told(&mut BoardScreen::default(), &[Action::ToggleDetail]);
}

#[test]
fn another_language_and_another_theme_are_shown_at_once() {
    let mut interface = Interface::open(sample(), Lang::En, 120, 40);
    interface.press("5 / P a c k a g i n g enter");
    assert!(interface.screen().contains("Next step"), "{}", interface.screen());
    interface.press("g l");
    let chinese = interface.screen();
    assert!(chinese.contains("下一步") && !chinese.contains("Next step"), "{chinese}");
}
