//! What records are made of: where they come from, whom they refer to, how people are reached.

use chrono::{NaiveDate, NaiveTime};

use crate::domain::id::Id;
use crate::exchange::Cell;

/// Where a record comes from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Origin {
    /// The row that a spreadsheet program shows it in: the first row of the file is 1, a preamble, the
    /// header and blank lines count, a cell of several lines is still in one row. Of a card, the line that it
    /// begins in.
    pub row: u64,
    /// Its id in the other program. Unique only within that program and kind of record.
    pub id: Option<String>,
    /// Columns without a field of their own.
    pub custom: Vec<Custom>,
}

/// What the ids of our own records begin with where other programs' ids may stand too.
const OURS: &str = "keybook-";

impl Origin {
    /// That of a record of ours that is written for other programs.
    pub fn of_ours(id: Id) -> Origin {
        Origin { id: Some(format!("{OURS}{id}")), ..Origin::default() }
    }

    /// The record of ours that it came from, where this program wrote the file.
    pub fn our_id(&self) -> Option<Id> {
        self.id.as_deref()?.strip_prefix(OURS)?.parse().ok()
    }
}

/// A value for a custom field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Custom {
    /// The key of the custom field: the column's header, or what `--map COLUMN=field.KEY` named.
    pub key: String,
    /// Its text; empty where the cell is.
    pub value: String,
}

/// Which account a row speaks of; all empty where it names none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct AccountRef {
    /// Its id in the other program.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
    /// Its internet domain, in lower case.
    pub domain: Option<String>,
    /// Where the column does not say whether it holds ids or names, and its cells look like ids: try it as
    /// an id first, then as a name.
    pub id_or_name: Option<String>,
    /// Whether the file has any column for it; where not, an empty reference says nothing.
    pub told: bool,
}

impl AccountRef {
    /// Whether it names no account.
    pub fn is_empty(&self) -> bool {
        self.id.is_none() && self.name.is_none() && self.domain.is_none() && self.id_or_name.is_none()
    }
}

/// Which contact a row speaks of. Any one of the three finds it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct ContactRef {
    /// Their id in the other program.
    pub id: Option<String>,
    /// E-mail address, in lower case.
    pub email: Option<String>,
    /// Name.
    pub name: Option<String>,
}

/// Which deal a row speaks of; both empty where it names none.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct DealRef {
    /// Its id in the other program.
    pub id: Option<String>,
    /// Its name.
    pub name: Option<String>,
}

/// A way to reach a person: an e-mail address or a telephone number, with its label.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Reach {
    /// `work`, `mobile`, `home`, or what the file says; in lower case.
    pub label: Option<String>,
    /// The address (in lower case) or the number (as written).
    pub value: String,
}

/// A postal address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Address {
    /// Street and number.
    pub street: Cell<String>,
    /// Town.
    pub city: Cell<String>,
    /// State, province or county.
    pub region: Cell<String>,
    /// Postal code.
    pub postal_code: Cell<String>,
    /// Country.
    pub country: Cell<String>,
}

/// A day of every year, as birthdays are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Birthday {
    /// The year of birth, where it is told.
    pub year: Option<i32>,
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31.
    pub day: u32,
}

/// A day, with the time of day where the file has one. As written: a zone in the file moves nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The calendar day.
    pub day: NaiveDate,
    /// The time of day.
    pub time: Option<NaiveTime>,
}
