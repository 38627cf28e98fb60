//! Submitted forecasts: what was said on a day a period would bring, with the figures it was said by.

use chrono::NaiveDate;

use crate::domain::money::Currency;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// A forecast as it was handed in; amounts in minor units of `currency`, which was the base then.
    pub struct Submission in "submission" {
        /// The period: 2026Q4.
        pub period: String,
        /// On which day.
        pub day: NaiveDate,
        /// At which instant, milliseconds UTC.
        pub at: i64,
        /// The currency of all amounts.
        pub currency: Currency,
        /// What was won in the period so far.
        pub won: i64,
        /// Small orders of the period so far.
        pub small_orders: i64,
        /// The weighted funnel of the period.
        pub weighted: i64,
        /// The quota, where it was set.
        pub quota: Option<i64>,
        /// Nine times in ten it would be more.
        pub p10: i64,
        /// As likely more as less.
        pub p50: i64,
        /// One time in ten it would be more.
        pub p90: i64,
        /// The chance of reaching the quota, basis points.
        pub chance: Option<i64>,
        /// The amount committed to.
        pub amount: i64,
        /// A line about it.
        pub note: Option<String>,
    }
}

impl Book {
    /// The forecasts handed in between two days, both included, in their order; of one period only, where
    /// it is told.
    pub fn submissions(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        period: Option<&str>,
    ) -> Result<Vec<Submission>> {
        // Days are compared as text, which years of four digits alone allow.
        let four_digits = |year: i32| NaiveDate::from_yo_opt(year, 1).unwrap_or_default();
        let (from, to) = (from.max(four_digits(0)), to.min(four_digits(9999)));
        match period {
            Some(period) => {
                let condition = "period = ?1 AND day BETWEEN ?2 AND ?3 ORDER BY day, id";
                row::all(&self.connection, condition, &[&period, &from, &to])
            }
            None => row::all(&self.connection, "day BETWEEN ?1 AND ?2 ORDER BY day, id", &[&from, &to]),
        }
    }

    /// The last forecast handed in for a period by the end of a day.
    pub fn last_submission(&self, period: &str, by: NaiveDate) -> Result<Option<Submission>> {
        row::first(&self.connection, "period = ?1 AND day <= ?2 ORDER BY day DESC, id DESC", &[&period, &by])
    }
}

impl Writer<'_> {
    /// Keeps a forecast as it is handed in.
    pub fn insert_submission(&self, submission: &Submission) -> Result<()> {
        self.insert_row(submission)
    }
}
