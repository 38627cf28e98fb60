//! Which deals the funnel is of: all that are open, or those expected to close in a period near today.

use chrono::NaiveDate;

use crate::domain::period::Period;

/// The choices, in the order in which a key goes through them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Span {
    /// All open deals.
    #[default]
    AllOpen,
    /// This month.
    Month,
    /// This quarter.
    Quarter,
    /// The next quarter.
    NextQuarter,
    /// This fiscal half-year.
    Half,
    /// This fiscal year.
    Year,
}

const ALL: [Span; 6] = [Span::AllOpen, Span::Month, Span::Quarter, Span::NextQuarter, Span::Half, Span::Year];

impl Span {
    /// The choice after this one.
    pub fn next(self) -> Span {
        self.moved(1)
    }

    /// The choice before this one.
    pub fn previous(self) -> Span {
        self.moved(ALL.len() - 1)
    }

    /// The period it stands for; none is all open deals.
    pub fn period(self, today: NaiveDate, first_month: u8) -> Option<Period> {
        let quarter = Period::quarter_of(today, first_month);
        match self {
            Span::AllOpen => None,
            Span::Month => Some(Period::month_of(today)),
            Span::Quarter => Some(quarter),
            Span::NextQuarter => Some(quarter.next()),
            Span::Half => Some(half_of(quarter)),
            Span::Year => Some(Period::year_of(today, first_month)),
        }
    }

    /// The period that its indicators are of: its own, or this quarter.
    pub fn indicator_period(self, today: NaiveDate, first_month: u8) -> Period {
        self.period(today, first_month).unwrap_or_else(|| Period::quarter_of(today, first_month))
    }

    fn moved(self, by: usize) -> Span {
        ALL[(self as usize + by) % ALL.len()]
    }
}

fn half_of(quarter: Period) -> Period {
    match quarter {
        Period::Quarter(year, number) => Period::Half(year, if number <= 2 { 1 } else { 2 }),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_goes_through_all_choices_and_comes_back() {
        let mut span = Span::default();
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut seen = Vec::new();
        for _ in 0..ALL.len() {
            span = span.next();
            assert_eq!(span.next().previous(), span);
            seen.push(span.period(today, 1).map_or("all".to_owned(), |period| period.to_string()));
        }
        assert_eq!(seen, ["2026-11", "2026Q4", "2027Q1", "2026H2", "2026", "all"]);
        assert_eq!(span.indicator_period(today, 4).to_string(), "2026Q3");
    }
}
