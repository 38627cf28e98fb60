//! Likely doubles: records that share an address, a number, a domain or a name. They are found by keys, in
//! one pass for each, never by holding each record against each other.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, ToSql};

use super::find::{Named, short_code};
use super::related::json;
use crate::domain::country::Country;
use crate::domain::double::{Certainty, Reason, certainty, is_near, is_worth_a_look, loose_key, near_keys};
use crate::domain::id::Id;
use crate::domain::phone::phone_key;
use crate::domain::text::fold;
use crate::domain::word::RecordKind;
use crate::store::book::Book;
use crate::store::error::Result;

/// Two records that may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Double {
    /// The older one.
    pub one: Named,
    /// The younger one.
    pub other: Named,
    /// What they share.
    pub reasons: Vec<Reason>,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Up to so many records that share something are held each against each other; of more only each against
/// the oldest.
const CROWD: usize = 4;

/// More records than these with one number have the same switchboard, with one domain the same parent.
const SHARED: usize = 6;

/// As many pairs of people of one name are looked at of whom one has no account.
const NAMESAKES: usize = 10_000;

/// Registers the functions of this file on a connection.
pub(in crate::store) fn register(connection: &Connection) -> rusqlite::Result<()> {
    let pure =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS | FunctionFlags::SQLITE_DETERMINISTIC;
    // The number, the country where it is, and the country of the book.
    connection.create_scalar_function("keybook_phone", 3, pure, |context| {
        let text = |index| context.get_raw(index).as_str().ok();
        let country = text(1).and_then(Country::called).or_else(|| text(2).and_then(Country::called));
        Ok(text(0).and_then(|number| phone_key(number, country)))
    })?;
    connection.create_scalar_function("keybook_loose", 1, pure, |context| {
        let key = context.get_raw(0).as_str().map(loose_key).unwrap_or_default();
        Ok(Some(key).filter(|key| !key.is_empty()))
    })
}

/// What is known of a record that may be a double.
struct Facts {
    named: Named,
    parent: Option<Id>,
    /// What cannot be told of one record in two ways: domain and country.
    told: [Option<String>; 2],
    /// Status and last day, for deals: one that is over is no double of one that is not.
    state: Option<String>,
    amount: Option<String>,
    close: Option<String>,
}

/// Pairs found so far, the older record first, with what they share.
#[derive(Default)]
struct Pairs(BTreeMap<(Id, Id), BTreeSet<Reason>>);

impl Pairs {
    fn add(&mut self, one: Id, other: Id, reason: Reason) {
        self.0.entry((one.min(other), one.max(other))).or_default().insert(reason);
    }

    fn add_all(&mut self, sharing: &[Id], reason: Reason) {
        for (place, one) in sharing.iter().enumerate() {
            if sharing.len() <= CROWD || place == 0 {
                sharing[place + 1..].iter().for_each(|other| self.add(*one, *other, reason));
            }
        }
    }
}

