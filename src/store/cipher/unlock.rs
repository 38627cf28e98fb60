//! Whether a file is encrypted, and what opens it.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use super::key_file::{self, write_beside};
use super::{BookFile, CAN_ENCRYPT, Passphrase, Recipe};
use crate::store::backup::{self, Backup};
use crate::store::error::{Error, Result};
use crate::store::open;

/// What a SQLite file starts with, encrypted or not.
const HEADER: &[u8] = b"SQLite format 3\0";
/// Where it says how many bytes at the end of each page are set apart.
const APART: usize = 20;
/// How many the cipher sets apart, for what makes each page authentic; books that are not encrypted have none.
const OF_THE_CIPHER: u8 = 80;
/// How many copies are tried with a key that does not open the book.
const COPIES: usize = 3;

/// Whether the file of a book is encrypted. Not to be asked of a book that this process has open: to close the
/// file would let go of its locks.
pub fn is_encrypted(path: &Path) -> bool {
    let mut start = Vec::with_capacity(APART + 1);
    let is_file = path.metadata().is_ok_and(|found| found.is_file() && found.len() > 0);
    let mut read = || File::open(path)?.take(APART as u64 + 1).read_to_end(&mut start);
    if !is_file || read().is_err() {
        return false;
    }
    match (start.starts_with(HEADER), start.get(APART)) {
        (true, Some(&OF_THE_CIPHER)) => true,
        (true, Some(0)) => false,
        // Its first bytes are damaged; the key file tells what it was.
        _ => key_file::is_beside(path),
    }
}

/// An encrypted book, or a copy of one, and what its passphrase is to be worked into.
#[derive(Debug, Clone)]
pub struct Lock {
    path: PathBuf,
    recipes: Vec<Recipe>,
}

impl Lock {
    /// The lock of an encrypted file, by its key file: what is missing is said before anybody types.
    ///
    /// # Errors
    /// [`Error::NoCipher`] where this program was built without; [`Error::NoKeyFile`], [`Error::BadKeyFile`] where
    /// none or no good one is found.
    pub fn of(path: &Path) -> Result<Lock> {
        if !CAN_ENCRYPT {
            return Err(Error::NoCipher(path.to_owned()));
        }
        let found = key_file::search(path);
        match found.broken.into_iter().next() {
            _ if !found.recipes.is_empty() => Ok(Lock { path: path.to_owned(), recipes: found.recipes }),
            Some(broken) => Err(Error::BadKeyFile(broken)),
            None => Err(Error::NoKeyFile { path: path.to_owned(), looked: found.looked }),
        }
    }

    /// Which file it is of.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The book with its key.
    ///
    /// # Errors
    /// [`Error::WrongPassphrase`]; [`Error::OtherKeyFile`] where the passphrase is right for the key file, but neither
    /// the book nor a copy of it opens with that.
    pub fn open(&self, passphrase: &Passphrase) -> Result<BookFile> {
        let mut keys = vec![];
        for recipe in &self.recipes {
            if let Some(key) = recipe.key(passphrase)? {
                let file = BookFile::new(&self.path, Some(key.clone()));
                if opens(&file) {
                    mend_key_files(&file);
                    return Ok(file);
                }
                keys.push(key);
            }
        }
        let wrong = || Error::WrongPassphrase(self.path.clone());
        // Where a change was broken off, what opens only copies by now is not what opens the book.
        let [key] = keys.as_slice() else { return Err(wrong()) };
        if self.recipes.len() > 1 {
            return Err(wrong());
        }
        // The first page may be damaged: what opens its copies is its key all the same.
        let copies = backup::list(&self.path).unwrap_or_default();
        let opens_it = |copy: &Backup| opens(&BookFile::new(&copy.path, Some(key.clone())));
        match copies.iter().take(COPIES).any(opens_it) {
            true => Ok(BookFile::new(&self.path, Some(key.clone()))),
            false => Err(Error::OtherKeyFile(self.path.clone())),
        }
    }
}

/// Writes the key file where it is missing or damaged and its copy, or one beside it, has told the key.
fn mend_key_files(file: &BookFile) {
    // Where it cannot be written, it will be asked for again.
    if let (Some(key), false) = (file.key(), key_file::is_good(file.path())) {
        let _ = write_beside(file.path(), Some(key));
    }
}

/// Whether the first page of a file can be read with a key.
pub fn opens(file: &BookFile) -> bool {
    let count = |connection: rusqlite::Connection| {
        connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)).is_ok()
    };
    open::to_read(file).is_ok_and(count)
}
