//! One card to a record. A card says nothing about what it has no property for.

use calcard::common::PartialDateTime;
use calcard::vcard::{VCardKind, VCardProperty as Property};
use chrono::{Datelike, NaiveDate};

use super::entries::{Entries, texts, types, whole};
use super::property::{CUSTOM, kept};
use super::reach;
use crate::domain::text::{clean_line, clean_text};
use crate::exchange::build::{day_of_year, full_name};
use crate::exchange::values::{date, list};
use crate::exchange::{
    AccountIn, AccountRef, Address, Birthday, Cell, ContactIn, Custom, Origin, Reason, Record,
};

/// The year that some address books write for a birthday without one.
pub(super) const NO_YEAR: i32 = 1604;
/// Everybody's group in an address book.
const EVERYBODY: &[&str] = &["mycontacts", "my contacts"];

/// The person, or the organisation, of a card that begins in that line; or why there is none.
pub fn record(line: u64, card: &Entries) -> Result<Record, Reason> {
    match card.kind() {
        Some(VCardKind::Group) => return Err(Reason::GroupCard),
        Some(VCardKind::Location | VCardKind::Application | VCardKind::Device) => {
            return Err(Reason::ThingCard);
        }
        _ => {}
    }
    let mut custom = vec![];
    let names = Names::of(card);
    let organisation = organisation(card);
    if is_organisation(card, &names, organisation.as_ref()) {
        let name = organisation.or(names.whole);
        return match name {
            Some(name) => Ok(Record::Account(account(line, card, name))),
            None => Err(Reason::NoName),
        };
    }
    let emails = reach::emails(card, &mut custom);
    let first_email = || emails.value().and_then(|emails| emails.first()).map(|email| email.value.clone());
    let nickname = || line_of(card, &Property::Nickname).into_value();
    let Some(name) = names.whole.clone().or_else(nickname).or_else(first_email) else {
        return Err(Reason::NoPerson);
    };
    let title = line_of(card, &Property::Title);
    let role = line_of(card, &Property::Role);
    let birthday = birthday(card, &mut custom);
    let (address, more) = addresses(card);
    custom.extend(more);
    custom.extend(customs(card, title.value().is_some()));
    let account = AccountRef { told: organisation.is_some(), name: organisation, ..AccountRef::default() };
    Ok(Record::Contact(ContactIn {
        name,
        given_name: names.given,
        family_name: names.family,
        emails,
        phones: reach::phones(card),
        account,
        title: title.or(role),
        department: department(card),
        owner: Cell::Absent,
        birthday,
        website: line_of(card, &Property::Url),
        address,
        created: Cell::Absent,
        tags: tags(card),
        notes: notes(card),
        origin: Origin { row: line, id: line_of(card, &Property::Uid).into_value(), custom },
    }))
}

/// What a card is called, and its parts.
struct Names {
    whole: Option<String>,
    given: Cell<String>,
    family: Cell<String>,
}

impl Names {
    fn of(card: &Entries) -> Names {
        let parts = card.all(&Property::N).first().map(|entry| texts(entry)).unwrap_or_default();
        let part = |at: usize| parts.get(at).map_or(Cell::Absent, |text| present(clean_line(text)));
        let (family, given, middle) = (part(0), part(1), part(2));
        let told = line_of(card, &Property::Fn).into_value();
        let composed = || full_name([given.as_str(), middle.as_str(), family.as_str()]);
        let whole = told.or_else(composed);
        // The whole name in the place of the given one, where nobody knew its parts.
        let is_whole = family.value().is_none() && given.as_str() == whole.as_deref();
        Names { given: if is_whole { Cell::Absent } else { given }, family, whole }
    }
}

/// A card of an organisation says so, or is called after it and has no name of a person.
fn is_organisation(card: &Entries, names: &Names, organisation: Option<&String>) -> bool {
    let nobody = names.given.value().is_none() && names.family.value().is_none();
    let called_so = organisation.is_some() && (names.whole.is_none() || names.whole.as_ref() == organisation);
    let has_email = !card.all(&Property::Email).is_empty();
    card.kind() == Some(VCardKind::Org)
        || card.is_shown_as_company()
        || nobody && called_so && (names.whole.is_some() || !has_email)
}

