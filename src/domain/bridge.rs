//! The bridge: what became of a period's open deals between two days.
//!
//! A deal is *in* on a day when it is open and expected to close in the period. Amounts are turned deal
//! by deal, so that opening, changes and closing add up to the last minor unit.

use chrono::NaiveDate;

use super::funnel::Rates;
use super::money::Currency;
use super::word::{Status, words};

words! {
    /// What became of a deal, or of its amount.
    pub enum Change {
        /// It was created after the first day.
        New = "new",
        /// It was won or lost on the first day, and is open again.
        Reopened = "reopened",
        /// It is worth more.
        Increased = "increased",
        /// It was expected to close in another period, or in none.
        PulledIn = "pulled_in",
        /// What exchange rates did; may be negative.
        Revalued = "revalued",
        /// It is worth less.
        Decreased = "decreased",
        /// It is expected to close in another period now, or in none.
        Slipped = "slipped",
        /// It was won.
        Won = "won",
        /// It was lost.
        Lost = "lost",
        /// It was deleted or merged away.
        Removed = "removed",
    }
}

/// What counts of a deal on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Open, won or lost.
    pub status: Status,
    /// When it is expected to close.
    pub close_on: Option<NaiveDate>,
    /// When it was won or lost.
    pub closed_on: Option<NaiveDate>,
    /// Its amount in minor units; what has none counts as nothing.
    pub amount: i64,
    /// What the amount is in.
    pub currency: Currency,
}

/// What a bridge is built with.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'a> {
    /// The days of the period, both in it; none is all open deals.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// The exchange rates of the first day.
    pub before: &'a Rates,
    /// Those of the last day; a currency that had a rate still has one.
    pub after: &'a Rates,
    /// What amounts are turned into.
    pub base: Currency,
}

/// The funnel of a period from one day to another, in minor units of the base currency.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bridge {
    /// The funnel's total on the first day.
    pub opening: i128,
    /// The funnel's total on the last day.
    pub closing: i128,
    terms: [i128; Change::ALL.len()],
}

/// One bar of the bridge as a waterfall.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// The change; none for the totals at both ends.
    pub change: Option<Change>,
    /// Where it begins; a total begins at nothing.
    pub from: i128,
    /// Where it ends.
    pub to: i128,
}

impl Change {
    /// Whether its amount is added to the opening total, or taken from it.
    pub fn adds(self) -> bool {
        match self {
            Change::New | Change::Reopened | Change::Increased | Change::PulledIn | Change::Revalued => true,
            Change::Decreased | Change::Slipped | Change::Won | Change::Lost | Change::Removed => false,
        }
    }

    /// The amount as it moves the total.
    pub fn signed(self, amount: i128) -> i128 {
        if self.adds() { amount } else { -amount }
    }
}

impl Bridge {
    /// A bridge between two totals, without changes yet.
    pub fn new(opening: i128, closing: i128) -> Self {
        Bridge { opening, closing, ..Bridge::default() }
    }

    /// Counts a change.
    pub fn add(&mut self, change: Change, amount: i128) {
        self.terms[change as usize] += amount;
    }

    /// What all changes of a kind add up to; none is negative but what exchange rates did.
    pub fn term(&self, change: Change) -> i128 {
        self.terms[change as usize]
    }

    /// The waterfall: the opening total, each change that there was, the closing total.
    pub fn bars(&self) -> Vec<Bar> {
        let mut bars = vec![Bar { change: None, from: 0, to: self.opening }];
        let mut at = self.opening;
        for change in Change::ALL.iter().filter(|change| self.term(**change) != 0) {
            let to = at + change.signed(self.term(*change));
            bars.push(Bar { change: Some(*change), from: at, to });
            at = to;
        }
        bars.push(Bar { change: None, from: 0, to: self.closing });
        bars
    }

    /// Whether opening and changes make the closing total, as they must.
    pub fn adds_up(&self) -> bool {
        let moved: i128 = Change::ALL.iter().map(|change| change.signed(self.term(*change))).sum();
        self.opening + moved == self.closing
    }
}

