//! What a person does to a record at the keyboard: which deeds there are for it now, and their doing.

mod decision;
mod double;
mod entry;
mod errand;
mod mind;
mod segment;
mod side;
mod sign;
mod view;

use super::action::Action;
use super::dialogs::question::{Question, has_tags};
use super::effect::Effect;
use super::entry::{Entry, Kind};
use super::screens::Chosen;
use super::step::Step;
use super::travel::is_party;
use crate::domain::health::Danger;
use crate::domain::id::Id;
use crate::domain::word::{ActivityKind, Direction, RecordKind, Status};
use crate::ops::account::AccountInput;
use crate::ops::activity::ActivityInput;
use crate::ops::capture::CaptureInput;
use crate::ops::contact::ContactInput;
use crate::ops::deal::{DealInput, Lost, Won};
use crate::ops::review::Decision;
use crate::ops::submission::Call;
use crate::ops::{
    Done, account, activity, capture, commitment, contact, deal, review, settings, special_day,
};
use crate::store::{Book, Outcome};
pub use decision::in_review;
pub use double::DoubleDeed;
pub use entry::EntryDeed;
pub use errand::Errand;
pub use mind::MindDeed;
pub use segment::SegmentDeed;
pub use side::SideDeed;
pub use sign::unseen_sign;
pub use view::ViewDeed;

/// Something done to a record.
#[derive(Debug, Clone, PartialEq)]
pub enum Deed {
    /// Moves a deal to the next stage.
    Advance(Id),
    /// Moves a deal to the stage before.
    Back(Id),
    /// Moves a deal on to a later stage, by its key.
    AdvanceTo(Id, String),
    /// Moves a deal back to an earlier stage, by its key.
    BackTo(Id, String),
    /// Wins a deal.
    Win(Id, Won),
    /// Loses a deal.
    Lose(Id, Lost),
    /// Opens a closed deal again.
    Reopen(Id),
    /// Notes what happened.
    Log(ActivityInput),
    /// Keeps a line as it was said.
    Capture(CaptureInput),
    /// Deletes a record.
    Delete(RecordKind, Id),
    /// Adds an account, or changes one.
    Account(Option<Id>, AccountInput),
    /// Adds a person, or changes one.
    Contact(Option<Id>, ContactInput),
    /// Adds a deal, or changes one.
    Deal(Option<Id>, DealInput),
    /// Changes what is kept beside the records.
    Entry(EntryDeed),
    /// Does what is due, or writes down what will be.
    Errand(Errand),
    /// Writes down how somebody thinks.
    Mind(MindDeed),
    /// Says who stands where.
    Side(SideDeed),
    /// Decides into which class an account belongs.
    Segment(SegmentDeed),
    /// Makes one record of two, or tells them apart.
    Double(DoubleDeed),
    /// Saves a list as somebody likes to look at it.
    View(ViewDeed),
    /// Changes what dangers take from the health of accounts.
    Weigh(Vec<(Danger, u32)>),
    /// Decides about a deal of a review.
    Decide(Id, Id, Box<Decision>),
    /// Ends a review and hands in the forecast.
    Conclude(Id, Call),
}

/// A record that a deed has made.
pub type Made = Option<(RecordKind, Id)>;

