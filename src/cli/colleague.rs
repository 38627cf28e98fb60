//! `keybook colleague`.

use clap::{Args, Subcommand};

use super::beside::{added, changed, deleted, the_one};
use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::ops::Noun;
use crate::ops::colleague::{self, ColleagueInput};
use crate::report::model::ColleagueOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::rows::register as rows;
use crate::store::Book;

/// Keeps the people on our side
#[derive(Debug, Subcommand)]
pub(super) enum Colleague {
    /// Lists our people, the one at the keyboard first
    List,
    /// Adds a colleague
    Add {
        /// The whole name
        name: String,
        #[command(flatten)]
        told: Told,
    },
    /// Changes a colleague; an empty value empties a field
    Edit {
        /// The colleague: name, e-mail address, or me
        colleague: String,
        /// Another name
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        #[command(flatten)]
        told: Told,
    },
    /// Deletes a colleague who looks after nothing
    Delete {
        /// The colleague: name, e-mail address, or me
        colleague: String,
    },
}

/// What can be told of a colleague.
#[derive(Debug, Args)]
pub(super) struct Told {
    /// The e-mail address
    #[arg(long, value_name = "ADDRESS")]
    email: Option<String>,
    /// The part on our side: account manager, executive sponsor, service and so on
    #[arg(long, value_name = "TEXT")]
    role: Option<String>,
    /// Whether it is the person at the keyboard
    #[arg(long, value_name = "TRUE|FALSE")]
    me: Option<bool>,
}

impl Colleague {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        match self {
            Colleague::List => {
                let all = rows::colleagues(&book)?;
                desk.give_list(&all, || Page::of_table(lang, "", pages::register::colleagues(lang, &all)))
            }
            Colleague::Add { name, told } => {
                let id = colleague::add(&mut book, &told.input(Some(name)))?.value;
                let colleague = found(&book, &id.to_string())?;
                added(desk, &colleague, &colleague.name)
            }
            Colleague::Edit { colleague, name, told } => {
                let id = found(&book, &colleague)?.id;
                let outcome = colleague::edit(&mut book, id, &told.input(name))?;
                let colleague = found(&book, &id.to_string())?;
                changed(desk, &colleague, &outcome, &colleague.name)
            }
            Colleague::Delete { colleague } => {
                let colleague = found(&book, &colleague)?;
                colleague::delete(&mut book, colleague.id)?;
                deleted(desk, &colleague, &colleague.name)
            }
        }
    }
}

impl Told {
    fn input(self, name: Option<String>) -> ColleagueInput {
        ColleagueInput {
            name,
            email: value::text(self.email),
            role: value::text(self.role),
            is_me: self.me,
            needs: None,
        }
    }
}

fn found(book: &Book, words: &str) -> Result<ColleagueOut, Failure> {
    let names = |one: &ColleagueOut| {
        let me = if one.is_me { "me" } else { "" };
        [one.id.to_string(), one.name.clone(), one.email.clone().unwrap_or_default(), me.to_owned()]
    };
    the_one(rows::colleagues(book)?, Noun::Colleague, words, names)
}
