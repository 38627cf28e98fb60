//! `keybook reason`.

use clap::Subcommand;

use super::beside::{added, changed, deleted, the_one};
use super::desk::Desk;
use super::failure::Failure;
use crate::ops::{Noun, lost_reason};
use crate::report::model::LostReasonOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::rows::register as rows;
use crate::store::Book;

/// Keeps the reasons for which deals are lost
#[derive(Debug, Subcommand)]
pub(super) enum Reason {
    /// Lists the reasons, first one first
    List,
    /// Adds a reason, after those that are there
    Add {
        /// The reason, in a word or two
        name: String,
    },
    /// Gives a reason another name; its key stays
    Rename {
        /// The reason: its key, or its name
        reason: String,
        /// Its new name
        name: String,
    },
    /// Puts a reason at another place among them
    Move {
        /// The reason: its key, or its name
        reason: String,
        /// Its place, counted from 1
        place: usize,
    },
    /// Deletes a reason that no deal was lost for
    Delete {
        /// The reason: its key, or its name
        reason: String,
    },
}

impl Reason {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        match self {
            Reason::List => {
                let all = rows::lost_reasons(&book, lang)?;
                desk.give_list(&all, || Page::of_table(lang, "", pages::register::lost_reasons(lang, &all)))
            }
            Reason::Add { name } => {
                let id = lost_reason::add(&mut book, &name)?.value;
                let reason = found(desk, &book, &id.to_string())?;
                added(desk, &reason, &reason.name)
            }
            Reason::Rename { reason, name } => {
                let id = found(desk, &book, &reason)?.id;
                let outcome = lost_reason::rename(&mut book, id, &name)?;
                let reason = found(desk, &book, &id.to_string())?;
                changed(desk, &reason, &outcome, &reason.name)
            }
            Reason::Move { reason, place } => {
                let reason = found(desk, &book, &reason)?;
                let outcome = lost_reason::put_at(&mut book, reason.id, place)?;
                changed(desk, &reason, &outcome, &reason.name)
            }
            Reason::Delete { reason } => {
                let reason = found(desk, &book, &reason)?;
                lost_reason::delete(&mut book, reason.id)?;
                deleted(desk, &reason, &reason.name)
            }
        }
    }
}

fn found(desk: &Desk, book: &Book, words: &str) -> Result<LostReasonOut, Failure> {
    let names = |one: &LostReasonOut| [one.id.to_string(), one.reason.clone(), one.name.clone()];
    the_one(rows::lost_reasons(book, desk.lang)?, Noun::LostReason, words, names)
}
