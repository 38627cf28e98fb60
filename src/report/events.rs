//! What a calendar can show of a book: what is due in the year ahead, and what happened.

use chrono::{NaiveDate, NaiveTime};

use super::rows::Record;
use super::{calendar_words, due_words};
use crate::domain::due::DueKind;
use crate::domain::word::Calendar;
use crate::exchange::calendar::Event;
use crate::exchange::{Moment, Origin};
use crate::i18n::Lang;
use crate::store::table::special_day::SpecialDay;
use crate::store::view::calendar::CalendarItem;
use crate::store::view::lines::ActivityLine;
use crate::store::view::today::Due;
use crate::store::{Book, Result};

/// How far ahead a calendar looks, in days.
const YEAR: u64 = 366;

/// What is due by the end of the year ahead, what is overdue too: next steps, tasks, actions, promises,
/// milestones, payments and special days, each with an alarm; those of these kinds.
pub fn due(lang: Lang, book: &Book, kinds: &[DueKind]) -> Result<Vec<Event>> {
    let usual_notice = book.settings()?.notice_days;
    let mut events = vec![];
    for due in book.due(YEAR)?.into_iter().filter(|due| kinds.contains(&due.kind)) {
        events.push(waiting(lang, book, &due, usual_notice)?);
    }
    Ok(events)
}

/// What the days between two bring, both included: meetings at their time on the clock here, and what waits to
/// be settled.
pub fn of_days(lang: Lang, book: &Book, from: NaiveDate, to: NaiveDate) -> Result<Vec<Event>> {
    let usual_notice = book.settings()?.notice_days;
    let items = book.calendar(from, to)?.into_iter();
    items
        .map(|item| match item.as_due() {
            Some(due) => waiting(lang, book, &due, usual_notice),
            None => Ok(meeting(lang, item)),
        })
        .collect()
}

fn meeting(lang: Lang, item: CalendarItem) -> Event {
    let what = calendar_words::text(lang, item.kind, item.activity, &item.text).into_owned();
    let about: Vec<&str> =
        [&item.contact, &item.deal, &item.account].into_iter().flatten().map(String::as_str).collect();
    let whose = item.contact.as_ref().or(item.account.as_ref());
    Event {
        id: id(item.id),
        summary: whose.map_or_else(|| what.clone(), |whose| format!("{what} · {whose}")),
        text: Some(about.join("\n")).filter(|about| !about.is_empty()),
        at: Moment { day: item.on, time: item.begins.map(|begins| begins.here) },
        minutes: item.minutes,
        kind: item.activity,
        is_yearly: false,
        notice_days: None,
    }
}

/// Something that waits, with what is known of a special day.
fn waiting(lang: Lang, book: &Book, due: &Due, usual_notice: i64) -> Result<Event> {
    let mut event = event(lang, due);
    if due.kind == DueKind::SpecialDay {
        let day: SpecialDay = book.row(due.id)?;
        // The lunar year has no rule that calendars know: the next time is written.
        event.is_yearly = day.calendar == Calendar::Solar;
        event.notice_days = u32::try_from(day.notice_days.unwrap_or(usual_notice)).ok();
    }
    Ok(event)
}

fn event(lang: Lang, due: &Due) -> Event {
    let whose = [&due.contact, &due.deal, &due.account].into_iter().flatten().next();
    let what = due_words::text(lang, due.kind, &due.text);
    let about = [&due.contact, &due.deal, &due.account].into_iter().flatten().cloned().collect::<Vec<_>>();
    Event {
        id: format!("{}-{}", id(due.id), due.kind),
        summary: match whose {
            Some(whose) => format!("{what} · {whose}"),
            None => what.into_owned(),
        },
        text: Some(format!("{}\n{}", due_words::kind(lang, due.kind), about.join("\n")).trim().to_owned()),
        at: Moment { day: due.on, time: None },
        minutes: None,
        kind: None,
        is_yearly: false,
        notice_days: Some(0),
    }
}

/// An activity as an event on its day.
pub struct ActivityEvent(pub Event);

impl Record for ActivityEvent {
    type Line = ActivityLine;

    fn read(_: &Book, lines: Vec<ActivityLine>) -> Result<Vec<Self>> {
        Ok(lines.into_iter().map(|line| ActivityEvent(activity(line))).collect())
    }
}

fn activity(line: ActivityLine) -> Event {
    let ActivityLine { activity, account, deal, .. } = line;
    let time = activity.starts_at.as_deref().and_then(|text| NaiveTime::parse_from_str(text, "%H:%M").ok());
    let named = activity.subject.or(deal).or(account);
    Event {
        id: id(activity.id),
        summary: named.unwrap_or_else(|| activity.kind.to_string()),
        text: activity.text,
        at: Moment { day: activity.happened_on, time },
        minutes: activity.minutes,
        kind: Some(activity.kind),
        is_yearly: false,
        notice_days: None,
    }
}

/// The kinds of due things that a calendar shows: what has a day of its own.
pub const DATED: &[DueKind] = &[
    DueKind::NextStep,
    DueKind::Task,
    DueKind::Action,
    DueKind::OurCommitment,
    DueKind::TheirCommitment,
    DueKind::Milestone,
    DueKind::Receivable,
    DueKind::SpecialDay,
];

fn id(id: crate::domain::id::Id) -> String {
    Origin::of_ours(id).id.unwrap_or_default()
}
