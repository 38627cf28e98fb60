//! Special days: what is remembered of a person or an account each year.

use super::problem::{Place, Problem};
use super::{Done, input};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::text::clean_line;
use crate::domain::word::Calendar;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::table::special_day::SpecialDay;
use crate::store::{Book, Label};

/// The longest notice ahead, in days: a day comes again after that.
const LONGEST_NOTICE: i64 = 365;

/// A special day as a person tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpecialDayInput {
    /// Whose, where it is an account's.
    pub account: Option<Id>,
    /// Whose, where it is a person's.
    pub contact: Option<Id>,
    /// Birthday, anniversary, holiday and the like.
    pub kind: String,
    /// What it is called.
    pub label: Option<String>,
    /// By which calendar.
    pub calendar: Calendar,
    /// The year it began, where known.
    pub year: Option<i64>,
    /// The month, 1 to 12.
    pub month: i64,
    /// The day of the month.
    pub day: i64,
    /// Days of notice ahead; none takes the book's setting.
    pub notice_days: Option<i64>,
}

/// Adds a special day.
///
/// # Errors
/// [`Problem::Missing`] without its kind or without anybody whose day it is, [`Problem::OutOfRange`] where
/// no year has such a day.
pub fn add(book: &mut Book, input: &SpecialDayInput) -> Done<Id> {
    book.operate(|writer| {
        let account = input.account.map(|id| writer.row::<Account>(id)).transpose()?;
        let contact = input.contact.map(|id| writer.row::<Contact>(id)).transpose()?;
        let whose = contact.map(|contact| contact.name).or(account.map(|account| account.name));
        let whose = whose.ok_or(Problem::Missing(Place::Name))?;
        let kind = clean_line(&input.kind);
        if kind.is_empty() {
            return Err(Problem::Missing(Place::Text));
        }
        let exists = (1..=12).contains(&input.month)
            && (1..=days_of(input.calendar, input.month)).contains(&input.day);
        if !exists {
            let value = format!("{:02}-{:02}", input.month, input.day);
            return Err(Problem::OutOfRange { place: Place::Day, value });
        }
        if let Some(days) = input.notice_days.filter(|days| !(0..=LONGEST_NOTICE).contains(days)) {
            return Err(Problem::OutOfRange { place: Place::Notice, value: days.to_string() });
        }
        let day = SpecialDay {
            id: writer.mint()?,
            account_id: input.account,
            contact_id: input.contact,
            kind,
            label: input::line(Some(input.label.clone())).flatten(),
            calendar: input.calendar,
            year: input.year,
            month: input.month,
            day: input.day,
            notice_days: input.notice_days,
        };
        writer.insert_special_day(&day)?;
        let subject = day.label.unwrap_or(day.kind);
        Ok((day.id, Label::new(Deed::AddSpecialDay, subject).with(whose)))
    })
}

/// The most days that a month has in any year.
fn days_of(calendar: Calendar, month: i64) -> i64 {
    match (calendar, month) {
        (Calendar::Lunar, _) | (Calendar::Solar, 4 | 6 | 9 | 11) => 30,
        (Calendar::Solar, 2) => 29,
        (Calendar::Solar, _) => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::testbook;

    fn birthday(account: Id, calendar: Calendar, month: i64, day: i64) -> SpecialDayInput {
        SpecialDayInput {
            account: Some(account),
            contact: None,
            kind: "anniversary".into(),
            label: None,
            calendar,
            year: None,
            month,
            day,
            notice_days: None,
        }
    }

    #[test]
    fn leap_days_and_lunar_days_are_kept_days_of_no_calendar_are_refused() {
        let (mut book, account) = testbook::with_account();
        for (calendar, month, day) in [(Calendar::Solar, 2, 29), (Calendar::Lunar, 2, 30)] {
            let id = add(&mut book, &birthday(account, calendar, month, day)).unwrap().value;
            assert_eq!(book.row::<SpecialDay>(id).unwrap().day, day);
        }
        for (calendar, month, day) in [
            (Calendar::Solar, 2, 30),
            (Calendar::Solar, 4, 31),
            (Calendar::Lunar, 1, 31),
            (Calendar::Solar, 13, 1),
        ] {
            let refused = add(&mut book, &birthday(account, calendar, month, day));
            assert!(matches!(refused, Err(Problem::OutOfRange { place: Place::Day, .. })), "{month}-{day}");
        }
    }

    #[test]
    fn a_special_day_is_somebodys() {
        let (mut book, account) = testbook::with_account();
        let nobodys = SpecialDayInput { account: None, ..birthday(account, Calendar::Solar, 1, 1) };
        assert!(matches!(add(&mut book, &nobodys), Err(Problem::Missing(Place::Name))));
    }
}
