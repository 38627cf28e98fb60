//! What a person does to what the book keeps beside its records: the register, links.

use crate::domain::entry::{EntryKind, Holder};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money, Rate};
use crate::domain::period::Period;
use crate::domain::person::RecollectionKind;
use crate::domain::resources::Purpose;
use crate::domain::word::RecordKind;
use crate::ops::colleague::{self, ColleagueInput};
use crate::ops::entry::{self, EntryInput, Place};
use crate::ops::field::{self, FieldChange, FieldInput};
use crate::ops::order::{self, OrderChange, OrderInput};
use crate::ops::product::{self, ProductInput};
use crate::ops::recollection::{self, RecollectionInput};
use crate::ops::resource::{self, ResourceInput};
use crate::ops::stage::{self, StageInput};
use crate::ops::{Done, Field, Noun, Problem, evidence, link, lost_reason, tag, target};
use crate::store::table::stage::StageRow;
use crate::store::table::target::Quota;
use crate::store::{Book, Outcome};
use crate::tui::entry::{Entry, Kind};

/// Something done to an entry.
#[derive(Debug, Clone, PartialEq)]
pub enum EntryDeed {
    /// Adds a product, or changes one.
    Product(Option<Id>, ProductInput),
    /// Books a small order.
    AddOrder(OrderInput),
    /// Changes a small order.
    Order(Id, OrderChange),
    /// Sets the quota of a period.
    Quota(Period, Money),
    /// Plans what a posture or a tier gets in a period.
    Resources(Period, Purpose, ResourceInput),
    /// Sets an exchange rate.
    Rate(Currency, Rate, Option<chrono::NaiveDate>),
    /// Adds a stage.
    AddStage(String, StageInput),
    /// Changes the stage with a key.
    Stage(String, StageInput),
    /// Adds a reason for losing, or renames one.
    LostReason(Option<Id>, String),
    /// Adds a colleague, or changes one.
    Colleague(Option<Id>, ColleagueInput),
    /// Renames a tag.
    Tag(Id, String),
    /// Adds a custom field.
    AddField(FieldInput),
    /// Changes a custom field.
    Field(Id, FieldChange),
    /// Hangs a link on a record: its label, where it leads.
    AddLink(RecordKind, Id, Option<String>, String),
    /// Changes a link: its label, where it leads.
    Link(Id, Field<String>, Option<String>),
    /// Adds something to the plan of an account or a deal.
    AddToPlan(EntryKind, Holder, EntryInput),
    /// Changes something of a plan.
    Plan(EntryKind, Id, EntryInput),
    /// Tells more of what a plan has only one of.
    SetInPlan(EntryKind, Holder, EntryInput),
    /// Keeps something of a person.
    Recall(Id, RecollectionInput),
    /// Changes what is kept of a person: its kind, its words, its day.
    Recollection(Id, Option<RecollectionKind>, Option<String>, Option<chrono::NaiveDate>),
    /// Deletes an entry.
    Delete(Entry),
    /// Puts an entry at another place among those of its kind, from 1.
    PutAt(Entry, usize),
}

