//! The words of help for the commands that look across the book: accounts by products, days by what they
//! bring.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

/// What a command is for, in a line.
pub(super) fn about(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    Some(match path {
        "whitespace" => tr!(lang, "help.whitespace"),
        _ => return None,
    })
}

/// What more there is to say of it.
pub(super) fn details(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    Some(match path {
        "whitespace" => tr!(lang, "help.whitespace.details"),
        _ => return None,
    })
}

/// What a flag or an argument is for.
pub(super) fn flag(lang: Lang, path: &str, name: &str) -> Option<Cow<'static, str>> {
    Some(match (name, path) {
        ("state", "whitespace") => tr!(lang, "flag.state.whitespace"),
        _ => return None,
    })
}
