//! The sides of an account and a deal as a person sees them.

use rstest::rstest;

use crate::domain::quadrant::Scores;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::evidence::{self, Whom};
use crate::tui::testkit::Interface;
use crate::tui::testkit::sample::plan::planned;

/// Keys that lead to the account with a plan, and to its deal.
const ACCOUNT: &str = "3 / a c m e enter enter";
const DEAL: &str = "5 / p a c k a g i n g enter enter";

/// Keys of each side, and its name.
const OF_ACCOUNT: [(&str, &str); 11] = [
    (", o", "overview"),
    (", l", "plan"),
    (", p", "people"),
    (", d", "deals"),
    (", f", "factors"),
    (", s", "swot"),
    (", c", "competitors"),
    (", a", "actions"),
    (", i", "intelligence"),
    (", k", "check"),
    (", h", "history"),
];
const OF_DEAL: [(&str, &str); 10] = [
    (", o", "overview"),
    (", n", "needs"),
    (", v", "value"),
    (", w", "path"),
    (", c", "rivals"),
    (", r", "receivables"),
    (", f", "factors"),
    (", p", "people"),
    (", k", "check"),
    (", h", "history"),
];

/// The interface with an account or a deal opened.
fn open(keys: &str) -> Interface {
    let mut interface = Interface::open(planned(), Lang::En, 80, 24);
    interface.press(keys);
    interface
}

#[rstest]
fn each_side_of_an_account(
    #[values("en", "zh")] lang: &str,
    #[values((80, 24), (120, 40))] size: (u16, u16),
) {
    let mut interface = Interface::open(planned(), lang.parse().unwrap(), size.0, size.1);
    interface.press(ACCOUNT);
    for (keys, name) in OF_ACCOUNT {
        interface.press(keys);
        insta::assert_snapshot!(format!("account_{name}_{lang}_{}x{}", size.0, size.1), interface.screen());
    }
}

#[rstest]
fn each_side_of_a_deal(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(planned(), lang.parse().unwrap(), size.0, size.1);
    interface.press(DEAL);
    for (keys, name) in OF_DEAL {
        interface.press(keys);
        insta::assert_snapshot!(format!("deal_{name}_{lang}_{}x{}", size.0, size.1), interface.screen());
    }
}

#[test]
fn enter_opens_an_account_from_its_list_and_the_way_back_leads_there() {
    let mut interface = open("3");
    let list = interface.screen();
    interface.press("enter");
    assert!(interface.screen().contains("Overview Plan"), "{}", interface.screen());
    interface.press(", f").press("-");
    assert_eq!(interface.screen(), list);
}

#[test]
fn a_line_that_asks_is_filled_in_where_it_stands() {
    let mut interface = open(ACCOUNT);
    interface.press(", l j j j j enter");
    assert!(interface.screen().contains("Add: business issue"), "{}", interface.screen());
    interface.type_text("Three sales teams that do not speak").press("ctrl-s");
    let plan = interface.screen();
    assert!(plan.contains("● Business issue: inside challenges"), "{plan}");
    assert!(plan.contains("›   Three sales teams that do not speak"), "{plan}");
}

#[test]
fn factors_are_typed_into_their_cell_one_after_the_other_with_their_stars() {
    let mut interface = open(ACCOUNT);
    interface.press(", f l i").type_text("Our engineers know the plant **").press("enter");
    interface.type_text("They like our people").press("enter");
    let typing = interface.screen();
    assert!(typing.contains("★★·· Our engineers know the"), "{typing}");
    assert!(typing.contains("···· They like our people"), "{typing}");
    interface.press("esc");
    // Another star for the last one, until it has none again.
    interface.press("*");
    assert!(interface.screen().contains("★··· They like our people"), "{}", interface.screen());
    interface.press("* * * *");
    assert!(interface.screen().contains("···· They like our people"), "{}", interface.screen());
    // The cell weighs 4 and 2.
    assert!(interface.screen().contains("6 ★"), "{}", interface.screen());
}

#[test]
fn an_item_is_changed_where_it_stands_moved_and_deleted() {
    let mut interface = open(ACCOUNT);
    interface.press(", s i").type_text("Best quality").press("enter esc");
    let place = |screen: &str, words: &str| screen.lines().position(|line| line.contains(words)).unwrap();
    let added = interface.screen();
    assert!(place(&added, "Strong brands") < place(&added, "› Best quality"), "{added}");
    interface.press("K");
    let moved = interface.screen();
    assert!(place(&moved, "› Best quality") < place(&moved, "Strong brands"), "{moved}");
    interface.press("enter").press("ctrl-u").type_text("Best service").press("enter");
    assert!(interface.screen().contains("› Best service"), "{}", interface.screen());
    // Into the cell of weaknesses, at the right.
    interface.press("M");
    let line = interface.screen().lines().find(|line| line.contains("Best service")).unwrap().to_owned();
    assert!(line.find('│') < line.find("Best service"), "{line}");
    interface.press("X");
    assert!(!interface.screen().contains("Best service  "), "{}", interface.screen());
    interface.press("u u u u u");
    assert!(!interface.screen().contains("› Best"), "{}", interface.screen());
}

