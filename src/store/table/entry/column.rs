//! The columns of an entry's table, and how values lie in them.

use chrono::NaiveDate;
use rusqlite::{Row as SqlRow, ToSql};

use crate::domain::entry::{Field, Form, HangsOn, Spec, Value};
use crate::domain::id::Id;
use crate::domain::money::Money;

/// The columns of a kind's table, in their order.
pub(super) fn columns(spec: &Spec) -> Vec<String> {
    let hangs_on: &[&str] = match spec.hangs_on {
        HangsOn::Account => &["account_id"],
        HangsOn::Deal => &["deal_id"],
        HangsOn::Either => &["account_id", "deal_id"],
    };
    let mut columns = vec!["id".to_owned()];
    columns.extend(hangs_on.iter().map(|column| (*column).to_owned()));
    columns.extend(spec.ordered.then(|| "position".to_owned()));
    columns.extend(spec.fields.iter().map(Field::column));
    columns.extend(spec.has_money().then(|| "currency".to_owned()));
    columns.extend(["created_at".to_owned(), "updated_on".to_owned()]);
    columns
}

/// A value as it lies in its column.
pub(super) fn to_sql(value: Option<&Value>) -> Box<dyn ToSql> {
    match value {
        None => Box::new(None::<i64>),
        Some(Value::Text(text)) => Box::new(text.clone()),
        Some(Value::Number(number)) => Box::new(*number),
        Some(Value::Flag(flag)) => Box::new(*flag),
        Some(Value::Day(day)) => Box::new(*day),
        Some(Value::Money(money)) => Box::new(money.minor),
        Some(Value::Id(id)) => Box::new(*id),
    }
}

/// Reads a field's value from a place of a row; `money` knows the entry's currency.
pub(super) fn read_value(
    field: &Field,
    row: &SqlRow<'_>,
    place: usize,
    money: impl Fn(i64) -> Money,
) -> rusqlite::Result<Option<Value>> {
    Ok(match field.form {
        Form::Line | Form::Text | Form::Word(_) | Form::Quarter => {
            row.get::<_, Option<String>>(place)?.map(Value::Text)
        }
        Form::Number { .. } | Form::Stars(_) | Form::Decimal | Form::Rate => {
            row.get::<_, Option<i64>>(place)?.map(Value::Number)
        }
        Form::Flag => row.get::<_, Option<bool>>(place)?.map(Value::Flag),
        Form::Day => row.get::<_, Option<NaiveDate>>(place)?.map(Value::Day),
        Form::Money { .. } => row.get::<_, Option<i64>>(place)?.map(|minor| Value::Money(money(minor))),
        Form::Reference(_) => row.get::<_, Option<Id>>(place)?.map(Value::Id),
    })
}
