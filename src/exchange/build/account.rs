//! Accounts from rows.

use super::row::Row;
use crate::exchange::values::{list, word};
use crate::exchange::{AccountIn, AccountRef, Address, Cell, Field, Reason, Rejected};

/// The account in a row.
pub fn build(row: &mut Row<'_>) -> Result<AccountIn, Rejected> {
    let website = row.line(Field::Website);
    let told = row.word(Field::Domain, list::domain);
    let domain = match told {
        Cell::Absent => {
            website.clone().into_value().and_then(|page| list::domain(&page)).map_or(Cell::Absent, Cell::Is)
        }
        told => told,
    };
    let name = row.line(Field::Name).into_value().or_else(|| domain.get());
    let name = name.ok_or_else(|| row.refuse(Reason::NoName))?;
    let currency = row.currency()?;
    let revenue = row.amount(Field::Revenue, currency.get());
    let parent = AccountRef {
        id: row.line(Field::ParentId).into_value(),
        name: row.line(Field::Parent).into_value(),
        domain: None,
        id_or_name: None,
        told: [Field::Parent, Field::ParentId].iter().any(|field| !row.columns(*field).is_empty()),
    };
    Ok(AccountIn {
        name,
        domain,
        website,
        phone: row.line(Field::Phone),
        industry: row.line(Field::Industry),
        tier: row.word(Field::Tier, |text| text.parse().ok()),
        owner: row.line(Field::Owner),
        parent,
        potential: row.amount(Field::Potential, currency.get())?,
        share: row.rate(Field::Share)?,
        employees: row.word(Field::Employees, word::count),
        revenue: row.or_kept(revenue),
        address: address(row),
        currency,
        created: row.day(Field::Created)?,
        tags: row.list(Field::Tags, list::split_tags),
        notes: row.lines(Field::Notes),
        origin: row.origin(),
    })
}

/// The postal address in a row.
pub fn address(row: &Row<'_>) -> Address {
    Address {
        street: row.joined(Field::Street),
        city: row.line(Field::City),
        region: row.line(Field::Region),
        postal_code: row.line(Field::PostalCode),
        country: row.line(Field::Country),
    }
}
