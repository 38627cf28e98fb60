//! keybook: the terminal field book of a key-account manager.
//!
//! # The map
//!
//! | room | what it is for |
//! |---|---|
//! | [`domain`] | the rules of the trade: money, periods, stages, the indicators, the filter grammar. Pure functions over plain values |
//! | [`store`] | the only room that knows SQL: one SQLite file, its tables, migrations, journal, events, search; `store::view` reads for screens and reports |
//! | [`ops`] | everything a person can do that changes the book, one file per noun; each is one named, undoable transaction |
//! | [`exchange`] | files to plain values: encodings, CSV, recognising other programs' exports. Knows no store |
//! | [`report`] | rows first, then writers: table, JSON, CSV, Markdown, HTML; and what went wrong, in words |
//! | [`i18n`] | English and Simplified Chinese from `assets/locales` |
//! | [`config`] | settings of this machine; what changes a figure lives in the book |
//! | [`cli`] | one file per command; its doc comment is its help |
//! | [`tui`] | the terminal interface: loop, state, actions, screens, dialogs, widgets |
//!
//! Arrows point one way: `cli`, `tui` → `ops`, `report`, `exchange`, `store::view` → `store` → `domain`.
//! `cli` and `tui` do not know each other and never write to the store: whatever either can do, the
//! other can, because both call `ops`. `tests/tidy.rs` holds the arrows.
//!
//! # What is absent on purpose
//!
//! - No network, no async runtime, no tick: an idle program does nothing at all.
//! - No floating point in money: integers of minor units, rates in basis points, sums in 128 bits.
//! - No clock inside the rules: today comes from outside, as an argument.
//! - No sentence for people in code: every one has a key in `assets/locales`, in both languages.
//! - No `unsafe`.

#![warn(missing_docs)]

// There is none in that folder: the texts come from where the build packed them.
rust_i18n::i18n!("src/i18n", fallback = "en", backend = i18n::Texts);

pub mod cli;
pub mod config;
pub mod domain;
pub mod exchange;
pub mod i18n;
pub mod ops;
pub mod report;
pub mod store;
pub mod tui;
