//! The strategy that factors leave open, as programs read it.

use serde::Serialize;

use crate::domain::strategy::Cells;

/// The stars in each cell, and every strategy that they leave open.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct StrategyOut {
    /// The stars in each cell.
    pub cells: CellsOut,
    /// fast_forward, rethink, take_the_risk, persevere, go_carefully, sell_on_skill; several where cells
    /// weigh the same, none where it is too early to say.
    pub strategies: Vec<String>,
}

/// The stars in each cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct CellsOut {
    /// Positive factors under low control.
    #[serde(rename = "use")]
    pub use_: i64,
    /// Positive factors under high control.
    pub build: i64,
    /// Negative factors under low control.
    pub reduce: i64,
    /// Negative factors under high control.
    pub remove: i64,
}

impl From<Cells> for StrategyOut {
    fn from(cells: Cells) -> Self {
        let Cells { use_, build, reduce, remove } = cells;
        StrategyOut {
            cells: CellsOut { use_, build, reduce, remove },
            strategies: cells.strategies().iter().map(ToString::to_string).collect(),
        }
    }
}
