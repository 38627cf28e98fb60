//! Deals of a file.

use chrono::NaiveDate;

use super::super::deal::blank_at;
use super::join::{Joiner, account_key, contact_key};
use super::merge::Rule;
use super::refusal::Refusal;
use super::row::{Kind, Remembered, as_text, money};
use super::rules::{name, plain, text};
use super::stages::Taken;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::text::name_key;
use crate::domain::word::{RecordKind, Status};
use crate::exchange::{AccountRef, Cell, DealIn, Field, Origin, Reason};
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;

/// A deal as a file has it, and where it stands in our stages.
#[derive(Clone)]
pub(super) struct DealTold {
    pub told: DealIn,
    pub taken: Taken,
}

/// A deal of a file with the records of ours that it names.
pub(super) struct Draft {
    deal: DealTold,
    account: Id,
    /// Whether the row itself says whose purchase it is.
    names_account: bool,
    owner: Cell<Id>,
    contacts: Vec<Id>,
    closed_on: Cell<NaiveDate>,
    reason: Cell<Id>,
}

const RULES: &[Rule<Draft, Deal>] = &[
    name!(deal.told.name),
    Rule {
        key: "account",
        told: |draft| Cell::Is(draft.account.to_string()),
        ours: |row| Some(row.account_id.to_string()),
        put: |draft, row| row.account_id = draft.account,
    },
    Rule {
        key: "amount",
        told: |draft| draft.deal.told.amount.clone().map(money),
        ours: |row| row.amount.map(|minor| money(Money::new(minor, row.currency))),
        put: |draft, row| {
            row.amount = draft.deal.told.amount.get().map(|told| told.minor);
            row.currency = draft.deal.told.amount.get().map_or(row.currency, |told| told.currency);
        },
    },
    Rule {
        key: "status",
        told: |draft| draft.deal.taken.status.clone().map(|status| status.to_string()),
        ours: |row| Some(row.status.to_string()),
        put: |draft, row| row.status = draft.deal.taken.status.get().unwrap_or(row.status),
    },
    plain!("closed_on", closed_on, closed_on),
    plain!("lost_reason", reason, lost_reason_id),
    Rule {
        key: "stage",
        told: |draft| draft.deal.taken.stage.map_or(Cell::Absent, |id| Cell::Is(id.to_string())),
        ours: |row| Some(row.stage_id.to_string()),
        put: |draft, row| row.stage_id = draft.deal.taken.stage.unwrap_or(row.stage_id),
    },
    plain!("win_rate", deal.taken.win_rate, win_rate),
    plain!("close_date", deal.told.close_date, close_on),
    plain!("owner", owner, owner_id),
    plain!("next_on", deal.told.next_on, next_on),
    text!("next_step", deal.told.next_step, next_step),
    text!("source", deal.told.source, source),
    text!("pipeline", deal.told.pipeline, pipeline),
    text!("competitor", deal.told.competitor, competitor),
    text!("notes", deal.told.notes, notes),
];

/// Deals.
pub(super) struct Deals;

/// The account of a deal: the one it names, else its first contact's, else one of the contact's or the
/// deal's own name, since a deal is always a sale to somebody. And who takes part.
fn account_and_contacts(joiner: &Joiner<'_>, told: &DealIn) -> Result<(Id, Vec<Id>), Refusal> {
    let named = joiner.account(&told.account)?.into_value();
    let references = told.contacts.value().map(Vec::as_slice).unwrap_or_default();
    let contacts = joiner.contacts(references, named)?;
    if let Some(account) = named {
        return Ok((account, contacts));
    }
    let mut name = told.name.clone();
    if let Some(first) = contacts.first() {
        let contact: Contact = joiner.writer.row(*first)?;
        if let Some(account) = contact.account_id {
            return Ok((account, contacts));
        }
        name = contact.name;
    }
    let reference = AccountRef { name: Some(name.clone()), told: true, ..AccountRef::default() };
    match joiner.account(&reference)? {
        Cell::Is(account) => Ok((account, contacts)),
        _ => Err(Refusal::row(&[Field::Account], name, Reason::NoName)),
    }
}

impl Kind for Deals {
    type In = DealTold;
    type Draft = Draft;
    type Row = Deal;
    const KIND: RecordKind = RecordKind::Deal;
    const RULES: &'static [Rule<Draft, Deal>] = RULES;

    fn origin(deal: &DealTold) -> &Origin {
        &deal.told.origin
    }

    fn key(DealTold { told, .. }: &DealTold) -> String {
        let first = told.contacts.value().and_then(|contacts| contacts.first());
        let named = Some(account_key(&told.account)).filter(|key| !key.is_empty());
        let whose = named.or(first.map(contact_key)).unwrap_or_default();
        format!("{}|{whose}", name_key(&told.name))
    }

