//! Lists sorted by several columns: rows that are equal in the first come in the order of the next.
//!
//! No index has such an order: its places are kept ([`super::kept_order`]), but for lists so short that
//! sorting them is nothing, and for those so long that they are not kept. Those are sorted here.

use std::cmp::Ordering;

use rusqlite::params_from_iter;
use rusqlite::types::Value;

use super::by_own::By;
use super::list::{Clause, Order, Place};
use crate::store::book::Book;
use crate::store::error::Result;

/// One column of several that a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Further {
    /// The column or expression.
    pub by: By,
    /// Whether downwards.
    pub down: bool,
    /// Whether rows without a value come before those that have one.
    pub empty_first: bool,
}

impl Further {
    /// The same from its end.
    pub fn turned(self) -> Further {
        Further { down: !self.down, empty_first: !self.empty_first, ..self }
    }

    /// Which of two values comes first.
    pub fn compare(self, one: &Value, other: &Value) -> Ordering {
        let by_value = match (one, other) {
            (Value::Integer(one), Value::Integer(other)) => one.cmp(other),
            (Value::Text(one), Value::Text(other)) => one.cmp(other),
            _ => Ordering::Equal,
        };
        let filled_first = (*one == Value::Null).cmp(&(*other == Value::Null));
        let by_filling = if self.empty_first { filled_first.reverse() } else { filled_first };
        by_filling.then(if self.down { by_value.reverse() } else { by_value })
    }

    /// What holds of a row whose value, the expression, comes after a value; nothing where none can.
    fn after(self, by: &str, value: &Value) -> Option<(String, Vec<Value>)> {
        let sign = if self.down { "<" } else { ">" };
        match (*value == Value::Null, self.empty_first) {
            (true, true) => Some((format!("{by} IS NOT NULL"), vec![])),
            (true, false) => None,
            (false, true) => Some((format!("{by} {sign} ?"), vec![value.clone()])),
            (false, false) => Some((format!("({by} {sign} ? OR {by} IS NULL)"), vec![value.clone()])),
        }
    }
}

impl Book {
    /// The columns of an order in SQL, with commas between them.
    pub(super) fn sorting_values(&self, order: Order) -> Result<String> {
        let keys = order.keys().map(|key| self.resolved(&key.by.sql())).collect::<Result<Vec<String>>>()?;
        Ok(keys.join(", "))
    }

