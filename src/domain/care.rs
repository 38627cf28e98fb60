//! How well our promises are kept.

/// What became of promises of ours in some time: those settled in it, and those still open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kept {
    /// Kept by their day, or without one.
    pub on_time: u64,
    /// Kept after their day.
    pub late: u64,
    /// Not kept.
    pub broken: u64,
    /// Open past their day.
    pub overdue: u64,
    /// Open, and their day is still to come.
    pub open: u64,
}

impl Kept {
    /// The share kept on time, in basis points, of those of which it is certain: settled ones, and those
    /// that are past their day. None where there is none.
    pub fn share(&self) -> Option<i64> {
        let certain = self.on_time + self.late + self.broken + self.overdue;
        let share = (20_000 * self.on_time + certain).checked_div(2 * certain)?;
        i64::try_from(share).ok()
    }

    /// Both together.
    pub fn and(self, other: Kept) -> Kept {
        Kept {
            on_time: self.on_time + other.on_time,
            late: self.late + other.late,
            broken: self.broken + other.broken,
            overdue: self.overdue + other.overdue,
            open: self.open + other.open,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(Kept { on_time: 3, late: 1, broken: 0, overdue: 0, open: 9 }, Some(7_500))]
    #[case(Kept { on_time: 2, late: 0, broken: 1, overdue: 0, open: 0 }, Some(6_667))]
    #[case(Kept { on_time: 1, late: 0, broken: 1, overdue: 1, open: 0 }, Some(3_333))]
    #[case(Kept { on_time: 0, late: 0, broken: 0, overdue: 2, open: 0 }, Some(0))]
    #[case(Kept { on_time: 0, late: 0, broken: 0, overdue: 0, open: 5 }, None)]
    fn the_share_kept_on_time_is_of_those_that_are_certain(#[case] kept: Kept, #[case] share: Option<i64>) {
        assert_eq!(kept.share(), share);
    }
}
