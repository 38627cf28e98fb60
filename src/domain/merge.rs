//! What two records of one kind may disagree in when they become one: parts of them, each taken whole from
//! one side. What only one side has is never a choice, it is kept.

use super::word::RecordKind;

/// A part of a record that is taken from one side where both tell it differently.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// By which commands know it.
    pub key: &'static str,
    /// Its columns: they stand or fall together, as the lines of an address do.
    pub columns: &'static [&'static str],
    /// Whether they are amounts, so that the record's currency goes with them.
    pub is_money: bool,
}

const fn part(key: &'static str, columns: &'static [&'static str]) -> Part {
    Part { key, columns, is_money: false }
}

const fn money(key: &'static str, columns: &'static [&'static str]) -> Part {
    Part { key, columns, is_money: true }
}

const ACCOUNT: &[Part] = &[
    part("name", &["name", "name_key"]),
    part("parent", &["parent_id"]),
    part("owner", &["owner_id"]),
    part("tier", &["tier"]),
    part("industry", &["industry"]),
    part("domain", &["domain"]),
    part("website", &["website"]),
    part("phone", &["phone"]),
    part("address", &["street", "city", "region", "postal_code"]),
    part("country", &["country"]),
    part("employees", &["employees"]),
    money("potential", &["potential", "revenue"]),
    part("share", &["share"]),
];

const CONTACT: &[Part] = &[
    part("name", &["name", "name_key", "given_name", "family_name"]),
    part("account", &["account_id"]),
    part("title", &["title"]),
    part("department", &["department"]),
    part("level", &["level"]),
    part("reports_to", &["reports_to"]),
    part("involvement", &["involvement"]),
    part("authority", &["authority"]),
    part("stance", &["stance"]),
    part("step", &["step"]),
    part("prefers", &["prefers"]),
    part("address", &["street", "city", "region", "postal_code"]),
    part("country", &["country"]),
    part("website", &["website"]),
    part("owner", &["owner_id"]),
];

const DEAL: &[Part] = &[
    part("name", &["name", "name_key"]),
    part("account", &["account_id"]),
    part("stage", &["status", "stage_id", "closed_on", "lost_reason_id", "competitor", "learned"]),
    money("amount", &["amount"]),
    part("win_rate", &["win_rate"]),
    part("close_date", &["close_on"]),
    part("next_step", &["next_step", "next_on"]),
    part("source", &["source"]),
    part("pipeline", &["pipeline"]),
    part("owner", &["owner_id"]),
];

/// The parts of a kind of record; none of a kind that is not merged.
pub fn parts(kind: RecordKind) -> &'static [Part] {
    match kind {
        RecordKind::Account => ACCOUNT,
        RecordKind::Contact => CONTACT,
        RecordKind::Deal => DEAL,
        _ => &[],
    }
}

/// The part of a kind of record that commands know by this word.
pub fn part_called(kind: RecordKind, key: &str) -> Option<&'static Part> {
    let key = key.trim().to_lowercase().replace('-', "_");
    parts(kind).iter().find(|part| part.key == key)
}

/// The notes on both sides in one: those of the side that stays first, each once.
pub fn joined_notes(stays: Option<String>, goes: Option<String>) -> Option<String> {
    match (stays, goes) {
        (Some(stays), Some(goes)) if stays.contains(&goes) => Some(stays),
        (Some(stays), Some(goes)) if goes.contains(&stays) => Some(goes),
        (Some(stays), Some(goes)) => Some(format!("{stays}\n\n{goes}")),
        (one, other) => one.or(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_found_by_its_word_as_flags_are_written() {
        assert_eq!(part_called(RecordKind::Deal, " Close-Date ").map(|part| part.key), Some("close_date"));
        assert_eq!(part_called(RecordKind::Account, "stage"), None);
        assert!(parts(RecordKind::Product).is_empty());
    }

    #[test]
    fn notes_of_both_are_kept_and_none_twice() {
        let joined = |one: &str, other: &str| {
            let told = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
            joined_notes(told(one), told(other)).unwrap_or_default()
        };
        assert_eq!(joined("met in Hamburg", "old client"), "met in Hamburg\n\nold client");
        assert_eq!(joined("old client since 2019", "old client"), "old client since 2019");
        assert_eq!(joined("", "old client"), "old client");
        assert_eq!(joined("", ""), "");
    }
}
