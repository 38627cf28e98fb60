//! Bytes to text, as a stream. The encoding of a file is decided by its byte order mark, by its zero
//! bytes, by whether it is valid UTF-8, and only then by evidence for an older encoding.

mod decode;
mod evidence;

use std::io::{self, Read};

pub use decode::Decoded;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;
/// How much text with bytes above ASCII is kept as evidence.
const EVIDENCE: usize = 256 * 1024;
/// Broken sequences per hundred sound ones that still count as (damaged) UTF-8.
const DAMAGE: u64 = 5;

/// How a file's bytes are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Detected {
    /// The encoding.
    pub encoding: &'static Encoding,
    /// Whether some bytes are not valid in it.
    pub damaged: bool,
}

/// Reads all bytes once and says how they are to be read. Keeps no more than 256 KiB of them.
pub fn detect(mut bytes: impl Read) -> io::Result<Detected> {
    let mut chunk = Vec::with_capacity(CHUNK);
    let mut utf8 = Utf8Check::default();
    let mut evidence = Vec::new();
    let mut first = true;
    loop {
        chunk.clear();
        let read = bytes.by_ref().take(CHUNK as u64).read_to_end(&mut chunk)?;
        if std::mem::take(&mut first)
            && let Some(encoding) = by_mark(&chunk).or_else(|| by_zero_bytes(&chunk))
        {
            return Ok(Detected { encoding, damaged: false });
        }
        utf8.feed(&chunk);
        if !chunk.is_ascii() && evidence.len() < EVIDENCE {
            evidence.extend_from_slice(&chunk);
        }
        if read < CHUNK {
            break;
        }
    }
    utf8.end();
    if utf8.broken * 100 <= utf8.sound * DAMAGE {
        return Ok(Detected { encoding: UTF_8, damaged: utf8.broken > 0 });
    }
    let encoding = evidence::judge(&evidence);
    Ok(Detected { encoding, damaged: encoding.decode_without_bom_handling(&evidence).1 })
}

/// By the byte order mark.
fn by_mark(start: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(start).map(|(encoding, _)| encoding)
}

/// UTF-16 without a mark: line ends, separators and digits of any table have a zero byte on one side.
/// What is valid UTF-8 is taken for it only if nearly every other byte is zero: stray zeros do occur.
fn by_zero_bytes(start: &[u8]) -> Option<&'static Encoding> {
    let start = &start[..start.len() & !1];
    let zeros = |parity: usize| start.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (high_first, low_first) = (zeros(0), zeros(1));
    let valid = std::str::from_utf8(start).is_ok();
    let enough = if valid { start.len() / 3 + 1 } else { start.len() / 40 + 1 };
    match (high_first, low_first) {
        (0, low) if low >= enough => Some(UTF_16LE),
        (high, 0) if high >= enough => Some(UTF_16BE),
        (high, low) if low >= enough && low / 20 >= high => Some(UTF_16LE),
        (high, low) if high >= enough && high / 20 >= low => Some(UTF_16BE),
        _ => None,
    }
}

/// Counts sound and broken sequences above ASCII in a stream that may be UTF-8.
#[derive(Default)]
struct Utf8Check {
    /// A sequence cut off at the end of a chunk.
    rest: Vec<u8>,
    sound: u64,
    broken: u64,
}

impl Utf8Check {
    fn feed(&mut self, chunk: &[u8]) {
        let mut joined = std::mem::take(&mut self.rest);
        joined.extend_from_slice(chunk);
        let mut bytes = joined.as_slice();
        loop {
            match std::str::from_utf8(bytes) {
                Ok(text) => {
                    self.count(text);
                    return;
                }
                Err(error) => {
                    let (sound, after) = bytes.split_at(error.valid_up_to());
                    self.count(std::str::from_utf8(sound).unwrap_or_default());
                    match error.error_len() {
                        Some(length) => {
                            self.broken += 1;
                            bytes = &after[length..];
                        }
                        None => {
                            self.rest = after.to_vec();
                            return;
                        }
                    }
                }
            }
        }
    }

    fn count(&mut self, text: &str) {
        self.sound += text.bytes().filter(|byte| *byte >= 0xc0).count() as u64;
    }

