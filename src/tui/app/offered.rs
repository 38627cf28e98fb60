//! What can be done now, and by which keys: for the footer, the palette, and before anything is done.

use super::App;
use crate::domain::word::RecordKind;
use crate::tr;
use crate::tui::action::{Action, Entry, Scope, TABLE};
use crate::tui::deed::{is_deed, is_possible, is_possible_with};
use crate::tui::dialogs::group::Group;
use crate::tui::dialogs::twins;
use crate::tui::entry;
use crate::tui::key;
use crate::tui::many;
use crate::tui::screens::Chosen;
use crate::tui::travel::{is_next_door, is_party, neighbours};
use crate::tui::widgets::footer::Hint;

impl App {
    /// Keys typed so far of a sequence, and what may follow.
    pub fn pending(&self) -> Option<(String, Vec<Hint>)> {
        if self.typed.is_empty() {
            return self.pending_count();
        }
        let follow = self.keymap.continuations(&self.scopes(), &self.typed).into_iter();
        // Beside a record there are more ways to go than without one.
        let possible = follow.filter(|(_, action)| !self.dialogs.is_empty() || self.offers(action.entry()));
        let hints = possible.map(|(keys, action)| (keys, action.entry().label(self.look.lang).into_owned()));
        let typed = [self.count_typed(), key::show_keys(&self.typed)].concat();
        Some((typed, hints.collect()))
    }

    /// What the footer shows: keys of what can be done now.
    pub fn hints(&self) -> Vec<Hint> {
        self.hinted().into_iter().map(|(hint, _)| hint).collect()
    }

    /// The same, each with its action; without one where more keys are to come.
    pub(super) fn hinted(&self) -> Vec<(Hint, Option<Action>)> {
        let scopes = self.scopes();
        let here = |entry: &&Entry| {
            entry.in_footer
                && (scopes.contains(&entry.scope) || entry.also.iter().any(|(s, _)| scopes.contains(s)))
                && match self.dialogs.last() {
                    Some(dialog) => dialog.offers(entry.action),
                    None => self.offers(entry),
                }
        };
        let hint = |entry: &Entry| {
            let keys = self.keymap.keys_of(entry.action, &scopes);
            let hint = (keys.first().cloned().unwrap_or_default(), entry.label(self.look.lang).into_owned());
            (hint, Some(entry.action))
        };
        let mut hints: Vec<(Hint, Option<Action>)> = TABLE.iter().filter(here).map(hint).collect();
        if let Some(adding) = self.adding() {
            hints.insert(hints.len().min(1), (adding, None));
        }
        hints
    }

    /// The key that all that adds something begins with, where it can be done now.
    fn adding(&self) -> Option<Hint> {
        let entry = Action::AddAccount.entry();
        if !self.dialogs.is_empty() || self.screen().takes_text() || !self.offers(entry) {
            return None;
        }
        let keys = self.keymap.keys_of(entry.action, &self.scopes());
        let (first, _) = keys.first()?.split_once(' ')?;
        Some((first.to_owned(), tr!(self.look.lang, "action.adding").into_owned()))
    }

    pub(super) fn scopes(&self) -> Vec<Scope> {
        let tour = self.is_on_tour().then_some(Scope::Tour);
        let screen = self.screen();
        match self.dialogs.last() {
            // The tour goes on beside what is open; its keys give way to those.
            Some(dialog) => dialog.scopes().iter().copied().chain(tour).collect(),
            None if screen.takes_text() => screen.scopes().iter().copied().chain(tour).collect(),
            None => {
                let figures = screen.looks_back().then_some(Scope::Figures);
                let own = screen.scopes().iter().copied();
                tour.into_iter().chain(own).chain(figures).chain([Scope::Everywhere]).collect()
            }
        }
    }

    /// Whether an action can be done on the screen shown, now.
    pub(super) fn offers(&self, entry: &Entry) -> bool {
        let scopes = self.scopes();
        let is_here = scopes.contains(&entry.scope) || entry.also.iter().any(|(s, _)| scopes.contains(s));
        is_here
            && !self.would_change_the_past(entry.action)
            && match (entry.action, entry.scope) {
                (Action::GoBack | Action::GoForward, _) => self.travel.leads(entry.action),
                (day, Scope::Figures) => self.offers_day(day),
                (Action::OpenLink, _) => {
                    self.screen().entry().is_some_and(|entry| entry.kind == entry::Kind::Link)
                }
                (Action::CompareMarked, _) => self.screen().marked_kind().and_then(twins::kind_of).is_some(),
                (Action::ShowHistory, _) => self.screen().chosen().is_some(),
                (Action::ObservePerson | Action::ScorePerson, _) => self.meant(entry.action).is_some(),
                (Action::ShowBrief, _) => self.screen().chosen().is_some_and(|record| is_party(record.kind)),
                (Action::ShowGroup, _) => {
                    self.screen().chosen().is_some_and(|record| Group::is_of(record.kind))
                }
                (action, _) if is_next_door(action) => {
                    self.screen().chosen().is_some_and(|record| neighbours(&record, action).is_some())
                }
                (deed, _) if self.screen().marked_kind().is_some_and(|kind| many::takes(kind, deed)) => true,
                (deed, _) if is_deed(deed) && self.screen().entry().is_some() && is_possible_with(deed) => {
                    self.screen().offers(deed)
                }
                (deed, _) if is_deed(deed) => {
                    self.subject(deed).is_some_and(|record| is_possible(&record, deed))
                        && self.screen().offers(deed)
                }
                (_, Scope::Everywhere | Scope::Tour) => true,
                (action, _) => self.screen().offers(action),
            }
    }

    /// The record that an action is about: the chosen one; for what is told of a person, else the one whom
    /// the screen is about.
    pub(super) fn meant(&self, action: Action) -> Option<Chosen> {
        let chosen = self.screen().chosen();
        match action {
            Action::ObservePerson | Action::ScorePerson => {
                let is_person = |record: &Chosen| record.kind == RecordKind::Contact;
                chosen.filter(is_person).or_else(|| self.screen().is_about().filter(is_person))
            }
            _ => chosen,
        }
    }

    /// The record that a deed would be done to.
    pub(super) fn subject(&self, deed: Action) -> Option<Chosen> {
        let own = match deed {
            Action::EditRecord | Action::DeleteRecord => self.screen().stands_on(),
            _ => None,
        };
        own.or_else(|| self.screen().chosen())
    }
}
