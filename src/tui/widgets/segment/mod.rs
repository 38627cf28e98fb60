//! Pictures of how accounts are told apart: a plane with regions on which they lie as bubbles, the pyramid
//! and the curve of what few of them bring, the table of quintiles, scores made of parts, and where the time
//! goes. Each draws plain values and lights up the account that is chosen.

mod curve;
mod effort;
mod hue;
mod labels;
mod plane;
mod pyramid;
mod quintiles;
mod scores;
#[cfg(test)]
mod tests;

pub use curve::{Curve, Cut};
pub use effort::{Effort, Portion};
pub use hue::Hue;
pub use plane::{Axis, Bubble, Plane, Region};
pub use pyramid::{Layer, Pyramid};
pub use quintiles::{Bought, Quintiles};
pub use scores::{Part, Score, Scores};
