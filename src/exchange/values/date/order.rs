//! The order of day and month, decided for a whole column from the dates that can be read one way only.

use super::Written;
use crate::exchange::{Assumption, DateOrder, Order};

/// What the dates of one column show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Rows that can only be day first.
    pub day_first: u64,
    /// Rows that can only be month first.
    pub month_first: u64,
    /// Rows that can be either, and mean two different days.
    pub either: u64,
    /// Rows whose numbers are parted by points.
    pub points: u64,
}

impl Tally {
    /// Counts one date.
    pub fn count(&mut self, written: Written) {
        let Written::Numbers { first, second, points, .. } = written else { return };
        self.points += u64::from(points);
        match (first, second) {
            (13..=31, 1..=12) => self.day_first += 1,
            (1..=12, 13..=31) => self.month_first += 1,
            (1..=12, 1..=12) if first != second => self.either += 1,
            _ => {}
        }
    }

    /// The order that these dates prove by themselves.
    pub fn proved(&self) -> Option<Order> {
        match (self.day_first, self.month_first) {
            (1.., 0) => Some(Order::DayFirst),
            (0, 1..) => Some(Order::MonthFirst),
            _ => None,
        }
    }
}

/// What is known beside a column's own dates.
#[derive(Debug, Clone, Copy, Default)]
pub struct Hints {
    /// What the person said.
    pub told: Option<Order>,
    /// What other columns of the file prove.
    pub elsewhere: Option<Order>,
    /// Whether the file has decimal commas, or semicolons between its cells.
    pub decimal_comma: bool,
}

/// How a column's dates are read. Proof comes first, then what was told, then what is likely.
pub fn decide(tally: Tally, hints: Hints) -> DateOrder {
    let Tally { day_first, month_first, either, points } = tally;
    if let Some(order) = tally.proved() {
        return DateOrder::Proved { order, rows: day_first + month_first };
    }
    let assumed = |order, because| DateOrder::Assumed { order, because, rows: either };
    match hints {
        _ if day_first > 0 && month_first > 0 => DateOrder::Mixed { day_first, month_first },
        _ if either == 0 => DateOrder::Clear,
        Hints { told: Some(order), .. } => assumed(order, Assumption::Told),
        Hints { elsewhere: Some(order), .. } => assumed(order, Assumption::OtherColumn),
        _ if points > 0 => assumed(Order::DayFirst, Assumption::Points),
        Hints { decimal_comma: true, .. } => assumed(Order::DayFirst, Assumption::DecimalComma),
        _ => assumed(Order::MonthFirst, Assumption::Usual),
    }
}

impl DateOrder {
    /// The order in which the column's numbers are taken; None where a row must speak for itself.
    pub fn order(self) -> Option<Order> {
        match self {
            DateOrder::Proved { order, .. } | DateOrder::Assumed { order, .. } => Some(order),
            DateOrder::Clear | DateOrder::Mixed { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;

    fn tally(dates: &[&str]) -> Tally {
        let mut tally = Tally::default();
        dates.iter().filter_map(|date| read(date)).for_each(|date| tally.count(date));
        tally
    }

    #[test]
    fn one_date_that_reads_one_way_proves_the_column() {
        let american = decide(tally(&["3/4/2026", "3/25/2026"]), Hints::default());
        assert_eq!(american, DateOrder::Proved { order: Order::MonthFirst, rows: 1 });
        let european = decide(tally(&["3/4/2026", "25/3/2026", "26/3/2026"]), Hints::default());
        assert_eq!(european, DateOrder::Proved { order: Order::DayFirst, rows: 2 });
    }

    #[test]
    fn proof_stands_against_what_was_told() {
        let hints = Hints { told: Some(Order::DayFirst), ..Hints::default() };
        let order = decide(tally(&["3/25/2026"]), hints).order();
        assert_eq!(order, Some(Order::MonthFirst));
    }

    #[test]
    fn without_proof_the_likely_order_is_taken_and_said() {
        let open = tally(&["3/4/2026", "5/5/2026"]);
        let order = |hints| decide(open, hints);
        let assumed = |order, because| DateOrder::Assumed { order, because, rows: 1 };
        assert_eq!(order(Hints::default()), assumed(Order::MonthFirst, Assumption::Usual));
        let elsewhere = Hints { elsewhere: Some(Order::DayFirst), ..Hints::default() };
        assert_eq!(order(elsewhere), assumed(Order::DayFirst, Assumption::OtherColumn));
        let comma = Hints { decimal_comma: true, ..Hints::default() };
        assert_eq!(order(comma), assumed(Order::DayFirst, Assumption::DecimalComma));
        let points = decide(tally(&["03.04.2026"]), Hints::default());
        assert_eq!(points, assumed(Order::DayFirst, Assumption::Points));
    }

    #[test]
    fn dates_of_both_kinds_prove_nothing() {
        let mixed = decide(tally(&["3/25/2026", "25/3/2026", "1/2/2026"]), Hints::default());
        assert_eq!(mixed, DateOrder::Mixed { day_first: 1, month_first: 1 });
        assert_eq!(mixed.order(), None);
    }

    #[test]
    fn iso_dates_leave_no_question() {
        assert_eq!(decide(tally(&["2026-03-04"]), Hints::default()), DateOrder::Clear);
    }
}
