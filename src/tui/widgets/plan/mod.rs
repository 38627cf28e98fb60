//! Pictures of an account plan, each drawn from what the plan says: factors in their four cells with the
//! strategy that follows, a SWOT grid, the five steps as a path.

mod factors;
mod grid;
mod path;
mod swot;
#[cfg(test)]
mod tests;

pub use factors::FactorsPicture;
pub use path::path;
pub use swot::SwotPicture;
