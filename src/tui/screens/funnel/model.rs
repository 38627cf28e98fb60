//! What the funnel screen shows, as read from the book.

use std::ops::Range;

use crate::domain::forecast::Figures;
use crate::domain::funnel::Funnel;
use crate::domain::period::Period;
use crate::domain::stage::Stage;
use crate::store::view::lines::DealLine;
use crate::store::view::list::Placed;

/// Everything on the screen.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// The stages in order.
    pub stages: Vec<Stage>,
    /// Their sums, one line per stage, in the same order.
    pub funnel: Funnel,
    /// The indicators.
    pub indicators: Option<Indicators>,
    /// The deals of the chosen stage.
    pub deals: Window,
    /// There is not one open deal in the book, in whatever period.
    pub is_empty: bool,
}

/// The three indicators of a period, and what they are made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicators {
    /// The period.
    pub period: Period,
    /// Now.
    pub now: Figures,
    /// Seven days ago.
    pub before: Figures,
    /// Forecast attainment now; None without a quota.
    pub attainment: Option<f64>,
    /// Progress over seven days; None without a quota.
    pub progress: Option<f64>,
    /// Attainment at the end of the last 13 weeks, the present one last.
    pub weeks: Vec<Option<f64>>,
}

/// Part of a long list: `rows` begin at line `first` of `total`.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// The list's line that the first row is.
    pub first: usize,
    /// Lines in all.
    pub total: usize,
    /// The rows read.
    pub rows: Vec<Placed<DealLine>>,
}

impl Window {
    /// The deal at a line of the list, if it has been read.
    pub fn deal(&self, line: usize) -> Option<&DealLine> {
        self.rows.get(line.checked_sub(self.first)?).map(|placed| &placed.line)
    }

    /// Whether all these lines have been read.
    pub fn holds(&self, lines: &Range<usize>) -> bool {
        lines.is_empty() || self.first <= lines.start && lines.end <= self.first + self.rows.len()
    }
}

impl Indicators {
    /// What the week has brought: the change of won, small orders and weighted amounts together.
    pub fn week(&self) -> i128 {
        self.now.expected() - self.before.expected()
    }
}
