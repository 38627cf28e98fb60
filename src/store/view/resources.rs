//! What was spent on each posture and each tier in a period, beside what was planned, and their balanced
//! measures.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;

use crate::domain::forecast::Ratio;
use crate::domain::funnel::Rates;
use crate::domain::id::Id;
use crate::domain::metrics::{self, Churns, Contacts, Customer, Lack, Metric, MetricKind, Span, Value};
use crate::domain::money::{Currency, WHOLE, divide_half_even};
use crate::domain::period::Period;
use crate::domain::resources::{Found, Measure, Perspective, Purpose, Resources};
use crate::domain::segment::{Class, Method, Rules};
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::table::resource::ResourcePlan;

/// Time, people and money of a period.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourcesView {
    /// The period.
    pub period: Period,
    /// Its days, as far as they have come.
    pub span: Span,
    /// The postures, then the tiers.
    pub lines: Vec<ResourceLine>,
    /// What was logged with accounts that have no posture, or whose posture gets nothing.
    pub without_posture: Resources,
    /// What was logged with accounts that have no tier.
    pub without_tier: Resources,
    /// All that was logged with accounts.
    pub all: Resources,
    /// The currency of the amounts.
    pub base: Currency,
}

/// A posture or a tier.
#[derive(Debug, Clone, PartialEq)]
pub struct ResourceLine {
    /// Which.
    pub purpose: Purpose,
    /// How many accounts.
    pub accounts: u64,
    /// What is planned, where anything is.
    pub plan: Option<ResourcePlan>,
    /// The money of the plan in the base currency; none without money, or without a rate.
    pub planned_money: Option<i128>,
    /// What was logged.
    pub spent: Resources,
    /// The share of the selling time that a tier is to get by the guide, basis points.
    pub guide: Option<i64>,
    /// Its balanced measures.
    pub measures: Vec<(Perspective, Measure, Found)>,
}

/// What was logged with an account by one of ours.
#[derive(Debug, Clone, Copy)]
struct Spent {
    account: Id,
    /// Who; none where the book does not know the person at the keyboard, who is meant.
    owner: Option<Id>,
    minutes: i64,
    money: i128,
}

impl Book {
    /// What was spent on each posture and each tier in a period, up to today, beside what was planned.
    pub fn resources(&self, period: Period) -> Result<ResourcesView> {
        let _moment = self.moment()?;
        let settings = self.settings()?;
        let base = settings.base_currency;
        let (from, to) = period.range(settings.fiscal_first_month);
        let span = Span { from, to: to.min(self.today()).max(from) };
        let rates = self.rates_on(base, span.to)?;
        let spent = self.spent(span, &rates, base)?;
        let before = self.spent(span.before(), &rates, base)?;
        let customers = self.customers(None, span)?;
        let plans = self.resource_plans(period)?;
        let postures = self.purposes_by_posture()?;
        let tiers: HashMap<Id, Purpose> =
            customers.iter().filter_map(|one| Some((one.account, Purpose::of_tier(one.tier?)))).collect();
        let mut lines = vec![];
        for purpose in Purpose::ALL.iter().copied() {
            let of = if purpose.is_posture() { &postures } else { &tiers };
            let is_of = |account: &Id| of.get(account) == Some(&purpose);
            let own: Vec<Customer> = customers.iter().filter(|one| is_of(&one.account)).cloned().collect();
            let line_of = |spent: &[Spent]| sum(spent.iter().filter(|one| is_of(&one.account)));
            let judged = Judged { customers: &own, span, spent: line_of(&spent), before: line_of(&before) };
            let plan = plans.iter().find(|plan| plan.purpose == purpose).cloned();
            let money = plan.as_ref().and_then(ResourcePlan::amount);
            lines.push(ResourceLine {
                purpose,
                accounts: own.len() as u64,
                planned_money: money.and_then(|money| rates.turn(money.minor, money.currency, base)),
                plan,
                spent: judged.spent,
                guide: guide(purpose, &settings.segments),
                measures: purpose
                    .measures()
                    .iter()
                    .map(|(perspective, measure)| (*perspective, *measure, judged.found(*measure)))
                    .collect(),
            });
        }
        let others =
            |of: &HashMap<Id, Purpose>| sum(spent.iter().filter(|one| !of.contains_key(&one.account)));
        Ok(ResourcesView {
            period,
            span,
            lines,
            without_posture: others(&postures),
            without_tier: others(&tiers),
            all: sum(spent.iter()),
            base,
        })
    }

    /// What the accounts get resources for by their postures, decided or by the rule.
    fn purposes_by_posture(&self) -> Result<HashMap<Id, Purpose>> {
        let view = self.segments()?;
        let mut purposes = HashMap::new();
        for (at, facts) in view.segments.accounts.iter().enumerate() {
            let class = view.segments.placed(Method::Posture, at).and_then(|placed| placed.class);
            if let Some(Class::Posture(posture)) = class {
                purposes.extend(Purpose::of_posture(posture).map(|purpose| (facts.account, purpose)));
            }
        }
        Ok(purposes)
    }

