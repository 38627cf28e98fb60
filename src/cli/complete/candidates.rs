//! What may stand at a place: commands, flags, known words, and records of the book by name and code.

use std::path::PathBuf;

use clap::{Arg, Command};

use super::Candidate;
use super::place::Place;
use crate::cli::desk::Desk;
use crate::domain::word::RecordKind;
use crate::report::words;
use crate::store::Book;
use crate::store::Result;

/// How many records of a kind are offered.
const OFFERED: usize = 50;

/// What may stand at a place and begins with `begun`. What the book does not tell is left out: a shell is no
/// place for complaints.
pub(super) fn at(desk: &Desk, place: &Place, words: &[String], begun: &str) -> Vec<Candidate> {
    let known = match place {
        Place::Commands(command) => commands(command),
        Place::Flags(command) => flags(command),
        Place::Value(arg) => match listed(arg) {
            listed if !listed.is_empty() => listed,
            _ => {
                return book(desk, words)
                    .and_then(|book| of_book(desk, &book, arg, begun).ok())
                    .unwrap_or_default();
            }
        },
        Place::Nowhere => Vec::new(),
    };
    known.into_iter().filter(|known| known.text.starts_with(begun)).collect()
}

fn commands(command: &Command) -> Vec<Candidate> {
    let shown = command.get_subcommands().filter(|below| !below.is_hide_set());
    shown.map(|below| Candidate::new(below.get_name(), about(below.get_about()))).collect()
}

fn flags(command: &Command) -> Vec<Candidate> {
    let shown = command.get_arguments().filter(|arg| !arg.is_hide_set());
    shown
        .filter_map(|arg| Some(Candidate::new(format!("--{}", arg.get_long()?), about(arg.get_help()))))
        .collect()
}

/// The words that an argument is one of.
fn listed(arg: &Arg) -> Vec<Candidate> {
    let known = arg.get_possible_values();
    known.iter().map(|word| Candidate::new(word.get_name(), about(word.get_help()))).collect()
}

fn about(words: Option<&clap::builder::StyledStr>) -> String {
    words.map(ToString::to_string).unwrap_or_default()
}

/// The book that the command line is about, to be looked at.
fn book(desk: &Desk, words: &[String]) -> Option<Book> {
    let named = words.iter().zip(words.iter().skip(1)).find(|(flag, _)| *flag == "--book");
    let path = match named {
        Some((_, path)) => PathBuf::from(path),
        None => desk.book_path().ok()?,
    };
    path.exists().then(|| Book::look_at(&path, desk.clock).ok()).flatten()
}

/// What of the book an argument may name.
fn of_book(desk: &Desk, book: &Book, arg: &Arg, begun: &str) -> Result<Vec<Candidate>> {
    let value = arg.get_value_names().and_then(|names| names.first()).map(|name| name.to_string());
    let value = value.unwrap_or_else(|| arg.get_id().to_string().to_uppercase());
    let kinds: &[RecordKind] = match value.as_str() {
        "ACCOUNT" | "INTO" => &[RecordKind::Account],
        "CONTACT" | "ABOVE" | "WITH" | "WHO" | "NAME:PART" => &[RecordKind::Contact],
        "DEAL" => &[RecordKind::Deal],
        "PRODUCT" | "P:QTY:PRICE" => &[RecordKind::Product],
        "RECORD" | "WHAT" => &[RecordKind::Account, RecordKind::Contact, RecordKind::Deal],
        _ => &[],
    };
    let named = |text: String, about: String| Candidate::new(text, about);
    let known: Vec<Candidate> = match value.as_str() {
        "STAGE" => {
            let stages = book.stages_as_of(None)?;
            stages
                .iter()
                .map(|stage| named(stage.key.clone(), words::stage(desk.lang, stage).into_owned()))
                .collect()
        }
        "REASON" => book
            .lost_reasons()?
            .into_iter()
            .map(|reason| named(reason.key, reason.name.unwrap_or_default()))
            .collect(),
        "VIEW" => book.saved_views()?.into_iter().map(|view| named(view.name, view.list)).collect(),
        "TAG" => book.tags()?.into_iter().map(|tag| named(tag.name, String::new())).collect(),
        _ => {
            let mut found = Vec::new();
            for kind in kinds {
                found.extend(book.beginning_with(begun, *kind, OFFERED)?);
            }
            return Ok(found
                .into_iter()
                .map(|one| match one.code.to_lowercase().starts_with(&begun.to_lowercase()) {
                    true => named(one.code, one.name),
                    false => named(one.name, one.code),
                })
                .collect());
        }
    };
    Ok(known.into_iter().filter(|known| known.text.starts_with(begun)).collect())
}
