//! The rules of the trade. Pure functions over plain values: no I/O, no clock, no SQL, no sentences
//! for people. Money is in integer minor units, rates in basis points, durations in days.

pub mod amount;
pub mod attention;
pub mod chance;
pub mod date;
pub mod deed;
pub mod due;
pub mod filter;
pub mod forecast;
pub mod funnel;
pub mod id;
pub mod money;
pub mod number;
pub mod period;
pub mod settings;
pub mod stage;
pub mod text;
pub mod word;
pub mod year_day;
