//! The commands of plans: one for each kind of entry, made from what the kind is said to hold.

mod build;
mod find;
mod help;
mod told;

use clap::{ArgMatches, Command, FromArgMatches, Subcommand};

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::domain::entry::{Entry, EntryKind, HangsOn, Holder};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::ops::entry::{self, Place};
use crate::report::model::EntryOut;
use crate::report::page::Page;
use crate::report::{entry_words, pages, rows};
use crate::store::Book;
use crate::tr;

pub(super) use help::{about, flag, is_list, is_page};

/// How many entries are read at a time.
const WINDOW: usize = 500;

/// A command about a kind of entry.
#[derive(Debug)]
pub(super) struct EntryCommand {
    kind: EntryKind,
    /// What is to be done: add, list, edit, delete, move or set; none shows what is there.
    verb: Option<String>,
    told: ArgMatches,
}

impl Subcommand for EntryCommand {
    fn augment_subcommands(command: Command) -> Command {
        EntryKind::ALL
            .iter()
            .fold(command, |command, kind| command.subcommand(Command::new(build::name(*kind))))
    }

    fn augment_subcommands_for_update(command: Command) -> Command {
        Self::augment_subcommands(command)
    }

    fn has_subcommand(name: &str) -> bool {
        build::kind(name).is_some()
    }
}

impl FromArgMatches for EntryCommand {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let found = matches.subcommand().and_then(|(name, told)| Some((build::kind(name)?, told)));
        let (kind, told) =
            found.ok_or_else(|| clap::Error::new(clap::error::ErrorKind::MissingSubcommand))?;
        Ok(match told.subcommand() {
            Some((verb, told)) => EntryCommand { kind, verb: Some(verb.to_owned()), told: told.clone() },
            None => EntryCommand { kind, verb: None, told: told.clone() },
        })
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// A command with all that it takes, where it is about a kind of entry and only its name stands there yet: making
/// them all takes longer than opening a book.
pub(super) fn whole(command: Command) -> Command {
    match build::kind(command.get_name()) {
        Some(kind) => build::command(kind),
        None => command,
    }
}

impl EntryCommand {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        match self.verb.as_deref() {
            Some("add") => self.add(desk, &mut book),
            Some("set") => self.set(desk, &mut book),
            Some("list") => self.list(desk, &book),
            Some("edit") => self.edit(desk, &mut book),
            Some("delete") => self.delete(desk, &mut book),
            Some("move") => self.put_elsewhere(desk, &mut book),
            _ if self.kind == EntryKind::Plan => super::plan::show(desk, &book, self.word("record")),
            _ => self.show(desk, &book),
        }
    }

    fn add(&self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let holder = self.holder(book)?;
        let input = told::input(desk, book, self.kind, holder, &self.told)?;
        let id = entry::add(book, self.kind, holder, &input)?.value;
        self.answer(desk, book, id, |record| tr!(desk.lang, "done.added", record = record).into())
    }

    fn set(&self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let holder = self.holder(book)?;
        let input = told::input(desk, book, self.kind, holder, &self.told)?;
        let outcome = entry::set(book, self.kind, holder, &input)?;
        self.answer(desk, book, outcome.value, |record| desk.changed(&outcome, record))
    }

    fn edit(&self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let known = find::one(book, self.kind, self.word("entry"))?;
        let input = told::input(desk, book, self.kind, known.holder, &self.told)?;
        let outcome = entry::edit(book, self.kind, known.id, &input)?;
        self.answer(desk, book, known.id, |record| desk.changed(&outcome, record))
    }

    fn delete(&self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let known = find::one(book, self.kind, self.word("entry"))?;
        let gone = rows::entry::entry(book, known.clone())?;
        entry::delete(book, self.kind, known.id)?;
        let line = tr!(desk.lang, "done.deleted", record = self.record(desk, &gone));
        desk.give(&gone, || Page::of_line(desk.lang, line))
    }

