//! Charts as SVG, each in a file of its own, over plain values: to stand in a page, or to be documents of
//! their own. Nothing is told by colour alone: every bar is named and has its figure.

mod curve;
mod funnel;
mod gauge;
mod histogram;
mod labels;
mod pairs;
mod plane;
mod progress;
mod pyramid;
mod sheet;
mod stars;
mod trend;
mod waterfall;

pub use curve::{Curve, Cut, curve};
pub use funnel::{Step, funnel};
pub use gauge::{Gauge, Portion, gauge};
pub use histogram::{Mark, histogram};
pub use pairs::{Pair, pairs};
pub use plane::{Axis, Bubble, Plane, Region, plane};
pub use progress::{Done, progress};
pub use pyramid::{Layer, pyramid};
pub use sheet::Chart;
pub use stars::{Starred, stars};
pub use trend::{Point, trend};
pub use waterfall::{Column, waterfall};

/// How charts look, in light and dark: every page that has one has it once.
pub const STYLE: &str = include_str!("../../../assets/report/chart.css");

/// What a bar says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// A total.
    Total,
    /// More than before.
    Rise,
    /// Less than before.
    Fall,
    /// Neither good nor bad.
    Plain,
}

/// A colour that stands for a class or a room; its name always stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hue {
    /// To be held; room A.
    Blue,
    /// To be kept going; room B.
    Green,
    /// To be won; room C.
    Red,
    /// Between; room D.
    Yellow,
    /// Of less account.
    #[default]
    Grey,
}

/// The width of a picture that takes a page's whole width, in its own pixels.
const WIDTH: f64 = 760.0;

/// The width of one of two that stand side by side.
const HALF: f64 = 420.0;

#[cfg(test)]
mod tests;
