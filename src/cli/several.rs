//! Several records named where one could be: the command is done to each, all in one operation.
//!
//! What a command does is written for one record. Here the words that were given are put together anew for each
//! name, with everything else as it was told, and all answers are given at the end as one.

use std::ffi::{OsStr, OsString};
use std::io::{BufRead, Read};

use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgMatches, Command, FromArgMatches};

use super::Cli;
use super::desk::Desk;
use super::failure::Failure;
use super::keys::KeyTable;
use super::{help, name, usage};
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::report::problem::Explained;
use crate::store::Book;
use crate::tr;

/// What stands for the names on standard input.
const INPUT: &str = "-";
/// More than this on standard input was hardly meant as names.
const LONGEST: u64 = 16 << 20;

/// A name, and the line of standard input on which it stands.
struct Name {
    words: String,
    line: Option<usize>,
}

/// Lets every command that names a record take several; where more is told behind the name, only as the lines of
/// standard input.
pub(super) fn allowed(command: Command, lang: Lang, path: &str) -> Command {
    let command = command.mut_subcommands(|below| {
        let path = help::below(path, &below);
        allowed(below, lang, &path)
    });
    let Some(naming) = naming(&command, path).map(|arg| arg.get_id().clone()) else { return command };
    let is_last = command.get_positionals().last().is_some_and(|arg| *arg.get_id() == naming);
    command.mut_args(|arg| {
        if *arg.get_id() != naming {
            return arg;
        }
        let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
        // Said aloud: else an argument that says nothing of itself would become one that adds up.
        let arg = arg.action(ArgAction::Set);
        match is_last {
            true => arg.help(tr!(lang, "several.may_be_named", what = help).into_owned()).num_args(1..),
            false => arg.help(tr!(lang, "several.from_input", what = help).into_owned()),
        }
    })
}

/// The argument that names the record which a command is about, and what kinds of record it may mean.
fn naming<'a>(command: &'a Command, path: &str) -> Option<&'a Arg> {
    let first = command.get_positionals().next()?;
    let is_one = matches!(first.get_action(), ArgAction::Set) && first.get_possible_values().is_empty();
    let is_record =
        kinds(path, first.get_id().as_str()).is_some() && !path.ends_with(" merge") && path != "history";
    Some(first).filter(|_| is_one && is_record)
}

/// What an argument of this name means; none where it names no record, none of all kinds where only the command
/// itself knows.
fn kinds(path: &str, argument: &str) -> Option<&'static [RecordKind]> {
    use RecordKind::{Account, Contact, Deal, Product};
    Some(match argument {
        "account" => &[Account],
        "contact" => &[Contact],
        "deal" => &[Deal],
        "product" => &[Product],
        "record" if !path.starts_with("link ") => &[Account, Contact, Deal],
        "record" | "what" | "who" | "order" | "entry" | "tag" | "whose" => &[],
        _ => return None,
    })
}

/// The names that were given, where there are several or they come on standard input.
pub(super) struct Several<'a> {
    command: &'a Command,
    path: &'a str,
    matches: &'a ArgMatches,
    naming: &'a Arg,
    told: Vec<String>,
}

