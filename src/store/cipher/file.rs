//! The file of a book, and what opens it.

use std::path::{Path, PathBuf};

use super::Key;

/// Where a book lies, and its key where it is encrypted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BookFile {
    path: PathBuf,
    key: Option<Key>,
}

impl BookFile {
    /// A file and its key; none where it is not encrypted.
    pub fn new(path: impl Into<PathBuf>, key: Option<Key>) -> BookFile {
        BookFile { path: path.into(), key }
    }

    /// Where it lies; empty for a book in memory.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What opens it.
    pub fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// Another file that the same key opens: a copy of it, say.
    pub fn with_path(&self, path: impl Into<PathBuf>) -> BookFile {
        BookFile { path: path.into(), key: self.key.clone() }
    }
}

impl From<&Path> for BookFile {
    fn from(path: &Path) -> BookFile {
        BookFile::new(path, None)
    }
}

impl From<&PathBuf> for BookFile {
    fn from(path: &PathBuf) -> BookFile {
        BookFile::new(path, None)
    }
}

impl From<&BookFile> for BookFile {
    fn from(file: &BookFile) -> BookFile {
        file.clone()
    }
}
