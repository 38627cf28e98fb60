//! What screens and reports read: windows over indexed queries, and the groups that the rules sum.

pub mod attention;
pub mod belongs;
pub mod bridge;
mod expression;
pub mod figures;
pub mod filter;
pub mod find;
pub mod flow;
pub mod lines;
pub mod list;
pub mod losses;
pub mod needing;
pub mod order;
mod population;
mod position;
pub mod range;
pub mod related;
pub mod review;
pub mod search;
mod stage;
pub mod today;
pub mod totals;
pub mod track;
mod within;

#[cfg(test)]
mod plans;
