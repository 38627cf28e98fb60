//! Why the document of a whole book was not taken, in words.

use std::path::Path;

use super::{Explained, explain_store};
use crate::i18n::Lang;
use crate::report::words::Word;
use crate::store::Error;
use crate::store::dump::{Fault, LoadError, Misfit};
use crate::tr;

/// The words for why nothing of a document was taken.
pub fn explain_load(lang: Lang, path: &Path, error: &LoadError) -> Explained {
    let path = path.display();
    match error {
        LoadError::Store(error) => explain_store(lang, error),
        LoadError::Read(error) => {
            Explained::new(tr!(lang, "document.broken", path = path)).why(error.to_string())
        }
        LoadError::TooLong => Explained::new(tr!(lang, "document.too_long", path = path)),
        LoadError::NotOurs => Explained::new(tr!(lang, "document.not_ours", path = path)),
        LoadError::Newer { found, known } => {
            explain_store(lang, &Error::Newer { found: *found, known: *known })
        }
        LoadError::NotEmpty => Explained::new(tr!(lang, "document.not_empty")).hint(tr!(
            lang,
            "document.not_empty_hint",
            path = path
        )),
        LoadError::Fault(fault) => {
            Explained::new(place(lang, &path.to_string(), fault)).why(why(lang, fault))
        }
    }
}

/// File, table, row, column and value.
fn place(lang: Lang, path: &str, fault: &Fault) -> Word {
    let Fault { table, row, column, value, .. } = fault;
    match (row, column) {
        (Some(row), Some(column)) => tr!(
            lang,
            "document.at_value",
            path = path,
            table = table,
            row = row,
            column = column,
            value = value
        ),
        (Some(row), None) => tr!(lang, "document.at_row", path = path, table = table, row = row),
        (None, _) => tr!(lang, "document.at_table", path = path, table = table),
    }
}

fn why(lang: Lang, fault: &Fault) -> String {
    let why = match fault.why {
        Misfit::NoTable => tr!(lang, "document.no_table"),
        Misfit::NoColumn => tr!(lang, "document.no_column"),
        Misfit::NotOfItsKind => tr!(lang, "document.not_of_its_kind"),
        Misfit::NotAllowed => tr!(lang, "document.not_allowed"),
    };
    match (fault.why, &fault.column) {
        (Misfit::NotAllowed, None) => format!("{why} {}", fault.value),
        _ => why.into_owned(),
    }
}
