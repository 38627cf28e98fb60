//! Reads what the shown part is made of, and of the deals behind its chosen line those that are in view.

use super::TrackScreen;
use super::part::Part;
use crate::domain::attention::Reason;
use crate::domain::id::Id;
use crate::store::view::behind::DealBehind;
use crate::store::view::lines::DealLine;
use crate::store::{Book, Error, Result};
use crate::tui::look::Look;

/// A deal behind a figure, in view.
#[derive(Debug)]
pub struct Behind {
    /// Its place among those behind the figure.
    pub place: usize,
    /// What became of it.
    pub one: DealBehind,
    /// Why it needs a word now.
    pub reasons: Vec<Reason>,
    /// The deal as it stands now.
    pub line: DealLine,
}

impl TrackScreen {
    pub(super) fn refresh(&mut self, book: &Book, look: &Look) -> Result<()> {
        if self.is_stale {
            (self.held, self.flow, self.losses) = (None, None, None);
            (self.is_stale, self.is_behind_read) = (false, false);
        }
        let (from, to) = self.span(look);
        match self.part {
            Part::Forecasts if self.held.is_none() => {
                self.held = Some(book.track_record(from, to, None, None)?);
            }
            Part::Stages | Part::WinRates if self.flow.is_none() => self.flow = Some(book.flow(from, to)?),
            Part::Reasons | Part::Competitors if self.losses.is_none() => {
                self.losses = Some(book.losses(from, to)?);
            }
            _ => {}
        }
        if !self.is_behind_read {
            self.deals = Vec::new();
            self.line.choose(self.line.at(), self.figures().len(), self.parts(look).lines.height.into());
            let figure = self.figures().into_iter().nth(self.line.at());
            if let Some(figure) = figure.filter(|_| self.parts(look).deals.height > 0) {
                self.deals = book.deals_behind(&figure, from, to)?;
                self.is_behind_read = true;
            }
        }
        self.settle(look);
        self.read_view(book, look)
    }

    /// The lines of the deals in view; one that was deleted meanwhile has none.
    fn read_view(&mut self, book: &Book, look: &Look) -> Result<()> {
        let view = self.deal.view(self.deals.len(), self.parts(look).deals.height.into());
        let first = view.start;
        let shown: Vec<DealBehind> = self.deals.get(view).unwrap_or_default().to_vec();
        let ids: Vec<Id> = shown.iter().map(|one| one.deal).collect();
        let mut attention = book.attention_of(&ids)?;
        self.behind.clear();
        for (place, one) in (first..).zip(shown) {
            match book.line::<DealLine>(one.deal) {
                Ok(line) => {
                    let reasons = attention.remove(&one.deal).unwrap_or_default();
                    self.behind.push(Behind { place, one, reasons, line });
                }
                Err(Error::NoRecord) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}
