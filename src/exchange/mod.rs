//! Files to plain values and back. Knows no store: what is read here, `ops::import` joins and writes.

pub mod cell;
pub mod csv;
pub mod encoding;
pub mod error;
pub mod field;
pub mod plan;
pub mod record;
pub mod rejection;
pub mod values;

pub use cell::Cell;
pub use error::{Form, ReadError, Unwanted};
pub use field::{Field, Kind, Nature};
pub use plan::{
    Amounts, Assumption, Chosen, Column, Correction, DateOrder, Options, Order, Plan, Reading, System, Target,
};
pub use record::{
    AccountIn, AccountRef, ActivityIn, Address, Birthday, ContactIn, ContactRef, Custom, DealIn, DealRef,
    Moment, Origin, Reach, Record,
};
pub use rejection::{Reason, Rejected};
