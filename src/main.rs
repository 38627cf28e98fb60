//! The binary: parse, dispatch, exit code.

use std::process::ExitCode;

use keybook::cli::{self, Ended};

fn main() -> ExitCode {
    match cli::run(std::env::args_os().collect(), |_, _| Vec::new()) {
        Ended::Done(code) => ExitCode::from(code),
        Ended::Interface(_) => ExitCode::SUCCESS,
    }
}
