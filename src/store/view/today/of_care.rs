//! What the care of accounts asks for, among what is due: complaints, people gone quiet, special days ahead.

use std::collections::HashMap;

use super::source::{Bound, FIRST_DAY, SOURCES};
use super::{Agenda, Due, DueKey, DueKind};
use crate::store::book::Book;
use crate::store::error::Result;

/// What the care of accounts asks for; what is put off too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CareDue {
    /// Complaints without an answer, the oldest first.
    pub complaints: Vec<Due>,
    /// People gone quiet, those first whose rhythm ran out first.
    pub quiet: Vec<Due>,
    /// Special days to come, whether their notice has begun or not.
    pub special_days: Vec<Due>,
}

impl Book {
    /// What the care of all accounts asks for: complaints and people gone quiet by today, special days of so
    /// many days to come.
    pub fn care_due(&self, days: i64) -> Result<CareDue> {
        let _moment = self.moment()?;
        let today = self.today();
        let agenda = Agenda::ungathered(self, today)?;
        let all_of = |kind: DueKind| -> Result<Vec<DueKey>> {
            let start = Bound::After(DueKey::start_of(FIRST_DAY));
            let mut keys = vec![];
            for source in SOURCES.iter().filter(|source| source.kind == kind) {
                keys.extend(self.due_keys(source, &agenda, start, usize::MAX)?);
            }
            Ok(keys)
        };
        let mut quiet = all_of(DueKind::QuietContact)?;
        quiet.extend(self.quiet_until_planned()?);
        Ok(CareDue {
            complaints: self.described(&agenda, all_of(DueKind::Complaint)?)?,
            quiet: self.described(&agenda, quiet)?,
            special_days: self.described(&agenda, self.special_days(today, days)?)?,
        })
    }

    /// What is shown of these, by their days.
    fn described(&self, agenda: &Agenda, mut keys: Vec<DueKey>) -> Result<Vec<Due>> {
        keys.sort_unstable();
        let mut lines = HashMap::new();
        if let Some(first) = keys.first() {
            self.describe(first.kind, agenda, &keys, &mut lines)?;
        }
        Ok(keys.iter().filter_map(|key| lines.remove(key)).collect())
    }
}
