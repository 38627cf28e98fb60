//! Deals of a file.

use chrono::NaiveDate;

use super::super::deal::{blank, find_or_add_reason};
use super::super::problem::Problem;
use super::join::Joiner;
use super::merge::Rule;
use super::row::{Kind, Remembered, money, number};
use super::stages::{Stages, Taken};
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::text::name_key;
use crate::domain::word::{RecordKind, Status};
use crate::exchange::{AccountRef, Cell, DealIn, Origin};
use crate::store::table::deal::Deal;

/// A deal as a file has it, with the records and the stage of ours that it names.
pub(super) struct Draft {
    told: DealIn,
    account: Id,
    owner: Cell<Id>,
    contacts: Vec<Id>,
    status: Cell<Status>,
    stage: Option<Id>,
    win_rate: Cell<i64>,
    closed_on: Option<NaiveDate>,
    reason: Option<Id>,
}

/// A rule for a text that lies under the same name in the file and in our row.
macro_rules! text {
    ($key:literal, $name:ident) => {
        Rule {
            key: $key,
            told: |draft| draft.told.$name.clone(),
            ours: |row| row.$name.clone(),
            put: |draft, row| row.$name = draft.told.$name.get(),
        }
    };
}

const RULES: &[Rule<Draft, Deal>] = &[
    Rule {
        key: "name",
        told: |draft| Cell::text(draft.told.name.clone()),
        ours: |row| Some(row.name.clone()),
        put: |draft, row| {
            row.name.clone_from(&draft.told.name);
            row.name_key = name_key(&row.name);
        },
    },
    Rule {
        key: "account",
        told: |draft| Cell::Is(draft.account.to_string()),
        ours: |row| Some(row.account_id.to_string()),
        put: |draft, row| row.account_id = draft.account,
    },
    Rule {
        key: "amount",
        told: |draft| draft.told.amount.clone().map(money),
        ours: |row| row.amount.map(|minor| money(Money::new(minor, row.currency))),
        put: |draft, row| {
            row.amount = draft.told.amount.get().map(|told| told.minor);
            row.currency = draft.told.amount.get().map_or(row.currency, |told| told.currency);
        },
    },
    Rule {
        key: "status",
        told: |draft| draft.status.clone().map(|status| status.to_string()),
        ours: |row| Some(row.status.to_string()),
        put: |draft, row| {
            row.status = draft.status.get().unwrap_or(row.status);
            row.closed_on = draft.closed_on;
            row.lost_reason_id = draft.reason;
        },
    },
    Rule {
        key: "stage",
        told: |draft| draft.stage.map_or(Cell::Absent, |id| Cell::Is(id.to_string())),
        ours: |row| Some(row.stage_id.to_string()),
        put: |draft, row| row.stage_id = draft.stage.unwrap_or(row.stage_id),
    },
    Rule {
        key: "win_rate",
        told: |draft| draft.win_rate.clone().map(number),
        ours: |row| row.win_rate.map(number),
        put: |draft, row| row.win_rate = draft.win_rate.get(),
    },
    Rule {
        key: "close_date",
        told: |draft| draft.told.close_date.clone().map(|day| day.to_string()),
        ours: |row| row.close_on.map(|day| day.to_string()),
        put: |draft, row| row.close_on = draft.told.close_date.get(),
    },
    Rule {
        key: "owner",
        told: |draft| draft.owner.clone().map(|id| id.to_string()),
        ours: |row| row.owner_id.map(|id| id.to_string()),
        put: |draft, row| row.owner_id = draft.owner.get(),
    },
    Rule {
        key: "next_on",
        told: |draft| draft.told.next_on.clone().map(|day| day.to_string()),
        ours: |row| row.next_on.map(|day| day.to_string()),
        put: |draft, row| row.next_on = draft.told.next_on.get(),
    },
    text!("next_step", next_step),
    text!("source", source),
    text!("pipeline", pipeline),
    text!("competitor", competitor),
    text!("notes", notes),
];

/// Deals.
pub(super) struct Deals;

/// What a deal's draft needs beside the joiner; kept with it for one file.
pub(super) fn draft(joiner: &Joiner<'_>, stages: &Stages, told: DealIn) -> Result<Draft, Problem> {
    let owner = joiner.owner(&told.owner)?;
    let (account, contacts) = account_and_contacts(joiner, &told)?;
    let taken = stages.take(&told);
    let closed = matches!(taken.status, Cell::Is(Status::Won | Status::Lost));
    let closed_on =
        closed.then(|| told.closed_on.get().or(told.close_date.get()).unwrap_or(joiner.writer.today));
    let lost = matches!(taken.status, Cell::Is(Status::Lost));
    let reason = match told.lost_reason.value() {
        Some(word) if lost => Some(find_or_add_reason(joiner.writer, word)?),
        _ => None,
    };
    let Taken { status, stage, win_rate } = taken;
    Ok(Draft { account, owner, contacts, status, stage, win_rate, closed_on, reason, told })
}

