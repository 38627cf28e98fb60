//! Accounts and products crossed, put together for programs and pages.

use std::collections::HashMap;

use super::figures::apart;
use super::{Base, WINDOW};
use crate::domain::id::Id;
use crate::domain::white_space::{Crossing, CrossingState, Edge, Origin, Sale, Sum};
use crate::domain::word::{RecordKind, Status};
use crate::report::model::{AccountEdgeOut, Amount, CrossingOut, EdgeOut, ProductEdgeOut, WhiteSpaceOut};
use crate::store::table::account::Account;
use crate::store::table::product::Product;
use crate::store::view::bridge::DealName;
use crate::store::view::find::short_code;
use crate::store::view::lines::AccountLine;
use crate::store::view::list::{Clause, Line, Seek};
use crate::store::{Book, Result};

/// The accounts that meet a condition, by name, with every product; where a state is told, only the
/// crossings that are in it.
pub fn white_space(book: &Book, clause: &Clause, only: Option<CrossingState>) -> Result<WhiteSpaceOut> {
    let base = Base::of(book)?;
    let products = book.crossed_products()?;
    let totals = book.white_space_totals(clause)?;
    let grid = Grid { base: &base, products: &products, only };
    let (mut cells, mut accounts) = (Vec::new(), Vec::new());
    let mut seek = Seek::First;
    loop {
        let window = book.window::<AccountLine>(clause, AccountLine::ORDER, &seek, WINDOW)?;
        let Some(last) = window.last() else { break };
        seek = Seek::After(last.place.clone());
        let ids: Vec<Id> = window.iter().map(|row| row.line.account.id).collect();
        let mut crossings = book.crossings(&ids)?;
        let names = book.deal_names(&deals_in(crossings.values()))?;
        for account in window.into_iter().map(|row| row.line.account) {
            let of_account = crossings.remove(&account.id).unwrap_or_default();
            accounts.push(grid.put(&account, &of_account, &names, &mut cells));
        }
    }
    let products = products.iter().map(|product| ProductEdgeOut {
        product: product.name.clone(),
        edge: edge(totals.products.get(&product.id).copied().unwrap_or_default(), totals.accounts, &base),
        product_id: product.id,
    });
    let products: Vec<ProductEdgeOut> = products.collect();
    let all = totals.accounts * products.len() as u64;
    Ok(WhiteSpaceOut {
        cells,
        products,
        accounts,
        total: edge(totals.all, all, &base),
        currency: base.currency,
        without_rate: totals.without_rate.iter().map(apart).collect(),
    })
}

/// What the crossings of an account are put out with.
struct Grid<'a> {
    base: &'a Base,
    products: &'a [Product],
    only: Option<CrossingState>,
}

impl Grid<'_> {
    /// Puts out the crossings of an account, and tells what they come to.
    fn put(
        &self,
        account: &Account,
        crossings: &HashMap<Id, Crossing>,
        names: &HashMap<Id, DealName>,
        cells: &mut Vec<CrossingOut>,
    ) -> AccountEdgeOut {
        let mut sum = Edge::default();
        let blank = Crossing::default();
        for product in self.products {
            let crossing = crossings.get(&product.id).unwrap_or(&blank);
            sum.add(crossing);
            if self.only.is_none_or(|only| only == crossing.state()) {
                cells.push(self.cell(account, product, crossing, names));
            }
        }
        AccountEdgeOut {
            account: account.name.clone(),
            edge: edge(sum, self.products.len() as u64, self.base),
            account_id: account.id,
        }
    }

    fn cell(
        &self,
        account: &Account,
        product: &Product,
        crossing: &Crossing,
        names: &HashMap<Id, DealName>,
    ) -> CrossingOut {
        let state = crossing.state();
        let told = crossing.sum(status_of(state).unwrap_or(Status::Won));
        let nearest = |status| crossing.nearest_first(status).into_iter().next();
        let shown = status_of(state).and_then(nearest);
        let code = |sale: &Sale| match sale.origin {
            Origin::Deal(id) => names.get(&id).map(|name| short_code(RecordKind::Deal, name.code)),
            Origin::Order(_) => None,
        };
        CrossingOut {
            account: account.name.clone(),
            product: product.name.clone(),
            state: state.to_string(),
            amount: self.amount(told),
            last: shown.and_then(|sale| sale.on),
            deal: shown.and_then(code),
            currency: self.base.currency,
            number: crossing.sales().len() as u64,
            open_amount: self.amount(crossing.sum(Status::Open)),
            open_deal: nearest(Status::Open).and_then(code),
            account_code: short_code(RecordKind::Account, account.code),
            account_id: account.id,
            product_id: product.id,
        }
    }

    /// A sum; none where there is nothing in it.
    fn amount(&self, sum: Sum) -> Option<Amount> {
        (sum.number > sum.unrated).then(|| Amount::new(sum.worth, self.base.currency))
    }
}

/// The outcome that a state is told with.
pub fn status_of(state: CrossingState) -> Option<Status> {
    match state {
        CrossingState::Bought => Some(Status::Won),
        CrossingState::Open => Some(Status::Open),
        CrossingState::Lost => Some(Status::Lost),
        CrossingState::Blank => None,
    }
}

fn edge(edge: Edge, crossings: u64, base: &Base) -> EdgeOut {
    EdgeOut {
        bought: Amount::new(edge.bought.worth, base.currency),
        open: Amount::new(edge.open.worth, base.currency),
        blank: crossings.saturating_sub(edge.filled),
        currency: base.currency,
    }
}

fn deals_in<'a>(crossings: impl Iterator<Item = &'a HashMap<Id, Crossing>>) -> Vec<Id> {
    let sales = crossings.flat_map(HashMap::values).flat_map(Crossing::sales);
    let deal = |sale: &Sale| match sale.origin {
        Origin::Deal(id) => Some(id),
        Origin::Order(_) => None,
    };
    let mut deals: Vec<Id> = sales.filter_map(deal).collect();
    deals.sort_unstable();
    deals.dedup();
    deals
}
