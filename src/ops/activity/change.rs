//! Changing activities: edited, done where they are tasks, deleted.

use chrono::{NaiveDate, NaiveTime};

use super::{clock_text, hand_on, in_day, priced, title_and_text, wake_contacts};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::word::{ActivityKind, Direction, RecordKind};
use crate::domain::zone::Zone;
use crate::ops::input::{self, Hanging};
use crate::ops::problem::Problem;
use crate::ops::{Done, Field, Set};
use crate::store::table::activity::Activity;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::{Book, Label};

/// What is told anew of an activity.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ActivityChange {
    /// What it was.
    pub kind: Option<ActivityKind>,
    /// With which account.
    pub account: Field<Id>,
    /// For which deal.
    pub deal: Field<Id>,
    /// With whom: all of them.
    pub contacts: Option<Vec<Id>>,
    /// Who reached out.
    pub direction: Field<Direction>,
    /// The day.
    pub on: Option<NaiveDate>,
    /// When it begins, on the clock of its zone.
    pub at: Field<NaiveTime>,
    /// The zone of that clock.
    pub zone: Field<Zone>,
    /// How long, in minutes.
    pub minutes: Field<i64>,
    /// What it cost beside the time.
    pub cost: Field<Money>,
    /// What was said: the first line is what it is called.
    pub text: Option<String>,
    /// What came of it.
    pub outcome: Field<String>,
    /// The next step agreed; on a deal it becomes the deal's.
    pub next_step: Field<String>,
    /// When that comes.
    pub next_on: Field<NaiveDate>,
    /// For a task: when it is due.
    pub due_on: Field<NaiveDate>,
    /// For a task: when it was done.
    pub done_on: Field<NaiveDate>,
    /// Tags and custom values.
    pub hanging: Hanging,
}

/// Edits an activity.
///
/// # Errors
/// As when it is logged.
pub fn edit(book: &mut Book, id: Id, change: &ActivityChange) -> Done<Id> {
    book.operate(|writer| {
        let before: Activity = writer.row(id)?;
        let mut after = before.clone();
        after.kind = change.kind.unwrap_or(before.kind);
        after.happened_on = change.on.unwrap_or(before.happened_on);
        change.account.put(&mut after.account_id);
        change.deal.put(&mut after.deal_id);
        change.direction.put(&mut after.direction);
        if let Some(at) = change.at {
            after.starts_at = at.map(clock_text);
        }
        if let Some(zone) = change.zone {
            after.zone = zone.map(|zone| zone.name().to_owned());
        }
        change.minutes.put(&mut after.minutes);
        if let Some(cost) = change.cost {
            after.set_cost(priced(cost)?);
        }
        if let Some(text) = &change.text {
            (after.subject, after.text) = title_and_text(text);
        }
        input::line(change.outcome.clone()).put(&mut after.outcome);
        input::line(change.next_step.clone()).put(&mut after.next_step);
        change.next_on.put(&mut after.next_on);
        change.due_on.put(&mut after.due_on);
        change.done_on.put(&mut after.done_on);
        in_day(after.minutes)?;
        if (change.on.is_some() || change.kind.is_some())
            && after.happened_on > writer.today
            && !after.kind.may_be_planned()
        {
            return Err(Problem::Future(after.happened_on));
        }
        let deal = after.deal_id.map(|id| writer.row::<Deal>(id)).transpose()?;
        for contact in change.contacts.iter().flatten() {
            writer.row::<Contact>(*contact)?;
        }
        let with = match &change.contacts {
            Some(contacts) => contacts.clone(),
            None => writer.activity_contacts(id)?,
        };
        if after != before {
            after.updated_at = writer.now;
            writer.update_activity(&after)?;
        }
        writer.set_activity_contacts(&after, &with)?;
        wake_contacts(writer, after.kind, &with)?;
        change.hanging.apply(writer, RecordKind::Activity, id)?;
        if (&after.next_step, after.next_on) != (&before.next_step, before.next_on) {
            hand_on(writer, deal, &after)?;
        }
        Ok((id, Label::new(Deed::EditActivity, name(&after))))
    })
}

/// Says that a task was done today; it counts in the log from now on.
///
/// # Errors
/// [`Problem::Store`] where there is no such activity.
pub fn finish(book: &mut Book, id: Id) -> Done<Id> {
    book.operate(|writer| {
        let mut task: Activity = writer.row(id)?;
        let label = Label::new(Deed::FinishTask, name(&task));
        if task.done_on.is_none() {
            task.done_on = Some(writer.today);
            task.happened_on = writer.today;
            task.updated_at = writer.now;
            writer.update_activity(&task)?;
        }
        Ok((id, label))
    })
}

/// Deletes an activity.
///
/// # Errors
/// [`Problem::Store`] where there is no such activity.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let activity: Activity = writer.row(id)?;
        writer.delete_activity(id)?;
        Ok(((), Label::new(Deed::DeleteActivity, name(&activity))))
    })
}

/// What an activity is called.
fn name(activity: &Activity) -> String {
    activity.subject.clone().unwrap_or_else(|| activity.kind.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::activity::{ActivityInput, log};
    use crate::ops::testbook;
    use crate::store::view::today::DueKind;

    fn task(account: Id, due: &str) -> ActivityInput {
        ActivityInput {
            account: Some(account),
            due_on: due.parse().ok(),
            ..ActivityInput::new(ActivityKind::Task, "send the catalogue\nthe new one")
        }
    }

    #[test]
    fn a_task_that_is_done_is_no_longer_due() {
        let (mut book, account) = testbook::with_account();
        let id = log(&mut book, &task(account, "2026-11-20")).unwrap().value;
        assert_eq!(book.due(0).unwrap()[0].kind, DueKind::Task);
        let done = finish(&mut book, id).unwrap();
        assert_eq!(done.label, Label::new(Deed::FinishTask, "send the catalogue"));
        assert!(book.due(0).unwrap().is_empty());
        assert_eq!(book.row::<Activity>(id).unwrap().done_on, Some(book.today()));
        assert!(finish(&mut book, id).unwrap().operation.is_none(), "done twice is done once");
    }

    #[test]
    fn what_is_told_anew_is_changed_and_the_rest_stays() {
        let (mut book, account) = testbook::with_account();
        let id = log(&mut book, &task(account, "2026-11-20")).unwrap().value;
        let change = ActivityChange {
            due_on: Some("2026-12-01".parse().ok()),
            outcome: Some(Some(" they liked it ".into())),
            ..ActivityChange::default()
        };
        edit(&mut book, id, &change).unwrap();
        let after: Activity = book.row(id).unwrap();
        assert_eq!(after.text.as_deref(), Some("the new one"));
        assert_eq!(after.outcome.as_deref(), Some("they liked it"));
        assert_eq!(after.due_on, "2026-12-01".parse().ok());
        assert!(edit(&mut book, id, &change).unwrap().operation.is_none(), "nothing is new");
        let far = ActivityChange { minutes: Some(Some(9_000)), ..ActivityChange::default() };
        assert!(matches!(edit(&mut book, id, &far), Err(Problem::OutOfRange { .. })));
    }

    #[test]
    fn what_has_happened_cannot_be_moved_into_the_future() {
        let (mut book, _) = testbook::with_account();
        let id = log(&mut book, &ActivityInput::new(ActivityKind::Call, "talk")).unwrap().value;
        let on = book.today().succ_opt();
        let refused = edit(&mut book, id, &ActivityChange { on, ..ActivityChange::default() });
        assert!(matches!(refused, Err(Problem::Future(_))));
        delete(&mut book, id).unwrap();
        assert!(book.row::<Activity>(id).is_err());
    }
}
