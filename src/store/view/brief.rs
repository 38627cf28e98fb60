//! What is read before a meeting: the last contacts, open promises and open deals of a person, an account or
//! a deal.

use super::people::Group;
use super::related::json;
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row;
use crate::store::table::commitment::Commitment;

/// The ids of the people of a group, and its own, as a person, an account or a deal is referred to.
fn column(group: Group) -> (&'static str, Id) {
    match group {
        Group::Account(id) => ("account_id", id),
        Group::Deal(id) => ("deal_id", id),
        Group::One(id) => ("contact_id", id),
    }
}

impl Book {
    /// The last contacts, newest first, at most `limit`; notes and tasks are none, nor is what is planned
    /// for a later day.
    pub fn last_contacts(&self, group: Group, limit: i64) -> Result<Vec<Id>> {
        let (column, id) = column(group);
        let sql = match group {
            Group::One(_) => {
                "SELECT activity_id FROM activity_contact JOIN activity ON activity.id = activity_id
                 WHERE contact_id = ?1 AND kind NOT IN ('note', 'task')
                   AND activity_contact.happened_on <= {today}
                 ORDER BY activity_contact.happened_on DESC, activity_id DESC LIMIT ?2"
                    .to_owned()
            }
            _ => format!(
                "SELECT id FROM activity WHERE {column} = ?1 AND kind NOT IN ('note', 'task')
                   AND happened_on <= {{today}} ORDER BY happened_on DESC, id DESC LIMIT ?2"
            ),
        };
        self.ids(&self.resolved(&sql)?, id, limit)
    }

    /// Promises that are still to be kept, theirs and ours, those due first before the others. Of a deal
    /// also those to and of its people that are about no other deal.
    pub fn open_commitments(&self, group: Group) -> Result<Vec<Commitment>> {
        let (column, id) = column(group);
        let condition = match group {
            Group::Deal(_) => "(deal_id = ?1 OR deal_id IS NULL AND contact_id IN
                (SELECT contact_id FROM deal_contact WHERE deal_contact.deal_id = ?1))"
                .to_owned(),
            _ => format!("{column} = ?1"),
        };
        let condition = format!("{condition} AND status = 'open' ORDER BY due_on IS NULL, due_on, id");
        row::all(&self.connection, &condition, &[&id])
    }

    /// The open deals of a person or an account, or the deal itself, the one that closes next first, at most
    /// `limit`.
    pub fn deals_to_talk_about(&self, group: Group, limit: i64) -> Result<Vec<Id>> {
        let sql = match group {
            Group::Deal(id) => return Ok(vec![id]),
            Group::Account(_) => {
                "SELECT id FROM deal WHERE account_id = ?1 AND status = 'open'
                 ORDER BY close_on IS NULL, close_on, id LIMIT ?2"
            }
            Group::One(_) => {
                "SELECT deal.id FROM deal_contact JOIN deal ON deal.id = deal_id
                 WHERE contact_id = ?1 AND status = 'open'
                 ORDER BY close_on IS NULL, close_on, deal.id LIMIT ?2"
            }
        };
        self.ids(sql, column(group).1, limit)
    }

    /// The special days of these contacts and of this account.
    pub fn special_days_of(&self, contacts: &[Id], account: Option<Id>) -> Result<Vec<Id>> {
        let sql = "SELECT id FROM special_day WHERE contact_id IN (SELECT value FROM json_each(?1))
                   UNION SELECT id FROM special_day WHERE account_id = ?2";
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((json(contacts), account), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<Vec<Id>>>()?)
    }

    fn ids(&self, sql: &str, of: Id, limit: i64) -> Result<Vec<Id>> {
        let mut statement = self.connection.prepare_cached(sql)?;
        let rows = statement.query_map((of, limit), |row| row.get(0))?;
        Ok(rows.collect::<rusqlite::Result<Vec<Id>>>()?)
    }
}
