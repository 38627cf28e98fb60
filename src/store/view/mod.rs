//! What screens and reports read: windows over indexed queries, and the groups that the rules sum.

pub mod attention;
pub mod belongs;
mod expression;
pub mod figures;
pub mod filter;
pub mod find;
mod hanging;
pub mod lines;
pub mod list;
pub mod order;
mod population;
mod position;
pub mod promises;
pub mod register;
pub mod related;
pub mod search;
pub mod several;
mod stage;
pub mod today;
pub mod totals;
mod within;
mod worded;

#[cfg(test)]
mod plans;
