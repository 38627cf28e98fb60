//! White space: which of our products each account buys, is about to buy, turned down, or has never been
//! asked about.

use chrono::NaiveDate;

use super::id::Id;
use super::money::Money;
use super::word::{Status, words};

words! {
    /// How an account stands to a product. What is bought is bought, whatever else is open or was lost.
    pub enum CrossingState {
        /// Sold at least once: a won deal or a small order has it.
        Bought = "bought",
        /// In an open deal, and never sold.
        Open = "open",
        /// In lost deals alone.
        Lost = "lost",
        /// In nothing.
        Blank = "blank",
    }
}

/// What a product was, or may be, sold in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Origin {
    /// A deal with lines of it.
    Deal(Id),
    /// A small order of it.
    Order(Id),
}

/// A product in one deal or small order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sale {
    /// In what.
    pub origin: Origin,
    /// What became of that; a small order is won.
    pub status: Status,
    /// What its lines come to, as they stand.
    pub amount: Money,
    /// The same in minor units of the base currency; none without an exchange rate.
    pub worth: Option<i128>,
    /// When it was sold or lost; for an open deal, when it is expected to close.
    pub on: Option<NaiveDate>,
}

/// What several sales come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sum {
    /// How many deals and orders.
    pub number: u64,
    /// Their worth in minor units of the base currency, of those that have an exchange rate.
    pub worth: i128,
    /// How many have none, and are not in the worth.
    pub unrated: u64,
}

impl Sum {
    /// One more sale.
    pub fn add(&mut self, worth: Option<i128>) {
        self.number += 1;
        match worth {
            Some(worth) => self.worth += worth,
            None => self.unrated += 1,
        }
    }

    /// The sales of another sum too.
    pub fn join(&mut self, other: Sum) {
        self.number += other.number;
        self.worth += other.worth;
        self.unrated += other.unrated;
    }
}

/// One account and one product: all sales of it, and those that were not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Crossing {
    sales: Vec<Sale>,
}

impl Crossing {
    /// One more line; another one of the same deal is added to it.
    pub fn add(&mut self, line: Sale) {
        match self.sales.iter_mut().find(|sale| sale.origin == line.origin) {
            None => self.sales.push(line),
            Some(sale) => {
                sale.amount.minor = sale.amount.minor.saturating_add(line.amount.minor);
                sale.worth = sale.worth.zip(line.worth).map(|(one, other)| one + other);
            }
        }
    }

    /// How the account stands to the product.
    pub fn state(&self) -> CrossingState {
        let has = |status| self.of(status).next().is_some();
        match (has(Status::Won), has(Status::Open), has(Status::Lost)) {
            (true, ..) => CrossingState::Bought,
            (_, true, _) => CrossingState::Open,
            (.., true) => CrossingState::Lost,
            _ => CrossingState::Blank,
        }
    }

    /// Those of an outcome, the nearest first: the last sold or lost, the soonest to close.
    pub fn nearest_first(&self, status: Status) -> Vec<&Sale> {
        let mut sales: Vec<&Sale> = self.of(status).collect();
        match status {
            Status::Open => sales.sort_by_key(|sale| (sale.on.is_none(), sale.on, sale.origin)),
            _ => sales.sort_by_key(|sale| std::cmp::Reverse((sale.on, sale.origin))),
        }
        sales
    }

    /// What those of an outcome come to.
    pub fn sum(&self, status: Status) -> Sum {
        let mut sum = Sum::default();
        self.of(status).for_each(|sale| sum.add(sale.worth));
        sum
    }

    /// The day of the nearest one of an outcome.
    pub fn day(&self, status: Status) -> Option<NaiveDate> {
        self.nearest_first(status).first().and_then(|sale| sale.on)
    }

    /// All of them, in no order.
    pub fn sales(&self) -> &[Sale] {
        &self.sales
    }

    fn of(&self, status: Status) -> impl Iterator<Item = &Sale> {
        self.sales.iter().filter(move |sale| sale.status == status)
    }
}

