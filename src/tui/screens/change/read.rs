//! Reads the bridge, and of the deals behind the chosen bar those that are in view.

use chrono::Days;

use super::ChangeScreen;
use crate::domain::attention::Reason;
use crate::domain::id::Id;
use crate::store::view::bridge::{DealChange, DealName};
use crate::store::view::lines::DealLine;
use crate::store::{Book, Error, Result};
use crate::tui::look::Look;

/// A deal behind a bar.
#[derive(Debug)]
pub struct Behind {
    /// Its place among those behind the bar.
    pub place: usize,
    /// What became of it.
    pub change: DealChange,
    /// What it is called, also where it was deleted.
    pub name: DealName,
    /// Why it needs a word now.
    pub reasons: Vec<Reason>,
    /// The deal as it stands now; none where it was deleted.
    pub line: Option<DealLine>,
}

impl ChangeScreen {
    pub(super) fn refresh(&mut self, book: &Book, look: &Look) -> Result<()> {
        if self.is_stale {
            // Of a past day that is looked back to, nothing later is known.
            let asked = self.days.filter(|(from, _)| *from < look.today);
            let (from, to) = match asked {
                Some((from, to)) => (from, to.min(look.today)),
                None => {
                    let today = look.today;
                    let week_ago = today.checked_sub_days(Days::new(7)).unwrap_or(today);
                    let last = book.last_review_before(today)?;
                    (last.map_or(week_ago, |review| review.day), today)
                }
            };
            let view = book.bridge(self.shown_period(look), from, to)?;
            self.bars = view.bridge.bars();
            self.view = Some(view);
            (self.is_stale, self.is_settled) = (false, false);
        }
        self.settle(look);
        if self.is_settled {
            return Ok(());
        }
        let height = self.parts(look).deals.height.into();
        let view = self.deal.view(self.changes().len(), height);
        let first = view.start;
        let shown: Vec<DealChange> = self.changes().get(view).unwrap_or_default().to_vec();
        let ids: Vec<Id> = shown.iter().map(|one| one.deal).collect();
        let names = book.deal_names(&ids)?;
        let mut attention = book.attention_of(&ids)?;
        self.behind = Vec::new();
        for (place, change) in (first..).zip(shown) {
            let line = match book.line::<DealLine>(change.deal) {
                Ok(line) => Some(line),
                Err(Error::NoRecord) => None,
                Err(error) => return Err(error),
            };
            let name = names.get(&change.deal).cloned().unwrap_or_default();
            let reasons = attention.remove(&change.deal).unwrap_or_default();
            self.behind.push(Behind { place, change, name, reasons, line });
        }
        self.is_settled = true;
        Ok(())
    }
}
