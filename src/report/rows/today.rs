//! What is due, as programs read it.

use crate::report::model::{DueOut, DueRowOut, TodayOut};
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

/// All that is due as one list, by the days: what a table of one sort of row can hold of it.
pub fn in_one_list(page: &TodayOut) -> Vec<DueRowOut> {
    let lists = DueKind::ALL.iter().map(|kind| (kind, list_of(page, *kind)));
    let row = |(kind, due): (&DueKind, &DueOut)| {
        let DueOut { id, on, text, deal, contact, account, overdue } = due.clone();
        DueRowOut { kind: kind.as_str().to_owned(), id, on, overdue, text, deal, contact, account }
    };
    let mut rows: Vec<DueRowOut> =
        lists.flat_map(|(kind, list)| list.iter().map(move |due| (kind, due))).map(row).collect();
    rows.sort_by_key(|row| row.on);
    rows
}

fn list_of(page: &TodayOut, kind: DueKind) -> &[DueOut] {
    match kind {
        DueKind::NextStep => &page.next_steps,
        DueKind::Task => &page.tasks,
        DueKind::Action => &page.actions,
        DueKind::Milestone => &page.milestones,
        DueKind::Receivable => &page.receivables,
        DueKind::OurCommitment => &page.commitments,
        DueKind::TheirCommitment => &page.their_commitments,
        DueKind::Complaint => &page.complaints,
        DueKind::ClosePast => &page.close_date_past,
        DueKind::SpecialDay => &page.special_days,
        DueKind::QuietContact => &page.quiet_contacts,
    }
}
