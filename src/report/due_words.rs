//! Why something is due, and what it is, in words.

use super::entry_words;
use super::promise::special_day_kind;
use super::words::Word;
use crate::domain::due::DueKind;
use crate::domain::entry::choice::MilestoneKind;
use crate::i18n::Lang;
use crate::tr;

/// Why something is due.
pub fn kind(lang: Lang, kind: DueKind) -> Word {
    match kind {
        DueKind::NextStep => tr!(lang, "today.kind.next_step"),
        DueKind::Task => tr!(lang, "today.kind.task"),
        DueKind::Action => tr!(lang, "today.kind.action"),
        DueKind::OurCommitment => tr!(lang, "today.kind.ours"),
        DueKind::TheirCommitment => tr!(lang, "today.kind.theirs"),
        DueKind::Milestone => tr!(lang, "today.kind.milestone"),
        DueKind::Receivable => tr!(lang, "today.kind.receivable"),
        DueKind::Complaint => tr!(lang, "today.kind.complaint"),
        DueKind::ClosePast => tr!(lang, "today.kind.close_past"),
        DueKind::SpecialDay => tr!(lang, "today.kind.special_day"),
        DueKind::QuietContact => tr!(lang, "today.kind.quiet"),
    }
}

/// What is due: where it has no words of its own, those of its kind.
pub fn text(lang: Lang, kind: DueKind, text: &str) -> Word {
    match kind {
        DueKind::SpecialDay => special_day_kind(lang, text),
        DueKind::Milestone => milestone(lang, text),
        _ => text.to_owned().into(),
    }
}

/// A milestone in its own words, or in those of its kind.
pub fn milestone(lang: Lang, text: &str) -> Word {
    match text.parse::<MilestoneKind>() {
        Ok(_) => entry_words::choice(lang, "kind", text),
        Err(_) => text.to_owned().into(),
    }
}
