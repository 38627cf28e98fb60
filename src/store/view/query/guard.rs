//! What a question may read: the views, and nothing behind them but through them.
//!
//! It keeps people from building on tables that change with every version. That nothing is written is held by
//! SQLite itself: the connection only answers questions.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rusqlite::hooks::{AuthAction, AuthContext, Authorization};
use rusqlite::{Connection, Result};

use super::Unasked;

/// What JSON holds is read like a table, and is none.
const JSON: [&str; 2] = ["json_each", "json_tree"];

/// Looks on while a question is weighed.
pub(super) struct Watch(Arc<Mutex<Seen>>);

/// What was seen.
#[derive(Default)]
struct Seen {
    views: Vec<&'static str>,
    /// The views that were read.
    read: Vec<&'static str>,
    /// Why it was refused: what was seen first.
    refused: Option<Reason>,
    looks_away: bool,
}

enum Reason {
    Writes,
    Table(String),
}

impl Watch {
    /// Begins to look on at a connection.
    pub fn over(connection: &mut Connection, views: Vec<&'static str>) -> Result<Watch> {
        let watch = Watch(Arc::new(Mutex::new(Seen { views, ..Seen::default() })));
        let seen = Arc::clone(&watch.0);
        connection.authorizer(Some(move |context: AuthContext<'_>| {
            let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
            match seen.judge(&context) {
                Ok(()) => Authorization::Allow,
                Err(reason) => {
                    seen.refused.get_or_insert(reason);
                    Authorization::Deny
                }
            }
        }))?;
        Ok(watch)
    }

    /// The views that the question reads.
    pub fn views_read(&self) -> Vec<&'static str> {
        self.lock().read.clone()
    }

    /// Why the question was refused, where it was.
    pub fn refused(&self) -> Option<Unasked> {
        self.lock().refused.take().map(|reason| match reason {
            Reason::Writes => Unasked::Writes,
            Reason::Table(name) => Unasked::Table(name),
        })
    }

    /// Looks on no more: the question was weighed.
    pub fn look_away(&self) {
        self.lock().looks_away = true;
    }

    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Seen {
    fn judge(&mut self, context: &AuthContext<'_>) -> std::result::Result<(), Reason> {
        if self.looks_away {
            return Ok(());
        }
        let within = context.accessor.is_some_and(|name| self.views.contains(&name));
        match context.action {
            AuthAction::Select | AuthAction::Recursive => Ok(()),
            AuthAction::Read { .. } if within => Ok(()),
            AuthAction::Read { table_name, .. } => {
                match self.views.iter().find(|view| **view == table_name) {
                    // Where no column is asked for, SQLite does not tell where the view lies.
                    Some(view) if context.database_name.is_none_or(|name| name == "temp") => {
                        if !self.read.contains(view) {
                            self.read.push(view);
                        }
                        Ok(())
                    }
                    _ if JSON.contains(&table_name) => Ok(()),
                    _ => Err(Reason::Table(table_name.to_owned())),
                }
            }
            // The book's own functions serve its views; some of them belong to writing.
            AuthAction::Function { function_name } if within || !function_name.starts_with("keybook_") => {
                Ok(())
            }
            _ => Err(Reason::Writes),
        }
    }
}
