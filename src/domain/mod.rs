//! The rules of the trade. Pure functions over plain values: no I/O, no clock, no SQL, no sentences
//! for people. Money is in integer minor units, rates in basis points, durations in days.

pub mod amount;
pub mod attention;
pub mod bridge;
pub mod chance;
pub mod course;
pub mod coverage;
pub mod date;
pub mod deed;
pub mod due;
pub mod employer;
pub mod entry;
pub mod filter;
pub mod flow;
pub mod forecast;
pub mod funnel;
pub mod id;
pub mod money;
pub mod number;
pub mod period;
pub mod person;
pub mod plan;
pub mod quadrant;
pub mod range;
pub mod reach;
pub mod reporting;
pub mod review;
pub mod settings;
pub mod stage;
pub mod strategy;
pub mod text;
pub mod track;
pub mod unknown;
pub mod word;
pub mod year_day;
pub mod yes_no;
