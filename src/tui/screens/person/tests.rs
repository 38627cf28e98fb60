//! A person as one sees them.

use rstest::rstest;

use crate::domain::id::Id;
use crate::domain::person::RecollectionKind;
use crate::domain::quadrant::Scores;
use crate::domain::quadrant::clue::Clue;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::evidence::{self, ObservationInput, Whom};
use crate::ops::recollection::{self, RecollectionInput};
use crate::store::Book;
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::{Sample, sample};

fn contact(book: &Book, name: &str) -> Id {
    book.named(name, &[RecordKind::Contact]).unwrap().first().unwrap().id
}

/// The sample, in which something is known of how some think.
pub(super) fn observed() -> Sample {
    let mut sample = sample();
    let book = &mut sample.book;
    let jane = contact(book, "Jane Miller");
    let clues = vec![Clue::TakeApart, Clue::KeyPoints, Clue::BottomLine, Clue::InSequence, Clue::Picky];
    let quote = Some("Show me the numbers, then we talk.".to_owned());
    evidence::observe(book, Whom::Contact(jane), &ObservationInput { clues, quote, on: None }).unwrap();
    let told = RecollectionInput {
        kind: RecollectionKind::Interest,
        text: "sails on the Elbe".to_owned(),
        on: None,
    };
    recollection::add(book, jane, &told).unwrap();
    let tom = contact(book, "Tom Becker");
    evidence::score(book, Whom::Contact(tom), Scores::new(20, 85, 70, 15).unwrap(), None, None).unwrap();
    evidence::score(book, Whom::Me, Scores::new(30, 25, 60, 90).unwrap(), None, None).unwrap();
    sample
}

/// The screen of somebody, reached from the list.
pub(super) fn at(sample: Sample, name: &str, lang: Lang, width: u16, height: u16) -> Interface {
    let mut interface = Interface::open(sample, lang, width, height);
    interface.press("4 /").type_text(name).press("enter enter");
    interface
}

#[rstest]
fn a_person(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = at(observed(), "Jane Miller", lang.parse().unwrap(), size.0, size.1);
    for pane in ["who", "mind", "talk", "history"] {
        let name = format!("person_{pane}_{lang}_{}x{}", size.0, size.1);
        insta::assert_snapshot!(name, interface.screen());
        interface.press("tab");
    }
}

#[rstest]
fn each_profile_on_the_plane(
    #[values(("single", [92, 45, 20, 38]), ("two", [35, 84, 72, 18]), ("balanced", [64, 60, 66, 62]))]
    profile: (&str, [u8; 4]),
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut sample = observed();
    let ines = Whom::Contact(contact(&sample.book, "Ines Albrecht"));
    let (name, [a, b, c, d]) = profile;
    evidence::score(&mut sample.book, ines, Scores::new(a, b, c, d).unwrap(), None, None).unwrap();
    let mut interface = at(sample, "Ines Albrecht", lang.parse().unwrap(), size.0, size.1);
    interface.press("tab");
    insta::assert_snapshot!(format!("plane_{name}_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[rstest]
fn somebody_unknown(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = at(sample(), "Ines Albrecht", lang.parse().unwrap(), size.0, size.1);
    interface.press("tab");
    insta::assert_snapshot!(format!("unknown_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[rstest]
fn the_picker(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = at(observed(), "Jane Miller", lang.parse().unwrap(), size.0, size.1);
    interface.press("o j j space l space");
    insta::assert_snapshot!(format!("says_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("tab");
    insta::assert_snapshot!(format!("traits_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn what_is_ticked_and_said_is_evidence_at_once() {
    let mut interface = at(sample(), "Ines Albrecht", Lang::En, 80, 24);
    // Nothing ticked is nothing kept: the picker stays.
    interface.press("o enter");
    assert!(interface.screen().contains("Nothing is ticked yet"), "{}", interface.screen());
    interface.press("l space j space tab tab").type_text("why not").press("enter tab");
    let shown = interface.screen();
    // Two clues of one room: 50 + 50 × 2 ÷ 6 = 67, a primary preference.
    assert!(shown.contains("◆ 67 primary") && shown.contains("why not"), "{shown}");
    interface.press("u");
    assert!(interface.screen().contains("not known yet"), "{}", interface.screen());
}

#[test]
fn what_was_heard_some_days_ago_is_dated_so() {
    let mut interface = at(sample(), "Ines Albrecht", Lang::En, 80, 24);
    interface.press("o space tab tab tab").type_text("tomorrow").press("enter");
    assert!(interface.screen().contains("still to come"), "{}", interface.screen());
    for _ in 0..8 {
        interface.press("backspace");
    }
    interface.type_text("2026-11-12").press("enter tab");
    let shown = interface.screen();
    assert!(shown.contains("newest 2026-11-12"), "{shown}");
}

#[test]
fn somebody_is_observed_also_where_a_deal_of_theirs_stands_chosen() {
    let mut interface = at(observed(), "Jane Miller", Lang::En, 80, 24);
    interface.press("shift-tab");
    assert!(interface.screen().contains("▸History"), "{}", interface.screen());
    interface.press("a e");
    assert!(interface.screen().contains("In their own words"), "{}", interface.screen());
}

#[test]
fn oneself_is_asked_for_where_it_is_missing() {
    let mut interface = at(sample(), "Jane Miller", Lang::En, 80, 24);
    interface.press("tab tab");
    assert!(interface.screen().contains("Press M"), "{}", interface.screen());
    interface.press("M space enter o space enter");
    let shown = interface.screen();
    assert!(shown.contains("same, difficulty 1 of 4"), "{shown}");
}

#[test]
fn scores_are_told_directly_and_refused_above_a_hundred() {
    let mut interface = at(sample(), "Jane Miller", Lang::En, 80, 24);
    interface.press("O").type_text("80").press("tab").type_text("40").press("tab");
    interface.type_text("120").press("tab").type_text("10").press("ctrl-s");
    assert!(interface.screen().contains("0 to 100"), "{}", interface.screen());
    // The field that is wrong has the cursor.
    for _ in 0..3 {
        interface.press("backspace");
    }
    interface.type_text("30").press("ctrl-s tab");
    assert!(interface.screen().contains("80 primary"), "{}", interface.screen());
}

#[test]
fn a_line_leads_on_and_the_way_back_leads_to_it() {
    let mut interface = at(observed(), "Jane Miller", Lang::En, 80, 24);
    interface.press("shift-tab enter -");
    let back = interface.screen();
    assert!(back.contains("Jane Miller") && back.contains("▸History"), "{back}");
    interface.press("esc");
    assert!(interface.screen().contains("Jane Miller"), "{}", interface.screen());
}

#[rstest]
fn a_buying_group(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(observed(), lang.parse().unwrap(), size.0, size.1);
    interface.press("3 /").type_text("Acme").press("enter g b");
    insta::assert_snapshot!(format!("group_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("j tab");
    insta::assert_snapshot!(format!("group_parts_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[rstest]
fn a_brief(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = at(observed(), "Jane Miller", lang.parse().unwrap(), size.0, size.1);
    interface.press("b");
    insta::assert_snapshot!(format!("brief_{lang}_{}x{}", size.0, size.1), interface.screen());
}