#[test]
fn what_was_typed_into_a_cell_is_had_back_in_its_form() {
    let mut interface = open(ACCOUNT);
    interface.press(", s j l i").type_text("Half a thou");
    let mut interface = interface.reopen();
    let question = interface.screen();
    assert!(question.contains("Half a thou"), "{question}");
    interface.press("y");
    let form = interface.screen();
    assert!(form.contains("SWOT item") && form.contains("Half a thou") && form.contains("Threat"), "{form}");
    interface.type_text("ght").press("ctrl-s");
    interface.press(ACCOUNT).press(", s");
    assert!(interface.screen().contains("Half a thought"), "{}", interface.screen());
}

#[test]
fn we_stay_in_view_beside_the_competitor_who_is_chosen() {
    let mut interface = open(ACCOUNT);
    for name in ["Boxline", "Cartona"] {
        interface.press(", c i").type_text(name).press("ctrl-s");
    }
    let screen = interface.screen();
    assert!(screen.contains("Ourselves") && screen.contains("› Cartona"), "{screen}");
    interface.press("h h h");
    assert!(interface.screen().contains("› Ourselves"), "{}", interface.screen());
    interface.press("l l J");
    assert!(interface.screen().contains("› Boxline"), "{}", interface.screen());
}

#[test]
fn competitors_in_a_deal_stand_beside_us_with_what_the_account_knows_of_them() {
    let mut interface = open(DEAL);
    interface.press(", c i").type_text("Packwell").press("tab").type_text("A line on lease");
    interface.press("tab").type_text("3").press("ctrl-s");
    let beside = interface.screen();
    let head = beside.lines().find(|line| line.contains("Packwell")).unwrap();
    assert!(head.contains("Ourselves") && head.contains("› Packwell"), "{beside}");
    for words in ["A line on lease", "Cheap, and known to", "███─────── 3", "███████─── 7"]
    {
        assert!(beside.contains(words), "{words}\n{beside}");
    }
    assert!(!beside.contains("██████──── 6"), "how it is preferred in this deal counts\n{beside}");
    // Enter changes what is offered in the deal.
    interface.press("enter");
    assert!(interface.screen().contains("A line on lease"), "{}", interface.screen());
    interface.press("esc X");
    assert!(interface.screen().contains("Competitors in the deal: nothing yet"), "{}", interface.screen());
}

#[test]
fn what_does_not_fit_of_competitors_is_told_and_walked_to() {
    let mut interface = open(ACCOUNT);
    let words = "They speak to the board twice a year and know each of its members by name. ".repeat(4);
    interface.press(", c i").type_text("Boxline").press("tab tab").type_text(&words).press("tab");
    interface.type_text(&words).press("ctrl-s");
    let screen = interface.screen();
    assert!(screen.contains("more lines"), "{screen}");
    interface.press("pagedown pagedown pagedown pagedown");
    let end = interface.screen();
    assert!(!end.contains("more lines") && end.contains("Preference"), "{end}");
}

