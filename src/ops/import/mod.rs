//! Import: the files of other programs, joined with the book in one operation.

mod account;
mod activity;
mod alike;
mod contact;
mod deal;
mod hang;
mod join;
mod likely;
mod mark;
mod memory;
mod merge;
mod number;
mod occurrence;
mod opened;
mod origin;
mod refusal;
mod report;
mod row;
mod rules;
mod run;
mod stages;
mod survey;
mod taker;
mod whose;

pub use likely::{Candidate, Joins, Likely, Why};
pub use memory::{Remembered, forget, order_key, remembered};
pub use report::{FileReport, Kept, StageTaken, Stopped, Tally};
pub use run::{Import, Progress, STANDARD_INPUT, run};
pub use survey::{Surveyed, survey};
