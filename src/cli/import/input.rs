//! What comes by standard input, laid down where it can be read as often as any file.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::cli::failure::Failure;
use crate::ops::import::STANDARD_INPUT;

/// Where what came by standard input lies, gone when dropped; nowhere, if it is not among the files.
pub(super) struct StandardInput(Option<TempDir>);

impl StandardInput {
    /// Takes all of it in, as a stream, if it is among the files.
    pub fn taken(files: &[PathBuf]) -> Result<StandardInput, Failure> {
        if files.iter().all(|file| file != Path::new(STANDARD_INPUT)) {
            return Ok(StandardInput(None));
        }
        let folder = TempDir::new()?;
        let mut file = File::create(folder.path().join(STANDARD_INPUT))?;
        io::copy(&mut io::stdin().lock(), &mut file)?;
        Ok(StandardInput(Some(folder)))
    }

    /// The file that it lies in.
    pub fn file(&self) -> Option<PathBuf> {
        self.0.as_ref().map(|folder| folder.path().join(STANDARD_INPUT))
    }

    /// Where the bytes of a file are.
    pub fn data_of(&self, path: &Path) -> PathBuf {
        self.file().filter(|_| path == Path::new(STANDARD_INPUT)).unwrap_or_else(|| path.to_owned())
    }
}
