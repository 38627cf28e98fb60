//! Importing as a person sees it: what is picked, recognised, put right, tried, taken in and taken back.

use rstest::rstest;

use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::import::remembered;
use crate::report::pace::Pace;
use crate::store::{Book, Clock};
use crate::tui::screens::Screen;
use crate::tui::testkit;
use crate::tui::testkit::Interface;

use crate::tui::testkit::sample::sample;

const DEALS: &str = "Name,Firma,Betrag,Stufe,Abschluss,Gebiet\n\
    Pumpen,Acme GmbH,\"1.200,50\",heiß,24.12.2026,Nord\n\
    Ventile,Bolt AG,\"300,00\",gewonnen,02.11.2026,Süd\n\
    Rohre,Acme GmbH,\"-5,00\",heiß,24.12.2026,Nord\n";

const PEOPLE: &str = "First Name,Last Name,Company,Email\nJane,Miller,Acme Foods,jane@home.example\n\
    伟,王,华锐科技,wang@new.example\n";

/// The interface on a sample, its files beside it, and the import opened there.
fn open(lang: Lang, (width, height): (u16, u16)) -> Interface {
    let mut interface = Interface::open(sample(), lang, width, height);
    let folder = interface.folder().join("files");
    std::fs::create_dir_all(folder.join("older")).unwrap();
    for (name, text) in [("deals.csv", DEALS), ("people.csv", PEOPLE), ("notes.docx", "x")] {
        std::fs::write(folder.join(name), text).unwrap();
    }
    interface.press("g I /");
    interface.type_text(folder.to_str().unwrap()).press("enter");
    interface
}

/// What is on the screen, but for where the files lie.
fn screen(interface: &Interface) -> String {
    let folder = interface.folder().join("files");
    interface.screen().replace(folder.to_str().unwrap(), "/files")
}

/// The book as another program finds it.
fn book(interface: &Interface) -> Book {
    Book::open_again(&interface.book_path(), Clock::fixed(testkit::sample::TODAY)).unwrap()
}

/// Whether a deal or a person of that name is in the book.
fn knows(interface: &Interface, name: &str) -> bool {
    !book(interface).named(name, &[RecordKind::Deal, RecordKind::Contact]).unwrap().is_empty()
}

#[rstest]
fn each_step(
    #[values("en", "zh")] lang: &str,
    #[values((60, 16), (80, 24), (120, 40), (200, 60))] size: (u16, u16),
) {
    let mut interface = open(lang.parse().unwrap(), size);
    let name = |step: &str| format!("{step}_{lang}_{}x{}", size.0, size.1);
    interface.press("down space space");
    insta::assert_snapshot!(name("files"), screen(&interface));
    interface.press("enter");
    insta::assert_snapshot!(name("columns"), screen(&interface));
    interface.press("c");
    insta::assert_snapshot!(name("check"), screen(&interface));
    interface.press("i");
    insta::assert_snapshot!(name("done"), screen(&interface));
}

#[test]
fn files_go_in_as_one_operation_that_one_key_takes_back() {
    let mut interface = open(Lang::En, (120, 40));
    interface.press("down space space enter c");
    assert!(interface.screen().contains("Nothing is written yet"), "{}", interface.screen());
    assert!(!knows(&interface, "Pumpen"));
    interface.press("i");
    assert!(interface.screen().contains("The files are in the book."), "{}", interface.screen());
    assert!(knows(&interface, "Pumpen") && knows(&interface, "王伟"));
    interface.press("u");
    assert!(!knows(&interface, "Pumpen"), "one's own import is taken back without a question");
    assert!(interface.screen().contains("It was taken back"), "{}", interface.screen());
}

#[test]
fn what_a_column_is_is_put_right_and_remembered_with_the_import() {
    let mut interface = open(Lang::En, (120, 40));
    // deals.csv; its last column is no field of ours.
    interface.press("down enter end enter").type_text("source").press("enter");
    let shown = interface.screen();
    assert!(shown.contains("Gebiet") && shown.contains("your word"), "{shown}");
    interface.press("c i");
    let known = remembered(&book(&interface)).unwrap();
    assert_eq!(known[0].told.corrections[0].column, "Gebiet");
    assert_eq!(known[0].told.corrections[0].target.to_string(), "source");
    // The next time it is read as it was put right.
    interface.press("esc enter");
    assert!(interface.screen().contains("Read as it was put right."), "{}", interface.screen());
    interface.press("end enter").type_text("recognises").press("enter");
    assert!(!interface.screen().contains("your word"), "{}", interface.screen());
}

