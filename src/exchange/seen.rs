//! What a file says of a record, as texts: kept with the record, and held against what the next file
//! says. A date or an amount that is written another way is still the same.

use std::collections::BTreeMap;

use super::record::{AccountRef, Address, Birthday, ContactRef, DealRef, Moment, Reach};
use super::{AccountIn, ActivityIn, Cell, ContactIn, DealIn, Field, Record};
use crate::domain::money::Money;

/// Texts by the name of the field; `field.KEY` for custom fields. A field that the file does not have is
/// missing, one whose cell is empty has an empty text.
pub type Seen = BTreeMap<String, String>;

impl Record {
    /// What the file says of this record.
    pub fn seen(&self) -> Seen {
        let mut notes = Notes(Seen::new());
        match self {
            Record::Account(account) => notes.account(account),
            Record::Contact(contact) => notes.contact(contact),
            Record::Deal(deal) => notes.deal(deal),
            Record::Activity(activity) => notes.activity(activity),
        }
        for custom in &self.origin().custom {
            notes.0.insert(format!("field.{}", custom.key), custom.value.clone());
        }
        notes.0
    }
}

struct Notes(Seen);

impl Notes {
    fn put(&mut self, field: Field, text: String) {
        self.0.insert(field.as_str().to_owned(), text);
    }

    fn cell<T>(&mut self, field: Field, cell: &Cell<T>, text: impl FnOnce(&T) -> String) {
        match cell {
            Cell::Absent => {}
            Cell::Empty => self.put(field, String::new()),
            Cell::Is(value) => self.put(field, text(value)),
        }
    }

    fn shown<T: ToString>(&mut self, field: Field, cell: &Cell<T>) {
        self.cell(field, cell, T::to_string);
    }

    fn money(&mut self, field: Field, cell: &Cell<Money>) {
        self.cell(field, cell, |money| format!("{} {}", money.decimal(), money.currency));
    }

    fn list(&mut self, field: Field, cell: &Cell<Vec<String>>) {
        self.cell(field, cell, |values| values.join("; "));
    }

    fn reaches(&mut self, field: Field, cell: &Cell<Vec<Reach>>) {
        self.cell(field, cell, |reaches| {
            let shown = |reach: &Reach| match &reach.label {
                Some(label) => format!("{label}: {}", reach.value),
                None => reach.value.clone(),
            };
            reaches.iter().map(shown).collect::<Vec<_>>().join("; ")
        });
    }

    fn account_ref(&mut self, field: Field, account: &AccountRef) {
        if account.told {
            let parts = [&account.id, &account.id_or_name, &account.name, &account.domain];
            self.put(field, joined(&parts.map(Option::as_deref)));
        }
    }

    fn contacts(&mut self, cell: &Cell<Vec<ContactRef>>) {
        self.cell(Field::Contact, cell, |contacts| {
            let one = |contact: &ContactRef| {
                joined(&[&contact.id, &contact.email, &contact.name].map(|part| part.as_deref()))
            };
            contacts.iter().map(one).collect::<Vec<_>>().join("; ")
        });
    }

    fn address(&mut self, address: &Address) {
        self.shown(Field::Street, &address.street);
        self.shown(Field::City, &address.city);
        self.shown(Field::Region, &address.region);
        self.shown(Field::PostalCode, &address.postal_code);
        self.shown(Field::Country, &address.country);
    }

    fn account(&mut self, account: &AccountIn) {
        self.put(Field::Name, account.name.clone());
        self.shown(Field::Domain, &account.domain);
        self.shown(Field::Website, &account.website);
        self.shown(Field::Phone, &account.phone);
        self.shown(Field::Industry, &account.industry);
        self.shown(Field::Tier, &account.tier);
        self.shown(Field::Owner, &account.owner);
        self.account_ref(Field::Parent, &account.parent);
        self.money(Field::Potential, &account.potential);
        self.shown(Field::Share, &account.share);
        self.shown(Field::Employees, &account.employees);
        self.money(Field::Revenue, &account.revenue);
        self.address(&account.address);
        self.shown(Field::Currency, &account.currency);
        self.shown(Field::Created, &account.created);
        self.list(Field::Tags, &account.tags);
        self.shown(Field::Notes, &account.notes);
    }

