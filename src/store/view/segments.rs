//! What putting accounts into classes is reckoned from: each input of all accounts in one pass.

use std::collections::HashMap;

use chrono::{Months, NaiveDate};
use rusqlite::params;

use super::related::json;
use crate::domain::funnel::Rates;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::segment::posture::{self, Lines, Posture};
use crate::domain::segment::{Class, Facts, Input, Known, Orders, Rules, Segments, Strength};
use crate::store::book::Book;
use crate::store::error::Result;

/// Every account in its classes, and what it is called.
#[derive(Debug, Clone)]
pub struct SegmentsView {
    /// The classes.
    pub segments: Segments,
    /// What each account is called, in the same order: by name.
    pub names: Vec<Named>,
    /// The currency of the amounts.
    pub base: Currency,
    /// Orders after this day count as present sales.
    pub since: NaiveDate,
    /// Up to this day.
    pub until: NaiveDate,
}

/// What an account is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Its name.
    pub name: String,
    /// Its short code: 12 in A-12.
    pub code: i64,
}

impl Book {
    /// Every account in the classes of every method, as of today.
    pub fn segments(&self) -> Result<SegmentsView> {
        let _moment = self.moment()?;
        let settings = self.settings()?;
        let mut gathered = Gathered::new(self, settings.base_currency, &settings.segments, None)?;
        let names = gathered.accounts()?;
        gathered.orders()?;
        gathered.minutes()?;
        gathered.judgements()?;
        let (since, until, base) = (gathered.since, gathered.until, gathered.base);
        let segments = Segments::new(gathered.facts, self.segment_decisions()?, settings.segments);
        Ok(SegmentsView { segments, names, base, since, until })
    }

    /// The posture towards each of these accounts, decided or by the rule; those of which too little is known
    /// have none.
    pub fn postures_of(&self, accounts: &[Id]) -> Result<HashMap<Id, Posture>> {
        self.postures_among(Some(accounts))
    }

    /// The posture towards every account, as [`Book::postures_of`].
    pub fn postures(&self) -> Result<HashMap<Id, Posture>> {
        self.postures_among(None)
    }

    /// The posture towards the accounts that are asked for; none are all.
    fn postures_among(&self, only: Option<&[Id]>) -> Result<HashMap<Id, Posture>> {
        let _moment = self.moment()?;
        let settings = self.settings()?;
        let rules = &settings.segments;
        let mut gathered = Gathered::new(self, settings.base_currency, rules, only)?;
        gathered.accounts()?;
        gathered.orders()?;
        let lines = Lines::among(gathered.potentials()?, rules);
        let decisions = self.segment_decisions()?.into_iter();
        let decided: HashMap<Id, Posture> = decisions
            .filter_map(|(account, decision)| match decision.class {
                Class::Posture(posture) => Some((account, posture)),
                _ => None,
            })
            .collect();
        let mut postures = HashMap::new();
        for facts in &gathered.facts {
            let level = lines.zip(facts.potential.ok()).map(|(lines, potential)| lines.level(potential));
            let decided = decided.get(&facts.account).copied();
            let class = decided.or_else(|| posture::posture(facts, level, rules).class);
            postures.extend(class.map(|class| (facts.account, class)));
        }
        Ok(postures)
    }
}

/// The facts while they are gathered.
struct Gathered<'a> {
    book: &'a Book,
    base: Currency,
    rates: Rates,
    since: NaiveDate,
    until: NaiveDate,
    /// The accounts that are asked for; none are all.
    only: Option<&'a [Id]>,
    facts: Vec<Facts>,
    /// Where each account stands among the facts.
    places: HashMap<Id, usize>,
}

