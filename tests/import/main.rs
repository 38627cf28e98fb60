//! Facts about imports: who is joined with whom, what a file may change, and that all of it adds up.
#![allow(clippy::unwrap_used, missing_docs)]

mod cards;
#[path = "../chance/mod.rs"]
mod chance;
mod common;
mod edited;
mod joining;
mod likely;
mod memory;
mod money;
mod objects;
mod owners;
mod refused;
mod sample;
mod sums;
mod whole;
mod workbooks;
