//! Whose way it goes where two copies of a book differ, in words.

use super::{Word, kept_kind};
use crate::domain::entry::EntryKind;
use crate::domain::joining::Chosen;
use crate::i18n::Lang;
use crate::report::entry_words;
use crate::tr;

/// Whose value holds.
pub fn chosen(lang: Lang, chosen: Chosen) -> Word {
    match chosen {
        Chosen::Ours => tr!(lang, "joining.ours"),
        Chosen::Theirs => tr!(lang, "joining.theirs"),
    }
}

/// What kind of thing a table holds.
pub fn joined_kind(lang: Lang, table: &str) -> String {
    if let Some(kind) = EntryKind::ALL.iter().find(|kind| kind.spec().table == table) {
        return entry_words::kind(lang, *kind).into_owned();
    }
    match table {
        "quota" => tr!(lang, "noun.quota").into_owned(),
        "exchange_rate" => tr!(lang, "noun.rate").into_owned(),
        "stage" => tr!(lang, "noun.stage").into_owned(),
        "lost_reason" => tr!(lang, "noun.lost_reason").into_owned(),
        "colleague" => tr!(lang, "noun.colleague").into_owned(),
        "tag" | "tagging" => tr!(lang, "noun.tag").into_owned(),
        "custom_field" | "custom_value" => tr!(lang, "noun.field").into_owned(),
        "link" => tr!(lang, "noun.link").into_owned(),
        "setting" => tr!(lang, "column.setting").into_owned(),
        table => kept_kind(lang, table),
    }
}

/// A field that no record's history tells of: of what hangs on a record, or of what the book is kept by.
pub fn joined_field(lang: Lang, table: &str, column: &str) -> Option<Word> {
    Some(match (table, column) {
        ("stage", "win_rate") => tr!(lang, "column.default_rate"),
        ("stage", "seller_name") => tr!(lang, "column.seller_step"),
        ("stage", "limit_days") => tr!(lang, "column.limit_days"),
        ("stage", "exit_sign") => tr!(lang, "column.exit_sign"),
        ("colleague", "role") => tr!(lang, "column.role"),
        ("resource_plan", "people") => tr!(lang, "column.staff"),
        ("activity" | "commitment", "due_on") => tr!(lang, "column.due_on"),
        ("activity", "done_on") => tr!(lang, "column.done_on"),
        (_, "name" | "buyer_name") => tr!(lang, "column.name"),
        (_, "amount" | "money" | "potential" | "revenue") => tr!(lang, "column.amount"),
        (_, "currency" | "cost_currency") => tr!(lang, "column.currency"),
        (_, "cost") => tr!(lang, "column.cost"),
        (_, "price") => tr!(lang, "column.price"),
        (_, "rate") => tr!(lang, "column.rate"),
        (_, "kind") => tr!(lang, "column.kind"),
        (_, "text" | "subject") => tr!(lang, "column.text"),
        (_, "note") => tr!(lang, "column.note"),
        (_, "why" | "reason") => tr!(lang, "column.reason"),
        (_, "outcome") => tr!(lang, "column.outcome"),
        (_, "direction") => tr!(lang, "column.direction"),
        (_, "minutes") => tr!(lang, "column.minutes"),
        (_, "status") => tr!(lang, "column.status"),
        (_, "level") => tr!(lang, "column.level"),
        (_, "prefers") => tr!(lang, "column.prefers"),
        (_, "class") => tr!(lang, "column.class"),
        (_, "value") => tr!(lang, "column.value"),
        (_, "label") => tr!(lang, "column.label"),
        (_, "target") => tr!(lang, "column.target"),
        (_, "email") => tr!(lang, "column.emails"),
        (_, "choices") => tr!(lang, "column.choices"),
        (_, "columns") => tr!(lang, "column.columns"),
        (_, "stages") => tr!(lang, "column.stages"),
        (_, "next_step") => tr!(lang, "column.next_step"),
        (_, "next_on") => tr!(lang, "column.next_on"),
        (_, "owner_id" | "colleague_id") => tr!(lang, "column.owner"),
        (_, "account_id") => tr!(lang, "column.account"),
        (_, "contact_id") => tr!(lang, "column.person"),
        (_, "deal_id") => tr!(lang, "column.deal"),
        (_, "product_id") => tr!(lang, "column.product"),
        (_, "since") => tr!(lang, "column.since"),
        (_, "until_on") => tr!(lang, "column.due"),
        ("special_day", "calendar" | "year" | "month" | "day") => tr!(lang, "column.day"),
        (
            _,
            "happened_on" | "starts_at" | "ordered_on" | "made_on" | "told_on" | "observed_on" | "scored_on",
        ) => {
            tr!(lang, "column.day")
        }
        _ => return None,
    })
}
