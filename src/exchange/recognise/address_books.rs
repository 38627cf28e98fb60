//! Address books: Google Contacts in both shapes, Outlook, and LinkedIn's connections.

use super::profile::Profile;
use crate::exchange::{Field, Kind, System, Target};

/// Their files; all hold contacts.
pub const PROFILES: &[Profile] = &[
    Profile {
        system: System::Google,
        kind: Kind::Contacts,
        signs: &[
            &["firstname", "givenname", "name"],
            GOOGLE_SIGNS,
            &["email1value", "phone1value", "organizationname"],
        ],
        columns: GOOGLE,
        skipped: &["photo", "address1formatted"],
        numbered: Some(google_numbered),
    },
    Profile {
        system: System::Google,
        kind: Kind::Contacts,
        signs: &[&["givenname"], &["familyname"], &["groupmembership", "yominame", "email1value"]],
        columns: GOOGLE,
        skipped: &["photo", "address1formatted"],
        numbered: Some(google_numbered),
    },
    Profile {
        system: System::LinkedIn,
        kind: Kind::Contacts,
        signs: &[&["firstname"], &["lastname"], &["connectedon"]],
        columns: LINKEDIN,
        skipped: &[],
        numbered: None,
    },
    Profile {
        system: System::Outlook,
        kind: Kind::Contacts,
        signs: &[&["firstname", "lastname"], &["emailaddress", "businessphone"], OUTLOOK_SIGNS],
        columns: OUTLOOK,
        skipped: &["businessaddress", "homeaddress", "otheraddress"],
        numbered: None,
    },
];

const GOOGLE_SIGNS: &[&str] = &["fileas", "phoneticfirstname", "yominame", "groupmembership", "email1label"];
#[rustfmt::skip]
const OUTLOOK_SIGNS: &[&str] = &[
    "businessstreet", "companymainphone", "homephone", "primaryphone", "businesscity", "email2address", "officelocation",
    "businessfax",
];

#[rustfmt::skip]
const GOOGLE: &[(&str, Field)] = &[
    ("name", Field::Name), ("firstname", Field::FirstName), ("givenname", Field::FirstName),
    ("middlename", Field::MiddleName), ("additionalname", Field::MiddleName), ("lastname", Field::LastName),
    ("familyname", Field::LastName), ("organizationname", Field::Account), ("organization1name", Field::Account),
    ("organizationtitle", Field::Title), ("organization1title", Field::Title),
    ("organizationdepartment", Field::Department), ("organization1department", Field::Department),
    ("birthday", Field::Birthday), ("notes", Field::Notes), ("labels", Field::Tags), ("groupmembership", Field::Tags),
    ("address1street", Field::Street), ("address1city", Field::City), ("address1region", Field::Region),
    ("address1postalcode", Field::PostalCode), ("address1country", Field::Country), ("website1value", Field::Website),
];

/// `E-mail 2 - Value`, `Phone 3 - Label`.
fn google_numbered(key: &str) -> Option<Target> {
    let (field, rest) = match key.strip_prefix("email") {
        Some(rest) => (Field::Email, rest),
        None => (Field::Phone, key.strip_prefix("phone")?),
    };
    match rest.trim_start_matches(|c: char| c.is_ascii_digit()) {
        "value" => Some(Target::Field(field)),
        "label" | "type" => Some(Target::Label),
        _ => None,
    }
}

#[rustfmt::skip]
const LINKEDIN: &[(&str, Field)] = &[
    ("firstname", Field::FirstName), ("lastname", Field::LastName), ("url", Field::Website),
    ("emailaddress", Field::Email), ("company", Field::Account), ("position", Field::Title),
    ("connectedon", Field::Created),
];

#[rustfmt::skip]
const OUTLOOK: &[(&str, Field)] = &[
    ("firstname", Field::FirstName), ("middlename", Field::MiddleName), ("lastname", Field::LastName),
    ("webpage", Field::Website), ("birthday", Field::Birthday), ("notes", Field::Notes),
    ("emailaddress", Field::Email), ("email2address", Field::Email), ("email3address", Field::Email),
    ("businessphone", Field::Phone), ("businessphone2", Field::Phone), ("mobilephone", Field::Phone),
    ("primaryphone", Field::Phone), ("homephone", Field::Phone), ("homephone2", Field::Phone),
    ("otherphone", Field::Phone), ("company", Field::Account), ("jobtitle", Field::Title),
    ("department", Field::Department), ("businessstreet", Field::Street), ("businessstreet2", Field::Street),
    ("businessstreet3", Field::Street), ("businesscity", Field::City), ("businessstate", Field::Region),
    ("businesspostalcode", Field::PostalCode), ("businesscountry", Field::Country),
    ("businesscountryregion", Field::Country), ("categories", Field::Tags),
];
