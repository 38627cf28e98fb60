//! One event or task to an activity. Of what comes again and again, the first time is taken.

use calcard::common::PartialDateTime;
use calcard::icalendar::{
    ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarParameterName,
    ICalendarProperty as Property, ICalendarStatus, ICalendarValue,
};
use calcard::{Entry, Parser};
use chrono::{NaiveDate, NaiveTime};

use crate::domain::text::{clean_line, clean_text};
use crate::domain::word::ActivityKind;
use crate::exchange::stack::{Item, Use};
use crate::exchange::values::list;
use crate::exchange::{
    AccountRef, ActivityIn, Cell, ContactRef, Custom, DealRef, Field, Kind, Moment, Origin, Reason, Record,
    System,
};

/// Our own property: what kind of activity an event was.
pub(super) const KIND: &str = "X-KEYBOOK-KIND";

/// An event or a task of a calendar.
pub struct Component(ICalendarComponent);

impl Item for Component {
    const SYSTEM: System = System::ICalendar;
    const KIND: Kind = Kind::Activities;
    const NAMES: &'static [&'static str] = &["VEVENT", "VTODO"];
    const STRAY_IS_LOST: bool = false;

    fn of(text: &str) -> Option<Self> {
        match Parser::new(text).entry() {
            Entry::ICalendar(calendar) => calendar.components.into_iter().next().map(Component),
            _ => None,
        }
    }

    fn record(&self, line: u64) -> Result<Record, Reason> {
        self.activity(line).map(Record::Activity)
    }

    fn properties(&self) -> Vec<(String, Use)> {
        let entries = self.0.entries.iter();
        entries.map(|entry| (entry.name.as_str().to_uppercase(), use_of(&entry.name))).collect()
    }
}

fn use_of(property: &Property) -> Use {
    match property {
        Property::Uid => Use::Field(Field::Id),
        Property::Summary => Use::Field(Field::Subject),
        Property::Description => Use::Field(Field::Text),
        Property::Dtstart => Use::Field(Field::Date),
        Property::Dtend | Property::Duration => Use::Field(Field::Minutes),
        Property::Due => Use::Field(Field::DueDate),
        Property::Status | Property::Completed => Use::Field(Field::Done),
        Property::Categories => Use::Field(Field::Tags),
        Property::Attendee => Use::Field(Field::ContactEmail),
        Property::Location => Use::Kept("location"),
        Property::Rrule | Property::Rdate | Property::Attach => Use::Left,
        Property::Other(name) if name.eq_ignore_ascii_case(KIND) => Use::Field(Field::Kind),
        _ => Use::Frame,
    }
}

impl Component {
    fn activity(&self, line: u64) -> Result<ActivityIn, Reason> {
        if matches!(self.0.status(), Some(ICalendarStatus::Cancelled)) {
            return Err(Reason::Cancelled);
        }
        let is_task = self.0.component_type == ICalendarComponentType::VTodo;
        let start = self.moment(&Property::Dtstart);
        let due = self.moment(&Property::Due).map(|due| due.day).filter(|_| is_task);
        let completed = self.moment(&Property::Completed);
        let at = start.or(due.map(|day| Moment { day, time: None })).or(completed);
        let at = at.or_else(|| self.moment(&Property::Created).filter(|_| is_task)).ok_or(Reason::NoDay)?;
        let is_done = completed.is_some() || matches!(self.0.status(), Some(ICalendarStatus::Completed));
        let told = self.text(&Property::Other(KIND.to_owned())).and_then(|kind| kind.parse().ok());
        let usual = if is_task { ActivityKind::Task } else { ActivityKind::Meeting };
        let location =
            self.text(&Property::Location).map(|text| clean_line(&text)).filter(|text| !text.is_empty());
        let custom = location.map(|value| Custom { key: "location".to_owned(), value }).into_iter().collect();
        Ok(ActivityIn {
            kind: told.unwrap_or(usual),
            at,
            due: cell(due),
            done: if is_task { Cell::Is(is_done) } else { Cell::Absent },
            subject: line_cell(self.text(&Property::Summary)),
            text: cell(
                self.text(&Property::Description)
                    .map(|text| clean_text(&text))
                    .filter(|text| !text.is_empty()),
            ),
            outcome: Cell::Absent,
            minutes: cell(self.minutes(at)),
            direction: Cell::Absent,
            owner: Cell::Absent,
            contacts: Cell::Absent,
            guests: self.guests(),
            account: AccountRef::default(),
            deal: DealRef::default(),
            next_step: Cell::Absent,
            next_on: Cell::Absent,
            tags: self.tags(),
            origin: Origin { row: line, id: self.id(), custom },
        })
    }

