//! What hangs on one record: promises, special days, links.

use super::related;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row;
use crate::store::table::attachment::Link;
use crate::store::table::commitment::Commitment;
use crate::store::table::special_day::SpecialDay;

impl Book {
    /// The promises between us and an account, a person, or in a deal: those still open first, by the day
    /// they are due; then the latest settled. At most `limit`.
    pub fn commitments_of(&self, kind: RecordKind, record: Id, limit: usize) -> Result<Vec<Commitment>> {
        let column = match kind {
            RecordKind::Account => "account_id",
            RecordKind::Contact => "contact_id",
            RecordKind::Deal => "deal_id",
            _ => return Ok(Vec::new()),
        };
        let condition = format!(
            "{column} = ?1 ORDER BY status <> 'open', settled_on DESC, due_on IS NULL, due_on, id LIMIT {limit}"
        );
        row::all(&self.connection, &condition, &[&record])
    }

    /// The days to remember of an account or a person, through the year. At most `limit`.
    pub fn days_to_remember(&self, kind: RecordKind, record: Id, limit: usize) -> Result<Vec<SpecialDay>> {
        let column = match kind {
            RecordKind::Account => "account_id",
            RecordKind::Contact => "contact_id",
            _ => return Ok(Vec::new()),
        };
        let condition = format!("{column} = ?1 ORDER BY month, day, id LIMIT {limit}");
        row::all(&self.connection, &condition, &[&record])
    }

    /// The birthdays of these people by the calendar of the sun, the first one told first.
    pub fn birthdays_of(&self, contacts: &[Id]) -> Result<Vec<SpecialDay>> {
        let condition = "contact_id IN (SELECT value FROM json_each(?1)) AND kind = 'birthday'
                         AND calendar = 'solar' ORDER BY id";
        row::all(&self.connection, condition, &[&related::json(contacts)])
    }

    /// The files and addresses that belong to a record, in their order.
    pub fn links_of(&self, record: Id) -> Result<Vec<Link>> {
        row::all(&self.connection, "record_id = ?1 ORDER BY position, id", &[&record])
    }
}
