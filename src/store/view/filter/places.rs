//! Where the value of each field stands in the tables.

use rusqlite::types::Value;

use super::Sql;
use crate::domain::filter::{Kind, Subject};

/// Where a record's value stands.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Place {
    /// In one place: an expression over the record's row.
    One(String, Vec<Value>),
    /// In several: a query whose column is `v`.
    Many(&'static str),
    /// Nowhere: these records have no such field.
    Nowhere,
}

impl Place {
    /// The value of a custom field.
    pub fn custom(kind: Kind, key: &str) -> Place {
        let table = super::record_kind(kind).as_str();
        let sql = format!(
            "(SELECT value FROM custom_value JOIN custom_field ON custom_field.id = field_id
             WHERE record_id = {table}.id AND record_kind = '{table}' AND key = ?)"
        );
        Place::One(sql, vec![key.to_owned().into()])
    }

    /// Any of these tests holds here. In a test the value is written `{}`.
    pub fn any(&self, tests: impl IntoIterator<Item = Sql>) -> Sql {
        let tests = tests.into_iter().map(|(test, values)| match self {
            Place::One(value, own) => {
                let times = test.matches("{}").count();
                // The value's own question marks come each time before those of the test.
                let mut all = Vec::new();
                for _ in 0..times {
                    all.extend(own.iter().cloned());
                }
                let test = test.replace("{}", value);
                (format!("({test})"), interleave(times, all, values))
            }
            Place::Many(query) => {
                (format!("EXISTS (SELECT 1 FROM ({query}) WHERE {})", test.replace("{}", "v")), values)
            }
            Place::Nowhere => ("0".to_owned(), Vec::new()),
        });
        super::any(tests)
    }
}

/// Puts one of the `own` values before each of the test's.
fn interleave(times: usize, own: Vec<Value>, values: Vec<Value>) -> Vec<Value> {
    if own.is_empty() || times == 0 {
        return values;
    }
    let each = own.len() / times;
    let mut values = values.into_iter();
    let mut all = Vec::new();
    for chunk in own.chunks(each) {
        all.extend(chunk.iter().cloned());
        all.extend(values.next());
    }
    all.extend(values);
    all
}

fn one(sql: &str) -> Place {
    Place::One(sql.to_owned(), Vec::new())
}

/// Where a field of a kind of record stands.
pub(super) fn place(kind: Kind, subject: Subject) -> Place {
    match kind {
        Kind::Deals => deal(subject),
        Kind::Accounts => account(subject),
        Kind::Contacts => contact(subject),
        Kind::Activities => activity(subject),
    }
}

fn deal(subject: Subject) -> Place {
    match subject {
        Subject::Code => one("deal.code"),
        Subject::Name => one("deal.name"),
        Subject::Account => one("(SELECT name FROM account WHERE account.id = deal.account_id)"),
        Subject::Stage => one("(SELECT key FROM stage WHERE stage.id = deal.stage_id)"),
        Subject::Amount => one("deal.amount"),
        Subject::Currency => one("deal.currency"),
        Subject::Close => one("deal.close_on"),
        Subject::Created => one("deal.created_on"),
        Subject::Closed => one("deal.closed_on"),
        Subject::Status => one("deal.status"),
        Subject::Owner => one("deal.owner_id"),
        Subject::Next => one("deal.next_step"),
        Subject::NextOn => one("deal.next_on"),
        Subject::Rate => {
            one("coalesce(deal.win_rate, (SELECT stage.win_rate FROM stage WHERE stage.id = deal.stage_id))")
        }
        Subject::Source => one("deal.source"),
        Subject::Competitor => one("deal.competitor"),
        Subject::Reason => one("(SELECT concat_ws(' ', lost_reason.name, key) FROM lost_reason
              WHERE lost_reason.id = deal.lost_reason_id)"),
        Subject::Last => one("(SELECT max(happened_on) FROM activity WHERE activity.deal_id = deal.id)"),
        Subject::Product => Place::Many(
            "SELECT name AS v FROM deal_product JOIN product ON product.id = product_id
             WHERE deal_product.deal_id = deal.id",
        ),
        Subject::Contact => Place::Many(
            "SELECT name AS v FROM deal_contact JOIN contact ON contact.id = contact_id
             WHERE deal_contact.deal_id = deal.id",
        ),
        Subject::Tag => {
            Place::Many("SELECT name AS v FROM tagging JOIN tag ON tag.id = tag_id WHERE record_id = deal.id")
        }
        _ => Place::Nowhere,
    }
}

