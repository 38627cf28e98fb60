//! What screens and reports read: windows over indexed queries, and the groups that the rules sum.

pub mod attention;
pub mod behind;
pub mod belongs;
pub mod board;
pub mod bridge;
mod brief;
pub mod calendar;
pub mod evidence;
mod expression;
pub mod figures;
pub mod filter;
pub mod find;
pub mod flow;
mod hanging;
pub(super) mod kept_order;
pub mod lines;
pub mod list;
pub mod losses;
pub mod needing;
pub mod order;
pub mod our_side;
pub mod people;
mod places;
pub mod plan;
mod population;
mod position;
pub mod promises;
pub mod range;
pub mod recent;
pub mod record_history;
pub mod register;
pub mod related;
pub mod review;
pub mod search;
pub mod several;
mod stage;
mod through;
pub mod today;
pub mod totals;
pub mod track;
pub mod white_space;
mod within;
mod worded;

#[cfg(test)]
mod plans;
