//! Help in the reader's language. Clap takes the English words from the doc comments.

use std::ffi::OsString;

use clap::{Command, CommandFactory};

use super::Cli;
use super::failure::Failure;
use crate::i18n::Lang;
use crate::report::problem::Explained;
use crate::tr;

/// All commands and flags, explained in a language.
pub(super) fn command(_lang: Lang) -> Command {
    Cli::command()
}

/// The language that the words on the command line ask for. It is needed before they are understood:
/// what is wrong with them is said in it.
pub(super) fn language_of(words: &[OsString]) -> Option<Lang> {
    let mut words = words.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => return words.next()?.parse().ok(),
            Some(rest) => return rest.strip_prefix('=')?.parse().ok(),
            None => {}
        }
    }
    None
}

/// There is no command of this name.
pub(super) fn no_such_command(lang: Lang, name: &str) -> Failure {
    let what = tr!(lang, "cli.no_such_command", name = name);
    Failure::Usage(Explained::new(what).hint(tr!(lang, "cli.no_such_command_hint")))
}
