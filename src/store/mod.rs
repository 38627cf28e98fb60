//! The only room that knows SQL: one SQLite file, its tables, journal, events and search.
//!
//! Every write goes through [`Book::operate`]: one named transaction, durable when it returns, recorded
//! by the journal's triggers and so undoable. Screens and reports read through [`view`].

mod as_of;
pub mod backup;
mod book;
pub mod check;
pub mod cipher;
mod clock;
mod draft;
pub mod dump;
mod error;
mod functions;
mod history;
pub mod joining;
mod journal;
mod late;
mod made;
mod migrate;
mod minter;
mod open;
mod operate;
mod outcome;
mod pages;
mod past;
mod reading;
mod row;
mod seal;
pub mod search;
pub mod table;
mod together;
mod undo;
mod value;
pub mod view;
mod writer;

pub use book::Book;
pub use cipher::BookFile;
pub use clock::{Clock, rfc3339};
pub use draft::Draft;
pub use error::{Error, Result};
pub use history::{Operation, State};
pub use migrate::VERSION;
pub use open::Barrier;
pub use outcome::{Changes, Label, Outcome};
pub use past::Past;
pub use row::Row;
pub use undo::Conflict;
pub use writer::Writer;
