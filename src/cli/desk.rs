//! What a command has at hand: the language, the day, the book, and where its answer goes.

use std::cell::{Cell, RefCell, RefMut};
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Serialize;
use tempfile::TempDir;

use super::again::Again;
use super::failure::Failure;
use super::gathered::Gathered;
use super::global::Global;
use super::output::Output;
use super::{filter, passphrase, value};
use crate::config::{self, Config};
use crate::domain::filter::Kind;
use crate::domain::period::Period;
use crate::exchange::csv::guard_formula;
use crate::i18n::Lang;
use crate::ops::{Problem, backup, setup};
use crate::report::document::{self, Document};
use crate::report::page::Page;
use crate::report::problem::{Explained, explain};
use crate::report::{Format, csv, html, json, markdown, text, words};
use crate::store::backup::newest_good;
use crate::store::cipher::{is_encrypted, opens};
use crate::store::view::list::Clause;
use crate::store::{Book, BookFile, Clock, Error, Outcome};
use crate::tr;

/// What the terminal interface is opened with.
pub struct Opening {
    /// The book, already open.
    pub book: Book,
    /// The file of the book where it is damaged, and `book` a copy of it.
    pub damaged: Option<PathBuf>,
    /// The language.
    pub lang: Lang,
    /// This machine's settings.
    pub config: Config,
    /// The folder that the book lies in, where it is only there for the time being: gone when dropped.
    pub folder: Option<TempDir>,
    /// Whether the weekly review is shown first.
    pub with_review: bool,
    /// The book to which the tour leads back, where that is shown first.
    pub tour: Option<PathBuf>,
    /// How another book is opened in its place.
    pub again: Again,
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
    /// The file of the book, once it is known what opens it.
    file: RefCell<Option<BookFile>>,
    /// The book, from when it is first asked for.
    book: RefCell<Option<Book>>,
    /// Whether the command has opened the book.
    has_opened: Cell<bool>,
    /// The answers so far, where one command is done to several records.
    gathered: RefCell<Option<Gathered>>,
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
        Ok(Desk {
            lang,
            format,
            clock: Clock::of(today),
            global,
            config,
            output,
            file: RefCell::default(),
            book: RefCell::default(),
            has_opened: Cell::new(false),
            gathered: RefCell::default(),
        })
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

    /// The file of the book with what opens it: where it is encrypted, the passphrase is asked for once.
    pub fn book_file(&self) -> Result<BookFile, Failure> {
        if let Some(file) = self.file.borrow().as_ref() {
            return Ok(file.clone());
        }
        let file = self.unlocked(&self.book_path()?)?;
        *self.file.borrow_mut() = Some(file.clone());
        Ok(file)
    }

    /// A file that may be encrypted, with what opens it: as the book, or by a passphrase of its own.
    pub fn unlocked(&self, path: &Path) -> Result<BookFile, Failure> {
        if !is_encrypted(path) {
            return Ok(path.into());
        }
        let as_book = self.file.borrow().as_ref().map(|book| book.with_path(path));
        match as_book.filter(|file| file.key().is_some() && opens(file)) {
            Some(file) => Ok(file),
            None => passphrase::unlock(self.lang, path),
        }
    }

