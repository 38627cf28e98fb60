//! What belongs to another record: an account's people and deals, a deal's people, a person's deals.

use rusqlite::types::Value;

use super::list::Clause;
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;

impl Clause {
    /// The records of a kind that belong to a record: the account's, the deal's or the person's. The
    /// record itself, where it is of that kind. None where they have nothing to do with each other.
    pub fn within(kind: Kind, of: RecordKind, id: Id) -> Option<Clause> {
        let sql = match (kind, of) {
            (Kind::Accounts, RecordKind::Account) => "account.id = ?",
            (Kind::Accounts, RecordKind::Contact) => {
                "account.id = (SELECT account_id FROM contact WHERE contact.id = ?)"
            }
            (Kind::Accounts, RecordKind::Deal) => {
                "account.id = (SELECT account_id FROM deal WHERE deal.id = ?)"
            }
            (Kind::Accounts, RecordKind::Activity) => {
                "account.id = (SELECT account_id FROM activity WHERE activity.id = ?)"
            }
            (Kind::Contacts, RecordKind::Account) => "contact.account_id = ?",
            (Kind::Contacts, RecordKind::Contact) => "contact.id = ?",
            (Kind::Contacts, RecordKind::Deal) => {
                "contact.id IN (SELECT contact_id FROM deal_contact WHERE deal_id = ?)"
            }
            (Kind::Contacts, RecordKind::Activity) => {
                "contact.id IN (SELECT contact_id FROM activity_contact WHERE activity_id = ?)"
            }
            (Kind::Deals, RecordKind::Account) => "deal.account_id = ?",
            (Kind::Deals, RecordKind::Contact) => {
                "deal.id IN (SELECT deal_id FROM deal_contact WHERE contact_id = ?)"
            }
            (Kind::Deals, RecordKind::Deal) => "deal.id = ?",
            (Kind::Deals, RecordKind::Activity) => {
                "deal.id = (SELECT deal_id FROM activity WHERE activity.id = ?)"
            }
            (Kind::Activities, RecordKind::Account) => "activity.account_id = ?",
            (Kind::Activities, RecordKind::Contact) => {
                "activity.id IN (SELECT activity_id FROM activity_contact WHERE contact_id = ?)"
            }
            (Kind::Activities, RecordKind::Deal) => "activity.deal_id = ?",
            (Kind::Activities, RecordKind::Activity) => "activity.id = ?",
            _ => return None,
        };
        Some(Clause::default().and(sql, [Value::Integer(id.0)]))
    }

    /// The accounts right below an account.
    pub fn below(account: Id) -> Clause {
        Clause::default().and("account.parent_id = ?", [Value::Integer(account.0)])
    }
}
