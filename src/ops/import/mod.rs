//! Import: the files of other programs, joined with the book in one operation.

mod account;
mod activity;
mod contact;
mod deal;
mod join;
mod merge;
mod origin;
mod report;
mod row;
mod run;
mod stages;

pub use report::{FileReport, Kept, StageTaken, Stopped, Tally};
pub use run::{Import, Progress, run};
