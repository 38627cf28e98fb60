//! `keybook special-day`.

use clap::Subcommand;

use super::desk::Desk;
use super::failure::Failure;
use super::{list, name};
use crate::domain::id::Id;
use crate::domain::word::{Calendar, RecordKind};
use crate::domain::year_day::YearDay;
use crate::ops::special_day::{self, SpecialDayChange, SpecialDayInput};
use crate::report::model::SpecialDayOut;
use crate::report::page::Page;
use crate::report::problem::Explained;
use crate::report::{pages, rows};
use crate::store::Book;
use crate::store::view::list::Clause;
use crate::tr;

/// Keeps days to remember each year: birthdays, anniversaries, holidays
#[derive(Debug, Subcommand)]
pub(super) enum SpecialDay {
    /// Notes a special day
    Add {
        /// The contact or account whose day it is
        record: String,
        /// Birthday, anniversary, holiday or any other word
        kind: String,
        /// The day of the year: 03-15, 15 Mar or 1980-03-15
        day: String,
        /// By the lunar calendar
        #[arg(long)]
        lunar: bool,
        /// What it is called
        #[arg(long, value_name = "TEXT")]
        label: Option<String>,
        /// How many days ahead it is shown
        #[arg(long, value_name = "DAYS")]
        notice: Option<i64>,
    },
    /// Lists special days
    List,
    /// Says that somebody was greeted, so that the day comes again next year
    Greet {
        /// The special day: its id, or words of it
        what: String,
    },
    /// Changes a special day
    Edit {
        /// The special day: its id, or words of it
        what: String,
        /// The day of the year: 03-15, 15 Mar or 1980-03-15
        #[arg(long, value_name = "DAY")]
        day: Option<String>,
        /// What it is called
        #[arg(long, value_name = "TEXT")]
        label: Option<String>,
        /// How many days ahead it is shown
        #[arg(long, value_name = "DAYS")]
        notice: Option<i64>,
    },
    /// Deletes a special day
    Delete {
        /// The special day: its id, or words of it
        what: String,
    },
}

impl SpecialDay {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        let found = |book: &Book, what: &str| name::worded(book, what, RecordKind::SpecialDay);
        match self {
            SpecialDay::Add { record, kind, day, lunar, label, notice } => {
                let record = name::one(&book, &record, &[RecordKind::Contact, RecordKind::Account])?;
                let is = |kind: RecordKind| Some(record.id).filter(|_| record.kind == kind);
                let calendar = if lunar { Calendar::Lunar } else { Calendar::Solar };
                let on = day_of(desk, &day, calendar)?;
                let input = SpecialDayInput {
                    account: is(RecordKind::Account),
                    contact: is(RecordKind::Contact),
                    kind,
                    label,
                    calendar,
                    year: on.year,
                    month: on.month,
                    day: on.day,
                    notice_days: notice,
                };
                let done = special_day::add(&mut book, &input)?;
                give(desk, &book, done.value, tr!(lang, "done.added", record = done.label.subject).into())
            }
            SpecialDay::List => list::of_clause::<SpecialDayOut>(desk, &book, Clause::default(), |all| {
                pages::promise::special_days(lang, all)
            }),
            SpecialDay::Greet { what } => {
                let id = found(&book, &what)?.id;
                let done = special_day::greet(&mut book, id)?;
                give(desk, &book, id, desk.changed(&done, &done.label.subject))
            }
            SpecialDay::Edit { what, day, label, notice } => {
                let id = found(&book, &what)?.id;
                let before: SpecialDayOut = rows::one(&book, id)?;
                let calendar = before.calendar.parse().unwrap_or(Calendar::Solar);
                let on = day.map(|day| day_of(desk, &day, calendar)).transpose()?;
                let change = SpecialDayChange {
                    day: on.map(|on| (on.month, on.day)),
                    year: on.and_then(|on| on.year).map(Some),
                    label: super::value::text(label),
                    notice_days: notice.map(Some),
                    ..SpecialDayChange::default()
                };
                let done = special_day::edit(&mut book, id, &change)?;
                give(desk, &book, id, desk.changed(&done, &done.label.subject))
            }
            SpecialDay::Delete { what } => {
                let day = found(&book, &what)?;
                let gone: SpecialDayOut = rows::one(&book, day.id)?;
                special_day::delete(&mut book, day.id)?;
                let line = tr!(lang, "done.deleted", record = day.name);
                desk.give(&gone, || Page::of_line(lang, line))
            }
        }
    }
}

fn day_of(desk: &Desk, text: &str, calendar: Calendar) -> Result<YearDay, Failure> {
    YearDay::parse(text, calendar, desk.today())
        .ok_or_else(|| Failure::Usage(Explained::new(tr!(desk.lang, "special_day.no_day"))))
}

fn give(desk: &Desk, book: &Book, id: Id, line: String) -> Result<(), Failure> {
    let day: SpecialDayOut = rows::one(book, id)?;
    desk.give(&day, || Page::of_line(desk.lang, line))
}
