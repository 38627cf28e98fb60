//! The mark of a row: a short number for all that it says, so that a row that says nothing new is known
//! at a glance.

use super::stages::Taken;
use crate::exchange::Record;

/// The mark of a record, and of where it stands among our stages. The same on every machine and for every
/// program version that reads the row alike, since it is kept in the book.
pub(super) fn mark(record: &Record, taken: Option<&Taken>) -> String {
    let mut hash = Fnv::new();
    for (field, value) in record.seen() {
        hash.take(&field);
        hash.take(&value);
    }
    if let Some(Taken { status, stage, win_rate, .. }) = taken {
        hash.take(status.value().map_or("", |status| status.as_str()));
        hash.take(&stage.unwrap_or_default().0.to_string());
        hash.take(&win_rate.get().unwrap_or(-1).to_string());
    }
    format!("{:016x}", hash.0)
}

/// FNV-1a with 64 bits.
struct Fnv(u64);

impl Fnv {
    fn new() -> Fnv {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    /// A text and its end, so that `ab` + `c` is not `a` + `bc`.
    fn take(&mut self, text: &str) {
        for byte in text.bytes().chain([0]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
