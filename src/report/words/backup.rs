//! What copies of the book are for, and what can be wrong with it, in words.

use chrono::{DateTime, Local};

use super::Word;
use crate::domain::backup::Reason;
use crate::domain::flaw::Flaw;
use crate::i18n::Lang;
use crate::tr;

/// What a copy of the book was made for.
pub fn backup_reason(lang: Lang, reason: Reason) -> Word {
    match reason {
        Reason::Asked => tr!(lang, "backup.asked"),
        Reason::Leaving => tr!(lang, "backup.leaving"),
        Reason::Hourly => tr!(lang, "backup.hourly"),
        Reason::Migration => tr!(lang, "backup.migration"),
        Reason::Import => tr!(lang, "backup.import"),
        Reason::Join => tr!(lang, "backup.join"),
        Reason::Restore => tr!(lang, "backup.restore"),
        Reason::Repair => tr!(lang, "backup.repair"),
        Reason::Encryption => tr!(lang, "backup.encryption"),
    }
}

/// What is wrong with a book.
pub fn flaw(lang: Lang, flaw: Flaw) -> Word {
    match flaw {
        Flaw::Pages => tr!(lang, "flaw.pages"),
        Flaw::Index => tr!(lang, "flaw.index"),
        Flaw::Reference => tr!(lang, "flaw.reference"),
        Flaw::Search => tr!(lang, "flaw.search"),
        Flaw::LastContact => tr!(lang, "flaw.last_contact"),
        Flaw::ToldLate => tr!(lang, "flaw.told_late"),
        Flaw::Event => tr!(lang, "flaw.event"),
        Flaw::Journal => tr!(lang, "flaw.journal"),
        Flaw::Rows => tr!(lang, "flaw.rows"),
        Flaw::Value => tr!(lang, "flaw.value"),
    }
}

/// A kind of record that a copy is compared by, by its table.
pub fn kept_kind(lang: Lang, table: &str) -> String {
    let word = match table {
        "account" => tr!(lang, "kept.account"),
        "contact" => tr!(lang, "kept.contact"),
        "deal" => tr!(lang, "kept.deal"),
        "activity" => tr!(lang, "kept.activity"),
        "product" => tr!(lang, "kept.product"),
        "small_order" => tr!(lang, "kept.small_order"),
        "commitment" => tr!(lang, "kept.commitment"),
        "special_day" => tr!(lang, "kept.special_day"),
        "other" => tr!(lang, "kept.other"),
        table => table.to_owned().into(),
    };
    word.into_owned()
}

/// An instant (milliseconds UTC) as the clock on the wall showed it.
pub fn wall_clock(at: i64) -> String {
    let instant = DateTime::from_timestamp_millis(at).unwrap_or_default();
    instant.with_timezone(&Local).format("%Y-%m-%d %H:%M").to_string()
}

/// The size of a file: `640 KB`, `1.1 MB`.
pub fn size(bytes: u64) -> String {
    let tenths = |unit: u64| (bytes * 10 + unit / 2) / unit;
    match bytes {
        0..1_000_000 => format!("{} KB", bytes.div_ceil(1_000)),
        1_000_000..1_000_000_000 => format!("{}.{} MB", tenths(1_000_000) / 10, tenths(1_000_000) % 10),
        _ => format!("{}.{} GB", tenths(1_000_000_000) / 10, tenths(1_000_000_000) % 10),
    }
}
