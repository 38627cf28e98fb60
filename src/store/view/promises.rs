//! The lines of promises and of special days, with the names that their ids stand for.

use rusqlite::Row as SqlRow;

use super::list::{Clause, Line, Order};
use super::order::Sort;
use crate::domain::id::Id;
use crate::domain::word::CommitmentStatus;
use crate::store::table::commitment::Commitment;
use crate::store::table::special_day::SpecialDay;

/// A promise in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct CommitmentLine {
    /// The promise.
    pub commitment: Commitment,
    /// The person's name.
    pub contact: Option<String>,
    /// The deal's name.
    pub deal: Option<String>,
    /// The account's name.
    pub account: Option<String>,
}

/// A special day in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct SpecialDayLine {
    /// The day.
    pub day: SpecialDay,
    /// The person's name.
    pub contact: Option<String>,
    /// The account's name: their own day's, or the person's.
    pub account: Option<String>,
}

impl CommitmentLine {
    /// Only promises of which this became.
    pub fn of_status(status: CommitmentStatus) -> Clause {
        let word = rusqlite::types::Value::Text(status.as_str().to_owned());
        Clause::default().and("commitment.status = ?", [word])
    }
}

impl SpecialDayLine {
    /// Only days of an account and of its people.
    pub fn around(account: Id) -> Clause {
        let id = rusqlite::types::Value::Integer(account.0);
        let whose = "(special_day.account_id = ? OR special_day.contact_id IN (
            SELECT contact.id FROM contact WHERE contact.account_id = ?))";
        Clause::default().and(whose, [id.clone(), id])
    }
}

impl Line for CommitmentLine {
    type Row = Commitment;
    const BESIDE: &'static [&'static str] = &[
        "(SELECT name FROM contact WHERE contact.id = commitment.contact_id)",
        "(SELECT name FROM deal WHERE deal.id = commitment.deal_id)",
        "(SELECT name FROM account WHERE account.id = commitment.account_id)",
    ];
    const ORDER: Order = Order::nullable("commitment.due_on", false);
    const SORTS: &'static [Sort] = &[];

    fn of(commitment: Commitment, sql: &SqlRow<'_>, from: usize) -> rusqlite::Result<Self> {
        let (contact, deal, account) = (sql.get(from)?, sql.get(from + 1)?, sql.get(from + 2)?);
        Ok(CommitmentLine { commitment, contact, deal, account })
    }
}

impl Line for SpecialDayLine {
    type Row = SpecialDay;
    const BESIDE: &'static [&'static str] = &[
        "(SELECT name FROM contact WHERE contact.id = special_day.contact_id)",
        "(SELECT name FROM account WHERE account.id = coalesce(special_day.account_id,
           (SELECT account_id FROM contact WHERE contact.id = special_day.contact_id)))",
    ];
    const ORDER: Order = Order::by("special_day.month * 100 + special_day.day", false);
    const SORTS: &'static [Sort] = &[];

    fn of(day: SpecialDay, sql: &SqlRow<'_>, from: usize) -> rusqlite::Result<Self> {
        Ok(SpecialDayLine { day, contact: sql.get(from)?, account: sql.get(from + 1)? })
    }
}
