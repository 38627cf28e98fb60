//! The records that a name in a captured line may mean: accounts, people and deals, by code, by name, by a
//! part of it. The rules which of them is meant are those of [`crate::domain::capture`].

use std::collections::BTreeSet;

use rusqlite::{Params, Row, params};

use super::find::short_code;
use crate::domain::capture::{Candidate, Names, Standing};
use crate::domain::id::Id;
use crate::domain::text::name_key;
use crate::domain::word::RecordKind;
use crate::store::book::Book;
use crate::store::error::{Error, Result};
use crate::store::search::query;

/// Records that are looked at of each kind and in each way; more than a person would choose from.
const MOST: usize = 40;

/// Each kind, with what is read of it.
const KINDS: [(RecordKind, &str); 3] = [
    (
        RecordKind::Account,
        "SELECT id, code, name, id, name, NULL, NULL, NULL, NULL, NULL FROM account AS record",
    ),
    (
        RecordKind::Contact,
        "SELECT record.id, record.code, record.name, account.id, account.name, NULL, NULL, NULL, NULL, NULL
         FROM contact AS record LEFT JOIN account ON account.id = record.account_id",
    ),
    (
        RecordKind::Deal,
        "SELECT record.id, record.code, record.name, account.id, account.name, record.status, record.amount,
           record.currency, record.stage_id, record.close_on
         FROM deal AS record JOIN account ON account.id = record.account_id",
    ),
];

impl Names for Book {
    type Error = Error;

    fn called(&self, words: &str, within: &[Id]) -> Result<Vec<Candidate>> {
        let mut found = Vec::new();
        let named = self.coded(words, &KINDS.map(|(kind, _)| kind))?;
        for one in &named {
            found.extend(self.candidate(one.kind, one.id)?);
        }
        if !within.is_empty() {
            found.retain(|one| one.account.as_ref().is_some_and(|(id, _)| within.contains(id)));
        }
        let key = name_key(words);
        if !found.is_empty() || key.is_empty() {
            return Ok(found);
        }
        match within {
            [] => self.called_anywhere(words, &key, &mut found)?,
            accounts => {
                for account in accounts {
                    self.called_at(*account, &key, &mut found)?;
                }
            }
        }
        let mut seen = BTreeSet::new();
        found.retain(|one| seen.insert(one.id));
        Ok(found)
    }

    fn open_deals(&self, account: Id) -> Result<Vec<Candidate>> {
        let (kind, read) = KINDS[2];
        let sql = format!(
            "{read} WHERE record.account_id = ?1 AND record.status = 'open'
             ORDER BY record.close_on IS NULL, record.close_on, record.id LIMIT {MOST}"
        );
        self.candidates(kind, &sql, [account])
    }
}

impl Book {
    /// The record with an id, as what words may mean; none where there is no such record, or it is of a kind
    /// that has no part in a captured line.
    pub fn candidate(&self, kind: RecordKind, id: Id) -> Result<Option<Candidate>> {
        let Some((_, read)) = KINDS.iter().find(|(one, _)| *one == kind) else { return Ok(None) };
        Ok(self.candidates(kind, &format!("{read} WHERE record.id = ?1"), [id])?.pop())
    }

    /// Whole names and beginnings by their index, words within names by the search index.
    fn called_anywhere(&self, words: &str, key: &str, found: &mut Vec<Candidate>) -> Result<()> {
        for (kind, read) in KINDS {
            let begins = "record.name_key >= ?1 AND record.name_key < ?1 || char(1114111)";
            for condition in ["record.name_key = ?1", begins] {
                let sql =
                    format!("{read} WHERE {condition} ORDER BY record.name_key, record.id LIMIT {MOST}");
                found.extend(self.candidates(kind, &sql, [key])?);
            }
        }
        let Some(query) = query(words) else { return Ok(()) };
        for (kind, read) in KINDS {
            let sql = format!(
                "{read} WHERE record.id IN (SELECT rowid FROM search WHERE search MATCH ?1) LIMIT {MOST}"
            );
            found.extend(self.candidates(kind, &sql, [format!("name : ({query})")])?);
        }
        Ok(())
    }

    /// The people and deals of an account whose names hold the words.
    fn called_at(&self, account: Id, key: &str, found: &mut Vec<Candidate>) -> Result<()> {
        for (kind, read) in &KINDS[1..] {
            let sql = format!(
                "{read} WHERE record.account_id = ?1 AND instr(record.name_key, ?2) > 0
                 ORDER BY record.name_key, record.id LIMIT {MOST}"
            );
            found.extend(self.candidates(*kind, &sql, params![account, key])?);
        }
        Ok(())
    }

    fn candidates(&self, kind: RecordKind, sql: &str, values: impl Params) -> Result<Vec<Candidate>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map(values, |row| read_candidate(row, kind))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}

fn read_candidate(row: &Row<'_>, kind: RecordKind) -> rusqlite::Result<Candidate> {
    let account: Option<Id> = row.get(3)?;
    let name: Option<String> = row.get(4)?;
    let deal = match row.get(5)? {
        None => None,
        Some(status) => Some(Standing {
            status,
            amount: row.get(6)?,
            currency: row.get(7)?,
            stage: row.get(8)?,
            close_on: row.get(9)?,
        }),
    };
    Ok(Candidate {
        kind,
        id: row.get(0)?,
        code: short_code(kind, row.get(1)?),
        name: row.get(2)?,
        account: account.zip(name),
        deal,
    })
}
