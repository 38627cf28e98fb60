//! Why a command ended, in words and as an exit code. The one table of exit codes.

use std::io;

use crate::config::ConfigError;
use crate::i18n::Lang;
use crate::report::problem::{Explained, explain_config, explain_store};
use crate::store;
use crate::tr;

/// Why a command could not do what was asked.
#[derive(Debug)]
pub(super) enum Failure {
    /// It could not be done.
    Undone(Explained),
    /// It was asked for in a way that is not understood.
    Usage(Explained),
    /// No such record, or several.
    NoRecord(Explained),
    /// The input was refused, nothing was written.
    Refused(Explained),
    /// The book does not open.
    Closed(store::Error),
    /// The book did not allow it.
    Store(store::Error),
    /// This machine's settings are at fault.
    Config(ConfigError),
    /// The answer could not be written.
    Output(io::Error),
}

impl Failure {
    /// What programs are told.
    pub fn exit_code(&self) -> u8 {
        match self {
            Failure::Undone(_) | Failure::Store(_) | Failure::Output(_) => 1,
            Failure::Config(ConfigError::UnknownSetting(_) | ConfigError::UnknownValue { .. }) => 2,
            Failure::Config(_) => 1,
            Failure::Usage(_) => 2,
            Failure::NoRecord(_) => 3,
            Failure::Refused(_) => 4,
            Failure::Closed(_) => 5,
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
            | Failure::NoRecord(words)
            | Failure::Refused(words) => words.clone(),
            Failure::Closed(error) | Failure::Store(error) => explain_store(lang, error),
            Failure::Config(error) => explain_config(lang, error),
            Failure::Output(error) => Explained::new(tr!(lang, "cli.output_failed")).why(error.to_string()),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        Failure::Store(error)
    }
}

impl From<ConfigError> for Failure {
    fn from(error: ConfigError) -> Self {
        Failure::Config(error)
    }
}
