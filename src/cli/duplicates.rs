//! `keybook duplicates`.

use clap::{Args, Subcommand, ValueEnum};

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::domain::word::RecordKind;
use crate::ops::double;
use crate::report::model::DoubleOut;
use crate::report::page::Page;
use crate::report::{pages, rows};
use crate::store::Book;
use crate::store::view::find::Named;

/// The kinds of record of which there may be two.
const KINDS: [RecordKind; 3] = [RecordKind::Account, RecordKind::Contact, RecordKind::Deal];

/// Finds records that are likely in the book twice, and says why it looks so
///
/// Accounts are held against each other by domain, telephone number and name, contacts by e-mail address,
/// telephone number and name, deals by name, amount and close date within one account. Numbers are compared as
/// they are dialled from abroad; the country is that of the record, or else the book's setting country. Two
/// that are one are joined by account merge, contact merge and deal merge.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Duplicates {
    /// Which records: accounts, contacts or deals; all, unless told
    #[arg(value_name = "KIND")]
    of: Option<Of>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Of {
    Accounts,
    Contacts,
    Deals,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Shows two records beside each other, part by part: what a merge would have to choose
    Compare {
        /// One record: its code, id, or words of its name
        one: String,
        /// The other one
        other: String,
    },
    /// Says that two records are not the same, so that they are not listed again
    Apart {
        /// One record: its code, id, or words of its name
        one: String,
        /// The other one
        other: String,
    },
    /// Takes that back
    Together {
        /// One record: its code, id, or words of its name
        one: String,
        /// The other one
        other: String,
    },
}

impl Duplicates {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        let lang = desk.lang;
        match self.verb {
            None => {
                let mut found: Vec<DoubleOut> = vec![];
                for kind in KINDS.into_iter().filter(|kind| self.of.is_none_or(|of| of.kind() == *kind)) {
                    found.extend(book.doubles(kind)?.iter().map(|double| rows::double::double(lang, double)));
                }
                desk.give_list(&found, || Page::of_table(lang, "", pages::double::list(lang, &found)))
            }
            Some(Verb::Compare { one, other }) => {
                let (one, other) = two(&book, &one, &other)?;
                let parts = rows::double::sides(lang, &book, one.kind, one.id, other.id)?;
                let (one, other) = (rows::double::named(&one), rows::double::named(&other));
                desk.give_list(&parts, || {
                    Page::of_table(lang, "", pages::double::sides(lang, (&one, &other), &parts))
                })
            }
            Some(Verb::Apart { one, other }) => {
                let (one, other) = two(&book, &one, &other)?;
                let outcome = double::tell_apart(&mut book, one.kind, one.id, other.id)?;
                let pair = [rows::double::named(&one), rows::double::named(&other)];
                desk.give(&pair, || Page::of_line(lang, desk.changed(&outcome, &outcome.label.subject)))
            }
            Some(Verb::Together { one, other }) => {
                let (one, other) = two(&book, &one, &other)?;
                let outcome = double::tell_together(&mut book, one.kind, one.id, other.id)?;
                let pair = [rows::double::named(&one), rows::double::named(&other)];
                desk.give(&pair, || Page::of_line(lang, desk.changed(&outcome, &outcome.label.subject)))
            }
        }
    }
}

impl Of {
    fn kind(self) -> RecordKind {
        match self {
            Of::Accounts => RecordKind::Account,
            Of::Contacts => RecordKind::Contact,
            Of::Deals => RecordKind::Deal,
        }
    }
}

/// Two records of one kind.
fn two(book: &Book, one: &str, other: &str) -> Result<(Named, Named), Failure> {
    let one = name::one(book, one, &KINDS)?;
    let other = name::one(book, other, &[one.kind])?;
    Ok((one, other))
}
