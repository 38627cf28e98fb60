//! Where ids come from: the instant, and chance; in a book that is made with a past, chance from a seed.

use std::cell::{Cell, RefCell};
use std::path::PathBuf;

use super::error::{Error, Result};
use crate::domain::chance::Chance;
use crate::domain::id::{Id, Mint};

/// Mints the ids of one opened book.
#[derive(Debug, Default)]
pub(super) struct Minter {
    mint: RefCell<Mint>,
    /// Where it is told, ids repeat from making to making.
    chance: Cell<Option<Chance>>,
}

impl Minter {
    /// A fresh id for an instant, in milliseconds UTC.
    pub fn next(&self, now: i64) -> Result<Id> {
        let mut mint = self.mint.borrow_mut();
        // Within a millisecond ids only count on, so that chance is asked once.
        let bits = if mint.is_within(now) { 0 } else { self.bits()? };
        Ok(mint.next(now, bits))
    }

    fn bits(&self) -> Result<u32> {
        let Some(mut chance) = self.chance.get() else { return random() };
        let bits = chance.bits();
        self.chance.set(Some(chance));
        Ok(bits as u32)
    }

    /// Takes chance from a seed from now on, or from the system again.
    pub fn seed(&self, seed: Option<u64>) {
        self.chance.set(seed.map(Chance::new));
    }
}

/// Random bits of the system.
pub(super) fn random() -> Result<u32> {
    getrandom::u32().map_err(|error| Error::Unreachable { path: PathBuf::new(), cause: error.to_string() })
}
