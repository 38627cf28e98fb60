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

/// Runs an action of the palette by its words.
fn ask(interface: &mut Interface, words: &str) {
    interface.press(":").type_text(words).press("enter");
}

#[rstest]
#[case(Lang::En, "copy the book now", "copies of the book", "Bring this copy back?", "would go")]
#[case(Lang::Zh, "立即备份", "账本备份", "恢复这份备份？", "将移除")]
fn a_copy_is_made_looked_at_and_brought_back(
    #[case] lang: Lang,
    #[case] make: &str,
    #[case] show: &str,
    #[case] question: &str,
    #[case] would: &str,
) {
    let mut interface = opened(lang);
    ask(&mut interface, make);
    assert_eq!(list(&interface.book_path()).unwrap().len(), 1, "{}", interface.screen());
    interface.press("a a").type_text("Zorro").press("ctrl-s");
    ask(&mut interface, show);
    interface.press("enter");
    let asked = interface.screen();
    assert!(asked.contains(question) && asked.contains(would) && asked.contains("Zorro"), "{asked}");
    interface.press("esc 3");
    assert!(interface.screen().contains("Zorro"), "nothing was done yet");
    ask(&mut interface, show);
    interface.press("enter y");
    let after = interface.screen();
    assert!(!after.contains("Zorro"), "{after}");
    assert_eq!(list(&interface.book_path()).unwrap().len(), 2, "the book as it was is a copy now");
}

#[test]
fn without_copies_it_says_that_they_are_made_by_themselves() {
    let mut interface = opened(Lang::En);
    ask(&mut interface, "copies of the book");
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
    ask(&mut interface, "copy the book now");
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
