//! Activities: what is logged, planned and to be done.

mod change;

use chrono::{NaiveDate, NaiveTime};

pub use change::{ActivityChange, delete, edit, finish};

use super::Done;
use super::input::{self, Hanging};
use super::owner;
use super::problem::{Place, Problem};
use crate::domain::deed::Deed;
use crate::domain::due::DueKind;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::word::{ActivityKind, Direction, RecordKind};
use crate::domain::zone::Zone;
use crate::store::table::activity::Activity;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::{Book, Label, Writer};

/// An activity as a person tells it.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityInput {
    /// What it was.
    pub kind: ActivityKind,
    /// With which account; taken from the deal or the first contact where it is not told.
    pub account: Option<Id>,
    /// For which deal.
    pub deal: Option<Id>,
    /// With whom.
    pub contacts: Vec<Id>,
    /// Who reached out.
    pub direction: Option<Direction>,
    /// The day; none is today.
    pub on: Option<NaiveDate>,
    /// When it begins, on the clock of its zone.
    pub at: Option<NaiveTime>,
    /// The zone of that clock; none is the one we are in.
    pub zone: Option<Zone>,
    /// How long, in minutes.
    pub minutes: Option<i64>,
    /// What it cost beside the time.
    pub cost: Option<Money>,
    /// What was said: the first line is what it is called.
    pub text: String,
    /// What came of it.
    pub outcome: Option<String>,
    /// The next step agreed; on a deal it becomes the deal's.
    pub next_step: Option<String>,
    /// When that comes.
    pub next_on: Option<NaiveDate>,
    /// For a task: when it is due.
    pub due_on: Option<NaiveDate>,
    /// Tags and custom values.
    pub hanging: Hanging,
}

impl ActivityInput {
    /// An activity of a kind with nothing else told.
    pub fn new(kind: ActivityKind, text: impl Into<String>) -> Self {
        ActivityInput {
            kind,
            account: None,
            deal: None,
            contacts: vec![],
            direction: None,
            on: None,
            at: None,
            zone: None,
            minutes: None,
            cost: None,
            text: text.into(),
            outcome: None,
            next_step: None,
            next_on: None,
            due_on: None,
            hanging: Hanging::default(),
        }
    }
}

/// Logs an activity.
///
/// # Errors
/// [`Problem::OutOfRange`] for its minutes, [`Problem::Future`] where something that has happened would
/// lie in the future (meetings, demonstrations, visits and tasks may be planned).
pub fn log(book: &mut Book, input: &ActivityInput) -> Done<Id> {
    book.operate(|writer| record(writer, input))
}

/// Logs an activity within another operation.
pub(super) fn record(writer: &Writer<'_>, input: &ActivityInput) -> Result<(Id, Label), Problem> {
    let deal = input.deal.map(|id| writer.row::<Deal>(id)).transpose()?;
    let first = input.contacts.first().map(|id| writer.row::<Contact>(*id)).transpose()?;
    let account = input
        .account
        .or(deal.as_ref().map(|deal| deal.account_id))
        .or(first.as_ref().and_then(|contact| contact.account_id));
    in_day(input.minutes)?;
    let happened_on = input.on.unwrap_or(writer.today);
    if happened_on > writer.today && !input.kind.may_be_planned() {
        return Err(Problem::Future(happened_on));
    }
    let (subject, text) = title_and_text(&input.text);
    let mut activity = Activity {
        account_id: account,
        deal_id: input.deal,
        direction: input.direction,
        starts_at: input.at.map(clock_text),
        zone: input.zone.map(|zone| zone.name().to_owned()),
        minutes: input.minutes,
        subject,
        text,
        outcome: input::line(Some(input.outcome.clone())).flatten(),
        owner_id: owner::me(writer)?,
        next_step: input::line(Some(input.next_step.clone())).flatten(),
        next_on: input.next_on,
        due_on: input.due_on,
        ..blank(writer, input.kind, happened_on)?
    };
    activity.set_cost(priced(input.cost)?);
    writer.insert_activity(&activity, &input.contacts)?;
    input.hanging.apply(writer, RecordKind::Activity, activity.id)?;
    let deal_name = deal.as_ref().map(|deal| deal.name.clone());
    hand_on(writer, deal, &activity)?;
    wake_contacts(writer, activity.kind, &input.contacts)?;
    // Without a word it is told by what it was, and with whom.
    let label = match activity.subject {
        Some(subject) => Label::new(Deed::LogActivity, subject),
        None => {
            let whom = first.map(|contact| contact.name).or(deal_name).unwrap_or_default();
            Label::new(Deed::LogActivity, input.kind.to_string()).with(whom)
        }
    };
    Ok((activity.id, label))
}

/// An activity with nothing told yet but its kind and day.
pub(super) fn blank(
    writer: &Writer<'_>,
    kind: ActivityKind,
    happened_on: NaiveDate,
) -> Result<Activity, Problem> {
    Ok(Activity {
        id: writer.mint()?,
        account_id: None,
        deal_id: None,
        kind,
        direction: None,
        happened_on,
        starts_at: None,
        zone: None,
        minutes: None,
        subject: None,
        text: None,
        outcome: None,
        owner_id: None,
        next_step: None,
        next_on: None,
        due_on: None,
        done_on: None,
        created_at: writer.now,
        updated_at: writer.now,
        cost: None,
        cost_currency: None,
    })
}

/// A time of day as the book keeps it.
fn clock_text(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Refuses more minutes than a day has.
fn in_day(minutes: Option<i64>) -> Result<(), Problem> {
    match minutes.filter(|minutes| !(0..=ActivityKind::LONGEST).contains(minutes)) {
        Some(minutes) => Err(Problem::OutOfRange { place: Place::Minutes, value: minutes.to_string() }),
        None => Ok(()),
    }
}

/// A cost as it can be kept.
fn priced(cost: Option<Money>) -> Result<Option<Money>, Problem> {
    cost.map(|money| Ok(Money::new(input::amount(money)?, money.currency))).transpose()
}

/// What was said: the first line is what it is called.
fn title_and_text(said: &str) -> (Option<String>, Option<String>) {
    let text = crate::domain::text::clean_text(said);
    let (title, rest) = text.split_once('\n').unwrap_or((text.as_str(), ""));
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    (some(title), some(rest))
}

/// Makes the next step that was agreed the deal's.
fn hand_on(writer: &Writer<'_>, deal: Option<Deal>, activity: &Activity) -> Result<(), Problem> {
    if let (Some(mut deal), Some(step)) = (deal, activity.next_step.clone()) {
        deal.next_step = Some(step);
        deal.next_on = activity.next_on;
        deal.updated_at = writer.now;
        writer.update_deal(&deal, writer.today)?;
    }
    Ok(())
}

/// Those who were heard of are quiet no longer: when they are again, it is shown.
fn wake_contacts(writer: &Writer<'_>, kind: ActivityKind, contacts: &[Id]) -> Result<(), Problem> {
    for contact in contacts.iter().filter(|_| kind.is_contact()) {
        writer.wake(*contact, DueKind::QuietContact)?;
    }
    Ok(())
}
