//! Logging activities.

use chrono::NaiveDate;

use super::Done;
use super::input::{self, Hanging};
use super::owner;
use super::problem::{Place, Problem};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::{ActivityKind, Direction, RecordKind};
use crate::store::table::activity::Activity;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::{Book, Label, Writer};

/// A day's minutes: no activity lasts longer.
const LONGEST: i64 = 24 * 60;

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
    /// How long, in minutes.
    pub minutes: Option<i64>,
    /// What was said: the first line is what it is called.
    pub text: String,
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
            minutes: None,
            text: text.into(),
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
    if let Some(minutes) = input.minutes.filter(|minutes| !(0..=LONGEST).contains(minutes)) {
        return Err(Problem::OutOfRange { place: Place::Minutes, value: minutes.to_string() });
    }
    let happened_on = input.on.unwrap_or(writer.today);
    if happened_on > writer.today && !may_be_planned(input.kind) {
        return Err(Problem::Future(happened_on));
    }
    let text = crate::domain::text::clean_text(&input.text);
    let (subject, rest) = text.split_once('\n').unwrap_or((text.as_str(), ""));
    let some = |text: &str| Some(text.trim().to_owned()).filter(|text| !text.is_empty());
    let activity = Activity {
        account_id: account,
        deal_id: input.deal,
        direction: input.direction,
        minutes: input.minutes,
        subject: some(subject),
        text: some(rest),
        owner_id: owner::me(writer)?,
        next_step: input::line(Some(input.next_step.clone())).flatten(),
        next_on: input.next_on,
        due_on: input.due_on,
        ..blank(writer, input.kind, happened_on)?
    };
    writer.insert_activity(&activity, &input.contacts)?;
    input.hanging.apply(writer, RecordKind::Activity, activity.id)?;
    if let (Some(mut deal), Some(step)) = (deal, activity.next_step.clone()) {
        deal.next_step = Some(step);
        deal.next_on = activity.next_on;
        deal.updated_at = writer.now;
        writer.update_deal(&deal, writer.today)?;
    }
    let subject = activity.subject.unwrap_or_else(|| input.kind.to_string());
    Ok((activity.id, Label::new(Deed::LogActivity, subject)))
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
    })
}

fn may_be_planned(kind: ActivityKind) -> bool {
    matches!(kind, ActivityKind::Meeting | ActivityKind::Demo | ActivityKind::Visit | ActivityKind::Task)
}
