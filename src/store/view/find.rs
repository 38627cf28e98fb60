//! Finding the one record that a person means: by id, by short code, or by words of its name.

use rusqlite::OptionalExtension;

use crate::domain::id::Id;
use crate::domain::text::name_key;
use crate::domain::word::RecordKind;
use crate::store::book::Book;
use crate::store::error::Result;

/// How many names are listed where several match.
const SHOWN: usize = 10;

/// A record that words may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// What kind of record.
    pub kind: RecordKind,
    /// Its id.
    pub id: Id,
    /// Its short code as people write it: A-12.
    pub code: String,
    /// Its name.
    pub name: String,
}

/// The letter that a kind's short codes begin with, and its table. Products and orders are named
/// otherwise.
fn coded(kind: RecordKind) -> Option<(&'static str, &'static str)> {
    match kind {
        RecordKind::Account => Some(("A", "account")),
        RecordKind::Contact => Some(("P", "contact")),
        RecordKind::Deal => Some(("D", "deal")),
        RecordKind::Product => Some(("S", "product")),
        RecordKind::Activity | RecordKind::Order | RecordKind::Commitment | RecordKind::SpecialDay => None,
    }
}

/// A record's short code as people write it.
pub fn short_code(kind: RecordKind, code: i64) -> String {
    let letter = coded(kind).map_or("", |(letter, _)| letter);
    format!("{letter}-{code}")
}

impl Book {
    /// The records of these kinds that words mean: exactly one where it is an id, a short code or a whole
    /// name that only one has; else all whose names hold the words, up to ten.
    pub fn named(&self, words: &str, kinds: &[RecordKind]) -> Result<Vec<Named>> {
        let mut found = self.coded(words, kinds)?;
        if !found.is_empty() {
            return Ok(found);
        }
        let key = name_key(words);
        for condition in ["name_key = ?1", "instr(name_key, ?1) > 0"] {
            for kind in kinds {
                if let Some((_, table)) = coded(*kind) {
                    found.extend(self.by_name(&key, (*kind, table), condition, SHOWN)?);
                }
            }
            if !found.is_empty() || key.is_empty() {
                break;
            }
        }
        Ok(found)
    }

    /// The records of these kinds that have this id or short code.
    pub fn coded(&self, words: &str, kinds: &[RecordKind]) -> Result<Vec<Named>> {
        let mut found = vec![];
        for kind in kinds {
            if let Some((letter, table)) = coded(*kind) {
                found.extend(self.by_id_or_code(words.trim(), *kind, letter, table)?);
            }
        }
        Ok(found)
    }

    fn by_id_or_code(
        &self,
        words: &str,
        kind: RecordKind,
        letter: &str,
        table: &str,
    ) -> Result<Option<Named>> {
        let number = words
            .split_once('-')
            .filter(|(start, _)| start.eq_ignore_ascii_case(letter))
            .and_then(|(_, number)| number.parse::<i64>().ok());
        let (condition, key) = match (number, words.parse::<Id>()) {
            (Some(code), _) => ("code = ?1", code),
            (None, Ok(id)) => ("id = ?1", id.0),
            (None, Err(_)) => return Ok(None),
        };
        let sql = format!("SELECT id, code, name FROM {table} WHERE {condition}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([key], |row| Self::read_named(row, kind)).optional()?)
    }

    /// The records of a kind whose name, or short code, begins with this: up to `limit` by name.
    pub fn beginning_with(&self, words: &str, kind: RecordKind, limit: usize) -> Result<Vec<Named>> {
        let Some((letter, table)) = coded(kind) else { return Ok(Vec::new()) };
        let number = words.split_once('-').filter(|(start, number)| {
            start.eq_ignore_ascii_case(letter) && number.bytes().all(|digit| digit.is_ascii_digit())
        });
        match number {
            Some((_, number)) => {
                self.by_name(number, (kind, table), "CAST(code AS TEXT) LIKE ?1 || '%'", limit)
            }
            None => {
                let within = "name_key >= ?1 AND name_key < ?1 || char(1114111)";
                self.by_name(&name_key(words), (kind, table), within, limit)
            }
        }
    }

    fn by_name(
        &self,
        key: &str,
        (kind, table): (RecordKind, &str),
        condition: &str,
        limit: usize,
    ) -> Result<Vec<Named>> {
        let sql = format!(
            "SELECT id, code, name FROM {table} WHERE {condition} ORDER BY name_key, id LIMIT {limit}"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([key], |row| Self::read_named(row, kind))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }

    fn read_named(row: &rusqlite::Row<'_>, kind: RecordKind) -> rusqlite::Result<Named> {
        Ok(Named { kind, id: row.get(0)?, code: short_code(kind, row.get(1)?), name: row.get(2)? })
    }
}
