//! What can be done with accounts.

use super::input::{self, Field, Hanging, Set};
use super::problem::{Place, Problem};
use super::{Done, owner};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::{RecordKind, Tier};
use crate::store::table::account::Account;
use crate::store::{Book, Label, Writer};

/// What a person tells of an account; what is not told stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct AccountInput {
    /// Its name; needed for a new one.
    pub name: Option<String>,
    /// The account it belongs to.
    pub parent: Field<Id>,
    /// Who of ours looks after it: a name, an e-mail address, or `me`.
    pub owner: Field<String>,
    /// How much of the week it deserves.
    pub tier: Field<Tier>,
    /// Its industry.
    pub industry: Field<String>,
    /// Its internet domain; an address is cut down to it.
    pub domain: Field<String>,
    /// Its web address.
    pub website: Field<String>,
    /// Its telephone number.
    pub phone: Field<String>,
    /// Street and number.
    pub street: Field<String>,
    /// Town.
    pub city: Field<String>,
    /// State or province.
    pub region: Field<String>,
    /// Postal code.
    pub postal_code: Field<String>,
    /// Country.
    pub country: Field<String>,
    /// People employed.
    pub employees: Field<i64>,
    /// Yearly revenue.
    pub revenue: Field<Money>,
    /// Yearly spend in our category.
    pub potential: Field<Money>,
    /// Our share of that, basis points.
    pub share: Field<i64>,
    /// Notes.
    pub notes: Field<String>,
    /// Tags and custom values.
    pub hanging: Hanging,
}

/// Adds an account.
///
/// # Errors
/// [`Problem::Missing`] without a name, [`Problem::OutOfRange`] for amounts, [`Problem::Loop`].
pub fn add(book: &mut Book, input: &AccountInput) -> Done<Id> {
    book.operate(|writer| {
        let account = create(writer, input)?;
        Ok((account.id, Label::new(Deed::AddAccount, account.name)))
    })
}

/// Puts a new account in, within another operation.
pub(super) fn create(writer: &Writer<'_>, input: &AccountInput) -> Result<Account, Problem> {
    let mut account = blank(writer, writer.settings()?.base_currency)?;
    if input.name.is_none() {
        return Err(Problem::Missing(Place::Name));
    }
    apply(writer, &mut account, input)?;
    account.code = writer.next_code(Account::CODE)?;
    writer.insert_account(&account)?;
    input.hanging.apply(writer, RecordKind::Account, account.id)?;
    Ok(account)
}

/// Puts an account in of which only the name is known yet, within another operation.
pub(super) fn create_named(writer: &Writer<'_>, name: &str) -> Result<Id, Problem> {
    let input = AccountInput { name: Some(name.to_owned()), ..AccountInput::default() };
    Ok(create(writer, &input)?.id)
}

/// Changes an account.
///
/// # Errors
/// As [`add`].
pub fn edit(book: &mut Book, id: Id, input: &AccountInput) -> Done<Id> {
    book.operate(|writer| {
        let account = change(writer, id, input)?;
        Ok((id, Label::new(Deed::EditAccount, account.name)))
    })
}

/// Changes an account within another operation.
pub(super) fn change(writer: &Writer<'_>, id: Id, input: &AccountInput) -> Result<Account, Problem> {
    let before: Account = writer.row(id)?;
    let mut account = before.clone();
    apply(writer, &mut account, input)?;
    if account != before {
        account.updated_at = writer.now;
        writer.update_account(&account)?;
    }
    input.hanging.apply(writer, RecordKind::Account, id)?;
    Ok(account)
}

/// Deletes an account with its people, deals and all that hangs on it. Accounts below it stay.
///
/// # Errors
/// [`Problem::Store`] where there is no such account.
pub fn delete(book: &mut Book, id: Id) -> Done<Deleted> {
    book.operate(|writer| {
        let account: Account = writer.row(id)?;
        Ok((remove(writer, id)?, Label::new(Deed::DeleteAccount, account.name)))
    })
}