impl Book {
    /// The likely doubles among the records of a kind, the surest first; those that were told apart are left
    /// out.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn doubles(&self, kind: RecordKind) -> Result<Vec<Double>> {
        let _moment = self.moment()?;
        let mut pairs = Pairs::default();
        match kind {
            RecordKind::Account => self.pair_accounts(&mut pairs)?,
            RecordKind::Contact => self.pair_contacts(&mut pairs)?,
            RecordKind::Deal => self.pair_deals(&mut pairs)?,
            _ => {}
        }
        let apart = self.told_apart(kind)?;
        pairs.0.retain(|pair, _| !apart.contains(pair));
        let ids: HashSet<Id> = pairs.0.keys().flat_map(|(one, other)| [*one, *other]).collect();
        let facts = self.facts(kind, &ids.into_iter().collect::<Vec<_>>())?;
        let judged = pairs
            .0
            .into_iter()
            .filter_map(|((one, other), reasons)| judge(kind, facts.get(&one)?, facts.get(&other)?, reasons));
        let mut doubles: Vec<Double> = judged.collect();
        doubles.sort_by(|one, other| {
            let rank = |double: &Double| (double.certainty, usize::MAX - double.reasons.len());
            let by_rank = rank(one).cmp(&rank(other));
            by_rank.then_with(|| (&one.one.name, one.one.id).cmp(&(&other.one.name, other.one.id)))
        });
        Ok(doubles)
    }

    fn pair_accounts(&self, pairs: &mut Pairs) -> Result<()> {
        let same = |column: &str| {
            format!(
                "SELECT {column}, id FROM account WHERE {column} IN
                   (SELECT {column} FROM account WHERE {column} IS NOT NULL GROUP BY {column} HAVING count(*) > 1)
                 ORDER BY {column}, id"
            )
        };
        self.pair_up(&same("domain"), &[], (Reason::Domain, SHARED), pairs)?;
        self.pair_up(&same("name_key"), &[], (Reason::Name, usize::MAX), pairs)?;
        let loose = keyed("SELECT keybook_loose(name_key) AS key, id FROM account");
        let mut near = Pairs::default();
        self.pair_up(&loose, &[], (Reason::NearName, usize::MAX), &mut near)?;
        self.join_near(pairs, near);
        let numbers =
            keyed("SELECT keybook_phone(phone, country, ?1) AS key, id FROM account WHERE phone IS NOT NULL");
        self.pair_up(&numbers, &[&self.home()?], (Reason::Phone, SHARED), pairs)
    }

    fn pair_contacts(&self, pairs: &mut Pairs) -> Result<()> {
        let addresses = keyed("SELECT DISTINCT address AS key, contact_id AS id FROM contact_email");
        self.pair_up(&addresses, &[], (Reason::Email, SHARED), pairs)?;
        let numbers = keyed(
            "SELECT DISTINCT keybook_phone(number, coalesce(contact.country, account.country), ?1) AS key,
               contact.id AS id
             FROM contact_phone JOIN contact ON contact.id = contact_id
             LEFT JOIN account ON account.id = account_id",
        );
        self.pair_up(&numbers, &[&self.home()?], (Reason::Phone, SHARED), pairs)?;
        let mut namesakes = self.connection.prepare_cached(
            "SELECT one.id, other.id FROM contact one
             JOIN contact other ON other.name_key = one.name_key AND other.id <> one.id
             WHERE one.account_id IS NULL LIMIT ?1",
        )?;
        let mut rows = namesakes.query([i64::try_from(NAMESAKES).unwrap_or(i64::MAX)])?;
        while let Some(row) = rows.next()? {
            pairs.add(row.get(0)?, row.get(1)?, Reason::Name);
        }
        self.pair_within_accounts(
            "SELECT account_id, name_key, id FROM contact WHERE account_id IS NOT NULL
             ORDER BY account_id, name_key",
            pairs,
        )?;
        // Who shares an address or a number may have nearly the same name elsewhere, too.
        self.compare_names(RecordKind::Contact, pairs)
    }

    fn pair_deals(&self, pairs: &mut Pairs) -> Result<()> {
        self.pair_within_accounts(
            "SELECT account_id, name_key, id FROM deal ORDER BY account_id, name_key",
            pairs,
        )
    }

    /// Pairs up the records that have one key in what a query gives: the key, and the record's id, in order
    /// of the key. Where more than `most` share one, it says nothing.
    fn pair_up(
        &self,
        sql: &str,
        parameters: &[&dyn ToSql],
        (reason, most): (Reason, usize),
        pairs: &mut Pairs,
    ) -> Result<()> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query(parameters)?;
        let (mut key, mut sharing): (String, Vec<Id>) = (String::new(), vec![]);
        loop {
            let row = rows.next()?;
            let next: Option<(String, Id)> =
                row.map(|row| Ok::<_, rusqlite::Error>((row.get(0)?, row.get(1)?))).transpose()?;
            if next.as_ref().is_none_or(|(next, _)| *next != key) {
                if sharing.len() <= most {
                    pairs.add_all(&sharing, reason);
                }
                sharing.clear();
            }
            let Some((next, id)) = next else { return Ok(()) };
            key = next;
            sharing.push(id);
        }
    }

    /// Pairs up the records of each account that have one name, or nearly one.
    fn pair_within_accounts(&self, sql: &str, pairs: &mut Pairs) -> Result<()> {
        let mut statement = self.connection.prepare(sql)?;
        let mut rows = statement.query([])?;
        let (mut account, mut within): (Option<Id>, Vec<(String, Id)>) = (None, vec![]);
        while let Some(row) = rows.next()? {
            let next: Id = row.get(0)?;
            if account.replace(next) != Some(next) {
                pair_names(&within, pairs);
                within.clear();
            }
            within.push((row.get(1)?, row.get(2)?));
        }
        pair_names(&within, pairs);
        Ok(())
    }

    /// Adds to pairs found by something else that their names are the same, or nearly.
    fn compare_names(&self, kind: RecordKind, pairs: &mut Pairs) -> Result<()> {
        let ids: HashSet<Id> = pairs.0.keys().flat_map(|(one, other)| [*one, *other]).collect();
        let ids: Vec<Id> = ids.into_iter().collect();
        let mut statement = self.connection.prepare(&format!(
            "SELECT id, name_key FROM {kind} WHERE id IN (SELECT value FROM json_each(?1))"
        ))?;
        let names = statement.query_map([json(&ids)], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let names: HashMap<Id, String> = names.collect::<rusqlite::Result<_>>()?;
        for ((one, other), reasons) in &mut pairs.0 {
            let (Some(one), Some(other)) = (names.get(one), names.get(other)) else { continue };
            reasons.extend(alike(one, other));
        }
        Ok(())
    }

    /// Adds pairs of nearly equal names; where the name is the same, it is not also nearly so.
    fn join_near(&self, pairs: &mut Pairs, near: Pairs) {
        for (pair, _) in near.0 {
            let reasons = pairs.0.entry(pair).or_default();
            if !reasons.contains(&Reason::Name) {
                reasons.insert(Reason::NearName);
            }
        }
    }

    /// The country in which numbers are dialled that say nothing else.
    fn home(&self) -> Result<Option<&'static str>> {
        Ok(self.settings()?.home().map(|country| country.code))
    }

    fn facts(&self, kind: RecordKind, ids: &[Id]) -> Result<HashMap<Id, Facts>> {
        let columns = match kind {
            RecordKind::Account => "parent_id, domain, country, NULL, NULL, NULL",
            RecordKind::Contact => "NULL, NULL, country, NULL, NULL, NULL",
            _ => {
                "NULL, NULL, NULL, status || coalesce(closed_on, ''), amount || currency,
                 coalesce(closed_on, close_on)"
            }
        };
        let mut statement = self.connection.prepare(&format!(
            "SELECT id, code, name, {columns} FROM {kind} WHERE id IN (SELECT value FROM json_each(?1))"
        ))?;
        let read = |row: &rusqlite::Row<'_>| {
            let named =
                Named { kind, id: row.get(0)?, code: short_code(kind, row.get(1)?), name: row.get(2)? };
            let country: Option<String> = row.get(5)?;
            let facts = Facts {
                parent: row.get(3)?,
                told: [row.get(4)?, country.map(|country| in_one_word(&country))],
                state: row.get(6)?,
                amount: row.get(7)?,
                close: row.get(8)?,
                named,
            };
            Ok((facts.named.id, facts))
        };
        let facts = statement.query_map([json(ids)], read)?;
        Ok(facts.collect::<rusqlite::Result<_>>()?)
    }
}

