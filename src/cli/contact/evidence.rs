//! How a contact thinks: `contact observe`, `score`, `evidence`, `withdraw`.

use clap::Args;

use super::super::desk::Desk;
use super::super::failure::Failure;
use super::super::{clue, name, usage};
use super::answer;
use crate::domain::id::Id;
use crate::domain::quadrant::Scores;
use crate::domain::quadrant::clue::ClueKind;
use crate::ops::evidence::{self, ObservationInput, Whom};
use crate::report::page::Page;
use crate::report::{pages, rows};
use crate::store::Book;
use crate::store::table::evidence::Person;
use crate::tr;

/// Notes phrases that a contact uses and traits noticed, as evidence of how they think
#[derive(Debug, Args)]
pub(in crate::cli) struct Observe {
    /// The contact: code, id, or words of the name; me for oneself
    who: String,
    /// A phrase of theirs, by its key or in words of either language; more than one may be given
    #[arg(long, value_name = "PHRASE")]
    says: Vec<String>,
    /// A trait, by its key or in words of either language; more than one may be given
    #[arg(long = "trait", value_name = "TRAIT")]
    traits: Vec<String>,
    /// What they said, in their own words
    #[arg(long, value_name = "TEXT")]
    quote: Option<String>,
    /// The day, if not today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

impl Observe {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let whom = name::whom(book, &self.who)?;
        let says = self.says.iter().map(|text| clue::read(desk.lang, "--says", text, ClueKind::Says));
        let traits = self.traits.iter().map(|text| clue::read(desk.lang, "--trait", text, ClueKind::Trait));
        let told = ObservationInput {
            clues: says.chain(traits).collect::<Result<_, _>>()?,
            quote: self.quote,
            on: desk.day("--on", self.on.as_deref())?,
        };
        evidence::observe(book, whom, &told)?;
        give(desk, book, whom)
    }
}

/// Scores a contact directly in the four quadrants, 0 to 100 each
#[derive(Debug, Args)]
pub(in crate::cli) struct Score {
    /// The contact: code, id, or words of the name; me for oneself
    who: String,
    /// Analytical
    a: u8,
    /// Orderly
    b: u8,
    /// Feeling
    c: u8,
    /// Imaginative
    d: u8,
    /// The day, if not today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// What the scores rest on
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
}

impl Score {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let whom = name::whom(book, &self.who)?;
        let scores = Scores::new(self.a, self.b, self.c, self.d);
        let scores = scores.ok_or_else(|| usage::refused(tr!(desk.lang, "cli.score_too_high")))?;
        let on = desk.day("--on", self.on.as_deref())?;
        evidence::score(book, whom, scores, on, self.note.as_deref())?;
        give(desk, book, whom)
    }
}

/// Lists the evidence of how a contact thinks: what was observed, and direct scores
#[derive(Debug, Args)]
pub(in crate::cli) struct Evidence {
    /// The contact: code, id, or words of the name; me for oneself
    who: String,
}

impl Evidence {
    pub fn run(self, desk: &Desk, book: &Book) -> Result<(), Failure> {
        let evidence = match person(book, name::whom(book, &self.who)?)? {
            Some(person) => rows::people::evidence(book, person)?,
            None => vec![],
        };
        desk.give_list(&evidence, || {
            Page::of_table(desk.lang, "", pages::people::evidence(desk.lang, &evidence))
        })
    }
}

/// Takes a piece of evidence back, with what was said in it
#[derive(Debug, Args)]
pub(in crate::cli) struct Withdraw {
    /// The id of the evidence, as contact evidence lists it
    evidence: String,
}

impl Withdraw {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let id: Id = self.evidence.parse().map_err(|_| usage::no_such_id(desk.lang, &self.evidence))?;
        let outcome = evidence::withdraw(book, id)?;
        let line = tr!(desk.lang, "done.withdrawn", name = outcome.label.subject);
        desk.give(&serde_json::json!({ "id": id }), || Page::of_line(desk.lang, line))
    }
}

/// The person that is meant, where the book knows who is at the keyboard.
fn person(book: &Book, whom: Whom) -> Result<Option<Person>, Failure> {
    Ok(match whom {
        Whom::Contact(id) => Some(Person::Contact(id)),
        Whom::Me => rows::people::me(book)?,
    })
}

/// Answers with the person as they are known now: a contact as `contact show`, oneself by the scores.
fn give(desk: &Desk, book: &Book, whom: Whom) -> Result<(), Failure> {
    let lang = desk.lang;
    let Some(person) = person(book, whom)? else { return Ok(()) };
    let profile = book.profile(person, desk.today())?;
    let scores = profile.scores.map(crate::report::model::QuadrantsOut::from);
    let words = scores.map(|scores| pages::people::scores_in_words(lang, scores));
    let words = words.unwrap_or_else(|| tr!(lang, "relation.not_known").into_owned());
    match whom {
        Whom::Contact(id) => {
            answer(desk, book, id, |record| tr!(lang, "done.scored", record = record, scores = words).into())
        }
        Whom::Me => {
            let name = rows::people::name(book, person)?;
            let dominant: Vec<String> = profile.dominant().iter().map(ToString::to_string).collect();
            let fields = serde_json::json!({ "name": name, "quadrants": scores, "dominant": dominant });
            desk.give(&fields, || {
                Page::of_line(lang, tr!(lang, "done.scored", record = name, scores = words))
            })
        }
    }
}
