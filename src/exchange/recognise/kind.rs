//! What a table of no known program holds: the kind of record whose fields its columns fit best.

use super::header::Header;
use super::mapping::{Chosen, Mapped};
use crate::exchange::{Field, Kind, Target};

/// The weight from which a table is taken to hold a kind.
const ENOUGH: i32 = 4;

/// The kind that fits best; None where none fits well. `map` says what the columns would be.
pub fn guess(headers: &[Header], map: impl Fn(Kind) -> Vec<Mapped>) -> Option<Kind> {
    let order = [Kind::Deals, Kind::Contacts, Kind::Accounts, Kind::Activities];
    let weighed = order.map(|kind| (kind, weigh(kind, headers, &map(kind))));
    let best = weighed.iter().map(|(_, weight)| *weight).max()?;
    weighed.into_iter().find(|(_, weight)| *weight == best && *weight >= ENOUGH).map(|(kind, _)| kind)
}

/// Whether the columns name what a record of a kind is known by.
pub fn names_records(kind: Kind, columns: &[Mapped]) -> bool {
    let any = |fields: &[Field]| fields.iter().any(|field| has(columns, *field));
    match kind {
        Kind::Accounts => any(&[Field::Name, Field::Domain, Field::Website]),
        Kind::Contacts => any(&[Field::Name, Field::FirstName, Field::LastName, Field::Email]),
        Kind::Deals => any(&[Field::Name, Field::Account, Field::AccountId, Field::AccountDomain]),
        Kind::Activities => any(&[Field::Date, Field::DueDate, Field::Created]),
    }
}

fn has(columns: &[Mapped], field: Field) -> bool {
    columns.iter().any(|mapped| mapped.target == Target::Field(field))
}

fn weigh(kind: Kind, headers: &[Header], columns: &[Mapped]) -> i32 {
    if !names_records(kind, columns) {
        return 0;
    }
    let mut weight = 0;
    for (header, mapped) in headers.iter().zip(columns) {
        if let (Target::Field(field), true) = (&mapped.target, mapped.chosen != Chosen::ByHand) {
            weight += of_field(kind, *field, &header.bare);
        }
    }
    // E-mail addresses beside a company's name and nobody's are those of the company.
    let nobody = ![Field::Name, Field::FirstName, Field::LastName].iter().any(|field| has(columns, *field));
    if kind == Kind::Contacts && nobody && has(columns, Field::Account) { weight - 3 } else { weight }
}

fn of_field(kind: Kind, field: Field, key: &str) -> i32 {
    let speaks_of = |words: &[&str]| words.iter().any(|word| key.contains(word));
    let plain_name = ["name", "名称", "nombre", "title", "编号"].contains(&key);
    match (kind, field) {
        (Kind::Deals, Field::Amount | Field::Stage | Field::CloseDate) => 6,
        (Kind::Deals, Field::WinRate | Field::LostReason | Field::Competitor) => 4,
        (Kind::Deals, Field::Name) if speaks_of(DEAL_WORDS) => 6,
        (Kind::Deals, Field::Status | Field::NextStep | Field::Pipeline) => 2,
        (Kind::Contacts, Field::FirstName | Field::LastName | Field::Email | Field::Birthday) => 4,
        (Kind::Contacts, Field::Name) if !plain_name => 4,
        (Kind::Contacts, Field::Name | Field::Title | Field::Phone | Field::Department) => 2,
        (Kind::Contacts, Field::Account) => 2,
        (Kind::Accounts, Field::Name) if !plain_name => 6,
        (Kind::Accounts, Field::Domain | Field::Industry | Field::Employees | Field::Revenue) => 4,
        (Kind::Accounts, Field::Parent | Field::Potential | Field::Tier) => 4,
        (Kind::Accounts, Field::Name | Field::Website | Field::Phone) => 2,
        (Kind::Activities, Field::Kind) if speaks_of(ACTIVITY_WORDS) => 6,
        (Kind::Activities, Field::Minutes) => 6,
        (Kind::Activities, Field::Subject | Field::DueDate | Field::Direction) => 4,
        (Kind::Activities, Field::Text) if speaks_of(ACTIVITY_WORDS) => 4,
        (Kind::Activities, Field::Kind | Field::Date | Field::Text | Field::Outcome | Field::Deal) => 2,
        (Kind::Activities, Field::Contact | Field::ContactEmail | Field::Done) => 1,
        _ => 0,
    }
}

#[rustfmt::skip]
const DEAL_WORDS: &[&str] = &[
    "deal", "opportun", "商机", "机会", "项目", "案件", "商談", "verkaufschance", "affaire", "oportunidad", "negocio", "proje", "projet",
    "proyecto",
];
const ACTIVITY_WORDS: &[&str] =
    &["activity", "engagement", "跟进", "沟通", "拜访", "活动", "訪問", "aktivit"];
