//! Reads what the grid shows: the accounts around those in view with what they have. What all of them come
//! to is read after the first frame.

use super::WhiteSpaceScreen;
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::white_space::{Crossing, Origin};
use crate::store::view::lines::AccountLine;
use crate::store::view::list::{Line, Order};
use crate::store::{Book, Result};
use crate::tui::look::Look;

/// What has to be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Stale {
    /// Nothing.
    Nothing,
    /// Accounts, as others came into view.
    View,
    /// Everything.
    #[default]
    All,
}

/// What the accounts are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AccountOrder {
    /// By name.
    #[default]
    Name,
    /// What they might buy in a year, the most first.
    Potential,
    /// What they have in open deals, the most first.
    OpenAmount,
    /// The last one added first.
    Created,
}

impl AccountOrder {
    /// The one after this.
    pub fn next(self) -> AccountOrder {
        match self {
            AccountOrder::Name => AccountOrder::Potential,
            AccountOrder::Potential => AccountOrder::OpenAmount,
            AccountOrder::OpenAmount => AccountOrder::Created,
            AccountOrder::Created => AccountOrder::Name,
        }
    }

    /// As a list's order.
    pub fn order(self) -> Order {
        let by = |key, down| Book::order::<AccountLine>(key, down).unwrap_or(AccountLine::ORDER);
        match self {
            AccountOrder::Name => by("name", false),
            AccountOrder::Potential => by("potential", true),
            AccountOrder::OpenAmount => by("open_amount", true),
            AccountOrder::Created => by("created", true),
        }
    }
}

impl WhiteSpaceScreen {
    /// Reads what is stale.
    pub(super) fn refresh(&mut self, book: &Book, look: &Look) -> Result<()> {
        if self.stale == Stale::All {
            if !self.filter.judge(book, look, Kind::Accounts, &[])? {
                self.stale = Stale::Nothing;
                return Ok(());
            }
            self.count(book)?;
            self.window = Default::default();
        }
        self.settle(look);
        let is_found = match self.goal.take() {
            Some(account) => self.find(book, look, account)?,
            None => false,
        };
        self.settle(look);
        let rows = self.parts(look).rows();
        let view = self.row.view(self.total, rows);
        let is_read = is_found && self.window.holds(&view);
        if !is_read && (self.stale == Stale::All || !self.window.holds(&view)) {
            self.window.for_height(rows);
            self.window.read(book, self.filter.clause(), self.order.order(), view, self.total)?;
            self.read_crossings(book)?;
        }
        self.stale = Stale::Nothing;
        Ok(())
    }

    fn count(&mut self, book: &Book) -> Result<()> {
        self.products = book.crossed_products()?;
        let number = book.count::<AccountLine>(self.filter.clause())?;
        self.total = usize::try_from(number).unwrap_or(usize::MAX);
        self.is_empty = number == 0 && self.filter.text().is_empty();
        self.totals = None;
        Ok(())
    }

    /// Chooses an account and reads those around it; where the filter leaves it out, without the filter,
    /// unless that is just being typed.
    fn find(&mut self, book: &Book, look: &Look, account: Id) -> Result<bool> {
        let order = self.order.order();
        let mut found = book.position::<AccountLine>(self.filter.clause(), order, account)?;
        if found.is_none() && !self.filter.text().is_empty() && !self.filter.is_typed() {
            let filter = std::mem::take(&mut self.filter);
            found = book.position::<AccountLine>(self.filter.clause(), order, account)?;
            match found {
                // It is gone altogether.
                None => self.filter = filter,
                Some(_) => self.count(book)?,
            }
        }
        let Some((at, place)) = found else { return Ok(false) };
        let rows = self.parts(look).rows();
        self.row.choose(at, self.total, rows);
        self.window.for_height(rows);
        self.window.read_around(book, self.filter.clause(), order, (at, place), self.total)?;
        self.read_crossings(book)?;
        Ok(true)
    }

    /// What the accounts of the window have, and what the deals in that are called.
    fn read_crossings(&mut self, book: &Book) -> Result<()> {
        let accounts: Vec<Id> = self.window.rows.iter().map(|row| row.line.account.id).collect();
        self.crossings = book.crossings(&accounts)?;
        let sales = self.crossings.values().flat_map(|of| of.values()).flat_map(Crossing::sales);
        let mut deals: Vec<Id> = sales.filter_map(|sale| deal_of(sale.origin)).collect();
        deals.sort_unstable();
        deals.dedup();
        self.names = book.deal_names(&deals)?;
        Ok(())
    }
}

fn deal_of(origin: Origin) -> Option<Id> {
    match origin {
        Origin::Deal(id) => Some(id),
        Origin::Order(_) => None,
    }
}