    fn draft(joiner: &Joiner<'_>, deal: DealTold) -> Result<Draft, Refusal> {
        let DealTold { told, taken } = &deal;
        let owner = joiner.owner(&told.owner)?;
        let (account, contacts) = account_and_contacts(joiner, told)?;
        let names_account = !told.account.is_empty();
        let day = told.closed_on.get().or(told.close_date.get());
        let closed_on = match taken.status {
            Cell::Is(Status::Won | Status::Lost) => day.map_or(Cell::Absent, Cell::Is),
            Cell::Is(Status::Open) => Cell::Empty,
            _ => Cell::Absent,
        };
        let reason = match (&taken.status, &told.lost_reason) {
            (Cell::Is(Status::Lost), Cell::Is(word)) => Cell::Is(joiner.reason(word)?),
            (_, Cell::Absent) | (Cell::Absent | Cell::Empty, _) => Cell::Absent,
            _ => Cell::Empty,
        };
        Ok(Draft { account, names_account, owner, contacts, closed_on, reason, deal })
    }

    fn told(draft: &Draft) -> &DealTold {
        &draft.deal
    }

    fn find(joiner: &Joiner<'_>, draft: &Draft) -> Result<Option<Deal>, Refusal> {
        // At an account that this file made there are no deals but those of its other rows.
        if joiner.has_made(draft.account) {
            return Ok(None);
        }
        let key = name_key(&draft.deal.told.name);
        joiner.unless_exhausted((&key, draft.account), || {
            for deal in joiner.writer.deals_named_at(&key, Some(draft.account), i64::MAX)? {
                if !joiner.space.is_taken(joiner.writer, deal.id)? {
                    return Ok(Some(deal));
                }
            }
            Ok(None)
        })
    }

    fn blank(joiner: &Joiner<'_>, draft: &Draft) -> Result<Deal, Refusal> {
        let (writer, told) = (joiner.writer, &draft.deal.told);
        let currency = told.currency.get().unwrap_or(joiner.currency);
        let mut row = blank_at(writer, draft.account, draft.deal.taken.start, currency)?;
        row.code = writer.next_code(Deal::CODE)?;
        let since = told.created.get().or(draft.closed_on.get()).unwrap_or(writer.today);
        row.created_on = since.min(writer.today);
        row.stage_since = row.created_on;
        Ok(row)
    }

    /// A closed deal was open once: since it was created, at a stage that the file does not tell.
    fn insert(joiner: &Joiner<'_>, draft: &Draft, row: &mut Deal) -> Result<(), Refusal> {
        let writer = joiner.writer;
        settle(row, writer.today);
        match row.closed_on {
            None => writer.insert_deal(row, row.created_on)?,
            Some(closed_on) => {
                let (first, closed) = (draft.deal.taken.first, closed_on.min(writer.today));
                let open = Deal { status: Status::Open, stage_id: first, closed_on: None, ..row.clone() };
                writer.insert_deal_with_past(&open, row.created_on.min(closed), row, closed)?;
            }
        }
        Ok(writer.insert_deal_contacts(row.id, &draft.contacts)?)
    }

    fn update(joiner: &Joiner<'_>, _: &Draft, before: &Deal, row: &mut Deal) -> Result<(), Refusal> {
        let writer = joiner.writer;
        settle(row, writer.today);
        if row.stage_id != before.stage_id {
            row.stage_since = writer.today;
        }
        row.updated_at = writer.now;
        let day = match row.closed_on {
            Some(closed_on) if before.status == Status::Open => {
                closed_on.min(writer.today).max(before.created_on)
            }
            _ => writer.today,
        };
        Ok(writer.update_deal(row, day)?)
    }

    fn name(row: &Deal) -> String {
        row.name.clone()
    }

    fn code(row: &Deal) -> i64 {
        row.code
    }

    fn tags(draft: &Draft) -> &Cell<Vec<String>> {
        &draft.deal.told.tags
    }

    /// Whose purchase it is may be known better another time.
    fn is_settled(draft: &Draft) -> bool {
        draft.names_account
    }

    fn lists(
        joiner: &Joiner<'_>,
        draft: &Draft,
        row: &Deal,
        remembered: &mut Remembered<'_>,
    ) -> Result<bool, Refusal> {
        if draft.deal.told.contacts.is_absent() {
            return Ok(false);
        }
        let (writer, id) = (joiner.writer, row.id);
        let ours: Vec<Id> = writer.deal_contacts(id)?.into_iter().map(|row| row.contact_id).collect();
        let joined = remembered.list("contacts", &as_text(&draft.contacts), &as_text(&ours));
        let joined: Vec<Id> = joined.iter().filter_map(|id| id.parse().ok()).collect();
        for contact in joined.iter().filter(|contact| !ours.contains(contact)) {
            writer.join_deal(id, *contact, &[])?;
        }
        for contact in ours.iter().filter(|contact| !joined.contains(contact)) {
            writer.leave_deal(id, *contact)?;
        }
        Ok(joined != ours)
    }

    fn first_lists(draft: &Draft, remembered: &mut Remembered<'_>) {
        remembered.note("contacts", &as_text(&draft.contacts));
    }
}

/// An open deal has no day on which it was closed, a closed one has; only a lost one has a reason.
fn settle(row: &mut Deal, today: NaiveDate) {
    row.closed_on = match row.status {
        Status::Open => None,
        Status::Won | Status::Lost => row.closed_on.or(Some(today)),
    };
    if row.status != Status::Lost {
        row.lost_reason_id = None;
    }
}
