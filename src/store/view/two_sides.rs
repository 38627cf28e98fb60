//! Two records of one kind beside each other: what each tells of every part in which they may disagree.

use rusqlite::types::ValueRef;

use super::record_history::Held;
use crate::domain::id::Id;
use crate::domain::merge::Part;
use crate::domain::word::RecordKind;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::functions::to_json;

/// A part of two records.
#[derive(Debug, Clone, PartialEq)]
pub struct TwoSides {
    /// Which part.
    pub part: &'static Part,
    /// Its fields, as `account.city`, with what each side holds; those that only the program needs apart.
    pub fields: Vec<(String, [Held; 2])>,
    /// Whether both tell it, and differently: one of them is to be chosen.
    pub differ: bool,
}

impl Book {
    /// What two records tell of each part of their kind, in the order in which they are shown.
    ///
    /// # Errors
    /// [`crate::store::Error::NoRecord`] where one of them is not there.
    pub fn two_sides(&self, kind: RecordKind, one: Id, other: Id) -> Result<Vec<TwoSides>> {
        let _moment = self.moment()?;
        let mut all = vec![];
        for sides in self.sides(kind, one, other)? {
            let mut fields = vec![];
            for (place, column) in sides.part.columns.iter().enumerate() {
                let held = |side: usize| -> Result<Held> {
                    let value = to_json(ValueRef::from(&sides.values[side][place]));
                    match (value.as_i64(), sides.currency(side)) {
                        (Some(minor), Some(currency)) => Ok(Held::Money(minor, currency)),
                        _ => self.held(kind.as_str(), column, &value),
                    }
                };
                let both = [held(0)?, held(1)?];
                fields.push((format!("{kind}.{column}"), both));
            }
            all.push(TwoSides { part: sides.part, fields, differ: sides.differ() });
        }
        Ok(all)
    }

    /// How much hangs on a record: by kind of what hangs there.
    pub fn hanging_on(&self, kind: RecordKind, record: Id) -> Result<Vec<(RecordKind, u64)>> {
        let count = |(hanging, sql): (RecordKind, &str)| -> Result<(RecordKind, u64)> {
            let number: i64 = self.connection.prepare_cached(sql)?.query_row([record], |row| row.get(0))?;
            Ok((hanging, number.unsigned_abs()))
        };
        let counts: &[(RecordKind, &str)] = match kind {
            RecordKind::Account => &[
                (RecordKind::Contact, "SELECT count(*) FROM contact WHERE account_id = ?1"),
                (RecordKind::Deal, "SELECT count(*) FROM deal WHERE account_id = ?1"),
                (RecordKind::Activity, "SELECT count(*) FROM activity WHERE account_id = ?1"),
                (RecordKind::Order, "SELECT count(*) FROM small_order WHERE account_id = ?1"),
            ],
            RecordKind::Contact => &[
                (RecordKind::Deal, "SELECT count(*) FROM deal_contact WHERE contact_id = ?1"),
                (RecordKind::Activity, "SELECT count(*) FROM activity_contact WHERE contact_id = ?1"),
            ],
            RecordKind::Deal => &[
                (RecordKind::Contact, "SELECT count(*) FROM deal_contact WHERE deal_id = ?1"),
                (RecordKind::Product, "SELECT count(*) FROM deal_product WHERE deal_id = ?1"),
                (RecordKind::Activity, "SELECT count(*) FROM activity WHERE deal_id = ?1"),
            ],
            _ => &[],
        };
        counts.iter().copied().map(count).collect()
    }
}
