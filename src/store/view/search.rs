//! Search over everything: the newest hits first, then ranked among themselves.

use std::cmp::Reverse;
use std::collections::HashMap;

use rusqlite::OptionalExtension;

use super::belongs::Belongs;
use crate::domain::entry::{EntryKind, Holder, Target};
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::search::asked;

/// Hits looked at: the newest ones. Ranking every hit of a common word would be slow, and the person
/// means a recent one.
const LOOKED_AT: i64 = 200;

/// What a hit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HitKind {
    /// An account.
    Account,
    /// A contact.
    Contact,
    /// A deal.
    Deal,
    /// An activity.
    Activity,
    /// A commitment.
    Commitment,
    /// An entry of a plan.
    Entry(EntryKind),
}

impl HitKind {
    /// The key that programs know it by.
    pub fn as_str(self) -> &'static str {
        match self {
            HitKind::Account => "account",
            HitKind::Contact => "contact",
            HitKind::Deal => "deal",
            HitKind::Activity => "activity",
            HitKind::Commitment => "commitment",
            HitKind::Entry(kind) => kind.as_str(),
        }
    }
}

/// A record that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its id.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// Where it belongs: the account's name.
    pub place: Option<String>,
    /// Its further text, for a snippet.
    pub text: Option<String>,
    /// The records that it is or belongs to.
    pub belongs: Belongs,
}

/// The tags of a record and what it has in fields of one's own, as people read them.
const BORNE: &str = "(SELECT group_concat('#' || tag.name, ' ') FROM tagging JOIN tag ON tag.id = tag_id
           WHERE record_id = ?1),
         (SELECT group_concat(label || ': ' || value, ' · ') FROM custom_value
           JOIN custom_field ON custom_field.id = field_id WHERE record_id = ?1)";

/// For each kind: how its name, place, text, and its deal, person and account are read.
const KINDS: &[(HitKind, &str)] = &[
    (
        HitKind::Account,
        "SELECT name, NULL, nullif(concat_ws(' · ', industry, city, domain, notes, {borne}), ''), NULL, NULL, id
         FROM account WHERE id = ?1",
    ),
    (
        HitKind::Contact,
        "SELECT name, (SELECT name FROM account WHERE account.id = account_id),
           nullif(concat_ws(' · ', title, department, (SELECT group_concat(address, ', ') FROM contact_email
             WHERE contact_id = contact.id), notes, {borne}), ''), NULL, id, account_id
         FROM contact WHERE id = ?1",
    ),
    (
        HitKind::Deal,
        "SELECT name, (SELECT name FROM account WHERE account.id = account_id),
           nullif(concat_ws(' · ', next_step, competitor, learned, notes, {borne}), ''), id, NULL, account_id
         FROM deal WHERE id = ?1",
    ),
    (
        HitKind::Activity,
        "SELECT coalesce(subject, text, kind), (SELECT name FROM account WHERE account.id = account_id),
           nullif(concat_ws(' · ', text, outcome, next_step, {borne}), ''), deal_id,
           (SELECT contact_id FROM activity_contact WHERE activity_id = activity.id LIMIT 1), account_id
         FROM activity WHERE id = ?1",
    ),
    (
        HitKind::Commitment,
        "SELECT text, (SELECT name FROM account WHERE account.id = account_id), NULL,
           deal_id, contact_id, account_id FROM commitment WHERE id = ?1",
    ),
];

impl Book {
    /// The records that hold all of these words (the last letters of a word may be missing; Chinese from
    /// one character on), at most `limit`: those first whose name holds the most of them, newest first among equals.
    pub fn search(&self, words: &str, limit: usize) -> Result<Vec<Hit>> {
        let terms = asked(words);
        if terms.is_empty() {
            return Ok(vec![]);
        }
        let query = terms.join(" AND ");
        let mut newest = self.newest(&query, 0)?;
        let Some(oldest) = newest.last().copied() else { return Ok(vec![]) };
        let mut in_name: HashMap<i64, usize> = HashMap::new();
        for term in terms {
            for id in self.newest(&format!("({query}) AND name : {term}"), oldest)? {
                *in_name.entry(id).or_default() += 1;
            }
        }
        newest.sort_by_key(|id| Reverse(in_name.get(id).copied().unwrap_or_default()));
        newest.truncate(limit);
        newest.into_iter().filter_map(|id| self.hit(Id(id)).transpose()).collect()
    }

    /// The newest records that a query finds, none older than the one with an id.
    fn newest(&self, query: &str, oldest: i64) -> Result<Vec<i64>> {
        let mut statement = self.connection.prepare_cached(
            "SELECT rowid FROM search WHERE search MATCH ?1 AND rowid >= ?2 ORDER BY rowid DESC LIMIT ?3",
        )?;
        let rows = statement.query_map(rusqlite::params![query, oldest, LOOKED_AT], |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// The record with an id, as a search finds it.
    pub(super) fn hit(&self, Id(id): Id) -> Result<Option<Hit>> {
        for (kind, sql) in KINDS {
            let mut statement = self.connection.prepare_cached(&sql.replace("{borne}", BORNE))?;
            let found = statement.query_row([id], |row| {
                let belongs = Belongs { deal: row.get(3)?, contact: row.get(4)?, account: row.get(5)? };
                let (name, place, text) = (row.get(0)?, row.get(1)?, row.get(2)?);
                Ok(Hit { kind: *kind, id: Id(id), name, place, text, belongs })
            });
            if let Some(hit) = found.optional()? {
                return Ok(Some(hit));
            }
        }
        self.entry_hit(id)
    }

    /// The entry of a plan with this id.
    fn entry_hit(&self, id: i64) -> Result<Option<Hit>> {
        let kinds = EntryKind::ALL
            .iter()
            .map(|kind| format!("SELECT '{kind}' FROM {} WHERE id = ?1", kind.spec().table));
        let sql = kinds.collect::<Vec<_>>().join(" UNION ALL ");
        let kind = self.connection.prepare_cached(&sql)?.query_row([id], |row| row.get::<_, String>(0));
        let Some(kind) = kind.optional()?.and_then(|kind| kind.parse::<EntryKind>().ok()) else {
            return Ok(None);
        };
        let entry = self.entry(kind, Id(id))?;
        let mut texts = kind.spec().fields.iter().filter(|field| field.is_text());
        let name = self.name_of(Target::Entry(kind), Id(id))?.filter(|name| !name.is_empty());
        let told: Vec<&str> = texts.by_ref().filter_map(|field| entry.text(field.key)).collect();
        let name = name.or_else(|| told.first().map(|text| (*text).to_owned())).unwrap_or_default();
        let text: Vec<&str> = told.into_iter().filter(|text| *text != name).collect();
        let (account, place) = self.account_of(entry.holder)?;
        let deal = match entry.holder {
            Holder::Deal(deal) => Some(deal),
            Holder::Account(_) => None,
        };
        Ok(Some(Hit {
            kind: HitKind::Entry(kind),
            id: Id(id),
            name: name.lines().next().unwrap_or_default().to_owned(),
            place: Some(place),
            text: (!text.is_empty()).then(|| text.join(" · ")),
            belongs: Belongs { deal, contact: None, account: Some(account) },
        }))
    }
}
