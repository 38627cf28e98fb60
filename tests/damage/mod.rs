//! Books damaged at random, the same way each time: for the trials of plain books and of encrypted ones.

use keybook::store::{Book, Error};

use crate::chance::Chance;

/// What the screens and commands would tell: the funnel, and every record as exported.
pub fn figures(book: &Book) -> Result<String, Error> {
    let funnel = book.funnel(None, None)?.funnel;
    let mut document = Vec::new();
    book.dump(&mut document).map_err(|error| Error::Damaged(error.to_string()))?;
    Ok(format!("{:?} {}", funnel.total, String::from_utf8_lossy(&document)))
}

/// Overturns a bit there, empties its page, writes noise over a part, or cuts the end off.
pub fn damage(bytes: &mut Vec<u8>, at: usize, chance: &mut Chance) -> String {
    match chance.below(6) {
        0..=2 => {
            bytes[at] ^= 1 << chance.below(8);
            format!("a bit at {at}")
        }
        3 => {
            let page = at / 4096 * 4096;
            bytes[page..page + 4096].fill(0);
            format!("the page at {page}")
        }
        4 => {
            let end = (at + 1 + chance.below(600)).min(bytes.len());
            for byte in &mut bytes[at..end] {
                *byte = chance.below(256) as u8;
            }
            format!("noise from {at} to {end}")
        }
        _ => {
            bytes.truncate(at);
            format!("cut at {at}")
        }
    }
}
