//! The funnel: the stages as a picture, the three indicators over it, the chosen stage's deals under it.

mod deals;
mod layout;
pub mod model;
mod picture;
mod read;
pub(super) mod span;
mod strip;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Widget;

use super::list::detail::DetailPane;
use super::{Chosen, Place, Screen, beside, is_vast, ways};
use crate::domain::period::Period;
use crate::report::words;
use crate::store::view::lines::DealLine;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::window::Window;
use crate::tui::step::Step;
use crate::tui::widgets::empty;
use crate::tui::widgets::list::Cursor;
use deals::DealList;
use layout::Parts;
use model::Model;
use picture::Picture;
use read::{Lack, Stale};
use span::Span;
use strip::Strip;

/// What the width of a bar means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Measure {
    /// The sum of amounts.
    #[default]
    Amount,
    /// The number of deals.
    Deals,
}

/// The screen's state.
#[derive(Debug, Default)]
pub struct FunnelScreen {
    model: Model,
    measure: Measure,
    span: Span,
    stage: Cursor,
    deal: Cursor,
    /// The chosen deal, on a very large screen.
    detail: DetailPane,
    stale: Stale,
    /// What of it is still to be read.
    lacks: Lack,
}

impl FunnelScreen {
    /// A screen that has read nothing yet.
    pub fn new() -> FunnelScreen {
        FunnelScreen::default()
    }

    /// The period whose deals are shown; none is all open ones.
    fn shown_period(&self, look: &Look) -> Option<Period> {
        self.span.period(look.today, look.first_month)
    }

    /// The period of the indicators.
    fn indicator_period(&self, look: &Look) -> Period {
        self.span.indicator_period(look.today, look.first_month)
    }

    fn chosen_deal(&self) -> Option<&DealLine> {
        self.model.deals.line(self.deal.at())
    }

    /// Puts the cursors on what there is.
    fn settle(&mut self, look: &Look) {
        let parts = self.parts(look.room());
        let stages = usize::from(parts.stages.height / parts.stage_height);
        self.stage.choose(self.stage.at(), self.model.stages.len(), stages);
        self.deal.choose(self.deal.at(), self.model.deals.total, parts.deals.height.into());
    }

    fn parts(&self, area: Rect) -> Parts {
        Parts::of(split(area).0, self.model.stages.len(), !self.model.funnel.without_rate.is_empty())
    }

    fn span_in_words(&self, look: &Look) -> String {
        match self.shown_period(look) {
            None => tr!(look.lang, "funnel.all_open").into_owned(),
            Some(period) => period.to_string(),
        }
    }

    fn heading(&self, look: &Look) -> String {
        let name = self.model.stages.get(self.stage.at()).map(|stage| words::stage(look.lang, stage));
        let name = name.unwrap_or_default();
        match self.model.deals.total {
            1 => tr!(look.lang, "funnel.stage_and_deal", stage = name).into_owned(),
            deals => tr!(look.lang, "funnel.stage_and_deals", stage = name, deals = deals).into_owned(),
        }
    }

    fn choose_stage(&mut self, index: usize, look: &Look) -> Vec<Step> {
        let parts = self.parts(look.room());
        let visible = usize::from(parts.stages.height / parts.stage_height);
        self.stage.choose(index, self.model.stages.len(), visible);
        self.read_from_the_top(Stale::Deals)
    }

    fn choose_span(&mut self, span: Span) -> Vec<Step> {
        self.span = span;
        self.read_from_the_top(Stale::All)
    }

    fn read_from_the_top(&mut self, stale: Stale) -> Vec<Step> {
        self.deal = Cursor::default();
        self.model.deals = Window::default();
        self.stale = self.stale.max(stale);
        vec![Effect::Read.into()]
    }

    fn move_in_list(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let height = usize::from(self.parts(look.room()).deals.height);
        self.deal.follow(action, self.model.deals.total, height);
        self.read_what_is_in_view(look)
    }

    fn read_what_is_in_view(&mut self, look: &Look) -> Vec<Step> {
        let height = usize::from(self.parts(look.room()).deals.height);
        let shows_detail = split(look.room()).1.is_some();
        let other_detail = shows_detail && !self.detail.shows(self.chosen_deal().map(|line| line.deal.id));
        if !self.model.deals.holds(&self.deal.view(self.model.deals.total, height)) {
            self.stale = self.stale.max(Stale::View);
        } else if !other_detail {
            return Vec::new();
        }
        vec![Effect::Read.into()]
    }
}

