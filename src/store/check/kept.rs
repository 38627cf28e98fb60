//! What is kept beside the records agrees with them: the search, the days of last contacts, deals told late, the events.

use rusqlite::Connection;

use super::Finding;
use crate::domain::flaw::Flaw;
use crate::store::error::Result;
use crate::store::{late, search};

/// The days of last contacts that the activities tell, with the tiers of the people's accounts.
pub(super) const LAST_CONTACTS: &str = "SELECT contact_id, max(activity_contact.happened_on),
      (SELECT tier FROM account JOIN contact ON account.id = contact.account_id WHERE contact.id = contact_id)
    FROM activity_contact JOIN activity ON activity.id = activity_id
    WHERE kind NOT IN ('note', 'task') GROUP BY contact_id";

/// Small orders whose last event says something else.
const ORDERS: &str = "SELECT count(*) FROM small_order o LEFT JOIN order_event e
      ON e.id = (SELECT max(id) FROM order_event WHERE order_id = o.id)
    WHERE e.amount IS NOT o.amount OR e.currency IS NOT o.currency OR e.ordered_on IS NOT o.ordered_on";

/// Deals whose last event says something else.
const DEALS: &str = "SELECT count(*) FROM deal d LEFT JOIN deal_event e
      ON e.id = (SELECT max(id) FROM deal_event WHERE deal_id = d.id)
    WHERE e.id IS NULL OR e.status IS NOT d.status OR e.stage_id IS NOT d.stage_id OR e.amount IS NOT d.amount
       OR e.currency IS NOT d.currency OR e.win_rate IS NOT d.win_rate OR e.close_on IS NOT d.close_on
       OR e.closed_on IS NOT d.closed_on";

pub(super) fn look(connection: &Connection, findings: &mut Vec<Finding>) -> Result<()> {
    let mut found = |flaw: Flaw, table: &str, sql: &str| -> Result<()> {
        let count: i64 = connection.query_row(sql, [], |row| row.get(0))?;
        if count > 0 {
            let (table, said) = (table.to_owned(), String::new());
            findings.push(Finding { flaw, table, count: count.unsigned_abs(), said });
        }
        Ok(())
    };
    let there = search::indexed_ids();
    let search = format!(
        "SELECT (SELECT count(*) FROM (SELECT rowid FROM search EXCEPT SELECT * FROM ({there})))
              + (SELECT count(*) FROM (SELECT * FROM ({there}) EXCEPT SELECT rowid FROM search))"
    );
    found(Flaw::Search, "search", &search)?;
    let last = format!(
        "SELECT (SELECT count(*) FROM (SELECT id, day, tier FROM last_contact EXCEPT {LAST_CONTACTS}))
              + (SELECT count(*) FROM ({LAST_CONTACTS} EXCEPT SELECT id, day, tier FROM last_contact))"
    );
    found(Flaw::LastContact, "last_contact", &last)?;
    found(Flaw::ToldLate, "deal_told_late", &format!("SELECT count(*) FROM ({})", late::MISSING))?;
    found(Flaw::Event, "small_order", ORDERS)?;
    found(Flaw::Event, "deal", DEALS)
}
