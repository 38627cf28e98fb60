//! How far the track record looks back.

use std::borrow::Cow;

use chrono::{Months, NaiveDate};

use crate::domain::period::Period;
use crate::domain::track::last_months;
use crate::i18n::Lang;
use crate::tr;

/// The choices, in the order in which a key goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Back {
    /// The last twelve months.
    #[default]
    Twelve,
    /// The last six.
    Six,
    /// The last three.
    Three,
    /// The fiscal year so far.
    ThisYear,
    /// The fiscal year before.
    LastYear,
    /// All that the book has.
    Ever,
}

const ALL: [Back; 6] = [Back::Twelve, Back::Six, Back::Three, Back::ThisYear, Back::LastYear, Back::Ever];

impl Back {
    /// The choice after this one.
    pub fn next(self) -> Back {
        ALL[(self as usize + 1) % ALL.len()]
    }

    /// The choice before this one.
    pub fn previous(self) -> Back {
        ALL[(self as usize + ALL.len() - 1) % ALL.len()]
    }

    /// The choice at a place among them.
    pub fn of(place: usize) -> Back {
        ALL.get(place).copied().unwrap_or_default()
    }

    /// Its first and last day, seen from today.
    pub fn days(self, today: NaiveDate, first_month: u8) -> (NaiveDate, NaiveDate) {
        let year = |day: NaiveDate| Period::year_of(day, first_month).range(first_month);
        match self {
            Back::Twelve => last_months(today, 12),
            Back::Six => last_months(today, 6),
            Back::Three => last_months(today, 3),
            Back::ThisYear => (year(today).0, today),
            Back::LastYear => year(today.checked_sub_months(Months::new(12)).unwrap_or(today)),
            // Before it nobody sold anything.
            Back::Ever => (NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or(today), today),
        }
    }

    /// What it is called.
    pub fn words(self, lang: Lang) -> Cow<'static, str> {
        match self {
            Back::Twelve => tr!(lang, "track.last_twelve"),
            Back::Six => tr!(lang, "track.last_six"),
            Back::Three => tr!(lang, "track.last_three"),
            Back::ThisYear => tr!(lang, "track.this_year"),
            Back::LastYear => tr!(lang, "track.last_year"),
            Back::Ever => tr!(lang, "track.ever"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_goes_through_all_choices_and_comes_back() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut back = Back::default();
        let mut seen = Vec::new();
        for _ in ALL {
            let (from, to) = back.days(today, 4);
            seen.push(format!("{from} {to}"));
            back = back.next();
            assert_eq!(back.next().previous(), back);
        }
        assert_eq!(back, Back::default());
        assert_eq!(
            seen,
            [
                "2025-11-22 2026-11-21",
                "2026-05-22 2026-11-21",
                "2026-08-22 2026-11-21",
                "2026-04-01 2026-11-21",
                "2025-04-01 2026-03-31",
                "0001-01-01 2026-11-21"
            ]
        );
    }
}
