//! Encrypted books, through the real program: `cargo test --features encryption --test encryption`.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../chance/mod.rs"]
mod chance;
mod commands;
mod copies;
#[path = "../damage/mod.rs"]
mod damage;
mod damaged;
mod key_file;
mod killed;
mod readable;
mod shelf;
#[cfg(unix)]
mod terminal;