    /// The book, opened where it is not yet.
    pub fn book(&self) -> Result<RefMut<'_, Book>, Failure> {
        let in_use = |_| Failure::Closed(Error::Locked);
        let mut book = self.book.try_borrow_mut().map_err(|_| Failure::Closed(Error::Locked))?;
        if book.is_none() {
            *book = Some(self.open()?);
        }
        RefMut::filter_map(book, Option::as_mut).map_err(in_use)
    }

    /// Opens the book for somebody to keep, making it where there is none.
    pub fn open(&self) -> Result<Book, Failure> {
        let path = self.book_path()?;
        if self.global.out.as_deref().is_some_and(|out| is_same(out, &path)) {
            return Err(Failure::Usage(Explained::new(tr!(self.lang, "cli.out_is_book"))));
        }
        let file = self.book_file()?;
        let book = setup::open(file, self.clock).map_err(|problem| self.closed(&path, problem))?;
        self.has_opened.set(true);
        Ok(book)
    }

    /// Why the book did not open; of a damaged one, which copy is good.
    fn closed(&self, path: &Path, problem: Problem) -> Failure {
        match problem {
            Problem::Store(Error::Damaged(why)) => {
                let what = Explained::new(tr!(self.lang, "problem.damaged"));
                let what = if why.is_empty() { what } else { what.why(why) };
                Failure::Damaged(match newest_good(path).ok().flatten() {
                    Some(copy) => what.hint(tr!(
                        self.lang,
                        "problem.damaged_good",
                        at = words::wall_clock(copy.at),
                        number = copy.number
                    )),
                    None => what.hint(tr!(self.lang, "problem.damaged_no_copy")),
                })
            }
            Problem::Store(error) => Failure::Closed(error),
            other => other.into(),
        }
    }

    /// Copies the book at the end of a command that has opened it, where a copy is due.
    pub fn back_up(&self) {
        // Copied is what lies in the file.
        drop(self.book.take());
        let Ok(path) = self.book_path() else { return };
        if !self.has_opened.get() || !path.exists() {
            return;
        }
        let Some(file) = self.file.borrow().clone() else { return };
        if let Err(problem) = backup::hourly(file, self.clock) {
            let why = explain(self.lang, &problem).what;
            // What was asked for is done all the same; where even this cannot be said there is nobody to tell.
            let _ = writeln!(std::io::stderr(), "{}", tr!(self.lang, "backup.not_made", why = why));
        }
    }

    /// The day that a flag names, where it is given.
    pub fn day(&self, flag: &str, told: Option<&str>) -> Result<Option<NaiveDate>, Failure> {
        told.map(|text| value::day(self.lang, flag, text, self.today())).transpose()
    }

    /// The day that figures look back to: `--as-of`.
    pub fn as_of(&self) -> Result<Option<NaiveDate>, Failure> {
        self.day("--as-of", self.global.as_of.as_deref())
    }

    /// The period that figures are about: `--period`.
    pub fn period(&self) -> Result<Option<Period>, Failure> {
        let told = self.global.period.as_deref();
        told.map(|text| value::period(self.lang, "--period", text)).transpose()
    }

    /// The condition that `--filter` sets for a kind of record.
    pub fn clause(&self, book: &Book, kind: Kind) -> Result<Clause, Failure> {
        filter::clause(self.lang, book, kind, self.global.filter.as_deref().unwrap_or_default())
    }

    /// What an edit did, in a line.
    pub fn changed<T>(&self, outcome: &Outcome<T>, record: &str) -> String {
        match outcome.operation {
            Some(_) => tr!(self.lang, "done.changed", record = record).into(),
            None => tr!(self.lang, "done.unchanged", record = record).into(),
        }
    }

    /// Opens the book for the terminal interface, at the weekly review where that is asked for, and remembers it as opened lately.
    pub fn opening(&self, with_review: bool) -> Result<Opening, Failure> {
        let (book, damaged) = match self.open() {
            Ok(book) => (book, None),
            // A copy is shown, and offered to be brought back.
            Err(Failure::Damaged(words)) => {
                let path = self.book_path()?;
                let Some(copy) = newest_good(&path)? else { return Err(Failure::Damaged(words)) };
                (Book::look_at(self.unlocked(&copy.path)?, self.clock)?, Some(path))
            }
            Err(failure) => return Err(failure),
        };
        let whole = damaged.as_deref().unwrap_or(book.path());
        let whole = std::path::absolute(whole).unwrap_or_else(|_| whole.to_owned());
        // That the settings cannot be written is no reason not to open the book.
        let _ = config::path().and_then(|path| config::remember_book(&path, &whole));
        let again = Again::new(&self.global, self.lang);
        let (lang, config) = (self.lang, self.config.clone());
        Ok(Opening { book, damaged, lang, config, folder: None, with_review, tour: None, again })
    }

    /// Answers with one thing: its fields for programs, a page for people.
    pub fn give<T: Serialize>(&self, fields: &T, page: impl FnOnce() -> Page) -> Result<(), Failure> {
        match self.format {
            Format::Json => self.give_json(fields),
            _ => self.give_page(&page()),
        }
    }

    /// Answers with a list of things: for programs in JSON or CSV, as a page for people.
    pub fn give_list<T: Serialize + Default>(
        &self,
        things: &[T],
        page: impl FnOnce() -> Page,
    ) -> Result<(), Failure> {
        self.give_rows(&things, things, page)
    }

    /// Answers with one thing that is a list at heart: its `rows` are what CSV can hold of it.
    pub fn give_rows<T: Serialize + Default>(
        &self,
        fields: &impl Serialize,
        rows: &[T],
        page: impl FnOnce() -> Page,
    ) -> Result<(), Failure> {
        match self.format {
            Format::Csv => self.write_csv::<&T, T>(rows.iter().map(Ok)),
            _ => self.give(fields, page),
        }
    }

    /// Answers with a list of records that may be long: to programs record by record, as they are read.
    pub fn give_records<T: Serialize + Default>(
        &self,
        records: impl Iterator<Item = Result<T, Failure>>,
        page: impl FnOnce(&[T]) -> Page,
    ) -> Result<(), Failure> {
        match self.format {
            Format::Json | Format::Csv => self.write_records(records),
            _ => self.give_page(&page(&records.collect::<Result<Vec<T>, Failure>>()?)),
        }
    }

    /// Answers with a list of records whose fields are `columns`, as [`Desk::give_records`].
    pub fn give_under<T: Serialize>(
        &self,
        columns: &[String],
        records: impl Iterator<Item = Result<T, Failure>>,
        page: impl FnOnce(&[T]) -> Page,
    ) -> Result<(), Failure> {
        match self.format {
            Format::Json => self.write(|out| json::write_list(out, records)),
            Format::Csv => self.write(|out| csv::write(out, columns, records, guard_formula)),
            _ => self.give_page(&page(&records.collect::<Result<Vec<T>, Failure>>()?)),
        }
    }

    /// Writes records one by one for programs, in JSON or CSV.
    pub fn write_records<T: Serialize + Default>(
        &self,
        records: impl Iterator<Item = Result<T, Failure>>,
    ) -> Result<(), Failure> {
        match self.format {
            Format::Json => self.write(|out| json::write_list(out, records)),
            _ => self.write_csv::<T, T>(records),
        }
    }

    /// Writes records as CSV, with the fields of `T` as columns.
    fn write_csv<R: Serialize, T: Serialize + Default>(
        &self,
        records: impl Iterator<Item = Result<R, Failure>>,
    ) -> Result<(), Failure> {
        let columns = csv::columns::<T>()?;
        self.write(|out| csv::write(out, &columns, records, guard_formula))
    }

    /// Answers with a page, in any of the forms for people.
    pub fn give_page(&self, page: &Page) -> Result<(), Failure> {
        if let Some(gathered) = self.gathered.borrow_mut().as_mut() {
            gathered.add_page(page.clone());
            return Ok(());
        }
        match self.format {
            Format::Md => self.write(|out| Ok(markdown::write(out, page)?)),
            Format::Html => self.write(|out| Ok(html::write(out, page)?)),
            _ => {
                let paper = self.output.paper();
                Ok(self.output.write_styled(|out| text::write(out, page, paper))?)
            }
        }
    }

    /// Keeps all answers from now on, to be given as one.
    pub fn gather(&self) {
        *self.gathered.borrow_mut() = Some(Gathered::default());
    }

    /// Gives the answers that were kept.
    pub fn give_gathered(&self) -> Result<(), Failure> {
        let Some(gathered) = self.gathered.take() else { return Ok(()) };
        if !gathered.documents().is_empty() {
            return self.give_documents(gathered.documents());
        }
        match gathered.page(self.lang) {
            Some(page) => self.give_page(&page),
            None => self.write(|out| Ok(gathered.write(self.format, out)?)),
        }
    }

    /// Writes an answer, or keeps it with the others.
    fn write(&self, work: impl FnOnce(&mut dyn Write) -> Result<(), Failure>) -> Result<(), Failure> {
        match self.gathered.borrow_mut().as_mut() {
            Some(gathered) => work(gathered.another()),
            None => self.output.write(work),
        }
    }

    /// Answers with a document: as one HTML file, or as Markdown.
    pub fn give_document(&self, document: Document) -> Result<(), Failure> {
        if let Some(gathered) = self.gathered.borrow_mut().as_mut() {
            gathered.add_document(document);
            return Ok(());
        }
        self.give_documents(&[document])
    }

    fn give_documents(&self, documents: &[Document]) -> Result<(), Failure> {
        self.write(|out| match self.format {
            Format::Html => Ok(document::html::write(out, documents)?),
            _ => Ok(document::markdown::write(out, documents)?),
        })
    }

    /// Answers with fields for programs.
    pub fn give_json<T: Serialize>(&self, fields: &T) -> Result<(), Failure> {
        self.write(|out| Ok(json::write(out, fields)?))
    }

    /// Answers with what is written bit by bit, as it is.
    pub fn give_stream(
        &self,
        write: impl FnOnce(&mut dyn std::io::Write) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        self.write(write)
    }

    /// Answers with bytes as they are: a script, a manual page.
    pub fn give_bytes(&self, bytes: &[u8]) -> Result<(), Failure> {
        self.write(|out| Ok(out.write_all(bytes)?))
    }
}

/// Whether two paths lead to one file.
fn is_same(one: &Path, other: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().ok();
    one == other || real(one).is_some_and(|one| Some(one) == real(other))
}
