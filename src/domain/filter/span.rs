//! Stretches of days, amounts and numbers, and what a comparison makes of them.

use chrono::NaiveDate;

use super::Op;

/// From one value to another, both included; open where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span<T> {
    /// The first value in it.
    pub from: Option<T>,
    /// The last value in it.
    pub to: Option<T>,
}

/// Values of which each has a next and one before.
pub trait Stepped: Copy + Ord {
    /// The one before; None at the start.
    fn before(self) -> Option<Self>;
    /// The next; None at the end.
    fn after(self) -> Option<Self>;
}

impl Stepped for i64 {
    fn before(self) -> Option<Self> {
        self.checked_sub(1)
    }

    fn after(self) -> Option<Self> {
        self.checked_add(1)
    }
}

impl Stepped for NaiveDate {
    fn before(self) -> Option<Self> {
        self.pred_opt()
    }

    fn after(self) -> Option<Self> {
        self.succ_opt()
    }
}

impl<T: PartialOrd + Copy> Span<T> {
    /// Whether a value lies in it.
    pub fn contains(&self, value: T) -> bool {
        self.from.is_none_or(|from| from <= value) && self.to.is_none_or(|to| value <= to)
    }
}

impl<T: Stepped> Span<T> {
    /// One value alone.
    pub(super) fn one(value: T) -> Self {
        Span { from: Some(value), to: Some(value) }
    }

    /// What lies before, in or after the stretch: `<2026Q4` ends before its first day, `<=2026Q4` on
    /// its last.
    pub(super) fn compared(self, op: Op) -> Self {
        match op {
            Op::Lt => Span { from: None, to: self.from.and_then(T::before) },
            Op::Le => Span { from: None, to: self.to },
            Op::Gt => Span { from: self.to.and_then(T::after), to: None },
            Op::Ge => Span { from: self.from, to: None },
            Op::Has | Op::Is | Op::IsNot => self,
        }
    }

    /// From the start of one to the end of the other; an open side where one is missing.
    pub(super) fn joined(from: Option<Self>, to: Option<Self>) -> Self {
        Span { from: from.and_then(|span| span.from), to: to.and_then(|span| span.to) }
    }
}
