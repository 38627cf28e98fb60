//! Records to cards.

use std::fmt;

use calcard::common::PartialDateTime;
use calcard::vcard::{
    VCard, VCardEntry, VCardKind, VCardParameter, VCardParameterName, VCardProperty as Property, VCardType,
    VCardValue, VCardValueType, VCardVersion,
};
use chrono::{Datelike, NaiveDate};

use super::property::{CUSTOM, of_key};
use super::reach::{self, Groups};
use super::read::NO_YEAR;
use crate::domain::text::clean_line;
use crate::exchange::{AccountIn, Address, Birthday, Cell, ContactIn, Origin, Reach};

/// A version of vCard that can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Version {
    /// 3.0, which older address books want.
    V3,
    /// 4.0.
    #[default]
    V4,
}

const PROGRAM: &str = "-//keybook//EN";

/// Writes the card of a person.
///
/// # Errors
/// Where `out` does not take it.
pub fn write_contact(contact: &ContactIn, version: Version, out: &mut impl fmt::Write) -> fmt::Result {
    let mut card = Card::new(version, &contact.origin);
    let part = |part: &Cell<String>| part.get().unwrap_or_default();
    let (family, mut given) = (part(&contact.family_name), part(&contact.given_name));
    if family.is_empty() && given.is_empty() {
        // Version 3 must have the parts of a name: where nobody knows them the whole stands for the given one.
        given.clone_from(&contact.name);
    }
    card.values(Property::N, [family, given, String::new(), String::new(), String::new()]);
    card.text(Property::Fn, &contact.name);
    let organisation = contact.account.name.clone();
    if organisation.is_some() || contact.department.value().is_some() {
        let parts = [organisation, contact.department.get()];
        let known = if contact.department.value().is_some() { 2 } else { 1 };
        card.values(Property::Org, parts.into_iter().take(known).map(Option::unwrap_or_default));
    }
    card.cell(Property::Title, &contact.title);
    card.reaches(&Property::Email, &contact.emails);
    card.reaches(&Property::Tel, &contact.phones);
    card.address(&contact.address);
    if let Some(birthday) = contact.birthday.value() {
        card.birthday(*birthday);
    }
    card.rest(&contact.website, &contact.notes, &contact.tags, &contact.origin);
    card.write(out)
}

/// Writes the card of an organisation.
///
/// # Errors
/// Where `out` does not take it.
pub fn write_account(account: &AccountIn, version: Version, out: &mut impl fmt::Write) -> fmt::Result {
    let mut card = Card::new(version, &account.origin);
    if version == Version::V4 {
        card.push(VCardEntry::new(Property::Kind).with_value(VCardKind::Org));
    }
    card.text(Property::Other("X-ABShowAs".to_owned()), "COMPANY");
    card.values(Property::N, [(); 5].map(|()| String::new()));
    card.text(Property::Fn, &account.name);
    card.values(Property::Org, [account.name.clone()]);
    if let Some(phone) = account.phone.get() {
        card.reaches(&Property::Tel, &Cell::Is(vec![Reach { label: None, value: phone }]));
    }
    card.address(&account.address);
    card.rest(&account.website, &account.notes, &account.tags, &account.origin);
    card.write(out)
}

/// A card that is being written.
struct Card {
    card: VCard,
    version: Version,
    groups: Groups,
}

impl Card {
    fn new(version: Version, origin: &Origin) -> Card {
        let mut card = Card { card: VCard::default(), version, groups: Groups::default() };
        card.text(Property::Prodid, PROGRAM);
        if let Some(id) = &origin.id {
            card.plain(Property::Uid, id);
        }
        card
    }

    fn push(&mut self, entry: VCardEntry) {
        self.card.entries.push(entry);
    }

