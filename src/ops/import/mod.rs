//! Import: the files of other programs, joined with the book in one operation.

mod account;
mod activity;
mod contact;
mod deal;
mod hang;
mod join;
mod mark;
mod merge;
mod number;
mod occurrence;
mod origin;
mod refusal;
mod report;
mod row;
mod rules;
mod run;
mod stages;
mod taker;
mod whose;

pub use report::{FileReport, Kept, StageTaken, Stopped, Tally};
pub use run::{Import, Progress, run};
