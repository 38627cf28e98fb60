//! `keybook complete`: what may stand where the cursor is. The scripts that `keybook completions` prints ask it.
//!
//! One candidate a line: what would be typed, and behind a tab what it is. What it finds is only shown: the
//! scripts quote it, so that a name is never more than a name to the shell.

mod candidates;
mod place;

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::help;
use crate::domain::text::clean_line;

/// Tells a shell what may stand where the cursor is
#[derive(Debug, Args)]
#[command(hide = true)]
pub(super) struct Complete {
    /// The words of the command line up to the cursor, the last of them begun
    #[arg(last = true)]
    words: Vec<String>,
}

/// Something that may be typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Candidate {
    text: String,
    about: String,
}

impl Candidate {
    fn new(text: impl Into<String>, about: impl AsRef<str>) -> Self {
        let about = about.as_ref().lines().next().unwrap_or_default();
        Candidate { text: text.into(), about: clean_line(about) }
    }
}

impl Complete {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut words = self.words;
        let begun = words.pop().unwrap_or_default();
        let (begun, quote) = unquoted(&begun);
        let words: Vec<String> = words.iter().map(|word| unquoted(word).0).collect();
        let place = place::of(help::command(desk.lang), &words, &begun);
        let found = candidates::at(desk, &place, &words, &begun);
        desk.give_stream(|out| {
            for Candidate { text, about } in found.iter().filter(|found| fits(&found.text, quote)) {
                writeln!(out, "{text}\t{about}")?;
            }
            Ok(())
        })
    }
}

/// A word as the shell would understand it, and the quotation mark that it began with.
fn unquoted(word: &str) -> (String, Option<char>) {
    let quote = word.chars().next().filter(|first| ['"', '\''].contains(first));
    let inner = quote.map_or(word, |quote| word.trim_start_matches(quote).trim_end_matches(quote));
    let mut text = String::new();
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' if quote != Some('\'') => text.extend(letters.next()),
            letter => text.push(letter),
        }
    }
    (text, quote)
}

/// Whether a text can be put behind a quotation mark that is typed already, as it is.
fn fits(text: &str, quote: Option<char>) -> bool {
    match quote {
        Some('"') => !text.contains(['"', '$', '`', '\\', '!']),
        Some(_) => !text.contains('\''),
        None => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_read_as_the_shell_would() {
        assert_eq!(unquoted(r"Acme\ Co"), ("Acme Co".into(), None));
        assert_eq!(unquoted("\"Acme Co"), ("Acme Co".into(), Some('"')));
        assert_eq!(unquoted("'a\\b'"), ("a\\b".into(), Some('\'')));
        assert_eq!(unquoted(r"$\(rm\)"), ("$(rm)".into(), None));
    }

    #[test]
    fn behind_a_quotation_mark_only_what_stays_a_word_is_offered() {
        assert!(!fits("$(rm -rf ~)", Some('"')) && fits("$(rm -rf ~)", Some('\'')));
        assert!(!fits("O'Neil", Some('\'')) && fits("O'Neil", Some('"')));
    }
}
