//! `keybook commitment`.

use clap::Subcommand;

use super::desk::Desk;
use super::failure::Failure;
use super::{list, name, value};
use crate::domain::id::Id;
use crate::domain::word::{CommitmentKind, CommitmentStatus, RecordKind, Side};
use crate::ops::commitment::{self, CommitmentChange, CommitmentInput};
use crate::report::model::CommitmentOut;
use crate::report::page::Page;
use crate::report::{pages, promise, rows};
use crate::store::Book;
use crate::store::view::list::Clause;
use crate::store::view::promises::CommitmentLine;
use crate::tr;

/// Keeps commitments: what we promised a client, and they us
#[derive(Debug, Subcommand)]
pub(super) enum Commitment {
    /// Notes a commitment
    Add {
        /// The contact, account or deal it belongs to
        record: String,
        /// What was promised
        text: String,
        /// They promised it, not we
        #[arg(long)]
        theirs: bool,
        /// What it is about: quality, price, supply or other
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        /// When it is due
        #[arg(long, value_name = "DATE")]
        due: Option<String>,
    },
    /// Lists commitments, the first due first
    List {
        /// Only those that are open, kept, broken or all; open unless said
        #[arg(long, value_name = "STATUS")]
        status: Option<String>,
    },
    /// Says that a commitment was kept
    Keep {
        /// The commitment: its id, or words of it
        what: String,
        /// The day, if not today
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Says that a commitment was broken
    Break {
        /// The commitment: its id, or words of it
        what: String,
        /// The day, if not today
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Changes a commitment
    Edit {
        /// The commitment: its id, or words of it
        what: String,
        /// What was promised
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        /// What it is about: quality, price, supply or other
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        /// When it is due
        #[arg(long, value_name = "DATE")]
        due: Option<String>,
    },
    /// Deletes a commitment
    Delete {
        /// The commitment: its id, or words of it
        what: String,
    },
}

impl Commitment {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        let kind_of = |told: Option<&str>| {
            let read =
                |word| value::word(lang, "--kind", word, CommitmentKind::ALL, promise::commitment_kind);
            told.map(read).transpose()
        };
        match self {
            Commitment::Add { record, text, theirs, kind, due } => {
                let kinds = [RecordKind::Contact, RecordKind::Account, RecordKind::Deal];
                let record = name::one(&book, &record, &kinds)?;
                let is = |kind: RecordKind| Some(record.id).filter(|_| record.kind == kind);
                let input = CommitmentInput {
                    account: is(RecordKind::Account),
                    contact: is(RecordKind::Contact),
                    deal: is(RecordKind::Deal),
                    promised_by: if theirs { Side::Them } else { Side::Us },
                    kind: kind_of(kind.as_deref())?.unwrap_or(CommitmentKind::Other),
                    due_on: desk.day("--due", due.as_deref())?,
                    ..CommitmentInput::ours(text)
                };
                let id = commitment::add(&mut book, &input)?.value;
                give(desk, &book, id, |text| tr!(lang, "done.added", record = text).into())
            }
            Commitment::List { status } => {
                let clause = match status.as_deref() {
                    Some("all") => Clause::default(),
                    told => {
                        let read = |word| {
                            let all = CommitmentStatus::ALL;
                            value::word(lang, "--status", word, all, promise::commitment_status)
                        };
                        let status = told.map(read).transpose()?.unwrap_or(CommitmentStatus::Open);
                        CommitmentLine::of_status(status)
                    }
                };
                list::of_clause::<CommitmentOut>(desk, &book, clause, |all| {
                    pages::promise::commitments(lang, all)
                })
            }
            Commitment::Keep { what, on } => settle(desk, &mut book, &what, CommitmentStatus::Kept, on),
            Commitment::Break { what, on } => settle(desk, &mut book, &what, CommitmentStatus::Broken, on),
            Commitment::Edit { what, text, kind, due } => {
                let id = name::worded(&book, &what, RecordKind::Commitment)?.id;
                let today = desk.today();
                let change = CommitmentChange {
                    text,
                    kind: kind_of(kind.as_deref())?,
                    due_on: value::field(due.as_deref(), |text| value::day(lang, "--due", text, today))?,
                    ..CommitmentChange::default()
                };
                let done = commitment::edit(&mut book, id, &change)?;
                give(desk, &book, id, |text| desk.changed(&done, text))
            }
            Commitment::Delete { what } => {
                let found = name::worded(&book, &what, RecordKind::Commitment)?;
                let gone: CommitmentOut = rows::one(&book, found.id)?;
                commitment::delete(&mut book, found.id)?;
                let line = tr!(lang, "done.deleted", record = found.name);
                desk.give(&gone, || Page::of_line(lang, line))
            }
        }
    }
}

fn settle(
    desk: &Desk,
    book: &mut Book,
    what: &str,
    status: CommitmentStatus,
    on: Option<String>,
) -> Result<(), Failure> {
    let id = name::worded(book, what, RecordKind::Commitment)?.id;
    let done = commitment::settle(book, id, status, desk.day("--on", on.as_deref())?)?;
    give(desk, book, id, |text| desk.changed(&done, text))
}

/// Answers with a promise, and what was done to it in a line.
fn give(desk: &Desk, book: &Book, id: Id, line: impl FnOnce(&str) -> String) -> Result<(), Failure> {
    let commitment: CommitmentOut = rows::one(book, id)?;
    desk.give(&commitment, || Page::of_line(desk.lang, line(&commitment.text)))
}
