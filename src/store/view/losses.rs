//! Why deals were lost, and to whom, by what it cost.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::funnel::{Rates, WithoutRate};
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
        let reasons = self.lost_by(REASON, (from, to), base, &rates, Some(&mut without_rate))?;
        let competitors = self.lost_by("deal.competitor", (from, to), base, &rates, None)?;
        Ok(LossesView { from, to, reasons, competitors, base, without_rate })
    }

    fn lost_by(
        &self,
        word: &str,
        (from, to): (NaiveDate, NaiveDate),
        base: Currency,
        rates: &Rates,
        mut without_rate: Option<&mut Vec<WithoutRate>>,
    ) -> Result<Vec<Loss>> {
        let sql = format!(
            "SELECT {word}, currency, coalesce(amount, 0), count(*) FROM deal
             WHERE status = 'lost' AND closed_on BETWEEN ?1 AND ?2 GROUP BY 1, 2, 3"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![from, to])?;
        let mut losses: HashMap<String, Loss> = HashMap::new();
        while let Some(row) = rows.next()? {
            let (word, currency, each): (Option<String>, Currency, i64) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            let deals = row.get::<_, i64>(3)?.unsigned_abs();
            let key = name_key(word.as_deref().unwrap_or_default());
            let loss = losses.entry(key).or_insert(Loss { word, deals: 0, amount: 0 });
            loss.deals += deals;
            match rates.turn(each, currency, base) {
                Some(amount) => loss.amount += amount * i128::from(deals),
                None => {
                    if let Some(apart) = without_rate.as_deref_mut() {
                        leave_out(apart, currency, deals, each);
                    }
                }
            }
        }
        let mut ranked: Vec<Loss> = losses.into_values().collect();
        ranked
            .sort_by(|a, b| (b.deals, b.amount).cmp(&(a.deals, a.amount)).then_with(|| a.word.cmp(&b.word)));
        Ok(ranked)
    }
}

fn leave_out(apart: &mut Vec<WithoutRate>, currency: Currency, deals: u64, each: i64) {
    let amount = i128::from(each) * i128::from(deals);
    match apart.iter_mut().find(|one| one.currency == currency) {
        Some(one) => {
            one.deals += deals;
            one.amount += amount;
        }
        None => apart.push(WithoutRate { currency, deals, amount }),
    }
}
