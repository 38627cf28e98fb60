//! What things that entries refer to, or hang on, are called.

use rusqlite::{Connection, OptionalExtension};

use crate::domain::entry::{EntryKind, Form, Holder, Target, Value};
use crate::domain::id::Id;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::{Error, Result};

impl Book {
    /// What something is called: a record's name, a stage's key, what an entry says; none where it is gone.
    pub fn name_of(&self, target: Target, id: Id) -> Result<Option<String>> {
        name_of(&self.connection, target, id)
    }

    /// The account that a record is or belongs to: its id and its name.
    ///
    /// # Errors
    /// [`Error::NoRecord`] where the record is gone.
    pub fn account_of(&self, holder: Holder) -> Result<(Id, String)> {
        let sql = match holder {
            Holder::Account(_) => "SELECT id, name FROM account WHERE id = ?1",
            Holder::Deal(_) => {
                "SELECT account.id, account.name FROM deal JOIN account ON account.id = account_id
                 WHERE deal.id = ?1"
            }
        };
        let mut statement = self.connection.prepare_cached(sql)?;
        let found = statement.query_row([holder.id()], |row| Ok((row.get(0)?, row.get(1)?)));
        found.optional()?.ok_or(Error::NoRecord)
    }
}

impl Writer<'_> {
    /// What something is called; none where it is gone.
    pub fn name_of(&self, target: Target, id: Id) -> Result<Option<String>> {
        name_of(self.connection, target, id)
    }

    /// What the record is called that an entry hangs on.
    pub fn name_of_holder(&self, holder: Holder) -> Result<Option<String>> {
        name_of(self.connection, Target::Record(holder.kind()), holder.id())
    }
}

fn name_of(connection: &Connection, target: Target, id: Id) -> Result<Option<String>> {
    if let Target::Entry(kind) = target {
        return name_of_entry(connection, kind, id);
    }
    let column = if target == Target::Stage { "key" } else { "name" };
    let sql = format!("SELECT {column} FROM {} WHERE id = ?1", target.table());
    Ok(connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()?)
}

fn name_of_entry(connection: &Connection, kind: EntryKind, id: Id) -> Result<Option<String>> {
    let entry = match super::find(connection, kind, id) {
        Err(Error::NoRecord) => return Ok(None),
        found => found?,
    };
    let Some(main) = kind.spec().main_field() else { return Ok(Some(String::new())) };
    match (main.form, entry.get(main.key)) {
        (Form::Reference(target), Some(Value::Id(id))) => name_of(connection, target, *id),
        (_, Some(Value::Text(text))) => Ok(Some(text.clone())),
        _ => Ok(Some(String::new())),
    }
}