/// The account of a deal: the one it names, else its first contact's, else one of the contact's or the
/// deal's own name, since a deal is always a sale to somebody.
fn account_and_contacts(joiner: &Joiner<'_>, told: &DealIn) -> Result<(Id, Vec<Id>), Problem> {
    let named = joiner.account(&told.account)?.into_value();
    let references = told.contacts.value().cloned().unwrap_or_default();
    let contacts = references.iter().map(|reference| joiner.contact(reference, named));
    let contacts = contacts.collect::<Result<Vec<Id>, Problem>>()?;
    if let Some(account) = named {
        return Ok((account, contacts));
    }
    let mut name = told.name.clone();
    if let Some(first) = contacts.first() {
        let contact: crate::store::table::contact::Contact = joiner.writer.row(*first)?;
        if let Some(account) = contact.account_id {
            return Ok((account, contacts));
        }
        name = contact.name;
    }
    let reference = AccountRef { name: Some(name), told: true, ..AccountRef::default() };
    let made = joiner.account(&reference)?.into_value();
    made.map(|account| (account, contacts)).ok_or(Problem::Missing(super::super::problem::Place::Name))
}

impl Kind for Deals {
    type In = Draft;
    type Draft = Draft;
    type Row = Deal;
    const KIND: RecordKind = RecordKind::Deal;
    const RULES: &'static [Rule<Draft, Deal>] = RULES;

    fn origin(draft: &Draft) -> &Origin {
        &draft.told.origin
    }

    fn key(draft: &Draft) -> String {
        format!("{}|{}", name_key(&draft.told.name), draft.account)
    }

    fn draft(_: &Joiner<'_>, told: Draft) -> Result<Draft, Problem> {
        Ok(told)
    }

    fn find(joiner: &Joiner<'_>, draft: &Draft, id: &str) -> Result<Option<Deal>, Problem> {
        for deal in joiner.writer.deals_named(&name_key(&draft.told.name))? {
            let same = deal.account_id == draft.account;
            if same && !joiner.space.is_another(joiner.writer, deal.id, Some(id))? {
                return Ok(Some(deal));
            }
        }
        Ok(None)
    }

    fn blank(joiner: &Joiner<'_>, draft: &Draft) -> Result<Deal, Problem> {
        let writer = joiner.writer;
        let mut row = blank(writer, draft.account)?;
        row.code = writer.next_code(Deal::CODE)?;
        let told = draft.told.created.get().or(draft.closed_on).unwrap_or(writer.today);
        row.created_on = told.min(writer.today);
        row.stage_since = row.created_on;
        row.currency = draft.told.currency.get().unwrap_or(row.currency);
        row.owner_id = None;
        Ok(row)
    }

    /// A closed deal was open once: since it was created, at a stage that the file does not tell.
    fn insert(joiner: &Joiner<'_>, draft: &Draft, row: &Deal) -> Result<(), Problem> {
        let writer = joiner.writer;
        let first = blank(writer, draft.account)?.stage_id;
        let Some(closed_on) = row.closed_on else { return Ok(writer.insert_deal(row, row.created_on)?) };
        let open = Deal {
            status: Status::Open,
            stage_id: first,
            closed_on: None,
            lost_reason_id: None,
            ..row.clone()
        };
        writer.insert_deal(&open, row.created_on.min(closed_on))?;
        Ok(writer.update_deal(row, closed_on.min(writer.today))?)
    }

    fn update(joiner: &Joiner<'_>, _: &Draft, before: &Deal, row: &mut Deal) -> Result<(), Problem> {
        let writer = joiner.writer;
        if row.stage_id != before.stage_id {
            row.stage_since = writer.today;
        }
        row.updated_at = writer.now;
        let day = match row.closed_on {
            Some(closed_on) if before.status == Status::Open => closed_on.min(writer.today),
            _ => writer.today,
        };
        Ok(writer.update_deal(row, day)?)
    }

    fn name(row: &Deal) -> String {
        row.name.clone()
    }

    fn tags(draft: &Draft) -> Cell<Vec<String>> {
        draft.told.tags.clone()
    }

    fn lists(
        joiner: &Joiner<'_>,
        draft: &Draft,
        id: Id,
        remembered: &mut Remembered<'_>,
    ) -> Result<bool, Problem> {
        if draft.told.contacts.is_absent() {
            return Ok(false);
        }
        let text = |ids: &[Id]| ids.iter().map(Id::to_string).collect::<Vec<_>>();
        let ours: Vec<Id> = joiner.writer.deal_contacts(id)?.into_iter().map(|row| row.contact_id).collect();
        let joined = remembered.list("contacts", &text(&draft.contacts), &text(&ours));
        let joined: Vec<Id> = joined.iter().filter_map(|id| id.parse().ok()).collect();
        for contact in joined.iter().filter(|contact| !ours.contains(contact)) {
            joiner.writer.join_deal(id, *contact, &[])?;
        }
        for contact in ours.iter().filter(|contact| !joined.contains(contact)) {
            joiner.writer.leave_deal(id, *contact)?;
        }
        Ok(joined != ours)
    }
}
