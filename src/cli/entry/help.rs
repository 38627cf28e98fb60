//! The help of the commands that are made from kinds of entry, in the reader's language.

use super::build;
use crate::domain::entry::{EntryKind, Form, HangsOn};
use crate::i18n::Lang;
use crate::report::entry_words;
use crate::report::words::Word;
use crate::tr;

/// Words of help.
pub(in crate::cli) type Words = Word;

/// The kind and the verb that a path such as `factor add` names.
fn taken_apart(path: &str) -> Option<(EntryKind, &str)> {
    let (name, verb) = path.split_once(' ').unwrap_or((path, ""));
    Some((build::kind(name)?, verb))
}

/// Whether the command of this path lists entries.
pub(in crate::cli) fn is_list(path: &str) -> bool {
    taken_apart(path).is_some_and(|(_, verb)| verb == "list")
}

/// Whether the command of this path shows what a record has only one of.
pub(in crate::cli) fn is_page(path: &str) -> bool {
    taken_apart(path).is_some_and(|(kind, verb)| verb.is_empty() && kind.spec().single)
}

/// What a command is for, in a line.
pub(in crate::cli) fn about(lang: Lang, path: &str) -> Option<Words> {
    let (kind, verb) = taken_apart(path)?;
    Some(match verb {
        "" => entry_words::about(lang, kind),
        "add" => tr!(lang, "help.entry.add"),
        "list" => tr!(lang, "help.entry.list"),
        "edit" => tr!(lang, "help.entry.edit"),
        "delete" => tr!(lang, "help.entry.delete"),
        "move" => tr!(lang, "help.entry.move"),
        "set" if kind == EntryKind::Standing => tr!(lang, "help.standing.set"),
        "set" if kind == EntryKind::Plan => tr!(lang, "help.plan.set"),
        "set" => tr!(lang, "help.entry.set"),
        _ => return None,
    })
}

/// What a flag or an argument of a command is for.
pub(in crate::cli) fn flag(lang: Lang, path: &str, name: &str) -> Option<Words> {
    let (kind, _) = taken_apart(path)?;
    Some(match name {
        "record" => match kind.spec().hangs_on {
            HangsOn::Account => tr!(lang, "flag.entry.account"),
            HangsOn::Deal => tr!(lang, "flag.entry.deal"),
            HangsOn::Either => tr!(lang, "flag.entry.either"),
        },
        "entry" => tr!(lang, "flag.entry.which"),
        "before" => tr!(lang, "flag.entry.before"),
        "first" => tr!(lang, "flag.entry.first"),
        "last" => tr!(lang, "flag.entry.last"),
        field => {
            let known = kind.spec().field(field)?;
            let hint = entry_words::hint(lang, kind, known.key);
            match known.form {
                Form::Word(words) => tr!(lang, "flag.entry.one_of", hint = hint, words = lang.list(words)),
                _ => hint,
            }
        }
    })
}
