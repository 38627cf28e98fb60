//! Times of day where somebody is: read as people write them, and told as the clock here shows them then.

use chrono::{Days, Duration, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeZone};
use chrono_tz::{TZ_VARIANTS, Tz};

/// The zone that a text names: its name in the zone database, also without the continent (`shanghai`), or
/// whole hours from Greenwich (`UTC+8`). None where it is none, or the city is not the only one of its name.
pub fn parse_zone(text: &str) -> Option<Tz> {
    let folded = text.trim().to_lowercase().replace(' ', "_");
    if let Some(hours) = folded.strip_prefix("utc").or(folded.strip_prefix("gmt")) {
        return from_greenwich(hours);
    }
    let is_whole = |zone: &&Tz| zone.name().to_lowercase() == folded;
    if let Some(zone) = TZ_VARIANTS.iter().find(is_whole) {
        return Some(*zone);
    }
    let is_city = |zone: &&Tz| {
        let city = zone.name().rsplit_once('/').map(|(_, city)| city.to_lowercase());
        city.is_some_and(|city| city == folded)
    };
    let mut cities = TZ_VARIANTS.iter().filter(is_city);
    let found = cities.next().copied();
    // Old names such as America/Indianapolis stand for the same place as a longer one.
    let is_twin = |other: &Tz| found.is_some_and(|one| ends_alike(one, *other));
    if cities.all(is_twin) { found } else { None }
}

/// Whether two names of the database end in the same city.
fn ends_alike(one: Tz, other: Tz) -> bool {
    let continent = |zone: Tz| zone.name().split('/').next().map(str::to_owned);
    continent(one) == continent(other)
}

/// `+8`, `-03:00` or nothing, as hours from Greenwich; those of the database count the other way round.
fn from_greenwich(hours: &str) -> Option<Tz> {
    let hours = hours.trim().trim_end_matches(":00").trim_end_matches("00");
    let hours: i32 = if hours.is_empty() { 0 } else { hours.parse().ok()? };
    match hours {
        0 => Some(Tz::UTC),
        _ => format!("Etc/GMT{:+}", -hours).parse().ok(),
    }
}

/// The city of a zone's name, as it is shown: `New York`.
pub fn city(zone: Tz) -> String {
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

/// What the clock shows in `to` when it shows this in `from`. An hour that summer time leaves out is read an
/// hour later; of one that comes twice the first is meant.
pub fn elsewhere(at: NaiveDateTime, from: Tz, to: Tz) -> NaiveDateTime {
    let instant = match from.from_local_datetime(&at) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => instant,
        LocalResult::None => match from.from_local_datetime(&(at + Duration::hours(1))) {
            LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => instant,
            LocalResult::None => return at,
        },
    };
    instant.with_timezone(&to).naive_local()
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
        #[case] from: Tz,
        #[case] to: Tz,
        #[case] shown: NaiveDateTime,
    ) {
        assert_eq!(elsewhere(at, from, to), shown);
    }
}
