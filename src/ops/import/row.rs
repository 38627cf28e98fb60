//! One row of a file into the book: found or made, merged, remembered. The same for every kind.

use std::collections::HashMap;

use super::super::input::{self, Hanging};
use super::super::problem::Problem;
use super::join::Joiner;
use super::merge::{self, Rule, Seen, Stays};
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::word::RecordKind;
use crate::exchange::{Cell, Origin};
use crate::store::table::source::Source;
use crate::store::{Row, Writer};

/// What is particular to a kind of record.
pub(super) trait Kind {
    /// As the file has it.
    type In;
    /// With the records of ours that it names.
    type Draft: 'static;
    /// Our row.
    type Row: Row + 'static;
    const KIND: RecordKind;
    const RULES: &'static [Rule<Self::Draft, Self::Row>];

    fn origin(draft: &Self::Draft) -> &Origin;
    fn draft(joiner: &Joiner<'_>, told: Self::In) -> Result<Self::Draft, Problem>;
    /// What tells a row without an id from others; with its occurrence in the file it stands for one.
    fn key(draft: &Self::Draft) -> String;
    /// A record of ours that the row surely is, though it never came from this file.
    fn find(joiner: &Joiner<'_>, draft: &Self::Draft, id: &str) -> Result<Option<Self::Row>, Problem>;
    fn blank(joiner: &Joiner<'_>, draft: &Self::Draft) -> Result<Self::Row, Problem>;
    fn insert(joiner: &Joiner<'_>, draft: &Self::Draft, row: &Self::Row) -> Result<(), Problem>;
    fn update(
        joiner: &Joiner<'_>,
        draft: &Self::Draft,
        before: &Self::Row,
        row: &mut Self::Row,
    ) -> Result<(), Problem>;
    fn name(row: &Self::Row) -> String;
    fn tags(draft: &Self::Draft) -> Cell<Vec<String>>;

    /// Lists that hang on the record: whether any changed. `seen` is what was remembered of it.
    fn lists(_: &Joiner<'_>, _: &Self::Draft, _: Id, _: &mut Remembered<'_>) -> Result<bool, Problem> {
        Ok(false)
    }
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Became {
    Created,
    Updated,
    Unchanged,
}

/// What was seen before of a record's lists, and what is seen now.
pub(super) struct Remembered<'a> {
    before: &'a [Seen],
    now: Seen,
}

impl Remembered<'_> {
    /// Joins a list of the file with ours: what the file added is added, what it took away since last
    /// time is taken away, what only we have stays.
    pub fn list(&mut self, key: &str, told: &[String], ours: &[String]) -> Vec<String> {
        let before: Vec<String> = self
            .before
            .first()
            .and_then(|seen| seen.get(key).cloned().flatten())
            .map(|text| text.lines().map(str::to_owned).collect())
            .unwrap_or_default();
        self.now.insert(key.to_owned(), Some(told.join("\n")));
        let mut joined: Vec<String> =
            ours.iter().filter(|one| told.contains(one) || !before.contains(one)).cloned().collect();
        for one in told {
            // What we took away ourselves does not come back.
            if !joined.contains(one) && !before.contains(one) {
                joined.push(one.clone());
            }
        }
        joined
    }
}

/// Takes one row into the book.
pub(super) fn take<K: Kind>(
    joiner: &Joiner<'_>,
    told: K::In,
    occurrences: &mut HashMap<String, u64>,
) -> Result<(Became, String, Vec<Stays>), Problem> {
    let writer = joiner.writer;
    let draft = K::draft(joiner, told)?;
    let their_id = match &K::origin(&draft).id {
        Some(id) => id.clone(),
        None => {
            let key = K::key(&draft);
            let count = occurrences.entry(key.clone()).or_default();
            *count += 1;
            format!("{key}#{count}")
        }
    };
    let source = joiner.space.counterpart(writer, K::KIND, &their_id)?;
    let found = match &source {
        Some(source) => match still_there::<K::Row>(writer, source)? {
            // What was deleted here stays deleted.
            None => return Ok((Became::Unchanged, String::new(), vec![])),
            row => row,
        },
        None => K::find(joiner, &draft, &their_id)?,
    };
    let (became, id, name, stays, seen) = match found {
        Some(before) => {
            let seen = joiner.space.seen(writer, before.id(), source.as_ref())?;
            let mut row = before.clone();
            let stays = merge::merge(K::RULES, &draft, &mut row, &seen);
            let became = if row == before { Became::Unchanged } else { Became::Updated };
            if became == Became::Updated {
                K::update(joiner, &draft, &before, &mut row)?;
            }
            (became, row.id(), K::name(&row), stays, seen)
        }
        None => {
            let mut row = K::blank(joiner, &draft)?;
            merge::fill(K::RULES, &draft, &mut row);
            K::insert(joiner, &draft, &row)?;
            (Became::Created, row.id(), K::name(&row), vec![], vec![])
        }
    };
    let mut remembered = Remembered { before: &seen, now: merge::told(K::RULES, &draft) };
    let lists = K::lists(joiner, &draft, id, &mut remembered)?;
    let hung = hang::<K>(joiner, &draft, id, &mut remembered)?;
    joiner.space.remember(writer, K::KIND, &their_id, id, remembered.now)?;
    let became = if became == Became::Unchanged && (lists || hung) { Became::Updated } else { became };
    Ok((became, name, stays))
}

/// Tags and custom values of a row; whether any changed.
fn hang<K: Kind>(
    joiner: &Joiner<'_>,
    draft: &K::Draft,
    record: Id,
    remembered: &mut Remembered<'_>,
) -> Result<bool, Problem> {
    let writer = joiner.writer;
    let mut changed = false;
    if let Cell::Is(told) = K::tags(draft) {
        let ours = writer.tags_on(record)?;
        let joined = remembered.list("tags", &told, &ours);
        let missing = |one: &[String], other: &[String]| -> Vec<String> {
            one.iter().filter(|tag| !other.contains(tag)).cloned().collect()
        };
        let hanging =
            Hanging { tags: missing(&joined, &ours), untags: missing(&ours, &joined), fields: vec![] };
        changed |= !hanging.tags.is_empty() || !hanging.untags.is_empty();
        hanging.apply(writer, K::KIND, record)?;
    }
    for custom in &K::origin(draft).custom {
        let key = format!("field.{}", custom.key);
        let value = Some(custom.value.clone()).filter(|value| !value.is_empty());
        let before = remembered.before.first().and_then(|seen| seen.get(&key));
        if before != Some(&value) && !(before.is_none() && value.is_none()) {
            input::set_field(writer, K::KIND, record, &custom.key, value.as_deref())?;
            changed = true;
        }
        remembered.now.insert(key, value);
    }
    Ok(changed)
}

/// The row that a counterpart stands for, unless it was deleted here.
fn still_there<R: Row>(writer: &Writer<'_>, source: &Source) -> Result<Option<R>, Problem> {
    match writer.row(source.record_id) {
        Ok(row) => Ok(Some(row)),
        Err(crate::store::Error::NoRecord) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// An amount as it is remembered.
pub(super) fn money(money: Money) -> String {
    format!("{} {}", money.decimal(), money.currency)
}

/// A number as it is remembered.
pub(super) fn number(number: i64) -> String {
    number.to_string()
}
