//! What is done to what is due, and to promises, special days and activities.

use chrono::NaiveDate;

use super::{Made, nothing};
use crate::domain::calendar::CalendarKind;
use crate::domain::due::DueKind;
use crate::domain::entry::EntryKind;
use crate::domain::id::Id;
use crate::domain::word::CommitmentStatus;
use crate::ops::activity::{ActivityChange, ActivityInput};
use crate::ops::commitment::{CommitmentChange, CommitmentInput};
use crate::ops::reschedule::move_to;
use crate::ops::special_day::{SpecialDayChange, SpecialDayInput};
use crate::ops::{Done, activity, commitment, deal, entry, snooze, special_day};
use crate::store::Book;

/// Something to be done, or done with.
#[derive(Debug, Clone, PartialEq)]
pub enum Errand {
    /// A deal's next step is done.
    FinishStep(Id),
    /// A task is done.
    FinishTask(Id),
    /// An entry of a plan is done: an action, a milestone, an instalment.
    FinishEntry(EntryKind, Id),
    /// A promise is kept, or broken.
    Settle(Id, CommitmentStatus),
    /// Something of the calendar is moved to a day; a meeting, to one where it takes place.
    Move(CalendarKind, Id, NaiveDate),
    /// Somebody was greeted on their special day.
    Greet(Id),
    /// Somebody who had gone quiet was contacted.
    HeardOf(ActivityInput),
    /// Something due is put off until a day.
    Snooze(Id, DueKind, NaiveDate),
    /// Something put off is shown again.
    Wake(Id, DueKind),
    /// An activity is told anew.
    EditActivity(Id, ActivityChange),
    /// A promise is written down.
    Promise(CommitmentInput),
    /// A promise is told anew.
    EditPromise(Id, CommitmentChange),
    /// A special day is written down.
    Remember(SpecialDayInput),
    /// A special day is told anew.
    EditDay(Id, SpecialDayChange),
}

impl Errand {
    /// Does it.
    ///
    /// # Errors
    /// As the operation's.
    pub fn perform(&self, book: &mut Book) -> Done<Made> {
        match self {
            Errand::FinishStep(id) => deal::finish_step(book, *id).map(nothing),
            Errand::FinishTask(id) => activity::finish(book, *id).map(nothing),
            Errand::FinishEntry(kind, id) => entry::finish(book, *kind, *id).map(nothing),
            Errand::Settle(id, status) => commitment::settle(book, *id, *status, None).map(nothing),
            Errand::Move(kind, id, day) => move_to(book, *kind, *id, *day).map(nothing),
            Errand::Greet(id) => special_day::greet(book, *id).map(nothing),
            Errand::HeardOf(input) => activity::log(book, input).map(nothing),
            Errand::Snooze(id, reason, until) => snooze::add(book, *id, *reason, *until).map(nothing),
            Errand::Wake(id, reason) => snooze::clear(book, *id, *reason).map(nothing),
            Errand::EditActivity(id, change) => activity::edit(book, *id, change).map(nothing),
            Errand::Promise(input) => commitment::add(book, input).map(nothing),
            Errand::EditPromise(id, change) => commitment::edit(book, *id, change).map(nothing),
            Errand::Remember(input) => special_day::add(book, input).map(nothing),
            Errand::EditDay(id, change) => special_day::edit(book, *id, change).map(nothing),
        }
    }

    /// Whether it settles or puts off what is due, so that a line goes from the day.
    pub fn settles(&self) -> bool {
        use Errand::{FinishEntry, FinishStep, FinishTask, Greet, HeardOf, Settle, Snooze};
        match self {
            FinishStep(_) | FinishTask(_) | FinishEntry(..) | Settle(..) | Greet(_) | HeardOf(_) => true,
            other => matches!(other, Snooze(..)),
        }
    }
}
