//! What waits on the days between two, whichever they are: for a calendar.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::source::{Bound, SOURCES};
use super::{Agenda, Due, DueKey, DueKind};
use crate::domain::due::next_anniversary;
use crate::domain::id::Id;
use crate::domain::word::Calendar;
use crate::store::book::Book;
use crate::store::error::Result;

impl Book {
    /// What waits on a day between two, both included, put off or not, and the special days between them, of
    /// either calendar, with or without notice. That a deal is past its date belongs to no day.
    pub(in crate::store::view) fn due_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<Due>> {
        let agenda = Agenda::ungathered(self, to)?;
        let mut keys = self.special_days_between(from, to)?;
        for source in SOURCES.iter().filter(|source| source.waits_on_its_day()) {
            keys.extend(self.due_keys(source, &agenda, Bound::After(DueKey::start_of(from)), usize::MAX)?);
        }
        keys.sort_unstable();
        let mut lines: HashMap<DueKey, Due> = HashMap::new();
        for kind in DueKind::ALL {
            self.describe(*kind, &agenda, &keys, &mut lines)?;
        }
        Ok(keys.into_iter().filter_map(|key| lines.remove(&key)).collect())
    }

    fn special_days_between(&self, from: NaiveDate, to: NaiveDate) -> Result<Vec<DueKey>> {
        let mut statement =
            self.connection.prepare_cached("SELECT id, calendar, month, day FROM special_day")?;
        let mut rows = statement.raw_query();
        // A year has few days, and many records fall on each.
        let mut known: HashMap<(Calendar, u32, u32), Option<NaiveDate>> = HashMap::new();
        let mut keys = vec![];
        while let Some(row) = rows.next()? {
            let (id, calendar, month, day): (Id, Calendar, u32, u32) =
                (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let next = *known
                .entry((calendar, month, day))
                .or_insert_with(|| next_anniversary(calendar, month, day, from));
            if let Some(on) = next.filter(|on| *on <= to) {
                keys.push(DueKey { on, kind: DueKind::SpecialDay, id });
            }
        }
        Ok(keys)
    }
}
