//! The words of help for a line that is captured.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

/// What a command is for, in a line.
pub(super) fn about(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    (path == "capture").then(|| tr!(lang, "help.capture"))
}

/// What else there is to say of a command.
pub(super) fn details(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    (path == "capture").then(|| tr!(lang, "help.capture.details"))
}

/// What a flag or an argument of a command is for.
pub(super) fn flag(lang: Lang, path: &str, name: &str) -> Option<Cow<'static, str>> {
    Some(match (name, path) {
        ("line", "capture") => tr!(lang, "flag.line.capture"),
        ("dry_run", "capture") => tr!(lang, "flag.dry_run.capture"),
        _ => return None,
    })
}
