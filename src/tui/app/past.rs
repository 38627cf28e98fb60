//! Looking back: screens with figures as they stood at the end of a past day, where nothing can be changed.

use std::borrow::Cow;

use chrono::{Days, NaiveDate};

use super::App;
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::{adds, is_deed};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::message::Notice;

/// How far one goes back or on with a key.
const WEEK: Days = Days::new(7);

impl App {
    /// The past day that the screen shows; none where it shows today.
    pub fn past_day(&self) -> Option<NaiveDate> {
        self.past.filter(|_| self.screen().looks_back())
    }

    /// Chooses the day that screens with figures show; none is today.
    pub fn look_back(&mut self, day: Option<NaiveDate>) {
        self.past = day.filter(|day| *day < self.look.today);
        self.screens.iter_mut().for_each(|screen| screen.changed(None));
        let Some(day) = self.past else { return };
        let day = self.look.long_date(day);
        let [earlier, later, today] =
            [Action::WeekEarlier, Action::WeekLater, Action::ShowPresent].map(|action| self.key_of(action));
        let words =
            tr!(self.look.lang, "past.shown", day = day, earlier = earlier, later = later, today = today);
        self.say(Notice::hint(words));
    }

    fn key_of(&self, action: Action) -> String {
        self.keymap.keys_of(action, &[Scope::Figures]).first().cloned().unwrap_or_default()
    }

    /// How the screen is shown: on the day that it shows.
    pub fn screen_look(&self) -> Cow<'_, Look> {
        self.past_look().map_or(Cow::Borrowed(&self.look), Cow::Owned)
    }

    /// The same where that is a past day; today everything is shown by the one look.
    pub(super) fn past_look(&self) -> Option<Look> {
        self.past_day().map(|day| Look { today: day, is_past: true, ..self.look.clone() })
    }

    /// Says that nothing can be changed in the past, where an action would.
    pub(super) fn refused_in_the_past(&self, action: Action) -> Option<Step> {
        self.would_change_the_past(action).then(|| self.no_writing()).flatten()
    }

    /// Whether what a line of the past leads to would change the book.
    pub(super) fn would_write_the_past(&self, effect: &Effect) -> bool {
        let writes = match effect {
            Effect::Do(_) | Effect::Change(..) => true,
            Effect::Ask(question) => question.writes(),
            _ => false,
        };
        writes && self.dialogs.is_empty() && self.past_day().is_some()
    }

    /// Refuses it.
    pub(super) fn refuse_in_the_past(&mut self) -> Vec<Effect> {
        let said = self.no_writing().into_iter().collect();
        self.follow(said)
    }

    fn no_writing(&self) -> Option<Step> {
        let day = self.look.long_date(self.past_day()?);
        let today = self.key_of(Action::ShowPresent);
        let words = tr!(self.look.lang, "past.no_writing", day = day, today = today);
        Some(Step::Say(Notice::problem(words)))
    }

    /// Whether an action would change the past that is shown.
    pub(super) fn would_change_the_past(&self, action: Action) -> bool {
        self.past_day().is_some() && writes(action)
    }

    /// Goes to another day.
    pub(super) fn travel_in_time(&self, action: Action) -> Step {
        let shown = self.past.unwrap_or(self.look.today);
        let day = match action {
            Action::WeekEarlier => shown.checked_sub_days(WEEK),
            Action::WeekLater => shown.checked_add_days(WEEK),
            Action::ChooseDay => return Effect::Ask(Question::PastDay(self.past)).into(),
            _ => None,
        };
        Effect::LookBack(day).into()
    }

    /// Whether one can go there from the day shown.
    pub(super) fn offers_day(&self, action: Action) -> bool {
        self.past.is_some() || !matches!(action, Action::WeekLater | Action::ShowPresent)
    }
}

/// Whether an action changes the book, or begins to.
fn writes(action: Action) -> bool {
    is_deed(action)
        || adds(action)
        || matches!(
            action,
            Action::Undo
                | Action::Redo
                | Action::SetQuota
                | Action::CaptureLine
                | Action::BulkChange
                | Action::ObservePerson
                | Action::ScorePerson
                | Action::ObserveMe
                | Action::ScoreMe
                | Action::TakeRates
                | Action::UndoOperation
        )
}
