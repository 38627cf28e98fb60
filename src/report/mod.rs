//! Rows first, then writers: the same rows become a table, JSON, CSV, Markdown or HTML.
//!
//! [`model`] holds what programs read (JSON, CSV), field by field as promised; [`rows`] puts it together
//! from the store. [`pages`] lays the same records out for people, in their language, as a [`page`] of
//! [`table`]s; [`text`], [`markdown`] and [`html`] write it. A [`document`] is what one sends: the [`plan`] of an
//! account, a report with its [`chart`]s. [`problem`] explains what went wrong.

pub mod advice;
pub mod calendar_words;
pub mod capture_words;
pub mod chart;
pub mod csv;
pub mod day_words;
pub mod document;
mod double_words;
pub mod due_words;
pub mod entry_words;
pub mod events;
mod figures;
mod fit;
mod format;
pub mod guide;
pub mod health_words;
pub mod html;
pub mod import_words;
pub mod json;
mod lay;
pub mod many;
pub mod markdown;
mod measure;
pub mod metric_words;
pub mod model;
pub mod pace;
pub mod page;
pub mod pages;
pub mod people;
pub mod plan;
pub mod plan_words;
pub mod problem;
pub mod promise;
pub mod quadrant;
pub mod query_words;
pub mod reach;
pub mod reason;
pub mod refused;
pub mod reports;
pub mod resource_words;
pub mod rows;
pub mod segment_plane;
pub mod segment_words;
pub mod spell;
pub mod table;
pub mod text;
pub mod words;

pub use figures::{abbreviated, grouped, grouped_count, percent, score};
pub use format::Format;
pub use lay::{Laid, lay};
pub use measure::{Measure, is_plain};
