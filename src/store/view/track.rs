//! The track record: forecasts that were handed in, held against what was sold.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::NaiveDate;

use crate::domain::period::Period;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::table::submission::Submission;

/// A submitted forecast beside what its period brought.
#[derive(Debug, Clone, PartialEq)]
pub struct Held {
    /// The forecast.
    pub submission: Submission,
    /// The first and the last day of its period.
    pub days: (NaiveDate, NaiveDate),
    /// The amount committed to, in today's base currency; none where a rate is missing.
    pub submitted: Option<i128>,
    /// What was sold in the period (won deals and small orders), in the base currency at the rates of its
    /// last day; none while it has not ended.
    pub sold: Option<i128>,
}

impl Book {
    /// The forecasts handed in between two days (both included), of one period where it is told, each held
    /// against what was sold as it looks at the end of a day; now, where none is given.
    pub fn track_record(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        period: Option<Period>,
        as_of: Option<NaiveDate>,
    ) -> Result<Vec<Held>> {
        let _moment = self.moment()?;
        let settings = self.settings()?;
        let (base, first_month) = (settings.base_currency, settings.fiscal_first_month);
        let day = as_of.unwrap_or_else(|| self.today());
        let mut sold: BTreeMap<Period, Option<i128>> = BTreeMap::new();
        let mut held = vec![];
        let period = period.map(|period| period.to_string());
        for submission in self.submissions(from, to.min(day), period.as_deref())? {
            let Ok(period) = submission.period.parse::<Period>() else { continue };
            let days = period.range(first_month);
            let sold = match sold.entry(period) {
                Entry::Occupied(known) => *known.get(),
                Entry::Vacant(place) => {
                    // As of its last day a period has ended; while that day lasts it has not.
                    let ended = as_of.map_or(days.1 < day, |as_of| days.1 <= as_of);
                    let figures = || {
                        let rates = self.rates_on(base, days.1)?;
                        let standings = self.standings_as_of(as_of, Some(days))?;
                        self.figures(period, standings.as_ref(), &rates, &settings, None)
                    };
                    let figures = ended.then(figures).transpose()?;
                    *place.insert(figures.map(|figures| figures.won + figures.small_orders))
                }
            };
            let rates = self.rates_on(base, submission.day)?;
            let submitted = rates.turn(submission.amount, submission.currency, base);
            held.push(Held { days, submitted, sold, submission });
        }
        Ok(held)
    }
}
