//! Why a command ended, in words and as an exit code. The one table of exit codes.

use std::io;

use crate::config::ConfigError;
use crate::i18n::Lang;
use crate::ops::Problem;
use crate::ops::import::Stopped;
use crate::report::problem::{
    Explained, explain, explain_config, explain_stopped, explain_store, explain_unasked,
};
use crate::store;
use crate::store::dump::DumpError;
use crate::store::view::query::Unasked;
use crate::tr;

/// Why a command could not do what was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// It could not be done.
    Undone(Explained),
    /// It was asked for in a way that is not understood.
    Usage(Explained),
    /// What was named is not listed.
    Unlisted(Explained),
    /// The input was refused, nothing was written.
    Refused(Explained),
    /// An import stopped; nothing was written.
    Stopped(Stopped),
    /// A question in SQL is not answered.
    Unasked(Unasked),
    /// The book does not open.
    Closed(store::Error),
    /// The book is damaged; what can be done is said.
    Damaged(Explained),
    /// The passphrase of the book could not be had.
    Barred(Explained),
    /// It was not allowed: by a rule of the trade, or by the book.
    Problem(Problem),
    /// This machine's settings are at fault.
    Config(ConfigError),
    /// What stands on a line of standard input is at fault.
    AtLine {
        /// Which line, from 1.
        line: usize,
        /// Why.
        failure: Box<Failure>,
    },
    /// The answer could not be written.
    Output(io::Error),
}

impl Failure {
    /// What programs are told.
    pub fn exit_code(&self) -> u8 {
        match self {
            Failure::Undone(_) | Failure::Output(_) => 1,
            Failure::AtLine { failure, .. } => failure.exit_code(),
            Failure::Usage(_) => 2,
            Failure::Unlisted(_) => 3,
            Failure::Refused(_) | Failure::Stopped(Stopped::Read(_)) => 4,
            Failure::Stopped(Stopped::NoStage { .. }) => 2,
            Failure::Stopped(Stopped::NoOwner { .. }) => 3,
            Failure::Stopped(Stopped::Cancelled) => 1,
            Failure::Stopped(Stopped::Store(error)) => code_of_store(error),
            Failure::Unasked(Unasked::Store(error)) => code_of_store(error),
            Failure::Unasked(_) => 2,
            Failure::Closed(_) | Failure::Damaged(_) | Failure::Barred(_) => 5,
            Failure::Problem(problem) => code_of(problem),
            Failure::Config(ConfigError::UnknownSetting(_) | ConfigError::UnknownValue { .. }) => 2,
            Failure::Config(_) => 1,
        }
    }

    /// Whoever read the answer has heard enough: no failure to speak of.
    pub fn is_broken_pipe(&self) -> bool {
        matches!(self, Failure::Output(error) if error.kind() == io::ErrorKind::BrokenPipe)
    }

    /// What people are told.
    pub fn explain(&self, lang: Lang) -> Explained {
        match self {
            Failure::Undone(words)
            | Failure::Usage(words)
            | Failure::Unlisted(words)
            | Failure::Refused(words)
            | Failure::Damaged(words)
            | Failure::Barred(words) => words.clone(),
            Failure::Stopped(stopped) => explain_stopped(lang, stopped),
            Failure::Unasked(problem) => explain_unasked(lang, problem),
            Failure::Closed(error) => explain_store(lang, error),
            Failure::Problem(problem) => explain(lang, problem),
            Failure::Config(error) => explain_config(lang, error),
            Failure::AtLine { line, failure } => {
                let told = failure.explain(lang);
                let what = tr!(lang, "several.at_line", line = line, what = told.what);
                Explained { what: what.into_owned(), ..told }
            }
            Failure::Output(error) => Explained::new(tr!(lang, "cli.output_failed")).why(error.to_string()),
        }
    }
}

fn code_of(problem: &Problem) -> u8 {
    match problem {
        Problem::Store(error) => code_of_store(error),
        Problem::NoRecord { .. }
        | Problem::Several { .. }
        | Problem::NoEntry { .. }
        | Problem::SeveralEntries { .. }
        | Problem::NotListed { .. }
        | Problem::NoBackup(_)
        | Problem::NoMapping(_) => 3,
        Problem::Unusable { .. } | Problem::NotJoinable { .. } | Problem::OtherLineage(_) => 4,
        Problem::Missing(_)
        | Problem::EmptyPassphrase
        | Problem::OutOfRange { .. }
        | Problem::NoStage { .. }
        | Problem::Setting(_)
        | Problem::BadField { .. }
        | Problem::Entry { .. }
        | Problem::NotThere(_)
        | Problem::Unordered(_)
        | Problem::Measured(_)
        | Problem::OtherCurrency { .. }
        | Problem::RateOfBase(_) => 2,
        _ => 1,
    }
}

fn code_of_store(error: &store::Error) -> u8 {
    use store::Error;
    match error {
        Error::NoRecord => 3,
        Error::Locked
        | Error::NotABook(_)
        | Error::Damaged(_)
        | Error::Newer { .. }
        | Error::Forbidden(_)
        | Error::Encrypted(_)
        | Error::NoCipher(_)
        | Error::WrongPassphrase(_)
        | Error::NoKeyFile { .. }
        | Error::BadKeyFile(_)
        | Error::OtherKeyFile(_)
        | Error::ReadOnly
        | Error::LeftOpen(_)
        | Error::DiskFull => 5,
        _ => 1,
    }
}

impl From<DumpError> for Failure {
    fn from(error: DumpError) -> Self {
        match error {
            DumpError::Store(error) => error.into(),
            DumpError::Write(error) => error.into(),
        }
    }
}

impl From<Unasked> for Failure {
    fn from(problem: Unasked) -> Self {
        Failure::Unasked(problem)
    }
}

impl From<Stopped> for Failure {
    fn from(stopped: Stopped) -> Self {
        Failure::Stopped(stopped)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        Failure::Problem(Problem::Store(error))
    }
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        Failure::Problem(problem)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Failure::Config(error)
    }
}