    /// Its id; one time of what comes again and again has its own.
    fn id(&self) -> Option<String> {
        let id = clean_line(&self.text(&Property::Uid)?);
        let time = self.moment(&Property::RecurrenceId);
        let own = time.map(|moment| format!("/{} {}", moment.day, moment.time.unwrap_or_default()));
        Some(id + &own.unwrap_or_default()).filter(|id| !id.is_empty())
    }

    fn text(&self, property: &Property) -> Option<String> {
        let entry = self.0.entries.iter().find(|entry| entry.name == *property)?;
        let texts: Vec<&str> = entry.values.iter().filter_map(ICalendarValue::as_text).collect();
        Some(texts.join(", "))
    }

    fn moment(&self, property: &Property) -> Option<Moment> {
        let entry = self.0.property(property)?;
        moment(entry.values.iter().find_map(ICalendarValue::as_partial_date_time)?)
    }

    /// How long it took; nobody meets for whole days.
    fn minutes(&self, start: Moment) -> Option<i64> {
        let from = start.day.and_time(start.time?);
        let until = self.moment(&Property::Dtend).and_then(|end| Some(end.day.and_time(end.time?)));
        let stated = || {
            let entry = self.0.property(&Property::Duration)?;
            entry.values.iter().find_map(|value| match value {
                ICalendarValue::Duration(duration) => Some(duration.as_seconds() / 60),
                _ => None,
            })
        };
        let minutes = until.map(|until| (until - from).num_minutes()).or_else(stated);
        minutes.filter(|minutes| (1..=7 * 24 * 60).contains(minutes))
    }

    fn guests(&self) -> Vec<ContactRef> {
        let guest = |entry: &ICalendarEntry| {
            let email = list::emails(entry.calendar_address()?).into_iter().next()?;
            let name = entry.parameter(&ICalendarParameterName::Cn).and_then(|name| name.as_text());
            let name = name.map(clean_line).filter(|name| !name.is_empty());
            Some(ContactRef { id: None, email: Some(email), name })
        };
        self.0.properties(&Property::Attendee).filter_map(guest).collect()
    }

    fn tags(&self) -> Cell<Vec<String>> {
        let mut tags: Vec<String> = vec![];
        for entry in self.0.properties(&Property::Categories) {
            for tag in entry.values.iter().filter_map(ICalendarValue::as_text).map(clean_line) {
                if !tag.is_empty() && !tags.contains(&tag) {
                    tags.push(tag);
                }
            }
        }
        cell(Some(tags).filter(|tags| !tags.is_empty()))
    }
}

fn moment(told: &PartialDateTime) -> Option<Moment> {
    let day = NaiveDate::from_ymd_opt(told.year?.into(), told.month?.into(), told.day?.into())?;
    let part = |part: Option<u8>| part.map_or(0, u32::from);
    let time =
        told.hour.and_then(|hour| NaiveTime::from_hms_opt(hour.into(), part(told.minute), part(told.second)));
    Some(Moment { day, time })
}

fn cell<T>(value: Option<T>) -> Cell<T> {
    value.map_or(Cell::Absent, Cell::Is)
}

fn line_cell(text: Option<String>) -> Cell<String> {
    cell(text.map(|text| clean_line(&text)).filter(|text| !text.is_empty()))
}
