//! Facts about the book: what is undone is gone, what is redone is back, the past stays what it was.
#![allow(clippy::unwrap_used, missing_docs)]

mod care;
mod common;
mod demo;
mod dump;
mod giving_way;
mod indicators;
mod letting_go;
mod lists;
mod merge;
mod metrics;
mod on_the_way;
mod people;
mod plans;
mod questions;
mod random;
mod record_history;
mod relationship;
mod review;
mod segments;
mod stages;
mod taken_back;
mod today;
mod track;
mod undo;
mod white_space;
