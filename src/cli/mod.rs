//! The command line: one file per command; its doc comment is its help.

mod account;
mod accuracy;
mod activity;
mod again;
mod attention;
mod backup;
mod beside;
mod brief;
mod calendar;
mod calibration;
mod capture;
mod care;
mod changes;
mod check;
mod clue;
mod colleague;
mod command;
mod commitment;
mod complete;
mod completions;
mod config;
mod contact;
mod conversion;
mod coverage;
mod deal;
mod demo;
mod desk;
mod duplicates;
mod encryption;
mod entry;
mod export;
mod failure;
mod field;
mod filter;
mod forecast;
mod funnel;
mod gathered;
mod global;
mod guide;
mod hanging;
mod health;
mod help;
mod hidden;
mod history;
mod import;
mod keys;
mod link;
mod list;
mod log;
mod losses;
mod man;
mod merge_book;
mod metrics;
mod name;
mod order;
mod output;
mod passphrase;
mod plan;
mod product;
mod query;
mod quota;
mod quote;
mod rate;
mod reason;
mod redo;
mod relation;
mod report;
mod resources;
mod restore;
mod revenue;
mod review;
mod scope;
mod search;
mod segments;
mod several;
mod snooze;
mod span;
mod special_day;
mod stage;
mod stage_setting;
mod strategy;
mod submissions;
mod submit;
mod tag;
mod taking;
mod today;
mod tour;
mod undo;
mod usage;
mod value;
mod velocity;
mod view;
mod viewed;
mod white_space;

use std::ffi::OsString;
use std::io::{IsTerminal, Write};

use clap::{ArgMatches, FromArgMatches};

use crate::config::Config;
use crate::i18n::Lang;
use crate::report::problem::Explained;
use crate::tr;
use command::{Cli, Command};
use desk::Desk;
use failure::Failure;
use scope::Scope;
use several::Several;

pub use again::{Again, Unopened};
pub use desk::Opening;
pub use keys::KeyTable;

/// How the command line ended.
pub enum Ended {
    /// All is said; this is the exit code.
    Done(u8),
    /// The terminal interface is to be opened.
    Interface(Box<Opening>),
}

/// Does what the words on the command line say. `keys` lists the keys of the terminal interface.
pub fn run(words: Vec<OsString>, keys: KeyTable) -> Ended {
    let loaded = crate::config::path().and_then(|path| Config::load(&path));
    let (config, complaint) = match loaded {
        Ok(config) => (config, None),
        Err(error) => (Config::default(), Some(error)),
    };
    let usual = config.language.unwrap_or_else(Lang::of_machine);
    let lang = help::language_of(&words).unwrap_or(usual);
    if let Some(error) = complaint {
        // Settings that cannot be read are no reason not to work.
        say(lang, &Failure::Config(error));
    }
    let mut command = help::command_for(&words, lang);
    let words = log::untangle(&command, words);
    let parsed = command.try_get_matches_from_mut(words);
    let read = parsed.and_then(|matches| Ok((Cli::from_arg_matches(&matches)?, matches)));
    let (cli, matches) = match read {
        Ok(read) => read,
        Err(error) if !error.use_stderr() => {
            // Help that nobody reads to its end is no failure.
            let _ = error.print();
            return Ended::Done(0);
        }
        Err(error) => {
            match usage::explain(lang, &error) {
                Some(told) => say(lang, &Failure::Usage(told)),
                // Where even this cannot be written there is nobody to tell.
                None => drop(error.print()),
            }
            return Ended::Done(2);
        }
    };
    let path = path_of(&matches);
    let several = Several::of(&command, &path, &matches);
    match obey(cli, &path, several, lang, config, keys) {
        Ok(ended) => ended,
        Err(failure) if failure.is_broken_pipe() => Ended::Done(0),
        Err(failure) => {
            say(lang, &failure);
            Ended::Done(failure.exit_code())
        }
    }
}

fn obey(
    cli: Cli,
    path: &str,
    several: Option<Several<'_>>,
    lang: Lang,
    config: Config,
    keys: KeyTable,
) -> Result<Ended, Failure> {
    let format = Scope::of(path).check(lang, path, &cli.global)?;
    let desk = Desk::new(cli.global, format, lang, config)?;
    match cli.command {
        None => interface(&desk, false),
        Some(command) => {
            let ended = match several {
                Some(several) => several.run(&desk, keys).map(|()| Ended::Done(0)),
                None => command.run(&desk, keys),
            };
            if matches!(ended, Ok(Ended::Done(_)) | Err(_)) {
                desk.back_up();
            }
            ended
        }
    }
}

/// Opens the terminal interface, at the weekly review where that is asked for.
fn interface(desk: &Desk, with_review: bool) -> Result<Ended, Failure> {
    if !is_at_terminal() {
        let what = Explained::new(tr!(desk.lang, "cli.no_terminal"));
        return Err(Failure::Usage(what.hint(tr!(desk.lang, "cli.no_terminal_hint"))));
    }
    let opening = desk.opening(with_review)?;
    // From here on the interface listens to signals.
    hidden::stop_listening();
    Ok(Ended::Interface(Box::new(opening)))
}

/// Whether there is somebody to show screens to.
fn is_at_terminal() -> bool {
    std::io::stdout().is_terminal() && std::io::stdin().is_terminal()
}

/// Whether there is somebody to ask: questions are shown on standard error, so that the answer of a command may be
/// written elsewhere.
fn can_ask() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// The names of the commands that were given: `deal add`.
fn path_of(matches: &ArgMatches) -> String {
    let mut path = Vec::new();
    let mut level = matches;
    while let Some((name, deeper)) = level.subcommand() {
        path.push(name);
        level = deeper;
    }
    path.join(" ")
}

/// Tells on standard error what went wrong.
fn say(lang: Lang, failure: &Failure) {
    let words = failure.explain(lang);
    let style = anstyle::AnsiColor::Red.on_default().bold();
    let mut out = anstream::stderr().lock();
    let mut text = format!("{style}{}{style:#}\n", tr!(lang, "cli.error", what = words.what));
    for more in [words.why, words.hint].into_iter().flatten() {
        text.push_str(&format!("{more}\n"));
    }
    // Where even this cannot be written there is nobody to tell.
    let _ = out.write_all(text.as_bytes());
}
