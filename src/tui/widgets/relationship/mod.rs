//! Pictures of the relationship with an account: how check-ups move, and the ladder of its levels.

mod ladder;
#[cfg(test)]
mod tests;
mod trend;

pub use ladder::{Ladder, RUNGS};
pub use trend::TrendChart;
