//! Lists in an order that no index has: by a sum, an amount at today's rates, a day of other records. The
//! places of all their rows are found and sorted once, and kept for as long as the book stays as it is, so
//! that moving through the list sorts nothing.

use std::cmp::Ordering;

use chrono::NaiveDate;
use rusqlite::params_from_iter;

use super::list::{Clause, Order, Place, Seek};
use crate::store::book::Book;
use crate::store::error::Result;

/// The most places that are kept, of all orders together: some megabytes. A longer list is sorted for each
/// window.
const MOST: usize = 200_000;

/// The state of the book in which something read from it holds: another connection's writes, this one's,
/// and the day.
pub(in crate::store) type State = (i64, u64, NaiveDate);

/// Orders that were sorted, the latest last, and the state in which they hold.
#[derive(Debug, Default)]
pub(in crate::store) struct KeptOrders {
    state: State,
    orders: Vec<KeptOrder>,
}

#[derive(Debug)]
struct KeptOrder {
    table: &'static str,
    clause: Clause,
    order: Order,
    /// None where they were too many.
    places: Option<Vec<Place>>,
}

impl KeptOrder {
    fn is_of(&self, table: &str, clause: &Clause, order: Order) -> bool {
        self.table == table && self.order == order && self.clause == *clause
    }

    fn rows(&self) -> usize {
        self.places.as_ref().map_or(0, Vec::len)
    }
}

impl KeptOrders {
    /// Makes room for one more order of so many places.
    fn make_room(&mut self, rows: usize) {
        while self.orders.iter().map(KeptOrder::rows).sum::<usize>() + rows > MOST && !self.orders.is_empty()
        {
            self.orders.remove(0);
        }
    }
}

/// The places of a window of sorted places.
pub(super) fn window<'a>(places: &'a [Place], order: Order, seek: &Seek, limit: usize) -> &'a [Place] {
    let before = |place: &Place| number_before(places, order, place);
    let up_to = |place: &Place| places.partition_point(|one| order.compare(one, place) != Ordering::Greater);
    let (from, to) = match seek {
        Seek::First => (0, limit),
        Seek::After(place) => (up_to(place), up_to(place).saturating_add(limit)),
        Seek::Before(place) => (before(place).saturating_sub(limit), before(place)),
        Seek::Last => (places.len().saturating_sub(limit), places.len()),
    };
    places.get(from..to.min(places.len())).unwrap_or_default()
}

/// How many sorted places come before one.
pub(super) fn number_before(places: &[Place], order: Order, place: &Place) -> usize {
    places.partition_point(|one| order.compare(one, place) == Ordering::Less)
}

impl Book {
    /// The state of the book at this moment.
    pub(super) fn state(&self) -> Result<State> {
        Ok((self.version_of_data()?, self.connection.total_changes(), self.today()))
    }

    /// What `work` finds in the places of a list in their order, which are kept; none where an index has
    /// the order, where there are few of them, and where there are too many.
    pub(super) fn in_kept_order<T>(
        &self,
        table: &'static str,
        clause: &Clause,
        order: Order,
        work: impl FnOnce(&[Place]) -> T,
    ) -> Result<Option<T>> {
        if !order.is_reckoned() {
            return Ok(None);
        }
        let state = self.state()?;
        {
            let mut kept = self.kept_orders.borrow_mut();
            if kept.state != state {
                *kept = KeptOrders { state, orders: vec![] };
            }
            if let Some(known) = kept.orders.iter().find(|known| known.is_of(table, clause, order)) {
                return Ok(known.places.as_deref().map(work));
            }
        }
        if !self.is_wide(table, clause)? {
            return Ok(None);
        }
        let places = self.sorted_places(table, clause, order)?;
        let mut kept = self.kept_orders.borrow_mut();
        kept.make_room(places.as_ref().map_or(0, Vec::len));
        let known = KeptOrder { table, clause: clause.clone(), order, places };
        let found = known.places.as_deref().map(work);
        kept.orders.push(known);
        Ok(found)
    }

    /// Every place of a list in order, if they are not too many.
    fn sorted_places(&self, table: &str, clause: &Clause, order: Order) -> Result<Option<Vec<Place>>> {
        let sql = format!(
            "SELECT {table}.id, {values} FROM {source} WHERE {condition} LIMIT {limit}",
            values = self.sorting_values(order)?,
            source = clause.source(table, self),
            condition = clause.condition(),
            limit = MOST + 1,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&clause.values), |row| Place::read(order, row))?;
        let mut places = rows.collect::<rusqlite::Result<Vec<_>>>()?;
        if places.len() > MOST {
            return Ok(None);
        }
        places.sort_unstable_by(|one, other| order.compare(one, other));
        Ok(Some(places))
    }
}
