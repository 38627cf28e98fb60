//! Rows first, then writers: the same rows become a table, JSON, CSV, Markdown or HTML.
//!
//! [`model`] holds what programs read (JSON, CSV): field by field as promised. [`page`] and [`table`]
//! hold what people read, already in their language; [`text`], [`markdown`] and [`html`] write it.

pub mod csv;
mod figures;
mod fit;
mod format;
pub mod html;
pub mod json;
pub mod markdown;
mod measure;
pub mod model;
pub mod page;
mod spell;
pub mod table;
pub mod text;

pub use figures::{abbreviated, grouped, percent};
pub use format::Format;
pub use measure::Measure;
