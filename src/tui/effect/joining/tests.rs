//! Two copies of a book, joined as a person does it.

use rstest::rstest;

use crate::i18n::Lang;
use crate::ops::account::{self, AccountInput};
use crate::store::{Book, Clock};
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::sample;

/// A copy of the open book, in which an account was added and one renamed.
fn other_copy(interface: &Interface) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("laptop.keybook");
    let clock = Clock::fixed("2026-11-22".parse().unwrap());
    Book::open_again(&interface.book_path(), clock).unwrap().back_up_to(&path).unwrap();
    let mut copy = Book::open(&path, clock).unwrap();
    let named = |name: &str| AccountInput { name: Some(name.to_owned()), ..AccountInput::default() };
    account::add(&mut copy, &named("Zorro")).unwrap();
    let first = copy.named("A-1", &[crate::domain::word::RecordKind::Account]).unwrap()[0].id;
    account::edit(&mut copy, first, &named("There")).unwrap();
    folder
}

fn rename_here(interface: &Interface) {
    let clock = Clock::fixed("2026-11-21".parse().unwrap());
    let mut book = Book::open_again(&interface.book_path(), clock).unwrap();
    let first = book.named("A-1", &[crate::domain::word::RecordKind::Account]).unwrap()[0].id;
    let name = AccountInput { name: Some("Here".to_owned()), ..AccountInput::default() };
    account::edit(&mut book, first, &name).unwrap();
}

fn look_at(interface: &mut Interface, folder: &tempfile::TempDir) {
    interface.press("g J");
    let path = folder.path().join("laptop.keybook").display().to_string();
    interface.type_text(&path).press("ctrl-s");
}

#[rstest]
#[case(Lang::En, "This book", "Other copy")]
#[case(Lang::Zh, "本账本", "另一份")]
fn what_both_have_changed_is_shown_side_by_side_and_decided(
    #[case] lang: Lang,
    #[case] ours: &str,
    #[case] theirs: &str,
) {
    let mut interface = Interface::open(sample(), lang, 100, 30);
    let folder = other_copy(&interface);
    rename_here(&interface);
    look_at(&mut interface, &folder);
    let asked = interface.screen();
    let shown = [ours, theirs, "Here", "There"];
    assert!(shown.iter().all(|word| asked.contains(word)), "{asked}");
    interface.press("h enter");
    interface.press("3");
    let joined = interface.screen();
    assert!(joined.contains("Zorro") && joined.contains("Here") && !joined.contains("There"), "{joined}");
    interface.press("u");
    assert!(!interface.screen().contains("Zorro"), "{}", interface.screen());
}

/// A screen with the clock's hands at nought: the hour at which a test runs is no part of what it shows.
fn at_midnight(screen: &str) -> String {
    let mut days = screen.split("2026-11-2");
    let first = days.next().unwrap_or_default().to_owned();
    days.fold(first, |shown, rest| {
        let (hour, rest) = rest.split_at(rest.char_indices().nth(7).map_or(rest.len(), |(at, _)| at));
        let (day, hour) = hour.split_at(hour.len().min(1));
        let hour: String = hour.chars().map(|sign| if sign.is_ascii_digit() { '0' } else { sign }).collect();
        shown + "2026-11-2" + day + &hour + rest
    })
}

#[rstest]
fn both_sides_are_seen_in_narrow_and_wide_windows(
    #[values(Lang::En, Lang::Zh)] lang: Lang,
    #[values((80, 24), (120, 40))] (width, height): (u16, u16),
) {
    let mut interface = Interface::open(sample(), lang, width, height);
    let folder = other_copy(&interface);
    rename_here(&interface);
    look_at(&mut interface, &folder);
    let name = format!("joining_{}_{width}x{height}", lang.code());
    insta::assert_snapshot!(name, at_midnight(&interface.screen()));
}

#[test]
fn without_conflicts_it_only_says_what_comes() {
    let mut interface = Interface::open(sample(), Lang::En, 100, 30);
    let folder = other_copy(&interface);
    look_at(&mut interface, &folder);
    let asked = interface.screen();
    assert!(asked.contains("New records: 1") && asked.contains("changed: 1"), "{asked}");
    interface.press("y 3");
    assert!(interface.screen().contains("Zorro"), "{}", interface.screen());
    look_at(&mut interface, &folder);
    assert!(
        interface.screen().contains("has nothing that this book does not know"),
        "{}",
        interface.screen()
    );
}
