//! The words of help for the keys of the terminal interface.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

/// What a command is for, in a line.
pub(super) fn about(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    (path == "keys").then(|| tr!(lang, "help.keys"))
}

/// What more there is to say of it.
pub(super) fn details(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    (path == "keys").then(|| tr!(lang, "help.keys.details"))
}

/// What a flag is for.
pub(super) fn flag(lang: Lang, path: &str, name: &str) -> Option<Cow<'static, str>> {
    ((path, name) == ("keys", "check")).then(|| tr!(lang, "flag.check.keys"))
}
