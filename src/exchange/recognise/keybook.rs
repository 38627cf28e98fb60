//! Our own exports: the columns are called as the fields are.

use super::profile::Profile;
use crate::exchange::{Field, Kind, System, Target};

/// Our kinds of file. A short code beside an id and a figure that only we have are the signs.
pub const PROFILES: &[Profile] = &[
    profile(Kind::Deals, &[&["id"], &["code"], &["winrate"], &["weighted"]], DEALS_SKIPPED),
    profile(Kind::Accounts, &[&["id"], &["code"], &["tier"], &["posture", "opendeals"]], ACCOUNTS_SKIPPED),
    profile(Kind::Contacts, &[&["id"], &["code"], &["decisionrole", "stance"]], CONTACTS_SKIPPED),
    profile(Kind::Activities, &[&["id"], &["kind"], &["on"], &["direction"], &["minutes"]], &[]),
];

/// The column that holds the custom fields, as JSON.
pub const CUSTOM_FIELDS: &str = "fields";

const fn profile(
    kind: Kind,
    signs: &'static [&'static [&'static str]],
    skipped: &'static [&'static str],
) -> Profile {
    Profile { system: System::Keybook, kind, signs, columns: COLUMNS, skipped, numbered: Some(by_name) }
}

/// Where the column of an export is not called as the field is.
#[rustfmt::skip]
const COLUMNS: &[(&str, Field)] = &[
    ("emails", Field::Email), ("phones", Field::Phone), ("contacts", Field::Contact), ("contactids", Field::ContactId),
    ("on", Field::Date), ("dueon", Field::DueDate), ("doneon", Field::Done), ("closedon", Field::ClosedDate),
    ("statedpotential", Field::Potential),
];

/// What the book works out anew, or a table cannot carry.
#[rustfmt::skip]
const DEALS_SKIPPED: &[&str] = &["code", "weighted", "attention", "products", "learned", "stagesince"];
/// Amounts of accounts are in the base currency but for the potential as it was stated.
#[rustfmt::skip]
const ACCOUNTS_SKIPPED: &[&str] = &[
    "code", "posture", "level", "phase", "opendeals", "openamount", "lastcontact", "potential", "currency", "collective",
];
#[rustfmt::skip]
const CONTACTS_SKIPPED: &[&str] = &[
    "code", "parts", "decisionrole", "stance", "needs", "quadrants", "dominant", "step", "reportsto", "reportstoid",
    "lastcontact", "involvement", "authority", "reaches", "formeremployers", "evidence", "organisationalneeds",
    "seesus", "prefers", "level", "coveredby",
];

fn by_name(key: &str) -> Option<Target> {
    let field = Field::ALL.iter().find(|field| super::header::key(field.as_str()) == key);
    field.copied().map(Target::Field)
}
