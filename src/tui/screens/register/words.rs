//! What the lists of the register are called, and what each is for.

use crate::i18n::Lang;
use crate::report::entry_words;
use crate::report::words::Word;
use crate::store::view::register::RegisterCounts;
use crate::tr;
use crate::tui::entry::Kind;

/// The name of a list.
pub fn name(lang: Lang, kind: Kind) -> Word {
    match kind {
        Kind::Product => tr!(lang, "register.products"),
        Kind::Order => tr!(lang, "register.orders"),
        Kind::Quota => tr!(lang, "register.quotas"),
        Kind::Rate => tr!(lang, "register.rates"),
        Kind::Stage => tr!(lang, "register.stages"),
        Kind::LostReason => tr!(lang, "register.lost_reasons"),
        Kind::Colleague => tr!(lang, "register.colleagues"),
        Kind::Tag => tr!(lang, "register.tags"),
        Kind::Field => tr!(lang, "register.fields"),
        Kind::Link => tr!(lang, "detail.links"),
        Kind::Recollection => tr!(lang, "recall.edit"),
        Kind::Evidence => tr!(lang, "person.evidence"),
        Kind::Plan(kind) => entry_words::kinds(lang, kind),
    }
}

/// What a list is for, in a line.
pub fn purpose(lang: Lang, kind: Kind) -> Word {
    match kind {
        Kind::Product => tr!(lang, "register.products_are"),
        Kind::Order => tr!(lang, "register.orders_are"),
        Kind::Quota => tr!(lang, "register.quotas_are"),
        Kind::Rate => tr!(lang, "register.rates_are"),
        Kind::Stage => tr!(lang, "register.stages_are"),
        Kind::LostReason => tr!(lang, "register.lost_reasons_are"),
        Kind::Colleague => tr!(lang, "register.colleagues_are"),
        Kind::Tag => tr!(lang, "register.tags_are"),
        Kind::Field => tr!(lang, "register.fields_are"),
        Kind::Link | Kind::Recollection | Kind::Evidence | Kind::Plan(_) => Word::Borrowed(""),
    }
}

/// How many entries a list has.
pub fn count(counts: &RegisterCounts, kind: Kind) -> u64 {
    match kind {
        Kind::Product => counts.products,
        Kind::Order => counts.orders,
        Kind::Quota => counts.quotas,
        Kind::Rate => counts.rates,
        Kind::Stage => counts.stages,
        Kind::LostReason => counts.lost_reasons,
        Kind::Colleague => counts.colleagues,
        Kind::Tag => counts.tags,
        Kind::Field => counts.fields,
        Kind::Link | Kind::Recollection | Kind::Evidence | Kind::Plan(_) => 0,
    }
}
