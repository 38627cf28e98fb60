//! Charts as SVG: small documents of their own, to stand in a page or beside one. Nothing is told by
//! colour alone: every bar is named and has its figure.

mod histogram;
mod sheet;
mod waterfall;

pub use histogram::{Mark, histogram};
pub use waterfall::{Column, waterfall};

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

#[cfg(test)]
mod tests;
