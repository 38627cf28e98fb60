//! The words of help for doubles: finding them, and making two records one.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

/// What a command is for, in a line.
pub(super) fn about(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    Some(match path {
        "duplicates" => tr!(lang, "help.duplicates"),
        "duplicates compare" => tr!(lang, "help.duplicates.compare"),
        "duplicates apart" => tr!(lang, "help.duplicates.apart"),
        "duplicates together" => tr!(lang, "help.duplicates.together"),
        "deal merge" => tr!(lang, "help.deal.merge"),
        _ => return None,
    })
}

/// What more there is to say of it.
pub(super) fn details(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    (path == "duplicates").then(|| tr!(lang, "help.duplicates.details"))
}

/// What a flag or an argument is for.
pub(super) fn flag(lang: Lang, path: &str, name: &str) -> Option<Cow<'static, str>> {
    Some(match (name, path) {
        ("of", "duplicates") => tr!(lang, "flag.of.duplicates"),
        ("one", "duplicates compare" | "duplicates apart" | "duplicates together") => {
            tr!(lang, "flag.one.duplicates")
        }
        ("other", "duplicates compare" | "duplicates apart" | "duplicates together") => {
            tr!(lang, "flag.other.duplicates")
        }
        ("take", "account merge" | "contact merge" | "deal merge") => tr!(lang, "flag.take.merge"),
        ("deal", "deal merge") => tr!(lang, "flag.deal.deal.merge"),
        ("into", "deal merge") => tr!(lang, "flag.into.deal.merge"),
        _ => return None,
    })
}
