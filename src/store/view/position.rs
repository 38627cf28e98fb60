//! Where a record stands in a list: so that a list opens at it, and stays with it when it is sorted anew.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

use super::kept_order::number_before;
use super::list::{Clause, Line, Order, Place};
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::Row;

impl Book {
    /// The number of lines before a record's, and its place; none where it does not meet the condition.
    pub fn position<L: Line>(&self, clause: &Clause, order: Order, id: Id) -> Result<Option<(usize, Place)>> {
        let _moment = self.moment()?;
        let table = L::Row::TABLE;
        let by = self.resolved(&order.expression())?;
        let one = clause.clone().and(&format!("{table}.id = ?"), [Value::Integer(id.0)]);
        let values = self.sorting_values(order)?;
        let sql = format!("SELECT {table}.id, {values} FROM {table} WHERE {}", one.condition());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let read = |row: &rusqlite::Row<'_>| Place::read(order, row);
        let place = statement.query_row(params_from_iter(&one.values), read).optional()?;
        let Some(place) = place else { return Ok(None) };
        let kept = self.in_kept_order(table, clause, order, |places| number_before(places, order, &place))?;
        if let Some(number) = kept {
            return Ok(Some((number, place)));
        }
        let count = self.count_before::<L>(clause, order, &by, &place)?;
        Ok(Some((usize::try_from(count).unwrap_or(usize::MAX), place)))
    }

    /// How many lines come before a place.
    fn count_before<L: Line>(&self, clause: &Clause, order: Order, by: &str, place: &Place) -> Result<u64> {
        let (table, missing) = (L::Row::TABLE, order.missing(by));
        if order.further().next().is_some() {
            return self.count::<L>(&clause.clone().with(self.after(table, order.turned(), place)?));
        }
        let sign = if order.is_down() { ">" } else { "<" };
        let id = Value::Integer(place.id.0);
        let count =
            |condition: &str, values: Vec<Value>| self.count::<L>(&clause.clone().and(condition, values));
        let names = match order.by_names() {
            Some(names) if self.is_wide(table, clause)? => Some(names),
            _ => None,
        };
        let filled = |condition: &str, values: Vec<Value>| match names {
            Some(names) => self.count_by_names(table, clause, names, order.is_down(), place),
            None => count(condition, values),
        };
        Ok(match (place.value == Value::Null, order.has_empty_first()) {
            (true, true) => count(&format!("{missing} IS NULL AND {table}.id {sign} ?"), vec![id])?,
            (true, false) => {
                let empty = format!("{missing} IS NULL AND {table}.id {sign} ?");
                count(&format!("{missing} IS NOT NULL"), vec![])? + count(&empty, vec![id])?
            }
            (false, empty_first) => {
                let values = vec![place.value.clone(), id];
                let before = filled(&format!("({by}, {table}.id) {sign} (?, ?)"), values)?;
                match order.is_nullable() && empty_first {
                    true => before + count(&format!("{missing} IS NULL"), vec![])?,
                    false => before,
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::ops::account::{self, AccountInput};
    use crate::ops::setup;
    use crate::store::view::lines::AccountLine;
    use crate::store::view::list::{Clause, Seek};
    use crate::store::{Book, Clock};

    #[test]
    fn each_record_is_found_at_its_own_line_in_every_order() {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut book = setup::open(&folder.path().join("a.keybook"), Clock::fixed(day)).unwrap();
        for (name, city) in
            [("Acme", None), ("Borealis", Some("Oslo")), ("Nordwind", Some("Kiel")), ("华锐", None)]
        {
            let input = AccountInput {
                name: Some(name.to_owned()),
                city: Some(city.map(str::to_owned)),
                ..AccountInput::default()
            };
            account::add(&mut book, &input).unwrap();
        }
        let all = Clause::default();
        for key in ["name", "city", "open_deals", "last_contact"] {
            for down in [false, true] {
                let order = Book::order::<AccountLine>(key, down).unwrap();
                for order in [order, order.empty_last()] {
                    let rows = book.window::<AccountLine>(&all, order, &Seek::First, 10).unwrap();
                    assert_eq!(rows.len(), 4);
                    for (line, row) in rows.iter().enumerate() {
                        let found = book.position::<AccountLine>(&all, order, row.line.account.id).unwrap();
                        assert_eq!(found, Some((line, row.place.clone())), "{order:?}");
                        let after = Seek::After(row.place.clone());
                        let before = Seek::Before(row.place.clone());
                        let window = |seek| book.window::<AccountLine>(&all, order, &seek, 10).unwrap();
                        assert_eq!(window(after), rows[line + 1..], "{order:?}");
                        assert_eq!(window(before), rows[..line], "{order:?}");
                    }
                }
            }
        }
    }
}
