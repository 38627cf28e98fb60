//! The lines of the lists: each a row of its table with the names that its ids stand for.

use chrono::NaiveDate;
use rusqlite::Row as SqlRow;

use super::expression as show;
use super::list::{Line, Order};
use super::order::{self, Sort};
use crate::store::table::account::Account;
use crate::store::table::activity::Activity;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::table::order::SmallOrder;

/// A deal in a list, with the names that its ids stand for.
#[derive(Debug, Clone, PartialEq)]
pub struct DealLine {
    /// The deal.
    pub deal: Deal,
    /// The account's name.
    pub account: String,
    /// The stage's key and its win rate now.
    pub stage: (String, i64),
    /// The owner's name.
    pub owner: Option<String>,
    /// The reason it was lost for, as written or by its key.
    pub lost_reason: Option<String>,
    /// The day of the last contact or other activity; what is planned for later is none yet.
    pub last_activity: Option<NaiveDate>,
}

/// An account in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct AccountLine {
    /// The account.
    pub account: Account,
    /// The parent's name.
    pub parent: Option<String>,
    /// The owner's name.
    pub owner: Option<String>,
    /// The day of the last contact.
    pub last_contact: Option<NaiveDate>,
}

/// A contact in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ContactLine {
    /// The contact.
    pub contact: Contact,
    /// The account's name.
    pub account: Option<String>,
    /// Whom they report to, by name.
    pub reports_to: Option<String>,
    /// Who of ours covers them, by name.
    pub owner: Option<String>,
    /// The day of the last contact.
    pub last_contact: Option<NaiveDate>,
}

/// An activity in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityLine {
    /// The activity.
    pub activity: Activity,
    /// The account's name.
    pub account: Option<String>,
    /// The deal's name.
    pub deal: Option<String>,
    /// Who of ours, by name.
    pub owner: Option<String>,
}

/// A small order in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct OrderLine {
    /// The order.
    pub order: SmallOrder,
    /// The account's name.
    pub account: String,
    /// The product's name.
    pub product: Option<String>,
}

impl Line for DealLine {
    type Row = Deal;
    const BESIDE: &'static [&'static str] = &[
        show::DEAL_ACCOUNT,
        show::DEAL_STAGE,
        show::DEAL_STAGE_RATE,
        show::DEAL_OWNER,
        show::DEAL_REASON,
        show::DEAL_LAST,
    ];
    const ORDER: Order = Order::nullable("deal.close_on", false);
    const SORTS: &'static [Sort] = order::DEALS;

    fn of(deal: Deal, sql: &SqlRow<'_>, from: usize) -> rusqlite::Result<Self> {
        Ok(DealLine {
            deal,
            account: sql.get(from)?,
            stage: (sql.get(from + 1)?, sql.get(from + 2)?),
            owner: sql.get(from + 3)?,
            lost_reason: sql.get(from + 4)?,
            last_activity: sql.get(from + 5)?,
        })
    }
}

impl Line for AccountLine {
    type Row = Account;
    const BESIDE: &'static [&'static str] = &[show::ACCOUNT_PARENT, show::ACCOUNT_OWNER, show::ACCOUNT_LAST];
    const ORDER: Order = Order::by("account.name_key", false);
    const SORTS: &'static [Sort] = order::ACCOUNTS;

    fn of(account: Account, sql: &SqlRow<'_>, from: usize) -> rusqlite::Result<Self> {
        Ok(AccountLine {
            account,
            parent: sql.get(from)?,
            owner: sql.get(from + 1)?,
            last_contact: sql.get(from + 2)?,
        })
    }
}

impl Line for ContactLine {
    type Row = Contact;
    const BESIDE: &'static [&'static str] =
        &[show::CONTACT_ACCOUNT, show::CONTACT_ABOVE, show::CONTACT_OWNER, show::CONTACT_LAST];
    const ORDER: Order = Order::by("contact.name_key", false);
    const SORTS: &'static [Sort] = order::CONTACTS;

    fn of(contact: Contact, sql: &SqlRow<'_>, from: usize) -> rusqlite::Result<Self> {
        Ok(ContactLine {
            contact,
            account: sql.get(from)?,
            reports_to: sql.get(from + 1)?,
            owner: sql.get(from + 2)?,
            last_contact: sql.get(from + 3)?,
        })
    }
}

impl Line for ActivityLine {
    type Row = Activity;
    const BESIDE: &'static [&'static str] =
        &[show::ACTIVITY_ACCOUNT, show::ACTIVITY_DEAL, show::ACTIVITY_OWNER];
    const ORDER: Order = Order::by("activity.happened_on", true);
    const SORTS: &'static [Sort] = order::ACTIVITIES;

    fn of(activity: Activity, sql: &SqlRow<'_>, from: usize) -> rusqlite::Result<Self> {
        Ok(ActivityLine {
            activity,
            account: sql.get(from)?,
            deal: sql.get(from + 1)?,
            owner: sql.get(from + 2)?,
        })
    }
}

impl Line for OrderLine {
    type Row = SmallOrder;
    const BESIDE: &'static [&'static str] = &[show::ORDER_ACCOUNT, show::ORDER_PRODUCT];
    const ORDER: Order = Order::by("small_order.ordered_on", true);
    const SORTS: &'static [Sort] = order::ORDERS;

    fn of(order: SmallOrder, sql: &SqlRow<'_>, from: usize) -> rusqlite::Result<Self> {
        Ok(OrderLine { order, account: sql.get(from)?, product: sql.get(from + 1)? })
    }
}