    fn end(&mut self) {
        self.broken += u64::from(!self.rest.is_empty());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{GB18030, SHIFT_JIS, WINDOWS_1251, WINDOWS_1252};
    use proptest::prelude::*;
    use rstest::rstest;

    const CHINESE: &str = "客户名称,金额,预计成交日期\n华锐科技有限公司,3.5万,2026年11月21日\n";

    fn utf16(text: &str, little: bool) -> Vec<u8> {
        let unit = |u: u16| if little { u.to_le_bytes() } else { u.to_be_bytes() };
        text.encode_utf16().flat_map(unit).collect()
    }

    fn read(bytes: &[u8]) -> (Detected, String) {
        let detected = detect(bytes).unwrap();
        let mut text = String::new();
        Decoded::new(bytes, detected.encoding).read_to_string(&mut text).unwrap();
        (detected, text)
    }

    #[rstest]
    #[case::utf8(CHINESE.as_bytes().to_vec(), UTF_8)]
    #[case::utf8_mark([b"\xef\xbb\xbf", CHINESE.as_bytes()].concat(), UTF_8)]
    #[case::little_endian_mark(utf16(&format!("\u{feff}{CHINESE}"), true), UTF_16LE)]
    #[case::big_endian_mark(utf16(&format!("\u{feff}{CHINESE}"), false), UTF_16BE)]
    #[case::little_endian(utf16(CHINESE, true), UTF_16LE)]
    #[case::big_endian(utf16(CHINESE, false), UTF_16BE)]
    #[case::chinese_windows(GB18030.encode(CHINESE).0.into_owned(), GB18030)]
    fn a_chinese_file_is_read_in_any_encoding(#[case] bytes: Vec<u8>, #[case] encoding: &'static Encoding) {
        let (detected, text) = read(&bytes);
        assert_eq!(detected, Detected { encoding, damaged: false });
        assert_eq!(text, CHINESE);
    }

    #[rstest]
    #[case("Name;Ort\nMüller & Söhne;Köln\nGroß;Düsseldorf\n", WINDOWS_1252)]
    #[case("Name\nJosé\n", WINDOWS_1252)]
    #[case("Größe\n", WINDOWS_1252)]
    #[case("会社名,金額\n株式会社さくら,1000\nみなと商事,2500\n", SHIFT_JIS)]
    #[case("Имя,Компания\nИван Петров,Ромашка и партнёры\n", WINDOWS_1251)]
    #[case("姓名\n王伟\n", GB18030)]
    fn older_encodings_are_told_apart(#[case] text: &str, #[case] encoding: &'static Encoding) {
        let (bytes, _, unmappable) = encoding.encode(text);
        assert!(!unmappable);
        let (detected, read) = read(&bytes);
        assert_eq!((detected.encoding, read.as_str()), (encoding, text));
    }

    #[test]
    fn a_few_broken_bytes_leave_a_file_utf8() {
        let mut bytes = CHINESE.repeat(20).into_bytes();
        bytes.extend_from_slice(b"\xff\xfe broken\n");
        let (detected, text) = read(&bytes);
        assert_eq!(detected, Detected { encoding: UTF_8, damaged: true });
        assert!(text.ends_with("\u{fffd}\u{fffd} broken\n"));
    }

    #[test]
    fn evidence_late_in_a_file_still_decides() {
        let mut bytes = b"plain,row\n".repeat(20_000);
        bytes.extend_from_slice(&GB18030.encode("华锐科技,上海贸易\n").0);
        assert_eq!(detect(&bytes[..]).unwrap().encoding, GB18030);
    }

    #[test]
    fn a_sequence_across_two_chunks_is_sound() {
        for shift in 0..3 {
            let mut bytes = vec![b'a'; CHUNK - shift];
            bytes.extend_from_slice("客户".as_bytes());
            let (detected, text) = read(&bytes);
            assert_eq!(detected, Detected { encoding: UTF_8, damaged: false });
            assert!(text.ends_with("a客户"));
        }
    }

    #[test]
    fn a_stray_zero_byte_makes_no_utf16() {
        let (detected, text) = read(b"name,city\nAcme\0,Oslo\n");
        assert_eq!((detected.encoding, text.as_str()), (UTF_8, "name,city\nAcme\0,Oslo\n"));
    }

    proptest! {
        #[test]
        fn any_bytes_become_some_text(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            read(&bytes);
        }

        #[test]
        fn text_in_utf8_is_read_as_it_is(text in "[^\0\u{feff}]{0,200}") {
            prop_assert_eq!(read(text.as_bytes()).1, text);
        }
    }
}
