//! What screens and reports read: windows over indexed queries, and the groups that the rules sum.

pub mod figures;
mod filter;
pub mod find;
pub mod lines;
pub mod list;
mod population;
pub mod related;
pub mod search;
mod stage;
pub mod today;
