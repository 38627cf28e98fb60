//! Events of a calendar, one after the other.

use std::fmt;

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendar, ICalendarAction, ICalendarComponent, ICalendarComponentType, ICalendarDuration,
    ICalendarFrequency, ICalendarParameter, ICalendarProperty as Property, ICalendarRecurrenceRule,
    ICalendarValue, ICalendarValueType,
};
use chrono::{Datelike, NaiveDate, Timelike};

use super::read::KIND;
use crate::domain::word::ActivityKind;
use crate::exchange::Moment;

/// The hour of a day at which an alarm for that day rings.
const MORNING: u32 = 9;

/// An event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its identity.
    pub id: String,
    /// What it is, in a line.
    pub summary: String,
    /// What else there is to say.
    pub text: Option<String>,
    /// When; the whole day without a time.
    pub at: Moment,
    /// How long it takes.
    pub minutes: Option<i64>,
    /// What kind of activity it was.
    pub kind: Option<ActivityKind>,
    /// Whether it comes again each year.
    pub is_yearly: bool,
    /// Days before it at which an alarm rings, in the morning; none rings without.
    pub notice_days: Option<u32>,
}

/// Begins a calendar.
///
/// # Errors
/// Where `out` does not take it.
pub fn begin(out: &mut impl fmt::Write) -> fmt::Result {
    out.write_str("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//keybook//EN\r\nCALSCALE:GREGORIAN\r\n")
}

/// Ends a calendar.
///
/// # Errors
/// Where `out` does not take it.
pub fn end(out: &mut impl fmt::Write) -> fmt::Result {
    out.write_str("END:VCALENDAR\r\n")
}

/// Writes an event; `stamp` is the day on which it is written.
///
/// # Errors
/// Where `out` does not take it.
pub fn write_event(event: &Event, stamp: NaiveDate, out: &mut impl fmt::Write) -> fmt::Result {
    let mut component = ICalendarComponent::new(ICalendarComponentType::VEvent);
    component.add_uid(&event.id);
    let written = PartialDateTime {
        hour: Some(0),
        minute: Some(0),
        second: Some(0),
        tz_hour: Some(0),
        tz_minute: Some(0),
        ..date(stamp)
    };
    component.add_property(Property::Dtstamp, written);
    match event.at.time {
        Some(time) => {
            let part = |number: u32| u8::try_from(number).ok();
            let start = PartialDateTime {
                hour: part(time.hour()),
                minute: part(time.minute()),
                second: part(time.second()),
                ..date(event.at.day)
            };
            component.add_property(Property::Dtstart, start);
        }
        None => {
            let whole_day = vec![ICalendarParameter::value(ICalendarValueType::Date)];
            component.add_property_with_params(Property::Dtstart, whole_day, date(event.at.day));
        }
    }
    if let Some(minutes) =
        event.minutes.and_then(|minutes| u32::try_from(minutes).ok()).filter(|_| event.at.time.is_some())
    {
        component
            .add_property(Property::Duration, ICalendarDuration { minutes, ..ICalendarDuration::default() });
    }
    if event.is_yearly {
        let rule = ICalendarRecurrenceRule {
            freq: ICalendarFrequency::Yearly,
            ..ICalendarRecurrenceRule::default()
        };
        component.add_property(Property::Rrule, rule);
    }
    component.add_property(Property::Summary, event.summary.clone());
    if let Some(text) = &event.text {
        component.add_property(Property::Description, text.clone());
    }
    if let Some(kind) = event.kind {
        component.add_property(Property::Other(KIND.to_owned()), kind.to_string());
    }
    let mut components = vec![component];
    if let Some(days) = event.notice_days {
        components[0].component_ids.push(1);
        components.push(alarm(event, days));
    }
    ICalendar { components }.write_to(out)
}

/// Rings in the morning so many days ahead; the trigger counts from midnight.
fn alarm(event: &Event, days: u32) -> ICalendarComponent {
    let mut alarm = ICalendarComponent::new(ICalendarComponentType::VAlarm);
    let trigger = match days {
        0 => ICalendarDuration { hours: MORNING, ..ICalendarDuration::default() },
        days => ICalendarDuration {
            neg: true,
            days: days - 1,
            hours: 24 - MORNING,
            ..ICalendarDuration::default()
        },
    };
    alarm.add_property(Property::Action, ICalendarValue::Action(ICalendarAction::Display));
    alarm.add_property(Property::Trigger, trigger);
    alarm.add_property(Property::Description, event.summary.clone());
    alarm
}

fn date(day: NaiveDate) -> PartialDateTime {
    let part = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(day.year()).ok();
    PartialDateTime { year, month: part(day.month()), day: part(day.day()), ..PartialDateTime::default() }
}
