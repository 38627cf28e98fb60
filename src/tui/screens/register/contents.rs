//! What one list of the register holds: all of it where it is short, a window where it can be long.

use std::ops::Range;

use crate::domain::id::Id;
use crate::report::model::{OrderOut, ProductOut, QuotaOut, RateOut};
use crate::report::pages::{register as pages, sales};
use crate::report::rows::{Record, register as rows};
use crate::report::table::Table;
use crate::store::view::lines::OrderLine;
use crate::store::view::list::{Clause, Line};
use crate::store::view::register::RegisterCounts;
use crate::store::{Book, Result};
use crate::tui::entry::Kind;
use crate::tui::look::Look;
use crate::tui::screens::window::Window;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::table::Part;

/// Entries of one list.
#[derive(Debug, Default)]
pub struct Contents {
    table: Table,
    /// The entries of the table's lines.
    ids: Vec<Id>,
    /// Each one's place among its like, and how many those are.
    places: Vec<(usize, usize)>,
    /// The list's line that the first of them is, and how many lines the list has.
    first: usize,
    total: usize,
    /// Small orders are read a window at a time.
    orders: Option<Window<OrderLine>>,
}

impl Contents {
    /// Reads a list; of a long one the lines around the chosen entry, or around those in view.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(
        book: &Book,
        look: &Look,
        kind: Kind,
        counts: &RegisterCounts,
        chosen: Option<Id>,
        cursor: Cursor,
        height: usize,
    ) -> Result<Contents> {
        let lang = look.lang;
        match kind {
            Kind::Order => {
                let total = usize::try_from(counts.orders).unwrap_or(usize::MAX);
                let mut orders = Window::default();
                orders.total = total;
                let all = Clause::default();
                let place = match chosen {
                    Some(id) => book.position::<OrderLine>(&all, OrderLine::ORDER, id)?,
                    None => None,
                };
                match place {
                    Some(place) => orders.read_around(book, &all, OrderLine::ORDER, place, total)?,
                    None => {
                        orders.read(book, &all, OrderLine::ORDER, cursor.view(total, height), total)?;
                    }
                }
                Contents::of_orders(book, look, orders)
            }
            Kind::Product | Kind::Link | Kind::Recollection | Kind::Evidence | Kind::Plan(_) => {
                let all: Vec<ProductOut> = book.products()?.into_iter().map(ProductOut::from).collect();
                Ok(Contents::of(sales::products(lang, &all), all.iter().map(|one| (one.id, ()))))
            }
            Kind::Quota => {
                let (ids, all): (Vec<Id>, Vec<QuotaOut>) =
                    book.quotas()?.into_iter().map(|quota| (quota.id, quota.into())).unzip();
                Ok(Contents::of(sales::quotas(lang, &all), ids.into_iter().map(|id| (id, ()))))
            }
            Kind::Rate => {
                let rates = book.exchange_rates(look.base)?.into_iter();
                let (ids, all): (Vec<Id>, Vec<RateOut>) = rates.map(|rate| (rate.id, rate.into())).unzip();
                Ok(Contents::of(sales::rates(lang, &all), ids.into_iter().map(|id| (id, ()))))
            }
            Kind::Stage => {
                let all = rows::stages(book, lang)?;
                Ok(Contents::of(pages::stages(lang, &all), all.iter().map(|one| (one.id, ()))))
            }
            Kind::LostReason => {
                let all = rows::lost_reasons(book, lang)?;
                Ok(Contents::of(pages::lost_reasons(lang, &all), all.iter().map(|one| (one.id, ()))))
            }
            Kind::Colleague => {
                let all = rows::colleagues(book)?;
                Ok(Contents::of(pages::colleagues(lang, &all), all.iter().map(|one| (one.id, ()))))
            }
            Kind::Tag => {
                let all = rows::tags(book)?;
                Ok(Contents::of(pages::tags(lang, &all), all.iter().map(|one| (one.id, ()))))
            }
            Kind::Field => {
                let all = rows::fields(book)?;
                Ok(Contents::of(pages::fields(lang, &all), all.iter().map(|one| (one.id, one.of.as_str()))))
            }
        }
    }

    /// Reads the lines in view of a long list.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read_view(&mut self, book: &Book, look: &Look, cursor: Cursor, height: usize) -> Result<()> {
        if let Some(mut orders) = self.orders.take() {
            let (total, view) = (orders.total, cursor.view(orders.total, height));
            orders.read(book, &Clause::default(), OrderLine::ORDER, view, total)?;
            *self = Contents::of_orders(book, look, orders)?;
        }
        Ok(())
    }

    /// A whole list; entries that are equal in `group` stand among each other.
    fn of<G: PartialEq>(table: Table, entries: impl Iterator<Item = (Id, G)>) -> Contents {
        let (ids, groups): (Vec<Id>, Vec<G>) = entries.unzip();
        let among = |at: usize| {
            let like = |range: Range<usize>| range.filter(|other| groups[*other] == groups[at]).count();
            (like(0..at) + 1, like(0..groups.len()))
        };
        let places = (0..groups.len()).map(among).collect();
        Contents { table, total: ids.len(), ids, places, first: 0, orders: None }
    }

    fn of_orders(book: &Book, look: &Look, orders: Window<OrderLine>) -> Result<Contents> {
        let lines = orders.rows.iter().map(|placed| placed.line.clone()).collect();
        let all = OrderOut::read(book, lines)?;
        let whole = Contents::of(sales::orders(look.lang, &all), all.iter().map(|one| (one.id, ())));
        Ok(Contents { first: orders.first, total: orders.total, orders: Some(orders), ..whole })
    }

    /// How many lines the list has.
    pub fn total(&self) -> usize {
        self.total
    }

    /// The entry at a line, if it has been read.
    pub fn id(&self, line: usize) -> Option<Id> {
        self.ids.get(line.checked_sub(self.first)?).copied()
    }

    /// The place of the entry at a line among its like, from 1, and how many those are.
    pub fn place(&self, line: usize) -> Option<(usize, usize)> {
        self.places.get(line.checked_sub(self.first)?).copied()
    }

    /// The line of an entry, if it has been read.
    pub fn line_of(&self, id: Id) -> Option<usize> {
        self.ids.iter().position(|known| *known == id).map(|at| self.first + at)
    }

    /// The line of the one entry that an earlier reading did not have, where it had any.
    pub fn added_to(&self, before: &Contents) -> Option<usize> {
        if before.table.columns.is_empty() || self.total != before.total + 1 {
            return None;
        }
        let mut fresh = self.ids.iter().filter(|id| !before.ids.contains(id));
        fresh.next().filter(|_| fresh.next().is_none()).and_then(|id| self.line_of(*id))
    }

    /// Whether all these lines have been read.
    pub fn holds(&self, lines: &Range<usize>) -> bool {
        lines.is_empty() || self.first <= lines.start && lines.end <= self.first + self.ids.len()
    }

    /// What is said where the list is empty.
    pub fn when_empty(&self) -> &str {
        &self.table.when_empty
    }

    /// The lines that have been read, to be drawn.
    pub fn part(&self) -> Part<'_> {
        Part { table: &self.table, first: self.first, total: self.total }
    }
}
