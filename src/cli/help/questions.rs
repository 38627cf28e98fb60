//! The words of help for what serves scripts and shells: questions in SQL, completion, manual pages.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

/// What a command is for, in a line.
pub(super) fn about(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    Some(match path {
        "query" => tr!(lang, "help.query"),
        "complete" => tr!(lang, "help.complete"),
        _ => return None,
    })
}

/// What more there is to say of it.
pub(super) fn details(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    Some(match path {
        "query" => tr!(lang, "help.query.details"),
        _ => return None,
    })
}

/// What a flag or an argument is for.
pub(super) fn flag(lang: Lang, path: &str, name: &str) -> Option<Cow<'static, str>> {
    Some(match (name, path) {
        ("sql", "query") => tr!(lang, "flag.sql.query"),
        ("views", "query") => tr!(lang, "flag.views.query"),
        ("words", "complete") => tr!(lang, "flag.words.complete"),
        ("into", "man") => tr!(lang, "flag.into.man"),
        ("limit", "query") => tr!(lang, "flag.limit.query"),
        _ => return None,
    })
}
