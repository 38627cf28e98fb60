//! Events in and out.

use chrono::NaiveTime;
use proptest::prelude::*;

use super::{Component, Event, write_event};
use crate::domain::text::{clean_line, clean_text};
use crate::domain::word::ActivityKind;
use crate::exchange::stack::Item;
use crate::exchange::{ActivityIn, Cell, ContactRef, Moment, Reason, Record};

fn read(text: &str) -> Result<ActivityIn, Reason> {
    match Component::of(text).unwrap().record(1)? {
        Record::Activity(activity) => Ok(activity),
        other => panic!("{other:?}"),
    }
}

fn day(text: &str) -> chrono::NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_meeting_is_read_with_its_time_length_and_guests() {
    let meeting = read(
        "BEGIN:VEVENT\r\nUID:1@cal\r\nDTSTART;TZID=Europe/Berlin:20261118T140000\r\nDTEND;TZID=Europe/Berlin:20261118T151500\r\n\
         SUMMARY:Quarterly review\\, Kiel\r\nDESCRIPTION:Bring\\nsamples\r\nLOCATION:Kiel\r\nCATEGORIES:key,north\r\n\
         ATTENDEE;CN=Ada Stone:mailto:ADA@Nordwind.example\r\nRRULE:FREQ=WEEKLY\r\nEND:VEVENT\r\n",
    )
    .unwrap();
    let at = Moment { day: day("2026-11-18"), time: NaiveTime::from_hms_opt(14, 0, 0) };
    assert_eq!((meeting.kind, meeting.at, meeting.minutes), (ActivityKind::Meeting, at, Cell::Is(75)));
    assert_eq!(meeting.subject.as_str(), Some("Quarterly review, Kiel"));
    assert_eq!(meeting.text.as_str(), Some("Bring\nsamples"));
    let ada =
        ContactRef { id: None, email: Some("ada@nordwind.example".into()), name: Some("Ada Stone".into()) };
    assert_eq!(meeting.guests, [ada]);
    assert_eq!(meeting.tags, Cell::Is(vec!["key".into(), "north".into()]));
    assert_eq!(meeting.origin.custom[0].value, "Kiel");
}

#[test]
fn a_task_is_read_with_its_due_day_and_whether_it_is_done() {
    let task = read("BEGIN:VTODO\nUID:2\nSUMMARY:Send offer\nDUE;VALUE=DATE:20261201\nEND:VTODO\n").unwrap();
    assert_eq!(
        (task.kind, task.due, task.done),
        (ActivityKind::Task, Cell::Is(day("2026-12-01")), Cell::Is(false))
    );
    let done = read("BEGIN:VTODO\nSUMMARY:x\nDUE:20261201T100000Z\nSTATUS:COMPLETED\nEND:VTODO\n").unwrap();
    assert_eq!(done.done, Cell::Is(true));
}

#[test]
fn what_was_called_off_or_has_no_day_is_refused() {
    let cancelled = "BEGIN:VEVENT\nSUMMARY:x\nDTSTART:20261118T140000\nSTATUS:CANCELLED\nEND:VEVENT\n";
    assert_eq!(read(cancelled).unwrap_err(), Reason::Cancelled);
    assert_eq!(read("BEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n").unwrap_err(), Reason::NoDay);
}

#[test]
fn a_day_of_each_year_rings_in_the_morning_of_its_notice() {
    let event = Event {
        id: "keybook-1".into(),
        summary: "Birthday".into(),
        text: None,
        at: Moment { day: day("2026-12-24"), time: None },
        minutes: None,
        kind: None,
        is_yearly: true,
        notice_days: Some(7),
    };
    let mut text = String::new();
    write_event(&event, day("2026-11-21"), &mut text).unwrap();
    let expected = "BEGIN:VEVENT\r\nUID:keybook-1\r\nDTSTAMP:20261121T000000Z\r\nDTSTART;VALUE=DATE:20261224\r\n\
        RRULE:FREQ=YEARLY\r\nSUMMARY:Birthday\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-P6DT15H\r\n\
        DESCRIPTION:Birthday\r\nEND:VALARM\r\nEND:VEVENT\r\n";
    assert_eq!(text, expected);
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was(
        subject in "\\PC{0,30}", text in "(\\PC|\n|[;,:\\\\\"]){0,60}", minutes in prop::option::of(1i64..600),
        hour in prop::option::of(0u32..24), kind in prop::sample::select(ActivityKind::ALL),
    ) {
        let time = hour.and_then(|hour| NaiveTime::from_hms_opt(hour, 30, 0));
        let text = Some(clean_text(&text)).filter(|text| !text.is_empty());
        let at = Moment { day: day("2026-11-18"), time };
        let event = Event {
            id: "keybook-1".into(), summary: format!("S{}", clean_line(&subject)), text, at,
            minutes: minutes.filter(|_| time.is_some()), kind: Some(kind), is_yearly: false, notice_days: None,
        };
        let mut written = String::new();
        write_event(&event, day("2026-11-21"), &mut written).unwrap();
        let read = read(&written).unwrap();
        prop_assert_eq!(read.subject.as_str(), Some(event.summary.as_str()), "{}", written);
        prop_assert_eq!(read.text.get(), event.text);
        prop_assert_eq!((read.at, read.minutes.get(), read.kind), (at, event.minutes, kind));
    }
}
