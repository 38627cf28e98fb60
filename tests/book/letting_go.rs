//! What becomes of plans and of evidence when one of ours, a product or a stage goes.

use keybook::domain::entry::{EntryKind, Holder, Value};
use keybook::domain::id::Id;
use keybook::domain::quadrant::Scores;
use keybook::domain::quadrant::clue::Clue;
use keybook::domain::word::Need;
use keybook::ops::colleague::{self, ColleagueInput};
use keybook::ops::contact::{self, ContactInput};
use keybook::ops::entry::{self, EntryInput};
use keybook::ops::evidence::{self, ObservationInput, Whom};
use keybook::ops::product::{self, ProductInput};
use keybook::ops::{Problem, coverage, history, stage};
use keybook::store::Book;

use crate::common::{add_account, add_deal, book, day, euros};

fn add(book: &mut Book, kind: EntryKind, holder: Holder, input: &EntryInput) -> Id {
    entry::add(book, kind, holder, input).unwrap().value
}

fn dump(book: &Book) -> String {
    let mut bytes = vec![];
    book.dump(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

fn lin_wei(book: &mut Book, is_me: bool) -> Id {
    let input =
        ColleagueInput { name: Some("Lin Wei".into()), is_me: Some(is_me), ..ColleagueInput::default() };
    colleague::add(book, &input).unwrap().value
}

#[test]
fn an_action_stays_when_whose_it_was_goes_and_undo_gives_it_back() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let lin = lin_wei(&mut book, false);
    let call = EntryInput::default().with("text", "call").with("who", Value::Id(lin));
    let action = add(&mut book, EntryKind::Action, Holder::Account(account), &call);
    let who = |book: &Book| book.entry(EntryKind::Action, action).unwrap().refers_to("who");
    assert_eq!(who(&book), Some(lin));
    colleague::delete(&mut book, lin).unwrap();
    assert_eq!(who(&book), None);
    history::undo(&mut book, None).unwrap();
    assert_eq!(who(&book), Some(lin));
}

#[test]
fn what_is_known_of_oneself_goes_with_oneself() {
    let mut book = book();
    let me = lin_wei(&mut book, true);
    let seen = ObservationInput {
        clues: vec![Clue::ALL[0], Clue::ALL[1]],
        quote: Some("figures first".into()),
        on: None,
    };
    evidence::observe(&mut book, Whom::Me, &seen).unwrap();
    evidence::score(&mut book, Whom::Me, Scores::new(60, 20, 30, 40).unwrap(), None, None).unwrap();
    coverage::set_own_needs(&mut book, &[Need::Achievement]).unwrap();
    let before = dump(&book);
    colleague::delete(&mut book, me).unwrap();
    assert!(book.me().unwrap().is_none());
    history::undo(&mut book, None).unwrap();
    assert_eq!(dump(&book), before);
}

#[test]
fn who_has_a_role_or_covers_somebody_is_not_deleted() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let jane =
        ContactInput { name: Some("Jane".into()), account: Some(Some(account)), ..ContactInput::default() };
    let jane = contact::add(&mut book, &jane).unwrap().value;
    let lin = lin_wei(&mut book, false);
    let sponsor = "executive_sponsor".parse().unwrap();
    coverage::assign(&mut book, account, "Lin Wei", sponsor).unwrap();
    assert!(matches!(colleague::delete(&mut book, lin), Err(Problem::InUse { .. })));
    coverage::unassign(&mut book, account, "Lin Wei", sponsor).unwrap();
    coverage::cover(&mut book, jane, "Lin Wei", None).unwrap();
    assert!(matches!(colleague::delete(&mut book, lin), Err(Problem::InUse { .. })));
    coverage::uncover(&mut book, jane, "Lin Wei").unwrap();
    colleague::delete(&mut book, lin).unwrap();
}

#[test]
fn what_a_feature_does_for_a_client_stays_without_its_product() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let deal = add_deal(&mut book, account, euros(100), "use", None);
    let sensor = ProductInput { name: Some("Sensor".into()), ..ProductInput::default() };
    let sensor = product::add(&mut book, &sensor).unwrap().value;
    let fab = EntryInput::default().with("feature", "sealed").with("product", Value::Id(sensor));
    let fab = add(&mut book, EntryKind::Fab, Holder::Deal(deal), &fab);
    product::delete(&mut book, sensor).unwrap();
    assert_eq!(book.entry(EntryKind::Fab, fab).unwrap().refers_to("product"), None);
}

#[test]
fn a_stage_takes_the_signs_that_were_told_of_it_along() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let deal = add_deal(&mut book, account, euros(100), "design", None);
    let comparison = book.stages().unwrap().into_iter().find(|stage| stage.key == "comparison").unwrap();
    let sign = EntryInput::default().with("stage", Value::Id(comparison.id)).with("seen", day("2026-11-20"));
    add(&mut book, EntryKind::ExitSign, Holder::Deal(deal), &sign);
    stage::delete(&mut book, "comparison").unwrap();
    assert!(book.entries(EntryKind::ExitSign, Holder::Deal(deal)).unwrap().is_empty());
    history::undo(&mut book, None).unwrap();
    assert_eq!(book.entries(EntryKind::ExitSign, Holder::Deal(deal)).unwrap().len(), 1);
}
