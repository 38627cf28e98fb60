//! vCard, versions 2.1, 3.0 and 4.0: people, and organisations where a card says that it is one.
//!
//! What is written here is read back as it was: a label that vCard has no word for goes into the
//! `X-ABLabel` of its group, as address books do it, and a custom field into a property of our own.

mod entries;
mod file;
mod property;
mod reach;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use file::{Cards, open};
pub use write::{Version, write_account, write_contact};
