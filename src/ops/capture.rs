//! What a captured line says, kept: the activity, and what it changes of its deal, in one operation.

use super::Done;
use super::activity::{self, ActivityInput};
use super::deal::{self, DealInput};
use super::problem::Problem;
use crate::domain::capture::{Known, Understood};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::Status;
use crate::store::table::deal::Deal;
use crate::store::{Book, Label};

/// What a line says, as it is kept.
#[derive(Debug, Clone, PartialEq)]
pub struct CaptureInput {
    /// The activity, with the next step that was agreed.
    pub activity: ActivityInput,
    /// What changes of the activity's deal beside its next step.
    pub change: DealInput,
}

impl CaptureInput {
    /// What is kept of a line that was understood; none while something in it is open.
    pub fn of(understood: &Understood) -> Option<CaptureInput> {
        if !understood.open.is_empty() {
            return None;
        }
        let id = |known: &Option<Known>| known.as_ref().map(|known| known.record.id);
        let step = understood.step.as_ref();
        let activity = ActivityInput {
            account: id(&understood.account),
            deal: id(&understood.deal),
            contacts: understood.people.iter().map(|known| known.record.id).collect(),
            direction: understood.direction,
            on: Some(understood.on),
            at: understood.at,
            minutes: understood.minutes,
            next_step: step.map(|step| step.words.clone()),
            next_on: step.and_then(|step| step.on),
            due_on: understood.due_on,
            ..ActivityInput::new(understood.kind, understood.note.clone())
        };
        let change = DealInput {
            amount: understood.amount.map(Some),
            stage: understood.stage.as_ref().map(|stage| stage.key.clone()),
            close_on: understood.close_on.map(Some),
            ..DealInput::default()
        };
        Some(CaptureInput { activity, change })
    }
}

/// Keeps it. The next step becomes the deal's, as when an activity is logged.
///
/// # Errors
/// As [`activity::log`]; [`Problem::Closed`] where the deal is won or lost and would change.
pub fn save(book: &mut Book, input: &CaptureInput) -> Done<Id> {
    book.operate(|writer| {
        let changes = input.change != DealInput::default();
        if let (Some(id), true) = (input.activity.deal, changes || input.activity.next_step.is_some()) {
            let deal: Deal = writer.row(id)?;
            if deal.status != Status::Open {
                return Err(Problem::Closed { deal: deal.name, status: deal.status });
            }
            if changes {
                deal::change(writer, id, &input.change)?;
            }
        }
        let (id, label) = activity::record(writer, &input.activity)?;
        Ok((id, Label { deed: Deed::Capture, ..label }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::capture::{Ground, understand};
    use crate::ops::{history, testbook};
    use crate::store::table::activity::Activity;

    /// A book with Ada at Acme and an open deal there.
    fn stocked() -> (Book, Id) {
        let (mut book, _) = testbook::with_contact();
        let account = book.named("acme", &[crate::domain::word::RecordKind::Account]).unwrap()[0].id;
        let input =
            DealInput { name: Some("Renewal".into()), account: Some(account), ..DealInput::default() };
        let deal = deal::add(&mut book, &input).unwrap().value;
        (book, deal)
    }

    fn capture(book: &mut Book, line: &str) -> Understood {
        let stages = book.stages_as_of(None).unwrap();
        let base = book.settings().unwrap().base_currency;
        let ground = Ground { today: book.today(), base, stages: &stages, at_hand: None };
        let understood = understand(line, &ground, book).unwrap();
        save(book, &CaptureInput::of(&understood).unwrap()).unwrap();
        understood
    }

    #[test]
    fn a_line_is_kept_as_one_operation() {
        let (mut book, deal) = stocked();
        let before: Deal = book.row(deal).unwrap();
        let line = "call ada acme: wants SOC2, next fri proposal 45k, stage design, closes 15 dec";
        let understood = capture(&mut book, line);
        let after: Deal = book.row(deal).unwrap();
        assert_eq!(after.amount, Some(4_500_000));
        assert_eq!(after.next_step.as_deref(), Some("proposal"));
        assert_eq!(after.next_on, "2026-11-27".parse().ok());
        assert_eq!(after.close_on, "2026-12-15".parse().ok());
        assert_eq!(Some(after.stage_id), understood.stage.map(|stage| stage.id));
        let activities = book.named("wants", &[]).unwrap();
        assert!(activities.is_empty(), "an activity has no name that others are told apart by");
        let undone = history::undo(&mut book, None).unwrap().value;
        assert_eq!(undone.label.deed, Deed::Capture);
        assert_eq!(book.row::<Deal>(deal).unwrap(), before, "one undo takes all of it back");
    }

    #[test]
    fn what_is_understood_is_what_is_kept() {
        let (mut book, deal) = stocked();
        let understood = capture(&mut book, "拜访 ada 30分钟: 要求12月15日前报价，下周五 方案 45万");
        let found = book.worded("报价", crate::domain::word::RecordKind::Activity).unwrap();
        let kept: Activity = book.row(found[0].id).unwrap();
        assert_eq!((kept.kind, kept.minutes), (understood.kind, understood.minutes));
        assert_eq!(kept.subject.as_deref(), Some("要求12月15日前报价"));
        assert_eq!(kept.next_step.as_deref(), Some("方案"));
        assert_eq!(kept.next_on, understood.step.and_then(|step| step.on));
        assert_eq!(
            (kept.deal_id, kept.account_id),
            (Some(deal), book.row::<Deal>(deal).ok().map(|d| d.account_id))
        );
    }

    #[test]
    fn a_deal_that_is_won_does_not_change_behind_ones_back() {
        let (mut book, deal) = stocked();
        deal::win(&mut book, deal, &deal::Won::default()).unwrap();
        let input = CaptureInput {
            activity: ActivityInput {
                deal: Some(deal),
                next_step: Some("invoice".into()),
                ..ActivityInput::new(crate::domain::word::ActivityKind::Call, "talk")
            },
            change: DealInput::default(),
        };
        assert!(matches!(save(&mut book, &input), Err(Problem::Closed { .. })));
    }
}
