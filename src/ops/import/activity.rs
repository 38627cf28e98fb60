//! Activities of a file.

use super::super::activity::blank;
use super::join::{Joiner, account_key, contact_key};
use super::merge::Rule;
use super::refusal::Refusal;
use super::row::{Kind, Remembered, as_text};
use super::rules::{plain, text};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::exchange::{ActivityIn, Cell, Origin};
use crate::store::table::activity::Activity;
use crate::store::table::contact::Contact;

/// An activity as a file has it, with the records of ours that it names.
pub(super) struct Draft {
    told: ActivityIn,
    owner: Cell<Id>,
    account: Option<Id>,
    deal: Option<Id>,
    contacts: Vec<Id>,
}

const RULES: &[Rule<Draft, Activity>] = &[
    Rule {
        key: "kind",
        told: |draft| Cell::Is(draft.told.kind.to_string()),
        ours: |row| Some(row.kind.to_string()),
        put: |draft, row| row.kind = draft.told.kind,
    },
    Rule {
        key: "on",
        told: |draft| Cell::Is(draft.told.at.day.to_string()),
        ours: |row| Some(row.happened_on.to_string()),
        put: |draft, row| row.happened_on = draft.told.at.day,
    },
    Rule {
        key: "at",
        told: |draft| {
            draft.told.at.time.map_or(Cell::Absent, |time| Cell::Is(time.format("%H:%M").to_string()))
        },
        ours: |row| row.starts_at.clone(),
        put: |draft, row| row.starts_at = draft.told.at.time.map(|time| time.format("%H:%M").to_string()),
    },
    text!("subject", told.subject, subject),
    text!("text", told.text, text),
    text!("outcome", told.outcome, outcome),
    text!("next_step", told.next_step, next_step),
    plain!("next_on", told.next_on, next_on),
    plain!("due", told.due, due_on),
    Rule {
        key: "done",
        told: |draft| draft.told.done.clone().map(|done| done.to_string()),
        ours: |row| Some(row.done_on.is_some().to_string()),
        put: |draft, row| {
            row.done_on = draft.told.done.get().filter(|done| *done).map(|_| draft.told.at.day);
        },
    },
    plain!("minutes", told.minutes, minutes),
    plain!("direction", told.direction, direction),
    plain!("owner", owner, owner_id),
    Rule {
        key: "account",
        told: |draft| draft.account.map_or(Cell::Absent, |id| Cell::Is(id.to_string())),
        ours: |row| row.account_id.map(|id| id.to_string()),
        put: |draft, row| row.account_id = draft.account,
    },
    Rule {
        key: "deal",
        told: |draft| draft.deal.map_or(Cell::Absent, |id| Cell::Is(id.to_string())),
        ours: |row| row.deal_id.map(|id| id.to_string()),
        put: |draft, row| row.deal_id = draft.deal,
    },
];

/// Activities.
pub(super) struct Activities;

impl Kind for Activities {
    type In = ActivityIn;
    type Draft = Draft;
    type Row = Activity;
    const KIND: RecordKind = RecordKind::Activity;
    const RULES: &'static [Rule<Draft, Activity>] = RULES;

    fn origin(told: &ActivityIn) -> &Origin {
        &told.origin
    }

    fn key(told: &ActivityIn) -> String {
        let text = told.subject.as_str().or(told.text.as_str()).unwrap_or_default();
        let first = told.contacts.value().and_then(|contacts| contacts.first());
        let with = first.map_or_else(|| account_key(&told.account), contact_key);
        format!("{}|{}|{with}|{text}", told.at.day, told.kind)
    }

    fn draft(joiner: &Joiner<'_>, told: ActivityIn) -> Result<Draft, Refusal> {
        let owner = joiner.owner(&told.owner)?;
        let named = joiner.account(&told.account)?.into_value();
        let references = told.contacts.value().map(Vec::as_slice).unwrap_or_default();
        let mut contacts = joiner.contacts(references, named)?;
        joiner.add_known(&told.guests, &mut contacts)?;
        let theirs = match (named, contacts.first()) {
            (None, Some(first)) => joiner.writer.row::<Contact>(*first)?.account_id,
            _ => None,
        };
        let deal = joiner.deal(&told.deal, named.or(theirs))?;
        Ok(Draft { owner, account: named.or(theirs), deal, contacts, told })
    }

    fn told(draft: &Draft) -> &ActivityIn {
        &draft.told
    }

    /// What happened is not guessed to be what is known already.
    fn find(_: &Joiner<'_>, _: &Draft) -> Result<Option<Activity>, Refusal> {
        Ok(None)
    }

    fn blank(joiner: &Joiner<'_>, Draft { told, .. }: &Draft) -> Result<Activity, Refusal> {
        Ok(blank(joiner.writer, told.kind, told.at.day)?)
    }

    fn insert(joiner: &Joiner<'_>, draft: &Draft, row: &mut Activity) -> Result<(), Refusal> {
        clamp(row, joiner.writer.today);
        Ok(joiner.writer.insert_activity(row, &draft.contacts)?)
    }

    fn update(joiner: &Joiner<'_>, _: &Draft, _: &Activity, row: &mut Activity) -> Result<(), Refusal> {
        clamp(row, joiner.writer.today);
        row.updated_at = joiner.writer.now;
        Ok(joiner.writer.update_activity(row)?)
    }

    fn name(row: &Activity) -> String {
        row.subject.clone().or_else(|| row.text.clone()).unwrap_or_else(|| row.kind.to_string())
    }

    /// Activities have none.
    fn code(_: &Activity) -> i64 {
        0
    }

    fn tags(draft: &Draft) -> &Cell<Vec<String>> {
        &draft.told.tags
    }

    /// A deal that was not found may be there next time; a contact's account, too.
    fn is_settled(draft: &Draft) -> bool {
        let names_deal = draft.told.deal.id.is_some() || draft.told.deal.name.is_some();
        let lacks_deal = names_deal && draft.deal.is_none();
        let lacks_account = draft.account.is_none() && !draft.contacts.is_empty();
        !lacks_deal && !lacks_account
    }

    fn lists(
        joiner: &Joiner<'_>,
        draft: &Draft,
        row: &Activity,
        remembered: &mut Remembered<'_>,
    ) -> Result<bool, Refusal> {
        if draft.told.contacts.is_absent() && draft.told.guests.is_empty() {
            return Ok(false);
        }
        let ours = joiner.writer.activity_contacts(row.id)?;
        let joined = remembered.list("contacts", &as_text(&draft.contacts), &as_text(&ours));
        let joined: Vec<Id> = joined.iter().filter_map(|id| id.parse().ok()).collect();
        if joined == ours {
            return Ok(false);
        }
        joiner.writer.set_activity_contacts(row, &joined)?;
        Ok(true)
    }

    fn first_lists(draft: &Draft, remembered: &mut Remembered<'_>) {
        remembered.note("contacts", &as_text(&draft.contacts));
    }
}

/// What was done cannot have been done tomorrow.
fn clamp(row: &mut Activity, today: chrono::NaiveDate) {
    row.done_on = row.done_on.map(|day| day.min(today));
}
