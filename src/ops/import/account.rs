//! Accounts of a file.

use super::super::account::{blank, domain_of};
use super::super::problem::Problem;
use super::join::{Joiner, same_or_unknown};
use super::merge::Rule;
use super::row::{Kind, money, number};
use crate::domain::id::Id;
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

/// A rule for a text that lies under the same name in the file and in our row.
macro_rules! text {
    ($key:literal, $($told:ident).+, $ours:ident) => {
        Rule {
            key: $key,
            told: |draft| draft.told.$($told).+.clone(),
            ours: |row| row.$ours.clone(),
            put: |draft, row| row.$ours = draft.told.$($told).+.get(),
        }
    };
}

const RULES: &[Rule<Draft, Account>] = &[
    Rule {
        key: "name",
        told: |draft| Cell::text(draft.told.name.clone()),
        ours: |row| Some(row.name.clone()),
        put: |draft, row| {
            row.name.clone_from(&draft.told.name);
            row.name_key = name_key(&row.name);
        },
    },
    Rule {
        key: "domain",
        told: |draft| draft.told.domain.clone(),
        ours: |row| row.domain.clone(),
        put: |draft, row| row.domain = draft.told.domain.as_str().and_then(domain_of),
    },
    text!("website", website, website),
    text!("phone", phone, phone),
    text!("industry", industry, industry),
    text!("street", address.street, street),
    text!("city", address.city, city),
    text!("region", address.region, region),
    text!("postal_code", address.postal_code, postal_code),
    text!("country", address.country, country),
    text!("notes", notes, notes),
    Rule {
        key: "tier",
        told: |draft| draft.told.tier.clone().map(|tier| tier.to_string()),
        ours: |row| row.tier.map(|tier| tier.to_string()),
        put: |draft, row| row.tier = draft.told.tier.get(),
    },
    Rule {
        key: "owner",
        told: |draft| draft.owner.clone().map(|id| id.to_string()),
        ours: |row| row.owner_id.map(|id| id.to_string()),
        put: |draft, row| row.owner_id = draft.owner.get(),
    },
    Rule {
        key: "parent",
        told: |draft| draft.parent.clone().map(|id| id.to_string()),
        ours: |row| row.parent_id.map(|id| id.to_string()),
        // An account cannot stand above itself; longer loops are refused before.
        put: |draft, row| row.parent_id = draft.parent.get().filter(|id| *id != row.id),
    },
    Rule {
        key: "employees",
        told: |draft| draft.told.employees.clone().map(number),
        ours: |row| row.employees.map(number),
        put: |draft, row| row.employees = draft.told.employees.get(),
    },
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
    Rule {
        key: "share",
        told: |draft| draft.told.share.clone().map(number),
        ours: |row| row.share.map(number),
        put: |draft, row| row.share = draft.told.share.get(),
    },
];

/// Accounts.
pub(super) struct Accounts;

impl Kind for Accounts {
    type In = AccountIn;
    type Draft = Draft;
    type Row = Account;
    const KIND: RecordKind = RecordKind::Account;
    const RULES: &'static [Rule<Draft, Account>] = RULES;

    fn key(draft: &Draft) -> String {
        name_key(&draft.told.name)
    }

    fn draft(joiner: &Joiner<'_>, told: AccountIn) -> Result<Draft, Problem> {
        let owner = joiner.owner(&told.owner)?;
        let parent = joiner.account(&told.parent)?;
        Ok(Draft { told, owner, parent })
    }

    fn origin(draft: &Draft) -> &Origin {
        &draft.told.origin
    }

    fn find(joiner: &Joiner<'_>, draft: &Draft, id: &str) -> Result<Option<Account>, Problem> {
        let writer = joiner.writer;
        let by_domain = match draft.told.domain.as_str() {
            Some(domain) => writer.account_with_domain(domain)?,
            None => None,
        };
        let named =
            || -> Result<Vec<Account>, Problem> { Ok(writer.accounts_named(&name_key(&draft.told.name))?) };
        for account in by_domain.into_iter().chain(named()?) {
            let fits = same_or_unknown(account.domain.as_deref(), draft.told.domain.as_str());
            if fits && !joiner.space.is_another(writer, account.id, Some(id))? {
                return Ok(Some(account));
            }
        }
        Ok(None)
    }

    fn blank(joiner: &Joiner<'_>, draft: &Draft) -> Result<Account, Problem> {
        let writer = joiner.writer;
        let mut row = blank(writer)?;
        row.code = writer.next_code(Account::CODE)?;
        row.created_on = draft.told.created.get().unwrap_or(writer.today).min(writer.today);
        row.currency = draft.told.currency.get().unwrap_or(row.currency);
        Ok(row)
    }

    fn insert(joiner: &Joiner<'_>, _: &Draft, row: &Account) -> Result<(), Problem> {
        Ok(joiner.writer.insert_account(row)?)
    }

    fn update(joiner: &Joiner<'_>, _: &Draft, _: &Account, row: &mut Account) -> Result<(), Problem> {
        row.updated_at = joiner.writer.now;
        Ok(joiner.writer.update_account(row)?)
    }

    fn name(row: &Account) -> String {
        row.name.clone()
    }

    fn tags(draft: &Draft) -> Cell<Vec<String>> {
        draft.told.tags.clone()
    }
}
