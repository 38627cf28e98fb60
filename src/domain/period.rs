//! Periods that quotas and forecasts are about: years, halves, quarters and months.
//!
//! Years, halves and quarters follow the fiscal year, which is named by the calendar year in which it
//! starts; a month is always the calendar month.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A period; its text is `2026`, `2026H2`, `2026Q4` or `2026-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// The fiscal year that starts in this calendar year.
    Year(i32),
    /// Half 1 or 2 of the fiscal year.
    Half(i32, u8),
    /// Quarter 1 to 4 of the fiscal year.
    Quarter(i32, u8),
    /// Month 1 to 12 of the calendar year.
    Month(i32, u8),
}

/// The text is not a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a period: {0}")]
pub struct NotAPeriod(pub String);

impl Period {
    /// The first and the last day, both in it; `first_month` (1 to 12) is the fiscal year's first.
    pub fn range(self, first_month: u8) -> (NaiveDate, NaiveDate) {
        let start = self.start(first_month);
        let first = month_start(start);
        let last = month_start(start + self.months()).pred_opt().unwrap_or(NaiveDate::MAX);
        (first, last)
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: NaiveDate, first_month: u8) -> bool {
        let (first, last) = self.range(first_month);
        first <= day && day <= last
    }

    /// The fiscal quarter that a day lies in.
    pub fn quarter_of(day: NaiveDate, first_month: u8) -> Period {
        let (year, month) = fiscal_month_of(day, first_month);
        Period::Quarter(year, month / 3 + 1)
    }

    /// The fiscal year that a day lies in.
    pub fn year_of(day: NaiveDate, first_month: u8) -> Period {
        Period::Year(fiscal_month_of(day, first_month).0)
    }

    /// The calendar month that a day lies in.
    pub fn month_of(day: NaiveDate) -> Period {
        Period::Month(day.year(), day.month() as u8)
    }

    /// The next finer periods that tile it: a year's halves, a half's quarters, a quarter's months; a
    /// month has none.
    pub fn parts(self, first_month: u8) -> Vec<Period> {
        match self {
            Period::Year(year) => vec![Period::Half(year, 1), Period::Half(year, 2)],
            Period::Half(year, half) => {
                let first = half.saturating_mul(2).saturating_sub(1);
                vec![Period::Quarter(year, first), Period::Quarter(year, first.saturating_add(1))]
            }
            Period::Quarter(..) => {
                let start = self.start(first_month);
                (start..start + 3).map(month).collect()
            }
            Period::Month(..) => Vec::new(),
        }
    }

    /// The period of the same kind that follows.
    pub fn next(self) -> Period {
        self.moved(1)
    }

    /// The period of the same kind that comes before.
    pub fn previous(self) -> Period {
        self.moved(-1)
    }

    fn moved(self, by: i32) -> Period {
        let step = |year: i32, index: u8, count: i32| {
            let index = i32::from(index) - 1 + by;
            (year.saturating_add(index.div_euclid(count)), index.rem_euclid(count) as u8 + 1)
        };
        match self {
            Period::Year(year) => Period::Year(year.saturating_add(by)),
            Period::Half(year, half) => {
                let (year, half) = step(year, half, 2);
                Period::Half(year, half)
            }
            Period::Quarter(year, quarter) => {
                let (year, quarter) = step(year, quarter, 4);
                Period::Quarter(year, quarter)
            }
            Period::Month(year, month) => {
                let (year, month) = step(year, month, 12);
                Period::Month(year, month)
            }
        }
    }

    /// How many months it has.
    fn months(self) -> i64 {
        match self {
            Period::Year(_) => 12,
            Period::Half(..) => 6,
            Period::Quarter(..) => 3,
            Period::Month(..) => 1,
        }
    }

    /// Its first month, counted from January of year 0.
    fn start(self, first_month: u8) -> i64 {
        let fiscal = i64::from(first_month.clamp(1, 12)) - 1;
        match self {
            Period::Year(year) => i64::from(year) * 12 + fiscal,
            Period::Half(year, half) => i64::from(year) * 12 + fiscal + 6 * (i64::from(half) - 1),
            Period::Quarter(year, quarter) => i64::from(year) * 12 + fiscal + 3 * (i64::from(quarter) - 1),
            Period::Month(year, month) => i64::from(year) * 12 + i64::from(month) - 1,
        }
    }
}

/// The fiscal year of a day, and how many months of it had passed when the day's month began.
fn fiscal_month_of(day: NaiveDate, first_month: u8) -> (i32, u8) {
    let fiscal = u32::from(first_month.clamp(1, 12));
    let passed = (day.month() + 12 - fiscal) % 12;
    let year = if day.month() < fiscal { day.year() - 1 } else { day.year() };
    (year, passed as u8)
}

/// The first day of a month counted from January of year 0; the calendar's ends beyond them.
fn month_start(months: i64) -> NaiveDate {
    let beyond = if months < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    let Ok(year) = i32::try_from(months.div_euclid(12)) else { return beyond };
    let january = NaiveDate::from_ymd_opt(year, 1, 1);
    january
        .and_then(|day| day.checked_add_months(Months::new(months.rem_euclid(12) as u32)))
        .unwrap_or(beyond)
}

