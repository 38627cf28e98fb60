//! How much a packed file holds once it is unpacked: known before anything of it is read, since a small file can
//! be made to fill memory and disk.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use zip::ZipArchive;

/// Bytes that the parts which are read as a whole may hold: the texts that cells share, styles, names.
const WHOLE: u64 = 512 << 20;
/// Bytes that a sheet may hold, which is read cell by cell.
const SHEET: u64 = 4 << 30;
/// Parts of a workbook; a real one has some dozens.
const PARTS: usize = 10_000;

/// Whether a workbook holds no more than can be read. What it says of itself is not believed.
///
/// # Errors
/// Where it cannot be read, or is no such file.
pub fn is_bearable(path: &Path) -> io::Result<bool> {
    let mut archive = ZipArchive::new(BufReader::new(File::open(path)?))?;
    if archive.len() > PARTS {
        return Ok(false);
    }
    let mut whole = WHOLE;
    for place in 0..archive.len() {
        let part = archive.by_index(place)?;
        let name = part.name()?.to_ascii_lowercase();
        if !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        let room = if name.contains("/worksheets/") { SHEET } else { whole };
        let held = io::copy(&mut part.take(room + 1), &mut io::sink())?;
        if held > room {
            return Ok(false);
        }
        if !name.contains("/worksheets/") {
            whole -= held;
        }
    }
    Ok(true)
}
