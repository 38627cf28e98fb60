//! What is put off: due, but not to be shown before a day; or not to be looked at in reviews.

use chrono::NaiveDate;

use crate::domain::due::{DueKind, PutOff};
use crate::domain::id::Id;
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// Something due that is hidden until a day, or a deal that reviews leave out until then.
    pub struct Snooze in "snooze" {
        /// The record that it stands on.
        pub record_id: Id,
        /// What of it is put off.
        pub reason: PutOff,
        /// The day on which it is shown again.
        pub until_on: NaiveDate,
    }
}

impl Writer<'_> {
    /// Puts something off until a day; nothing is changed where it is put off until then already.
    pub fn put_off(&self, record: Id, reason: impl Into<PutOff>, until: NaiveDate) -> Result<()> {
        let reason = reason.into();
        match self.snooze(record, reason)? {
            Some(old) if old.until_on == until => Ok(()),
            Some(old) => self.update_row(&Snooze { until_on: until, ..old }),
            None => {
                let id = self.mint()?;
                self.insert_row(&Snooze { id, record_id: record, reason, until_on: until })
            }
        }
    }

    /// Shows something again that was put off.
    pub fn wake(&self, record: Id, reason: impl Into<PutOff>) -> Result<()> {
        match self.snooze(record, reason.into())? {
            Some(snooze) => self.delete_row::<Snooze>(snooze.id),
            None => Ok(()),
        }
    }

    /// Shows what is due of these records for a reason again, where it was put off.
    pub(super) fn wake_all(&self, records: &[Id], reason: DueKind) -> Result<()> {
        records.iter().try_for_each(|record| self.wake(*record, reason))
    }

    /// How something is put off, if it is.
    pub fn snooze(&self, record: Id, reason: PutOff) -> Result<Option<Snooze>> {
        row::first(self.connection, "record_id = ?1 AND reason = ?2", &[&record, &reason])
    }
}
