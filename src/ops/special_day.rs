//! Special days: what is remembered of a person or an account each year.

use super::problem::{Place, Problem};
use super::{Done, Field, Set, input};
use crate::domain::deed::Deed;
use crate::domain::due::{DueKind, next_anniversary};
use crate::domain::id::Id;
use crate::domain::text::clean_line;
use crate::domain::word::Calendar;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::table::special_day::SpecialDay;
use crate::store::{Book, Label, Writer};

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

/// What is told anew of a special day.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SpecialDayChange {
    /// Whose, where it is an account's.
    pub account: Field<Id>,
    /// Whose, where it is a person's.
    pub contact: Field<Id>,
    /// Birthday, anniversary, holiday and the like.
    pub kind: Option<String>,
    /// What it is called.
    pub label: Field<String>,
    /// By which calendar.
    pub calendar: Option<Calendar>,
    /// The year it began, where known.
    pub year: Field<i64>,
    /// The month and the day of the month.
    pub day: Option<(i64, i64)>,
    /// Days of notice ahead.
    pub notice_days: Field<i64>,
}

/// Adds a special day.
///
/// # Errors
/// [`Problem::Missing`] without its kind or without anybody whose day it is, [`Problem::OutOfRange`] where
/// no year has such a day.
pub fn add(book: &mut Book, input: &SpecialDayInput) -> Done<Id> {
    book.operate(|writer| {
        let day = SpecialDay {
            id: writer.mint()?,
            account_id: input.account,
            contact_id: input.contact,
            kind: clean_line(&input.kind),
            label: input::line(Some(input.label.clone())).flatten(),
            calendar: input.calendar,
            year: input.year,
            month: input.month,
            day: input.day,
            notice_days: input.notice_days,
        };
        let whose = checked(writer, &day)?;
        writer.insert_special_day(&day)?;
        Ok((day.id, Label::new(Deed::AddSpecialDay, name(&day)).with(whose)))
    })
}

/// Edits a special day.
///
/// # Errors
/// As when it is added.
pub fn edit(book: &mut Book, id: Id, change: &SpecialDayChange) -> Done<Id> {
    book.operate(|writer| {
        let before: SpecialDay = writer.row(id)?;
        let mut after = before.clone();
        change.account.put(&mut after.account_id);
        change.contact.put(&mut after.contact_id);
        input::line(change.label.clone()).put(&mut after.label);
        change.year.put(&mut after.year);
        change.notice_days.put(&mut after.notice_days);
        after.kind = change.kind.as_deref().map_or(before.kind.clone(), clean_line);
        after.calendar = change.calendar.unwrap_or(before.calendar);
        (after.month, after.day) = change.day.unwrap_or((before.month, before.day));
        let whose = checked(writer, &after)?;
        if after != before {
            writer.update_special_day(&after)?;
        }
        Ok((id, Label::new(Deed::EditSpecialDay, name(&after)).with(whose)))
    })
}

/// Says that somebody was greeted: their day is not due again before next year.
///
/// # Errors
/// [`Problem::Store`] where there is no such day.
pub fn greet(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let day: SpecialDay = writer.row(id)?;
        let (month, of_month) = (day.month.unsigned_abs() as u32, day.day.unsigned_abs() as u32);
        let next = next_anniversary(day.calendar, month, of_month, writer.today);
        if let Some(after) = next.and_then(|on| on.succ_opt()) {
            writer.put_off(id, DueKind::SpecialDay, after)?;
        }
        let whose = checked(writer, &day)?;
        Ok(((), Label::new(Deed::GreetSpecialDay, name(&day)).with(whose)))
    })
}

/// Deletes a special day.
///
/// # Errors
/// [`Problem::Store`] where there is no such day.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let day: SpecialDay = writer.row(id)?;
        writer.delete_special_day(id)?;
        Ok(((), Label::new(Deed::DeleteSpecialDay, name(&day))))
    })
}

/// What a special day is called.
fn name(day: &SpecialDay) -> String {
    day.label.clone().unwrap_or_else(|| day.kind.clone())
}

/// Refuses a day that no year has or that is nobody's; gives whose it is.
fn checked(writer: &Writer<'_>, day: &SpecialDay) -> Result<String, Problem> {
    let account = day.account_id.map(|id| writer.row::<Account>(id)).transpose()?;
    let contact = day.contact_id.map(|id| writer.row::<Contact>(id)).transpose()?;
    let whose = contact.map(|contact| contact.name).or(account.map(|account| account.name));
    let whose = whose.ok_or(Problem::Missing(Place::Name))?;
    if day.kind.is_empty() {
        return Err(Problem::Missing(Place::Text));
    }
    let exists = (1..=12).contains(&day.month) && (1..=days_of(day.calendar, day.month)).contains(&day.day);
    if !exists {
        let value = format!("{:02}-{:02}", day.month, day.day);
        return Err(Problem::OutOfRange { place: Place::Day, value });
    }
    match day.notice_days.filter(|days| !(0..=LONGEST_NOTICE).contains(days)) {
        Some(days) => Err(Problem::OutOfRange { place: Place::Notice, value: days.to_string() }),
        None => Ok(whose),
    }
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
    fn who_was_greeted_is_greeted_again_next_year() {
        let (mut book, account) = testbook::with_account();
        let id = add(&mut book, &birthday(account, Calendar::Solar, 11, 25)).unwrap().value;
        assert_eq!(book.due(0).unwrap()[0].id, id, "within its notice");
        greet(&mut book, id).unwrap();
        let agenda = book.agenda(7).unwrap();
        assert_eq!(book.due_counts(&agenda).unwrap(), Default::default(), "done, and not waiting");
        let moved = SpecialDayChange { day: Some((11, 26)), ..SpecialDayChange::default() };
        edit(&mut book, id, &moved).unwrap();
        assert_eq!(book.due(0).unwrap()[0].on, "2026-11-26".parse().unwrap(), "another day");
        delete(&mut book, id).unwrap();
        assert!(book.due(7).unwrap().is_empty());
    }

    #[test]
    fn a_special_day_is_somebodys() {
        let (mut book, account) = testbook::with_account();
        let nobodys = SpecialDayInput { account: None, ..birthday(account, Calendar::Solar, 1, 1) };
        assert!(matches!(add(&mut book, &nobodys), Err(Problem::Missing(Place::Name))));
    }
}