/// Takes an account out with what hangs on it, within another operation.
pub(super) fn remove(writer: &Writer<'_>, id: Id) -> Result<Deleted, Problem> {
    let (deals, contacts) = (writer.deals_of(id)?, writer.contacts_of(id)?);
    for deal in &deals {
        writer.delete_deal(deal.id)?;
    }
    for contact in &contacts {
        writer.delete_contact(contact.id)?;
    }
    writer.delete_account(id)?;
    Ok(Deleted { contacts: contacts.len(), deals: deals.len() })
}

/// What went with a deleted account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deleted {
    /// Its people.
    pub contacts: usize,
    /// Its deals.
    pub deals: usize,
}

/// An account with nothing told yet.
pub(super) fn blank(writer: &Writer<'_>, currency: Currency) -> crate::store::Result<Account> {
    Ok(Account {
        id: writer.mint()?,
        code: 0,
        name: String::new(),
        name_key: String::new(),
        parent_id: None,
        owner_id: None,
        tier: None,
        industry: None,
        domain: None,
        website: None,
        phone: None,
        street: None,
        city: None,
        region: None,
        postal_code: None,
        country: None,
        employees: None,
        revenue: None,
        potential: None,
        share: None,
        currency,
        notes: None,
        created_on: writer.today,
        created_at: writer.now,
        updated_at: writer.now,
    })
}

fn apply(writer: &Writer<'_>, account: &mut Account, input: &AccountInput) -> Result<(), Problem> {
    if let Some(name) = &input.name {
        (account.name, account.name_key) = input::name(name)?;
    }
    if let Some(parent) = input.parent {
        refuse_loop(writer, account, parent)?;
        account.parent_id = parent;
    }
    if let Some(told) = &input.owner {
        account.owner_id = told.as_deref().map(|word| owner::find_or_add(writer, word)).transpose()?;
    }
    input.tier.put(&mut account.tier);
    input::line(input.industry.clone()).put(&mut account.industry);
    input::line(input.domain.clone())
        .map(|told| told.as_deref().and_then(domain_of))
        .put(&mut account.domain);
    input::line(input.website.clone()).put(&mut account.website);
    input::line(input.phone.clone()).put(&mut account.phone);
    input::line(input.street.clone()).put(&mut account.street);
    input::line(input.city.clone()).put(&mut account.city);
    input::line(input.region.clone()).put(&mut account.region);
    input::line(input.postal_code.clone()).put(&mut account.postal_code);
    input::line(input.country.clone()).put(&mut account.country);
    input.employees.put(&mut account.employees);
    for (told, slot) in [(input.revenue, &mut account.revenue), (input.potential, &mut account.potential)] {
        if let Some(told) = told {
            *slot = told.map(input::amount).transpose()?;
            account.currency = told.map_or(account.currency, |money| money.currency);
        }
    }
    if let Some(share) = input.share {
        account.share = share.map(|points| input::points(points, Place::Share)).transpose()?;
    }
    input::text(input.notes.clone()).put(&mut account.notes);
    Ok(())
}

/// The domain of an address: `https://www.Acme.com/about` and `jane@acme.com` are `acme.com`.
pub fn domain_of(address: &str) -> Option<String> {
    let lower = address.trim().to_lowercase();
    let rest = lower.split_once("://").map_or(lower.as_str(), |(_, rest)| rest);
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
    let host = host.split(':').next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host).trim_matches('.');
    (host.contains('.') && !host.contains(char::is_whitespace)).then(|| host.to_owned())
}

/// Refuses a parent that stands below the account, or is it.
pub(super) fn refuse_loop(writer: &Writer<'_>, account: &Account, parent: Option<Id>) -> Result<(), Problem> {
    let (mut above, mut passed) = (parent, vec![account.id]);
    while let Some(id) = above {
        let next: Account = writer.row(id)?;
        if passed.contains(&id) {
            return Err(Problem::Loop(next.name));
        }
        passed.push(id);
        above = next.parent_id;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_cut_out_of_any_address() {
        for address in ["acme.com", "https://www.Acme.com/about?x", "jane@acme.com", "acme.com:8080"] {
            assert_eq!(domain_of(address).as_deref(), Some("acme.com"), "{address}");
        }
        for address in ["", "acme", "acme corp.com", "."] {
            assert_eq!(domain_of(address), None, "{address}");
        }
    }
}