impl EntryDeed {
    /// Does it.
    ///
    /// # Errors
    /// As the operation's.
    pub fn perform(&self, book: &mut Book) -> Done<()> {
        match self {
            EntryDeed::Product(None, input) => product::add(book, input).map(plain),
            EntryDeed::Product(Some(id), input) => product::edit(book, *id, input).map(plain),
            EntryDeed::AddOrder(input) => order::add(book, input).map(plain),
            EntryDeed::Order(id, change) => order::edit(book, *id, change).map(plain),
            EntryDeed::Quota(period, amount) => target::set_quota(book, *period, *amount).map(plain),
            EntryDeed::Resources(period, purpose, input) => {
                resource::plan(book, *period, *purpose, input).map(plain)
            }
            EntryDeed::Rate(currency, rate, since) => {
                target::set_rate(book, *currency, *rate, *since).map(plain)
            }
            EntryDeed::AddStage(name, input) => stage::add(book, name, input).map(plain),
            EntryDeed::Stage(key, input) => stage::edit(book, key, input),
            EntryDeed::LostReason(None, name) => lost_reason::add(book, name).map(plain),
            EntryDeed::LostReason(Some(id), name) => lost_reason::rename(book, *id, name).map(plain),
            EntryDeed::Colleague(None, input) => colleague::add(book, input).map(plain),
            EntryDeed::Colleague(Some(id), input) => colleague::edit(book, *id, input).map(plain),
            EntryDeed::Tag(id, name) => tag::rename(book, *id, name).map(plain),
            EntryDeed::AddField(input) => field::define(book, input).map(plain),
            EntryDeed::Field(id, change) => field::edit(book, *id, change).map(plain),
            EntryDeed::AddLink(kind, record, label, target) => {
                link::add(book, *kind, *record, label.as_deref(), target).map(plain)
            }
            EntryDeed::Link(id, label, target) => {
                link::edit(book, *id, label.clone(), target.as_deref()).map(plain)
            }
            EntryDeed::AddToPlan(kind, holder, input) => entry::add(book, *kind, *holder, input).map(plain),
            EntryDeed::Plan(kind, id, input) => entry::edit(book, *kind, *id, input).map(plain),
            EntryDeed::SetInPlan(kind, holder, input) => entry::set(book, *kind, *holder, input).map(plain),
            EntryDeed::Recall(person, told) => recollection::add(book, *person, told).map(plain),
            EntryDeed::Recollection(id, kind, text, on) => {
                recollection::edit(book, *id, *kind, text.as_deref(), *on).map(plain)
            }
            EntryDeed::Delete(entry) => delete(book, *entry),
            EntryDeed::PutAt(entry, place) => put_at(book, *entry, *place),
        }
    }
}

fn delete(book: &mut Book, Entry { kind, id }: Entry) -> Done<()> {
    match kind {
        Kind::Product => product::delete(book, id),
        Kind::Order => order::delete(book, id),
        Kind::Quota => {
            let words = book.row::<Quota>(id)?.period;
            let unknown = |_| Problem::NotListed { noun: Noun::Quota, words: words.clone() };
            target::delete_quota(book, words.parse::<Period>().map_err(unknown)?)
        }
        Kind::Rate => target::delete_rate(book, id),
        Kind::Stage => {
            let key = book.row::<StageRow>(id)?.key;
            stage::delete(book, &key)
        }
        Kind::LostReason => lost_reason::delete(book, id),
        Kind::Colleague => colleague::delete(book, id),
        Kind::Tag => tag::delete(book, id),
        Kind::Field => field::delete(book, id),
        Kind::Link => link::delete(book, id),
        Kind::Recollection => recollection::delete(book, id),
        Kind::Evidence => evidence::withdraw(book, id),
        Kind::Plan(kind) => entry::delete(book, kind, id),
    }
}

/// Only the kinds in which a person decides what comes first are asked for; the others stay as they are.
fn put_at(book: &mut Book, Entry { kind, id }: Entry, place: usize) -> Done<()> {
    match kind {
        Kind::LostReason => lost_reason::put_at(book, id, place).map(plain),
        Kind::Field => field::put_at(book, id, place).map(plain),
        Kind::Plan(kind) => {
            let mut others = book.entries(kind, book.entry(kind, id)?.holder)?;
            others.retain(|other| other.id != id);
            let next = others.get(place.saturating_sub(1)).map(|next| Place::Before(next.id));
            entry::move_to(book, kind, id, next.unwrap_or(Place::Last)).map(plain)
        }
        _ => {
            let key = book.row::<StageRow>(id)?.key;
            stage::put_at(book, &key, place)
        }
    }
}

fn plain<T>(outcome: Outcome<T>) -> Outcome<()> {
    super::with(outcome, |_| ())
}
