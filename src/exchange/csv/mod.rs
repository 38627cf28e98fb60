//! Tables as text: rows and cells, what parts them, and cells that a spreadsheet must not run.

mod cells;
mod guard;
mod recover;
mod rows;

pub use cells::{Cells, Limits};
pub use guard::{guard_formula, unguard_formula};
pub use rows::{Broken, Fault, Rows, Step};

#[cfg(test)]
mod tests;
