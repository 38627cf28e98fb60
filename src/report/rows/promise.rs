//! Promises and special days as programs read them.

use super::Record;
use crate::domain::due::next_anniversary;
use crate::report::model::{CommitmentOut, SpecialDayOut};
use crate::store::view::promises::{CommitmentLine, SpecialDayLine};
use crate::store::{Book, Result};

impl Record for CommitmentOut {
    type Line = CommitmentLine;

    fn read(_: &Book, lines: Vec<CommitmentLine>) -> Result<Vec<Self>> {
        let all = lines.into_iter().map(|line| CommitmentOut {
            id: line.commitment.id,
            text: line.commitment.text,
            promised_by: line.commitment.promised_by.to_string(),
            kind: line.commitment.kind.to_string(),
            status: line.commitment.status.to_string(),
            made_on: line.commitment.made_on,
            due_on: line.commitment.due_on,
            settled_on: line.commitment.settled_on,
            contact: line.contact,
            deal: line.deal,
            account: line.account,
        });
        Ok(all.collect())
    }
}

impl Record for SpecialDayOut {
    type Line = SpecialDayLine;

    fn read(book: &Book, lines: Vec<SpecialDayLine>) -> Result<Vec<Self>> {
        let all = lines.into_iter().map(|SpecialDayLine { day, contact, account }| {
            let (month, of_month) = (day.month.unsigned_abs() as u32, day.day.unsigned_abs() as u32);
            SpecialDayOut {
                id: day.id,
                kind: day.kind,
                label: day.label,
                calendar: day.calendar.to_string(),
                year: day.year,
                month: day.month,
                day: day.day,
                next_on: next_anniversary(day.calendar, month, of_month, book.today()),
                notice_days: day.notice_days,
                contact,
                account,
            }
        });
        Ok(all.collect())
    }
}
