//! Copies of the book as a person meets them.

use std::fs;

use rstest::rstest;

use crate::i18n::Lang;
use crate::store::backup::list;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::sample;

fn opened(lang: Lang) -> Interface {
    Interface::open(sample(), lang, 100, 30)
}

#[rstest]
#[case(Lang::En, "Bring this copy back?", "would go")]
#[case(Lang::Zh, "恢复这份备份？", "将移除")]
fn a_copy_is_made_looked_at_and_brought_back(
    #[case] lang: Lang,
    #[case] question: &str,
    #[case] would: &str,
) {
    let mut interface = opened(lang);
    interface.press("a b");
    assert_eq!(list(&interface.book_path()).unwrap().len(), 1, "{}", interface.screen());
    interface.press("a a").type_text("Zorro").press("ctrl-s");
    interface.press("g B");
    interface.press("enter");
    let asked = interface.screen();
    assert!(asked.contains(question) && asked.contains(would) && asked.contains("Zorro"), "{asked}");
    interface.press("esc 3");
    assert!(interface.screen().contains("Zorro"), "nothing was done yet");
    interface.press("g B");
    interface.press("enter y");
    let after = interface.screen();
    assert!(!after.contains("Zorro"), "{after}");
    assert_eq!(list(&interface.book_path()).unwrap().len(), 2, "the book as it was is a copy now");
}

#[test]
fn without_copies_it_says_that_they_are_made_by_themselves() {
    let mut interface = opened(Lang::En);
    interface.press("g B");
    assert!(interface.screen().contains("They are made by themselves"), "{}", interface.screen());
}

/// Ruins the file of an open book under it, apart from its first page.
fn ruin(interface: &Interface) {
    let path = interface.book_path();
    let file = rusqlite::Connection::open(&path).unwrap();
    file.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).unwrap();
    drop(file);
    let length = fs::metadata(&path).unwrap().len();
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    std::os::unix::fs::FileExt::write_all_at(&file, &vec![0xee; length as usize - 4096], 4096).unwrap();
    // To close it here would let go of the book's locks.
    std::mem::forget(file);
}

#[test]
#[cfg(unix)]
fn a_book_that_turns_out_to_be_damaged_is_left_alone_and_a_copy_offered() {
    let mut interface = opened(Lang::En);
    interface.press("a b");
    ruin(&interface);
    let ruined = fs::read(interface.book_path()).unwrap();
    // Whatever is not remembered is read from the file.
    interface.press("7");
    let said = interface.screen();
    assert!(said.contains("The book is damaged") && said.contains("Bring back the copy of"), "{said}");
    assert_eq!(fs::read(interface.book_path()).unwrap(), ruined, "nothing is written to it");
    interface.press("1");
    let asked = interface.screen();
    assert!(asked.contains("The damaged book is laid aside as it is"), "{asked}");
    interface.press("y");
    let after = interface.screen();
    assert!(after.contains("Brought the copy back"), "{after}");
    interface.press("3");
    assert!(interface.screen().contains("Acme"), "{}", interface.screen());
    let aside = interface.book_path().with_extension("keybook.damaged-1");
    assert_eq!(fs::read(aside).unwrap(), ruined);
}

#[test]
fn what_another_has_done_meanwhile_is_taken_back_only_after_a_question() {
    let mut interface = opened(Lang::En);
    interface.press("a a").type_text("Zorro").press("ctrl-s");
    // Somebody else, at the same book.
    let clock = crate::store::Clock::fixed(crate::tui::testkit::sample::TODAY);
    let mut theirs = crate::store::Book::open(&interface.book_path(), clock).unwrap();
    let input = crate::ops::account::AccountInput { name: Some("Yotta".into()), ..Default::default() };
    crate::ops::account::add(&mut theirs, &input).unwrap();
    interface.press("3 f5");
    assert!(interface.screen().contains("Yotta"), "what others did shows: {}", interface.screen());
    interface.press("u");
    let asked = interface.screen();
    assert!(asked.contains("Take back what was done elsewhere?"), "{asked}");
    interface.press("n");
    assert!(interface.screen().contains("Yotta"));
    interface.press("u y");
    let after = interface.screen();
    assert!(!after.contains("│ Yotta") && after.contains("Undone: Add account Yotta"), "{after}");
    // One's own is undone as ever.
    interface.press("u");
    assert!(interface.screen().contains("Undone: Add account Zorro"), "{}", interface.screen());
}