/// A query of keys and records, with only those keys that several have, in their order.
fn keyed(sql: &str) -> String {
    format!(
        "WITH keyed AS MATERIALIZED ({sql})
         SELECT key, id FROM keyed WHERE key IN
           (SELECT key FROM keyed WHERE key IS NOT NULL GROUP BY key HAVING count(*) > 1)
         ORDER BY key, id"
    )
}

/// Pairs up the names of one account that are the same, or nearly: those that share a key are compared.
fn pair_names(names: &[(String, Id)], pairs: &mut Pairs) {
    if names.len() < 2 {
        return;
    }
    let mut sharing: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, (name, _)) in names.iter().enumerate() {
        let keys: BTreeSet<String> = near_keys(name).chain([loose_key(name)]).collect();
        for key in keys.into_iter().filter(|key| !key.is_empty()) {
            sharing.entry(key).or_default().push(place);
        }
    }
    for places in sharing.into_values().filter(|places| places.len() > 1) {
        for (at, one) in places.iter().enumerate() {
            let others =
                places[at + 1..].iter().take(if places.len() > CROWD && at > 0 { 0 } else { usize::MAX });
            for other in others {
                let (one, other) = (&names[*one], &names[*other]);
                if let Some(reason) = alike(&one.0, &other.0) {
                    pairs.add(one.1, other.1, reason);
                }
            }
        }
    }
}

/// Whether two names are the same, or nearly.
fn alike(one: &str, other: &str) -> Option<Reason> {
    let is_loose = || loose_key(one) == loose_key(other);
    match one == other {
        true => Some(Reason::Name),
        false => (is_near(one, other) || is_loose()).then_some(Reason::NearName),
    }
}

/// A country in one word, whatever it is called.
fn in_one_word(country: &str) -> String {
    Country::called(country).map_or_else(|| fold(country), |known| known.code.to_owned())
}

fn judge(kind: RecordKind, one: &Facts, other: &Facts, mut reasons: BTreeSet<Reason>) -> Option<Double> {
    // A company and the one that it belongs to share much, and are two.
    if one.parent == Some(other.named.id) || other.parent == Some(one.named.id) || one.state != other.state {
        return None;
    }
    let same = |one: &Option<String>, other: &Option<String>| one.is_some() && one == other;
    reasons.extend(same(&one.amount, &other.amount).then_some(Reason::Amount));
    reasons.extend(same(&one.close, &other.close).then_some(Reason::CloseDate));
    let contradicts =
        one.told.iter().zip(&other.told).any(|(one, other)| one.is_some() && other.is_some() && one != other);
    let reasons: Vec<Reason> = reasons.into_iter().collect();
    is_worth_a_look(kind, &reasons).then(|| Double {
        certainty: certainty(kind, &reasons, contradicts),
        one: one.named.clone(),
        other: other.named.clone(),
        reasons,
    })
}