    /// What was logged with accounts in a span of days: minutes and cost, by who of ours it was.
    fn spent(&self, span: Span, rates: &Rates, base: Currency) -> Result<Vec<Spent>> {
        let activities = self.by_index("activity", "activity_spent");
        let sql = format!(
            "SELECT account_id, owner_id, cost_currency, coalesce(sum(minutes), 0), coalesce(sum(cost), 0)
             FROM {activities} WHERE happened_on BETWEEN ?1 AND ?2 AND account_id IS NOT NULL
               AND (minutes IS NOT NULL OR cost IS NOT NULL)
             GROUP BY account_id, owner_id, cost_currency"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        // What nobody is named for was done by the person at the keyboard.
        let me = self.me()?.map(|me| me.id);
        let days: [NaiveDate; 2] = [span.from, span.to];
        let rows = statement.query_map(days, |row| {
            let (currency, cost): (Option<Currency>, i64) = (row.get(2)?, row.get(4)?);
            // What has no rate is in no sum, as anywhere else.
            let money = currency.and_then(|currency| rates.turn(cost, currency, base)).unwrap_or_default();
            let owner = row.get::<_, Option<Id>>(1)?.or(me);
            Ok(Spent { account: row.get(0)?, owner, minutes: row.get(3)?, money })
        })?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}

/// The guide's share of the time for a tier.
fn guide(purpose: Purpose, rules: &Rules) -> Option<i64> {
    let [key, ordinary, prospective] = rules.tier_time.basis_points();
    match purpose {
        Purpose::Key => Some(key),
        Purpose::Ordinary => Some(ordinary),
        Purpose::Prospective => Some(prospective),
        _ => None,
    }
}

/// Minutes, money, and how many of ours it was.
fn sum<'a>(spent: impl Iterator<Item = &'a Spent>) -> Resources {
    let mut people = BTreeSet::new();
    let mut all = Resources::default();
    for one in spent {
        people.insert(one.owner);
        all.minutes += one.minutes;
        all.money += one.money;
    }
    all.people = people.len() as i64;
    all
}

/// What the measures of a posture are made of.
struct Judged<'a> {
    customers: &'a [Customer],
    span: Span,
    spent: Resources,
    before: Resources,
}

impl Judged<'_> {
    fn found(&self, measure: Measure) -> Found {
        match self.measured(measure) {
            // Of nobody nothing is measured; what the book never knows is not for want of accounts.
            Found::Unknown => Found::Unknown,
            _ if self.customers.is_empty() => Found::Lacks(Lack::NoAccounts),
            found => found,
        }
    }

    fn measured(&self, measure: Measure) -> Found {
        match measure {
            Measure::SalesGrowth => self.of_metric(MetricKind::SalesGrowth),
            Measure::Retention | Measure::OrdersKept => self.of_metric(MetricKind::Retention),
            Measure::Satisfaction => self.of_metric(MetricKind::Satisfaction),
            Measure::NewAccounts => {
                let firsts = self.customers.iter().filter_map(|one| one.purchases.first());
                let new = firsts.filter(|first| self.span.contains(first.day)).count();
                Found::Is(Value::Count(new as u64))
            }
            Measure::Contacts => {
                let all = self.customers.iter().fold(Contacts::default(), |sum, one| sum.and(one.contacts));
                self.each_month(all.two_way().into())
            }
            Measure::MinutesEach => self.each_month(self.spent.minutes.into()),
            Measure::ProfitGrowth => self.profit_growth(),
            Measure::SellingCost | Measure::CostToServe => {
                match (self.spent.money, Ratio::new(self.spent.money, self.sales(self.span))) {
                    // That nothing was told of costs does not mean that there were none.
                    (0, _) if self.before.money == 0 => Found::Unknown,
                    (_, Some(ratio)) => Found::Is(Value::Share(ratio)),
                    (_, None) => Found::Lacks(Lack::NoPurchases),
                }
            }
            Measure::TeamGrowth
            | Measure::Waste
            | Measure::Segments
            | Measure::StaffSatisfaction
            | Measure::Turnover => Found::Unknown,
        }
    }

    /// As it is measured of these accounts as if they were a book of their own.
    fn of_metric(&self, kind: MetricKind) -> Found {
        let churns = Churns::of(self.customers, self.span);
        let metrics = metrics::book(self.customers, self.span, &churns);
        match metrics.into_iter().find(|metric| metric.kind == kind) {
            Some(Metric { value: Ok(value), .. }) => Found::Is(value),
            Some(Metric { value: Err(lack), .. }) => Found::Lacks(lack),
            None => Found::Unknown,
        }
    }

    /// For each account and month.
    fn each_month(&self, number: i128) -> Found {
        let (accounts, months) = (self.customers.len() as i128, self.span.months());
        match Ratio::new(number * months.den, accounts * months.num) {
            Some(ratio) => Found::Is(Value::Number(ratio)),
            None => Found::Lacks(Lack::NoAccounts),
        }
    }

    fn sales(&self, span: Span) -> i128 {
        let bought = self.customers.iter().flat_map(|one| one.bought_in(span));
        bought.filter_map(|one| one.worth).sum()
    }

    /// Sales × margin of each, against the time before; not known where one that buys has no margin.
    fn profit_growth(&self) -> Found {
        let profit = |span: Span| -> Option<i128> {
            let bought = self.customers.iter().filter(|one| !one.bought_in(span).is_empty());
            let sold = bought.map(|one| {
                let sales: i128 = one.bought_in(span).iter().filter_map(|one| one.worth).sum();
                Some(sales * i128::from(one.margin?.rate))
            });
            Some(divide_half_even(sold.sum::<Option<i128>>()?, WHOLE.into()))
        };
        match profit(self.span).zip(profit(self.span.before())) {
            None => Found::Lacks(Lack::NoMargin),
            Some((now, before)) => match Ratio::new(now - before, before) {
                Some(ratio) => Found::Is(Value::Share(ratio)),
                None => Found::Lacks(Lack::NoSalesBefore),
            },
        }
    }
}
