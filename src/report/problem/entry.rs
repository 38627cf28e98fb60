//! Why an entry of a plan was refused, in words.

use super::Explained;
use crate::domain::entry::check::Fault;
use crate::domain::entry::{EntryKind, Form};
use crate::domain::id::Id;
use crate::i18n::Lang;
use crate::report::entry_words;
use crate::tr;

/// A field was refused.
pub(super) fn field(lang: Lang, kind: EntryKind, key: &str, fault: &Fault) -> Explained {
    let what = entry_words::kind(lang, kind);
    let field = entry_words::label(lang, kind, key);
    let hint = entry_words::hint(lang, kind, key);
    match fault {
        Fault::Missing => {
            Explained::new(tr!(lang, "problem.entry.missing", what = what, field = field)).hint(hint)
        }
        Fault::OutOfRange(value) => {
            Explained::new(tr!(lang, "problem.entry.out_of_range", value = value, field = field)).hint(hint)
        }
        Fault::UnknownWord(word) => {
            let told = Explained::new(tr!(lang, "problem.entry.unknown_word", word = word, field = field));
            match kind.spec().field(key).map(|field| field.form) {
                Some(Form::Word(known)) => {
                    told.hint(tr!(lang, "cli.not_a_word_hint", known = lang.list(known.iter())))
                }
                _ => told.hint(hint),
            }
        }
        Fault::Against(other) => {
            let other = entry_words::label(lang, kind, other);
            Explained::new(tr!(lang, "problem.entry.against", field = field, other = other)).hint(hint)
        }
        Fault::Twice => Explained::new(tr!(lang, "problem.entry.twice", what = what))
            .hint(tr!(lang, "problem.entry.twice_hint")),
        Fault::Elsewhere => Explained::new(tr!(lang, "problem.entry.elsewhere", field = field)),
        Fault::WrongSort => Explained::new(tr!(lang, "problem.entry.wrong_sort", field = field)).hint(hint),
    }
}

/// Nothing of the kind is called that.
pub(super) fn none(lang: Lang, kind: EntryKind, words: &str) -> Explained {
    let what = entry_words::kind(lang, kind);
    Explained::new(tr!(lang, "problem.none_of_kind", kind = what, words = words))
        .hint(tr!(lang, "problem.entry.none_hint"))
}

/// Several of the kind are called that.
pub(super) fn several(lang: Lang, words: &str, found: &[(Id, String)]) -> Explained {
    let lines = found.iter().map(|(id, text)| format!("  {id} {}", text.lines().next().unwrap_or_default()));
    Explained::new(tr!(lang, "problem.several", words = words))
        .why(lines.collect::<Vec<_>>().join("\n"))
        .hint(tr!(lang, "problem.entry.several_hint"))
}