fn account(subject: Subject) -> Place {
    match subject {
        Subject::Code => one("account.code"),
        Subject::Name => one("account.name"),
        Subject::Tier => one("account.tier"),
        Subject::Industry => one("account.industry"),
        Subject::Owner => one("account.owner_id"),
        Subject::Parent => one("(SELECT name FROM account above WHERE above.id = account.parent_id)"),
        Subject::Domain => one("account.domain"),
        Subject::City => one("account.city"),
        Subject::Country => one("account.country"),
        Subject::Potential => one("account.potential"),
        Subject::Currency => one("account.currency"),
        Subject::Created => one("account.created_on"),
        Subject::Last => one("(SELECT max(happened_on) FROM activity
              WHERE activity.account_id = account.id AND kind NOT IN ('note', 'task'))"),
        Subject::Deals => {
            one("(SELECT count(*) FROM deal WHERE account_id = account.id AND status = 'open')")
        }
        Subject::Tag => Place::Many(
            "SELECT name AS v FROM tagging JOIN tag ON tag.id = tag_id WHERE record_id = account.id",
        ),
        _ => Place::Nowhere,
    }
}

fn contact(subject: Subject) -> Place {
    match subject {
        Subject::Code => one("contact.code"),
        Subject::Name => one("contact.name"),
        Subject::Account => one("(SELECT name FROM account WHERE account.id = contact.account_id)"),
        Subject::Title => one("contact.title"),
        Subject::Owner => one("contact.owner_id"),
        Subject::Stance => one("contact.stance"),
        Subject::Step => one("contact.step"),
        Subject::City => one("contact.city"),
        Subject::Country => one("contact.country"),
        Subject::Created => one("contact.created_on"),
        Subject::Last => one("(SELECT max(activity_contact.happened_on) FROM activity_contact
              JOIN activity ON activity.id = activity_id
              WHERE contact_id = contact.id AND kind NOT IN ('note', 'task'))"),
        Subject::Email => Place::Many("SELECT address AS v FROM contact_email WHERE contact_id = contact.id"),
        Subject::Phone => Place::Many("SELECT number AS v FROM contact_phone WHERE contact_id = contact.id"),
        Subject::Part => Place::Many("SELECT part AS v FROM contact_part WHERE contact_id = contact.id"),
        Subject::Tag => Place::Many(
            "SELECT name AS v FROM tagging JOIN tag ON tag.id = tag_id WHERE record_id = contact.id",
        ),
        _ => Place::Nowhere,
    }
}

fn activity(subject: Subject) -> Place {
    match subject {
        Subject::Kind => one("activity.kind"),
        Subject::On => one("activity.happened_on"),
        Subject::Account => one("(SELECT name FROM account WHERE account.id = activity.account_id)"),
        Subject::Deal => one("(SELECT name FROM deal WHERE deal.id = activity.deal_id)"),
        Subject::Owner => one("activity.owner_id"),
        Subject::Direction => one("activity.direction"),
        Subject::Minutes => one("activity.minutes"),
        Subject::Text => one("nullif(concat_ws(' ', activity.subject, activity.text, activity.outcome), '')"),
        Subject::Next => one("activity.next_step"),
        Subject::NextOn => one("activity.next_on"),
        Subject::Contact => Place::Many(
            "SELECT name AS v FROM activity_contact JOIN contact ON contact.id = contact_id
             WHERE activity_contact.activity_id = activity.id",
        ),
        Subject::Tag => Place::Many(
            "SELECT name AS v FROM tagging JOIN tag ON tag.id = tag_id WHERE record_id = activity.id",
        ),
        _ => Place::Nowhere,
    }
}
