//! Putting off what is due: it is hidden until a day, and then due as before.

use chrono::NaiveDate;

use super::problem::Problem;
use super::{Done, entry};
use crate::domain::deed::Deed;
use crate::domain::due::DueKind;
use crate::domain::entry::EntryKind;
use crate::domain::id::Id;
use crate::store::table::activity::Activity;
use crate::store::table::commitment::Commitment;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::table::special_day::SpecialDay;
use crate::store::{Book, Label, Writer};

/// Puts something due off until a day on which it is shown again. Where its own day is moved meanwhile, it
/// is shown at once.
///
/// # Errors
/// [`Problem::NotToCome`] where the day is not in the future, [`Problem::Store`] where the record is gone.
pub fn add(book: &mut Book, record: Id, reason: DueKind, until: NaiveDate) -> Done<()> {
    book.operate(|writer| {
        let subject = subject(writer, record, reason)?;
        if until <= writer.today {
            return Err(Problem::NotToCome(until));
        }
        writer.put_off(record, reason, until)?;
        Ok(((), Label::new(Deed::Snooze, subject).with(until.to_string())))
    })
}

/// Shows something again that was put off.
///
/// # Errors
/// [`Problem::Store`] where the record is gone.
pub fn clear(book: &mut Book, record: Id, reason: DueKind) -> Done<()> {
    book.operate(|writer| {
        let subject = subject(writer, record, reason)?;
        writer.wake(record, reason)?;
        Ok(((), Label::new(Deed::Wake, subject)))
    })
}

/// What is put off, in its own words.
fn subject(writer: &Writer<'_>, record: Id, reason: DueKind) -> Result<String, Problem> {
    Ok(match reason {
        DueKind::NextStep => {
            let deal: Deal = writer.row(record)?;
            deal.next_step.unwrap_or(deal.name)
        }
        DueKind::ClosePast => writer.row::<Deal>(record)?.name,
        DueKind::Task => {
            let task: Activity = writer.row(record)?;
            task.subject.unwrap_or_else(|| task.kind.to_string())
        }
        DueKind::OurCommitment | DueKind::TheirCommitment => writer.row::<Commitment>(record)?.text,
        DueKind::Action => entry::subject(writer, &writer.entry(EntryKind::Action, record)?)?,
        DueKind::Milestone => entry::subject(writer, &writer.entry(EntryKind::Milestone, record)?)?,
        DueKind::Receivable => entry::subject(writer, &writer.entry(EntryKind::Receivable, record)?)?,
        DueKind::Complaint => entry::subject(writer, &writer.entry(EntryKind::Complaint, record)?)?,
        DueKind::SpecialDay => {
            let day: SpecialDay = writer.row(record)?;
            day.label.unwrap_or(day.kind)
        }
        DueKind::QuietContact => writer.row::<Contact>(record)?.name,
    })
}
