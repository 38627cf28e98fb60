//! The binary: parse, dispatch, exit code.

use std::io::Write;
use std::process::ExitCode;

use keybook::cli::{self, Ended, KeyTable, Opening};
use keybook::tui::{self, Beginning, Leaving, NoScreen};

fn main() -> ExitCode {
    let keys = KeyTable { list: tui::keys, faults: tui::key_faults };
    let code = match cli::run(std::env::args_os().collect(), keys) {
        Ended::Done(code) => code,
        Ended::Interface(opening) => show(*opening),
    };
    ExitCode::from(code)
}

/// Shows the interface until the person leaves, one book after the other.
fn show(mut opening: Opening) -> u8 {
    let mut said = None;
    loop {
        // A book that lies somewhere for the time being stays until the next one is open.
        let Opening { book, damaged, lang, config, folder, with_review, tour, again } = opening;
        let here = damaged.clone().unwrap_or_else(|| book.path().to_owned());
        let beginning = match tour {
            Some(home) => Beginning::Tour(home),
            None if with_review => Beginning::Review,
            None => Beginning::AsLeft,
        };
        let next = match tui::start(book, damaged, lang, &config, &beginning, said.take()) {
            Ok(Leaving::Ended(code)) => return code,
            Ok(Leaving::ForBook(path)) => again.open(&path),
            Ok(Leaving::ForTour) => again.tour(&here),
            Err(problem) => {
                // Where even standard error is gone there is nobody to tell.
                let _ = writeln!(std::io::stderr(), "{}", problem.in_words(lang));
                return if matches!(problem, NoScreen::NoTerminal) { 2 } else { 1 };
            }
        };
        opening = match next {
            Ok(next) => next,
            // Where another book does not open, one is still at this one.
            Err(problem) => match again.open(&here) {
                Ok(back) => {
                    said = Some(problem.in_a_line(lang));
                    Opening { folder, ..back }
                }
                Err(_) => return problem.say(lang),
            },
        };
    }
}
