//! What was put right of imported files, for the next files of their shape.

use chrono::NaiveDate;

use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// What was told of the files of one shape.
    pub struct Mapping in "mapping" {
        /// The mark of the shape.
        pub shape: String,
        /// The name of the file that it was last told of.
        pub file: String,
        /// What such files hold, where it was told.
        pub kind: Option<String>,
        /// Columns and their fields: a JSON array of pairs.
        pub columns: String,
        /// Stages of theirs and ours: a JSON array of pairs.
        pub stages: String,
        /// `day_first` or `month_first`, where it was told.
        pub date_order: Option<String>,
        /// When it was last told.
        pub told_on: NaiveDate,
    }
}

impl Book {
    /// All that is remembered, what was told last first.
    pub fn mappings(&self) -> Result<Vec<Mapping>> {
        row::all(&self.connection, "1 ORDER BY told_on DESC, id DESC", &[])
    }
}

impl Writer<'_> {
    /// What is remembered of a shape.
    pub fn mapping(&self, shape: &str) -> Result<Option<Mapping>> {
        row::first(self.connection, "shape = ?1", &[&shape])
    }

    /// Remembers what was told of a shape for the first time.
    pub fn insert_mapping(&self, mapping: &Mapping) -> Result<()> {
        self.insert_row(mapping)
    }

    /// Remembers it in the place of what was told before.
    pub fn update_mapping(&self, mapping: &Mapping) -> Result<()> {
        self.update_row(mapping)
    }

    /// Forgets it.
    pub fn delete_mapping(&self, mapping: &Mapping) -> Result<()> {
        self.delete_row::<Mapping>(mapping.id)
    }
}
