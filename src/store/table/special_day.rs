//! Special days: birthdays, anniversaries, holidays; also by the lunar calendar.

use crate::domain::id::Id;
use crate::domain::word::Calendar;
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::table;

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
}
