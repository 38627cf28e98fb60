//! The days that measures are about, and the years that they look back to.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::domain::forecast::Ratio;
use crate::domain::track::last_months;

/// Days from the first to the last, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Span {
    /// The twelve months that end with a day.
    pub fn year_to(to: NaiveDate) -> Span {
        let (from, to) = last_months(to, 12);
        Span { from, to }
    }

    /// The twelve months that end with its last day.
    pub fn year(self) -> Span {
        Span::year_to(self.to)
    }

    /// The so many times twelve months that end with its last day.
    pub fn years(self, number: u32) -> Span {
        let (from, to) = last_months(self.to, number.saturating_mul(12));
        Span { from, to }
    }

    /// The time of the same length before it: as many months where it is whole months, else as many days.
    pub fn before(self) -> Span {
        let to = self.from.pred_opt().unwrap_or(self.from);
        match self.whole_months() {
            Some(months) => {
                let (from, to) = last_months(to, months);
                Span { from, to }
            }
            None => {
                let length = (self.to - self.from).num_days().unsigned_abs();
                Span { from: to.checked_sub_days(Days::new(length)).unwrap_or(to), to }
            }
        }
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: NaiveDate) -> bool {
        self.from <= day && day <= self.to
    }

    /// How many months it has: as many as it is whole ones, else its days at 1461 ÷ 48 a month.
    pub fn months(self) -> Ratio {
        match self.whole_months() {
            Some(months) => Ratio { num: i128::from(months), den: 1 },
            None => Ratio { num: i128::from((self.to - self.from).num_days() + 1) * 48, den: 1_461 },
        }
    }

    fn whole_months(self) -> Option<u32> {
        let years = self.to.year() - self.from.year();
        // The day after the last one is the first again, so many months later.
        let about = years * 12 + self.to.month() as i32 - self.from.month() as i32;
        let after = self.to.succ_opt()?;
        (about..=about + 1)
            .filter_map(|months| u32::try_from(months).ok())
            .find(|months| *months > 0 && self.from.checked_add_months(Months::new(*months)) == Some(after))
    }
}
