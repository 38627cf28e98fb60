//! What a person may do at random with what is known of key people.

use keybook::domain::id::Id;
use keybook::domain::person::{OurRole, Rung};
use keybook::domain::quadrant::Scores;
use keybook::domain::quadrant::clue::Clue;
use keybook::domain::quadrant::walk::Check;
use keybook::domain::word::RecordKind;
use keybook::ops::evidence::{ObservationInput, Whom};
use keybook::ops::recollection::RecollectionInput;
use keybook::ops::{Problem, contact, coverage, evidence, recollection, walk};
use keybook::store::table::evidence::Person;
use keybook::store::{Book, Outcome};
use proptest::prelude::*;

/// Something done to a contact; numbers choose from lists.
#[derive(Debug, Clone)]
pub enum PeopleAct {
    Observe { clue: usize, quote: bool },
    Score { a: u8, me: bool },
    Withdraw,
    Remember,
    SeeUs { rung: usize },
    Cover { who: usize },
    Uncover { who: usize },
    ReportTo { above: Option<usize> },
    Assign { role: usize, who: usize },
    Collective { yes: bool },
    Tick { question: usize, ticked: bool },
}

const OURS: [&str; 3] = ["me", "Lin Wei", "Jane Doe"];

/// Any of them.
pub fn people_act() -> impl Strategy<Value = PeopleAct> {
    prop_oneof![
        3 => (0usize..48, any::<bool>()).prop_map(|(clue, quote)| PeopleAct::Observe { clue, quote }),
        2 => (0u8..=100, any::<bool>()).prop_map(|(a, me)| PeopleAct::Score { a, me }),
        1 => Just(PeopleAct::Withdraw),
        1 => Just(PeopleAct::Remember),
        2 => (0usize..5).prop_map(|rung| PeopleAct::SeeUs { rung }),
        2 => (0usize..3).prop_map(|who| PeopleAct::Cover { who }),
        1 => (0usize..3).prop_map(|who| PeopleAct::Uncover { who }),
        3 => prop::option::of(0usize..64).prop_map(|above| PeopleAct::ReportTo { above }),
        1 => (0usize..9, 0usize..3).prop_map(|(role, who)| PeopleAct::Assign { role, who }),
        1 => any::<bool>().prop_map(|yes| PeopleAct::Collective { yes }),
        2 => (0usize..16, any::<bool>()).prop_map(|(question, ticked)| PeopleAct::Tick { question, ticked }),
    ]
}

/// Does it to a contact of an account as step `n`; `above` is whom they may report to.
pub fn perform(
    book: &mut Book,
    n: usize,
    act: &PeopleAct,
    (contact, account): (Id, Id),
    above: Option<Id>,
) -> Result<Outcome<()>, Problem> {
    match act {
        PeopleAct::Observe { clue, quote } => {
            let quote = quote.then(|| format!("said {n}"));
            let told = ObservationInput { clues: vec![Clue::ALL[*clue]], quote, on: None };
            evidence::observe(book, Whom::Contact(contact), &told).map(plain)
        }
        PeopleAct::Score { a, me } => {
            let whom = if *me { Whom::Me } else { Whom::Contact(contact) };
            let scores = Scores::new(*a, 50, 40, 30).unwrap();
            evidence::score(book, whom, scores, None, Some("told")).map(plain)
        }
        PeopleAct::Withdraw => {
            let newest = book.evidence(Person::Contact(contact))?.first().map_or(Id(1), |one| one.id);
            evidence::withdraw(book, newest)
        }
        PeopleAct::Remember => {
            recollection::add(book, contact, &RecollectionInput::quote(format!("said {n}"))).map(plain)
        }
        PeopleAct::SeeUs { rung } => coverage::see_us(book, contact, Rung::ALL[*rung], None).map(plain),
        PeopleAct::Cover { who } => coverage::cover(book, contact, OURS[*who], None).map(plain),
        PeopleAct::Uncover { who } => coverage::uncover(book, contact, OURS[*who]),
        PeopleAct::ReportTo { .. } => contact::report_to(book, contact, above).map(plain),
        PeopleAct::Assign { role, who } => {
            coverage::assign(book, account, OURS[*who], OurRole::ALL[*role]).map(plain)
        }
        PeopleAct::Collective { yes } => coverage::set_collective(book, account, *yes).map(plain),
        PeopleAct::Tick { question, ticked } => {
            walk::tick(book, RecordKind::Account, account, &[(Check::ALL[*question], *ticked)])
        }
    }
}

fn plain(outcome: Outcome<Id>) -> Outcome<()> {
    let Outcome { operation, label, changes, .. } = outcome;
    Outcome { value: (), operation, label, changes }
}
