//! What happened to a record, in words: each field by its name, each value as people read it.

use chrono::NaiveDate;

use super::history::operation;
use crate::domain::word::Status;
use crate::i18n::Lang;
use crate::report::model::{ChangeOut, OperationOut};
use crate::report::spell::spell_alone;
use crate::report::table::{Cell, Value};
use crate::report::words::{self, Word};
use crate::store::view::record_history::{Change, Happening, Held};
use crate::tr;

/// What a field held before and after, with the field's name. What has no name for people is left out.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The field.
    pub field: String,
    /// Before.
    pub old: Cell,
    /// After.
    pub new: Cell,
    /// Whether it is one of several of its kind, a person or a tag: it came or went.
    pub is_member: bool,
}

impl Told {
    /// The change in one line; `spell` spells a value.
    pub fn line(&self, lang: Lang, spell: impl Fn(&Cell) -> String) -> String {
        let field = &self.field;
        let (old, new) = (spell(&self.old), spell(&self.new));
        match (self.old.value == Value::Absent, self.new.value == Value::Absent) {
            (true, _) if self.is_member => tr!(lang, "history.came", field = field, value = new),
            (_, true) if self.is_member => tr!(lang, "history.went", field = field, value = old),
            (true, _) => tr!(lang, "history.set", field = field, new = new),
            (_, true) => tr!(lang, "history.emptied", field = field, old = old),
            _ => tr!(lang, "history.changed", field = field, old = old, new = new),
        }
        .into_owned()
    }
}

/// What an operation changed of a record, in words.
pub fn told(lang: Lang, happening: &Happening) -> Vec<Told> {
    let tell = |change: &Change| {
        Some(Told {
            field: field(lang, &change.field)?.into_owned(),
            old: cell(lang, &change.field, &change.old),
            new: cell(lang, &change.field, &change.new),
            is_member: change.is_member,
        })
    };
    happening.changes.iter().filter_map(tell).collect()
}

/// An operation with what it changed of a record, as programs read it.
pub fn happening(lang: Lang, happening: &Happening) -> OperationOut {
    let spelled = |cell: &Cell| Some(spell_alone(lang, cell)).filter(|words| !words.is_empty());
    let out = |told: Told| ChangeOut { old: spelled(&told.old), new: spelled(&told.new), field: told.field };
    OperationOut {
        details: told(lang, happening).into_iter().map(out).collect(),
        ..operation(lang, &happening.operation)
    }
}

/// What a column held, as people read it.
pub fn cell(lang: Lang, field: &str, held: &Held) -> Cell {
    match held {
        Held::Nothing => Cell::ABSENT,
        Held::Gone => Cell::text(tr!(lang, "history.gone")),
        Held::Money(minor, currency) => Cell::sum(i128::from(*minor), *currency),
        Held::Stage(_, Some(own)) => Cell::text(own),
        Held::Stage(key, None) => Cell::text(words::stage_key(lang, key)),
        Held::Number(number) => match field {
            "deal.win_rate" | "account.share" => Cell::rate(*number),
            "contact.step" => Cell::text(words::relationship_step(lang, *number)),
            "deal_product.quantity" => Cell::text((*number as f64 / 1000.0).to_string()),
            _ => Cell::count(*number),
        },
        Held::Text(text) => match text.parse::<NaiveDate>() {
            Ok(day) => Cell::day(Some(day)),
            Err(_) => Cell::text(word(lang, field, text)),
        },
    }
}

/// A text of a field that holds one of a few words, in the reader's language.
fn word(lang: Lang, field: &str, text: &str) -> Word {
    let known = match field {
        "deal.status" => text.parse::<Status>().ok().map(|status| words::status(lang, status)),
        "account.tier" => text.parse().ok().map(|tier| words::tier(lang, tier)),
        "contact.stance" | "deal_contact.stance" => {
            text.parse().ok().map(|stance| words::stance(lang, stance))
        }
        "contact.involvement" | "deal_contact.involvement" => {
            text.parse().ok().map(|involvement| words::involvement(lang, involvement))
        }
        "contact.authority" | "deal_contact.authority" => {
            text.parse().ok().map(|authority| words::authority(lang, authority))
        }
        "contact_part.part" => text.parse().ok().map(|part| words::part(lang, part)),
        "contact_need.need" => text.parse().ok().map(|need| words::need(lang, need)),
        "deal.lost_reason_id" => Some(words::lost_reason(lang, text)),
        _ => None,
    };
    known.unwrap_or_else(|| text.to_owned().into())
}

