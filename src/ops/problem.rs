//! Why an operation could not be done. No sentences here: `report::problem` has the words.

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::domain::entry::EntryKind;
use crate::domain::entry::check::Fault;
use crate::domain::id::Id;
use crate::domain::segment::Method;
use crate::domain::settings::SettingError;
use crate::domain::word::{RecordKind, Status};
use crate::store::view::find::Named;
use crate::store::{Conflict, Error};

/// Which input was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// A name.
    Name,
    /// An amount of money.
    Amount,
    /// A currency.
    Currency,
    /// A win rate.
    WinRate,
    /// A share.
    Share,
    /// A quantity.
    Quantity,
    /// A price.
    Price,
    /// A number of minutes.
    Minutes,
    /// A number of hours.
    Hours,
    /// A number of people.
    People,
    /// A relationship step.
    Step,
    /// A day of the year.
    Day,
    /// Days of notice ahead.
    Notice,
    /// A period.
    Period,
    /// An exchange rate.
    Rate,
    /// What was said.
    Text,
    /// What was heard or seen of a person.
    Clue,
}

/// What the book keeps beside its records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noun {
    /// A product.
    Product,
    /// A small order.
    Order,
    /// A quota.
    Quota,
    /// An exchange rate.
    Rate,
    /// A stage.
    Stage,
    /// A reason for losing.
    LostReason,
    /// A colleague.
    Colleague,
    /// A tag.
    Tag,
    /// A custom field.
    Field,
    /// A link.
    Link,
}

/// The only record that was found by some words.
///
/// # Errors
/// [`Problem::NoRecord`] where there is none, [`Problem::Several`] where there are more.
pub fn the_one(mut found: Vec<Named>, words: &str, kinds: &[RecordKind]) -> Result<Named, Problem> {
    match (found.len(), found.pop()) {
        (1, Some(named)) => Ok(named),
        (_, None) => Err(Problem::NoRecord { kinds: kinds.to_vec(), words: words.to_owned() }),
        (_, Some(last)) => {
            found.push(last);
            Err(Problem::Several { words: words.to_owned(), found })
        }
    }
}

