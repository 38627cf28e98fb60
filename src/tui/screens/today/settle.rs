//! What one key does to a line of the day.

use super::super::Chosen;
use crate::domain::due::DueKind;
use crate::domain::entry::EntryKind;
use crate::domain::word::{ActivityKind, CommitmentStatus, RecordKind};
use crate::store::view::today::Due;
use crate::tui::deed::{Deed, Errand, contact_with};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::step::Step;

fn done(errand: Errand) -> Step {
    Effect::Do(Box::new(Deed::Errand(errand))).into()
}

/// Whether a line stands on a promise.
pub fn is_promise(due: &Due) -> bool {
    due.kind.record() == Some(RecordKind::Commitment)
}

/// Settles a line: what was to be done is done. A deal past its date wants another date.
pub fn settle(due: &Due) -> Step {
    match due.kind {
        DueKind::NextStep => done(Errand::FinishStep(due.id)),
        DueKind::Task => done(Errand::FinishTask(due.id)),
        DueKind::Action => done(Errand::FinishEntry(EntryKind::Action, due.id)),
        DueKind::Milestone => done(Errand::FinishEntry(EntryKind::Milestone, due.id)),
        DueKind::Receivable => done(Errand::FinishEntry(EntryKind::Receivable, due.id)),
        DueKind::Complaint => done(Errand::FinishEntry(EntryKind::Complaint, due.id)),
        DueKind::OurCommitment | DueKind::TheirCommitment => {
            done(Errand::Settle(due.id, CommitmentStatus::Kept))
        }
        DueKind::ClosePast => Effect::Ask(Question::CloseDate(due.id)).into(),
        DueKind::SpecialDay => done(Errand::Greet(due.id)),
        DueKind::QuietContact => {
            let person = record(due, RecordKind::Contact);
            done(Errand::HeardOf(contact_with(&person, ActivityKind::Message, "")))
        }
    }
}

/// A promise was not kept.
pub fn break_promise(due: &Due) -> Step {
    done(Errand::Settle(due.id, CommitmentStatus::Broken))
}

/// Puts a line off, or shows it again if it is put off.
pub fn put_off(due: &Due) -> Step {
    match due.snoozed {
        Some(_) => done(Errand::Wake(due.id, due.kind)),
        None => Effect::Ask(Question::Snooze(due.id, due.kind, due.text.clone())).into(),
    }
}

/// The record that a line is itself, where it is another than the one that it is about.
pub fn stands_on(due: &Due) -> Option<Chosen> {
    match due.kind.record() {
        Some(kind @ (RecordKind::Commitment | RecordKind::Activity | RecordKind::SpecialDay)) => {
            Some(record(due, kind))
        }
        _ => None,
    }
}

fn record(due: &Due, kind: RecordKind) -> Chosen {
    Chosen { kind, id: due.id, name: due.text.clone(), account: due.belongs.account, status: None }
}
