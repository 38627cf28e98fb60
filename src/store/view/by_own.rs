//! What a list is sorted by: an expression over its rows, or what its records have in a field of one's own.

use std::borrow::Cow;

use super::list::{Line, Order};
use crate::domain::id::Id;
use crate::domain::word::FieldKind;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::Row;

/// What the key of a sort begins with that is by a field of one's own.
const OWN: &str = "field.";

/// One thing that a list is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// An expression in SQL, to be resolved.
    Expression(&'static str),
    /// A field of one's own.
    Own(OwnField),
}

/// A field of one's own, of the records of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OwnField {
    table: &'static str,
    field: Id,
    holds: FieldKind,
}

impl By {
    /// In SQL, to be resolved.
    pub fn sql(self) -> Cow<'static, str> {
        match self {
            By::Expression(sql) => Cow::Borrowed(sql),
            By::Own(own) => Cow::Owned(own.sql()),
        }
    }
}

impl OwnField {
    /// Numbers, amounts and days by what they are, choices in the order in which they are offered, text without
    /// its capitals.
    fn sql(self) -> String {
        let OwnField { table, field: Id(field), holds } = self;
        let value = match holds {
            FieldKind::Text => "lower(value)",
            FieldKind::Number => "keybook_millionths(value)",
            FieldKind::Money => "keybook_turned(keybook_minor(value), substr(value, -3), {rates})",
            FieldKind::Date => "value",
            FieldKind::Choice | FieldKind::YesNo => {
                "(SELECT instr(char(10) || choices || char(10), char(10) || value || char(10))
                  FROM custom_field WHERE custom_field.id = field_id)"
            }
        };
        format!(
            "(SELECT {value} FROM custom_value WHERE custom_value.record_id = {table}.id AND field_id = {field})"
        )
    }
}

impl Book {
    /// The order of a list by several keys, each up or down: where rows are equal in one, the next decides.
    /// `field.KEY` is a field of one's own. None where there is no key, or the list cannot be sorted by one of
    /// them.
    pub fn order_by<L: Line>(&self, keys: &[(&str, bool)]) -> Result<Option<Order>> {
        let mut all: Option<Order> = None;
        for (key, down) in keys {
            let order = match key.strip_prefix(OWN) {
                Some(own) => self.order_by_own::<L>(own, *down)?,
                None => Book::order::<L>(key, *down),
            };
            let Some(order) = order else { return Ok(None) };
            all = Some(all.map_or(order, |before| before.then(order)));
        }
        Ok(all)
    }

    /// The order by a field of one's own; records without a value come last.
    fn order_by_own<L: Line>(&self, key: &str, down: bool) -> Result<Option<Order>> {
        let table = L::Row::TABLE;
        let Ok(kind) = table.parse() else { return Ok(None) };
        let known = self.custom_fields(kind)?.into_iter().find(|field| field.key == key);
        let own = known.map(|field| OwnField { table, field: field.id, holds: field.sort() });
        Ok(own.map(|own| Order::by_own(own, down)))
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;
    use rstest::rstest;

    use crate::domain::word::{FieldKind, RecordKind};
    use crate::ops::account::{self, AccountInput};
    use crate::ops::field::{self, FieldInput};
    use crate::ops::{Hanging, setup};
    use crate::store::view::lines::AccountLine;
    use crate::store::view::list::{Clause, Seek};
    use crate::store::{Book, Clock};

    /// A book of accounts that have these values in a field of their own, the first one called A.
    fn book(folder: &std::path::Path, kind: FieldKind, choices: &[&str], values: &[&str]) -> Book {
        let day = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        let mut book = setup::open(&folder.join("a.keybook"), Clock::fixed(day)).unwrap();
        let choices = choices.iter().map(|choice| (*choice).to_owned()).collect();
        let input = FieldInput {
            record_kind: RecordKind::Account,
            key: "own".to_owned(),
            label: None,
            kind,
            choices,
        };
        field::define(&mut book, &input).unwrap();
        for (at, value) in values.iter().enumerate() {
            let name = char::from(b'A' + u8::try_from(at).unwrap()).to_string();
            let value = Some((*value).to_owned()).filter(|value| !value.is_empty());
            let hanging = Hanging { fields: vec![("own".to_owned(), value)], ..Hanging::default() };
            account::add(&mut book, &AccountInput { name: Some(name), hanging, ..AccountInput::default() })
                .unwrap();
        }
        book
    }

    #[rstest]
    #[case(FieldKind::Number, &[], &["10", "9.5", "", "-1"], "DBAC", "ABDC")]
    #[case(FieldKind::Text, &[], &["beta", "Alpha", "", "gamma"], "BADC", "DABC")]
    #[case(FieldKind::Date, &[], &["2026-12-01", "2026-03-31", "", "2027-01-01"], "BADC", "DABC")]
    #[case(FieldKind::Money, &[], &["100 EUR", "20 EUR", "", "3000 EUR"], "BADC", "DABC")]
    #[case(FieldKind::Choice, &["low", "middle", "high"], &["high", "low", "", "middle"], "BDAC", "ADBC")]
    #[case(FieldKind::YesNo, &[], &["no", "yes", "", "no"], "BADC", "DABC")]
    fn a_list_comes_in_the_order_of_a_field_of_ones_own(
        #[case] kind: FieldKind,
        #[case] choices: &[&str],
        #[case] values: &[&str],
        #[case] up: &str,
        #[case] down: &str,
    ) {
        let folder = tempfile::tempdir().unwrap();
        let book = book(folder.path(), kind, choices, values);
        let all = Clause::default();
        for (is_down, expected) in [(false, up), (true, down)] {
            let order = book.order_by::<AccountLine>(&[("field.own", is_down)]).unwrap().unwrap();
            let rows = book.window::<AccountLine>(&all, order, &Seek::First, 10).unwrap();
            let names: String = rows.iter().map(|row| row.line.account.name.as_str()).collect();
            assert_eq!(names, expected, "{kind} {is_down}");
            for (line, row) in rows.iter().enumerate() {
                let found = book.position::<AccountLine>(&all, order, row.line.account.id).unwrap();
                assert_eq!(found, Some((line, row.place.clone())));
                let after = Seek::After(row.place.clone());
                assert_eq!(book.window::<AccountLine>(&all, order, &after, 10).unwrap(), rows[line + 1..]);
            }
        }
    }

    #[test]
    fn a_field_of_ones_own_decides_where_rows_are_equal_before() {
        let folder = tempfile::tempdir().unwrap();
        let book = book(folder.path(), FieldKind::Number, &[], &["2", "", "1"]);
        let order = book.order_by::<AccountLine>(&[("city", false), ("field.own", false)]).unwrap().unwrap();
        let rows = book.window::<AccountLine>(&Clause::default(), order, &Seek::First, 10).unwrap();
        let names: String = rows.iter().map(|row| row.line.account.name.as_str()).collect();
        assert_eq!(names, "CAB");
        assert_eq!(book.order_by::<AccountLine>(&[("field.other", false)]).unwrap(), None);
    }
}
