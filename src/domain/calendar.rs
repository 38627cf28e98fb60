//! What days bring, and the weeks and months that they stand in. A week begins on Monday.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::due::DueKind;
use super::word::{RecordKind, words};

words! {
    /// Why something stands on a day, in the order in which a day's lines come: what has a time first.
    pub enum CalendarKind {
        /// Where we are to be, or were: a meeting, a visit, a demonstration, or anything with a time.
        Meeting = "meeting",
        /// A deal's next step.
        NextStep = "next_step",
        /// A task.
        Task = "task",
        /// An action of a plan.
        Action = "action",
        /// Something we promised.
        OurCommitment = "our_commitment",
        /// Something they promised.
        TheirCommitment = "their_commitment",
        /// A milestone that the client agreed to.
        Milestone = "milestone",
        /// An instalment that is to be paid to us.
        Receivable = "receivable",
        /// A day to remember.
        SpecialDay = "special_day",
    }
}

impl CalendarKind {
    /// What is due there, where it is something that waits to be settled.
    pub fn due(self) -> Option<DueKind> {
        match self {
            CalendarKind::Meeting => None,
            CalendarKind::NextStep => Some(DueKind::NextStep),
            CalendarKind::Task => Some(DueKind::Task),
            CalendarKind::Action => Some(DueKind::Action),
            CalendarKind::OurCommitment => Some(DueKind::OurCommitment),
            CalendarKind::TheirCommitment => Some(DueKind::TheirCommitment),
            CalendarKind::Milestone => Some(DueKind::Milestone),
            CalendarKind::Receivable => Some(DueKind::Receivable),
            CalendarKind::SpecialDay => Some(DueKind::SpecialDay),
        }
    }

    /// Where something due stands; none for what stands on no day of its own.
    pub fn of(due: DueKind) -> Option<CalendarKind> {
        CalendarKind::ALL.iter().copied().find(|kind| kind.due() == Some(due))
    }

    /// The kind of record that it stands on; none where it is an entry of a plan.
    pub fn record(self) -> Option<RecordKind> {
        self.due().map_or(Some(RecordKind::Activity), DueKind::record)
    }

    /// Whether its day can be another one: a birthday stays where it is.
    pub fn can_move(self) -> bool {
        self != CalendarKind::SpecialDay
    }
}

/// How many days are shown at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Extent {
    /// From Monday to Sunday.
    #[default]
    Week,
    /// From the first of a month to its last.
    Month,
}

impl Extent {
    /// The first and the last day of the week or month of a day.
    pub fn around(self, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        match self {
            Extent::Week => {
                let monday = monday(day);
                (monday, later(monday, 6))
            }
            Extent::Month => {
                let first = day.with_day(1).unwrap_or(day);
                let next = first.checked_add_months(Months::new(1));
                (first, next.and_then(|next| next.pred_opt()).unwrap_or(day))
            }
        }
    }

    /// The same with the days that fill up its weeks.
    pub fn whole_weeks(self, day: NaiveDate) -> (NaiveDate, NaiveDate) {
        let (first, last) = self.around(day);
        (monday(first), later(monday(last), 6))
    }

    /// The same place in the next week or month (1), or the one before (−1); of a shorter month the last day.
    pub fn turned(self, day: NaiveDate, by: i64) -> NaiveDate {
        let turned = match self {
            Extent::Week => return later(day, 7 * by),
            Extent::Month => Months::new(u32::try_from(by.unsigned_abs()).unwrap_or(0)),
        };
        let moved = if by < 0 { day.checked_sub_months(turned) } else { day.checked_add_months(turned) };
        moved.unwrap_or(day)
    }

    /// The other one.
    pub fn other(self) -> Extent {
        match self {
            Extent::Week => Extent::Month,
            Extent::Month => Extent::Week,
        }
    }
}

/// So many days after a day; before it, where they are fewer than none.
pub fn later(day: NaiveDate, days: i64) -> NaiveDate {
    let by = Days::new(days.unsigned_abs());
    let moved = if days < 0 { day.checked_sub_days(by) } else { day.checked_add_days(by) };
    moved.unwrap_or(day)
}

fn monday(day: NaiveDate) -> NaiveDate {
    later(day, -i64::from(day.weekday().num_days_from_monday()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[rstest]
    #[case("2026-11-21", "2026-11-16", "2026-11-22", "2026-11-01", "2026-11-30")]
    #[case("2026-11-16", "2026-11-16", "2026-11-22", "2026-11-01", "2026-11-30")]
    #[case("2027-01-01", "2026-12-28", "2027-01-03", "2027-01-01", "2027-01-31")]
    #[case("2028-02-29", "2028-02-28", "2028-03-05", "2028-02-01", "2028-02-29")]
    fn a_week_runs_from_monday_and_a_month_from_its_first(
        #[case] of: &str,
        #[case] monday: &str,
        #[case] sunday: &str,
        #[case] first: &str,
        #[case] last: &str,
    ) {
        assert_eq!(Extent::Week.around(day(of)), (day(monday), day(sunday)));
        assert_eq!(Extent::Month.around(day(of)), (day(first), day(last)));
    }

    #[test]
    fn a_month_is_shown_in_whole_weeks() {
        let weeks = |text| Extent::Month.whole_weeks(day(text));
        assert_eq!(weeks("2026-11-21"), (day("2026-10-26"), day("2026-12-06")));
        // February 2027 is four weeks to the day.
        assert_eq!(weeks("2027-02-10"), (day("2027-02-01"), day("2027-02-28")));
    }

    #[test]
    fn from_the_last_of_a_month_one_comes_to_the_last_of_a_shorter_one() {
        assert_eq!(Extent::Month.turned(day("2027-01-31"), 1), day("2027-02-28"));
        assert_eq!(Extent::Month.turned(day("2027-03-31"), -1), day("2027-02-28"));
        assert_eq!(Extent::Week.turned(day("2026-11-21"), -1), day("2026-11-14"));
    }

    #[test]
    fn every_kind_of_line_knows_its_record() {
        for kind in CalendarKind::ALL {
            assert_eq!(kind.due().and_then(CalendarKind::of), kind.due().map(|_| *kind));
        }
        assert_eq!(CalendarKind::of(DueKind::QuietContact), None);
        assert_eq!(CalendarKind::Meeting.record(), Some(RecordKind::Activity));
        assert_eq!(CalendarKind::Action.record(), None);
    }
}
