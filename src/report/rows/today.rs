//! What is due, as programs read it.

use crate::report::model::{DueOut, TodayOut};
use crate::store::view::today::{Due, DueKind};
use crate::store::{Book, Result};

/// What is due by the end of `days` days from today.
pub fn due(book: &Book, days: u64) -> Result<TodayOut> {
    let today = book.today();
    let mut page = TodayOut { today, ..TodayOut::default() };
    for Due { kind, id, on, text, deal, contact, account, .. } in book.due(days)? {
        let list = match kind {
            DueKind::NextStep => &mut page.next_steps,
            DueKind::Task => &mut page.tasks,
            DueKind::Action => &mut page.actions,
            DueKind::Milestone => &mut page.milestones,
            DueKind::Receivable => &mut page.receivables,
            DueKind::OurCommitment => &mut page.commitments,
            DueKind::TheirCommitment => &mut page.their_commitments,
            DueKind::Complaint => &mut page.complaints,
            DueKind::ClosePast => &mut page.close_date_past,
            DueKind::SpecialDay => &mut page.special_days,
            DueKind::QuietContact => &mut page.quiet_contacts,
        };
        list.push(DueOut { id, on, text, deal, contact, account, overdue: on < today });
    }
    Ok(page)
}
