//! Quick capture: one line, such as `call jane acme: wants SOC2, next fri proposal 45k` or
//! `拜访 王伟 华锐: 要求12月15日前报价，下周五 方案 45万`, and what it says of the book.
//!
//! Before the colon stands what happened and with whom ([`head`]), behind it what was said ([`said`]), one
//! clause after the other. Names are looked up through [`Names`]; what several records could mean stays open
//! and is asked, never guessed ([`meant`]). The grammar is written down in `docs/capture.md`.

mod atoms;
mod choice;
mod figures;
mod head;
mod kinds;
mod meant;
mod said;
#[cfg(test)]
mod tests;
mod understand;
mod words;

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use super::id::Id;
use super::money::{Currency, Money};
use super::stage::Stage;
use super::word::{ActivityKind, Direction, RecordKind, Status};

pub use choice::{chosen, offered, put};
pub use understand::understand;

/// Where the names of a line are looked up.
pub trait Names {
    /// Why a look-up can fail.
    type Error;

    /// The records that words may mean: accounts, contacts and deals; only those of these accounts, where some
    /// are given. By code, by name, by a part of it.
    ///
    /// # Errors
    /// Where the names cannot be read.
    fn called(&self, words: &str, within: &[Id]) -> Result<Vec<Candidate>, Self::Error>;

    /// The open deals of an account, those first whose date comes first.
    ///
    /// # Errors
    /// Where they cannot be read.
    fn open_deals(&self, account: Id) -> Result<Vec<Candidate>, Self::Error>;
}

/// A record that words may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// What kind of record.
    pub kind: RecordKind,
    /// Its id.
    pub id: Id,
    /// Its short code as people write it: A-12.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The account that it is, or belongs to, with its name.
    pub account: Option<(Id, String)>,
    /// Of a deal: how it stands.
    pub deal: Option<Standing>,
}

/// How a deal stands before anything is saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Open, won or lost.
    pub status: Status,
    /// Its amount in minor units of its currency.
    pub amount: Option<i64>,
    /// Its currency.
    pub currency: Currency,
    /// The stage where it stands.
    pub stage: Id,
    /// When it is expected to close.
    pub close_on: Option<NaiveDate>,
}

/// What a line is read against.
#[derive(Debug, Clone)]
pub struct Ground<'a> {
    /// Which day it is.
    pub today: NaiveDate,
    /// The currency of amounts that name none, where no deal says another.
    pub base: Currency,
    /// The stages of the book.
    pub stages: &'a [Stage],
    /// The record that is meant where the line names none.
    pub at_hand: Option<Candidate>,
}

/// What a piece of the line was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// What kind of activity.
    Kind,
    /// Who reached out.
    Direction,
    /// The day of the activity.
    Day,
    /// When it begins.
    Time,
    /// How long it took.
    Minutes,
    /// A person.
    Person,
    /// An account.
    Account,
    /// A deal, or the word that there is none.
    Deal,
    /// A name that is not clear yet.
    Unclear,
    /// What was said.
    Note,
    /// What comes next.
    Step,
    /// When that comes.
    StepDay,
    /// What the deal is worth.
    Amount,
    /// The stage where the deal stands.
    Stage,
    /// When the deal is expected to close.
    Close,
}

/// A piece of the line, in bytes of it, and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it stands.
    pub at: Range<usize>,
    /// What it was taken for.
    pub sort: Sort,
}

/// How it is known which deal is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The line says so.
    Said,
    /// It follows from another record that the line names.
    Follows,
    /// It is the only open deal of the account.
    OnlyOne,
    /// It is the record at hand.
    AtHand,
}

/// A record that was understood, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// The record.
    pub record: Candidate,
    /// How it is known.
    pub why: Why,
}

/// What is not clear yet: nothing is saved while something is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// Nothing is called so.
    NoSuch {
        /// Where it stands.
        at: Range<usize>,
        /// The words.
        words: String,
    },
    /// Several records are called so.
    Which {
        /// Where it stands.
        at: Range<usize>,
        /// The words.
        words: String,
        /// The records, the likeliest first.
        found: Vec<Candidate>,
    },
    /// The account has several open deals.
    WhichDeal {
        /// Where the answer is put.
        at: usize,
        /// The deals.
        found: Vec<Candidate>,
        /// Whether it may be none of them.
        or_none: bool,
    },
    /// It has happened with nobody.
    Whom,
    /// A note or a task says nothing.
    Words,
    /// Something that only takes place on its day lies ahead.
    NotYet {
        /// What.
        kind: ActivityKind,
        /// When it would be.
        on: NaiveDate,
    },
    /// What is to change is won or lost.
    Closed {
        /// The deal.
        deal: Candidate,
    },
    /// No stage is called so.
    NoStage {
        /// Where it stands.
        at: Range<usize>,
        /// The words.
        words: String,
    },
    /// More than one account, or more than one deal, is named.
    TooMany {
        /// Where the second one stands.
        at: Range<usize>,
        /// Of what.
        kind: RecordKind,
    },
}

impl Open {
    /// What could be chosen from, and where the choice is put.
    pub fn choices(&self) -> Option<(Range<usize>, &[Candidate])> {
        match self {
            Open::Which { at, found, .. } => Some((at.clone(), found)),
            Open::WhichDeal { at, found, .. } => Some((*at..*at, found)),
            _ => None,
        }
    }
}

/// What comes next, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What.
    pub words: String,
    /// When; none where no day was told.
    pub on: Option<NaiveDate>,
}

/// All that was understood of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Understood {
    /// What kind of activity; a note where nothing was told.
    pub kind: ActivityKind,
    /// Who reached out.
    pub direction: Option<Direction>,
    /// The day of the activity.
    pub on: NaiveDate,
    /// When it begins.
    pub at: Option<NaiveTime>,
    /// How long it took.
    pub minutes: Option<i64>,
    /// With whom.
    pub people: Vec<Known>,
    /// With which account.
    pub account: Option<Known>,
    /// For which deal.
    pub deal: Option<Known>,
    /// What was said; empty where nothing was.
    pub note: String,
    /// What comes next.
    pub step: Option<Step>,
    /// Of a task: when it is due.
    pub due_on: Option<NaiveDate>,
    /// What the deal is worth from now on.
    pub amount: Option<Money>,
    /// The stage where the deal stands from now on.
    pub stage: Option<Stage>,
    /// When the deal is expected to close from now on.
    pub close_on: Option<NaiveDate>,
    /// What is not clear yet.
    pub open: Vec<Open>,
    /// What each piece of the line was taken for, in the order of the line; no two overlap.
    pub marks: Vec<Mark>,
    /// Where names end and what was said begins, in bytes of the line; its end where nothing is said.
    pub head_end: usize,
}

impl Understood {
    /// Whether the deal itself changes beside its next step.
    pub fn changes_deal(&self) -> bool {
        self.amount.is_some() || self.stage.is_some() || self.close_on.is_some()
    }

    /// The records named, implied or at hand: people, the account, the deal.
    pub fn records(&self) -> impl Iterator<Item = &Known> {
        self.people.iter().chain(&self.account).chain(&self.deal)
    }
}
