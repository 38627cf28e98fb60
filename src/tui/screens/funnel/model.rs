//! What the funnel screen shows, as read from the book.

use crate::domain::attention::Reason;
use crate::domain::funnel::Funnel;
use crate::domain::range::Band;
use crate::domain::stage::Stage;
use crate::store::view::figures::ForecastView;
use crate::store::view::lines::DealLine;
use crate::store::view::related::ByRecord;
use crate::tui::screens::window::Window;

/// Everything on the screen.
#[derive(Debug, Clone, Default)]
pub struct Model {
    /// The stages in order.
    pub stages: Vec<Stage>,
    /// Their sums, one line per stage, in the same order.
    pub funnel: Funnel,
    /// The indicators; none until they have been read.
    pub indicators: Option<Indicators>,
    /// The deals of the chosen stage.
    pub deals: Window<DealLine>,
    /// Why those of them that have been read need a word.
    pub attention: ByRecord<Reason>,
    /// There is not one open deal in the book, in whatever period.
    pub is_empty: bool,
}

/// The three indicators of a period, and what they are made of.
#[derive(Debug, Clone)]
pub struct Indicators {
    /// Now and seven days ago, attainment and progress.
    pub forecast: ForecastView,
    /// Attainment at the end of the 12 weeks before; none without a quota, and until they have been read.
    pub earlier: Vec<Option<f64>>,
    /// What the period may bring; none until it has been reckoned.
    pub range: Option<Band>,
}

impl Indicators {
    /// Attainment week by week, the present one last.
    pub fn weeks(&self) -> Vec<Option<f64>> {
        let now = self.forecast.attainment.map(|ratio| ratio.value());
        self.earlier.iter().copied().chain([now]).collect()
    }

    /// What the week has brought: the change of won, small orders and weighted amounts together.
    pub fn week(&self) -> i128 {
        self.forecast.now.expected() - self.forecast.before.expected()
    }
}
