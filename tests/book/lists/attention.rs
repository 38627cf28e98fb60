//! Badges: which open deals need attention, from the book.

use keybook::domain::attention::Reason;
use keybook::domain::filter::Kind;
use keybook::domain::id::Id;
use keybook::domain::word::{ActivityKind, Authority, Part};
use keybook::ops::activity::ActivityInput;
use keybook::ops::contact::ContactInput;
use keybook::ops::deal::{DealInput, Won};
use keybook::ops::{activity, contact, deal, settings};
use keybook::store::view::lines::DealLine;
use keybook::store::view::list::{Line, Seek};
use keybook::store::{Book, Clock};

use super::sample::sample;
use crate::common::{add_account, add_deal, book, day, euros};

fn reasons(book: &Book, deal: Id) -> Vec<Reason> {
    book.attention_of(&[deal]).unwrap().remove(&deal).unwrap_or_default()
}

/// A deal with everything in order.
fn sound(book: &mut Book) -> (Id, Id) {
    let account = add_account(book, "Acme");
    let input = ContactInput {
        name: Some("Jane".into()),
        account: Some(Some(account)),
        authority: Some(Some(Authority::Decides)),
        ..ContactInput::default()
    };
    let jane = contact::add(book, &input).unwrap().value;
    let id = add_deal(book, account, euros(100), "design", Some("2026-12-15"));
    let rest = DealInput {
        next_step: Some(Some("Send offer".into())),
        next_on: Some(Some(day("2026-11-25"))),
        contacts: vec![(jane, vec![])],
        ..DealInput::default()
    };
    deal::edit(book, id, &rest).unwrap();
    (id, jane)
}

fn edit(book: &mut Book, id: Id, change: impl FnOnce(&mut DealInput)) {
    let mut input = DealInput::default();
    change(&mut input);
    deal::edit(book, id, &input).unwrap();
}

#[test]
fn a_sound_deal_needs_none_and_a_bare_one_much() {
    let mut book = book();
    let (id, _) = sound(&mut book);
    assert_eq!(reasons(&book, id), []);
    let account = add_account(&mut book, "Bare");
    let bare = add_deal(&mut book, account, euros(0), "interest", None);
    let expected =
        [Reason::NoNextStep, Reason::CloseDateMissing, Reason::AmountMissing, Reason::NoDecisionMaker];
    assert_eq!(reasons(&book, bare), expected);
    deal::win(&mut book, bare, &Won::default()).unwrap();
    assert_eq!(reasons(&book, bare), [], "what is won needs none");
}

#[test]
fn a_close_date_moved_out_twice_needs_attention_also_by_way_of_none() {
    let mut book = book();
    let (id, _) = sound(&mut book);
    edit(&mut book, id, |deal| deal.close_on = Some(Some(day("2026-12-10"))));
    edit(&mut book, id, |deal| deal.close_on = Some(None));
    edit(&mut book, id, |deal| deal.close_on = Some(Some(day("2026-12-20"))));
    edit(&mut book, id, |deal| deal.amount = Some(Some(euros(200))));
    assert_eq!(reasons(&book, id), []);
    edit(&mut book, id, |deal| deal.close_on = Some(Some(day("2027-01-20"))));
    assert_eq!(reasons(&book, id), [Reason::CloseDateMoved]);
    settings::set(&mut book, "moves_of_close", "3").unwrap();
    assert_eq!(reasons(&book, id), []);
}

#[test]
fn who_decides_is_told_by_part_or_authority_in_the_deal_before_at_large() {
    let mut book = book();
    let (id, jane) = sound(&mut book);
    let told = ContactInput { authority: Some(Some(Authority::Influences)), ..ContactInput::default() };
    contact::edit(&mut book, jane, &told).unwrap();
    assert_eq!(reasons(&book, id), [Reason::NoDecisionMaker]);
    let at_large = ContactInput { parts: Some(vec![Part::DecisionMaker]), ..ContactInput::default() };
    contact::edit(&mut book, jane, &at_large).unwrap();
    assert_eq!(reasons(&book, id), []);
    edit(&mut book, id, |deal| deal.contacts = vec![(jane, vec![Part::User])]);
    assert_eq!(reasons(&book, id), [Reason::NoDecisionMaker], "here she is a user");
    edit(&mut book, id, |deal| deal.contacts = vec![(jane, vec![Part::DecisionMaker])]);
    assert_eq!(reasons(&book, id), []);
}

#[test]
fn time_brings_reasons_and_a_planned_visit_is_no_activity() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("try.keybook");
    let mut book = keybook::ops::setup::open(&path, Clock::fixed(day("2026-11-01"))).unwrap();
    let (id, _) = sound(&mut book);
    let planned = ActivityInput {
        deal: Some(id),
        on: Some(day("2027-02-01")),
        ..ActivityInput::new(ActivityKind::Visit, "Visit")
    };
    activity::log(&mut book, &planned).unwrap();
    drop(book);
    let later = Book::open(&path, Clock::fixed(day("2026-12-16"))).unwrap();
    let expected = [Reason::NextStepOverdue, Reason::CloseDatePast, Reason::NoActivity, Reason::StageTooLong];
    assert_eq!(reasons(&later, id), expected);
}

#[test]
fn a_filter_by_reason_finds_what_the_badges_show() {
    let book = sample();
    let find = |filter: &str| {
        let clause = book.clause(Kind::Deals, filter).unwrap();
        let window = book.window::<DealLine>(&clause, DealLine::ORDER, &Seek::First, 100).unwrap();
        window.into_iter().map(|placed| placed.line.deal.id).collect::<Vec<_>>()
    };
    let badges = book.attention_of(&find("status:all")).unwrap();
    for reason in Reason::ALL {
        let mut shown: Vec<Id> =
            badges.iter().filter(|(_, reasons)| reasons.contains(reason)).map(|(id, _)| *id).collect();
        let mut found = find(&format!("attention:{reason}"));
        shown.sort();
        found.sort();
        assert_eq!(found, shown, "{reason}");
    }
}
