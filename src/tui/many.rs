//! What is done to many records at once: the marked ones, or the chosen one where none are marked.

use super::action::Action;
use super::dialogs::choose::{Choose, Item};
use super::dialogs::confirm::Confirm;
use super::dialogs::question::{Asked, Question};
use super::effect::Effect;
use super::look::Look;
use super::screens::Chosen;
use super::step::Step;
use crate::domain::filter::Kind;
use crate::domain::word::RecordKind;
use crate::ops::bulk::{Change, Changed, Move};
use crate::report;
use crate::report::words::{self, Word};
use crate::store::Outcome;
use crate::store::view::list::Clause;
use crate::tr;

/// Records that something is done to at once.
#[derive(Debug, Clone, PartialEq)]
pub struct Many {
    /// What they are.
    pub kind: Kind,
    /// The condition that they meet.
    pub which: Clause,
    /// How many they are.
    pub number: u64,
    /// How many of them the list does not show.
    pub hidden: u64,
    /// The name of the record, where it is one that stands chosen.
    pub name: Option<String>,
}

impl Many {
    /// The chosen record; none where many of its kind cannot be changed at once.
    pub fn one(record: &Chosen) -> Option<Many> {
        let kind = match record.kind {
            RecordKind::Account => Kind::Accounts,
            RecordKind::Contact => Kind::Contacts,
            RecordKind::Deal => Kind::Deals,
            _ => return None,
        };
        let (which, name) = (Clause::records(kind, &[record.id]), Some(record.name.clone()));
        Some(Many { kind, which, number: 1, hidden: 0, name })
    }

    /// What they are called: the one's name, or how many they are.
    pub fn called(&self, look: &Look) -> Word {
        let number = self.number;
        match (&self.name, self.kind, number) {
            (Some(name), ..) => name.clone().into(),
            (_, Kind::Accounts, 1) => tr!(look.lang, "accounts.one"),
            (_, Kind::Accounts, _) => tr!(look.lang, "accounts.number", number = number),
            (_, Kind::Contacts, 1) => tr!(look.lang, "people.one"),
            (_, Kind::Contacts, _) => tr!(look.lang, "people.number", number = number),
            (_, _, 1) => tr!(look.lang, "deals.one"),
            (..) => tr!(look.lang, "deals.number", number = number),
        }
    }

    /// What there is to say of those that are not seen; nothing where all are.
    pub fn unseen(&self, look: &Look) -> String {
        match self.hidden {
            0 => String::new(),
            1 => tr!(look.lang, "many.hidden_one").into_owned(),
            hidden => tr!(look.lang, "many.hidden", hidden = hidden).into_owned(),
        }
    }

    fn change(&self, change: Change) -> Step {
        Effect::Change(Box::new(self.clone()), change).into()
    }

    fn ask(&self, asked: Asked) -> Step {
        Effect::Ask(Question::Many(asked, self.clone())).into()
    }
}

/// What a deed does to the marked records; none where it is for the chosen one alone.
pub fn begin(look: &Look, many: &Many, action: Action) -> Option<Step> {
    let deals = many.kind == Kind::Deals;
    match action {
        Action::AdvanceDeal if deals => Some(many.change(Change::Stage(Move::On))),
        Action::BackDeal if deals => Some(many.change(Change::Stage(Move::Back))),
        Action::SetCloseDate if deals => Some(many.ask(Asked::CloseOn)),
        Action::TagRecord => Some(many.ask(Asked::Tag)),
        Action::DeleteRecord => Some(delete(look, many)),
        _ => None,
    }
}

/// Whether a deed is for all marked records of a kind.
pub fn takes(kind: Kind, action: Action) -> bool {
    match action {
        Action::AdvanceDeal | Action::BackDeal | Action::SetCloseDate => kind == Kind::Deals,
        Action::TagRecord | Action::DeleteRecord => true,
        _ => false,
    }
}

/// The choice of what is done to them.
pub fn choose(look: &Look, many: &Many) -> Step {
    let asks = [
        (Asked::Stage, tr!(look.lang, "column.stage")),
        (Asked::CloseOn, tr!(look.lang, "column.close_date")),
        (Asked::NextOn, tr!(look.lang, "many.next_on")),
        (Asked::Tier, tr!(look.lang, "column.tier")),
        (Asked::Owner, tr!(look.lang, "column.owner")),
        (Asked::Tag, tr!(look.lang, "many.tag")),
        (Asked::Untag, tr!(look.lang, "many.untag")),
    ];
    let mut items: Vec<Item> = Vec::new();
    for (asked, label) in asks.into_iter().filter(|(asked, _)| asked.suits(many.kind)) {
        items.push(Item { label: label.into_owned(), then: vec![many.ask(asked)] });
    }
    items.push(Item { label: tr!(look.lang, "many.delete").into_owned(), then: vec![delete(look, many)] });
    let title = tr!(look.lang, "many.title", what = many.called(look));
    Step::Open(Box::new(Choose::new(title.into_owned(), many.unseen(look), items)))
}

/// Deletes them; several only after a question.
fn delete(look: &Look, many: &Many) -> Step {
    let step = many.change(Change::Delete);
    if many.number <= 1 {
        return step;
    }
    let question = tr!(look.lang, "many.delete_question", what = many.called(look));
    let question = [question.into_owned(), many.unseen(look)].join(" ");
    let title = tr!(look.lang, "many.delete").into_owned();
    Step::Open(Box::new(Confirm::new(title, question.trim().to_owned(), vec![step], Vec::new())))
}

/// What came of it, in a line.
pub fn told(look: &Look, change: &Change, outcome: &Outcome<Changed>) -> String {
    let what = words::operation(look.lang, &outcome.label);
    let done = match change {
        Change::Delete => tr!(look.lang, "notice.deleted", what = what),
        _ => tr!(look.lang, "many.done", what = what),
    };
    report::many::told(look.lang, outcome, &done)
}
