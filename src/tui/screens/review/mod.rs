//! The guided review: one screen for each deal that needs a word, the worst first, one key for each
//! decision, and the forecast to hand in at its end.

mod beside;
mod deal;
mod draw;
mod end;
mod follow;
mod head;
mod read;
mod settle;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Chosen, Place, Screen};
use crate::domain::attention::Reason;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::word::Status;
use crate::store::view::review::ReviewView;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use beside::Beside;
use read::{OnDeal, Outlook};

/// The screen's state.
#[derive(Debug, Default)]
pub struct ReviewScreen {
    view: Option<ReviewView>,
    /// The deal in hand; past the last one stands the end.
    at: usize,
    deal: Option<OnDeal>,
    outlook: Option<Outlook>,
    /// What is read beside the deal in hand.
    beside: Option<Beside>,
    /// What the period was expected to bring when this sitting began.
    at_first: Option<i128>,
    is_read: bool,
}

impl ReviewScreen {
    fn review(&self) -> Option<Id> {
        self.view.as_ref().map(|view| view.review.id)
    }

    fn number(&self) -> usize {
        self.view.as_ref().map_or(0, |view| view.stops.len())
    }

    /// Whether all deals lie behind.
    fn is_at_end(&self) -> bool {
        self.view.is_some() && self.at >= self.number()
    }

    /// Goes to another deal, or to the end.
    fn turn_to(&mut self, at: usize) -> Vec<Step> {
        self.at = at.min(self.number());
        self.is_read = false;
        vec![Effect::Read.into()]
    }

    /// Passes over the deal in hand; one that was decided already stays so.
    fn skip(&mut self) -> Vec<Step> {
        let stop = self.view.as_ref().and_then(|view| view.stops.get(self.at));
        let undecided = stop.is_some_and(|stop| stop.verdict.is_none() && stop.status == Some(Status::Open));
        match self.review().zip(self.deal.as_ref()).filter(|_| undecided) {
            Some((review, deal)) => vec![settle::skip(review, deal)],
            None => self.turn_to(self.at + 1),
        }
    }

    fn keep(&mut self) -> Vec<Step> {
        match self.review().zip(self.deal.as_ref()) {
            Some((review, deal)) if deal.is_open() => vec![settle::keep(review, deal)],
            _ => self.turn_to(self.at + 1),
        }
    }
}

impl Screen for ReviewScreen {
    fn place(&self) -> Place {
        Place::Review
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "review.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        if self.is_at_end() { &[Scope::Review] } else { &[Scope::Review, Scope::Deal, Scope::Record] }
    }

    fn offers(&self, action: Action) -> bool {
        let on_deal = self.deal.is_some() && !self.is_at_end();
        let at_end = self.is_at_end();
        match action {
            Action::LeaveReview => true,
            Action::PreviousStop => self.at > 0 && self.number() > 0,
            Action::SkipDeal | Action::KeepDeal | Action::LeaveOut => on_deal,
            Action::TickEntry => on_deal && self.deal.as_ref().is_some_and(OnDeal::lacks_sign),
            Action::ToSubmission => self.view.is_some() && !at_end,
            Action::SubmitForecast => at_end && self.outlook.is_some(),
            Action::WriteWeek => at_end,
            Action::AdvanceDeal => self
                .deal
                .as_ref()
                .is_some_and(|deal| deal.place().is_none_or(|at| at + 1 < deal.stages.len())),
            Action::BackDeal => self.deal.as_ref().is_some_and(|deal| deal.place() != Some(0)),
            _ => on_deal,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::KeepDeal => self.keep(),
            Action::SkipDeal => self.skip(),
            Action::TickEntry => {
                let known = self.review().zip(self.deal.as_ref());
                known.map(|(review, deal)| settle::see_sign(review, deal)).into_iter().collect()
            }
            Action::PreviousStop => self.turn_to(self.at.saturating_sub(1)),
            Action::ToSubmission => self.turn_to(usize::MAX),
            Action::LeaveOut => {
                let known = self.review().zip(self.deal.as_ref());
                known.map(|(review, deal)| settle::leave_out(look, review, deal)).into_iter().collect()
            }
            Action::SubmitForecast => {
                let known = self.view.as_ref().zip(self.outlook.as_ref());
                known.map(|(view, outlook)| settle::submit(look, view, outlook)).into_iter().collect()
            }
            Action::WriteWeek => vec![settle::write_week(look, self.outlook.as_ref())],
            _ => Vec::new(),
        }
    }

    fn deed(&self, action: Action, look: &Look) -> Option<Vec<Step>> {
        let (review, deal) = self.review().zip(self.deal.as_ref())?;
        settle::decide(look, review, &deal.chosen(), deal.line.deal.close_on, action)
    }

    fn chosen(&self) -> Option<Chosen> {
        self.deal.as_ref().filter(|_| !self.is_at_end()).map(OnDeal::chosen)
    }

    fn resized(&mut self, _look: &Look) -> Vec<Step> {
        // There may be room now for what stands beside the deal.
        self.is_read = false;
        vec![Effect::Read.into()]
    }

    fn period(&self, look: &Look) -> Period {
        Period::quarter_of(look.today, look.first_month)
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        self.is_read = false;
        if changes.is_none_or(|changes| changes.touch(&["activity", "commitment", "deal"])) {
            self.beside = None;
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.is_read { Ok(()) } else { self.refresh(book, look) }
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let signs = [
            ("▒█", tr!(look.lang, "review.sign_band")),
            ("▲ ▼", tr!(look.lang, "funnel.sign_change")),
            ("!", tr!(look.lang, "funnel.sign_overdue")),
            ("?", tr!(look.lang, "funnel.sign_missing")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf);
        None
    }
}

impl OnDeal {
    /// The deal as what is done is done to.
    fn chosen(&self) -> Chosen {
        Chosen::from(&self.line.deal)
    }

    /// Whether it went on without an exit sign.
    fn lacks_sign(&self) -> bool {
        self.is_open() && self.reasons.iter().any(|(reason, _)| *reason == Reason::ExitSignMissing)
    }

    fn is_open(&self) -> bool {
        self.line.deal.status == Status::Open
    }

    fn place(&self) -> Option<usize> {
        self.stages.iter().position(|stage| stage.id == self.line.deal.stage_id)
    }
}
