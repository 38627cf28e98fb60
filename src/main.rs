//! The binary: parse, dispatch, exit code.

use std::process::ExitCode;

use keybook::cli::{self, Ended, Opening};
use keybook::tui::{self, NoScreen};

fn main() -> ExitCode {
    let code = match cli::run(std::env::args_os().collect(), tui::keys) {
        Ended::Done(code) => code,
        Ended::Interface(opening) => show(*opening),
    };
    ExitCode::from(code)
}

/// Shows the interface until the person leaves.
fn show(Opening { book, damaged, lang, config, folder: _until_the_end, with_review }: Opening) -> u8 {
    match tui::start(book, damaged, lang, &config, with_review) {
        Ok(code) => code,
        Err(problem) => {
            // Where even standard error is gone there is nobody to tell.
            let _ = std::io::Write::write_fmt(
                &mut std::io::stderr(),
                format_args!("{}\n", problem.in_words(lang)),
            );
            if matches!(problem, NoScreen::NoTerminal) { 2 } else { 1 }
        }
    }
}
