//! Records of ours that look like a row: by telephone number, and by a name that is nearly the same. Their
//! keys are worked out once for an import, and only if a row asks.

use std::cell::OnceCell;
use std::hash::{BuildHasher, RandomState};

use super::join::Joiner;
use super::likely::SHOWN;
use crate::domain::double::{is_near, loose_key};
use crate::domain::id::Id;
use crate::store::Result;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;

/// More people than these with one number have the same switchboard.
const SHARED: usize = SHOWN;

/// As many people of one account are looked at.
const AT_ACCOUNT: i64 = 500;

/// What the records that were in the book before the import can be found by, as marks in order.
#[derive(Default)]
pub(super) struct Alike {
    hasher: RandomState,
    numbers: OnceCell<Vec<(u64, Id)>>,
    names: OnceCell<Vec<(u64, Id)>>,
}

impl Joiner<'_> {
    /// The people who have one of these numbers, given as keys; nobody where it is a switchboard's.
    pub fn reached_by(&self, keys: &[String]) -> Result<Vec<Contact>> {
        let alike = &self.alike;
        let before = self.choices.made_from;
        let numbers = kept(&alike.numbers, |marks| {
            let home = self.home.map(|country| country.code);
            self.writer.each_number(before, home, |key, id| marks.push((alike.hasher.hash_one(key), id)))
        })?;
        let mut reached: Vec<Id> = vec![];
        for key in keys {
            let having = marked(numbers, alike.hasher.hash_one(key.as_str()));
            if having.len() <= SHARED {
                reached.extend(having.iter().map(|(_, id)| *id));
            }
        }
        reached.sort_unstable();
        reached.dedup();
        reached.into_iter().map(|id| self.writer.row(id)).collect()
    }

    /// The people of an account whose name is nearly this one.
    pub fn nearly_called(&self, name_key: &str, account: Id) -> Result<Vec<Contact>> {
        let names = self.writer.names_at(account, self.choices.made_from, AT_ACCOUNT)?;
        let loose = loose_key(name_key);
        let near = names.into_iter().filter(|(name, _)| {
            name != name_key && (!loose.is_empty() && loose_key(name) == loose || is_near(name, name_key))
        });
        near.take(SHOWN).map(|(_, id)| self.writer.row(id)).collect()
    }

    /// The accounts whose name is nearly this one.
    pub fn accounts_nearly_called(&self, name_key: &str) -> Result<Vec<Account>> {
        let alike = &self.alike;
        let before = self.choices.made_from;
        let names = kept(&alike.names, |marks| {
            self.writer.each_loose_name(before, |key, id| marks.push((alike.hasher.hash_one(key), id)))
        })?;
        let loose = loose_key(name_key);
        if loose.is_empty() {
            return Ok(vec![]);
        }
        let near = marked(names, alike.hasher.hash_one(loose.as_str())).iter().take(SHOWN);
        near.map(|(_, id)| self.writer.row(*id)).collect()
    }
}

/// The marks that are kept, gathered the first time.
fn kept(
    cell: &OnceCell<Vec<(u64, Id)>>,
    gather: impl FnOnce(&mut Vec<(u64, Id)>) -> Result<()>,
) -> Result<&[(u64, Id)]> {
    if let Some(marks) = cell.get() {
        return Ok(marks);
    }
    let mut marks = vec![];
    gather(&mut marks)?;
    marks.sort_unstable();
    Ok(cell.get_or_init(|| marks))
}

fn marked(marks: &[(u64, Id)], mark: u64) -> &[(u64, Id)] {
    let from = marks.partition_point(|(one, _)| *one < mark);
    let to = marks.partition_point(|(one, _)| *one <= mark);
    &marks[from..to]
}