impl<'a> Several<'a> {
    /// What was told to a command, where it names several records.
    pub fn of(all: &'a Command, path: &'a str, matches: &'a ArgMatches) -> Option<Several<'a>> {
        let words = || path.split(' ').filter(|word| !word.is_empty());
        let command = words().try_fold(all, |command, word| command.find_subcommand(word))?;
        let matches = words().try_fold(matches, |matches, word| matches.subcommand_matches(word))?;
        let naming = naming(command, path)?;
        let told: Vec<String> = matches.get_many(naming.get_id().as_str())?.cloned().collect();
        let is_several = told.len() > 1 || told.iter().any(|word| word == INPUT);
        is_several.then_some(Several { command, path, matches, naming, told })
    }

    /// Does the command to each record, in one operation: if one is refused, nothing is done to any.
    pub fn run(&self, desk: &Desk, keys: KeyTable) -> Result<(), Failure> {
        desk.gather();
        let names = self.names(desk)?;
        let names = self.known(&*desk.book()?, names)?;
        desk.book()?.begin_together();
        let done = names.iter().try_for_each(|name| {
            let done = self.one(&name.words).and_then(|command| command.run(desk, keys)).map(drop);
            done.map_err(|failure| at(name.line, failure))
        });
        desk.book()?.end_together(done.is_ok())?;
        done.and_then(|()| desk.give_gathered())
    }

    /// The command as it would be given for one name.
    fn one(&self, name: &str) -> Result<super::Command, Failure> {
        let told = self.words(name);
        let matches = help::plain().try_get_matches_from(told);
        let command = matches.and_then(|matches| Cli::from_arg_matches(&matches)).map(|cli| cli.command);
        command.ok().flatten().ok_or_else(|| usage::refused(self.path))
    }

    fn words(&self, name: &str) -> Vec<OsString> {
        let mut words: Vec<OsString> = vec!["keybook".into()];
        words.extend(self.path.split(' ').map(OsString::from));
        let own = self.command.get_arguments().filter(|arg| !arg.is_global_set());
        let given = own
            .filter(|arg| self.matches.value_source(arg.get_id().as_str()) == Some(ValueSource::CommandLine));
        let (flags, mut places): (Vec<&Arg>, Vec<&Arg>) = given.partition(|arg| arg.get_long().is_some());
        for flag in flags {
            words.extend(self.flag(flag));
        }
        words.push("--".into());
        places.sort_by_key(|arg| arg.get_index());
        for place in places {
            match place.get_id() == self.naming.get_id() {
                true => words.push(name.into()),
                false => words.extend(self.raw(place).map(OsString::from)),
            }
        }
        words
    }

    fn flag(&self, flag: &Arg) -> Vec<OsString> {
        let long = format!("--{}", flag.get_long().unwrap_or_default());
        if !flag.get_action().takes_values() {
            return vec![long.into()];
        }
        let with = |value: &OsStr| {
            let mut word = OsString::from(&long);
            word.push("=");
            word.push(value);
            word
        };
        self.raw(flag).map(with).collect()
    }

    fn raw(&self, arg: &Arg) -> impl Iterator<Item = &'a OsStr> + use<'a> {
        self.matches.get_raw(arg.get_id().as_str()).into_iter().flatten()
    }

    /// The names that were given, those of standard input in place of `-`; empty lines are none.
    fn names(&self, desk: &Desk) -> Result<Vec<Name>, Failure> {
        let mut names = Vec::new();
        for words in &self.told {
            if words != INPUT {
                names.push(Name { words: words.clone(), line: None });
                continue;
            }
            for (place, line) in std::io::stdin().lock().take(LONGEST).lines().enumerate() {
                let line = line.map_err(|error| {
                    let what = Explained::new(tr!(desk.lang, "cli.no_input"));
                    Failure::Usage(what.why(error.to_string()))
                })?;
                if !line.trim().is_empty() {
                    names.push(Name { words: line.trim().to_owned(), line: Some(place + 1) });
                }
            }
        }
        Ok(names)
    }

    /// The records that are meant, each once, found before anything is done to one of them.
    fn known(&self, book: &Book, names: Vec<Name>) -> Result<Vec<Name>, Failure> {
        let kinds = kinds(self.path, self.naming.get_id().as_str()).unwrap_or_default();
        let mut known: Vec<Name> = Vec::new();
        for Name { words, line } in names {
            let words = match kinds.is_empty() {
                true => words,
                false => name::one(book, &words, kinds).map_err(|failure| at(line, failure))?.id.to_string(),
            };
            if known.iter().all(|other| other.words != words) {
                known.push(Name { words, line });
            }
        }
        Ok(known)
    }
}

/// A failure with the line of standard input that it is about.
fn at(line: Option<usize>, failure: Failure) -> Failure {
    match line {
        Some(line) => Failure::AtLine { line, failure: Box::new(failure) },
        None => failure,
    }
}