    fn put_elsewhere(&self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let known = find::one(book, self.kind, self.word("entry"))?;
        let place = match self.told.get_one::<String>("before") {
            Some(words) => Place::Before(find::one(book, self.kind, words)?.id),
            None if self.told.get_flag("first") => Place::First,
            None => Place::Last,
        };
        let outcome = entry::move_to(book, self.kind, known.id, place)?;
        self.answer(desk, book, known.id, |record| desk.changed(&outcome, record))
    }

    /// Answers with the one entry of its kind that a record has; null where nothing is told yet.
    fn show(&self, desk: &Desk, book: &Book) -> Result<(), Failure> {
        let known = book.entries(self.kind, self.holder(book)?)?.into_iter().next();
        let known = known.map(|entry| rows::entry::entry(book, entry)).transpose()?;
        desk.give(&known, || pages::entry::sheet(desk.lang, self.kind.spec(), known.as_ref()))
    }

    fn list(&self, desk: &Desk, book: &Book) -> Result<(), Failure> {
        let spec = self.kind.spec();
        let columns = EntryOut::columns(spec);
        match self.told.get_one::<String>("record") {
            Some(_) => {
                let found = rows::entry::entries(book, book.entries(self.kind, self.holder(book)?)?)?;
                desk.give_under(&columns, found.into_iter().map(Ok), |entries| {
                    Page::of_table(desk.lang, "", pages::entry::list(desk.lang, spec, entries, false))
                })
            }
            None => desk.give_under(&columns, All::of(book, self.kind), |entries| {
                Page::of_table(desk.lang, "", pages::entry::list(desk.lang, spec, entries, true))
            }),
        }
    }

    /// The record that is named.
    fn holder(&self, book: &Book) -> Result<Holder, Failure> {
        let words = self.word("record");
        match self.kind.spec().hangs_on {
            HangsOn::Account => Ok(Holder::Account(name::account(book, words)?)),
            HangsOn::Deal => Ok(Holder::Deal(name::deal(book, words)?)),
            HangsOn::Either => {
                let named = name::one(book, words, HangsOn::Either.kinds())?;
                Ok(match named.kind {
                    RecordKind::Deal => Holder::Deal(named.id),
                    _ => Holder::Account(named.id),
                })
            }
        }
    }

    fn word(&self, key: &str) -> &str {
        self.told.get_one::<String>(key).map(String::as_str).unwrap_or_default()
    }

    /// What an entry is called in an answer: its kind, and what it says.
    fn record(&self, desk: &Desk, entry: &EntryOut) -> String {
        let what = entry_words::kind(desk.lang, self.kind);
        if self.kind.spec().single {
            return format!("{what} {}", entry.account.1);
        }
        format!("{what} {}", pages::entry::line(desk.lang, entry))
    }

    /// Answers with the entry as it is now, and a line for people.
    fn answer(
        &self,
        desk: &Desk,
        book: &Book,
        id: Id,
        line: impl FnOnce(&str) -> String,
    ) -> Result<(), Failure> {
        let entry = rows::entry::entry(book, book.entry(self.kind, id)?)?;
        let record = self.record(desk, &entry);
        desk.give(&entry, || Page::of_line(desk.lang, line(&record)))
    }
}

/// Every entry of a kind in the whole book, read a window at a time.
struct All<'a> {
    book: &'a Book,
    kind: EntryKind,
    last: Option<Id>,
    window: std::vec::IntoIter<Entry>,
}

impl<'a> All<'a> {
    fn of(book: &'a Book, kind: EntryKind) -> Self {
        All { book, kind, last: None, window: Vec::new().into_iter() }
    }
}

impl Iterator for All<'_> {
    type Item = Result<EntryOut, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.window.len() == 0 {
            match self.book.entries_after(self.kind, self.last, WINDOW) {
                Ok(window) => self.window = window.into_iter(),
                Err(error) => return Some(Err(error.into())),
            }
        }
        let entry = self.window.next()?;
        self.last = Some(entry.id);
        Some(rows::entry::entry(self.book, entry).map_err(Failure::from))
    }
}
