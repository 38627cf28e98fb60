//! Why something of the register could not be found or deleted, in words.

use super::Explained;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::Noun;
use crate::report::words::{self, Word};
use crate::tr;

/// What a noun is called.
pub(super) fn name(lang: Lang, noun: Noun) -> Word {
    match noun {
        Noun::Product => tr!(lang, "record.product"),
        Noun::Order => tr!(lang, "noun.order"),
        Noun::Quota => tr!(lang, "noun.quota"),
        Noun::Rate => tr!(lang, "noun.rate"),
        Noun::Stage => tr!(lang, "noun.stage"),
        Noun::LostReason => tr!(lang, "noun.lost_reason"),
        Noun::Colleague => tr!(lang, "noun.colleague"),
        Noun::Tag => tr!(lang, "noun.tag"),
        Noun::Field => tr!(lang, "noun.field"),
        Noun::Link => tr!(lang, "noun.link"),
        Noun::View => tr!(lang, "noun.view"),
    }
}

/// Which command lists them.
pub(super) fn where_listed(lang: Lang, noun: Noun) -> Word {
    let command = match noun {
        Noun::Product => "product",
        Noun::Order => "order",
        Noun::Quota => "quota",
        Noun::Rate => "rate",
        Noun::Stage => "stage",
        Noun::LostReason => "reason",
        Noun::Colleague => "colleague",
        Noun::Tag => "tag",
        Noun::Field => "field",
        Noun::Link => "link",
        Noun::View => "view",
    };
    tr!(lang, "problem.no_entry_hint", command = command).into_owned().into()
}

/// That records depend on it, and what to do instead.
pub(super) fn in_use(lang: Lang, noun: Noun, name: &str, by: &[(RecordKind, u64)]) -> Explained {
    let uses: Vec<String> =
        by.iter().map(|(kind, number)| counted(lang, *kind, *number).into_owned()).collect();
    let hint = match noun {
        Noun::Product => tr!(lang, "problem.product_in_use_hint"),
        Noun::Stage => tr!(lang, "problem.stage_in_use_hint"),
        Noun::LostReason => tr!(lang, "problem.lost_reason_in_use_hint"),
        _ => tr!(lang, "problem.colleague_in_use_hint"),
    };
    let name = match noun {
        Noun::Stage => words::stage_key(lang, name),
        Noun::LostReason => words::lost_reason(lang, name),
        _ => name.to_owned().into(),
    };
    let uses = uses.join(&tr!(lang, "problem.in_use_and"));
    Explained::new(tr!(lang, "problem.in_use", name = name, uses = uses)).hint(hint)
}

fn counted(lang: Lang, kind: RecordKind, number: u64) -> Word {
    match (kind, number) {
        (RecordKind::Account, 1) => tr!(lang, "counted.account"),
        (RecordKind::Account, number) => tr!(lang, "counted.accounts", number = number),
        (RecordKind::Contact, 1) => tr!(lang, "counted.contact"),
        (RecordKind::Contact, number) => tr!(lang, "counted.contacts", number = number),
        (RecordKind::Deal, 1) => tr!(lang, "counted.deal"),
        (RecordKind::Deal, number) => tr!(lang, "counted.deals", number = number),
        (RecordKind::Order, 1) => tr!(lang, "counted.order"),
        (RecordKind::Order, number) => tr!(lang, "counted.orders", number = number),
        (_, 1) => tr!(lang, "counted.activity"),
        (_, number) => tr!(lang, "counted.activities", number = number),
    }
    .into_owned()
    .into()
}