    /// A property whose value is text where the standard takes it for an address, unless told. Version 3 need
    /// not be told, unless the text begins as content inside an address does.
    fn plain(&mut self, name: Property, text: &str) {
        let is_content = text.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("data:"));
        let entry = VCardEntry::new(name).with_value(text.to_owned());
        let is_told = is_content || self.version == Version::V4;
        let told = is_told.then(|| VCardParameter::value(VCardValueType::Text));
        self.push(entry.with_param_opt(told));
    }

    fn text(&mut self, name: Property, text: &str) {
        self.push(VCardEntry::new(name).with_value(text.to_owned()));
    }

    fn values(&mut self, name: Property, values: impl IntoIterator<Item = String>) {
        let values = values.into_iter().map(VCardValue::Text).collect();
        self.push(VCardEntry::new(name).with_values(values));
    }

    fn cell(&mut self, name: Property, cell: &Cell<String>) {
        if let Some(text) = cell.value() {
            self.text(name, text);
        }
    }

    /// Addresses or numbers; the first of several is the preferred one.
    fn reaches(&mut self, name: &Property, reaches: &Cell<Vec<Reach>>) {
        let all = reaches.value().map(Vec::as_slice).unwrap_or_default();
        for (at, reach) in all.iter().enumerate() {
            let mut entries = reach::entry(name.clone(), reach, &mut self.groups);
            if let (true, Some(first)) = (at == 0 && all.len() > 1, entries.first_mut()) {
                match self.version {
                    Version::V4 => first.add_param(VCardParameter::pref(1)),
                    Version::V3 => first.add_param(VCardParameter::typ("pref".to_owned())),
                }
            }
            self.card.entries.append(&mut entries);
        }
    }

    fn address(&mut self, address: &Address) {
        let Address { street, city, region, postal_code, country } = address;
        let parts = [street, city, region, postal_code, country].map(|part| part.get().unwrap_or_default());
        if parts.iter().any(|part| !part.is_empty()) {
            let all = [String::new(), String::new()].into_iter().chain(parts).map(VCardValue::Text).collect();
            let work = VCardParameter::typ(VCardType::Work);
            self.push(VCardEntry::new(Property::Adr).with_param(work).with_values(all));
        }
    }

    /// Version 3 cannot leave out a year: address books write one that means none, and say so.
    fn birthday(&mut self, birthday: Birthday) {
        let entry = VCardEntry::new(Property::Bday);
        let entry = match (birthday.year, self.version) {
            (None, Version::V3) => {
                let name = VCardParameterName::Other("X-APPLE-OMIT-YEAR".to_owned());
                let stated = VCardParameter::new(name, NO_YEAR.to_string());
                entry.with_param(stated).with_value(day(Birthday { year: Some(NO_YEAR), ..birthday }))
            }
            _ => entry.with_value(day(birthday)),
        };
        self.push(entry);
    }

    /// What every kind of card may end with.
    fn rest(
        &mut self,
        website: &Cell<String>,
        notes: &Cell<String>,
        tags: &Cell<Vec<String>>,
        origin: &Origin,
    ) {
        if let Some(page) = website.value() {
            self.plain(Property::Url, page);
        }
        if let Some(tags) = tags.value() {
            self.values(Property::Categories, tags.iter().cloned());
        }
        self.cell(Property::Note, notes);
        let has_title = self.card.property(&Property::Title).is_some();
        for custom in origin.custom.iter().filter(|custom| !custom.value.is_empty()) {
            let property = of_key(&custom.key).filter(|property| match property {
                // A role alone would be taken for the title.
                Property::Role => has_title && is_lines(&custom.value),
                Property::Anniversary => custom.value.parse::<NaiveDate>().is_ok(),
                _ => is_lines(&custom.value),
            });
            match property {
                Some(property) => {
                    if let (Property::Anniversary, Ok(on)) = (&property, custom.value.parse::<NaiveDate>()) {
                        let on = Birthday { year: Some(on.year()), month: on.month(), day: on.day() };
                        self.push(VCardEntry::new(property).with_value(day(on)));
                        continue;
                    }
                    for line in custom.value.lines() {
                        self.plain(property.clone(), line);
                    }
                }
                None => {
                    let own = VCardEntry::new(Property::Other(CUSTOM.to_owned()));
                    let mut entries = self.groups.put(own.with_value(custom.value.clone()), &custom.key);
                    self.card.entries.append(&mut entries);
                }
            }
        }
    }

    fn write(self, out: &mut impl fmt::Write) -> fmt::Result {
        let version = match self.version {
            Version::V3 => VCardVersion::V3_0,
            Version::V4 => VCardVersion::V4_0,
        };
        self.card.write_to(out, version)
    }
}

fn day(Birthday { year, month, day }: Birthday) -> VCardValue {
    let part = |number: u32| u8::try_from(number).ok();
    let year = year.and_then(|year| u16::try_from(year).ok());
    let day = PartialDateTime { year, month: part(month), day: part(day), ..PartialDateTime::default() };
    VCardValue::PartialDateTime(day)
}

/// Whether a text is clean lines, each of which says something.
fn is_lines(text: &str) -> bool {
    text.lines().all(|line| !line.is_empty() && clean_line(line) == line)
}