/// Why an operation could not be done.
#[derive(Debug)]
pub enum Problem {
    /// The book's own fault: locked, full, damaged and so on.
    Store(Error),
    /// Nothing is called that.
    NoRecord {
        /// What was looked for.
        kinds: Vec<RecordKind>,
        /// By which words.
        words: String,
    },
    /// Several are called that.
    Several {
        /// By which words.
        words: String,
        /// The first of them.
        found: Vec<Named>,
    },
    /// Something that must be told is missing.
    Missing(Place),
    /// Something is out of its range.
    OutOfRange {
        /// What.
        place: Place,
        /// As written.
        value: String,
    },
    /// A product has this name already.
    Taken(String),
    /// No stage is called that.
    NoStage {
        /// As written.
        word: String,
        /// The keys of the stages.
        known: Vec<String>,
    },
    /// The deal is at the last stage already.
    LastStage(String),
    /// The deal is at the first stage already.
    FirstStage(String),
    /// The stage lies on the other side: advance goes on, back goes back.
    WrongWay(String),
    /// The deal is won or lost already.
    Closed {
        /// Its name.
        deal: String,
        /// Won or lost.
        status: Status,
    },
    /// The deal is open.
    NotClosed(String),
    /// The day of a sale, an order or a contact lies in the future.
    Future(NaiveDate),
    /// A special day comes when it comes.
    FixedDay,
    /// What is put off until this day would not be put off.
    NotToCome(NaiveDate),
    /// A record would stand above itself.
    Loop(String),
    /// Somebody would report to themselves, by however long a line.
    ReportingLoop {
        /// Who would.
        person: String,
        /// Whom they were to report to.
        above: String,
    },
    /// Nobody of that name covers the contact.
    NoCover {
        /// Who of ours.
        who: String,
        /// Whom.
        contact: String,
    },
    /// Nobody of that name has the role for the account.
    NoRole {
        /// Who of ours.
        who: String,
        /// For which account.
        account: String,
    },
    /// Another set of stages is for a book without deals.
    StagesInUse,
    /// A record cannot be merged into itself.
    Itself(String),
    /// A currency has no rate to itself.
    RateOfBase(String),
    /// An amount in another currency than the record's.
    OtherCurrency {
        /// As given.
        given: String,
        /// As the record has it.
        expected: String,
    },
    /// A setting was refused.
    Setting(SettingError),
    /// An undo or redo was refused.
    Undo(Conflict),
    /// A field of a plan's entry was refused.
    Entry {
        /// Which kind of entry.
        kind: EntryKind,
        /// Which field.
        field: &'static str,
        /// What is wrong with it.
        fault: Fault,
    },
    /// Such a record has no entries of this kind.
    NotThere(EntryKind),
    /// Nobody orders entries of this kind.
    Unordered(EntryKind),
    /// The method only measures: no class of it can be decided by hand.
    Measured(Method),
    /// No entry of this kind is meant by these words.
    NoEntry {
        /// Which kind of entry.
        kind: EntryKind,
        /// By which words.
        words: String,
    },
    /// Several entries of this kind are meant by these words.
    SeveralEntries {
        /// Which kind of entry.
        kind: EntryKind,
        /// By which words.
        words: String,
        /// The first of them: its id, and what it says.
        found: Vec<(Id, String)>,
    },
    /// Nothing of that sort is called that.
    NotListed {
        /// What was looked for.
        noun: Noun,
        /// By which words.
        words: String,
    },
    /// It cannot be deleted, as records depend on it.
    InUse {
        /// What it is.
        noun: Noun,
        /// Its name.
        name: String,
        /// How many of which.
        by: Vec<(RecordKind, u64)>,
    },
    /// The past is told with it: no deal is at the stage now, but some were.
    StageOfThePast(String),
    /// The last of its sort; at least one is needed.
    LastOne(Noun),
    /// A value that some record has does not fit what the field is to be.
    ValueInTheWay {
        /// The field's name.
        field: String,
        /// The value.
        value: String,
    },
    /// No file and no copy of the book is called that.
    NoBackup(String),
    /// There is nothing in a passphrase.
    EmptyPassphrase,
    /// The book is encrypted already.
    AlreadyEncrypted(PathBuf),
    /// The book is not encrypted.
    NotEncrypted(PathBuf),
    /// Nothing is remembered of files of that name or shape.
    NoMapping(String),
    /// A file cannot be brought back as the book.
    Unusable {
        /// The file.
        file: PathBuf,
        /// Why.
        why: Error,
    },
    /// A file cannot be joined to the book.
    NotJoinable {
        /// The file.
        file: PathBuf,
        /// Why.
        why: Error,
    },
    /// The file is the book itself.
    SameBook(PathBuf),
    /// The file holds another book: they have no past in common.
    OtherLineage(PathBuf),
    /// A value does not fit its custom field.
    BadField {
        /// The field.
        key: String,
        /// As written.
        value: String,
    },
}

/// Refuses to delete what records depend on.
pub(super) fn free(noun: Noun, name: &str, by: &[(RecordKind, u64)]) -> Result<(), Problem> {
    let by: Vec<_> = by.iter().copied().filter(|(_, number)| *number > 0).collect();
    match by.is_empty() {
        true => Ok(()),
        false => Err(Problem::InUse { noun, name: name.to_owned(), by }),
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        Problem::Store(error)
    }
}

impl From<SettingError> for Problem {
    fn from(error: SettingError) -> Self {
        Problem::Setting(error)
    }
}

impl From<Conflict> for Problem {
    fn from(conflict: Conflict) -> Self {
        match conflict {
            Conflict::Store(error) => Problem::Store(error),
            other => Problem::Undo(other),
        }
    }
}
