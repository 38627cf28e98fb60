//! The measures of an account, and of the book.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::id::Id;
use crate::domain::metrics::{self, Churns, Customer, Metric, Span, Standing, WhyLeft};
use crate::domain::money::Currency;
use crate::domain::word::Tier;
use crate::store::book::Book;
use crate::store::error::Result;

/// The measures of one account, or of the book.
#[derive(Debug, Clone, PartialEq)]
pub struct MetricsView {
    /// The days that were asked for.
    pub span: Span,
    /// The measures, in their order.
    pub metrics: Vec<Metric>,
    /// Churn of all accounts and of each tier, on the last day.
    pub churns: Churns,
    /// Why accounts went that count as lost, the reason of most of them first; none where it was not told.
    /// Only of the book.
    pub reasons: Vec<(Option<WhyLeft>, u64)>,
    /// The accounts that count as lost, those that had bought most first; only of the book.
    pub lost: Vec<LostAccount>,
    /// The currency of the amounts.
    pub base: Currency,
}

/// An account that bought in the year before, and nothing since.
#[derive(Debug, Clone, PartialEq)]
pub struct LostAccount {
    /// Which account.
    pub account: Id,
    /// Its name.
    pub name: String,
    /// The day of its last purchase.
    pub last: NaiveDate,
    /// What it bought in the year before.
    pub bought: i128,
    /// Why it went, where it was told.
    pub why: Option<WhyLeft>,
}

/// Accounts that bought in the year before, by their tier, and whether they bought since.
const CHURN: &str = "
  SELECT tier, EXISTS (SELECT 1 FROM deal WHERE deal.account_id = account.id AND status = 'won'
      AND closed_on BETWEEN ?3 AND ?4)
    OR EXISTS (SELECT 1 FROM small_order WHERE small_order.account_id = account.id
      AND ordered_on BETWEEN ?3 AND ?4)
  FROM account
  WHERE EXISTS (SELECT 1 FROM deal WHERE deal.account_id = account.id AND status = 'won'
      AND closed_on BETWEEN ?1 AND ?2)
    OR EXISTS (SELECT 1 FROM small_order WHERE small_order.account_id = account.id
      AND ordered_on BETWEEN ?1 AND ?2)";

impl Book {
    /// The measures of an account in a span of days; those of the whole book, where none is given.
    pub fn metrics(&self, account: Option<Id>, span: Span) -> Result<MetricsView> {
        let _moment = self.moment()?;
        let base = self.settings()?.base_currency;
        let customers = self.customers(account, span)?;
        let (metrics, churns, lost) = match account {
            None => {
                let churns = Churns::of(&customers, span);
                let lost = self.lost_accounts(&customers, span)?;
                (metrics::book(&customers, span, &churns), churns, lost)
            }
            Some(_) => {
                let churns = self.churns(span)?;
                let of = |customer: &Customer| metrics::account(customer, span, &churns);
                (customers.first().map(of).unwrap_or_default(), churns, vec![])
            }
        };
        Ok(MetricsView { span, metrics, churns, reasons: reasons(&lost), lost, base })
    }

    /// Churn of all accounts and of each tier, without reading all they bought.
    fn churns(&self, span: Span) -> Result<Churns> {
        let year = span.year();
        let before = year.before();
        let mut churns = Churns::default();
        let mut statement = self.connection.prepare_cached(CHURN)?;
        let mut rows = statement.query(params![before.from, before.to, year.from, year.to])?;
        while let Some(row) = rows.next()? {
            let (tier, goes_on): (Option<Tier>, bool) = (row.get(0)?, row.get(1)?);
            churns.add(tier, !goes_on);
        }
        Ok(churns)
    }

    /// The lost ones among accounts, with why they went as it was told last.
    fn lost_accounts(&self, customers: &[Customer], span: Span) -> Result<Vec<LostAccount>> {
        let sql = "SELECT account_id, reason, max(since_on) FROM departure WHERE since_on <= ?1
            GROUP BY account_id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let told = statement.query_map([span.to], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let told = told.collect::<rusqlite::Result<HashMap<Id, WhyLeft>>>()?;
        let mut named = self.connection.prepare_cached("SELECT name FROM account WHERE id = ?1")?;
        let mut lost = vec![];
        for customer in customers.iter().filter(|one| one.standing(span) == Standing::Lost) {
            let bought = customer.bought_in(span.year().before());
            lost.push(LostAccount {
                account: customer.account,
                name: named.query_row([customer.account], |row| row.get(0))?,
                last: bought.last().map_or(span.from, |one| one.day),
                bought: bought.iter().filter_map(|one| one.worth).sum(),
                why: told.get(&customer.account).copied(),
            });
        }
        lost.sort_by(|one, other| other.bought.cmp(&one.bought).then_with(|| one.name.cmp(&other.name)));
        Ok(lost)
    }
}

/// Why accounts went, the reason of most of them first; what was not told comes last.
fn reasons(lost: &[LostAccount]) -> Vec<(Option<WhyLeft>, u64)> {
    let mut counted: BTreeMap<Option<WhyLeft>, u64> = BTreeMap::new();
    for one in lost {
        *counted.entry(one.why).or_default() += 1;
    }
    let mut reasons: Vec<_> = counted.into_iter().collect();
    reasons.sort_by_key(|(reason, number)| (reason.is_none(), Reverse(*number), *reason));
    reasons
}