    fn contact(&mut self, contact: &ContactIn) {
        self.put(Field::Name, contact.name.clone());
        self.shown(Field::FirstName, &contact.given_name);
        self.shown(Field::LastName, &contact.family_name);
        self.reaches(Field::Email, &contact.emails);
        self.reaches(Field::Phone, &contact.phones);
        self.account_ref(Field::Account, &contact.account);
        self.shown(Field::Title, &contact.title);
        self.shown(Field::Department, &contact.department);
        self.shown(Field::Owner, &contact.owner);
        self.cell(Field::Birthday, &contact.birthday, birthday);
        self.shown(Field::Website, &contact.website);
        self.address(&contact.address);
        self.shown(Field::Created, &contact.created);
        self.list(Field::Tags, &contact.tags);
        self.shown(Field::Notes, &contact.notes);
    }

    fn deal(&mut self, deal: &DealIn) {
        self.put(Field::Name, deal.name.clone());
        self.account_ref(Field::Account, &deal.account);
        self.contacts(&deal.contacts);
        self.money(Field::Amount, &deal.amount);
        self.shown(Field::Currency, &deal.currency);
        self.shown(Field::Stage, &deal.stage);
        self.shown(Field::WinRate, &deal.win_rate);
        self.shown(Field::CloseDate, &deal.close_date);
        self.shown(Field::Status, &deal.status);
        self.shown(Field::ClosedDate, &deal.closed_on);
        self.shown(Field::LostReason, &deal.lost_reason);
        self.shown(Field::Competitor, &deal.competitor);
        self.shown(Field::Owner, &deal.owner);
        self.shown(Field::Source, &deal.source);
        self.shown(Field::Pipeline, &deal.pipeline);
        self.shown(Field::NextStep, &deal.next_step);
        self.shown(Field::NextOn, &deal.next_on);
        self.shown(Field::Created, &deal.created);
        self.list(Field::Tags, &deal.tags);
        self.shown(Field::Notes, &deal.notes);
    }

    fn activity(&mut self, activity: &ActivityIn) {
        self.put(Field::Kind, activity.kind.to_string());
        self.put(Field::Date, moment(&activity.at));
        self.shown(Field::DueDate, &activity.due);
        self.shown(Field::Done, &activity.done);
        self.shown(Field::Subject, &activity.subject);
        self.shown(Field::Text, &activity.text);
        self.shown(Field::Outcome, &activity.outcome);
        self.shown(Field::Minutes, &activity.minutes);
        self.shown(Field::Direction, &activity.direction);
        self.shown(Field::Owner, &activity.owner);
        self.contacts(&activity.contacts);
        self.account_ref(Field::Account, &activity.account);
        let DealRef { id, name } = &activity.deal;
        if id.is_some() || name.is_some() {
            self.put(Field::Deal, joined(&[id.as_deref(), name.as_deref()]));
        }
        self.shown(Field::NextStep, &activity.next_step);
        self.shown(Field::NextOn, &activity.next_on);
        self.list(Field::Tags, &activity.tags);
    }
}

fn joined(parts: &[Option<&str>]) -> String {
    parts.iter().flatten().copied().collect::<Vec<_>>().join(" | ")
}

fn birthday(day: &Birthday) -> String {
    match day.year {
        Some(year) => format!("{year:04}-{:02}-{:02}", day.month, day.day),
        None => format!("--{:02}-{:02}", day.month, day.day),
    }
}

fn moment(moment: &Moment) -> String {
    match moment.time {
        Some(time) => format!("{} {}", moment.day, time.format("%H:%M:%S")),
        None => moment.day.to_string(),
    }
}
