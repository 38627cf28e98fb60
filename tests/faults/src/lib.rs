//! Disks that fail and power that is cut, under SQLite: for trials of what a book survives.
//!
//! | module | what it is for |
//! |---|---|
//! | `layer` | a layer over the platform's own file system of SQLite: all that is `unsafe` |
//! | `drive` | what the layer does on this thread: count, fail at a point, keep a log |
//! | [`chance`] | numbers that look like chance, shared with the other trials |
//! | [`cut`] | what a disk may hold after the power was cut at some point of a log |
//!
//! A thread's own connections are hit, no others: trials run beside each other.

#[path = "../../chance/mod.rs"]
pub mod chance;
pub mod cut;
mod drive;
mod layer;

pub use drive::{Event, Failure, count, failing_at, mark, recorded, spread};
pub use layer::install;