fn account(line: u64, card: &Entries, name: String) -> AccountIn {
    let mut custom = vec![];
    let emails = reach::emails(card, &mut custom);
    let value = |reaches: &Cell<Vec<_>>| {
        let all = reaches.value().into_iter().flatten();
        all.map(|reach: &crate::exchange::Reach| reach.value.clone()).collect::<Vec<_>>()
    };
    let phones = value(&reach::phones(card));
    custom.extend(several("email", value(&emails)));
    custom.extend(several("phone", phones.iter().skip(1).cloned().collect()));
    let (address, more) = addresses(card);
    custom.extend(more);
    custom.extend(customs(card, true));
    let website = line_of(card, &Property::Url);
    AccountIn {
        name,
        domain: website.as_str().and_then(list::domain).map_or(Cell::Absent, Cell::Is),
        website,
        phone: phones.into_iter().next().map_or(Cell::Absent, Cell::Is),
        address,
        tags: tags(card),
        notes: notes(card),
        origin: Origin { row: line, id: line_of(card, &Property::Uid).into_value(), custom },
        ..AccountIn::default()
    }
}

fn organisation(card: &Entries) -> Option<String> {
    let organisation = card.all(&Property::Org).into_iter().map(|entry| texts(entry));
    let mut names = organisation.filter_map(|parts| parts.first().map(|name| clean_line(name)));
    names.find(|name| !name.is_empty())
}

fn department(card: &Entries) -> Cell<String> {
    let parts = card.all(&Property::Org).first().map(|entry| texts(entry)).unwrap_or_default();
    let units: Vec<String> = parts.iter().skip(1).map(|unit| clean_line(unit)).collect();
    let units: Vec<String> = units.into_iter().filter(|unit| !unit.is_empty()).collect();
    present(units.join(", "))
}

/// The first property of a name that says something, on one line.
fn line_of(card: &Entries, name: &Property) -> Cell<String> {
    let lines = card.all(name).into_iter().map(|entry| clean_line(&whole(entry)));
    lines.into_iter().find(|line| !line.is_empty()).map_or(Cell::Absent, Cell::Is)
}

fn notes(card: &Entries) -> Cell<String> {
    let notes = card.all(&Property::Note).into_iter().map(|entry| clean_text(&whole(entry)));
    present(notes.filter(|note| !note.is_empty()).collect::<Vec<_>>().join("\n"))
}

