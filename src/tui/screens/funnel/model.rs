//! What the funnel screen shows, as read from the book.

use crate::domain::forecast::Figures;
use crate::domain::funnel::Funnel;
use crate::domain::period::Period;
use crate::domain::range::Band;
use crate::domain::stage::Stage;
use crate::store::view::lines::DealLine;
use crate::tui::screens::window::Window;

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
    pub deals: Window<DealLine>,
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
    /// What the period may bring; none until it has been reckoned.
    pub range: Option<Band>,
}

impl Indicators {
    /// What the week has brought: the change of won, small orders and weighted amounts together.
    pub fn week(&self) -> i128 {
        self.now.expected() - self.before.expected()
    }
}
