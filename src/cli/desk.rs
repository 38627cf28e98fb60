//! What a command has at hand: the language, the day, the book, and where its answer goes.

use std::path::PathBuf;

use chrono::NaiveDate;
use serde::Serialize;

use super::failure::Failure;
use super::global::Global;
use super::output::Output;
use super::value;
use crate::config::{self, Config};
use crate::exchange::csv::guard_formula;
use crate::i18n::Lang;
use crate::report::page::Page;
use crate::report::{Format, csv, html, json, markdown, text};
use crate::store::{Book, Clock};

/// What the terminal interface is opened with.
#[derive(Debug, Clone)]
pub struct Opening {
    /// The book's file.
    pub book: PathBuf,
    /// The language.
    pub lang: Lang,
    /// Which day it is.
    pub clock: Clock,
    /// This machine's settings.
    pub config: Config,
}

/// What a command has at hand.
pub(super) struct Desk {
    /// The language of the answer.
    pub lang: Lang,
    /// The form of the answer.
    pub format: Format,
    /// Which day it is.
    pub clock: Clock,
    /// The shared flags as given.
    pub global: Global,
    /// This machine's settings.
    pub config: Config,
    output: Output,
}

impl Desk {
    /// Lays out what a command needs; nothing is opened yet.
    pub fn new(global: Global, format: Format, lang: Lang, config: Config) -> Result<Self, Failure> {
        let machine = Clock::machine();
        let today = match &global.today {
            Some(words) => Some(value::day(lang, "--today", words, machine.today())?),
            None => None,
        };
        let output = Output::new(global.out.clone(), global.color, config.measure());
        Ok(Desk { lang, format, clock: Clock::of(today), global, config, output })
    }

    /// Which day it is.
    pub fn today(&self) -> NaiveDate {
        self.clock.today()
    }

    /// The file of the book: the one that is named, or the usual one.
    pub fn book_path(&self) -> Result<PathBuf, Failure> {
        match &self.global.book {
            Some(path) => Ok(path.clone()),
            None => Ok(config::usual_book()?),
        }
    }

    /// Opens the book.
    pub fn book(&self) -> Result<Book, Failure> {
        Book::open(&self.book_path()?, self.clock).map_err(Failure::Closed)
    }

    /// What the terminal interface would be opened with.
    pub fn opening(&self) -> Result<Opening, Failure> {
        let book = self.book_path()?;
        Ok(Opening { book, lang: self.lang, clock: self.clock, config: self.config.clone() })
    }

    /// Answers with one thing: its fields for programs, a page for people.
    pub fn give<T: Serialize>(&self, fields: &T, page: impl FnOnce() -> Page) -> Result<(), Failure> {
        match self.format {
            Format::Json => self.output.write(|out| Ok(json::write(out, fields)?)),
            _ => self.give_page(&page()),
        }
    }

    /// Answers with a list of records: for programs in JSON or CSV, as a page for people.
    pub fn give_list<T: Serialize + Default>(
        &self,
        records: &[T],
        page: impl FnOnce() -> Page,
    ) -> Result<(), Failure> {
        match self.format {
            Format::Csv => self.output.write(|out| {
                csv::write(out, &csv::columns::<T>()?, records.iter().map(Ok::<_, Failure>), guard_formula)
            }),
            _ => self.give(&records, page),
        }
    }

    /// Answers with a page, in any of the forms for people.
    pub fn give_page(&self, page: &Page) -> Result<(), Failure> {
        match self.format {
            Format::Md => self.output.write(|out| Ok(markdown::write(out, page)?)),
            Format::Html => self.output.write(|out| Ok(html::write(out, page)?)),
            _ => {
                let paper = self.output.paper();
                Ok(self.output.write_styled(|out| text::write(out, page, paper))?)
            }
        }
    }

    /// Answers with bytes as they are: a script, a manual page, an export.
    pub fn give_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        self.output.write(|out| Ok(out.write_all(bytes)?))
    }

    /// Where the answer goes.
    pub fn output(&self) -> &Output {
        &self.output
    }
}
