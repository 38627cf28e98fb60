//! Making a copy, and looking whether it is good.

use std::fs::{self, File, OpenOptions};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use rusqlite::backup::{Backup as Copying, StepResult};
use rusqlite::{Connection, OpenFlags};

use crate::store::cipher::{BookFile, Key, transfer_file};
use crate::store::error::{Error, Result};
use crate::store::minter::random;
use crate::store::open;

/// What a copy is called while it is written.
const PART: &str = ".part";
/// A part that is older than this was left behind.
const A_DAY: Duration = Duration::from_secs(86_400);
/// Between two tries at a book that is being written.
const PAUSE: Duration = Duration::from_millis(20);
/// Bytes read at a time.
const CHUNK: usize = 1 << 20;

/// A copy while it is made; what is not finished is gone when dropped.
pub(in crate::store) struct Part {
    path: PathBuf,
}

impl Part {
    /// An empty file in a folder, for its person alone. What others left behind long ago is cleared away.
    pub fn begin(folder: &Path) -> Result<Part> {
        clear_away(folder);
        let path = folder.join(part_name()?);
        make_file(&path)?;
        Ok(Part { path })
    }

    /// Copies the book as it is at one moment with the key that it has, makes sure that the copy is good and on
    /// the disk, and tells its checksum.
    pub fn fill(&self, source: &Connection, key: Option<&Key>) -> Result<u32> {
        fill(source, &BookFile::new(&self.path, key.cloned()))?;
        self.sync()
    }

    /// Where it is written.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Makes sure that all of it is on the disk, and tells its checksum.
    pub fn sync(&self) -> Result<u32> {
        let synced = File::open(&self.path).and_then(|file| file.sync_all());
        synced.map_err(|error| open::from_io(&self.path, &error))?;
        checksum(&self.path)
    }

    /// Gives it its name; tells its size.
    pub fn finish(self, path: &Path) -> Result<u64> {
        let fault = |error: std::io::Error| open::from_io(path, &error);
        let bytes = fs::metadata(&self.path).map_err(fault)?.len();
        fs::rename(&self.path, path).map_err(fault)?;
        open::sync_folder(path);
        Ok(bytes)
    }
}

impl Drop for Part {
    fn drop(&mut self) {
        // Once it has its name there is nothing here.
        let _ = fs::remove_file(&self.path);
    }
}

/// What a new part is called.
pub(in crate::store) fn part_name() -> Result<String> {
    Ok(format!("{:08x}{PART}", random()?))
}

/// Whether a file is called as parts are: others may have files in the same folder that end like one.
pub(in crate::store) fn is_part(name: &str) -> bool {
    let is_digit = |digit: u8| matches!(digit, b'0'..=b'9' | b'a'..=b'f');
    name.strip_suffix(PART).is_some_and(|number| number.len() == 8 && number.bytes().all(is_digit))
}

fn clear_away(folder: &Path) {
    let Ok(files) = fs::read_dir(folder) else { return };
    for file in files.flatten() {
        let is_part = is_part(&file.file_name().to_string_lossy());
        let changed = file.metadata().and_then(|metadata| metadata.modified());
        let is_old =
            changed.is_ok_and(|at| SystemTime::now().duration_since(at).is_ok_and(|age| age > A_DAY));
        if is_part && is_old {
            let _ = fs::remove_file(file.path());
        }
    }
}

/// Makes an empty file for its person alone.
fn make_file(path: &Path) -> Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|error| match error.kind() {
        ErrorKind::AlreadyExists => Error::AlreadyThere(path.to_owned()),
        _ => open::from_io(path, &error),
    })
}

/// Copies a book, taken from a file with one key, into a file that is not there yet and has perhaps another, or none.
pub(super) fn file_into_new_file(from: &BookFile, to: &BookFile) -> Result<()> {
    let read = open::to_read(from)?;
    if from.key().is_some() == to.key().is_some() {
        return into_new_file(&read, to);
    }
    // What is wrong with it is said before anything is written.
    open::refuse_foreign(&read)?;
    drop(read);
    make_file(to.path())?;
    transfer_file(from, to)
}

/// Copies an open book into a file that is not there yet, and is encrypted as it is; no half of it is left where that
/// fails.
pub(super) fn into_new_file(source: &Connection, file: &BookFile) -> Result<()> {
    let path = file.path();
    make_file(path)?;
    let filled = fill(source, file).and_then(|()| {
        let synced = File::open(path).and_then(|file| file.sync_all());
        synced.map_err(|error| open::from_io(path, &error))
    });
    if filled.is_err() {
        let _ = fs::remove_file(path);
    }
    filled
}

fn fill(source: &Connection, file: &BookFile) -> Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut copy = open::connect(file.path(), flags, file.key())?;
    // It is made sure of at the end, as a whole; half a copy is worth nothing.
    copy.pragma_update(None, "synchronous", "OFF")?;
    pour(source, &mut copy, open::PATIENCE)?;
    // One file that lies still: without a log beside it, it can be read from any place.
    copy.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?;
    look_through(&copy)
}

/// Pours all pages of one file into another, as they are at one moment. Others may write meanwhile.
pub(in crate::store) fn pour(source: &Connection, into: &mut Connection, patience: Duration) -> Result<()> {
    let began = Instant::now();
    let copying = Copying::new(source, into)?;
    loop {
        match copying.step(-1)? {
            StepResult::Done => return Ok(()),
            _ if began.elapsed() > patience => return Err(Error::Locked),
            _ => sleep(PAUSE),
        }
    }
}

/// Looks whether the pages of a file hang together, and whether it is a book.
pub(super) fn look_through(connection: &Connection) -> Result<()> {
    open::refuse_foreign(connection)?;
    open::quick_check(connection)
}

/// Reads a whole copy, to see whether it still is what was written.
pub(super) fn verify(path: &Path, written: u32) -> Result<()> {
    if checksum(path)? == written { Ok(()) } else { Err(Error::Damaged(path.display().to_string())) }
}

/// The CRC-32 of a file's bytes. Never of an open book: closing the file would let go of its locks.
fn checksum(path: &Path) -> Result<u32> {
    let fault = |error: std::io::Error| open::from_io(path, &error);
    let mut file = File::open(path).map_err(fault)?;
    let mut hasher = crc32fast::Hasher::new();
    let mut chunk = vec![0; CHUNK];
    loop {
        match file.read(&mut chunk) {
            Ok(0) => return Ok(hasher.finalize()),
            Ok(count) => hasher.update(&chunk[..count]),
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(fault(error)),
        }
    }
}