impl Deed {
    /// Does it.
    ///
    /// # Errors
    /// As the operation's.
    pub fn perform(&self, book: &mut Book) -> Done<Made> {
        let made = |kind: RecordKind, id: &Option<Id>| {
            let is_new = id.is_none();
            move |id: Id| is_new.then_some((kind, id))
        };
        match self {
            Deed::Advance(id) => deal::advance(book, *id, None).map(nothing),
            Deed::Back(id) => deal::back(book, *id, None).map(nothing),
            Deed::AdvanceTo(id, stage) => deal::advance(book, *id, Some(stage)).map(nothing),
            Deed::BackTo(id, stage) => deal::back(book, *id, Some(stage)).map(nothing),
            Deed::Win(id, won) => deal::win(book, *id, won).map(nothing),
            Deed::Lose(id, lost) => deal::lose(book, *id, lost).map(nothing),
            Deed::Reopen(id) => deal::reopen(book, *id).map(nothing),
            Deed::Log(input) => activity::log(book, input).map(nothing),
            Deed::Capture(input) => capture::save(book, input).map(nothing),
            Deed::Delete(RecordKind::Account, id) => account::delete(book, *id).map(nothing),
            Deed::Delete(RecordKind::Contact, id) => contact::delete(book, *id).map(nothing),
            Deed::Delete(RecordKind::Activity, id) => activity::delete(book, *id).map(nothing),
            Deed::Delete(RecordKind::Commitment, id) => commitment::delete(book, *id).map(nothing),
            Deed::Delete(RecordKind::SpecialDay, id) => special_day::delete(book, *id).map(nothing),
            Deed::Delete(_, id) => deal::delete(book, *id).map(nothing),
            Deed::Entry(deed) => deed.perform(book).map(nothing),
            Deed::Errand(errand) => errand.perform(book),
            Deed::Mind(deed) => deed.perform(book),
            Deed::Side(deed) => deed.perform(book),
            Deed::Segment(deed) => deed.perform(book),
            Deed::Double(deed) => deed.perform(book),
            Deed::View(deed) => deed.perform(book),
            Deed::Weigh(weights) => settings::weigh(book, weights).map(nothing),
            Deed::Decide(review, deal, decision) => {
                review::decide(book, *review, *deal, decision).map(nothing)
            }
            Deed::Conclude(review, call) => review::conclude(book, *review, call).map(nothing),
            Deed::Account(id, input) => {
                let done = match id {
                    Some(id) => account::edit(book, *id, input),
                    None => account::add(book, input),
                };
                done.map(|outcome| with(outcome, made(RecordKind::Account, id)))
            }
            Deed::Contact(id, input) => {
                let done = match id {
                    Some(id) => contact::edit(book, *id, input),
                    None => contact::add(book, input),
                };
                done.map(|outcome| with(outcome, made(RecordKind::Contact, id)))
            }
            Deed::Deal(id, input) => {
                let done = match id {
                    Some(id) => deal::edit(book, *id, input),
                    None => deal::add(book, input),
                };
                done.map(|outcome| with(outcome, made(RecordKind::Deal, id)))
            }
        }
    }
}

fn nothing<T>(outcome: Outcome<T>) -> Outcome<Made> {
    with(outcome, |_| None)
}

fn with<T, U>(outcome: Outcome<T>, turn: impl FnOnce(T) -> U) -> Outcome<U> {
    let Outcome { value, operation, label, changes } = outcome;
    Outcome { value: turn(value), operation, label, changes }
}

/// Whether an action is done to the chosen record, on whatever screen.
pub fn is_deed(action: Action) -> bool {
    use Action::{
        AddLink, AddRecollection, AdvanceDeal, BackDeal, Contacted, ContactedWith, DeleteRecord, EditRecord,
        LoseDeal, MakePromise, OurSide, ReopenDeal, SetAmount, SetCloseDate, SetNextStep, TagRecord, WinDeal,
    };
    matches!(
        action,
        AdvanceDeal
            | BackDeal
            | WinDeal
            | LoseDeal
            | ReopenDeal
            | SetNextStep
            | SetAmount
            | SetCloseDate
            | Contacted
            | ContactedWith
            | MakePromise
            | EditRecord
            | DeleteRecord
            | AddLink
            | AddRecollection
            | OurSide
            | TagRecord
    )
}

/// Whether a deed can be done to a record as it is.
pub fn is_possible(record: &Chosen, action: Action) -> bool {
    match action {
        Action::TagRecord => has_tags(record.kind),
        Action::Contacted | Action::ContactedWith | Action::AddLink => is_party(record.kind),
        Action::AddRecollection => record.kind == RecordKind::Contact,
        Action::OurSide => is_party(record.kind) && record.account.is_some(),
        // What happened, a promise and a special day are about somebody, too.
        Action::MakePromise | Action::EditRecord | Action::DeleteRecord => true,
        Action::ReopenDeal => record.status.is_some_and(|status| status != Status::Open),
        _ => record.status == Some(Status::Open),
    }
}