impl Ground<'_> {
    /// What became of a deal between the two days, from how it stood at the end of each; none where it was
    /// not there (not yet, or not any more). By the method:
    ///
    /// - in on both: the difference at the last day's rates is increased or decreased, the rest revalued;
    /// - in only on the last: new, reopened, or pulled in;
    /// - in only on the first: won at the won amount, the difference going to increased or decreased;
    ///   lost, removed or slipped at the first day's amount;
    /// - created and closed between them: new, and won or lost at the same amount. Such a deal belongs to
    ///   the period in which it was expected to close; without such a date, to that in which it closed.
    ///
    /// An amount without an exchange rate is in no total. Where only one of the days has the rate, coming
    /// into the total or leaving it is what exchange rates did.
    pub fn changes(&self, before: Option<&Standing>, after: Option<&Standing>) -> Vec<(Change, i128)> {
        match (before.filter(|deal| self.is_in(deal)), after.filter(|deal| self.is_in(deal))) {
            (Some(first), Some(last)) => self.stayed(first, last),
            (None, Some(last)) => self.came(before, last),
            (Some(first), None) => self.left(first, after),
            (None, None) => match (before, after) {
                (None, Some(last)) => self.passed(last),
                _ => vec![],
            },
        }
    }

    /// What the rates did to a deal that is in on both days and did not change.
    pub fn revaluation(&self, amount: i64, currency: Currency) -> i128 {
        let then = self.before.turn(amount, currency, self.base).unwrap_or(0);
        self.after.turn(amount, currency, self.base).unwrap_or(0) - then
    }

    fn is_in(&self, deal: &Standing) -> bool {
        deal.status == Status::Open && self.covers(deal.close_on)
    }

    fn covers(&self, day: Option<NaiveDate>) -> bool {
        self.period.is_none_or(|(from, to)| day.is_some_and(|day| from <= day && day <= to))
    }

    fn at_first(&self, deal: &Standing) -> Option<i128> {
        self.before.turn(deal.amount, deal.currency, self.base)
    }

    fn at_last(&self, deal: &Standing) -> Option<i128> {
        self.after.turn(deal.amount, deal.currency, self.base)
    }

    fn stayed(&self, first: &Standing, last: &Standing) -> Vec<(Change, i128)> {
        let opened = self.at_first(first).unwrap_or(0);
        let closed = self.at_last(last).unwrap_or(0);
        // The first day's amount at the last day's rates. Without a rate for either there is nothing to
        // compare, and all of it is what exchange rates did.
        let between = match (self.at_last(first), self.at_last(last)) {
            (Some(same), Some(_)) => same,
            _ => closed,
        };
        some([(Change::Revalued, between - opened), difference(closed - between)])
    }

    fn came(&self, before: Option<&Standing>, last: &Standing) -> Vec<(Change, i128)> {
        let change = match before {
            None => Change::New,
            Some(deal) if deal.status != Status::Open => Change::Reopened,
            Some(_) => Change::PulledIn,
        };
        self.at_last(last).map(|amount| (change, amount)).into_iter().collect()
    }

    fn left(&self, first: &Standing, after: Option<&Standing>) -> Vec<(Change, i128)> {
        let opened = self.at_first(first);
        let change = match after.map(|deal| deal.status) {
            None => Change::Removed,
            Some(Status::Lost) => Change::Lost,
            Some(Status::Open) => Change::Slipped,
            Some(Status::Won) => return after.map(|last| self.won(first, last)).unwrap_or_default(),
        };
        opened.map(|amount| (change, amount)).into_iter().collect()
    }

    fn won(&self, first: &Standing, last: &Standing) -> Vec<(Change, i128)> {
        let opened = self.at_first(first);
        let Some(amount) = self.at_last(last) else {
            return some([(Change::Revalued, -opened.unwrap_or(0))]);
        };
        // In no total on the first day for want of a rate: it comes in by the rate that there is now.
        let revalued = if opened.is_none() { self.at_last(first).unwrap_or(amount) } else { 0 };
        let rest = difference(amount - opened.unwrap_or(revalued));
        let mut changes = vec![(Change::Won, amount)];
        changes.extend(some([(Change::Revalued, revalued), rest]));
        changes
    }

    /// Created and closed between the two days.
    fn passed(&self, last: &Standing) -> Vec<(Change, i128)> {
        let outcome = match last.status {
            Status::Won => Change::Won,
            Status::Lost => Change::Lost,
            Status::Open => return vec![],
        };
        if !self.covers(last.close_on.or(last.closed_on)) {
            return vec![];
        }
        let amount = self.at_last(last);
        amount.map(|amount| vec![(Change::New, amount), (outcome, amount)]).unwrap_or_default()
    }
}

fn difference(amount: i128) -> (Change, i128) {
    if amount < 0 { (Change::Decreased, -amount) } else { (Change::Increased, amount) }
}

fn some<const N: usize>(changes: [(Change, i128); N]) -> Vec<(Change, i128)> {
    changes.into_iter().filter(|(_, amount)| *amount != 0).collect()
}

#[cfg(test)]
mod tests;
