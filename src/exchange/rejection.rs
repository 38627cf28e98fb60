//! Rows that are not taken, and why. The words for people are in the report room.

use crate::domain::amount::AmountError;
use crate::domain::money::Currency;

/// A row that is not taken; the rest of the file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected {
    /// The row that a spreadsheet program shows it in (see [`super::Origin::row`]); the line, where the file
    /// is no table.
    pub row: u64,
    /// The header of the column that is to blame, where it is one column.
    pub column: Option<String>,
    /// What stands there: cleaned, and shortened to what fits a line.
    pub value: String,
    /// Why.
    pub reason: Reason,
}

/// Why a row is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// An account or a deal without a name, or anything to name it by.
    NoName,
    /// A contact with neither a name nor an e-mail address.
    NoPerson,
    /// An activity without a day.
    NoDay,
    /// Not a date, or a day that does not exist.
    NotADate,
    /// Day and month may be either way round, and the column's other dates are of both kinds.
    EitherDate,
    /// A date that can only be read against the order that the column's other dates prove.
    AgainstDateOrder,
    /// Not an amount.
    NotAnAmount(AmountError),
    /// Not a share between 0 and 100 %.
    NotARate,
    /// The currency is not in ISO 4217.
    UnknownCurrency,
    /// The currency column contradicts the sign in the amount.
    OtherCurrency {
        /// By the column.
        column: Currency,
        /// By the amount itself.
        amount: Currency,
    },
    /// Fewer cells than the header: a separator or a line end is wrong.
    TooFewCells {
        /// Cells in the header.
        expected: usize,
        /// Cells in the row.
        found: usize,
    },
    /// More cells than the header, and not empty ones.
    TooManyCells {
        /// Cells in the header.
        expected: usize,
        /// Cells in the row.
        found: usize,
    },
    /// The totals that a report ends with.
    Totals,
    /// A cell that is opened by a quotation mark and never closed.
    UnclosedQuote,
    /// A cell of more bytes than are read.
    CellTooLong {
        /// The limit, in bytes.
        limit: usize,
    },
    /// A row of more bytes or cells than are read.
    RowTooLong {
        /// The limit, in bytes.
        limit: usize,
    },
    /// A card of more properties than are read.
    TooManyProperties {
        /// The limit.
        limit: usize,
    },
    /// A card or an event that another one, or the file's end, breaks off.
    Unclosed,
    /// Lines that belong to no card.
    NotACard,
    /// The card of a group of people.
    GroupCard,
    /// An event that was called off.
    Cancelled,
    /// The card of a place, a program or a device.
    ThingCard,
    /// An earlier row of the file has the same id and says something else.
    RepeatedId,
    /// Several records of the book could be meant.
    Several,
    /// An account would stand above itself.
    AboveItself,
    /// The value is not of its custom field's kind.
    NotOfItsKind,
    /// The book's rules do not allow it.
    NotAllowed,
}

impl Reason {
    /// A key for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Reason::NoName => "no_name",
            Reason::NoPerson => "no_person",
            Reason::NoDay => "no_day",
            Reason::NotADate => "not_a_date",
            Reason::EitherDate => "either_date",
            Reason::AgainstDateOrder => "against_date_order",
            Reason::NotAnAmount(_) => "not_an_amount",
            Reason::NotARate => "not_a_rate",
            Reason::UnknownCurrency => "unknown_currency",
            Reason::OtherCurrency { .. } => "other_currency",
            Reason::TooFewCells { .. } => "too_few_cells",
            Reason::TooManyCells { .. } => "too_many_cells",
            Reason::Totals => "totals",
            Reason::UnclosedQuote => "unclosed_quote",
            Reason::CellTooLong { .. } => "cell_too_long",
            Reason::RowTooLong { .. } => "row_too_long",
            Reason::TooManyProperties { .. } => "too_many_properties",
            Reason::Unclosed => "unclosed",
            Reason::NotACard => "not_a_card",
            Reason::GroupCard => "group_card",
            Reason::Cancelled => "cancelled",
            Reason::ThingCard => "thing_card",
            Reason::RepeatedId => "repeated_id",
            Reason::Several => "several",
            Reason::AboveItself => "above_itself",
            Reason::NotOfItsKind => "not_of_its_kind",
            Reason::NotAllowed => "not_allowed",
        }
    }
}
