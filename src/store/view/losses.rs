//! Why deals were lost, and to whom, by what it cost.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::funnel::WithoutRate;
use crate::domain::money::Currency;
use crate::domain::text::name_key;
use crate::store::book::Book;
use crate::store::error::Result;

/// What was lost between two days, ranked: the most deals first, then the largest amount.
#[derive(Debug, Clone)]
pub struct LossesView {
    /// From this day on.
    pub from: NaiveDate,
    /// Up to this day.
    pub to: NaiveDate,
    /// By reason: keys of the list, or as written; none where no reason was told.
    pub reasons: Vec<Loss>,
    /// By competitor, however each was spelled; none where no competitor was told.
    pub competitors: Vec<Loss>,
    /// The currency of the amounts.
    pub base: Currency,
    /// What a missing rate leaves out.
    pub without_rate: Vec<WithoutRate>,
}

/// Deals lost for one reason, or to one competitor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// The reason, or the competitor.
    pub word: Option<String>,
    /// How many deals.
    pub deals: u64,
    /// What they add up to, in minor units of the base currency; those without a rate left out.
    pub amount: i128,
}

/// The reason for which a deal was lost, as it is called.
pub(super) const REASON: &str =
    "(SELECT coalesce(lost_reason.name, key) FROM lost_reason WHERE lost_reason.id = deal.lost_reason_id)";

impl Book {
    /// Why deals were lost between two days, both included, and to whom.
    pub fn losses(&self, from: NaiveDate, to: NaiveDate) -> Result<LossesView> {
        let _moment = self.moment()?;
        let base = self.settings()?.base_currency;
        let rates = self.rates_on(base, to)?;
        let mut without_rate = vec![];
        let (mut reasons, mut competitors) = (Words::default(), Words::default());
        let sql = format!(
            "SELECT {REASON}, competitor, currency, coalesce(amount, 0) FROM deal
             WHERE status = 'lost' AND closed_on BETWEEN ?1 AND ?2"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![from, to])?;
        while let Some(row) = rows.next()? {
            let (currency, minor) = (row.get(2)?, row.get(3)?);
            let worth = rates.turn(minor, currency, base);
            if worth.is_none() {
                leave_out(&mut without_rate, currency, minor);
            }
            count(&mut reasons, row.get(0)?, worth);
            count(&mut competitors, row.get(1)?, worth);
        }
        let (reasons, competitors) = (ranked(reasons), ranked(competitors));
        Ok(LossesView { from, to, reasons, competitors, base, without_rate })
    }
}

/// Deals and what they add up to, by a word as it was written.
type Words = HashMap<Option<String>, (u64, i128)>;

/// Counts one deal; without a rate it adds nothing.
fn count(words: &mut Words, word: Option<String>, worth: Option<i128>) {
    let (deals, amount) = words.entry(word).or_default();
    *deals += 1;
    *amount += worth.unwrap_or_default();
}

/// The words, however they are written, the one that most were lost for first.
fn ranked(words: Words) -> Vec<Loss> {
    let mut words: Vec<_> = words.into_iter().collect();
    // One that is written in several ways is shown as it is sorted first.
    words.sort();
    let mut losses: HashMap<String, Loss> = HashMap::new();
    for (word, (deals, amount)) in words {
        let key = name_key(word.as_deref().unwrap_or_default());
        let loss = losses.entry(key).or_insert(Loss { word, deals: 0, amount: 0 });
        loss.deals += deals;
        loss.amount += amount;
    }
    let mut ranked: Vec<Loss> = losses.into_values().collect();
    ranked.sort_by(|a, b| (b.deals, b.amount).cmp(&(a.deals, a.amount)).then_with(|| a.word.cmp(&b.word)));
    ranked
}

/// Tells of a deal whose currency has no rate.
fn leave_out(apart: &mut Vec<WithoutRate>, currency: Currency, minor: i64) {
    let amount = i128::from(minor);
    match apart.iter_mut().find(|one| one.currency == currency) {
        Some(one) => {
            one.deals += 1;
            one.amount += amount;
        }
        None => apart.push(WithoutRate { currency, deals: 1, amount }),
    }
}
