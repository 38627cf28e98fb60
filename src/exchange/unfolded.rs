//! How much a packed file holds once it is unpacked: known before anything of it is read, since a small file can
//! be made to fill memory and disk.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use zip::ZipArchive;

/// What a workbook may hold at most.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// Bytes that the parts which are read as a whole may hold: the texts that cells share, styles, names.
    whole: u64,
    /// Bytes that all sheets together may hold, which are read cell by cell.
    sheets: u64,
    /// Bytes between two tags, or of one: what is read at a time. No cell of so many is taken.
    run: u64,
    /// How many times its packed size a part may hold. Real ones come to ten or thirty.
    folded: u64,
    /// Bytes that any part may hold, however well it is packed.
    small: u64,
    /// Parts; a real workbook has some dozens.
    parts: usize,
}

const LIMITS: Limits =
    Limits { whole: 256 << 20, sheets: 2 << 30, run: 16 << 20, folded: 200, small: 32 << 20, parts: 10_000 };

/// How many bytes the parts of a workbook hold that are read; none where that is more than can be. What it says of
/// itself is believed where it is too much already, not where it is less.
///
/// # Errors
/// Where it cannot be read, or is no such file.
pub fn bearable(path: &Path) -> io::Result<Option<u64>> {
    within(BufReader::new(File::open(path)?), LIMITS)
}

fn within(file: impl Read + io::Seek, limits: Limits) -> io::Result<Option<u64>> {
    let mut archive = ZipArchive::new(file)?;
    if archive.len() > limits.parts {
        return Ok(None);
    }
    let (mut whole, mut sheets) = (limits.whole, limits.sheets);
    for place in 0..archive.len() {
        let part = archive.by_index(place)?;
        let name = part.name()?.to_ascii_lowercase();
        if !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        let of_its_sort = if name.contains("/worksheets/") { &mut sheets } else { &mut whole };
        let room = (*of_its_sort).min(limits.small.max(part.compressed_size().saturating_mul(limits.folded)));
        if part.size() > room {
            return Ok(None);
        }
        match length(part, room, limits.run)? {
            Some(length) => *of_its_sort -= length,
            None => return Ok(None),
        }
    }
    Ok(Some(limits.whole - whole + (limits.sheets - sheets)))
}

/// The bytes of a part; none where they are more than there is room for, or more than may be read at a time.
fn length(mut part: impl Read, room: u64, longest: u64) -> io::Result<Option<u64>> {
    let mut piece = [0; 1 << 16];
    let (mut length, mut run) = (0, 0);
    loop {
        let read = part.read(&mut piece)?;
        if read == 0 {
            return Ok(Some(length));
        }
        length += read as u64;
        run = match piece[..read].iter().rposition(|byte| matches!(byte, b'<' | b'>')) {
            Some(mark) => (read - mark) as u64,
            None => run + read as u64,
        };
        if length > room || run > longest {
            return Ok(None);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::write::SimpleFileOptions;

    const TIGHT: Limits =
        Limits { whole: 4 << 20, sheets: 4 << 20, run: 1 << 20, folded: 100, small: 2 << 20, parts: 4 };

    /// A workbook of these parts: a piece that is repeated so many times.
    fn of(parts: &[(&str, &[u8], usize)]) -> io::Result<Option<u64>> {
        let mut zip = zip::ZipWriter::new(Cursor::new(vec![]));
        for (name, piece, times) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            (0..*times).for_each(|_| zip.write_all(piece).unwrap());
        }
        within(zip.finish().unwrap(), TIGHT)
    }

    /// Text that cannot be packed well, with a tag now and then.
    fn noise(length: usize) -> Vec<u8> {
        (0..length as u32).map(|at| b'A' + ((at.wrapping_mul(2_654_435_761) ^ at >> 3) >> 26) as u8).collect()
    }

    #[test]
    fn what_can_be_read_is_counted_and_pictures_are_not() {
        let sheet = noise(1000);
        let parts = [("xl/worksheets/sheet1.xml", &sheet[..], 10), ("xl/media/image1.png", b"0", 9 << 20)];
        assert_eq!(of(&parts).unwrap(), Some(10_000));
    }

    #[test]
    fn what_unfolds_without_end_is_too_much() {
        let blanks = [b' '; 1 << 10];
        for name in ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"] {
            assert_eq!(
                of(&[(name, &[&blanks[..], b"<c/>"].concat(), 3 << 10)]).unwrap(),
                None,
                "{name} packed too well"
            );
            assert_eq!(
                of(&[(name, &[&noise(1 << 16)[..], b"<c/>"].concat(), 80)]).unwrap(),
                None,
                "{name} too large"
            );
            assert_eq!(of(&[(name, &blanks, 1025)]).unwrap(), None, "{name} in one piece");
        }
        let sheets = ["xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml", "xl/worksheets/sheet3.xml"];
        let row = [&blanks[..], b"<c/>"].concat();
        assert_eq!(
            of(&sheets.map(|name| (name, &row[..], 1900))).unwrap(),
            None,
            "several that are too large together"
        );
        let many: Vec<String> = (0..5).map(|number| format!("{number}.xml")).collect();
        assert_eq!(
            of(&many.iter().map(|name| (name.as_str(), &b"<a/>"[..], 1)).collect::<Vec<_>>()).unwrap(),
            None
        );
    }

    #[test]
    fn what_is_no_archive_is_an_error() {
        assert!(within(Cursor::new(b"PK\x03\x04 not whole".to_vec()), TIGHT).is_err());
    }
}