/// What a column is called; none for those that only the program needs.
pub fn field(lang: Lang, field: &str) -> Option<Word> {
    let (table, column) = field.split_once('.')?;
    let is_record = matches!(table, "account" | "contact" | "deal" | "product");
    Some(match (table, column) {
        ("deal_contact", "contact_id") => tr!(lang, "history.person"),
        ("deal_product", "product_id") => tr!(lang, "column.product"),
        ("deal_product", "quantity") => tr!(lang, "column.quantity"),
        ("contact_email", "address") => tr!(lang, "column.emails"),
        ("contact_phone", "number") => tr!(lang, "column.phones"),
        ("former_employer", "name") => tr!(lang, "column.employers"),
        ("contact_part", "part") => tr!(lang, "column.parts"),
        ("contact_need", "need") => tr!(lang, "column.needs"),
        ("tagging", "tag_id") => tr!(lang, "column.tags"),
        ("custom_value", "value") => tr!(lang, "column.field"),
        ("link", "target") => tr!(lang, "history.link"),
        ("contact" | "deal_contact", "stance") => tr!(lang, "column.stance"),
        ("contact" | "deal_contact", "involvement") => tr!(lang, "history.involvement"),
        ("contact" | "deal_contact", "authority") => tr!(lang, "history.authority"),
        ("contact", "title") => tr!(lang, "column.position"),
        _ if !is_record => return None,
        (_, "name") => tr!(lang, "column.name"),
        (_, "account_id") => tr!(lang, "column.account"),
        (_, "parent_id") => tr!(lang, "column.parent"),
        (_, "owner_id") => tr!(lang, "column.owner"),
        (_, "tier") => tr!(lang, "column.tier"),
        (_, "industry") => tr!(lang, "column.industry"),
        (_, "domain") => tr!(lang, "column.domain"),
        (_, "website") => tr!(lang, "column.website"),
        (_, "phone") => tr!(lang, "column.phone"),
        (_, "street" | "region" | "postal_code") => tr!(lang, "column.address"),
        (_, "city") => tr!(lang, "column.city"),
        (_, "country") => tr!(lang, "column.country"),
        (_, "employees") => tr!(lang, "column.employees"),
        (_, "potential") => tr!(lang, "column.potential"),
        (_, "share") => tr!(lang, "column.share"),
        (_, "notes") => tr!(lang, "column.notes"),
        (_, "department") => tr!(lang, "column.department"),
        (_, "reports_to") => tr!(lang, "column.reports_to"),
        (_, "step") => tr!(lang, "column.relationship_step"),
        (_, "status") => tr!(lang, "column.status"),
        (_, "stage_id") => tr!(lang, "column.stage"),
        (_, "amount") => tr!(lang, "column.amount"),
        (_, "currency") => tr!(lang, "column.currency"),
        (_, "win_rate") => tr!(lang, "column.win_rate"),
        (_, "close_on") => tr!(lang, "column.close_date"),
        (_, "closed_on") => tr!(lang, "column.closed_on"),
        (_, "next_step") => tr!(lang, "column.next_step"),
        (_, "next_on") => tr!(lang, "column.next_on"),
        (_, "source") => tr!(lang, "column.source"),
        (_, "lost_reason_id") => tr!(lang, "column.lost_reason"),
        (_, "competitor") => tr!(lang, "column.competitor"),
        (_, "learned") => tr!(lang, "column.learned"),
        (_, "unit") => tr!(lang, "column.unit"),
        _ => return None,
    })
}