/// What follows when a deed is asked for: it is done, or what it needs is asked.
pub fn begin(record: &Chosen, action: Action) -> Option<Effect> {
    let id = record.id;
    let done = |deed: Deed| Some(Effect::Do(Box::new(deed)));
    let ask = |question: Question| Some(Effect::Ask(question));
    match action {
        Action::AdvanceDeal => done(Deed::Advance(id)),
        Action::BackDeal => done(Deed::Back(id)),
        Action::ReopenDeal => done(Deed::Reopen(id)),
        Action::Contacted => done(Deed::Log(contact_with(record, ActivityKind::Message, ""))),
        Action::DeleteRecord => done(Deed::Delete(record.kind, id)),
        Action::WinDeal => ask(Question::Win(id)),
        Action::LoseDeal => ask(Question::Lose(id)),
        Action::SetNextStep => ask(Question::NextStep(id)),
        Action::SetAmount => ask(Question::Amount(id)),
        Action::SetCloseDate => ask(Question::CloseDate(id)),
        Action::TagRecord => ask(Question::Tags(record.clone())),
        Action::ContactedWith => ask(Question::Contacted(record.clone())),
        Action::MakePromise => ask(Question::Promise(Some(record.clone()))),
        Action::EditRecord => ask(Question::Edit(record.kind, id)),
        Action::OurSide => ask(Question::OurSide(record.clone())),
        Action::AddRecollection => ask(Question::AddEntry(Kind::Recollection, Some(record.clone()))),
        Action::AddLink => ask(Question::AddEntry(Kind::Link, Some(record.clone()))),
        _ => None,
    }
}

/// Whether something can be done to what is kept beside the records.
pub fn is_possible_with(action: Action) -> bool {
    matches!(action, Action::EditRecord | Action::DeleteRecord)
}

/// What follows when that is asked for.
pub fn begin_with(entry: Entry, action: Action) -> Option<Effect> {
    match action {
        Action::EditRecord => Some(Effect::Ask(Question::EditEntry(entry))),
        Action::DeleteRecord => Some(Effect::Do(Box::new(Deed::Entry(EntryDeed::Delete(entry))))),
        _ => None,
    }
}

/// Whether an action adds something, whatever stands chosen.
pub fn adds(action: Action) -> bool {
    add(None, action).is_some()
}

/// What follows when something new is to be added, belonging to the chosen record's account.
pub fn add(record: Option<&Chosen>, action: Action) -> Option<Step> {
    let about = record.cloned();
    let kind = match action {
        Action::AddOrder => return Some(Effect::Ask(Question::AddEntry(Kind::Order, about)).into()),
        Action::AddProduct => return Some(Effect::Ask(Question::AddEntry(Kind::Product, None)).into()),
        Action::AddDeal if record.is_some_and(|record| record.kind == RecordKind::Contact) => {
            return record.map(|person| Effect::Ask(Question::AddDealWith(person.id)).into());
        }
        Action::AddCommitment => return Some(Effect::Ask(Question::Promise(about)).into()),
        Action::AddSpecialDay => return Some(Effect::Ask(Question::Remember(about)).into()),
        Action::AddTask => return Some(Effect::Ask(Question::Task(about)).into()),
        Action::LogActivity => return Some(Effect::Ask(Question::Log(about)).into()),
        Action::AddAccount => RecordKind::Account,
        Action::AddPerson => RecordKind::Contact,
        Action::AddDeal => RecordKind::Deal,
        _ => return None,
    };
    let account = record.and_then(|record| record.account);
    Some(Effect::Ask(Question::Add(kind, account)).into())
}

/// A contact with the client today. One that is noted without a word is a message: the least that it can
/// have been, so that the time put into a client is never made more than it was.
pub fn contact_with(record: &Chosen, kind: ActivityKind, text: &str) -> ActivityInput {
    let is = |kind: RecordKind| Some(record.id).filter(|_| record.kind == kind);
    ActivityInput {
        account: is(RecordKind::Account),
        deal: is(RecordKind::Deal),
        contacts: is(RecordKind::Contact).into_iter().collect(),
        direction: Some(Direction::Out),
        ..ActivityInput::new(kind, text)
    }
}
