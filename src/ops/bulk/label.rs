//! What a change of many records is called in the history: of a single one, as if it were changed alone.

use super::super::problem::Problem;
use super::{Change, Move, Written};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::{Label, Writer};

/// The name of the record, where it is only one.
pub(super) fn name_of_only(
    writer: &Writer<'_>,
    kind: RecordKind,
    ids: &[Id],
) -> Result<Option<String>, Problem> {
    let [id] = ids else { return Ok(None) };
    Ok(Some(match kind {
        RecordKind::Account => writer.row::<Account>(*id)?.name,
        RecordKind::Contact => writer.row::<Contact>(*id)?.name,
        _ => writer.row::<Deal>(*id)?.name,
    }))
}

/// The operation's name; `only` is that of the record, where it is only one.
pub(super) fn of(kind: RecordKind, change: &Change, written: &Written, only: Option<String>) -> Label {
    let number = written.records.len().to_string();
    let tagged = |deed: Deed, tag: &str| {
        let with = only.clone().unwrap_or_else(|| number.clone());
        Label::new(deed, tag.trim_start_matches('#')).with(with)
    };
    match (change, &only) {
        (Change::Tag(tag), _) => tagged(Deed::TagRecord, tag),
        (Change::Untag(tag), _) => tagged(Deed::UntagRecord, tag),
        (change, Some(name)) => Label::new(of_one(kind, change), name).with(&written.stage),
        (Change::Stage(_), None) => Label::new(Deed::MoveDeals, number).with(&written.stage),
        (Change::CloseOn(day), None) => Label::new(Deed::DateDeals, number).with(shown(day.as_ref())),
        (Change::NextOn(day), None) => Label::new(Deed::PlanDeals, number).with(shown(day.as_ref())),
        (Change::Owner(owner), None) => {
            let deed = match kind {
                RecordKind::Account => Deed::AssignAccounts,
                RecordKind::Contact => Deed::AssignContacts,
                _ => Deed::AssignDeals,
            };
            Label::new(deed, number).with(shown(owner.as_ref()))
        }
        (Change::Tier(_), None) => Label::new(Deed::TierAccounts, number),
        (Change::Delete, None) => {
            let deed = match kind {
                RecordKind::Account => Deed::DeleteAccounts,
                RecordKind::Contact => Deed::DeleteContacts,
                _ => Deed::DeleteDeals,
            };
            Label::new(deed, number)
        }
    }
}

fn of_one(kind: RecordKind, change: &Change) -> Deed {
    match (change, kind) {
        (Change::Stage(Move::On), _) => Deed::AdvanceDeal,
        (Change::Stage(Move::Back), _) => Deed::BackDeal,
        (Change::Delete, RecordKind::Account) => Deed::DeleteAccount,
        (Change::Delete, RecordKind::Contact) => Deed::DeleteContact,
        (Change::Delete, _) => Deed::DeleteDeal,
        (_, RecordKind::Account) => Deed::EditAccount,
        (_, RecordKind::Contact) => Deed::EditContact,
        _ => Deed::EditDeal,
    }
}

fn shown(value: Option<&impl ToString>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}
