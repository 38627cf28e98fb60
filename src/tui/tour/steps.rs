//! The steps of the tour, in their order.

use std::borrow::Cow;

use super::{Event, Here};
use crate::domain::deed::Deed;
use crate::i18n::Lang;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::screens::Place;

/// Tells the keys of an action, as they are at this keyboard.
pub type Keys<'a> = &'a dyn Fn(Action) -> String;

type Words = fn(Lang) -> Cow<'static, str>;
type WordsWithKeys = fn(Lang, Keys<'_>) -> Cow<'static, str>;

/// One step: what is said of the screen, and what the person is to do.
pub struct Stop {
    /// The screen of which it speaks.
    pub place: Place,
    /// What it is called.
    pub title: Words,
    /// What it says.
    pub text: WordsWithKeys,
    /// What its keys are for.
    pub task: Words,
    /// The screen on which it is done, and the action that shows that; none where any will do.
    pub at: Option<(Action, Place)>,
    /// What is done there.
    pub then: Option<Action>,
    /// What tells that it is done.
    pub sign: Sign,
}

/// What tells that a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// A screen is shown, and nothing is open over it.
    At(Place),
    /// One of these deeds was done.
    Did(&'static [Deed]),
    /// An operation was taken back.
    Undone,
    /// The list of a screen was narrowed.
    Narrowed(Place),
    /// What an action opens was opened, and closed again.
    Read(Action),
    /// Nothing: it is the last one.
    Never,
}

impl Sign {
    /// Whether it shows, from where one is and what has happened.
    pub fn shows(self, here: Here, happened: &[Event]) -> bool {
        here.is_free
            && match self {
                Sign::At(place) => here.place == place,
                Sign::Did(deeds) => deeds.iter().any(|deed| happened.contains(&Event::Did(*deed))),
                Sign::Undone => happened.contains(&Event::Undone),
                Sign::Narrowed(place) => here.place == place && here.is_narrowed,
                Sign::Read(action) => happened.contains(&Event::Opened(action)),
                Sign::Never => false,
            }
    }
}

impl Stop {
    /// The actions that do it, from the screen where one is.
    pub fn way(&self, from: Place) -> Vec<Action> {
        let to = self.at.filter(|(_, place)| *place != from).map(|(action, _)| action);
        to.into_iter().chain(self.then).collect()
    }
}

/// All steps.
pub const STEPS: &[Stop] = &[
    Stop {
        place: Place::Today,
        title: |l| tr!(l, "tour.today"),
        text: |l, _| tr!(l, "tour.today.text"),
        task: |l| tr!(l, "tour.today.task"),
        at: Some((Action::ShowFunnel, Place::Funnel)),
        then: None,
        sign: Sign::At(Place::Funnel),
    },
    Stop {
        place: Place::Funnel,
        title: |l| tr!(l, "tour.funnel"),
        text: |l, _| tr!(l, "tour.funnel.text"),
        task: |l| tr!(l, "tour.funnel.task"),
        at: Some((Action::ShowBoard, Place::Board)),
        then: None,
        sign: Sign::At(Place::Board),
    },
    Stop {
        place: Place::Board,
        title: |l| tr!(l, "tour.board"),
        text: |l, _| tr!(l, "tour.board.text"),
        task: |l| tr!(l, "tour.board.task"),
        at: Some((Action::ShowBoard, Place::Board)),
        then: Some(Action::AdvanceDeal),
        sign: Sign::Did(&[Deed::AdvanceDeal, Deed::BackDeal]),
    },
    Stop {
        place: Place::Board,
        title: |l| tr!(l, "tour.moved"),
        text: |l, _| tr!(l, "tour.moved.text"),
        task: |l| tr!(l, "tour.moved.task"),
        at: None,
        then: Some(Action::Undo),
        sign: Sign::Undone,
    },
    Stop {
        place: Place::Board,
        title: |l| tr!(l, "tour.undone"),
        text: |l, keys| tr!(l, "tour.undone.text", redo = keys(Action::Redo)),
        task: |l| tr!(l, "tour.undone.task"),
        at: Some((Action::ShowAccounts, Place::Accounts)),
        then: Some(Action::OpenRecord),
        sign: Sign::At(Place::Account),
    },
    Stop {
        place: Place::Account,
        title: |l| tr!(l, "tour.account"),
        text: |l, keys| tr!(l, "tour.account.text", next = keys(Action::NextTab)),
        task: |l| tr!(l, "tour.account.task"),
        at: Some((Action::ShowPeople, Place::People)),
        then: Some(Action::OpenRecord),
        sign: Sign::At(Place::Person),
    },
    Stop {
        place: Place::Person,
        title: |l| tr!(l, "tour.person"),
        text: |l, keys| tr!(l, "tour.person.text", next = keys(Action::NextPane)),
        task: |l| tr!(l, "tour.person.task"),
        at: Some((Action::ShowDeals, Place::Deals)),
        then: Some(Action::Filter),
        sign: Sign::Narrowed(Place::Deals),
    },
    Stop {
        place: Place::Deals,
        title: |l| tr!(l, "tour.filter"),
        text: |l, _| tr!(l, "tour.filter.text"),
        task: |l| tr!(l, "tour.filter.task"),
        at: None,
        then: Some(Action::CaptureLine),
        sign: Sign::Did(&[Deed::Capture]),
    },
    Stop {
        place: Place::Deals,
        title: |l| tr!(l, "tour.capture"),
        text: |l, _| tr!(l, "tour.capture.text"),
        task: |l| tr!(l, "tour.capture.task"),
        at: None,
        then: Some(Action::Help),
        sign: Sign::Read(Action::Help),
    },
    Stop {
        place: Place::Deals,
        title: |l| tr!(l, "tour.help"),
        text: |l, keys| {
            let [help, guide, palette] = [Action::Help, Action::Guide, Action::Palette].map(keys);
            tr!(l, "tour.help.text", help = help, guide = guide, palette = palette)
        },
        task: |l| tr!(l, "tour.help.task"),
        at: Some((Action::ShowReview, Place::Review)),
        then: None,
        sign: Sign::At(Place::Review),
    },
    Stop {
        place: Place::Review,
        title: |l| tr!(l, "tour.end"),
        text: |l, _| tr!(l, "tour.end.text"),
        task: |l| tr!(l, "tour.end.task"),
        at: None,
        then: Some(Action::LeaveTour),
        sign: Sign::Never,
    },
];
