//! Changing many records at once: one operation, so that one undo takes all of it back.
//!
//! Each record gets what it would get if it were changed alone, events of deals included. What cannot be
//! changed so (a deal that is won or lost has no next stage and no close date to come) is left as it is,
//! and said.

mod deals;
mod label;

use chrono::NaiveDate;

use super::input;
use super::problem::Problem;
use super::{Done, account, owner};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::word::{RecordKind, Tier};
use crate::store::view::list::Clause;
use crate::store::{Book, Error, Writer};

/// What is done to many records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// Moves open deals.
    Stage(Move),
    /// Sets the day on which open deals are expected to close, or empties it.
    CloseOn(Option<NaiveDate>),
    /// Sets the day of open deals' next step, or empties it.
    NextOn(Option<NaiveDate>),
    /// Gives records to one of ours: a name, an e-mail address, or `me`; or to nobody.
    Owner(Option<String>),
    /// Sets the tier of accounts, or empties it.
    Tier(Option<Tier>),
    /// Puts a tag on.
    Tag(String),
    /// Takes a tag off.
    Untag(String),
    /// Deletes them, with what hangs on them.
    Delete,
}

/// Where deals move to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// To a stage by key, name or number, on or back.
    To(String),
    /// Each to its next stage.
    On,
    /// Each to the stage before its own.
    Back,
}

/// What came of a change of many records.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Changed {
    /// Records changed.
    pub changed: u64,
    /// Records that were so already.
    pub same: u64,
    /// Deals left as they are because they are won or lost.
    pub closed: u64,
    /// Deals left as they are because there is no stage further on, or further back.
    pub at_end: u64,
}

impl Change {
    /// Whether a kind of record can be changed so.
    pub fn suits(&self, kind: Kind) -> bool {
        match (self, kind) {
            (_, Kind::Activities | Kind::Orders) => false,
            (Change::Stage(_) | Change::CloseOn(_) | Change::NextOn(_), kind) => kind == Kind::Deals,
            (Change::Tier(_), kind) => kind == Kind::Accounts,
            (Change::Owner(_) | Change::Tag(_) | Change::Untag(_) | Change::Delete, _) => true,
        }
    }
}

/// Changes all records of a kind that meet a condition, in one operation.
///
/// # Errors
/// [`Problem::NoStage`]; [`Problem::Missing`] for a tag or owner without letters; [`Problem::Store`] where
/// the change does not suit the kind. Then nothing is changed.
pub fn change(book: &mut Book, kind: Kind, which: &Clause, change: &Change) -> Done<Changed> {
    let is_of = kind.record().filter(|_| change.suits(kind)).ok_or(Problem::Store(Error::NoRecord))?;
    book.operate(|writer| {
        let ids = writer.ids_where(kind, which)?;
        let only = label::name_of_only(writer, is_of, &ids)?;
        let written = match change {
            Change::Stage(to) => deals::shift(writer, &ids, to)?,
            Change::CloseOn(day) => deals::date(writer, &ids, |open| writer.date_deals(open, *day))?,
            Change::NextOn(day) => deals::date(writer, &ids, |open| writer.plan_deals(open, *day))?,
            _ => Written { records: apply(writer, kind, is_of, &ids, change)?, ..Written::default() },
        };
        let changed = written.records.len() as u64;
        let left = changed + written.closed + written.at_end;
        let done = Changed {
            changed,
            same: (ids.len() as u64).saturating_sub(left),
            closed: written.closed,
            at_end: written.at_end,
        };
        Ok((done, label::of(is_of, change, &written, only)))
    })
}

/// What was written, and what was left as it is.
#[derive(Debug, Default)]
struct Written {
    records: Vec<Id>,
    closed: u64,
    at_end: u64,
    /// What the one stage is remembered as that all moved to.
    stage: String,
}

/// Does what any kind of record takes; gives the records that it changed.
fn apply(
    writer: &Writer<'_>,
    kind: Kind,
    is_of: RecordKind,
    ids: &[Id],
    change: &Change,
) -> Result<Vec<Id>, Problem> {
    Ok(match change {
        _ if ids.is_empty() => Vec::new(),
        Change::Owner(told) => {
            let owner = told.as_deref().map(|word| owner::find_or_add(writer, word)).transpose()?;
            writer.assign(kind, ids, owner)?
        }
        Change::Tier(tier) => writer.set_tiers(ids, tier.map(Tier::as_str))?,
        Change::Tag(tag) => {
            let (name, key) = input::name(tag.trim_start_matches('#'))?;
            let tag = writer.tag(&name, &key)?;
            writer.put_tags(tag.id, is_of, ids)?
        }
        Change::Untag(tag) => {
            let (_, key) = input::name(tag.trim_start_matches('#'))?;
            match writer.known_tag(&key)? {
                Some(tag) => writer.take_tags(tag.id, ids)?,
                None => Vec::new(),
            }
        }
        Change::Delete => {
            for id in ids {
                match is_of {
                    RecordKind::Account => drop(account::remove(writer, *id)?),
                    RecordKind::Contact => writer.delete_contact(*id)?,
                    _ => writer.delete_deal(*id)?,
                }
            }
            ids.to_vec()
        }
        Change::Stage(_) | Change::CloseOn(_) | Change::NextOn(_) => Vec::new(),
    })
}
