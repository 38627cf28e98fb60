//! The reference on the screen: the terms of the place first, the way to the others, and none that there is not.

use std::collections::BTreeSet;

use rstest::rstest;

use super::*;
use crate::domain::entry::EntryKind;
use crate::tui::screens::Place;
use crate::tui::screens::record::Tab;
use crate::tui::testkit::sample::sample;
use crate::tui::testkit::{Interface, has};

/// Every screen and side of a record, with its terms.
fn places() -> Vec<(String, &'static [&'static str])> {
    let places = [
        Place::Today,
        Place::Funnel,
        Place::Accounts,
        Place::People,
        Place::Deals,
        Place::Board,
        Place::Log,
        Place::Register,
        Place::Segments,
        Place::Account,
        Place::Deal,
        Place::Person,
        Place::Review,
        Place::Change,
        Place::Track,
        Place::Metrics,
        Place::WhiteSpace,
        Place::Calendar,
        Place::Resources,
        Place::Care,
        Place::Import,
        Place::Doubles,
    ];
    let whole = places.into_iter().map(|place| (format!("{place:?}"), of_screen(place, None)));
    let of = |place: Place, tabs: &'static [Tab]| {
        tabs.iter().map(move |tab| (format!("{place:?}, {tab:?}"), of_screen(place, Some(*tab))))
    };
    whole.chain(of(Place::Account, Tab::OF_ACCOUNT)).chain(of(Place::Deal, Tab::OF_DEAL)).collect()
}

/// The fields of every form that has terms, by the names of form and field.
fn fields() -> Vec<(&'static str, &'static str)> {
    let mut fields = vec![
        ("account", "tier"),
        ("account", "potential"),
        ("contact", "parts"),
        ("contact", "stance"),
        ("contact", "authority"),
        ("contact", "needs"),
        ("contact", "sees_us"),
        ("contact", "step"),
        ("deal", "stage"),
        ("deal", "win_rate"),
        ("deal", "source"),
        ("deal", "next_step"),
        ("quota", ""),
        ("promise", "text"),
        ("decide_kaism", "class"),
        ("decide_posture", "class"),
        ("decide_rfm", "class"),
        ("decide_score", "class"),
        ("decide_tier", "class"),
        ("decide_pyramid", "class"),
    ];
    for kind in EntryKind::ALL {
        let spec = kind.spec();
        fields.extend(spec.fields.iter().map(|field| (spec.table, field.key)));
    }
    fields
}

#[test]
fn every_screen_side_and_field_names_terms_that_there_are_in_both_languages() {
    for lang in [Lang::En, Lang::Zh] {
        let known: BTreeSet<String> = guide::terms(lang).into_iter().map(|term| term.term).collect();
        for (place, terms) in places() {
            assert!(!terms.is_empty(), "{place} names no term");
            let distinct: BTreeSet<_> = terms.iter().collect();
            assert_eq!(distinct.len(), terms.len(), "{place} names a term twice");
            for term in terms {
                assert!(known.contains(*term), "{place} names {term}, which the guide does not explain");
            }
        }
        for (form, field) in fields() {
            let term = of_field(form, field);
            assert!(term.is_some_and(|term| known.contains(term)), "{form}, {field}: {term:?}");
        }
    }
}

#[test]
fn every_term_is_met_somewhere() {
    let mut met: BTreeSet<&str> = places().into_iter().flat_map(|(_, terms)| terms).copied().collect();
    met.extend(fields().into_iter().filter_map(|(form, field)| of_field(form, field)));
    let terms = guide::terms(Lang::En);
    let unmet: Vec<_> = terms.iter().filter(|term| !met.contains(term.term.as_str())).collect();
    assert!(unmet.is_empty(), "name it where it is met, in src/tui/dialogs/guide/terms.rs: {unmet:?}");
}

#[test]
fn every_text_has_room_on_the_smallest_screen_and_at_a_field() {
    use crate::tui::widgets::text::wrapped;
    let measure = crate::report::Measure::default();
    for lang in [Lang::En, Lang::Zh] {
        for term in guide::terms(lang) {
            // 60×16: a frame with a margin, a third for the list, two columns between.
            let small = wrapped(measure, &term.text, 56 - 18 - 2).len();
            assert!(small < 11, "{}: {small} lines", term.title);
            let at_field = wrapped(measure, &term.text, 76 - 25 - 2).len();
            assert!(at_field + 3 <= usize::from(LOW), "{}: {at_field} lines", term.title);
        }
    }
}

#[test]
fn the_guide_opens_with_what_the_screen_is_about_and_is_narrowed_by_typing() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("2 g ?");
    let screen = interface.screen();
    assert!(screen.contains("› Funnel") && screen.contains("Weighted amount"), "{screen}");
    assert!(!screen.contains("KAISM"), "{screen}");
    interface.type_text("把关者");
    let screen = interface.screen();
    assert!(screen.contains("› Gatekeeper") && !screen.contains("Macro-strategy"), "{screen}");
    interface.press("esc");
    assert!(!interface.screen().contains("Gatekeeper"));
}

#[test]
fn a_term_leads_to_its_chapter_and_to_all_others() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("2 g ? down down tab");
    has(&interface, "The funnel and the week");
    has(&interface, "› Progress");
    has(&interface, "Calibration");
    interface.press("tab");
    has(&interface, "› Progress");
    has(&interface, "Source of a deal");
    interface.press("tab");
    has(&interface, "› Progress");
    assert!(!interface.screen().contains("Calibration"), "{}", interface.screen());
}

#[test]
fn the_help_names_the_terms_and_leads_to_them() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("2 ?");
    has(&interface, "Forecast attainment, Progress");
    interface.press("?");
    has(&interface, "› Funnel");
}

#[test]
fn a_field_of_a_form_is_explained_and_the_form_goes_on() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("a d");
    interface.type_text("Half a name");
    interface.press("tab tab tab tab f1");
    let screen = interface.screen();
    assert!(screen.contains("› Stage"), "{screen}");
    interface.press("esc");
    has(&interface, "Half a name");
}

#[test]
fn only_a_field_with_a_term_offers_to_explain_it() {
    let mut interface = Interface::open(sample(), Lang::En, 80, 24);
    interface.press("a l");
    assert!(!interface.screen().contains("F1"), "{}", interface.screen());
    interface.press("esc a p");
    has(&interface, "F1 explain");
}

#[rstest]
fn the_guide(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(sample(), lang.parse().unwrap(), size.0, size.1);
    interface.press("5 enter g ?");
    insta::assert_snapshot!(format!("guide_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("tab");
    insta::assert_snapshot!(format!("chapter_{lang}_{}x{}", size.0, size.1), interface.screen());
}
