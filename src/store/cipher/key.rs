//! The key of an encrypted book, and how it is worked out of a passphrase.

use std::fmt::{self, Write};
use std::sync::Arc;

use argon2::{Algorithm, Argon2, Block, Params, Version};
use rusqlite::Connection;
use zeroize::{Zeroize, Zeroizing};

use super::Passphrase;
use crate::store::error::{Error, Result};

/// Bytes of the key, of the salt that the cipher adds to it, and of what tells that it is the right one.
const KEY: usize = 32;
const CIPHER_SALT: usize = 16;
const CHECK: usize = 4;
/// Bytes of the salt of a passphrase.
pub(super) const SALT: usize = 32;
/// What the work is allowed to cost, whatever a key file says: a gibibyte, and some seconds.
const MOST: Cost = Cost { memory: 1 << 20, passes: 64, lanes: 16 };

/// What working out a key costs whoever tries passphrases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// Memory in KiB.
    pub memory: u32,
    /// How often it is gone through.
    pub passes: u32,
    /// Lanes that could be worked on at once.
    pub lanes: u32,
}

/// What new keys cost: some tenths of a second on a laptop of today.
const USUAL: Cost = Cost { memory: 64 * 1024, passes: 3, lanes: 1 };

/// How a passphrase is worked into a key; no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipe {
    /// What that costs.
    pub(super) cost: Cost,
    /// What makes the same passphrase another key in another book.
    pub(super) salt: [u8; SALT],
    /// What tells that the passphrase was the right one; none while it has not been used yet.
    pub(super) check: Option<[u8; CHECK]>,
}

impl Recipe {
    /// A new recipe, for a new passphrase.
    ///
    /// # Errors
    /// [`Error::Constraint`] where the system gives no random numbers.
    pub fn fresh() -> Result<Recipe> {
        let mut salt = [0; SALT];
        getrandom::fill(&mut salt).map_err(|error| Error::Constraint(error.to_string()))?;
        Ok(Recipe { cost: USUAL, salt, check: None })
    }

    /// Whether working by it stays within reason.
    pub(super) fn is_bearable(&self) -> bool {
        let Cost { memory, passes, lanes } = self.cost;
        memory <= MOST.memory
            && passes <= MOST.passes
            && lanes <= MOST.lanes
            && Params::new(memory, passes, lanes, None).is_ok()
    }

    /// Works a passphrase into a key; none where it is not the one that the recipe was made with.
    ///
    /// # Errors
    /// [`Error::Constraint`] where the recipe asks for what is not possible.
    pub fn key(&self, passphrase: &Passphrase) -> Result<Option<Key>> {
        let fault = |error: argon2::Error| Error::Constraint(error.to_string());
        let Cost { memory, passes, lanes } = self.cost;
        let mut worked = Zeroizing::new([0; KEY + CIPHER_SALT + CHECK]);
        let params = Params::new(memory, passes, lanes, Some(worked.len())).map_err(fault)?;
        let mut blocks = vec![Block::new(); params.block_count()];
        let done = Argon2::new(Algorithm::Argon2id, Version::V0x13, params).hash_password_into_with_memory(
            passphrase.as_bytes(),
            &self.salt,
            worked.as_mut_slice(),
            &mut blocks,
        );
        blocks.iter_mut().for_each(Zeroize::zeroize);
        done.map_err(fault)?;
        let (secret, check) = worked.split_at(KEY + CIPHER_SALT);
        let mut found = [0; CHECK];
        found.copy_from_slice(check);
        if self.check.is_some_and(|check| check != found) {
            return Ok(None);
        }
        let mut kept = Zeroizing::new([0; KEY + CIPHER_SALT]);
        kept.copy_from_slice(secret);
        let recipe = Recipe { check: Some(found), ..self.clone() };
        Ok(Some(Key { secret: Arc::new(kept), recipe }))
    }
}

/// What opens an encrypted book; its memory is wiped with the last that hold it.
#[derive(Clone)]
pub struct Key {
    secret: Arc<Zeroizing<[u8; KEY + CIPHER_SALT]>>,
    recipe: Recipe,
}

impl Key {
    /// How it was worked out.
    pub(super) fn recipe(&self) -> &Recipe {
        &self.recipe
    }

    /// As the cipher takes it: raw, so that it is not worked at once more at each opening.
    pub(in crate::store) fn spelled(&self) -> Zeroizing<String> {
        let mut words = Zeroizing::new(String::with_capacity(2 * (KEY + CIPHER_SALT) + 3));
        words.push_str("x'");
        for byte in self.secret.iter() {
            // Writing to a String cannot fail.
            let _ = write!(words, "{byte:02x}");
        }
        words.push('\'');
        words
    }

    /// Turns it in a connection, before anything is read. Whether it fits shows at the first page.
    pub(in crate::store) fn turn(&self, connection: &Connection) -> Result<()> {
        prepare(connection)?;
        let key = self.spelled();
        let mut sql = Zeroizing::new(String::with_capacity(key.len() + 96));
        sql.push_str("PRAGMA key = \"");
        sql.push_str(&key);
        sql.push_str("\"; PRAGMA cipher_plaintext_header_size = 32");
        Ok(connection.execute_batch(&sql)?)
    }
}

/// Makes a connection ready for files that are encrypted: its own, or one that is attached.
pub(in crate::store) fn prepare(connection: &Connection) -> Result<()> {
    // The cipher says nothing on standard error, and wipes what it lets go of: its own copies of the key too.
    // The first 32 bytes stay as they are: the salt, which a power cut could tear there, lies in the key file.
    Ok(connection.execute_batch(
        "PRAGMA cipher_log_level = NONE; PRAGMA cipher_memory_security = ON;
         PRAGMA cipher_default_plaintext_header_size = 32",
    )?)
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key")
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.secret.as_slice() == other.secret.as_slice()
    }
}

impl Eq for Key {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recipe_knows_its_passphrase_and_no_other() {
        let recipe = Recipe::fresh().unwrap();
        let key = recipe.key(&Passphrase::new("open sesame")).unwrap().unwrap();
        let again = key.recipe().key(&Passphrase::new("open sesame")).unwrap();
        assert_eq!(again.as_ref(), Some(&key));
        assert_eq!(key.recipe().key(&Passphrase::new("open barley")).unwrap(), None);
        let elsewhere = Recipe::fresh().unwrap().key(&Passphrase::new("open sesame")).unwrap().unwrap();
        assert_ne!(elsewhere, key, "the same passphrase is another key in another book");
    }

    #[test]
    fn a_key_never_shows_itself_in_a_log() {
        let key = Recipe::fresh().unwrap().key(&Passphrase::new("open sesame")).unwrap().unwrap();
        assert_eq!(format!("{key:?}"), "Key");
        assert_eq!(key.spelled().len(), 2 + 96 + 1);
    }

    #[test]
    fn what_a_key_file_asks_for_is_bounded() {
        let recipe = Recipe::fresh().unwrap();
        assert!(recipe.is_bearable());
        for cost in [
            Cost { memory: u32::MAX, ..USUAL },
            Cost { passes: 1 << 20, ..USUAL },
            Cost { passes: 0, ..USUAL },
            Cost { lanes: 0, ..USUAL },
        ] {
            assert!(!Recipe { cost, ..recipe.clone() }.is_bearable(), "{cost:?}");
        }
    }
}