    /// The first places of a list sorted by several columns, or those after one.
    pub(super) fn places_by_several(
        &self,
        table: &str,
        clause: &Clause,
        order: Order,
        from: Option<&Place>,
        limit: usize,
    ) -> Result<Vec<Place>> {
        let clause = match from {
            Some(place) => clause.clone().with(self.after(table, order, place)?),
            None => clause.clone(),
        };
        let mut sort = Vec::new();
        for key in order.keys() {
            let by = self.resolved(&key.by.sql())?;
            let empty = if key.empty_first { "DESC" } else { "ASC" };
            sort.push(format!("{by} IS NULL {empty}, {by} {}", if key.down { "DESC" } else { "ASC" }));
        }
        let way = if order.is_down() { "DESC" } else { "ASC" };
        let sql = format!(
            "SELECT {table}.id, {values} FROM {source} WHERE {condition} ORDER BY {sort}, {table}.id {way} \
             LIMIT {limit}",
            values = self.sorting_values(order)?,
            source = clause.source(table, self),
            condition = clause.condition(),
            sort = sort.join(", "),
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map(params_from_iter(&clause.values), |row| Place::read(order, row))?;
        Ok(rows.collect::<rusqlite::Result<Vec<_>>>()?)
    }

    /// What holds of the rows that come after a place: one is further on in some column, and equal in all
    /// before that.
    pub(super) fn after(&self, table: &str, order: Order, place: &Place) -> Result<Clause> {
        let mut equal = Clause::default();
        let mut any: Vec<Clause> = Vec::new();
        for (key, value) in order.keys().zip(place.values()) {
            let by = self.resolved(&key.by.sql())?;
            if let Some((sql, values)) = key.after(&by, value) {
                any.push(equal.clone().and(&sql, values));
            }
            equal = equal.and(&format!("{by} IS ?"), [value.clone()]);
        }
        let sign = if order.is_down() { "<" } else { ">" };
        any.push(equal.and(&format!("{table}.id {sign} ?"), [Value::Integer(place.id.0)]));
        let sql: Vec<String> = any.iter().map(|clause| format!("({})", clause.sql)).collect();
        let values = any.into_iter().flat_map(|clause| clause.values);
        Ok(Clause::default().and(&format!("({})", sql.join(" OR ")), values))
    }
}

impl Place {
    /// The place in a row of SQL: the id, then what the order sorts by.
    pub(super) fn read(order: Order, row: &rusqlite::Row<'_>) -> rusqlite::Result<Place> {
        let further = (2..2 + order.further().count()).map(|at| row.get(at));
        Ok(Place { id: row.get(0)?, value: row.get(1)?, further: further.collect::<rusqlite::Result<_>>()? })
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::super::kept_order;
    use super::*;
    use crate::ops::account::{self, AccountInput};
    use crate::ops::setup;
    use crate::store::Clock;
    use crate::store::view::lines::AccountLine;
    use crate::store::view::list::Seek;

    const CITIES: [Option<&str>; 3] = [None, Some("Kiel"), Some("Oslo")];
    const TRADES: [Option<&str>; 3] = [Some("steel"), None, Some("glass")];

    /// Accounts of every city and trade, two of each.
    fn book(folder: &std::path::Path) -> Book {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut book = setup::open(&folder.join("a.keybook"), Clock::fixed(day)).unwrap();
        for at in 0..18 {
            let (city, trade) = (CITIES[at % 3], TRADES[at / 3 % 3]);
            let input = AccountInput {
                name: Some(format!("Account {}", 18 - at)),
                city: Some(city.map(str::to_owned)),
                industry: Some(trade.map(str::to_owned)),
                ..AccountInput::default()
            };
            account::add(&mut book, &input).unwrap();
        }
        book
    }

    #[test]
    fn rows_equal_in_one_column_come_in_the_order_of_the_next() {
        let folder = tempfile::tempdir().unwrap();
        let book = book(folder.path());
        let keys = [("city", true), ("industry", false), ("name", true)];
        let order = book.order_by::<AccountLine>(&keys).unwrap().unwrap();
        let rows = book.window::<AccountLine>(&Clause::default(), order, &Seek::First, 99).unwrap();
        let told: Vec<(Option<String>, Option<String>, String)> = rows
            .into_iter()
            .map(|row| row.line.account)
            .map(|account| (account.city, account.industry, account.name))
            .collect();
        let mut sorted = told.clone();
        sorted.sort_by(|(city, trade, name), (city2, trade2, name2)| {
            city2.cmp(city).then(trade.cmp(trade2)).then(name2.cmp(name))
        });
        assert_eq!(told.len(), 18);
        assert_eq!(told, sorted);
    }

    #[test]
    fn each_record_is_found_at_its_own_line_in_every_order_of_several_columns() {
        let folder = tempfile::tempdir().unwrap();
        let book = book(folder.path());
        let all = Clause::default();
        for (first, second) in [(false, false), (false, true), (true, false), (true, true)] {
            let order =
                book.order_by::<AccountLine>(&[("city", first), ("industry", second)]).unwrap().unwrap();
            let rows = book.window::<AccountLine>(&all, order, &Seek::First, 99).unwrap();
            assert_eq!(rows.len(), 18);
            let places: Vec<Place> = rows.iter().map(|row| row.place.clone()).collect();
            assert!(places.is_sorted_by(|one, other| order.compare(one, other).is_lt()), "{order:?}");
            for (line, row) in rows.iter().enumerate() {
                let found = book.position::<AccountLine>(&all, order, row.line.account.id).unwrap();
                assert_eq!(found, Some((line, row.place.clone())), "{order:?}");
                for seek in [Seek::After(row.place.clone()), Seek::Before(row.place.clone()), Seek::Last] {
                    let read = book.window::<AccountLine>(&all, order, &seek, 5).unwrap();
                    let kept = kept_order::window(&places, order, &seek, 5);
                    let read: Vec<Place> = read.into_iter().map(|row| row.place).collect();
                    assert_eq!(read, kept, "{order:?} {seek:?}");
                }
            }
        }
    }

    #[test]
    fn a_list_is_sorted_by_no_more_columns_than_a_person_can_follow() {
        let folder = tempfile::tempdir().unwrap();
        let book = book(folder.path());
        let order = |keys: &[(&str, bool)]| book.order_by::<AccountLine>(keys).unwrap();
        let keys = [("city", false), ("industry", false), ("name", false), ("created", true)];
        assert!(order(&keys[..3]).is_some());
        assert_eq!(order(&keys), order(&keys[..3]));
        assert_eq!(order(&[("city", false), ("colour", false)]), None);
        assert_eq!(order(&[]), None);
    }
}
