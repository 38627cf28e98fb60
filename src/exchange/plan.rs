//! What was understood of a file before its rows are read: who wrote it, what it holds, which column
//! is which field, and how dates and amounts are written. All of it is said aloud to the person.

use crate::domain::amount::DecimalMark;
use crate::domain::money::Currency;
use crate::domain::word::words;

use super::Told;
use super::field::{Field, Kind};

words! {
    /// The program that wrote a file.
    pub enum System {
        /// HubSpot.
        HubSpot = "hubspot",
        /// Salesforce: reports, Data Loader.
        Salesforce = "salesforce",
        /// Pipedrive.
        Pipedrive = "pipedrive",
        /// Google Contacts, either shape.
        Google = "google",
        /// Outlook.
        Outlook = "outlook",
        /// LinkedIn connections.
        LinkedIn = "linkedin",
        /// Our own export.
        Keybook = "keybook",
        /// An address book's cards.
        VCard = "vcard",
        /// A calendar.
        ICalendar = "icalendar",
        /// Any other table.
        Csv = "csv",
    }
}

/// What a person corrects by hand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// What the file holds (`--as`), where it is not to be guessed.
    pub kind: Option<Kind>,
    /// Columns and the fields that they are (`--map`).
    pub corrections: Vec<Correction>,
    /// The currency of amounts that name none.
    pub currency: Currency,
    /// Day or month first, for dates that the file itself does not decide.
    pub date_order: Option<Order>,
    /// What was told before of files of some shapes; what is told above goes before it.
    pub known: Vec<Told>,
}

/// One column put right: `--map COLUMN=FIELD`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// The column's header; case, spaces and punctuation do not matter.
    pub column: String,
    /// What it is.
    pub target: Target,
}

/// What a column is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A field of the record.
    Field(Field),
    /// A custom field with this key.
    Custom(String),
    /// The label of the e-mail address or number in the column after it.
    Label,
    /// Not taken.
    Skip,
}

/// What was understood of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Who wrote it.
    pub system: System,
    /// What it holds.
    pub kind: Kind,
    /// How its bytes are turned to text.
    pub encoding: &'static str,
    /// Whether some bytes are not valid in that encoding (they are read as U+FFFD).
    pub damaged: bool,
    /// What parts its columns; the line end where it has none.
    pub separator: char,
    /// The row of the header, as a spreadsheet program counts; none where the first row is already data.
    pub header_row: Option<u64>,
    /// Its columns in order, or the properties that its cards have.
    pub columns: Vec<Column>,
    /// Rows below the header, blank ones apart; what cannot be taken is among them.
    pub rows: u64,
    /// A mark of the file's shape: files with the same header have the same.
    pub shape: String,
    /// Whether something was told before of files of this shape.
    pub is_known: bool,
    /// Corrections whose column this file does not have.
    pub unused: Vec<Correction>,
    /// What stands in it and is not taken: pictures, sounds, keys.
    pub left: Vec<Left>,
}

/// What stands in a file and is not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// Its name there: `PHOTO`.
    pub what: String,
    /// How often it is there.
    pub times: u64,
}

impl Plan {
    /// The columns that became custom fields because no field fits them.
    pub fn unmapped(&self) -> impl Iterator<Item = &str> {
        let left = self.columns.iter().filter(|column| column.chosen == Chosen::Left);
        left.map(|column| column.header.as_str())
    }
}

/// One column of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its header; a number is added where two would be the same, and `Column 3` stands for none.
    pub header: String,
    /// What it is.
    pub target: Target,
    /// Why.
    pub chosen: Chosen,
    /// How its dates, amounts or rates are read, where it has such.
    pub reading: Reading,
}

/// How it was found out what a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Chosen {
    /// By its header.
    ByHeader,
    /// By what stands in it.
    ByContent,
    /// By a correction.
    ByHand,
    /// Not at all: it is kept as a custom field.
    Left,
    /// Not at all, and every cell in it is empty.
    Blank,
}

/// How the cells of a column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reading {
    /// As they are.
    #[default]
    Plain,
    /// As dates.
    Dates(DateOrder),
    /// As amounts.
    Amounts(Amounts),
    /// As rates: in per cent, or as fractions of one.
    Rates {
        /// Whether `0.25` means 25 %.
        fractions: bool,
    },
}

/// Which of two numbers in `3/4/2026` is the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Order {
    /// 3 April.
    DayFirst,
    /// 4 March.
    MonthFirst,
}

/// How the order of day and month in a column was decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// No date leaves the question open.
    Clear,
    /// Dates that can be read one way only prove it.
    Proved {
        /// The order.
        order: Order,
        /// How many rows prove it.
        rows: u64,
    },
    /// There are dates that can only be day first, and others that can only be month first: those that
    /// can be either are not taken.
    Mixed {
        /// Rows that can only be day first.
        day_first: u64,
        /// Rows that can only be month first.
        month_first: u64,
    },
    /// No date proves it.
    Assumed {
        /// The order that was taken.
        order: Order,
        /// Why that one.
        because: Assumption,
        /// How many rows hang on it.
        rows: u64,
    },
}

/// Why an order of day and month was assumed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Assumption {
    /// The person said so.
    Told,
    /// Another column of the file proves it for that one.
    OtherColumn,
    /// Dates with points are day first wherever they are used.
    Points,
    /// Decimal commas or semicolons: a file from where the day comes first.
    DecimalComma,
    /// Nothing speaks for either; most programs that export such dates put the month first.
    Usual,
}

/// How the amounts of a column are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amounts {
    /// What parts whole and decimals.
    pub mark: DecimalMark,
    /// Whether an amount proves that; if not, it is assumed.
    pub proved: bool,
    /// The currency that the header names: `Amount (USD)`, `金额（元）`.
    pub currency: Option<Currency>,
    /// The unit that the header names, as a power of ten: 4 for `金额（万元）`.
    pub power: u32,
}
