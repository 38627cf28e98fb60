//! What is due of plans: actions, milestones of clients, instalments to be paid. Each is read from an index
//! of what is still open, by its day.

use chrono::NaiveDate;

use super::belongs::Belongs;
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;

/// Which part of a plan is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanDueKind {
    /// An action of ours.
    Action,
    /// Something that the client agreed to do.
    Milestone,
    /// An instalment that is to be paid.
    Receivable,
}

/// Something of a plan that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanDue {
    /// What it is.
    pub kind: PlanDueKind,
    /// The entry.
    pub id: Id,
    /// On which day.
    pub on: NaiveDate,
    /// What it says; of a milestone without words of its own, the key of its kind.
    pub text: String,
    /// The deal's name.
    pub deal: Option<String>,
    /// The person's name.
    pub contact: Option<String>,
    /// The account's name.
    pub account: Option<String>,
    /// The deal, person and account that it belongs to.
    pub belongs: Belongs,
}

/// Each query gives id, day, text, deal, contact, account by name, then by id; ?1 is the last day.
const QUERIES: &[(PlanDueKind, &str)] = &[
    (
        PlanDueKind::Action,
        "SELECT id, due_on, text, (SELECT name FROM deal WHERE deal.id = deal_id),
           (SELECT name FROM contact WHERE contact.id = contact_id),
           (SELECT name FROM account WHERE account.id = account_id), deal_id, contact_id, account_id
         FROM plan_action WHERE due_on <= ?1 AND due_on IS NOT NULL AND done_on IS NULL",
    ),
    (
        PlanDueKind::Milestone,
        "SELECT milestone.id, due_on, coalesce(text, kind), deal.name, NULL,
           (SELECT name FROM account WHERE account.id = deal.account_id), deal.id, NULL, deal.account_id
         FROM milestone JOIN deal ON deal.id = deal_id
         WHERE due_on <= ?1 AND due_on IS NOT NULL AND reached_on IS NULL AND deal.status = 'open'",
    ),
    (
        PlanDueKind::Receivable,
        "SELECT receivable.id, due_on, text, deal.name, NULL,
           (SELECT name FROM account WHERE account.id = deal.account_id), deal.id, NULL, deal.account_id
         FROM receivable JOIN deal ON deal.id = deal_id
         WHERE due_on <= ?1 AND paid_on IS NULL AND deal.status <> 'lost'",
    ),
];

impl Book {
    /// What of all plans is due by the end of a day, in the order of days: actions that are not done,
    /// milestones of open deals, instalments of deals that are not lost.
    pub fn plan_due(&self, until: NaiveDate) -> Result<Vec<PlanDue>> {
        let mut due = vec![];
        for (kind, sql) in QUERIES {
            let mut statement = self.connection.prepare_cached(sql)?;
            let rows = statement.query_map([until], |row| {
                Ok(PlanDue {
                    kind: *kind,
                    id: row.get(0)?,
                    on: row.get(1)?,
                    text: row.get(2)?,
                    deal: row.get(3)?,
                    contact: row.get(4)?,
                    account: row.get(5)?,
                    belongs: Belongs { deal: row.get(6)?, contact: row.get(7)?, account: row.get(8)? },
                })
            })?;
            for row in rows {
                due.push(row?);
            }
        }
        due.sort_by_key(|one| (one.on, one.kind, one.id));
        Ok(due)
    }
}
