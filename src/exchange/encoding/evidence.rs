//! Telling older encodings apart. A guess from a handful of bytes is often Chinese where the file is
//! German; so a multi-byte encoding must be proved by sound sequences of its common characters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, SHIFT_JIS, UTF_8, WINDOWS_1252};

/// Bytes above ASCII from which the statistical guess between single-byte encodings is trusted.
const ENOUGH_BYTES: usize = 12;
/// Sequences from which the statistical guess between East Asian encodings is trusted.
const ENOUGH_PAIRS: usize = 20;

/// The encoding that text which is not UTF-8 is most likely in.
pub fn judge(text: &[u8]) -> &'static Encoding {
    let high = text.iter().filter(|byte| **byte >= 0x80).count();
    let guess = guess(text);
    let east_asian = [BIG5, EUC_JP, EUC_KR, GBK, GB18030, SHIFT_JIS].contains(&guess);
    let chinese = pairs(text, chinese_sequence);
    if chinese.convincing() {
        let other = east_asian && guess != GBK && guess != GB18030;
        let better = other && chinese.pairs >= ENOUGH_PAIRS && is_sound(text, guess);
        return if better { guess } else { GB18030 };
    }
    if pairs(text, japanese_sequence).convincing() {
        return SHIFT_JIS;
    }
    match guess {
        _ if high < ENOUGH_BYTES || guess == UTF_8 => WINDOWS_1252,
        _ if east_asian && (high < 2 * ENOUGH_PAIRS || !is_sound(text, guess)) => WINDOWS_1252,
        _ => guess,
    }
}

fn guess(text: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(text, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// Whether text is valid in an encoding, but for a sequence cut off at its end.
fn is_sound(text: &[u8], encoding: &'static Encoding) -> bool {
    let (read, _) = encoding.decode_without_bom_handling(text);
    !read.trim_end_matches('\u{fffd}').contains('\u{fffd}')
}

/// One sequence above ASCII.
enum Sequence {
    /// A character of several bytes that everyday text is made of.
    Common(usize),
    /// Another one.
    Rare(usize),
    /// A character of one byte above ASCII.
    Single,
    /// Not valid.
    Broken,
}

#[derive(Default)]
struct Tally {
    pairs: usize,
    common: usize,
    single: usize,
    broken: usize,
}

impl Tally {
    /// At least two common characters, nearly nothing broken, and most characters common.
    fn convincing(&self) -> bool {
        self.common >= 2
            && self.common * 10 >= self.pairs * 7
            && self.broken * 100 <= self.pairs
            && self.single * 2 <= self.pairs
    }
}

fn pairs(text: &[u8], sequence: fn(&[u8]) -> Sequence) -> Tally {
    let mut tally = Tally::default();
    let mut rest = text;
    while let Some(at) = rest.iter().position(|byte| *byte >= 0x80) {
        rest = &rest[at..];
        let length = match sequence(rest) {
            Sequence::Common(length) => {
                tally.pairs += 1;
                tally.common += 1;
                length
            }
            Sequence::Rare(length) => {
                tally.pairs += 1;
                length
            }
            Sequence::Single => {
                tally.single += 1;
                1
            }
            // A character cut off at the end of the evidence breaks nothing.
            Sequence::Broken => {
                tally.broken += usize::from(rest.len() > 1);
                1
            }
        };
        rest = &rest[length.min(rest.len())..];
    }
    tally
}

/// GB18030: the characters of GB2312's first level, and its punctuation, make up everyday text.
fn chinese_sequence(text: &[u8]) -> Sequence {
    match text {
        [0xb0..=0xd7 | 0xa1..=0xa3, 0xa1..=0xfe, ..] => Sequence::Common(2),
        [0x81..=0xfe, 0x30..=0x39, 0x81..=0xfe, 0x30..=0x39, ..] => Sequence::Rare(4),
        [0x81..=0xfe, 0x40..=0x7e | 0x80..=0xfe, ..] => Sequence::Rare(2),
        _ => Sequence::Broken,
    }
}

/// Shift-JIS: kana, punctuation and the first level of kanji.
fn japanese_sequence(text: &[u8]) -> Sequence {
    match text {
        [0x81..=0x83 | 0x88..=0x97, 0x40..=0x7e | 0x80..=0xfc, ..] => Sequence::Common(2),
        [0x84..=0x9f | 0xe0..=0xfc, 0x40..=0x7e | 0x80..=0xfc, ..] => Sequence::Rare(2),
        [0xa1..=0xdf, ..] => Sequence::Single,
        _ => Sequence::Broken,
    }
}
