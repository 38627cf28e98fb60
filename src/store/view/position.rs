//! Where a record stands in a list: so that a list opens at it, and stays with it when it is sorted anew.

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params_from_iter};

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
        let by = self.resolved(order.expression())?;
        let one = clause.clone().and(&format!("{table}.id = ?"), [Value::Integer(id.0)]);
        let sql = format!("SELECT {by} FROM {table} WHERE {}", one.condition());
        let mut statement = self.connection.prepare_cached(&sql)?;
        let value: Option<Value> =
            statement.query_row(params_from_iter(&one.values), |row| row.get(0)).optional()?;
        let Some(value) = value else { return Ok(None) };
        let sign = if order.is_down() { ">" } else { "<" };
        let id_value = Value::Integer(id.0);
        let (before, values) = match (&value, order.has_empty_first()) {
            (Value::Null, true) => (format!("{by} IS NULL AND {table}.id {sign} ?"), vec![id_value]),
            (Value::Null, false) => {
                (format!("({by} IS NOT NULL OR ({by} IS NULL AND {table}.id {sign} ?))"), vec![id_value])
            }
            (known, true) => {
                (format!("({by} IS NULL OR ({by}, {table}.id) {sign} (?, ?))"), vec![known.clone(), id_value])
            }
            (known, false) => (format!("({by}, {table}.id) {sign} (?, ?)"), vec![known.clone(), id_value]),
        };
        let count = self.count::<L>(&clause.clone().and(&before, values))?;
        Ok(Some((usize::try_from(count).unwrap_or(usize::MAX), Place { value, id })))
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
