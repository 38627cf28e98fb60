//! What is done to the lines of a record's sides: something is added, moved among its like, ticked off.

use super::{RecordScreen, Tab, group};
use crate::domain::entry::{EntryKind, Value};
use crate::domain::word::RecordKind;
use crate::ops::entry::EntryInput;
use crate::report::entry_words;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::deed::{Deed, EntryDeed};
use crate::tui::dialogs::choose::{Choose, Item};
use crate::tui::dialogs::question::{Question, Subject, Telling};
use crate::tui::effect::Effect;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel::home;
use crate::tui::widgets::message::Notice;
use crate::tui::widgets::sheet::{Line, Stands};

impl RecordScreen {
    /// Asks what is to be added: the kind first, where this side has several.
    pub(super) fn add(&self, look: &Look) -> Vec<Step> {
        let Some(holder) = self.holder() else { return Vec::new() };
        if let Some(Stands::Asks(question)) = &self.here
            && let Question::Plan(Telling { subject: Subject::New(_), .. }) = **question
        {
            return vec![Effect::Ask((**question).clone()).into()];
        }
        if self.side.board.is_grid() {
            return Vec::new();
        }
        let here = self.plan_entry().and_then(|(_, id)| self.side.entry(id));
        let telling = |kind: EntryKind| {
            let proposed = here.filter(|entry| entry.kind == kind).map(group::kin).unwrap_or_default();
            Telling { proposed, ..Telling::new(kind, holder) }
        };
        let ask = |kind: EntryKind| Step::from(Effect::Ask(Question::Plan(telling(kind))));
        match (self.tab, self.tab.kinds(self.is_deal())) {
            (Tab::People, _) => vec![Effect::Ask(self.new_person()).into()],
            (Tab::Deals, _) => vec![Effect::Ask(Question::Add(RecordKind::Deal, self.of)).into()],
            (_, []) => Vec::new(),
            (_, [only]) => vec![ask(*only)],
            (_, kinds) => {
                let item = |kind: &EntryKind| Item {
                    label: entry_words::kind(look.lang, *kind).into_owned(),
                    then: vec![ask(*kind)],
                };
                let title = tr!(look.lang, "record.choose_kind").into_owned();
                let choose = Choose::new(title, String::new(), kinds.iter().map(item).collect());
                vec![Step::Open(Box::new(choose))]
            }
        }
    }

    /// Shows all that is missing; what is chosen is filled in where it is told.
    pub(super) fn fill_in(&self, look: &Look) -> Vec<Step> {
        let item = |line: &Line| {
            let then = line.stands_for.as_ref().and_then(home).into_iter().collect();
            Item { label: line.what.clone(), then }
        };
        let title = match self.lacking.len() {
            0 => return vec![Step::Say(Notice::hint(tr!(look.lang, "record.nothing_missing")))],
            1 => tr!(look.lang, "record.missing_one"),
            number => tr!(look.lang, "record.missing", number = number),
        };
        let choose = Choose::new(title.into_owned(), String::new(), self.lacking.iter().map(item).collect());
        vec![Step::Open(Box::new(choose))]
    }

    /// A person is added to the account, and takes part in a deal as its form tells.
    fn new_person(&self) -> Question {
        match self.of.filter(|_| self.is_deal()) {
            Some(deal) => Question::Edit(RecordKind::Deal, deal),
            None => Question::Add(RecordKind::Contact, self.of),
        }
    }

    /// Whether the chosen entry can be moved among its like.
    pub(super) fn moved(&self, action: Action) -> Option<Deed> {
        let (kind, id) = self.plan_entry().filter(|(kind, _)| kind.spec().ordered)?;
        let next = self.side.beside(id, action == Action::EntryLater)?;
        let put = EntryDeed::PutAt(Entry { kind: Kind::Plan(kind), id }, self.side.place(next));
        Some(Deed::Entry(put))
    }

    /// Whether the chosen line can be ticked off.
    pub(super) fn can_tick(&self) -> bool {
        match &self.here {
            Some(Stands::Does(_)) => true,
            Some(Stands::Asks(question)) => {
                matches!(&**question, Question::Plan(telling) if telling.kind == EntryKind::ExitSign)
            }
            _ => self.plan_entry().is_some_and(|(kind, _)| ticked(kind).is_some()),
        }
    }

    /// What ticks off the chosen line, or takes the tick away: an action, a milestone, an instalment, a sign.
    pub(super) fn tick(&self, look: &Look) -> Option<Deed> {
        match &self.here {
            Some(Stands::Does(deed)) => Some((**deed).clone()),
            Some(Stands::Asks(question)) => match &**question {
                Question::Plan(
                    telling @ Telling { kind: EntryKind::ExitSign, subject: Subject::New(of), .. },
                ) => Some(Deed::Entry(EntryDeed::AddToPlan(telling.kind, *of, telling.as_proposed()))),
                _ => None,
            },
            _ => {
                let (kind, id) = self.plan_entry()?;
                let field = ticked(kind)?;
                let entry = self.side.entry(id)?;
                let input = match entry.day(field) {
                    Some(_) => EntryInput::default().without(field),
                    None => EntryInput::default().with(field, Value::Day(look.today)),
                };
                Some(Deed::Entry(EntryDeed::Plan(kind, id, input)))
            }
        }
    }

    pub(super) fn do_it(deed: Deed) -> Step {
        Effect::Do(Box::new(deed)).into()
    }
}

/// The field that tells since when something of a kind is done with.
fn ticked(kind: EntryKind) -> Option<&'static str> {
    match kind {
        EntryKind::Action | EntryKind::Objective => Some("done"),
        EntryKind::Milestone => Some("reached"),
        EntryKind::Receivable => Some("paid"),
        EntryKind::Complaint => Some("answered"),
        _ => None,
    }
}
