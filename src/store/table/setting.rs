//! Settings of the book: what changes a figure, so that it is undoable and goes where the book goes.

use crate::domain::settings::Settings;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// A setting that is not at its default.
    pub struct Setting in "setting" {
        /// Its name.
        pub key: String,
        /// Its value as text.
        pub value: String,
    }
}

fn settings(connection: &rusqlite::Connection) -> Result<Settings> {
    let rows: Vec<Setting> = row::all(connection, "1", &[])?;
    Ok(Settings::read(rows.iter().map(|row| (row.key.as_str(), row.value.as_str()))))
}

impl Book {
    /// The book's settings.
    pub fn settings(&self) -> Result<Settings> {
        settings(&self.connection)
    }
}

impl Writer<'_> {
    /// The book's settings.
    pub fn settings(&self) -> Result<Settings> {
        settings(self.connection)
    }

    /// Keeps a setting.
    pub fn set_setting(&self, key: &str, value: &str) -> Result<()> {
        match row::first::<Setting>(self.connection, "key = ?1", &[&key])? {
            Some(old) if old.value == value => Ok(()),
            Some(old) => self.update_row(&Setting { value: value.to_owned(), ..old }),
            None => {
                self.insert_row(&Setting { id: self.mint()?, key: key.to_owned(), value: value.to_owned() })
            }
        }
    }
}
