//! Addresses and numbers with what each is for.

use calcard::vcard::{VCardEntry, VCardParameter, VCardProperty as Property, VCardType};

use super::entries::{Entries, texts, types};
use crate::domain::text::clean_line;
use crate::exchange::values::list;
use crate::exchange::{Cell, Custom, Reach};

/// The words for what a number or an address is for that vCard and we both have.
const LABELS: &[(VCardType, &str, &str)] = &[
    (VCardType::Fax, "fax", "fax"),
    (VCardType::Pager, "pager", "pager"),
    (VCardType::Cell, "cell", "mobile"),
    (VCardType::Work, "work", "work"),
    (VCardType::Home, "home", "home"),
];

/// The e-mail addresses of a card; what is none is put to `kept`.
pub fn emails(card: &Entries, kept: &mut Vec<Custom>) -> Cell<Vec<Reach>> {
    let mut found = vec![];
    for entry in card.all(&Property::Email) {
        let text = texts(entry).join(" ");
        let addresses = list::emails(&text);
        if addresses.is_empty() && !text.trim().is_empty() {
            kept.push(Custom { key: "EMAIL".to_owned(), value: clean_line(&text) });
        }
        for value in addresses {
            add(&mut found, Reach { label: label(card, entry), value });
        }
    }
    filled(found)
}

/// The telephone numbers of a card.
pub fn phones(card: &Entries) -> Cell<Vec<Reach>> {
    let mut found = vec![];
    for entry in card.all(&Property::Tel) {
        let text = clean_line(&texts(entry).join(";"));
        // `tel:+1-555-0100;ext=12`, as version 4 may write it.
        let number = match text.get(..4).filter(|scheme| scheme.eq_ignore_ascii_case("tel:")) {
            Some(_) => text[4..].replacen(";ext=", " ext ", 1),
            None => text,
        };
        if !number.is_empty() {
            add(&mut found, Reach { label: label(card, entry), value: number });
        }
    }
    filled(found)
}

/// A way to reach somebody as a property, in a group with its label where vCard has no word for that.
pub fn entry(name: Property, reach: &Reach, labels: &mut Groups) -> Vec<VCardEntry> {
    let entry = VCardEntry::new(name).with_value(reach.value.clone());
    let Some(label) = &reach.label else { return vec![entry] };
    match LABELS.iter().find(|(_, _, ours)| ours == label) {
        Some((kind, ..)) => vec![entry.with_param(VCardParameter::typ(kind.clone()))],
        None => labels.put(entry, label),
    }
}

/// Numbers for the groups of one card.
#[derive(Default)]
pub struct Groups(usize);

impl Groups {
    /// A property and its label, in a group of their own.
    pub fn put(&mut self, entry: VCardEntry, label: &str) -> Vec<VCardEntry> {
        self.0 += 1;
        let group = Some(format!("item{}", self.0));
        let named = VCardEntry::new(Property::Other("X-ABLabel".to_owned())).with_value(label.to_owned());
        vec![entry.with_group(group.clone()), named.with_group(group)]
    }
}

fn label(card: &Entries, entry: &VCardEntry) -> Option<String> {
    let words = types(entry);
    let known = LABELS.iter().find(|(_, theirs, _)| words.iter().any(|word| word == theirs));
    let known = known.map(|(_, _, ours)| (*ours).to_owned());
    let other = || words.iter().any(|word| word == "other").then(|| "other".to_owned());
    known.or_else(|| card.label(entry)).or_else(other)
}

fn add(found: &mut Vec<Reach>, reach: Reach) {
    if !found.iter().any(|known| known.value == reach.value) {
        found.push(reach);
    }
}

fn filled(found: Vec<Reach>) -> Cell<Vec<Reach>> {
    if found.is_empty() { Cell::Absent } else { Cell::Is(found) }
}
