//! The binary: parse, dispatch, exit code.

use std::process::ExitCode;

use keybook::cli::{self, Ended, KeyTable, Opening};
use keybook::tui::{self, Leaving, NoScreen};

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
        let Opening { book, damaged, lang, config, folder: _until_then, with_review, again } = opening;
        let here = damaged.clone().unwrap_or_else(|| book.path().to_owned());
        match tui::start(book, damaged, lang, &config, with_review, said.take()) {
            Ok(Leaving::Ended(code)) => return code,
            Ok(Leaving::ForBook(path)) => match again.open(&path) {
                Ok(next) => opening = next,
                // Where another book does not open, one is still at this one.
                Err(problem) => match again.open(&here) {
                    Ok(back) => {
                        said = Some(problem.in_a_line(lang));
                        opening = back;
                    }
                    Err(_) => return problem.say(lang),
                },
            },
            Err(problem) => {
                // Where even standard error is gone there is nobody to tell.
                let _ = std::io::Write::write_fmt(
                    &mut std::io::stderr(),
                    format_args!("{}\n", problem.in_words(lang)),
                );
                return if matches!(problem, NoScreen::NoTerminal) { 2 } else { 1 };
            }
        }
    }
}
