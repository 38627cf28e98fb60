//! What is shown of what is due: its words, and the records that it belongs to.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use super::{Agenda, Due, DueKey, DueKind};
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::view::belongs::Belongs;
use crate::store::view::related::json;

impl Book {
    /// Reads what is shown of those of some places that are of a kind.
    pub(super) fn describe(
        &self,
        kind: DueKind,
        agenda: &Agenda,
        keys: &[DueKey],
        lines: &mut HashMap<DueKey, Due>,
    ) -> Result<()> {
        let days: HashMap<Id, NaiveDate> =
            keys.iter().filter(|key| key.kind == kind).map(|key| (key.id, key.on)).collect();
        if days.is_empty() {
            return Ok(());
        }
        let ids: Vec<Id> = days.keys().copied().collect();
        let Shown { table, text, deal, contact, account } = shown(kind);
        // Under another name, for the table may be the one that is read already.
        let name = |table: &str, id: &str| format!("(SELECT n.name FROM {table} n WHERE n.id = {id})");
        let sql = format!(
            "SELECT {table}.id, {text}, {}, {}, {}, {deal}, {contact}, {account},
               (SELECT until_on FROM snooze WHERE record_id = {table}.id AND reason = '{kind}' AND until_on > ?2)
             FROM {table} WHERE {table}.id IN (SELECT value FROM json_each(?1))",
            name("deal", deal),
            name("contact", contact),
            name("account", account),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![json(&ids), agenda.today])?;
        while let Some(row) = rows.next()? {
            let id: Id = row.get(0)?;
            let Some(on) = days.get(&id).copied() else { continue };
            let line = Due {
                kind,
                id,
                on,
                text: row.get(1)?,
                deal: row.get(2)?,
                contact: row.get(3)?,
                account: row.get(4)?,
                belongs: Belongs { deal: row.get(5)?, contact: row.get(6)?, account: row.get(7)? },
                snoozed: row.get(8)?,
            };
            lines.insert(DueKey { on, kind, id }, line);
        }
        Ok(())
    }
}

/// What is shown of a kind: its words, and the ids of what it belongs to.
struct Shown {
    table: &'static str,
    text: &'static str,
    deal: &'static str,
    contact: &'static str,
    account: &'static str,
}

fn shown(kind: DueKind) -> Shown {
    match kind {
        DueKind::NextStep => Shown {
            table: "deal",
            text: "coalesce(next_step, name)",
            deal: "deal.id",
            contact: "NULL",
            account: "deal.account_id",
        },
        DueKind::ClosePast => Shown {
            table: "deal",
            text: "name",
            deal: "deal.id",
            contact: "NULL",
            account: "deal.account_id",
        },
        DueKind::Task => Shown {
            table: "activity",
            text: "coalesce(subject, text, kind)",
            deal: "activity.deal_id",
            contact: "(SELECT contact_id FROM activity_contact WHERE activity_id = activity.id LIMIT 1)",
            account: "activity.account_id",
        },
        DueKind::OurCommitment | DueKind::TheirCommitment => Shown {
            table: "commitment",
            text: "text",
            deal: "commitment.deal_id",
            contact: "commitment.contact_id",
            account: "commitment.account_id",
        },
        DueKind::Action => Shown {
            table: "plan_action",
            text: "text",
            deal: "plan_action.deal_id",
            contact: "plan_action.contact_id",
            account: "plan_action.account_id",
        },
        // Without words of its own, the key of its kind.
        DueKind::Milestone => Shown {
            table: "milestone",
            text: "coalesce(text, kind)",
            deal: "milestone.deal_id",
            contact: "NULL",
            account: "(SELECT account_id FROM deal WHERE deal.id = milestone.deal_id)",
        },
        DueKind::Receivable => Shown {
            table: "receivable",
            text: "text",
            deal: "receivable.deal_id",
            contact: "NULL",
            account: "(SELECT account_id FROM deal WHERE deal.id = receivable.deal_id)",
        },
        DueKind::Complaint => Shown {
            table: "complaint",
            text: "text",
            deal: "NULL",
            contact: "complaint.contact_id",
            account: "complaint.account_id",
        },
        DueKind::SpecialDay => Shown {
            table: "special_day",
            text: "coalesce(label, kind)",
            deal: "NULL",
            contact: "special_day.contact_id",
            account: "coalesce(special_day.account_id,
               (SELECT account_id FROM contact WHERE contact.id = special_day.contact_id))",
        },
        DueKind::QuietContact => Shown {
            table: "contact",
            text: "name",
            deal: "NULL",
            contact: "contact.id",
            account: "contact.account_id",
        },
    }
}
