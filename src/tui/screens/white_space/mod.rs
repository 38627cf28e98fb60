//! White space: accounts down, products across; what each bought, has in open deals, turned down, or was
//! never asked. Names stay where they are while the grid scrolls both ways under them.

mod draw;
mod foot;
mod layout;
mod open;
mod read;
mod screen;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use crate::domain::id::Id;
use crate::domain::white_space::Crossing;
use crate::store::table::product::Product;
use crate::store::view::bridge::DealName;
use crate::store::view::lines::AccountLine;
use crate::store::view::white_space::{Crossings, WhiteSpaceTotals};
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::screens::list::filter::FilterLine;
use crate::tui::screens::window::Window;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
use layout::Parts;
use read::{AccountOrder, Stale};

/// The keys while a filter is being typed.
const TYPING: &[Scope] = &[Scope::Filter];

/// The tables that the grid shows something of.
const TABLES: &[&str] =
    &["account", "product", "deal", "deal_product", "small_order", "exchange_rate", "setting", "tagging"];

/// What a cell tells of what was bought or is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Shows {
    /// How much.
    #[default]
    Amount,
    /// When: last bought, expected to close, last lost.
    Day,
}

/// The screen's state.
#[derive(Debug, Default)]
pub struct WhiteSpaceScreen {
    /// The products, one to a column.
    products: Vec<Product>,
    /// How many accounts there are to show.
    total: usize,
    /// The accounts around those in view.
    window: Window<AccountLine>,
    /// What those have.
    crossings: Crossings,
    /// What the deals in those are called.
    names: HashMap<Id, DealName>,
    /// What all accounts come to; none while that is still to be read.
    totals: Option<WhiteSpaceTotals>,
    /// The chosen account, and which are in view.
    row: Cursor,
    /// The chosen product, and which are in view.
    column: Cursor,
    filter: FilterLine,
    order: AccountOrder,
    shows: Shows,
    /// The account to be chosen once the grid has been read.
    goal: Option<Id>,
    stale: Stale,
    /// There is not one account in the book.
    is_empty: bool,
}

impl WhiteSpaceScreen {
    fn parts(&self, look: &Look) -> Parts {
        Parts::of(look.room(), self.products.len(), self.total)
    }

    fn account(&self) -> Option<&AccountLine> {
        self.window.line(self.row.at())
    }

    fn product(&self) -> Option<&Product> {
        self.products.get(self.column.at())
    }

    /// What stands at the chosen cell; none where it is blank.
    fn crossing(&self) -> Option<&Crossing> {
        self.crossing_of(self.account()?.account.id, self.product()?.id)
    }

    fn crossing_of(&self, account: Id, product: Id) -> Option<&Crossing> {
        self.crossings.get(&account)?.get(&product)
    }

    /// The chosen account as what actions are about.
    fn subject(&self) -> Option<Chosen> {
        let account = &self.account()?.account;
        Some(Chosen {
            kind: crate::domain::word::RecordKind::Account,
            id: account.id,
            name: account.name.clone(),
            account: Some(account.id),
            status: None,
        })
    }

    /// Puts the cursors on what there is.
    fn settle(&mut self, look: &Look) {
        let parts = self.parts(look);
        self.row.choose(self.row.at(), self.total, parts.rows());
        self.column.choose(self.column.at(), self.products.len(), parts.columns());
    }

    fn move_across(&mut self, to: usize, look: &Look) -> Vec<Step> {
        let columns = self.parts(look).columns();
        self.column.choose(to, self.products.len(), columns);
        Vec::new()
    }

    fn move_within(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let rows = self.parts(look).rows();
        self.row.follow(action, self.total, rows);
        self.read_what_is_in_view(look)
    }

    fn read_what_is_in_view(&mut self, look: &Look) -> Vec<Step> {
        let view = self.row.view(self.total, self.parts(look).rows());
        if !self.window.holds(&view) {
            self.stale = self.stale.max(Stale::View);
        }
        if self.stale > Stale::Nothing { vec![Effect::Read.into()] } else { Vec::new() }
    }

    /// Shows others of the accounts, or in another order; the chosen one stays so, if it is among them.
    fn read_anew(&mut self) -> Vec<Step> {
        self.keep_chosen();
        self.stale = Stale::All;
        vec![Effect::Read.into()]
    }

    fn keep_chosen(&mut self) {
        self.goal = self.goal.or_else(|| self.account().map(|line| line.account.id));
    }

    fn type_filter(&mut self, change: impl FnOnce(&mut FilterLine) -> bool) -> Vec<Step> {
        if change(&mut self.filter) { self.read_anew() } else { Vec::new() }
    }

    fn update_filter(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if let Some(is_other) = self.filter.choose_offer(action) {
            return if is_other { self.read_anew() } else { Vec::new() };
        }
        match action {
            Action::Accept => self.filter.stop(),
            Action::Cancel => {
                self.filter = FilterLine::default();
                return self.read_anew();
            }
            other => return self.move_within(other, look),
        }
        Vec::new()
    }
}
