//! Key people: what they are in a deal and at large, and what merging and deleting do to what is known.

use keybook::domain::id::Id;
use keybook::domain::person::{OurRole, Rung};
use keybook::domain::quadrant::Scores;
use keybook::domain::quadrant::clue::Clue;
use keybook::domain::word::{Authority, Involvement, Part, Stance};
use keybook::ops::contact::ContactInput;
use keybook::ops::deal::PersonInput;
use keybook::ops::evidence::{ObservationInput, Whom};
use keybook::ops::recollection::RecollectionInput;
use keybook::ops::{contact, coverage, deal, evidence, history, merge, recollection};
use keybook::store::Book;
use keybook::store::table::contact::Contact;
use keybook::store::table::evidence::Person;
use keybook::store::view::people::{Group, org_tree, zipper};

use crate::common::{add_account, add_deal, book, euros};

fn add(book: &mut Book, account: Id, name: &str, above: Option<Id>) -> Id {
    let input = ContactInput {
        name: Some(name.to_owned()),
        account: Some(Some(account)),
        reports_to: above.map(Some),
        ..ContactInput::default()
    };
    contact::add(book, &input).unwrap().value
}

fn dump(book: &Book) -> Vec<u8> {
    let mut bytes = vec![];
    book.dump(&mut bytes).unwrap();
    bytes
}

fn seen(clue: Clue) -> ObservationInput {
    ObservationInput { clues: vec![clue], quote: Some("so it is".to_owned()), on: None }
}

#[test]
fn in_a_deal_a_person_is_what_was_told_there_and_else_what_they_are_at_large() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let ada = add(&mut book, account, "Ada", None);
    let at_large = ContactInput {
        parts: Some(vec![Part::User]),
        involvement: Some(Some(Involvement::High)),
        authority: Some(Some(Authority::Influences)),
        stance: Some(Some(Stance::Supporter)),
        ..ContactInput::default()
    };
    contact::edit(&mut book, ada, &at_large).unwrap();
    let id = add_deal(&mut book, account, euros(10), "design", None);
    deal::set_person(&mut book, id, ada, &PersonInput::default()).unwrap();
    let here = book.person_in_deal(id, ada).unwrap().unwrap();
    assert_eq!(
        (here.parts, here.stance, here.differs_here),
        (vec![Part::User], Some(Stance::Supporter), false)
    );

    let told = PersonInput {
        parts: Some(vec![Part::DecisionMaker]),
        authority: Some(Some(Authority::Decides)),
        ..PersonInput::default()
    };
    deal::set_person(&mut book, id, ada, &told).unwrap();
    let here = book.person_in_deal(id, ada).unwrap().unwrap();
    assert_eq!((here.parts, here.authority), (vec![Part::DecisionMaker], Some(Authority::Decides)));
    assert_eq!((here.involvement, here.stance), (Some(Involvement::High), Some(Stance::Supporter)));
    assert!(here.differs_here);
    let at_account = &book.people(Group::Account(account)).unwrap()[0];
    assert_eq!(at_account.parts, [Part::User]);

    let emptied = PersonInput { parts: Some(vec![]), authority: Some(None), ..PersonInput::default() };
    deal::set_person(&mut book, id, ada, &emptied).unwrap();
    let here = book.person_in_deal(id, ada).unwrap().unwrap();
    assert_eq!((here.parts, here.authority), (vec![Part::User], Some(Authority::Influences)));
}

#[test]
fn what_is_known_of_merged_people_is_known_of_the_one_that_stays() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let (one, other) = (add(&mut book, account, "A. Doe", None), add(&mut book, account, "Ada Doe", None));
    evidence::observe(&mut book, Whom::Contact(one), &seen(Clue::KeyPoints)).unwrap();
    evidence::observe(&mut book, Whom::Contact(other), &seen(Clue::Calculating)).unwrap();
    recollection::add(&mut book, one, &RecollectionInput::quote("never on a Friday")).unwrap();
    coverage::see_us(&mut book, one, Rung::NeedsSeller, None).unwrap();
    for contact in [one, other] {
        coverage::cover(&mut book, contact, "Lin Wei", None).unwrap();
    }
    let before = dump(&book);
    merge::contacts(&mut book, one, other, &[]).unwrap();
    let merged = &book.people(Group::Account(account)).unwrap()[0];
    assert_eq!(merged.profile.scores, Scores::new(67, 33, 33, 33));
    assert_eq!((merged.rung, merged.covered_by.len()), (Some(Rung::NeedsSeller), 1));
    assert_eq!(book.recollections(Person::Contact(other)).unwrap().len(), 3);
    history::undo(&mut book, None).unwrap();
    assert_eq!(dump(&book), before);
}

#[test]
fn merging_never_closes_a_reporting_line_into_a_ring() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let top = add(&mut book, account, "Top", None);
    let one = add(&mut book, account, "One", Some(top));
    let between = add(&mut book, account, "Between", Some(one));
    let below = add(&mut book, account, "Below", Some(between));
    merge::contacts(&mut book, one, below, &[]).unwrap();
    assert_eq!(book.row::<Contact>(below).unwrap().reports_to, Some(top));
    assert_eq!(book.row::<Contact>(between).unwrap().reports_to, Some(below));
    let people = book.people(Group::Account(account)).unwrap();
    assert_eq!(org_tree(&people).iter().map(|node| node.depth).collect::<Vec<_>>(), [0, 1, 2]);
}

#[test]
fn what_is_known_of_a_person_goes_and_comes_back_with_them() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let ada = add(&mut book, account, "Ada", None);
    evidence::observe(&mut book, Whom::Contact(ada), &seen(Clue::Family)).unwrap();
    evidence::score(&mut book, Whom::Contact(ada), Scores::new(1, 2, 3, 4).unwrap(), None, None).unwrap();
    coverage::see_us(&mut book, ada, Rung::Visitor, None).unwrap();
    coverage::cover(&mut book, ada, "me", None).unwrap();
    coverage::assign(&mut book, account, "me", OurRole::AccountManager).unwrap();
    let before = dump(&book);
    contact::delete(&mut book, ada).unwrap();
    assert!(book.evidence(Person::Contact(ada)).unwrap().is_empty());
    history::undo(&mut book, None).unwrap();
    assert_eq!(dump(&book), before);
    keybook::ops::account::delete(&mut book, account).unwrap();
    history::undo(&mut book, None).unwrap();
    assert_eq!(dump(&book), before);
}

#[test]
fn the_zipper_matches_both_sides_level_by_level_and_shows_who_stands_alone() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let top = add(&mut book, account, "Top", None);
    let worker = add(&mut book, account, "Worker", Some(top));
    coverage::assign(&mut book, account, "Sponsor", OurRole::ExecutiveSponsor).unwrap();
    coverage::assign(&mut book, account, "Fitter", OurRole::Service).unwrap();
    coverage::cover(&mut book, top, "Sponsor", None).unwrap();
    let (people, team) = (book.people(Group::Account(account)).unwrap(), book.team(account).unwrap());
    let zipper = zipper(&people, &team);
    let rows: Vec<(Id, usize)> =
        zipper.rows.iter().map(|row| (people[row.person].contact.id, row.ours.len())).collect();
    assert_eq!(rows, [(top, 1), (worker, 0)]);
    assert_eq!(zipper.rows[0].level, zipper.rows[0].ours[0].1, "sponsor against the top");
    assert_eq!(zipper.idle.iter().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["Fitter"]);
}
