//! Evidence of how people think: what was observed, and scores told directly. It is about a contact or
//! about one of ours.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::quadrant::clue::Clue;
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::{self, table};
use crate::store::table::recollection::Recollection;

/// Whom evidence is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Person {
    /// A contact.
    Contact(Id),
    /// One of ours: the person at the keyboard, or a colleague.
    Colleague(Id),
}

impl Person {
    /// The contact, where it is one.
    pub fn contact(self) -> Option<Id> {
        match self {
            Person::Contact(id) => Some(id),
            Person::Colleague(_) => None,
        }
    }

    /// The colleague, where it is one.
    pub fn colleague(self) -> Option<Id> {
        match self {
            Person::Colleague(id) => Some(id),
            Person::Contact(_) => None,
        }
    }

    /// The column in which evidence names them, and their id.
    pub(in crate::store) fn column(self) -> (&'static str, Id) {
        match self {
            Person::Contact(id) => ("contact_id", id),
            Person::Colleague(id) => ("colleague_id", id),
        }
    }
}

table! {
    /// What was heard and seen of a person on a day.
    pub struct Observation in "observation" {
        /// Of which contact.
        pub contact_id: Option<Id>,
        /// Of whom of ours.
        pub colleague_id: Option<Id>,
        /// The day.
        pub observed_on: NaiveDate,
        /// When it was entered, milliseconds UTC.
        pub created_at: i64,
    }
}

table! {
    /// A clue of an observation.
    pub struct ObservationClue in "observation_clue" {
        /// Of which observation.
        pub observation_id: Id,
        /// What it was.
        pub clue: Clue,
    }
}

table! {
    /// Scores told directly, 0 to 100 each.
    pub struct QuadrantScore in "quadrant_score" {
        /// Of which contact.
        pub contact_id: Option<Id>,
        /// Of whom of ours.
        pub colleague_id: Option<Id>,
        /// The day they are dated.
        pub scored_on: NaiveDate,
        /// Analytical.
        pub a: u8,
        /// Orderly.
        pub b: u8,
        /// Feeling.
        pub c: u8,
        /// Imaginative.
        pub d: u8,
        /// What they rest on.
        pub note: Option<String>,
        /// When they were entered, milliseconds UTC.
        pub created_at: i64,
    }
}

impl Writer<'_> {
    /// Puts an observation in, with its clues.
    pub fn insert_observation(&self, observation: &Observation, clues: &[Clue]) -> Result<()> {
        self.insert_row(observation)?;
        for clue in clues {
            let id = self.mint()?;
            self.insert_row(&ObservationClue { id, observation_id: observation.id, clue: *clue })?;
        }
        Ok(())
    }

    /// An observation, or none.
    pub fn observation(&self, id: Id) -> Result<Option<Observation>> {
        row::find(self.connection, id)
    }

    /// Takes an observation out, with its clues and what was said in it.
    pub fn delete_observation(&self, id: Id) -> Result<()> {
        self.delete_where::<ObservationClue>("observation_id = ?1", &[&id])?;
        self.delete_where::<Recollection>("observation_id = ?1", &[&id])?;
        self.delete_row::<Observation>(id)
    }

    /// Puts scores in.
    pub fn insert_score(&self, score: &QuadrantScore) -> Result<()> {
        self.insert_row(score)
    }

    /// Direct scores, or none.
    pub fn score(&self, id: Id) -> Result<Option<QuadrantScore>> {
        row::find(self.connection, id)
    }

    /// Takes direct scores out.
    pub fn delete_score(&self, id: Id) -> Result<()> {
        self.delete_row::<QuadrantScore>(id)
    }

    /// Takes all evidence of a person out, with what is remembered of them.
    pub(in crate::store) fn delete_evidence_of(&self, person: Person) -> Result<()> {
        let (column, id) = person.column();
        let theirs = format!("{column} = ?1");
        let clues = format!("observation_id IN (SELECT id FROM observation WHERE {theirs})");
        self.delete_where::<ObservationClue>(&clues, &[&id])?;
        self.delete_where::<Recollection>(&theirs, &[&id])?;
        self.delete_where::<Observation>(&theirs, &[&id])?;
        self.delete_where::<QuadrantScore>(&theirs, &[&id])
    }
}
