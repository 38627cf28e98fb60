//! How identities, amounts, rates and instants are written in views: as programs read them everywhere else.

use rusqlite::functions::FunctionFlags;
use rusqlite::{Connection, Result};

use crate::domain::id::Id;
use crate::domain::money::{Currency, Money, Rate};
use crate::store::clock::rfc3339;

/// Registers every function of this file on a connection.
pub(super) fn register(connection: &Connection) -> Result<()> {
    let pure =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS | FunctionFlags::SQLITE_DETERMINISTIC;
    connection.create_scalar_function("keybook_id", 1, pure, |context| {
        let id: Option<i64> = context.get(0)?;
        Ok(id.map(|id| Id(id).to_string()))
    })?;
    connection.create_scalar_function("keybook_money", 2, pure, |context| {
        let (minor, currency): (Option<i64>, Option<Currency>) = (context.get(0)?, context.get(1)?);
        Ok(minor.zip(currency).map(|(minor, currency)| Money::new(minor, currency).decimal()))
    })?;
    connection.create_scalar_function("keybook_rate", 1, pure, |context| {
        let rate: Option<i64> = context.get(0)?;
        Ok(rate.map(|rate| Rate(rate).decimal()))
    })?;
    connection.create_scalar_function("keybook_instant", 1, pure, |context| {
        let millis: Option<i64> = context.get(0)?;
        Ok(millis.map(rfc3339))
    })
}
