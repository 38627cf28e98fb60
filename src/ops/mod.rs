//! Everything a person can do that changes the book: one file per noun, one undoable operation per verb.
//!
//! Texts are cleaned here, at the door; what they say is checked here; the store only keeps it.

pub mod account;
pub mod activity;
pub mod backup;
pub mod bulk;
pub mod capture;
pub mod check;
pub mod colleague;
pub mod commitment;
pub mod contact;
pub mod coverage;
pub mod deal;
pub mod demo;
pub mod document;
pub mod double;
pub mod encryption;
pub mod entry;
pub mod evidence;
pub mod field;
pub mod history;
pub mod import;
mod input;
pub mod joining;
pub mod link;
pub mod lost_reason;
pub mod merge;
pub mod order;
mod owner;
mod place;
pub mod problem;
pub mod product;
pub mod recollection;
pub mod reschedule;
pub mod resource;
pub mod review;
pub mod segment;
pub mod settings;
pub mod setup;
pub mod side;
pub mod snooze;
pub mod special_day;
pub mod stage;
pub mod submission;
pub mod tag;
pub mod target;
#[cfg(test)]
mod testbook;
pub mod walk;

pub use input::{Field, Hanging, Set};
pub use owner::is_me;
pub use problem::{Noun, Place, Problem};

/// What an operation gives: what it made, and what it changed; or why it could not be done.
pub type Done<T> = Result<crate::store::Outcome<T>, Problem>;
