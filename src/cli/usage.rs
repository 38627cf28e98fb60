//! What clap did not understand, in the reader's language.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::failure::Failure;
use crate::i18n::Lang;
use crate::report::problem::Explained;
use crate::tr;

/// The words for the common ways of wrong usage; none where clap's own words have to do.
pub(super) fn explain(lang: Lang, error: &clap::Error) -> Option<Explained> {
    let word = |kind| error.get(kind).map(text).unwrap_or_default();
    let told = match error.kind() {
        ErrorKind::UnknownArgument => {
            Explained::new(tr!(lang, "usage.unknown_flag", word = word(ContextKind::InvalidArg)))
        }
        ErrorKind::InvalidSubcommand => {
            let name = word(ContextKind::InvalidSubcommand);
            Explained::new(tr!(lang, "cli.no_such_command", name = name))
        }
        ErrorKind::MissingRequiredArgument => {
            Explained::new(tr!(lang, "usage.missing", word = word(ContextKind::InvalidArg)))
        }
        ErrorKind::InvalidValue if word(ContextKind::InvalidValue).is_empty() => {
            Explained::new(tr!(lang, "usage.no_value", flag = word(ContextKind::InvalidArg)))
        }
        ErrorKind::ValueValidation => {
            let (flag, value) = (word(ContextKind::InvalidArg), word(ContextKind::InvalidValue));
            Explained::new(tr!(lang, "usage.bad_value", flag = flag, value = value))
        }
        ErrorKind::InvalidValue => {
            let (flag, value) = (word(ContextKind::InvalidArg), word(ContextKind::InvalidValue));
            let known = word(ContextKind::ValidValue);
            let told = Explained::new(tr!(lang, "cli.not_a_word", flag = flag, text = value));
            match known.is_empty() {
                true => told,
                false => told.why(tr!(lang, "cli.not_a_word_hint", known = known)),
            }
        }
        ErrorKind::ArgumentConflict => {
            let (one, other) = (word(ContextKind::InvalidArg), word(ContextKind::PriorArg));
            Explained::new(tr!(lang, "usage.conflict", one = one, other = other))
        }
        _ => return None,
    };
    let nearest = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    let nearest = nearest.into_iter().map(word).find(|word| !word.is_empty());
    Some(match nearest {
        Some(nearest) => told.hint(tr!(lang, "usage.nearest", word = nearest)),
        None => told.hint(tr!(lang, "usage.hint")),
    })
}

/// A value that is refused, with what would do.
pub(super) fn refused(what: impl Into<String>) -> Failure {
    Failure::Usage(Explained::new(what))
}

/// No id is written so.
pub(super) fn no_such_id(lang: Lang, text: &str) -> Failure {
    Failure::Usage(
        Explained::new(tr!(lang, "cli.not_an_id", text = text)).hint(tr!(lang, "cli.not_an_id_hint")),
    )
}

/// What clap tells of an error, as words with commas between them.
fn text(value: &ContextValue) -> String {
    match value {
        ContextValue::String(word) => word.clone(),
        ContextValue::Strings(words) => words.join(", "),
        other => other.to_string(),
    }
}
