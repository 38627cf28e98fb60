//! The properties of one card, by name and by preference.

use calcard::common::IanaType;
use calcard::vcard::{
    VCard, VCardEntry, VCardKind, VCardParameterName as Parameter, VCardProperty as Property, VCardType,
    VCardValue,
};

use super::property::{LABEL, SHOWN_AS};
use crate::domain::text::clean_line;

/// One card.
pub struct Entries {
    card: VCard,
    birthday: Option<String>,
}

/// Behind every preference that a card can state.
const NOT_PREFERRED: u32 = 1000;

impl Entries {
    /// The properties of a card's text; none where it is no card.
    pub fn of(text: &str) -> Option<Entries> {
        let card = VCard::parse(text).ok()?;
        Some(Entries { card, birthday: written_value(text, "BDAY").map(clean_line) })
    }

    /// The birthday as it is written: the habits of writing one are more than the standards know, above all
    /// without its year.
    pub fn birthday(&self) -> Option<&str> {
        self.birthday.as_deref()
    }

    /// The names of its properties in their order, in upper case.
    pub fn properties(&self) -> impl Iterator<Item = &Property> {
        self.card.entries.iter().map(|entry| &entry.name)
    }

    /// The properties of a name, the preferred one first.
    pub fn all<'a>(&'a self, name: &'a Property) -> Vec<&'a VCardEntry> {
        let mut found: Vec<&VCardEntry> = self.card.properties(name).collect();
        found.sort_by_key(|entry| preference(entry));
        found
    }

    /// The properties of other programs' names, ours among them.
    pub fn other<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a VCardEntry> {
        let is = move |entry: &&VCardEntry| matches!(&entry.name, Property::Other(own) if own.eq_ignore_ascii_case(name));
        self.card.entries.iter().filter(is)
    }

    /// The label of the group that a property is in.
    pub fn label(&self, of: &VCardEntry) -> Option<String> {
        let group = of.group.as_ref()?;
        let mut labels = self.other(LABEL);
        let label =
            labels.find(|entry| entry.group.as_ref().is_some_and(|own| own.eq_ignore_ascii_case(group)))?;
        let text = clean_line(&whole(label));
        // Address books put their own words into `_$!<Mobile>!$_`.
        let own = text.strip_prefix("_$!<").and_then(|text| text.strip_suffix(">!$_"));
        Some(own.map_or_else(|| text.clone(), str::to_lowercase)).filter(|text| !text.is_empty())
    }

    /// What the card says it is about.
    pub fn kind(&self) -> Option<VCardKind> {
        let told = self.all(&Property::Kind);
        told.iter().flat_map(|entry| &entry.values).find_map(|value| match value {
            VCardValue::Kind(kind) => Some(*kind),
            _ => None,
        })
    }

    /// Whether an address book shows it under its organisation's name.
    pub fn is_shown_as_company(&self) -> bool {
        self.other(SHOWN_AS).any(|entry| whole(entry).trim().eq_ignore_ascii_case("COMPANY"))
    }
}

/// The value of the first line with a property of that name, as it stands there.
fn written_value<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.lines().find_map(|line| {
        let end = line.find([':', ';'])?;
        let own = line[..end].rsplit('.').next()?;
        let mut is_quoted = false;
        let is_colon = |sign: char| {
            is_quoted ^= sign == '"';
            sign == ':' && !is_quoted
        };
        let colon = end + line[end..].find(is_colon)?;
        own.eq_ignore_ascii_case(name).then(|| &line[colon + 1..])
    })
}

/// Each value of a property as text; one that is no text is empty.
pub fn texts(entry: &VCardEntry) -> Vec<String> {
    let text = |value: &VCardValue| match value {
        VCardValue::Component(parts) => parts.join(" "),
        VCardValue::Integer(number) => number.to_string(),
        VCardValue::Binary(_) => String::new(),
        other => other.as_text().unwrap_or_default().to_owned(),
    };
    entry.values.iter().map(text).collect()
}

/// The value of a property that has one.
pub fn whole(entry: &VCardEntry) -> String {
    texts(entry).join(" ")
}

/// The words of a property's TYPE in lower case, and those that old cards write without it.
pub fn types(entry: &VCardEntry) -> Vec<String> {
    let of_type = entry.parameters(&Parameter::Type).filter_map(|value| match value.as_type()? {
        IanaType::Iana(known) => Some(word(known).to_owned()),
        IanaType::Other(text) => Some(text.to_lowercase()),
    });
    let bare = entry.params.iter().filter_map(|parameter| match &parameter.name {
        Parameter::Other(name) => Some(name.to_lowercase()),
        _ => None,
    });
    of_type.chain(bare).collect()
}

fn word(kind: &VCardType) -> &'static str {
    match kind {
        VCardType::Work => "work",
        VCardType::Home => "home",
        VCardType::Cell => "cell",
        VCardType::Fax => "fax",
        VCardType::Pager => "pager",
        _ => "",
    }
}

/// PREF=1 comes first; old cards have the word `pref` instead.
fn preference(entry: &VCardEntry) -> u32 {
    let stated = entry.parameters(&Parameter::Pref).next().map(|value| match value.as_integer() {
        Some(IanaType::Iana(number)) => number,
        _ => 1,
    });
    let said = || types(entry).iter().any(|word| word == "pref").then_some(1);
    stated.or_else(said).unwrap_or(NOT_PREFERRED)
}
