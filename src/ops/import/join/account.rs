//! The account that a row names.

use super::super::super::account;
use super::super::merge::Seen;
use super::super::origin::named;
use super::super::refusal::Refusal;
use super::{Joiner, Several, keep, only, same_or_unknown};
use crate::domain::id::Id;
use crate::domain::text::name_key;
use crate::domain::word::RecordKind;
use crate::exchange::{AccountRef, Cell, Field, Reason};
use crate::store::table::account::Account;

/// The columns that name an account.
const COLUMNS: &[Field] =
    &[Field::Account, Field::AccountId, Field::AccountDomain, Field::Parent, Field::ParentId];

impl Joiner<'_> {
    /// The account that a reference means, made by its name or domain where there is none.
    pub fn account(&self, reference: &AccountRef) -> Result<Cell<Id>, Refusal> {
        if !reference.told {
            return Ok(Cell::Absent);
        }
        if reference.is_empty() {
            return Ok(Cell::Empty);
        }
        if let Some(id) = self.known.borrow().accounts.get(reference) {
            return Ok(Cell::Is(*id));
        }
        let id = match self.known_account(reference)? {
            Some(id) => id,
            None => self.make_account(reference)?,
        };
        keep(&mut self.known.borrow_mut().accounts, reference.clone(), id);
        Ok(Cell::Is(id))
    }

    /// By id, domain or name, in this order; by what the word was found to mean before, else by what the
    /// accounts are called now.
    fn known_account(&self, reference: &AccountRef) -> Result<Option<Id>, Refusal> {
        for id in reference.id.iter().chain(&reference.id_or_name) {
            if let Some(known) = self.space.referred(self.writer, RecordKind::Account, id)? {
                return Ok(Some(known));
            }
        }
        let meant = self.space.meant(self.writer, RecordKind::Account, &alias(reference))?;
        if meant.is_some() {
            return Ok(meant);
        }
        let found = self.account_called(reference);
        let found = found.map_err(|refusal| match refusal {
            Ambiguous::Several => Refusal::row(COLUMNS, word(reference), Reason::Several),
            Ambiguous::Refused(refusal) => refusal,
        })?;
        if let Some(account) = found {
            let alias = alias(reference);
            self.space.remember_word(self.writer, RecordKind::Account, &alias, account, Seen::new())?;
        }
        Ok(found)
    }

    fn account_called(&self, reference: &AccountRef) -> Result<Option<Id>, Ambiguous> {
        let name = reference.name.as_ref().or(reference.id_or_name.as_ref());
        let key = name.map(|name| name_key(name));
        if let Some(domain) = &reference.domain {
            if key.is_some() {
                let both = self.writer.accounts_with_domain(domain, key.as_deref(), 1)?;
                if let Some(account) = both.first() {
                    return Ok(Some(account.id));
                }
            }
            if let Some(account) = only(self.writer.accounts_with_domain(domain, None, 2)?)? {
                return Ok(Some(account.id));
            }
        }
        let (Some(name), Some(key)) = (name, key) else { return Ok(None) };
        let mut called = self.writer.accounts_named(&key)?;
        called.retain(|account| same_or_unknown(account.domain.as_ref(), reference.domain.as_ref()));
        if called.len() > 1 && called.iter().filter(|account| account.name == *name).count() == 1 {
            called.retain(|account| account.name == *name);
        }
        Ok(only(called)?.map(|account| account.id))
    }

    fn make_account(&self, reference: &AccountRef) -> Result<Id, Refusal> {
        let mut account = account::blank(self.writer, self.currency)?;
        account.name = word(reference);
        account.name_key = name_key(&account.name);
        account.domain.clone_from(&reference.domain);
        account.code = self.writer.next_code(Account::CODE)?;
        self.writer.insert_account(&account)?;
        // What only a reference told may be told better by a file of accounts.
        let mut seen = Seen::from([("name".to_owned(), Some(account.name.clone()))]);
        if let Some(domain) = &account.domain {
            seen.insert("domain".to_owned(), Some(domain.clone()));
        }
        self.space.remember_word(self.writer, RecordKind::Account, &alias(reference), account.id, seen)?;
        Ok(account.id)
    }
}

/// The word of a reference by which its account is named for people.
fn word(reference: &AccountRef) -> String {
    let words = [&reference.name, &reference.id_or_name, &reference.domain, &reference.id];
    words.into_iter().flatten().next().cloned().unwrap_or_default()
}

/// What stands for a reference: its surest word.
fn alias(reference: &AccountRef) -> String {
    let AccountRef { id, id_or_name, domain, name, .. } = reference;
    match (id.as_ref().or(id_or_name.as_ref()), domain) {
        (Some(id), _) => named("id", id),
        (None, Some(domain)) => named("domain", domain),
        (None, None) => named("name", &name_key(name.as_deref().unwrap_or_default())),
    }
}

/// What tells the accounts that rows name from each other, for rows without an id.
pub(in crate::ops::import) fn key(reference: &AccountRef) -> String {
    if reference.is_empty() { String::new() } else { alias(reference) }
}

enum Ambiguous {
    Several,
    Refused(Refusal),
}

impl From<Several> for Ambiguous {
    fn from(_: Several) -> Self {
        Ambiguous::Several
    }
}

impl From<crate::store::Error> for Ambiguous {
    fn from(error: crate::store::Error) -> Self {
        Ambiguous::Refused(error.into())
    }
}
