//! Lists: filters, orders, windows, figures at the foot, badges.

mod attention;
mod filters;
mod sample;
mod totals;
mod windows;

pub use self::sample::sample;