/// The funnel's part of the screen; and beside it, on a very large one, where the chosen deal's detail stands.
fn split(area: Rect) -> (Rect, Option<Rect>) {
    if !is_vast(area) {
        return (area, None);
    }
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width - 2, height: area.height - 1 };
    let (funnel, detail) = beside(inner, false);
    (Rect { width: funnel.width + 2, ..area }, detail)
}

impl Screen for FunnelScreen {
    fn place(&self) -> Place {
        Place::Funnel
    }

    fn has_rest(&self) -> bool {
        self.lacks != Lack::Nothing
    }

    fn read_rest(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.read_lack(book, look)
    }

    fn looks_back(&self) -> bool {
        true
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "funnel.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Funnel, Scope::Deal, Scope::Record, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::AdvanceDeal => {
                self.chosen_deal().is_some() && self.stage.at() + 1 < self.model.stages.len()
            }
            Action::BackDeal => self.chosen_deal().is_some() && self.stage.at() > 0,
            _ => !self.model.is_empty,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let count = self.model.stages.len().max(1);
        match action {
            Action::NextStage => self.choose_stage((self.stage.at() + 1) % count, look),
            Action::PreviousStage => self.choose_stage((self.stage.at() + count - 1) % count, look),
            Action::NextPeriod => self.choose_span(self.span.next()),
            Action::PreviousPeriod => self.choose_span(self.span.previous()),
            Action::AllPeriods => self.choose_span(Span::AllOpen),
            Action::ToggleMeasure => {
                self.measure = match self.measure {
                    Measure::Amount => Measure::Deals,
                    Measure::Deals => Measure::Amount,
                };
                Vec::new()
            }
            other => self.move_in_list(other, look),
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        self.chosen_deal().map(|line| Chosen::from(&line.deal))
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        self.detail.settle(look, split(look.room()).1);
        self.read_what_is_in_view(look)
    }

    fn period(&self, look: &Look) -> Period {
        self.indicator_period(look)
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        let shown = ["deal", "account", "stage", "small_order", "quota", "exchange_rate", "setting"];
        self.detail.expire();
        if changes.is_none_or(|changes| changes.touch(&shown)) {
            self.stale = Stale::All;
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.refresh(book, look)
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let lang = look.lang;
        let signs = [
            ("!", tr!(lang, "funnel.sign_overdue")),
            ("?", tr!(lang, "funnel.sign_missing")),
            ("██", tr!(lang, "funnel.sign_core")),
            ("▒█▒", tr!(lang, "funnel.sign_range")),
            ("┃", tr!(lang, "funnel.sign_quota")),
            ("▲ ▼", tr!(lang, "funnel.sign_change")),
            ("!2", tr!(lang, "list.sign_attention")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if self.model.is_empty {
            let (title, words) = (tr!(look.lang, "funnel.empty_title"), tr!(look.lang, "funnel.empty_words"));
            empty::draw(look, &title, &words, &ways(look), area, buf);
            return None;
        }
        let parts = self.parts(area);
        let (period, indicators) = (self.indicator_period(look), self.model.indicators.as_ref());
        Strip { look, period, indicators }.render(parts.strip, buf);
        let span = self.span_in_words(look);
        Picture { look, model: &self.model, measure: self.measure, chosen: self.stage, span: &span }
            .draw(&parts, buf);
        let heading = self.heading(look);
        let when_empty = match self.shown_period(look) {
            None => tr!(look.lang, "funnel.no_deals_at_stage"),
            Some(period) => tr!(look.lang, "funnel.no_deals_in_period", period = period),
        };
        let list = DealList {
            look,
            deals: &self.model.deals,
            attention: &self.model.attention,
            cursor: self.deal,
            heading: &heading,
            when_empty: &when_empty,
        };
        list.draw(parts.deals_head, parts.deals, buf);
        if let Some(detail) = split(area).1 {
            self.detail.draw_beside(look, detail, buf);
        }
        None
    }
}
