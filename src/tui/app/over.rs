//! What is opened over a screen: help, the palette, and what there is about the chosen record.

use super::App;
use crate::ops::evidence::Whom;
use crate::tr;
use crate::tui::action::{Action, Entry, Scope, TABLE};
use crate::tui::dialogs::brief::Brief;
use crate::tui::dialogs::capture::Capture;
use crate::tui::dialogs::group::Group;
use crate::tui::dialogs::guide::{self, Guide};
use crate::tui::dialogs::help::Help;
use crate::tui::dialogs::observe::Observe;
use crate::tui::dialogs::palette::Palette;
use crate::tui::dialogs::question::Question;
use crate::tui::dialogs::twins::Twins;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::many::Many;
use crate::tui::screens::Chosen;
use crate::tui::step::Step;
use crate::tui::widgets::message::Notice;

impl App {
    /// The keys that mean something here.
    pub(super) fn help(&self) -> Step {
        let signs = self.screen().signs(&self.screen_look());
        Step::Open(Box::new(Help::new(&self.look, &self.keymap, &self.scopes(), self.terms(), signs)))
    }

    /// The words of the trade, those that are met on the screen first.
    pub(super) fn guide(&self) -> Step {
        Step::Open(Box::new(Guide::at(self.look.lang, self.terms())))
    }

    fn terms(&self) -> &'static [&'static str] {
        guide::of_screen(self.screen().place(), self.screen().visit().tab)
    }

    /// All that can be done here, by its words.
    pub(super) fn palette(&self) -> Step {
        let mut offered: Vec<&'static Entry> = TABLE.iter().filter(|entry| self.offers(entry)).collect();
        // Moving through lists and their columns is for the fingers.
        let moves = |entry: &Entry| {
            entry.scope == Scope::List || matches!(entry.action, Action::CellLeft | Action::CellRight)
        };
        offered.retain(|entry| entry.action != Action::Palette && !moves(entry));
        Step::Open(Box::new(Palette::new(offered.into_iter(), &self.keymap, &self.scopes(), self.visited())))
    }
}

/// The picker of what was heard and seen of somebody.
pub(super) fn observed(whom: Whom, name: String) -> Vec<Step> {
    vec![Step::Open(Box::new(Observe::new(whom, name))), Effect::Read.into()]
}

/// A line to be captured, about a record where it names none.
pub(super) fn captured(at_hand: Option<Chosen>) -> Vec<Step> {
    vec![Step::Open(Box::new(Capture::new(at_hand))), Effect::Read.into()]
}

/// What is opened over a screen about a record.
pub(super) fn about(record: Chosen, action: Action) -> Vec<Step> {
    match action {
        Action::ObservePerson => observed(Whom::Contact(record.id), record.name),
        Action::ScorePerson => {
            vec![Effect::Ask(Question::Score(Whom::Contact(record.id), record.name)).into()]
        }
        Action::ShowBrief => vec![Step::Open(Box::new(Brief::new(record))), Effect::Read.into()],
        _ => vec![Step::Open(Box::new(Group::new(record))), Effect::Read.into()],
    }
}

/// Two marked records beside each other.
pub(super) fn compared(look: &Look, marked: Option<Many>) -> Vec<Step> {
    match marked.and_then(Twins::marked) {
        Some(twins) => vec![Step::Open(Box::new(twins)), Effect::Read.into()],
        None => vec![Step::Say(Notice::hint(tr!(look.lang, "twins.mark_two")))],
    }
}
