//! The track record: how near forecasts were, how deals fare at each stage, one's own win rates, and why
//! and to whom deals were lost. Every line opens the deals behind it.

pub(super) mod back;
mod below;
mod draw;
mod part;
mod picture;
mod read;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Chosen, Place, Screen, Visit};
use crate::store::view::behind::DealBehind;
use crate::store::view::flow::FlowView;
use crate::store::view::losses::LossesView;
use crate::store::view::track::Held;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::dialogs::confirm::Confirm;
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel;
use crate::tui::widgets::list::Cursor;
use back::Back;
use draw::Parts;
use part::Part;
use read::Behind;

/// The screen's state.
#[derive(Debug, Default)]
pub struct TrackScreen {
    part: Part,
    back: Back,
    /// The days that were asked for, in place of those.
    days: Option<(NaiveDate, NaiveDate)>,
    held: Option<Vec<Held>>,
    flow: Option<FlowView>,
    losses: Option<LossesView>,
    /// The chosen line of the part.
    line: Cursor,
    /// Whether one is among the deals behind the line.
    is_inside: bool,
    deals: Vec<DealBehind>,
    deal: Cursor,
    /// Those of the deals that are in view.
    behind: Vec<Behind>,
    is_stale: bool,
    is_behind_read: bool,
}

impl TrackScreen {
    /// The first and the last day that it looks at.
    fn span(&self, look: &Look) -> (NaiveDate, NaiveDate) {
        let (from, to) = self.days.unwrap_or_else(|| self.back.days(look.today, look.first_month));
        // What came after the day that is shown had not been then.
        (from.min(look.today), to.min(look.today))
    }

    fn parts(&self, look: &Look) -> Parts {
        Parts::of(look.room(), self.figures().len(), self.is_inside, self.part)
    }

    fn settle(&mut self, look: &Look) {
        self.is_inside &= !self.deals.is_empty();
        let parts = self.parts(look);
        self.line.choose(self.line.at(), self.figures().len(), parts.lines.height.into());
        self.deal.choose(self.deal.at(), self.deals.len(), parts.deals.height.into());
    }

    fn move_to(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let parts = self.parts(look);
        if self.is_inside {
            self.deal.follow(action, self.deals.len(), parts.deals.height.into());
        } else if self.line.follow(action, self.figures().len(), parts.lines.height.into()) {
            return self.enter(false);
        }
        vec![Effect::Read.into()]
    }

    fn turn_to(&mut self, part: Part) -> Vec<Step> {
        self.part = part;
        self.line = Cursor::default();
        self.enter(false)
    }

    fn enter(&mut self, inside: bool) -> Vec<Step> {
        (self.is_inside, self.is_behind_read) = (inside, false);
        self.deal = Cursor::default();
        self.deals.clear();
        self.behind.clear();
        vec![Effect::Read.into()]
    }

    fn look_back(&mut self, back: Back) -> Vec<Step> {
        (self.back, self.days, self.is_stale) = (back, None, true);
        self.line = Cursor::default();
        self.enter(false)
    }

    fn chosen_deal(&self) -> Option<&Behind> {
        let at = self.deal.at();
        self.behind.iter().find(|one| one.place == at).filter(|_| self.is_inside)
    }

    /// Asks whether one's own win rates are to be those of the stages.
    fn offer_rates(&self, look: &Look) -> Step {
        let lang = look.lang;
        let offered = self.offered_rates();
        let percent = crate::report::percent;
        let told: Vec<String> = offered
            .iter()
            .map(|(stage, own)| {
                let (from, to) = (percent(stage.win_rate), percent(*own));
                format!("{} {from} → {to}", look.stage(&stage.key))
            })
            .collect();
        let question = tr!(lang, "track.take_question", rates = told.join(&tr!(lang, "reason.between")));
        let rates = offered.into_iter().map(|(stage, own)| (stage.key.clone(), own)).collect();
        let taken = Effect::TakeRates(rates).into();
        let title = tr!(lang, "track.take_title").into_owned();
        Step::Open(Box::new(Confirm::new(title, question.into_owned(), vec![taken], Vec::new())))
    }
}

impl Screen for TrackScreen {
    fn place(&self) -> Place {
        Place::Track
    }

    fn looks_back(&self) -> bool {
        true
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "track.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Track, Scope::Deal, Scope::Record, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::OpenBar => self.is_inside || !self.figures().is_empty(),
            Action::LeaveBar => self.is_inside,
            Action::TakeRates => self.part == Part::WinRates && !self.offered_rates().is_empty(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::OpenBar if self.is_inside => {
                self.chosen().as_ref().map(travel::open).into_iter().collect()
            }
            Action::OpenBar => self.enter(true),
            Action::LeaveBar => self.enter(false),
            Action::NextPane => self.turn_to(self.part.moved(1)),
            Action::PreviousPane => self.turn_to(self.part.moved(Part::ALL.len() - 1)),
            Action::NextPeriod => self.look_back(self.back.next()),
            Action::PreviousPeriod => self.look_back(self.back.previous()),
            Action::ChooseDays => {
                let (from, to) = self.span(look);
                vec![Effect::Ask(Question::LookBack(from, to)).into()]
            }
            Action::TakeRates => vec![self.offer_rates(look)],
            other => self.move_to(other, look),
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        self.chosen_deal().map(|one| Chosen::from(&one.line.deal))
    }

    fn visit(&self) -> Visit {
        Visit { pane: self.part as usize, days: self.days, line: Some(self.line.at()), ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        let part = Part::ALL.get(visit.pane).copied().unwrap_or_default();
        // One comes back from a deal to the deals among which it stood.
        if (part, visit.days, visit.line) != (self.part, self.days, Some(self.line.at())) {
            (self.part, self.days, self.is_stale) = (part, visit.days, true);
            self.enter(false);
        }
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        vec![Effect::Read.into()]
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        let shown = [
            "deal",
            "account",
            "stage",
            "small_order",
            "submission",
            "exchange_rate",
            "lost_reason",
            "setting",
        ];
        self.is_stale |= changes.is_none_or(|changes| changes.touch(&shown));
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.refresh(book, look)
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let lang = look.lang;
        let signs = [
            ("○ ●", tr!(lang, "track.sign_rates")),
            ("▒│▒", tr!(lang, "track.sign_bias")),
            ("█─", tr!(lang, "track.sign_share")),
            ("!2", tr!(lang, "list.sign_attention")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf);
        None
    }
}
