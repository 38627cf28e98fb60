//! What stands on a day, in words: for pages and for the screen.

use super::due_words;
use super::rows::calendar::clock;
use super::words::{self, Word};
use crate::domain::calendar::CalendarKind;
use crate::domain::word::ActivityKind;
use crate::domain::zone::city;
use crate::i18n::Lang;
use crate::store::view::calendar::Begins;
use crate::tr;

/// Why something stands on a day: a meeting by what it is.
pub fn kind(lang: Lang, kind: CalendarKind, activity: Option<ActivityKind>) -> Word {
    match (kind.due(), activity) {
        (Some(due), _) => due_words::kind(lang, due),
        (None, Some(activity)) => words::activity_kind(lang, activity),
        (None, None) => words::activity_kind(lang, ActivityKind::Meeting),
    }
}

/// What it is: where it has no words of its own, those of its kind.
pub fn text(lang: Lang, kind: CalendarKind, activity: Option<ActivityKind>, text: &str) -> Word {
    match kind.due() {
        Some(due) => due_words::text(lang, due, text),
        // Without a word it is told by what it is.
        None if activity.is_some_and(|activity| activity.as_str() == text) => {
            self::kind(lang, kind, activity)
        }
        None => text.to_owned().into(),
    }
}

/// When it begins there, with the day where that is another one than here: `20:00 in Tokyo`.
pub fn there(lang: Lang, on: chrono::NaiveDate, begins: Begins) -> Option<String> {
    let (at, zone) = begins.there?;
    let time = clock(at.time());
    let words = match at.date() == on {
        true => tr!(lang, "calendar.there", time = time, city = city(zone)),
        false => tr!(lang, "calendar.there_on", day = at.date(), time = time, city = city(zone)),
    };
    Some(words.into_owned())
}
