//! What each list can be sorted by, by the keys that programs and screens ask with.
//!
//! A sort by an indexed column, or by the name of the record that a row belongs to, reads only the window.
//! The others look at every row that meets the list's condition, whichever window is asked: those by a sum
//! or day of other records, by a turned amount, and by a text without its capitals.

use super::expression::{self as show, named};
use super::list::{Line, Order};
use super::through::Through;
use crate::store::book::Book;

/// One thing that a list can be sorted by.
#[derive(Debug)]
pub struct Sort {
    /// What programs and screens call it.
    pub key: &'static str,
    by: &'static str,
    nullable: bool,
    through: Option<&'static Through>,
}

impl Book {
    /// The order of a list by a key, up or down; none where it cannot be sorted by that.
    pub fn order<L: Line>(key: &str, down: bool) -> Option<Order> {
        let sort = L::SORTS.iter().find(|sort| sort.key == key)?;
        let order = if sort.nullable { Order::nullable(sort.by, down) } else { Order::by(sort.by, down) };
        Some(order.with_names(sort.through))
    }

    /// The keys that a list can be sorted by.
    pub fn sort_keys<L: Line>() -> impl Iterator<Item = &'static str> {
        L::SORTS.iter().map(|sort| sort.key)
    }
}

/// By an expression that always has a value.
const fn by(key: &'static str, by: &'static str) -> Sort {
    Sort { key, by, nullable: false, through: None }
}

/// By an expression that may be null.
const fn nullable(key: &'static str, by: &'static str) -> Sort {
    Sort { key, by, nullable: true, through: None }
}

/// By the names of records that every row belongs to.
const fn always_through(key: &'static str, through: &'static Through) -> Sort {
    Sort { key, by: through.name, nullable: false, through: Some(through) }
}

/// By the names of records that a row may belong to.
const fn through(key: &'static str, through: &'static Through) -> Sort {
    Sort { key, by: through.name, nullable: true, through: Some(through) }
}

const ACCOUNT_OWNERS: Through = Through::few("colleague", "account.owner_id", named::ACCOUNT_OWNER);
const CONTACT_ACCOUNTS: Through = Through::many("account", "contact.account_id", named::CONTACT_ACCOUNT);
const DEAL_ACCOUNTS: Through = Through::many("account", "deal.account_id", named::DEAL_ACCOUNT);
const DEAL_OWNERS: Through = Through::few("colleague", "deal.owner_id", named::DEAL_OWNER);
const ACTIVITY_ACCOUNTS: Through = Through::many("account", "activity.account_id", named::ACTIVITY_ACCOUNT);
const ACTIVITY_DEALS: Through = Through::many("deal", "activity.deal_id", named::ACTIVITY_DEAL);
const ORDER_ACCOUNTS: Through = Through::many("account", "small_order.account_id", named::ORDER_ACCOUNT);

pub(super) const ACCOUNTS: &[Sort] = &[
    by("name", "account.name_key"),
    by("code", "account.code"),
    nullable("tier", show::ACCOUNT_TIER),
    nullable("industry", "lower(account.industry)"),
    through("owner", &ACCOUNT_OWNERS),
    nullable("parent", named::ACCOUNT_PARENT),
    nullable("city", "lower(account.city)"),
    nullable("country", "lower(account.country)"),
    nullable("potential", show::ACCOUNT_POTENTIAL),
    nullable("share", "account.share"),
    by("open_deals", show::ACCOUNT_DEALS),
    by("open_amount", show::ACCOUNT_AMOUNT),
    nullable("last_contact", show::ACCOUNT_LAST),
    by("created", "account.created_on"),
    by("updated", "account.updated_at"),
];

pub(super) const CONTACTS: &[Sort] = &[
    by("name", "contact.name_key"),
    by("code", "contact.code"),
    through("account", &CONTACT_ACCOUNTS),
    nullable("title", "lower(contact.title)"),
    nullable("owner", named::CONTACT_OWNER),
    nullable("reports_to", named::CONTACT_ABOVE),
    nullable("stance", show::CONTACT_STANCE),
    nullable("step", "contact.step"),
    nullable("email", show::CONTACT_EMAIL),
    nullable("city", "lower(contact.city)"),
    nullable("country", "lower(contact.country)"),
    nullable("last_contact", show::CONTACT_LAST),
    by("created", "contact.created_on"),
    by("updated", "contact.updated_at"),
];

pub(super) const DEALS: &[Sort] = &[
    nullable("close_date", "deal.close_on"),
    by("name", "deal.name_key"),
    by("code", "deal.code"),
    always_through("account", &DEAL_ACCOUNTS),
    by("stage", show::DEAL_STAGE_PLACE),
    nullable("amount", show::DEAL_AMOUNT),
    nullable("weighted", show::DEAL_WEIGHTED),
    by("currency", "deal.currency"),
    by("win_rate", show::DEAL_RATE),
    by("status", show::DEAL_STATUS),
    nullable("next_step", "lower(deal.next_step)"),
    nullable("next_on", "deal.next_on"),
    through("owner", &DEAL_OWNERS),
    nullable("source", "lower(deal.source)"),
    nullable("last_activity", show::DEAL_LAST),
    nullable("closed", "deal.closed_on"),
    by("created", "deal.created_on"),
    by("updated", "deal.updated_at"),
];

pub(super) const ACTIVITIES: &[Sort] = &[
    by("on", "activity.happened_on"),
    by("kind", "activity.kind"),
    through("account", &ACTIVITY_ACCOUNTS),
    through("deal", &ACTIVITY_DEALS),
    nullable("owner", named::ACTIVITY_OWNER),
    nullable("direction", "activity.direction"),
    nullable("minutes", "activity.minutes"),
    nullable("subject", "lower(activity.subject)"),
    nullable("next_on", "activity.next_on"),
    nullable("due_on", "activity.due_on"),
];

pub(super) const ORDERS: &[Sort] = &[
    by("on", "small_order.ordered_on"),
    always_through("account", &ORDER_ACCOUNTS),
    nullable("product", named::ORDER_PRODUCT),
    nullable("amount", show::ORDER_AMOUNT),
];
