//! The deal that a row names.

use super::super::refusal::Refusal;
use super::{Joiner, only};
use crate::domain::id::Id;
use crate::domain::text::name_key;
use crate::domain::word::RecordKind;
use crate::exchange::DealRef;

impl Joiner<'_> {
    /// The deal that a reference means; none where it is not known or several could be meant.
    pub fn deal(&self, reference: &DealRef, account: Option<Id>) -> Result<Option<Id>, Refusal> {
        if let Some(id) = &reference.id
            && let Some(known) = self.space.referred(self.writer, RecordKind::Deal, id)?
        {
            return Ok(Some(known));
        }
        let Some(name) = &reference.name else { return Ok(None) };
        let called = self.writer.deals_named_at(&name_key(name), account, 2)?;
        Ok(only(called).ok().flatten().map(|deal| deal.id))
    }
}
