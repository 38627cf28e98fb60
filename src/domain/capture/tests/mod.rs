//! Lines and what is understood of them, in both languages; and what holds of any line.

mod examples;
mod names;
mod properties;
