//! `keybook tag`.

use clap::Subcommand;

use super::beside::{changed, deleted, the_one};
use super::desk::Desk;
use super::failure::Failure;
use crate::ops::{Noun, tag};
use crate::report::model::TagOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::rows::register as rows;
use crate::store::Book;

/// Keeps tags: words that records are marked with
#[derive(Debug, Subcommand)]
pub(super) enum Tag {
    /// Lists tags, with how many records each is on
    List,
    /// Gives a tag another name; that of another tag makes the two one
    Rename {
        /// The tag
        tag: String,
        /// Its new name
        name: String,
    },
    /// Takes a tag off all records
    Delete {
        /// The tag
        tag: String,
    },
}

impl Tag {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        match self {
            Tag::List => {
                let all = rows::tags(&book)?;
                desk.give_list(&all, || Page::of_table(lang, "", pages::register::tags(lang, &all)))
            }
            Tag::Rename { tag, name } => {
                let id = found(&book, &tag)?.id;
                let outcome = tag::rename(&mut book, id, &name)?;
                let tag = found(&book, &outcome.value.to_string())?;
                changed(desk, &tag, &outcome, &tag.tag)
            }
            Tag::Delete { tag } => {
                let tag = found(&book, &tag)?;
                tag::delete(&mut book, tag.id)?;
                deleted(desk, &tag, &tag.tag)
            }
        }
    }
}

fn found(book: &Book, words: &str) -> Result<TagOut, Failure> {
    the_one(rows::tags(book)?, Noun::Tag, words, |one: &TagOut| [one.id.to_string(), one.tag.clone()])
}
