//! Books that are encrypted at rest: by SQLCipher, with a key worked out of a passphrase.
//!
//! | module | what it is for |
//! |---|---|
//! | `passphrase` | what a person types, wiped from memory when it is no longer needed |
//! | `key` | what a passphrase is worked into by Argon2id, and how it is turned in a connection |
//! | `key_file` | the small file beside the book that says how; it holds no secret |
//! | `file` | the file of a book together with what opens it |
//! | `unlock` | whether a file is encrypted, and what opens it |
//! | `pouring` | the content of one file into another that has another key, or none |
//! | `conversion` | a book and its copies encrypted, decrypted, or given another passphrase |
//! | `copies` | what becomes of the copies of the book then |
//!
//! All of it is compiled in every build, so that all of it is looked at; only the cipher itself is not: see
//! [`CAN_ENCRYPT`].

mod conversion;
mod copies;
mod file;
mod key;
mod key_file;
mod passphrase;
mod pouring;
mod unlock;

pub use conversion::{Converted, convert};
pub use copies::Copies;
pub use file::BookFile;
pub use key::{Key, Recipe};
pub(super) use key_file::write_beside;
pub use passphrase::Passphrase;
pub(super) use pouring::{attach, into_memory, transfer_file};
pub use unlock::{Lock, is_encrypted, opens};

/// Whether this program was built with the cipher: with the Cargo feature `encryption`.
pub const CAN_ENCRYPT: bool = cfg!(feature = "encryption");
