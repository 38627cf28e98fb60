//! Lists as somebody likes to look at them: a filter, columns and a sorting under a name.

use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// A saved view of a list.
    pub struct SavedView in "saved_view" {
        /// Which list: `accounts`, `people`, `deals` or `log`.
        pub list: String,
        /// What it is called.
        pub name: String,
        /// The name as it is compared.
        pub name_key: String,
        /// The filter as typed; empty is none.
        pub filter: String,
        /// Keys of columns with commas between them; empty is the usual ones.
        pub columns: String,
        /// Keys of columns that it is sorted by, each with a minus before it for downwards; empty is as usual.
        pub sort: String,
        /// Columns of another width than the usual: `KEY=CELLS` with commas between them.
        pub widths: String,
    }
}

impl Book {
    /// Every saved view, by list and name.
    pub fn saved_views(&self) -> Result<Vec<SavedView>> {
        row::all(&self.connection, "1 ORDER BY list, name_key", &[])
    }
}

impl Writer<'_> {
    /// The view of a list with this name.
    pub fn saved_view(&self, list: &str, name_key: &str) -> Result<Option<SavedView>> {
        row::first(self.connection, "list = ?1 AND name_key = ?2", &[&list, &name_key])
    }

    /// Keeps a view for the first time.
    pub fn insert_saved_view(&self, view: &SavedView) -> Result<()> {
        self.insert_row(view)
    }

    /// Keeps a view in the place of what it was.
    pub fn update_saved_view(&self, view: &SavedView) -> Result<()> {
        self.update_row(view)
    }

    /// Takes a view out of the book.
    pub fn delete_saved_view(&self, view: &SavedView) -> Result<()> {
        self.delete_row::<SavedView>(view.id)
    }
}
