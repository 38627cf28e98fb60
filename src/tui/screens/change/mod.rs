//! Change: what became of the funnel's deals between two days, as a waterfall whose bars open the deals
//! behind them.

mod draw;
mod read;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::funnel::span::Span;
use super::{Chosen, Place, Screen, Visit};
use crate::domain::bridge::Bar;
use crate::domain::period::Period;
use crate::store::view::bridge::{BridgeView, DealChange};
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::message::Notice;
use draw::Parts;
use read::Behind;

/// The screen's state.
#[derive(Debug)]
pub struct ChangeScreen {
    span: Span,
    /// The days that were asked for; none is from the last review to now.
    days: Option<(NaiveDate, NaiveDate)>,
    view: Option<BridgeView>,
    bars: Vec<Bar>,
    bar: Cursor,
    /// Whether one is among the deals behind the bar.
    is_inside: bool,
    deal: Cursor,
    /// The deals of the chosen bar that are in view.
    behind: Vec<Behind>,
    is_stale: bool,
    is_settled: bool,
}

impl Default for ChangeScreen {
    fn default() -> ChangeScreen {
        ChangeScreen {
            span: Span::Quarter,
            days: None,
            view: None,
            bars: Vec::new(),
            bar: Cursor::default(),
            is_inside: false,
            deal: Cursor::default(),
            behind: Vec::new(),
            is_stale: true,
            is_settled: false,
        }
    }
}

impl ChangeScreen {
    fn shown_period(&self, look: &Look) -> Option<Period> {
        self.span.period(look.today, look.first_month)
    }

    /// The changes of the chosen bar, the largest first; none behind a total.
    fn changes(&self) -> &[DealChange] {
        let change = self.bars.get(self.bar.at()).and_then(|bar| bar.change);
        let Some((view, change)) = self.view.as_ref().zip(change) else { return &[] };
        let first = view.deals.partition_point(|one| one.change < change);
        let end = view.deals.partition_point(|one| one.change <= change);
        &view.deals[first..end]
    }

    fn parts(&self, look: &Look) -> Parts {
        Parts::of(look.room(), self.bars.len())
    }

    fn settle(&mut self, look: &Look) {
        let parts = self.parts(look);
        self.bar.choose(self.bar.at(), self.bars.len(), parts.bars.height.into());
        let number = self.changes().len();
        self.deal.choose(self.deal.at(), number, parts.deals.height.into());
        self.is_inside &= number > 0;
    }

    fn move_to(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let parts = self.parts(look);
        if self.is_inside {
            let number = self.changes().len();
            self.deal.follow(action, number, parts.deals.height.into());
        } else if self.bar.follow(action, self.bars.len(), parts.bars.height.into()) {
            self.deal = Cursor::default();
        }
        self.is_settled = false;
        vec![Effect::Read.into()]
    }

    fn choose_span(&mut self, span: Span) -> Vec<Step> {
        self.span = span;
        self.is_stale = true;
        vec![Effect::Read.into()]
    }

    fn chosen_deal(&self) -> Option<&Behind> {
        let at = self.deal.at();
        self.behind.iter().find(|one| one.place == at).filter(|_| self.is_inside)
    }

    /// Whether the last day shown is a day that has been.
    fn is_of_the_past(&self, look: &Look) -> bool {
        self.days.is_some_and(|(_, to)| to < look.today)
    }
}

impl Screen for ChangeScreen {
    fn place(&self) -> Place {
        Place::Change
    }

    fn looks_back(&self) -> bool {
        true
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "change.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Change, Scope::Deal, Scope::Record, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::OpenBar if self.is_inside => self.chosen().is_some(),
            Action::OpenBar => !self.changes().is_empty(),
            Action::LeaveBar => self.is_inside,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::OpenBar if self.is_inside => {
                self.chosen().as_ref().map(travel::open).into_iter().collect()
            }
            Action::OpenBar | Action::LeaveBar => {
                self.is_inside = action == Action::OpenBar;
                self.is_settled = false;
                vec![Effect::Read.into()]
            }
            Action::NextPeriod => self.choose_span(self.span.next()),
            Action::PreviousPeriod => self.choose_span(self.span.previous()),
            Action::AllPeriods => self.choose_span(Span::AllOpen),
            Action::ChooseDays => match &self.view {
                Some(view) => vec![Effect::Ask(Question::Days(view.from, view.to)).into()],
                None => Vec::new(),
            },
            other => self.move_to(other, look),
        }
    }

    fn deed(&self, _action: Action, look: &Look) -> Option<Vec<Step>> {
        let said = || Step::Say(Notice::problem(tr!(look.lang, "change.no_writing")));
        self.is_of_the_past(look).then(|| vec![said()])
    }

    fn chosen(&self) -> Option<Chosen> {
        self.chosen_deal()?.line.as_ref().map(|line| Chosen::from(&line.deal))
    }

    fn visit(&self) -> Visit {
        Visit { days: self.days, ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        self.days = visit.days;
        self.is_stale = true;
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        self.is_settled = false;
        vec![Effect::Read.into()]
    }

    fn period(&self, look: &Look) -> Period {
        self.span.indicator_period(look.today, look.first_month)
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        let shown = ["deal", "account", "exchange_rate", "setting", "review"];
        self.is_stale |= changes.is_none_or(|changes| changes.touch(&shown));
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.refresh(book, look)
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let lang = look.lang;
        let signs = [
            ("█", tr!(lang, "change.sign_rise")),
            ("▒", tr!(lang, "change.sign_fall")),
            ("!2", tr!(lang, "list.sign_attention")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf);
        None
    }
}
