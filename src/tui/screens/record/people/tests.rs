//! The org chart and the zipper as a person sees them.

use rstest::rstest;

use crate::domain::id::Id;
use crate::domain::person::{Level, OurRole};
use crate::domain::word::{Authority, Involvement, Part, RecordKind, Stance};
use crate::i18n::Lang;
use crate::ops::contact::{self, ContactInput};
use crate::ops::coverage;
use crate::ops::deal::{self, PersonInput};
use crate::store::Book;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::{Sample, sample};

/// Keys that lead to the account.
const ACCOUNT: &str = "3 / a c m e enter enter";

fn named(book: &Book, name: &str, kind: RecordKind) -> Id {
    book.named(name, &[kind]).unwrap().first().unwrap().id
}

/// A house with three levels: the board, who reports to it, who reports to them; and one of whom no line
/// is known.
fn house() -> Sample {
    let mut sample = sample();
    let book = &mut sample.book;
    let account = named(book, "Acme Foods", RecordKind::Account);
    let (jane, tom) =
        (named(book, "Jane Miller", RecordKind::Contact), named(book, "Tom Becker", RecordKind::Contact));
    let mut add = |name: &str, title: &str, above: Option<Id>, authority, stance| {
        let input = ContactInput {
            name: Some(name.to_owned()),
            account: Some(Some(account)),
            title: Some(Some(title.to_owned())),
            reports_to: Some(above),
            involvement: Some(Some(Involvement::High)),
            authority: Some(authority),
            stance: Some(stance),
            ..ContactInput::default()
        };
        contact::add(book, &input).unwrap().value
    };
    let board = add("Olga Brandt", "Chief executive", None, Some(Authority::Decides), None);
    add("Piet Maas", "Line 2 foreman", Some(jane), Some(Authority::Influences), Some(Stance::Supporter));
    add("Ravi Menon", "Maintenance", Some(jane), None, Some(Stance::Neutral));
    add("沈悦", "质量工程师", None, Some(Authority::Influences), Some(Stance::Supporter));
    for person in [jane, tom] {
        contact::report_to(book, person, Some(board)).unwrap();
    }
    coverage::cover(book, jane, "me", None).unwrap();
    coverage::cover(book, jane, "Lin Wei", Some(Some(Level::Middle))).unwrap();
    coverage::assign(book, account, "me", OurRole::AccountManager).unwrap();
    coverage::assign(book, account, "Dana Holt", OurRole::ExecutiveSponsor).unwrap();
    sample
}

#[rstest]
fn the_org_chart_and_the_zipper(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut interface = Interface::open(house(), lang.parse().unwrap(), size.0, size.1);
    interface.press(ACCOUNT).press("g s");
    insta::assert_snapshot!(format!("chart_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("v");
    insta::assert_snapshot!(format!("zipper_{lang}_{}x{}", size.0, size.1), interface.screen());
}

fn open(keys: &str) -> Interface {
    let mut interface = Interface::open(house(), Lang::En, 80, 24);
    interface.press(keys);
    interface
}

#[test]
fn who_is_folded_hides_all_below_and_tells_how_many() {
    let mut interface = open(ACCOUNT);
    interface.press("g s");
    assert!(interface.screen().contains("Piet Maas"), "{}", interface.screen());
    interface.press("space");
    let folded = interface.screen();
    assert!(folded.contains("Olga Brandt  Chief executive  +4"), "{folded}");
    assert!(!folded.contains("Jane Miller") && folded.contains("沈悦"), "{folded}");
    interface.press("Z");
    assert!(interface.screen().contains("Piet Maas"), "{}", interface.screen());
    interface.press("Z j");
    assert!(!interface.screen().contains("Piet Maas"), "{}", interface.screen());
}

#[test]
fn a_person_is_found_in_the_tree_and_the_way_back_leads_to_them() {
    let mut interface = open("4 / j a n e enter enter g s");
    let chart = interface.screen();
    assert!(chart.lines().any(|line| line.starts_with(" ›") && line.contains("Jane Miller")), "{chart}");
    interface.press("enter");
    assert!(interface.screen().contains("▸Person"), "{}", interface.screen());
    interface.press("-");
    assert_eq!(interface.screen(), chart);
}

#[test]
fn a_loop_in_the_reporting_lines_is_refused_at_the_keyboard() {
    let mut interface = open("4 / o l g a enter enter e");
    // The field of the person above.
    for _ in 0..14 {
        interface.press("tab");
    }
    let form = interface.screen();
    assert!(form.contains("Reports to"), "{form}");
    interface.type_text("Piet Maas").press("ctrl-s");
    let refused = interface.screen();
    assert!(refused.contains("Olga Brandt cannot report to Piet Maas: Piet Maas stands below"), "{refused}");
    assert!(refused.contains("Reports to     Piet Maas"), "nothing typed is lost: {refused}");
}

#[test]
fn in_a_deal_the_chart_tells_what_they_are_there() {
    let mut sample = house();
    let book = &mut sample.book;
    let jane = named(book, "Jane Miller", RecordKind::Contact);
    let deal = named(book, "Packaging line", RecordKind::Deal);
    let told = PersonInput {
        parts: Some(vec![Part::User]),
        involvement: Some(Some(Involvement::Low)),
        authority: Some(Some(Authority::Decides)),
        stance: Some(Some(Stance::Opponent)),
    };
    deal::set_person(book, deal, jane, &told).unwrap();
    let mut interface = Interface::open(sample, Lang::En, 80, 24);
    interface.press("5 / p a c k a g i n g enter enter g s");
    let shown = interface.screen();
    let line = shown.lines().find(|line| line.contains("Jane Miller")).unwrap();
    assert!(line.contains("- Jane Miller") && line.contains("approver"), "{shown}");
    interface.press("g a enter g s");
    let shown = interface.screen();
    let line = shown.lines().find(|line| line.contains("Jane Miller")).unwrap();
    assert!(line.contains("+ Jane Miller") && line.contains("?"), "{shown}");
}
