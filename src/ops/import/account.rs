//! Accounts of a file.

use super::super::account::{blank, domain_of, refuse_loop};
use super::join::{Joiner, same_or_unknown};
use super::likely::{SHOWN, Why};
use super::merge::Rule;
use super::origin::named;
use super::refusal::Refusal;
use super::row::{Kind, money};
use super::rules::{name, plain, text};
use crate::domain::id::Id;
use crate::domain::phone::phone_key;
use crate::domain::text::name_key;
use crate::domain::word::RecordKind;
use crate::exchange::{AccountIn, Cell, Origin};
use crate::store::table::account::Account;

/// An account as a file has it, with who of ours and which account above it mean.
pub(super) struct Draft {
    told: AccountIn,
    owner: Cell<Id>,
    parent: Cell<Id>,
}

const RULES: &[Rule<Draft, Account>] = &[
    name!(told.name),
    Rule {
        key: "domain",
        told: |draft| draft.told.domain.clone(),
        ours: |row| row.domain.clone(),
        put: |draft, row| row.domain = draft.told.domain.as_str().and_then(domain_of),
    },
    text!("website", told.website, website),
    text!("phone", told.phone, phone),
    text!("industry", told.industry, industry),
    text!("street", told.address.street, street),
    text!("city", told.address.city, city),
    text!("region", told.address.region, region),
    text!("postal_code", told.address.postal_code, postal_code),
    text!("country", told.address.country, country),
    text!("notes", told.notes, notes),
    plain!("tier", told.tier, tier),
    plain!("owner", owner, owner_id),
    plain!("parent", parent, parent_id),
    plain!("employees", told.employees, employees),
    Rule {
        key: "revenue",
        told: |draft| draft.told.revenue.clone().map(money),
        ours: |row| row.revenue.map(|minor| money(crate::domain::money::Money::new(minor, row.currency))),
        put: |draft, row| {
            row.revenue = draft.told.revenue.get().map(|told| told.minor);
            row.currency = draft.told.revenue.get().map_or(row.currency, |told| told.currency);
        },
    },
    Rule {
        key: "potential",
        told: |draft| draft.told.potential.clone().map(money),
        ours: |row| row.potential.map(|minor| money(crate::domain::money::Money::new(minor, row.currency))),
        put: |draft, row| {
            row.potential = draft.told.potential.get().map(|told| told.minor);
            row.currency = draft.told.potential.get().map_or(row.currency, |told| told.currency);
        },
    },
    plain!("share", told.share, share),
];

/// Accounts.
pub(super) struct Accounts;

impl Kind for Accounts {
    type In = AccountIn;
    type Draft = Draft;
    type Row = Account;
    const KIND: RecordKind = RecordKind::Account;
    const RULES: &'static [Rule<Draft, Account>] = RULES;

    fn origin(told: &AccountIn) -> &Origin {
        &told.origin
    }

    fn key(told: &AccountIn) -> String {
        name_key(&told.name)
    }

    fn draft(joiner: &Joiner<'_>, told: AccountIn) -> Result<Draft, Refusal> {
        let owner = joiner.owner(&told.owner)?;
        // An account that the file sets above itself stands on its own.
        let parent = if names_itself(&told) { Cell::Empty } else { joiner.account(&told.parent)? };
        Ok(Draft { told, owner, parent })
    }

    fn told(draft: &Draft) -> &AccountIn {
        &draft.told
    }

    fn find(joiner: &Joiner<'_>, Draft { told, .. }: &Draft) -> Result<Option<Account>, Refusal> {
        let (writer, space) = (joiner.writer, &joiner.space);
        let key = name_key(&told.name);
        let domain = told.domain.as_str();
        let expected = match &told.origin.id {
            Some(id) => space.expected(writer, Self::KIND, id)?,
            None => None,
        };
        if let Some(id) = expected
            && !space.is_taken(writer, id)?
        {
            return Ok(Some(writer.row(id)?));
        }
        joiner.unless_exhausted((&key, domain), || {
            let words = domain.map(|domain| named("domain", domain));
            for word in words.into_iter().chain([named("name", &key)]) {
                if let Some(id) = space.meant(writer, Self::KIND, &word)? {
                    let account: Account = writer.row(id)?;
                    if fits(joiner, &account, domain)? {
                        return Ok(Some(account));
                    }
                }
            }
            let sharing = match domain {
                Some(domain) => writer.accounts_with_domain(domain, None, 20)?,
                None => vec![],
            };
            let called = writer.accounts_named(&key)?;
            let both =
                called.iter().filter(|account| domain.is_some() && account.domain.as_deref() == domain);
            let number = phone_of(joiner, told.phone.as_str(), told.address.country.as_str())?;
            let mut reached = vec![];
            for account in called.iter().filter(|_| number.is_some()) {
                let ours = phone_of(joiner, account.phone.as_deref(), account.country.as_deref())?;
                reached.extend((ours == number).then(|| account.clone()));
            }
            // The surest first; where several are as sure as each other, none of them is meant.
            for candidates in [both.cloned().collect(), reached, sharing, called] {
                let mut fitting: Vec<Account> = vec![];
                for account in candidates {
                    if fitting.len() < 2 && fits(joiner, &account, domain)? {
                        fitting.push(account);
                    }
                }
                if let [account] = fitting.as_slice() {
                    return Ok(Some(account.clone()));
                }
            }
            Ok(None)
        })
    }

