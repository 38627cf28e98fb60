//! The words of help for encrypting a book.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

/// What a command is for, in a line.
pub(super) fn about(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    Some(match path {
        "encrypt" => tr!(lang, "help.encrypt"),
        "decrypt" => tr!(lang, "help.decrypt"),
        "passphrase" => tr!(lang, "help.passphrase"),
        _ => return None,
    })
}

/// What else there is to say of a command.
pub(super) fn details(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    Some(match path {
        "encrypt" => tr!(lang, "help.encrypt.details"),
        "decrypt" => tr!(lang, "help.decrypt.details"),
        "passphrase" => tr!(lang, "help.passphrase.details"),
        _ => return None,
    })
}

/// What a flag of a command is for.
pub(super) fn flag(lang: Lang, path: &str, name: &str) -> Option<Cow<'static, str>> {
    Some(match (name, path) {
        ("keep_copies", "encrypt") => tr!(lang, "flag.keep_copies.encrypt"),
        ("keep_copies", "decrypt") => tr!(lang, "flag.keep_copies.decrypt"),
        ("keep_copies", "passphrase") => tr!(lang, "flag.keep_copies.passphrase"),
        _ => return None,
    })
}
