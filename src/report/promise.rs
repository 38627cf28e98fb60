//! The words of promises and special days.

use super::words::Word;
use crate::domain::word::{Calendar, CommitmentKind, CommitmentStatus, Side};
use crate::i18n::Lang;
use crate::tr;

/// Who made a promise.
pub fn side(lang: Lang, side: Side) -> Word {
    match side {
        Side::Us => tr!(lang, "side.us"),
        Side::Them => tr!(lang, "side.them"),
    }
}

/// What a promise is about.
pub fn commitment_kind(lang: Lang, kind: CommitmentKind) -> Word {
    match kind {
        CommitmentKind::Quality => tr!(lang, "commitment.quality"),
        CommitmentKind::Price => tr!(lang, "commitment.price"),
        CommitmentKind::Supply => tr!(lang, "commitment.supply"),
        CommitmentKind::Other => tr!(lang, "commitment.other"),
    }
}

/// What became of a promise.
pub fn commitment_status(lang: Lang, status: CommitmentStatus) -> Word {
    match status {
        CommitmentStatus::Open => tr!(lang, "commitment.open"),
        CommitmentStatus::Kept => tr!(lang, "commitment.kept"),
        CommitmentStatus::Broken => tr!(lang, "commitment.broken"),
    }
}

/// By which calendar a special day comes.
pub fn calendar(lang: Lang, calendar: Calendar) -> Word {
    match calendar {
        Calendar::Solar => tr!(lang, "calendar.solar"),
        Calendar::Lunar => tr!(lang, "calendar.lunar"),
    }
}

/// The usual kinds of special day, by their keys; any other word is a kind too.
pub const SPECIAL_DAYS: &[&str] =
    &["birthday", "anniversary", "work_anniversary", "name_day", "family", "holiday"];

/// A kind of special day, in the reader's language where it is a usual one.
pub fn special_day_kind(lang: Lang, kind: &str) -> Word {
    match kind {
        "birthday" => tr!(lang, "special_day.birthday"),
        "anniversary" => tr!(lang, "special_day.anniversary"),
        "work_anniversary" => tr!(lang, "special_day.work_anniversary"),
        "name_day" => tr!(lang, "special_day.name_day"),
        "family" => tr!(lang, "special_day.family"),
        "holiday" => tr!(lang, "special_day.holiday"),
        own => own.to_owned().into(),
    }
}