fn month(months: i64) -> Period {
    Period::Month(months.div_euclid(12) as i32, months.rem_euclid(12) as u8 + 1)
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match self {
            Period::Year(year) => format!("{year:04}"),
            Period::Half(year, half) => format!("{year:04}H{half}"),
            Period::Quarter(year, quarter) => format!("{year:04}Q{quarter}"),
            Period::Month(year, month) => format!("{year:04}-{month:02}"),
        };
        f.pad(&text)
    }
}

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        let refused = || NotAPeriod(text.trim().to_owned());
        let upper = text.trim().to_ascii_uppercase();
        let (year, rest) = upper.split_at_checked(4).ok_or_else(refused)?;
        if !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(refused());
        }
        let year = year.parse().map_err(|_| refused())?;
        let index =
            |digits: &str| digits.parse::<u8>().ok().filter(|_| digits.bytes().all(|b| b.is_ascii_digit()));
        let mut rest_characters = rest.chars();
        let kind = rest_characters.next();
        let digits = rest_characters.as_str();
        match (kind, index(digits), digits.len()) {
            (None, ..) => Ok(Period::Year(year)),
            (Some('H'), Some(half @ 1..=2), 1) => Ok(Period::Half(year, half)),
            (Some('Q'), Some(quarter @ 1..=4), 1) => Ok(Period::Quarter(year, quarter)),
            (Some('-'), Some(month @ 1..=12), 2) => Ok(Period::Month(year, month)),
            _ => Err(refused()),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("2026", 1, "2026-01-01", "2026-12-31")]
    #[case("2026H2", 1, "2026-07-01", "2026-12-31")]
    #[case("2026Q4", 1, "2026-10-01", "2026-12-31")]
    #[case("2026", 4, "2026-04-01", "2027-03-31")]
    #[case("2026H2", 4, "2026-10-01", "2027-03-31")]
    #[case("2026Q4", 4, "2027-01-01", "2027-03-31")]
    #[case("2024-02", 4, "2024-02-01", "2024-02-29")]
    fn a_period_is_a_range_of_days(
        #[case] period: Period,
        #[case] first_month: u8,
        #[case] first: &str,
        #[case] last: &str,
    ) {
        assert_eq!(period.range(first_month), (day(first), day(last)));
    }

    #[test]
    fn in_a_fiscal_year_from_april_march_belongs_to_the_year_before() {
        assert_eq!(Period::quarter_of(day("2027-03-31"), 4), Period::Quarter(2026, 4));
        assert_eq!(Period::quarter_of(day("2026-04-01"), 4), Period::Quarter(2026, 1));
        assert_eq!(Period::year_of(day("2027-03-31"), 4), Period::Year(2026));
        assert_eq!(Period::month_of(day("2027-03-31")), Period::Month(2027, 3));
    }

    #[test]
    fn other_text_is_refused() {
        let others =
            ["", "26", "2026Q5", "2026H0", "2026-13", "2026-1", "2026Q+1", "２０２６", "2026-011", "+026"];
        for text in others {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod(text.to_owned())));
        }
    }

    fn any_period() -> impl Strategy<Value = Period> {
        let year = 1000..=9998;
        prop_oneof![
            year.clone().prop_map(Period::Year),
            (year.clone(), 1u8..=2).prop_map(|(year, half)| Period::Half(year, half)),
            (year.clone(), 1u8..=4).prop_map(|(year, quarter)| Period::Quarter(year, quarter)),
            (year, 1u8..=12).prop_map(|(year, month)| Period::Month(year, month)),
        ]
    }

    proptest! {
        #[test]
        fn a_period_survives_its_text(period in any_period()) {
            prop_assert_eq!(period.to_string().parse(), Ok(period));
            prop_assert_eq!(period.to_string().to_lowercase().parse(), Ok(period));
        }

        #[test]
        fn parts_tile_the_period(period in any_period(), first_month in 1u8..=12) {
            let parts = period.parts(first_month);
            let ranges: Vec<_> = parts.iter().map(|part| part.range(first_month)).collect();
            if let (Some(first), Some(last)) = (ranges.first(), ranges.last()) {
                prop_assert_eq!((first.0, last.1), period.range(first_month));
            }
            prop_assert!(ranges.windows(2).all(|pair| pair[0].1.succ_opt() == Some(pair[1].0)));
        }

        #[test]
        fn the_next_period_starts_where_this_one_ends(period in any_period(), first_month in 1u8..=12) {
            let (_, last) = period.range(first_month);
            prop_assert_eq!(last.succ_opt(), Some(period.next().range(first_month).0));
            prop_assert_eq!(period.next().previous(), period);
        }

        #[test]
        fn every_day_is_in_its_own_quarter(days in 700_000..760_000, first_month in 1u8..=12) {
            let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            prop_assert!(Period::quarter_of(day, first_month).contains(day, first_month));
            prop_assert!(Period::year_of(day, first_month).contains(day, first_month));
        }
    }
}
