//! How many there are of what the book keeps beside its records, and how many records depend on each.

use std::collections::HashMap;

use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;

/// Which records are counted, by what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Uses {
    /// Open deals by their stage.
    OpenDealsOfStages,
    /// Deals by the reason that they were lost for.
    DealsOfLostReasons,
    /// Accounts by who looks after them.
    AccountsOfColleagues,
    /// Deals by who works on them.
    DealsOfColleagues,
    /// Records by their tags.
    RecordsOfTags,
    /// Records by the custom fields that they have something in.
    RecordsOfFields,
}

impl Uses {
    /// Each is answered by an index alone.
    pub(super) fn query(self) -> &'static str {
        match self {
            Uses::OpenDealsOfStages => {
                "SELECT stage_id, count(*) FROM deal WHERE status = 'open' GROUP BY stage_id"
            }
            Uses::DealsOfLostReasons => {
                "SELECT lost_reason_id, count(*) FROM deal WHERE lost_reason_id IS NOT NULL GROUP BY lost_reason_id"
            }
            Uses::AccountsOfColleagues => {
                "SELECT owner_id, count(*) FROM account WHERE owner_id IS NOT NULL GROUP BY owner_id"
            }
            Uses::DealsOfColleagues => {
                "SELECT owner_id, count(*) FROM deal WHERE owner_id IS NOT NULL GROUP BY owner_id"
            }
            Uses::RecordsOfTags => "SELECT tag_id, count(*) FROM tagging GROUP BY tag_id",
            Uses::RecordsOfFields => "SELECT field_id, count(*) FROM custom_value GROUP BY field_id",
        }
    }
}

/// How many there are of each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RegisterCounts {
    /// Products, also those not sold any more.
    pub products: u64,
    /// Small orders.
    pub orders: u64,
    /// Quotas.
    pub quotas: u64,
    /// Exchange rates to the base currency.
    pub rates: u64,
    /// Stages.
    pub stages: u64,
    /// Reasons for losing.
    pub lost_reasons: u64,
    /// Colleagues.
    pub colleagues: u64,
    /// Tags.
    pub tags: u64,
    /// Custom fields.
    pub fields: u64,
}

impl Book {
    /// How many records depend on each; those on which none does are left out.
    pub fn uses(&self, uses: Uses) -> Result<HashMap<Id, u64>> {
        let mut statement = self.connection.prepare_cached(uses.query())?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)?.unsigned_abs())))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }

    /// How many there are of what is kept beside the records.
    pub fn register_counts(&self) -> Result<RegisterCounts> {
        let base = self.settings()?.base_currency;
        let sql = "SELECT (SELECT count(*) FROM product), (SELECT count(*) FROM small_order),
            (SELECT count(*) FROM quota), (SELECT count(*) FROM exchange_rate WHERE base = ?1),
            (SELECT count(*) FROM stage), (SELECT count(*) FROM lost_reason), (SELECT count(*) FROM colleague),
            (SELECT count(*) FROM tag), (SELECT count(*) FROM custom_field)";
        Ok(self.connection.prepare_cached(sql)?.query_row([base], |row| {
            let number = |at| row.get::<_, i64>(at).map(i64::unsigned_abs);
            Ok(RegisterCounts {
                products: number(0)?,
                orders: number(1)?,
                quotas: number(2)?,
                rates: number(3)?,
                stages: number(4)?,
                lost_reasons: number(5)?,
                colleagues: number(6)?,
                tags: number(7)?,
                fields: number(8)?,
            })
        })?)
    }
}
