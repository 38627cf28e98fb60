//! What is known of how people think: the evidence, and the profile that follows from it.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::functions::FunctionFlags;

use super::related::json;
use crate::domain::id::Id;
use crate::domain::quadrant::clue::Clue;
use crate::domain::quadrant::evidence::{Profile, Seen, Told};
use crate::domain::quadrant::{Scores, observed};
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row;
use crate::store::table::evidence::{Person, QuadrantScore};
use crate::store::table::recollection::Recollection;

/// A piece of evidence about a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Evidence {
    /// By which it is withdrawn.
    pub id: Id,
    /// Its day.
    pub on: NaiveDate,
    /// What it is.
    pub what: What,
    /// What was said, or what the scores rest on.
    pub words: Option<String>,
}

/// What a piece of evidence is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Clues heard or seen.
    Observed(Vec<Clue>),
    /// Scores told directly.
    Told(Scores),
}

/// A contact's dominant rooms as letters in their order, such as `ad`, by today's evidence; null where
/// nothing is known.
pub(in crate::store::view) const CONTACT_DOMINANT: &str = "keybook_dominant(
    (SELECT a || ' ' || b || ' ' || c || ' ' || d FROM quadrant_score told
       WHERE told.contact_id = contact.id AND scored_on <= {today} ORDER BY scored_on DESC, id DESC LIMIT 1),
    (SELECT group_concat(clue, ' ') FROM observation seen JOIN observation_clue ON observation_id = seen.id
       WHERE seen.contact_id = contact.id AND observed_on <= {today}))";

/// Registers the rule of the dominant rooms as a function of SQL, so that lists filter by the very rule
/// that pictures show.
pub(in crate::store) fn register(connection: &Connection) -> rusqlite::Result<()> {
    let pure =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("keybook_dominant", 2, pure, |context| {
        let told = context.get_raw(0).as_str().ok().and_then(scores);
        let seen = || {
            let clues = context.get_raw(1).as_str().unwrap_or_default().split(' ');
            observed::scores(&clues.filter_map(|clue| clue.parse().ok()).collect::<Vec<Clue>>())
        };
        Ok(told
            .or_else(seen)
            .map(|scores| scores.dominant().iter().map(|room| room.as_str()).collect::<String>()))
    })
}

/// Four scores from their text.
fn scores(text: &str) -> Option<Scores> {
    let mut each = text.split(' ').map(|score| score.parse().ok());
    let mut next = || each.next().flatten();
    Scores::new(next()?, next()?, next()?, next()?)
}

impl Book {
    /// How a person thinks, by what was known at the end of a day.
    pub fn profile(&self, person: Person, day: NaiveDate) -> Result<Profile> {
        let (column, id) = person.column();
        Ok(self.profiles_by(column, &[id], day)?.remove(&id).unwrap_or_default())
    }

    /// How these contacts think, by what was known at the end of a day; who is unknown is left out.
    pub fn profiles_of(&self, contacts: &[Id], day: NaiveDate) -> Result<HashMap<Id, Profile>> {
        self.profiles_by("contact_id", contacts, day)
    }

    /// How these of ours think, as [`Book::profiles_of`].
    pub fn profiles_of_ours(&self, colleagues: &[Id], day: NaiveDate) -> Result<HashMap<Id, Profile>> {
        self.profiles_by("colleague_id", colleagues, day)
    }

    fn profiles_by(&self, column: &str, people: &[Id], day: NaiveDate) -> Result<HashMap<Id, Profile>> {
        let _moment = self.moment()?;
        let mut evidence: HashMap<Id, (Vec<Told>, Vec<Seen>)> = HashMap::new();
        let told = format!(
            "SELECT {column}, scored_on, a, b, c, d FROM quadrant_score
             WHERE {column} IN (SELECT value FROM json_each(?1)) AND {column} IS NOT NULL
             ORDER BY scored_on, id"
        );
        let mut statement = self.connection.prepare_cached(&told)?;
        let mut rows = statement.query([json(people)])?;
        while let Some(row) = rows.next()? {
            let scores = Scores::new(row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?);
            let on = row.get(1)?;
            let of_person = &mut evidence.entry(row.get(0)?).or_default().0;
            of_person.extend(scores.map(|scores| Told { on, scores }));
        }
        let seen = format!(
            "SELECT {column}, observed_on, clue FROM observation
             JOIN observation_clue ON observation_id = observation.id
             WHERE {column} IN (SELECT value FROM json_each(?1)) AND {column} IS NOT NULL"
        );
        let mut statement = self.connection.prepare_cached(&seen)?;
        let mut rows = statement.query([json(people)])?;
        while let Some(row) = rows.next()? {
            let clue = Seen { on: row.get(1)?, clue: row.get(2)? };
            evidence.entry(row.get(0)?).or_default().1.push(clue);
        }
        let profiles = evidence.into_iter().map(|(id, (told, seen))| (id, Profile::of(&told, &seen, day)));
        Ok(profiles.collect())
    }

    /// All evidence about a person, newest first.
    pub fn evidence(&self, person: Person) -> Result<Vec<Evidence>> {
        let _moment = self.moment()?;
        let (column, id) = person.column();
        let told: Vec<QuadrantScore> = row::all(&self.connection, &format!("{column} = ?1"), &[&id])?;
        let mut all: Vec<Evidence> = told
            .into_iter()
            .filter_map(|told| {
                let scores = Scores::new(told.a, told.b, told.c, told.d)?;
                let what = What::Told(scores);
                Some(Evidence { id: told.id, on: told.scored_on, what, words: told.note })
            })
            .collect();
        let sql = format!(
            "SELECT id, observed_on,
               (SELECT group_concat(clue, ' ' ORDER BY id) FROM observation_clue WHERE observation_id = seen.id),
               (SELECT text FROM recollection WHERE observation_id = seen.id)
             FROM observation seen WHERE {column} = ?1"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([id])?;
        while let Some(row) = rows.next()? {
            let clues: Option<String> = row.get(2)?;
            let clues = clues.unwrap_or_default().split(' ').filter_map(|clue| clue.parse().ok()).collect();
            all.push(Evidence {
                id: row.get(0)?,
                on: row.get(1)?,
                what: What::Observed(clues),
                words: row.get(3)?,
            });
        }
        all.sort_by_key(|one| std::cmp::Reverse((one.on, one.id)));
        Ok(all)
    }

    /// What is remembered of a person, newest first.
    pub fn recollections(&self, person: Person) -> Result<Vec<Recollection>> {
        let (column, id) = person.column();
        let condition = format!("{column} = ?1 ORDER BY told_on DESC, id DESC");
        row::all(&self.connection, &condition, &[&id])
    }
}
