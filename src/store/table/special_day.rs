//! Special days: birthdays, anniversaries, holidays; also by the lunar calendar.

use crate::domain::due::DueKind;
use crate::domain::id::Id;
use crate::domain::word::Calendar;
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// A day to remember each year.
    pub struct SpecialDay in "special_day" {
        /// Whose account.
        pub account_id: Option<Id>,
        /// Whose.
        pub contact_id: Option<Id>,
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
}

impl Writer<'_> {
    /// Puts a special day in.
    pub fn insert_special_day(&self, day: &SpecialDay) -> Result<()> {
        self.insert_row(day)
    }

    /// Writes a special day over the one with its id. One that comes on another day is put off no longer.
    pub fn update_special_day(&self, day: &SpecialDay) -> Result<()> {
        let before: SpecialDay = self.row(day.id)?;
        if (before.calendar, before.month, before.day) != (day.calendar, day.month, day.day) {
            self.wake(day.id, DueKind::SpecialDay)?;
        }
        self.update_row(day)
    }

    /// Takes a special day out.
    pub fn delete_special_day(&self, id: Id) -> Result<()> {
        self.delete_attachments(id)?;
        self.delete_row::<SpecialDay>(id)
    }

    /// Takes the special days of an account or a contact out.
    pub(super) fn delete_special_days_of(&self, whose: Id) -> Result<()> {
        let of = "account_id = ?1 OR contact_id = ?1";
        let all: Vec<SpecialDay> = row::all(self.connection, of, &[&whose])?;
        all.iter().try_for_each(|day| self.delete_special_day(day.id))
    }
}
