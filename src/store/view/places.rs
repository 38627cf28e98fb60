//! The places of a window: where rows with a sorting value and rows without one begin, and in which order
//! they come.

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::list::{Clause, Order, Place, Seek};
use crate::store::book::Book;
use crate::store::error::Result;

impl Book {
    /// The places of a window.
    pub(super) fn places(
        &self,
        table: &str,
        clause: &Clause,
        order: Order,
        seek: &Seek,
        limit: usize,
    ) -> Result<Vec<Place>> {
        let (along, place) = match seek {
            Seek::First => (order, None),
            Seek::After(place) => (order, Some(place)),
            Seek::Before(place) => (order.turned(), Some(place)),
            Seek::Last => (order.turned(), None),
        };
        let mut places = match clause.ranges.as_slice() {
            [] => self.places_along(table, clause, along, place, limit)?,
            ranges => {
                let within = |range: &Clause| Clause { ranges: vec![], ..clause.clone() }.with(range.clone());
                let mut all = vec![];
                for range in ranges {
                    all.extend(self.places_along(table, &within(range), along, place, limit)?);
                }
                all.sort_by(|one, other| along.compare(one, other));
                all.truncate(limit);
                all
            }
        };
        if along != order {
            places.reverse();
        }
        Ok(places)
    }

    /// The first places of a list, or those after one.
    fn places_along(
        &self,
        table: &str,
        clause: &Clause,
        order: Order,
        place: Option<&Place>,
        limit: usize,
    ) -> Result<Vec<Place>> {
        if order.further().next().is_some() {
            return self.places_by_several(table, clause, order, place, limit);
        }
        let by = self.resolved(&order.expression())?;
        let (empty_first, nullable) = (order.has_empty_first(), order.is_nullable());
        let is_wide = order.by_names().is_some() && self.is_wide(table, clause)?;
        let mut places = vec![];
        // Rows without a sorting value and rows with one are each a range of the index.
        for empty in [empty_first, !empty_first] {
            let is_passed =
                place.is_some_and(|place| (place.value == Value::Null) != empty && empty == empty_first);
            let room = limit.saturating_sub(places.len());
            if is_passed || room == 0 || (empty && !nullable) {
                continue;
            }
            let from = place.filter(|place| (place.value == Value::Null) == empty);
            let names = order.by_names().filter(|_| !empty && is_wide);
            places.extend(match names {
                Some(names) => self.places_by_names(table, clause, names, order.is_down(), from, room)?,
                None => {
                    let (missing, down) = (order.missing(&by), order.is_down());
                    let range = Range { table, by: &by, missing, nullable, empty, down, from };
                    self.range(clause, &range, room)?
                }
            });
        }
        Ok(places)
    }

    fn range(&self, clause: &Clause, range: &Range<'_>, limit: usize) -> Result<Vec<Place>> {
        let Range { table, by, missing, nullable, empty, down, from } = range;
        let (sign, way) = if *down { ("<", "DESC") } else { (">", "ASC") };
        let mut clause = clause.clone();
        let sort = match empty {
            true => {
                clause = clause.and(&format!("{missing} IS NULL"), []);
                if let Some(place) = from {
                    clause = clause.and(&format!("{table}.id {sign} ?"), [Value::Integer(place.id.0)]);
                }
                format!("{table}.id {way}")
            }
            false => {
                if *nullable {
                    clause = clause.and(&format!("{missing} IS NOT NULL"), []);
                }
                if let Some(place) = from {
                    let values = [place.value.clone(), Value::Integer(place.id.0)];
                    clause = clause.and(&format!("({by}, {table}.id) {sign} (?, ?)"), values);
                }
                format!("{by} {way}, {table}.id {way}")
            }
        };
        let (source, condition) = (clause.source(table, self), clause.condition());
        let sql =
            format!("SELECT {by}, {table}.id FROM {source} WHERE {condition} ORDER BY {sort} LIMIT {limit}");
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&clause.values), |row| {
            Ok(Place { value: row.get(0)?, further: vec![], id: row.get(1)? })
        })?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }
}

/// Rows of a list that all have a sorting value, or all have none, from a place on.
struct Range<'a> {
    table: &'a str,
    by: &'a str,
    /// What is null where there is no sorting value.
    missing: &'a str,
    nullable: bool,
    empty: bool,
    down: bool,
    from: Option<&'a Place>,
}