#[test]
fn all_that_is_missing_is_offered_at_one_key_from_any_side() {
    let mut interface = open(ACCOUNT);
    interface.press(", h f");
    let offered = interface.screen();
    assert!(offered.contains("What is missing") && offered.contains("What to do on a setback"), "{offered}");
    interface.type_text("setback").press("enter").type_text("Ask Jane first").press("ctrl-s");
    interface.press("f");
    assert!(!interface.screen().contains("What to do on a setback"), "{}", interface.screen());
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_nothing_typed_is_lost() {
    let mut interface = open(ACCOUNT);
    interface.press(", i i").type_text("intelligence").press("enter");
    interface.type_text("They will tender").press("tab").type_text("7").press("ctrl-s");
    let form = interface.screen();
    assert!(form.contains("They will tender") && form.contains("Add: note of intelligence"), "{form}");
}

#[test]
fn an_action_is_ticked_off_and_the_tick_taken_away() {
    let mut interface = open(ACCOUNT);
    interface.press(", a x");
    let ticked = interface.screen();
    assert!(ticked.contains("Done on today"), "{ticked}");
    interface.press("x");
    assert!(!interface.screen().contains("Done on today"), "{}", interface.screen());
}

#[test]
fn going_on_without_the_exit_sign_is_said_and_the_sign_ticked_off_later() {
    let mut interface = open(DEAL);
    interface.press(">");
    let screen = interface.screen();
    assert!(screen.contains("exit sign not seen"), "{screen}");
    interface.press(", w x");
    assert!(interface.screen().contains("● Interest"), "{}", interface.screen());
    assert!(interface.screen().contains("seen today"), "{}", interface.screen());
}

#[test]
fn a_note_is_found_by_its_words_and_shown_where_it_stands() {
    let mut interface = open("1");
    interface.press("s").type_text("merger in march").press("enter");
    let screen = interface.screen();
    assert!(screen.contains("Intelligence · level 3"), "{screen}");
    assert!(screen.contains("› The board decides on the merger in March"), "{screen}");
}

#[test]
fn a_link_is_opened_only_after_a_question_that_says_where_it_leads() {
    let mut interface = open(ACCOUNT);
    interface.press("a k").type_text("https://acme.example/plants").press("tab").type_text("Plants");
    interface.press("ctrl-s G o");
    let question = interface.screen();
    assert!(
        question.contains("Open the link?") && question.contains("https://acme.example/plants"),
        "{question}"
    );
    interface.press("n");
    assert!(!interface.screen().contains("Open the link?"), "{}", interface.screen());
    // Nothing outside is started by a rehearsal.
    interface.press("o y");
    assert!(interface.screen().contains("Nothing is opened from here"), "{}", interface.screen());
}

#[test]
fn the_plan_is_written_to_a_file_by_its_name_and_never_over_another() {
    let mut interface = open(ACCOUNT);
    for (name, first) in [("a.html", "<!doctype html>"), ("a.md", "# "), ("a.json", "{")] {
        interface.press("w ctrl-u").type_text(name).press("ctrl-s");
        assert!(interface.screen().contains("Written to"), "{}", interface.screen());
        let written = std::fs::read_to_string(interface.folder().join(name)).unwrap();
        assert!(written.starts_with(first) && written.contains("Two lines of ours run"), "{written}");
    }
    interface.press("w ctrl-u").type_text("a.md").press("ctrl-s");
    assert!(interface.screen().contains("already: give another name"), "{}", interface.screen());
}

#[test]
fn an_account_is_not_deleted_from_its_own_screen_by_mistake() {
    let mut interface = open(ACCOUNT);
    interface.press("X");
    assert!(interface.screen().contains("Acme Foods"), "{}", interface.screen());
    assert!(interface.screen().contains("Not possible just now"), "{}", interface.screen());
}

#[test]
fn a_proposal_is_walked_around_and_its_ticks_are_kept() {
    let mut sample = planned();
    // The decision maker lives in A, who buys in B.
    for (name, a, b) in [("Jane Miller", 90, 20), ("Tom Becker", 20, 90)] {
        let whom =
            Whom::Contact(sample.book.named(name, &[RecordKind::Contact]).unwrap().first().unwrap().id);
        let scores = Scores::new(a, b, 20, 20).unwrap();
        evidence::score(&mut sample.book, whom, scores, None, None).unwrap();
    }
    let mut interface = Interface::open(sample, Lang::En, 120, 40);
    interface.press(DEAL).press("g w");
    let fresh = interface.screen();
    assert!(
        fresh.contains("! Nothing ticked yet where this audience is at home: Analytical, Orderly."),
        "{fresh}"
    );
    let place = |screen: &str, words: &str| screen.lines().position(|line| line.contains(words)).unwrap();
    assert!(place(&fresh, "A Analytical  Jane Miller") < place(&fresh, "B Orderly  Tom Becker"), "{fresh}");
    assert!(place(&fresh, "B Orderly") < place(&fresh, "D Imaginative"), "{fresh}");
    interface.press("x");
    let ticked = interface.screen();
    assert!(ticked.contains("› [x] Does it cite facts?"), "{ticked}");
    assert!(ticked.contains("at home: Orderly."), "{ticked}");
    interface.press("j j j j enter");
    assert!(interface.screen().contains("has a tick"), "{}", interface.screen());
    let mut interface = interface.reopen();
    interface.press(DEAL).press("g w");
    assert!(interface.screen().contains("[x] Does it cite facts?"), "{}", interface.screen());
    interface.press("x");
    assert!(interface.screen().contains("[ ] Does it cite facts?"), "{}", interface.screen());
    interface.press("u");
    assert!(interface.screen().contains("[x] Does it cite facts?"), "{}", interface.screen());
}
