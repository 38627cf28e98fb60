//! What the cells of a column mean: decided for the whole column, so that one row does not read `3/4`
//! as March and the next as April.

pub mod amount;
pub mod date;
pub mod list;
pub mod rate;
pub mod word;