/// What stands at an edge of the grid: an account over all products, a product over all accounts, or all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Edge {
    /// What was bought.
    pub bought: Sum,
    /// What is in open deals.
    pub open: Sum,
    /// How many crossings have anything: the others are blank.
    pub filled: u64,
}

impl Edge {
    /// One more crossing.
    pub fn add(&mut self, crossing: &Crossing) {
        self.bought.join(crossing.sum(Status::Won));
        self.open.join(crossing.sum(Status::Open));
        self.filled += u64::from(crossing.state() != CrossingState::Blank);
    }
}

/// What a line of a deal comes to in minor units: thousandths of pieces times the price of one, what is
/// less than a unit left off.
pub fn line_amount(quantity: i64, price: i64) -> i64 {
    let amount = i128::from(quantity) * i128::from(price) / 1000;
    i64::try_from(amount).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;

    fn sale(deal: i64, status: Status, units: i64, on: &str) -> Sale {
        let amount = Money::new(units * 100, Currency::EUR);
        let origin = Origin::Deal(Id(deal));
        Sale { origin, status, amount, worth: Some(i128::from(amount.minor)), on: on.parse().ok() }
    }

    #[test]
    fn what_was_bought_once_is_bought_and_what_was_only_lost_is_lost() {
        let mut crossing = Crossing::default();
        assert_eq!(crossing.state(), CrossingState::Blank);
        crossing.add(sale(1, Status::Lost, 5, "2026-01-10"));
        assert_eq!(crossing.state(), CrossingState::Lost);
        crossing.add(sale(2, Status::Open, 7, "2026-12-01"));
        assert_eq!(crossing.state(), CrossingState::Open);
        crossing.add(sale(3, Status::Won, 9, "2025-05-05"));
        assert_eq!(crossing.state(), CrossingState::Bought);
    }

    #[test]
    fn two_lines_of_a_deal_are_one_sale() {
        let mut crossing = Crossing::default();
        crossing.add(sale(1, Status::Won, 5, "2026-01-10"));
        crossing.add(sale(1, Status::Won, 7, "2026-01-10"));
        assert_eq!(crossing.sum(Status::Won), Sum { number: 1, worth: 1_200, unrated: 0 });
    }

    #[test]
    fn the_last_sale_and_the_soonest_deal_come_first() {
        let mut crossing = Crossing::default();
        for (deal, day) in [(1, "2025-03-01"), (2, "2026-03-01"), (3, "2024-03-01")] {
            crossing.add(sale(deal, Status::Won, 1, day));
        }
        for (deal, day) in [(4, ""), (5, "2027-01-01"), (6, "2026-12-01")] {
            crossing.add(sale(deal, Status::Open, 1, day));
        }
        let ids = |status| {
            let sales = crossing.nearest_first(status);
            sales.iter().map(|sale| sale.origin).collect::<Vec<_>>()
        };
        assert_eq!(ids(Status::Won), [2, 1, 3].map(|id| Origin::Deal(Id(id))));
        assert_eq!(ids(Status::Open), [6, 5, 4].map(|id| Origin::Deal(Id(id))));
        assert_eq!(crossing.day(Status::Won), "2026-03-01".parse().ok());
    }

    #[test]
    fn what_has_no_rate_is_counted_apart() {
        let mut crossing = Crossing::default();
        crossing.add(Sale { worth: None, ..sale(1, Status::Won, 5, "2026-01-10") });
        crossing.add(sale(2, Status::Won, 7, "2026-01-10"));
        let mut edge = Edge::default();
        edge.add(&crossing);
        edge.add(&Crossing::default());
        assert_eq!(edge.bought, Sum { number: 2, worth: 700, unrated: 1 });
        assert_eq!(edge.filled, 1);
    }

    #[test]
    fn a_line_is_pieces_times_price() {
        assert_eq!(line_amount(2_500, 333), 832);
        assert_eq!(line_amount(i64::MAX, i64::MAX), i64::MAX);
    }
}