    /// One of the same name that has another domain, those of one name or domain that nothing tells apart, and
    /// those whose name is nearly the same.
    fn likely(joiner: &Joiner<'_>, Draft { told, .. }: &Draft) -> Result<Vec<(Account, Why)>, Refusal> {
        let (writer, key, domain) = (joiner.writer, name_key(&told.name), told.domain.as_str());
        let likely = joiner.unless_exhausted(("likely", &key, domain), || {
            let mut likely = vec![];
            for account in writer.accounts_named(&key)?.into_iter().take(SHOWN) {
                let other =
                    account.domain.as_deref().zip(domain).is_some_and(|(ours, theirs)| ours != theirs);
                likely.push((account, if other { Why::NameOtherDomain } else { Why::NameOfSeveral }));
            }
            if let Some(domain) = domain {
                let sharing = writer.accounts_with_domain(domain, None, SHOWN as i64)?;
                let others = |account: &Account| likely.iter().all(|(known, _)| known.id != account.id);
                let sharing: Vec<Account> = sharing.into_iter().filter(others).collect();
                likely.extend(sharing.into_iter().map(|account| (account, Why::DomainOfSeveral)));
            }
            for account in joiner.accounts_nearly_called(&key)? {
                if likely.iter().all(|(known, _)| known.id != account.id) {
                    likely.push((account, Why::NearName));
                }
            }
            let free = joiner.open_to(&told.origin, likely)?;
            Ok(Some(free).filter(|free| !free.is_empty()))
        })?;
        Ok(likely.unwrap_or_default())
    }

    fn blank(joiner: &Joiner<'_>, Draft { told, .. }: &Draft) -> Result<Account, Refusal> {
        let writer = joiner.writer;
        let mut row = blank(writer, told.currency.get().unwrap_or(joiner.currency))?;
        row.code = writer.next_code(Account::CODE)?;
        row.created_on = told.created.get().unwrap_or(writer.today).min(writer.today);
        Ok(row)
    }

    fn insert(joiner: &Joiner<'_>, _: &Draft, row: &mut Account) -> Result<(), Refusal> {
        Ok(joiner.writer.insert_account(row)?)
    }

    fn update(
        joiner: &Joiner<'_>,
        draft: &Draft,
        before: &Account,
        row: &mut Account,
    ) -> Result<(), Refusal> {
        if row.parent_id != before.parent_id {
            refuse_loop(joiner.writer, row, row.parent_id)?;
        }
        row.updated_at = joiner.writer.now;
        row.created_on = row.created_on.min(draft.told.created.get().unwrap_or(row.created_on));
        Ok(joiner.writer.update_account(row)?)
    }

    fn name(row: &Account) -> String {
        row.name.clone()
    }

    fn code(row: &Account) -> i64 {
        row.code
    }

    fn tags(draft: &Draft) -> &Cell<Vec<String>> {
        &draft.told.tags
    }
}

/// A number as it is matched.
fn phone_of(
    joiner: &Joiner<'_>,
    number: Option<&str>,
    country: Option<&str>,
) -> crate::store::Result<Option<String>> {
    let Some(number) = number else { return Ok(None) };
    Ok(phone_key(number, joiner.country(country, None)?))
}

/// Whether the account above is the account itself.
fn names_itself(AccountIn { origin, name, parent, .. }: &AccountIn) -> bool {
    let same_id = |id: &Option<String>| id.is_some() && *id == origin.id;
    let same_name = || parent.name.as_deref().is_some_and(|above| name_key(above) == name_key(name));
    same_id(&parent.id) || same_id(&parent.id_or_name) || (parent.id.is_none() && same_name())
}

/// Whether a row of this file with a domain can be an account of ours.
fn fits(joiner: &Joiner<'_>, account: &Account, domain: Option<&str>) -> Result<bool, Refusal> {
    Ok(same_or_unknown(account.domain.as_deref(), domain)
        && !joiner.space.is_taken(joiner.writer, account.id)?)
}