fn tags(card: &Entries) -> Cell<Vec<String>> {
    let mut tags: Vec<String> = vec![];
    for text in card.all(&Property::Categories).into_iter().flat_map(|entry| texts(entry)) {
        let tag = clean_line(&text).trim_start_matches(['*', ' ']).to_owned();
        let is_everybody = EVERYBODY.contains(&tag.to_lowercase().as_str());
        if !tag.is_empty() && !is_everybody && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.is_empty() { Cell::Absent } else { Cell::Is(tags) }
}

/// The address at work, or else the first; the others as custom values.
fn addresses(card: &Entries) -> (Address, Option<Custom>) {
    let mut all: Vec<(bool, Vec<String>)> = vec![];
    for entry in card.all(&Property::Adr) {
        let parts: Vec<String> = texts(entry).iter().map(|part| clean_line(part)).collect();
        if parts.iter().any(|part| !part.is_empty()) {
            all.push((types(entry).iter().any(|word| word == "work"), parts));
        }
    }
    if all.is_empty() {
        return (Address::default(), None);
    }
    let first = all.iter().position(|(at_work, _)| *at_work).unwrap_or(0);
    let (_, parts) = all.remove(first);
    let part = |at: usize| parts.get(at).cloned().unwrap_or_default();
    let address = Address {
        street: present(joined(&parts[..parts.len().min(3)])),
        city: present(part(3)),
        region: present(part(4)),
        postal_code: present(part(5)),
        country: present(part(6)),
    };
    (address, several("address", all.into_iter().map(|(_, parts)| joined(&parts)).collect()))
}

/// What is kept as custom fields: properties without a field, and those of our own cards.
fn customs(card: &Entries, has_title: bool) -> Vec<Custom> {
    let mut custom: Vec<Custom> = vec![];
    for property in card.properties().filter(|property| has_title || **property != Property::Role) {
        let Some(key) = kept(property).filter(|key| !custom.iter().any(|known| known.key == *key)) else {
            continue;
        };
        let values = card.all(property).into_iter().map(|entry| {
            let day = entry.values.iter().find_map(|value| value.as_partial_date_time()).and_then(day);
            day.map_or_else(
                || clean_line(&texts(entry).join(", ")),
                |(year, month, day)| written(year, month, day),
            )
        });
        custom.extend(several(key, values.collect()));
    }
    let more = card.all(&Property::Url).into_iter().skip(1).map(|entry| clean_line(&whole(entry)));
    custom.extend(several("url", more.collect()));
    for entry in card.other(CUSTOM) {
        if let Some(key) = card.label(entry) {
            custom.push(Custom { key, value: clean_text(&whole(entry)) });
        }
    }
    custom
}

/// Several values of one key, one a line; none where nothing is said.
fn several(key: &str, values: Vec<String>) -> Option<Custom> {
    let filled: Vec<String> = values.into_iter().filter(|value| !value.is_empty()).collect();
    (!filled.is_empty()).then(|| Custom { key: key.to_owned(), value: filled.join("\n") })
}

fn birthday(card: &Entries, custom: &mut Vec<Custom>) -> Cell<Birthday> {
    let Some(text) = card.birthday().filter(|text| !text.is_empty()) else { return Cell::Absent };
    let day = day_of_text(text).and_then(|(year, month, day)| {
        let is_omitted = |year: &i32| *year == NO_YEAR || *year == 0;
        on(year.filter(|year| !is_omitted(year)), month, day)
    });
    match day {
        Some(birthday) => Cell::Is(birthday),
        None => {
            custom.extend(several("BDAY", vec![text.to_owned()]));
            Cell::Absent
        }
    }
}

fn day(told: &PartialDateTime) -> Option<(Option<i32>, u32, u32)> {
    Some((told.year.map(i32::from), told.month?.into(), told.day?.into()))
}

/// `19960415`, `1996-04-15T00:00:00Z`, `--0415`, `--04-15` and what tables write.
fn day_of_text(text: &str) -> Option<(Option<i32>, u32, u32)> {
    let date = text.split('T').next().unwrap_or_default();
    let figures: String = date.chars().filter(|sign| *sign != '-').collect();
    let is_plain = figures.bytes().all(|byte| byte.is_ascii_digit());
    match (figures.len(), date.starts_with("--")) {
        (4, true) if is_plain => return Some((None, figures[..2].parse().ok()?, figures[2..].parse().ok()?)),
        (8, false) if is_plain => {
            let (year, rest) = figures.split_at(4);
            return Some((Some(year.parse().ok()?), rest[..2].parse().ok()?, rest[2..].parse().ok()?));
        }
        _ => {}
    }
    if let Some(Birthday { year, month, day }) = day_of_year(text) {
        return Some((year, month, day));
    }
    let date = date::read(text)?.settle(None).ok()?.day;
    Some((Some(date.year()), date.month(), date.day()))
}

/// A birthday, if there is such a day: any leap year shows it where no year is told.
fn on(year: Option<i32>, month: u32, day: u32) -> Option<Birthday> {
    NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day)?;
    Some(Birthday { year, month, day })
}

fn written(year: Option<i32>, month: u32, day: u32) -> String {
    match year {
        Some(year) => format!("{year:04}-{month:02}-{day:02}"),
        None => format!("--{month:02}-{day:02}"),
    }
}

fn joined(parts: &[String]) -> String {
    parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(", ")
}

fn present(text: String) -> Cell<String> {
    if text.is_empty() { Cell::Absent } else { Cell::Is(text) }
}
