//! Our own exports: the columns are called as the fields are.

use super::profile::Profile;
use crate::exchange::{Field, Kind, System, Target};

/// Our kinds of file. A short code beside an id and a figure that only we have are the signs.
pub const PROFILES: &[Profile] = &[
    profile(Kind::Deals, &[&["id"], &["code"], &["winrate"], &["weighted"]]),
    profile(Kind::Accounts, &[&["id"], &["code"], &["tier"], &["posture", "opendeals", "potential"]]),
    profile(Kind::Contacts, &[&["id"], &["code"], &["decisionrole", "stance", "emails"]]),
    profile(Kind::Activities, &[&["id"], &["kind"], &["date", "happenedon"], &["direction"], &["minutes"]]),
];

const fn profile(kind: Kind, signs: &'static [&'static [&'static str]]) -> Profile {
    Profile {
        system: System::Keybook,
        kind,
        signs,
        columns: COLUMNS,
        skipped: DERIVED,
        numbered: Some(by_name),
    }
}

/// Where the column of an export is not called as the field is.
#[rustfmt::skip]
const COLUMNS: &[(&str, Field)] = &[
    ("emails", Field::Email), ("phones", Field::Phone), ("contacts", Field::Contact), ("happenedon", Field::Date),
    ("createdon", Field::Created), ("dueon", Field::DueDate), ("closedon", Field::ClosedDate),
];

/// What the book works out anew.
#[rustfmt::skip]
const DERIVED: &[&str] = &[
    "code", "weighted", "attention", "opendeals", "openamount", "lastcontact", "posture", "level", "phase",
    "decisionrole", "quadrants", "dominant",
];

fn by_name(key: &str) -> Option<Target> {
    let field = Field::ALL.iter().find(|field| super::header::key(field.as_str()) == key);
    field.copied().map(Target::Field)
}
