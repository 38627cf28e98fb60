//! Reads what the funnel screen shows: the figures when they may have changed, and of the deals only
//! the part around what is in view.

use chrono::Days;

use super::model::{Indicators, Model};
use super::{FunnelScreen, split};
use crate::domain::range::SEED;
use crate::domain::word::RecordKind;
use crate::store::view::lines::DealLine;
use crate::store::view::list::{Clause, Line};
use crate::store::{Book, Result};
use crate::tui::look::Look;
use crate::tui::screens::list::detail::read_record;
use crate::tui::screens::window::Window;

/// Weeks of attainment that are shown.
const WEEKS: u64 = 13;

/// What has to be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Stale {
    /// Nothing.
    Nothing,
    /// Deals, as the list was moved out of what was read.
    View,
    /// Deals, as another list is shown.
    Deals,
    /// Everything.
    #[default]
    All,
}

/// What the first picture goes without.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lack {
    /// Nothing.
    #[default]
    Nothing,
    /// The attainment of the weeks before.
    Weeks,
    /// That, and what the period may bring.
    Range,
    /// That, and the indicators themselves.
    Indicators,
}

impl FunnelScreen {
    /// Reads what is stale.
    pub(super) fn refresh(&mut self, book: &Book, look: &Look) -> Result<()> {
        if self.stale == Stale::All {
            let before = std::mem::take(&mut self.model);
            let period = self.indicator_period(look);
            // What the period brought when it was last reckoned stands until it is again.
            let indicators = before.indicators.filter(|before| before.forecast.period == period);
            self.model = Model { deals: before.deals, indicators, ..self.read_figures(book, look)? };
            self.lacks = if self.model.is_empty { Lack::Nothing } else { Lack::Indicators };
        }
        self.settle(look);
        if self.stale > Stale::Nothing {
            self.read_deals(book, look)?;
        }
        self.stale = Stale::Nothing;
        self.settle(look);
        self.read_detail(book, look)
    }

    /// Reads the detail of the chosen deal where it is shown, and not yet as the book has it now.
    fn read_detail(&mut self, book: &Book, look: &Look) -> Result<()> {
        let (area, chosen) = (split(look.room()).1, self.chosen_deal().map(|line| line.deal.id));
        let Some(deal) = chosen.filter(|_| area.is_some()) else {
            self.detail.forget();
            return Ok(());
        };
        if !self.detail.is_of(deal) {
            match read_record(book, look, RecordKind::Deal, deal)? {
                Some((record, page)) => self.detail.read(book, look, &record, page, area)?,
                None => self.detail.forget(),
            }
        }
        Ok(())
    }

    /// Reads the next part of what costs more than the funnel: the indicators, what the period may bring, played
    /// through, then how its attainment came to be.
    pub(super) fn read_lack(&mut self, book: &Book, look: &Look) -> Result<()> {
        self.lacks = match (self.lacks, &mut self.model.indicators) {
            (Lack::Indicators, known) => {
                let forecast =
                    book.forecast(self.span.indicator_period(look.today, look.first_month), None)?;
                *known = Some(match known.take() {
                    Some(before) => Indicators { forecast, ..before },
                    None => Indicators { forecast, earlier: vec![None; WEEKS as usize - 1], range: None },
                });
                Lack::Range
            }
            (Lack::Range, Some(known)) => {
                known.range = Some(book.range_of(&known.forecast, SEED)?.range.band);
                if known.forecast.attainment.is_some() { Lack::Weeks } else { Lack::Nothing }
            }
            (Lack::Weeks, Some(known)) => {
                let weeks_ago = |weeks: u64| look.today.checked_sub_days(Days::new(7 * weeks));
                let days: Vec<_> = (1..WEEKS).rev().filter_map(weeks_ago).collect();
                let then = book.attainment_on(known.forecast.period, &days)?;
                known.earlier = then.into_iter().map(|ratio| ratio.map(|ratio| ratio.value())).collect();
                Lack::Nothing
            }
            _ => Lack::Nothing,
        };
        Ok(())
    }

    fn read_figures(&self, book: &Book, look: &Look) -> Result<Model> {
        let view = book.funnel(self.shown_period(look), None)?;
        let nothing = view.funnel.total.deals == 0 && view.funnel.without_rate.is_empty();
        let is_empty = nothing && (view.period.is_none() || book.funnel(None, None)?.funnel.total.deals == 0);
        Ok(Model { stages: view.stages, funnel: view.funnel, is_empty, ..Model::default() })
    }

    fn read_deals(&mut self, book: &Book, look: &Look) -> Result<()> {
        let Some(stage) = self.model.stages.get(self.stage.at()) else {
            self.model.deals = Window::default();
            return Ok(());
        };
        let closing = self.shown_period(look).map(|period| period.range(look.first_month));
        let clause = Clause::open_at_stage(stage.id, closing);
        let count = book.count::<DealLine>(&clause)?;
        let total = usize::try_from(count).unwrap_or(usize::MAX);
        let height = self.parts(look.room()).deals.height.into();
        let wanted = self.deal.view(total, height);
        if self.stale == Stale::Deals {
            self.model.deals = Window::default();
        }
        self.model.deals.for_height(height);
        self.model.deals.read(book, &clause, DealLine::ORDER, wanted, total)?;
        let read: Vec<_> = self.model.deals.rows.iter().map(|placed| placed.line.deal.id).collect();
        self.model.attention = book.attention_of(&read)?;
        Ok(())
    }
}
