//! Today and now, from outside: the machine's clock, or a day that the person chose.

use chrono::{DateTime, Local, NaiveDate, NaiveTime, Utc};

use crate::domain::zone::Zone;

/// Tells the local day and the instant that changes are dated with.
#[derive(Debug, Clone, Copy, Default)]
pub struct Clock {
    day: Option<NaiveDate>,
    time: Option<NaiveTime>,
    zone: Option<Zone>,
}

impl Clock {
    /// The machine's own clock.
    pub fn machine() -> Self {
        Clock { day: None, time: None, zone: None }
    }

    /// It is this day, for what is read and for what is written, and the clock is Greenwich's.
    pub fn fixed(day: NaiveDate) -> Self {
        Clock { day: Some(day), time: None, zone: Some(Zone::UTC) }
    }

    /// The machine's clock, or a fixed day where one is given (`--today`).
    pub fn of(day: Option<NaiveDate>) -> Self {
        Clock { day, time: None, zone: None }
    }

    /// A clock that stands at one instant (UTC): for a book that is made with a past.
    pub(super) fn standing(day: NaiveDate, time: NaiveTime) -> Self {
        Clock { day: Some(day), time: Some(time), zone: Some(Zone::UTC) }
    }

    /// The local calendar day.
    pub fn today(self) -> NaiveDate {
        self.day.unwrap_or_else(|| Local::now().date_naive())
    }

    /// The zone that one is in: what `TZ` says, or else the machine; where neither tells, Greenwich's.
    pub fn zone(self) -> Zone {
        let told = || std::env::var("TZ").ok().and_then(|name| name.trim_start_matches(':').parse().ok());
        let of_machine = || iana_time_zone::get_timezone().ok().and_then(|name| name.parse().ok());
        self.zone.or_else(told).or_else(of_machine).unwrap_or(Zone::UTC)
    }

    /// The instant, in milliseconds since 1970 UTC; on a fixed day the time of day is the machine's.
    pub fn now(self) -> i64 {
        let machine = Utc::now();
        match self.day {
            Some(day) => day.and_time(self.time.unwrap_or(machine.time())).and_utc().timestamp_millis(),
            None => machine.timestamp_millis(),
        }
    }
}

/// An instant in milliseconds as RFC 3339 in UTC, to the second.
pub fn rfc3339(millis: i64) -> String {
    DateTime::<Utc>::from_timestamp_millis(millis)
        .unwrap_or_default()
        .to_rfc3339_opts(chrono::SecondsFormat::Secs, true)
}
