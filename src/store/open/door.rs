//! The file of a book and its folder: made for their person alone, and what the system says of them.

use std::fs;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};

use crate::store::cipher::{BookFile, CAN_ENCRYPT, is_encrypted};
use crate::store::error::{Error, Result};

/// What a SQLite file starts with.
const HEADER: &[u8] = b"SQLite format 3\0";

/// What the system's refusal to use a file means.
pub(in crate::store) fn from_io(path: &Path, error: &io::Error) -> Error {
    match error.kind() {
        ErrorKind::PermissionDenied => Error::Forbidden(path.to_owned()),
        ErrorKind::ReadOnlyFilesystem => Error::Forbidden(path.to_owned()),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::DiskFull,
        _ => Error::Unreachable { path: path.to_owned(), cause: error.to_string() },
    }
}

/// Makes a folder for its person alone (0700). One that was there before is left as it is: it may be shared
/// with other things.
pub(in crate::store) fn make_folder(folder: &Path) -> Result<()> {
    if folder.as_os_str().is_empty() || folder.exists() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder).map_err(|error| from_io(folder, &error))
}

/// Makes the folder (0700) and the file (0600) where they are missing.
pub(super) fn make_private(path: &Path) -> Result<()> {
    // A folder is no book; neither is a pipe or a device, whose reading might never end.
    match fs::metadata(path) {
        Ok(found) if found.is_file() => return Ok(()),
        Ok(_) => return Err(Error::NotABook(path.to_owned())),
        Err(_) => {}
    }
    make_folder(path.parent().unwrap_or(Path::new("")))?;
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(from_io(path, &error)),
    }
}

/// Makes sure that the names in the folder of a file outlast a power cut, where the system can.
pub(in crate::store) fn sync_folder(file: &Path) {
    #[cfg(unix)]
    if let Some(folder) = file.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let _ = fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
    #[cfg(not(unix))]
    let _ = file;
}

/// The log that SQLite keeps beside a file.
pub(in crate::store) fn log_of(path: &Path) -> PathBuf {
    beside(path, "-wal")
}

/// The index of that log.
pub(in crate::store) fn index_of(path: &Path) -> PathBuf {
    beside(path, "-shm")
}

/// What SQLite keeps beside a file that has no log, while it is written.
pub(in crate::store) fn journal_of(path: &Path) -> PathBuf {
    beside(path, "-journal")
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

/// Whether a log with something in it lies beside a file.
pub(super) fn has_log(path: &Path) -> bool {
    fs::metadata(log_of(path)).is_ok_and(|log| log.len() > 0)
}

/// Why a file did not open, more closely than SQLite says it: it may be no database at all, or not to be read.
///
/// Only for a file that could not be opened: to close it here would let go of the locks of one that is.
pub(in crate::store) fn reason(file: &BookFile, error: Error) -> Error {
    let path = file.path();
    let is_of_the_content = matches!(
        error,
        Error::Damaged(_) | Error::NotABook(_) | Error::Newer { .. } | Error::Sqlite(_) | Error::LeftOpen(_)
    );
    // Without its key an encrypted book looks like anything.
    if is_of_the_content && file.key().is_none() && is_encrypted(path) {
        return if CAN_ENCRYPT {
            Error::Encrypted(path.to_owned())
        } else {
            Error::NoCipher(path.to_owned())
        };
    }
    match error {
        Error::Damaged(_) if file.key().is_none() && starts_otherwise(path) => {
            Error::NotABook(path.to_owned())
        }
        Error::Sqlite(cause) => match fs::File::open(path) {
            Err(fault) => from_io(path, &fault),
            Ok(_) => Error::Unreachable { path: path.to_owned(), cause: cause.to_string() },
        },
        other => other,
    }
}

/// Whether a file does not start as a database does.
fn starts_otherwise(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = fs::File::open(path).and_then(|file| file.take(HEADER.len() as u64).read_to_end(&mut start));
    read.is_ok() && start != HEADER
}