impl<'a> Gathered<'a> {
    fn new(book: &'a Book, base: Currency, rules: &Rules, only: Option<&'a [Id]>) -> Result<Gathered<'a>> {
        let until = book.today();
        Ok(Gathered {
            book,
            base,
            rates: book.rates_on(base, until)?,
            since: until.checked_sub_months(Months::new(rules.months)).unwrap_or(NaiveDate::MIN),
            until,
            only,
            facts: Vec::new(),
            places: HashMap::new(),
        })
    }

    /// The accounts, by name, with what they themselves say.
    fn accounts(&mut self) -> Result<Vec<Named>> {
        let asked = match self.only {
            Some(_) => "id IN (SELECT value FROM json_each(?1))",
            None => "?1 IS NULL",
        };
        let sql = format!(
            "SELECT id, name, code, tier, potential, currency, share FROM account WHERE {asked} ORDER BY name_key, id"
        );
        let mut statement = self.book.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([self.only.map(json)])?;
        let mut names = Vec::new();
        while let Some(row) = rows.next()? {
            let mut facts = Facts::unknown(row.get(0)?);
            facts.tier = row.get(3)?;
            facts.potential = match row.get::<_, Option<i64>>(4)? {
                Some(minor) => self.turn(minor, row.get(5)?),
                None => Err(Input::Potential),
            };
            facts.told_share = row.get(6)?;
            self.places.insert(facts.account, self.facts.len());
            self.facts.push(facts);
            names.push(Named { name: row.get(1)?, code: row.get(2)? });
        }
        Ok(names)
    }

    /// What each bought: won deals, and small orders.
    fn orders(&mut self) -> Result<()> {
        self.book.each_sale(self.only, self.until, |sale| {
            let Some(place) = self.places.get(&sale.account) else { return };
            let worth = sale.amount.map(|minor| self.rates.turn(minor, sale.currency, self.base));
            let facts = &mut self.facts[*place];
            count(&mut facts.ever, sale.day, worth);
            if sale.day > self.since {
                count(&mut facts.recent, sale.day, worth);
            }
        })
    }

    /// The time that was logged with each.
    fn minutes(&mut self) -> Result<()> {
        // Up to a day a book that shows a past one has no others: it is read where the index is.
        let mut statement = self.book.connection.prepare_cached(
            "SELECT account_id, sum(minutes) FROM main.activity INDEXED BY activity_minutes
             WHERE account_id IS NOT NULL AND minutes IS NOT NULL AND happened_on > ?1 AND happened_on <= ?2
             GROUP BY account_id",
        )?;
        let mut rows = statement.query(params![self.since, self.until])?;
        while let Some(row) = rows.next()? {
            if let Some(place) = self.places.get(&row.get(0)?) {
                self.facts[*place].minutes = row.get(1)?;
            }
        }
        Ok(())
    }

    /// What was judged of each; how strong we are follows from what the client prefers where nobody judged it.
    fn judgements(&mut self) -> Result<()> {
        let mut preferences: HashMap<Id, (Option<i64>, Option<i64>)> = HashMap::new();
        let mut statement = self.book.connection.prepare_cached(
            "SELECT account_id, max(preference) FILTER (WHERE us IS 1), max(preference) FILTER (WHERE us IS NOT 1)
             FROM competitor WHERE preference IS NOT NULL GROUP BY account_id",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            preferences.insert(row.get(0)?, (row.get(1)?, row.get(2)?));
        }
        for facts in &mut self.facts {
            if let Some((Some(ours), Some(best))) = preferences.get(&facts.account) {
                facts.strength = Ok(Strength::from_preferences(*ours, *best));
            }
        }
        let mut statement = self.book.connection.prepare_cached(
            "SELECT account_id, attractiveness, strength, credit, prospects, margin, relation
             FROM account_standing",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let Some(place) = self.places.get(&row.get::<_, Id>(0)?) else { continue };
            let facts = &mut self.facts[*place];
            facts.attractiveness = row.get::<_, Option<i64>>(1)?.ok_or(Input::Attractiveness);
            if let Some(points) = row.get(2)? {
                facts.strength = Ok(Strength { points, from_preferences: false });
            }
            facts.credit = row.get::<_, Option<i64>>(3)?.ok_or(Input::Credit);
            facts.prospects = row.get::<_, Option<i64>>(4)?.ok_or(Input::Prospects);
            facts.told_margin = row.get(5)?;
            facts.relation = row.get::<_, Option<_>>(6)?.ok_or(Input::Relation);
        }
        Ok(())
    }

    /// Every potential that is known in the whole book, whichever accounts are asked for.
    fn potentials(&self) -> Result<Vec<i128>> {
        let accounts = self.book.by_index("account", "account_potential");
        let sql = format!("SELECT potential, currency FROM {accounts} WHERE potential IS NOT NULL");
        let mut statement = self.book.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let turned = rows.map(|row| row.map(|(minor, currency)| self.turn(minor, currency).ok()));
        Ok(turned.filter_map(rusqlite::Result::transpose).collect::<rusqlite::Result<_>>()?)
    }

    /// An amount in the base currency.
    fn turn(&self, minor: i64, currency: Currency) -> Known<i128> {
        self.rates.turn(minor, currency, self.base).ok_or(Input::Rate)
    }
}

/// Counts an order; `worth` is its amount in the base currency, within none where a rate is missing.
fn count(orders: &mut Orders, day: NaiveDate, worth: Option<Option<i128>>) {
    orders.count += 1;
    orders.last_on = orders.last_on.max(Some(day));
    match worth {
        Some(Some(amount)) => {
            orders.valued += 1;
            orders.amount += amount;
        }
        Some(None) => orders.without_rate += 1,
        None => {}
    }
}
