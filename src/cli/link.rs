//! `keybook link`.

use clap::Subcommand;

use super::beside::{added, changed, deleted};
use super::desk::Desk;
use super::failure::Failure;
use super::{name, value};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::ops::{Noun, Problem, link};
use crate::report::model::LinkOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::store::Book;
use crate::store::table::attachment::Link as LinkRow;

/// The kinds of record that links are hung on.
const KINDS: [RecordKind; 3] = [RecordKind::Contact, RecordKind::Account, RecordKind::Deal];

/// Keeps links: files and addresses that belong to a record, named and never copied
#[derive(Debug, Subcommand)]
pub(super) enum Link {
    /// Lists the links of a record
    List {
        /// The account, contact or deal
        record: String,
    },
    /// Hangs a file or an address on a record
    Add {
        /// The account, contact or deal
        record: String,
        /// The path or the address
        target: String,
        /// What it is
        #[arg(long, value_name = "TEXT")]
        label: Option<String>,
    },
    /// Changes a link; an empty label takes it away
    Edit {
        /// The link: its id, as in the list
        link: String,
        /// Another path or address
        #[arg(long, value_name = "PATH|ADDRESS")]
        target: Option<String>,
        /// What it is
        #[arg(long, value_name = "TEXT")]
        label: Option<String>,
    },
    /// Takes a link off its record; the file stays where it is
    Delete {
        /// The link: its id, as in the list
        link: String,
    },
}

impl Link {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        match self {
            Link::List { record } => {
                let record = name::one(&book, &record, &KINDS)?;
                let all: Vec<LinkOut> = book.links_of(record.id)?.into_iter().map(LinkOut::from).collect();
                desk.give_list(&all, || Page::of_table(lang, "", pages::register::links(lang, &all)))
            }
            Link::Add { record, target, label } => {
                let record = name::one(&book, &record, &KINDS)?;
                let id = link::add(&mut book, record.kind, record.id, label.as_deref(), &target)?.value;
                let link = LinkOut::from(book.row::<LinkRow>(id)?);
                added(desk, &link, &link.target)
            }
            Link::Edit { link, target, label } => {
                let id = found(&book, &link)?.id;
                let outcome = link::edit(&mut book, id, value::text(label), target.as_deref())?;
                let link = LinkOut::from(book.row::<LinkRow>(id)?);
                changed(desk, &link, &outcome, &link.target)
            }
            Link::Delete { link } => {
                let link = found(&book, &link)?;
                link::delete(&mut book, link.id)?;
                deleted(desk, &link, &link.target)
            }
        }
    }
}

fn found(book: &Book, words: &str) -> Result<LinkOut, Failure> {
    let unknown = || Failure::from(Problem::NotListed { noun: Noun::Link, words: words.to_owned() });
    let id: Id = words.trim().parse().map_err(|_| unknown())?;
    book.row::<LinkRow>(id).map(LinkOut::from).map_err(|error| match error {
        crate::store::Error::NoRecord => unknown(),
        other => other.into(),
    })
}
