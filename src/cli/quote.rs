//! `keybook quote`.

use clap::Subcommand;

use super::desk::Desk;
use super::failure::Failure;
use super::{name, usage, value};
use crate::domain::id::Id;
use crate::domain::person::RecollectionKind;
use crate::ops::recollection::{self, RecollectionInput};
use crate::report::model::QuoteOut;
use crate::report::page::Page;
use crate::report::{pages, people, rows};
use crate::store::Book;
use crate::store::table::evidence::Person;
use crate::store::table::recollection::Recollection;
use crate::tr;

/// Keeps what to recall of people: what they said, moments of pride, interests, family
#[derive(Debug, Subcommand)]
pub(super) enum Quote {
    /// Keeps what a contact said, is proud of, likes, or tells of the family
    Add {
        /// The contact: code, id, or words of the name
        contact: String,
        /// In words
        text: String,
        /// What it is: quote, pride, interest or family
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        /// The day, if not today
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Lists what is to be recalled of a contact, newest first
    List {
        /// The contact: code, id, or words of the name
        contact: String,
    },
    /// Changes what is to be recalled
    Edit {
        /// Its id, as quote list shows it
        quote: String,
        /// In other words
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        /// What it is: quote, pride, interest or family
        #[arg(long, value_name = "KIND")]
        kind: Option<String>,
        /// The day, if another
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
    },
    /// Forgets it
    Delete {
        /// Its id, as quote list shows it
        quote: String,
    },
}

impl Quote {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        let kind = |told: Option<&str>| {
            told.map(|text| value::word(lang, "--kind", text, RecollectionKind::ALL, people::recollection))
                .transpose()
        };
        match self {
            Quote::Add { contact, text, kind: told, on } => {
                let contact = name::contact(&book, &contact)?;
                let kind = kind(told.as_deref())?.unwrap_or(RecollectionKind::Quote);
                let input = RecollectionInput { kind, text, on: desk.day("--on", on.as_deref())? };
                let id = recollection::add(&mut book, contact, &input)?.value;
                let quote = one(&book, id)?;
                let line = tr!(lang, "done.remembered", name = quote.contact);
                desk.give(&quote, || Page::of_line(lang, line))
            }
            Quote::List { contact } => {
                let contact = name::contact(&book, &contact)?;
                let quotes = rows::people::quotes(&book, Person::Contact(contact))?;
                desk.give_list(&quotes, || Page::of_table(lang, "", pages::people::quotes(lang, &quotes)))
            }
            Quote::Edit { quote, text, kind: told, on } => {
                let id = read(desk, &quote)?;
                let (kind, on) = (kind(told.as_deref())?, desk.day("--on", on.as_deref())?);
                let outcome = recollection::edit(&mut book, id, kind, text.as_deref(), on)?;
                let quote = one(&book, id)?;
                desk.give(&quote, || Page::of_line(lang, desk.changed(&outcome, &quote.text)))
            }
            Quote::Delete { quote } => {
                let id = read(desk, &quote)?;
                let quote = one(&book, id)?;
                recollection::delete(&mut book, id)?;
                let line = tr!(lang, "done.deleted", record = quote.text);
                desk.give(&quote, || Page::of_line(lang, line))
            }
        }
    }
}

fn read(desk: &Desk, text: &str) -> Result<Id, Failure> {
    text.parse().map_err(|_| usage::no_such_id(desk.lang, text))
}

/// What is kept under an id.
fn one(book: &Book, id: Id) -> Result<QuoteOut, Failure> {
    let kept: Recollection = book.row(id)?;
    let whose = kept.contact_id.map(Person::Contact).or(kept.colleague_id.map(Person::Colleague));
    let contact = whose.map(|person| rows::people::name(book, person)).transpose()?.unwrap_or_default();
    Ok(QuoteOut { id, contact, kind: kept.kind.to_string(), on: kept.told_on, text: kept.text })
}