#[test]
fn a_stage_of_theirs_becomes_the_one_that_is_chosen() {
    let mut interface = open(Lang::En, (120, 40));
    interface.press("down enter c");
    let at = |interface: &Interface| {
        interface.screen().lines().find(|line| line.contains("heiß →")).map(str::to_owned)
    };
    assert!(at(&interface).unwrap().contains("heiß → "), "{}", interface.screen());
    for _ in 0..20 {
        if at(&interface).unwrap().trim_start().starts_with('›') {
            break;
        }
        interface.press("down");
    }
    interface.press("enter").type_text("won").press("enter");
    assert!(at(&interface).unwrap().contains("heiß → won"), "{}", interface.screen());
}

#[test]
fn what_a_file_holds_can_be_said_where_nothing_tells_it() {
    let mut interface = open(Lang::En, (120, 40));
    let file = interface.folder().join("files/bare.csv");
    std::fs::write(&file, "Alpha,Beta\n1,2\n3,4\n").unwrap();
    interface.press("/");
    interface.type_text(file.to_str().unwrap()).press("enter");
    assert!(interface.screen().contains("Nothing in"), "{}", interface.screen());
    interface.press("t 1");
    assert!(interface.screen().contains("no column names them"), "{}", interface.screen());
    interface.press("enter").type_text("(name)").press("enter");
    assert!(interface.screen().contains("a table: accounts, 2 rows"), "{}", interface.screen());
}

#[test]
fn a_path_is_typed_and_completed_and_one_that_leads_nowhere_stays() {
    let mut interface = open(Lang::En, (120, 40));
    interface.press("/").type_text("peo").press("tab");
    assert!(interface.screen().contains("people.csv"), "{}", interface.screen());
    interface.type_text("x").press("enter");
    assert!(interface.screen().contains("There is no file “people.csvx”."), "{}", interface.screen());
    interface.press("backspace enter");
    assert!(interface.screen().contains("contacts, 2 rows"), "{}", interface.screen());
    interface.press("esc left");
    assert!(interface.screen().contains("try.keybook") || interface.screen().contains("files/"));
}

#[test]
fn refused_rows_are_written_beside_the_book_under_a_new_name_each_time() {
    let mut interface = open(Lang::En, (120, 40));
    interface.press("down enter c w w");
    for name in ["refused-rows.csv", "refused-rows-2.csv"] {
        let text = std::fs::read_to_string(interface.folder().join(name)).unwrap();
        assert!(text.contains(",4,Betrag,"), "{text}");
    }
}

#[rstest]
fn while_it_goes_on_only_breaking_off_is_possible(#[values(Lang::En, Lang::Zh)] lang: Lang) {
    let mut look = testkit::look(lang);
    look.size = ratatui::layout::Size::new(80, 24);
    let mut screen = super::ImportScreen::default();
    let _ = screen.begin(super::Work::Run, &look);
    let pace = Pace { done: 40_000, rows: 100_000, elapsed: std::time::Duration::from_secs(4) };
    let _ = screen.worked(super::News::Reached("deals.csv".to_owned(), pace), &look);
    assert!(screen.takes_text() && screen.scopes() == [crate::tui::action::Scope::Working]);
    let mut buf = ratatui::buffer::Buffer::empty(ratatui::layout::Rect::new(0, 0, 80, 21));
    let area = buf.area;
    screen.draw(&look, area, &mut buf);
    insta::assert_snapshot!(format!("working_{lang:?}"), testkit::text(&buf));
    let stopped = super::News::Ran(Err(crate::ops::import::Stopped::Cancelled));
    let _ = screen.worked(stopped, &look);
    assert!(!screen.takes_text());
}
