//! What each list can be sorted by, by the keys that programs and screens ask with.
//!
//! A sort by an indexed column, or by the name of the record that a row belongs to, reads only the window.
//! For the others every row that meets the list's condition is looked at, once, and their order kept:
//! those by a sum or day of other records, by a turned amount, and by a text without its capitals.

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
    reckoned: bool,
}

impl Book {
    /// The order of a list by a key, up or down; none where it cannot be sorted by that.
    pub fn order<L: Line>(key: &str, down: bool) -> Option<Order> {
        let sort = L::SORTS.iter().find(|sort| sort.key == key)?;
        let order = if sort.nullable { Order::nullable(sort.by, down) } else { Order::by(sort.by, down) };
        let order = order.with_names(sort.through);
        Some(if sort.reckoned { order.reckoned() } else { order })
    }

    /// The keys that a list can be sorted by.
    pub fn sort_keys<L: Line>() -> impl Iterator<Item = &'static str> {
        L::SORTS.iter().map(|sort| sort.key)
    }
}

/// By an expression that always has a value.
const fn by(key: &'static str, by: &'static str) -> Sort {
    Sort { key, by, nullable: false, through: None, reckoned: false }
}

/// By an expression that may be null.
const fn nullable(key: &'static str, by: &'static str) -> Sort {
    Sort { key, by, nullable: true, through: None, reckoned: false }
}

/// By an expression that may be null, and that no index has.
const fn reckoned(key: &'static str, by: &'static str) -> Sort {
    Sort { reckoned: true, ..nullable(key, by) }
}

/// By the names of records that every row belongs to.
const fn always_through(key: &'static str, through: &'static Through) -> Sort {
    Sort { key, by: through.name, nullable: false, through: Some(through), reckoned: false }
}

/// By the names of records that a row may belong to.
const fn through(key: &'static str, through: &'static Through) -> Sort {
    Sort { key, by: through.name, nullable: true, through: Some(through), reckoned: false }
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
    reckoned("tier", show::ACCOUNT_TIER),
    reckoned("industry", "lower(account.industry)"),
    through("owner", &ACCOUNT_OWNERS),
    reckoned("parent", named::ACCOUNT_PARENT),
    reckoned("city", "lower(account.city)"),
    reckoned("country", "lower(account.country)"),
    reckoned("potential", show::ACCOUNT_POTENTIAL),
    reckoned("share", "account.share"),
    reckoned("open_deals", show::ACCOUNT_DEALS),
    reckoned("open_amount", show::ACCOUNT_AMOUNT),
    reckoned("last_contact", show::ACCOUNT_LAST),
    by("created", "account.created_on"),
    by("updated", "account.updated_at"),
];

pub(super) const CONTACTS: &[Sort] = &[
    by("name", "contact.name_key"),
    by("code", "contact.code"),
    through("account", &CONTACT_ACCOUNTS),
    reckoned("title", "lower(contact.title)"),
    reckoned("owner", named::CONTACT_OWNER),
    reckoned("reports_to", named::CONTACT_ABOVE),
    reckoned("stance", show::CONTACT_STANCE),
    reckoned("step", "contact.step"),
    reckoned("email", show::CONTACT_EMAIL),
    reckoned("city", "lower(contact.city)"),
    reckoned("country", "lower(contact.country)"),
    reckoned("last_contact", show::CONTACT_LAST),
    by("created", "contact.created_on"),
    by("updated", "contact.updated_at"),
];

pub(super) const DEALS: &[Sort] = &[
    nullable("close_date", "deal.close_on"),
    by("name", "deal.name_key"),
    by("code", "deal.code"),
    always_through("account", &DEAL_ACCOUNTS),
    reckoned("stage", show::DEAL_STAGE_PLACE),
    reckoned("amount", show::DEAL_AMOUNT),
    reckoned("weighted", show::DEAL_WEIGHTED),
    reckoned("currency", "deal.currency"),
    reckoned("win_rate", show::DEAL_RATE),
    reckoned("status", show::DEAL_STATUS),
    reckoned("next_step", "lower(deal.next_step)"),
    nullable("next_on", "deal.next_on"),
    through("owner", &DEAL_OWNERS),
    reckoned("source", "lower(deal.source)"),
    reckoned("last_activity", show::DEAL_LAST),
    nullable("closed", "deal.closed_on"),
    by("created", "deal.created_on"),
    by("updated", "deal.updated_at"),
];

pub(super) const ACTIVITIES: &[Sort] = &[
    by("on", "activity.happened_on"),
    reckoned("kind", "activity.kind"),
    through("account", &ACTIVITY_ACCOUNTS),
    through("deal", &ACTIVITY_DEALS),
    reckoned("owner", named::ACTIVITY_OWNER),
    reckoned("direction", "activity.direction"),
    reckoned("minutes", "activity.minutes"),
    reckoned("subject", "lower(activity.subject)"),
    reckoned("next_on", "activity.next_on"),
    reckoned("due_on", "activity.due_on"),
];

pub(super) const ORDERS: &[Sort] = &[
    by("on", "small_order.ordered_on"),
    always_through("account", &ORDER_ACCOUNTS),
    reckoned("product", named::ORDER_PRODUCT),
    reckoned("amount", show::ORDER_AMOUNT),
];
