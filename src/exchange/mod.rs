//! Files to plain values and back. Knows no store: what is read here, `ops::import` joins and writes.
//!
//! A file becomes a [`Source`]: its encoding and layout are found, the program that wrote it and the kind
//! of its records [recognised](recognise), each column mapped to a [`Field`], and how dates and amounts
//! are written decided for whole columns in one pass; the [`Plan`] says all of that. Then its rows are
//! read as a stream of [`Record`]s, each rejected row with its [`Reason`] among them. Nothing of a file
//! is kept in memory, executed or fetched; every text is cleaned here.

mod blocks;
mod build;
pub mod calendar;
pub mod card;
pub mod cell;
pub mod csv;
pub mod encoding;
pub mod error;
pub mod field;
mod laid_out;
mod objects;
pub mod plan;
pub mod recognise;
pub mod record;
pub mod rejection;
pub mod seen;
mod sniff;
pub mod source;
mod stack;
pub mod stages;
mod survey;
#[cfg(test)]
mod tests;
mod text_table;
mod told;
mod unfolded;
pub mod values;
mod workbook;

pub use build::shorten;
pub use cell::Cell;
pub use error::{Form, ReadError, Unwanted};
pub use field::{Field, Kind, Nature};
pub use plan::{
    Amounts, Assumption, Chosen, Column, Correction, DateOrder, Left, Options, Order, Plan, Reading, System,
    Target,
};
pub use recognise::{CorrectionError, parse_correction, parse_target};
pub use record::{
    AccountIn, AccountRef, ActivityIn, Address, Birthday, ContactIn, ContactRef, Custom, DealIn, DealRef,
    Moment, Origin, Reach, Record,
};
pub use rejection::{Reason, Rejected};
pub use sniff::is_document;
pub use source::{Glance, Records, Source, Taken};
pub use told::Told;
