//! What becomes of a seed: pieces cut, moved, repeated, exchanged, and words put in between.

use proptest::prelude::*;

/// One change. Places and lengths are taken for shares of the text, so that they mean something in every one.
#[derive(Debug, Clone)]
pub enum Mutation {
    /// Puts a text in.
    Insert(u16, Vec<u8>),
    /// Takes a piece out.
    Cut(u16, u8),
    /// Puts a piece once more, elsewhere.
    Copy(u16, u8, u16),
    /// Repeats a piece.
    Repeat(u16, u8, u8),
    /// Takes away all that follows.
    End(u16),
    /// Makes a byte another one.
    Byte(u16, u8),
    /// Takes a line out.
    CutLine(u16),
    /// Puts a line once more, elsewhere.
    CopyLine(u16, u16),
    /// Goes on as another seed does.
    Cross(u16, prop::sample::Index, u16),
}

/// What no reader likes, whatever it reads.
const NASTY: [&str; 31] = [
    "\0",
    "\x1b[2J",
    "\x1b]0;t\x07",
    "\u{9b}31m",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{feff}",
    "\u{2028}",
    "\u{85}",
    "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
    "👩\u{200d}👩\u{200d}👧",
    "\r",
    "\n",
    "\r\n",
    "\t",
    "\"",
    "'",
    "\\",
    "\\ud800",
    "=cmd|' /C calc'!A1",
    "-1",
    "99999999999999999999",
    "1e309",
    "0000-00-00",
    "9999-12-31",
    "２０２６年１１月３１日",
    "12,345.67 €",
    "有限公司",
    "../../etc/passwd",
    "%s%n{}",
];

/// Bytes that are no text.
const RAW: [&[u8]; 5] = [b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\x80", b"\x81\x30\x81\x30", b"\xf4\x90\x80\x80"];

/// Some changes, the words of the target among what they put in.
pub fn mutations(words: &'static [&'static str]) -> impl Strategy<Value = Vec<Mutation>> {
    prop::collection::vec(mutation(words), 0..10)
}

fn mutation(words: &'static [&'static str]) -> impl Strategy<Value = Mutation> {
    let word = prop::sample::select(words).prop_map(|word| word.as_bytes().to_vec());
    let nasty = prop::sample::select(&NASTY[..]).prop_map(|text| text.as_bytes().to_vec());
    let raw = prop::sample::select(&RAW[..]).prop_map(<[u8]>::to_vec);
    let text = "\\PC{0,12}".prop_map(String::into_bytes);
    let inserted = prop_oneof![8 => word, 4 => nasty, 1 => raw, 2 => text];
    let place = any::<u16>;
    prop_oneof![
        8 => (place(), inserted).prop_map(|(at, text)| Mutation::Insert(at, text)),
        3 => (place(), any::<u8>()).prop_map(|(at, length)| Mutation::Cut(at, length)),
        2 => (place(), any::<u8>(), place()).prop_map(|(at, length, to)| Mutation::Copy(at, length, to)),
        1 => (place(), any::<u8>(), any::<u8>()).prop_map(|(at, length, times)| Mutation::Repeat(at, length, times)),
        1 => place().prop_map(Mutation::End),
        2 => (place(), any::<u8>()).prop_map(|(at, byte)| Mutation::Byte(at, byte)),
        2 => place().prop_map(Mutation::CutLine),
        3 => (place(), place()).prop_map(|(at, to)| Mutation::CopyLine(at, to)),
        2 => (place(), any::<prop::sample::Index>(), place()).prop_map(|(at, seed, from)| Mutation::Cross(at, seed, from)),
    ]
}

/// The longest text that is made.
const LONGEST: usize = 64 << 10;

impl Mutation {
    /// The text as it is after this change.
    pub fn change(&self, text: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        match self {
            Mutation::Insert(at, inserted) => put(text, place(*at, text.len()), inserted.clone()),
            Mutation::Cut(at, length) => drop(text.drain(piece(*at, *length, text.len()))),
            Mutation::Copy(at, length, to) => {
                let copied = text[piece(*at, *length, text.len())].to_vec();
                put(text, place(*to, text.len()), copied);
            }
            Mutation::Repeat(at, length, times) => {
                let piece = piece(*at, *length, text.len());
                let times = usize::from(*times).min((LONGEST - text.len().min(LONGEST)) / piece.len().max(1));
                put(text, piece.start, text[piece.clone()].repeat(times));
            }
            Mutation::End(at) => text.truncate(place(*at, text.len())),
            Mutation::Byte(at, byte) => {
                let at = place(*at, text.len());
                if let Some(changed) = text.get_mut(at) {
                    *changed = *byte;
                }
            }
            Mutation::CutLine(at) => drop(text.drain(line(place(*at, text.len()), text))),
            Mutation::CopyLine(at, to) => {
                let copied = text[line(place(*at, text.len()), text)].to_vec();
                let to = line(place(*to, text.len()), text).start;
                put(text, to, copied);
            }
            Mutation::Cross(at, seed, from) => {
                let other = seed.get(seeds);
                text.truncate(place(*at, text.len()));
                text.extend_from_slice(&other[place(*from, other.len())..]);
            }
        }
    }
}

fn put(text: &mut Vec<u8>, at: usize, inserted: Vec<u8>) {
    drop(text.splice(at..at, inserted));
    text.truncate(LONGEST);
}

/// A place as a share of the length.
fn place(share: u16, length: usize) -> usize {
    (usize::from(share) * (length + 1)) >> 16
}

fn piece(at: u16, length: u8, whole: usize) -> std::ops::Range<usize> {
    let start = place(at, whole);
    start..(start + usize::from(length)).min(whole)
}

/// The line around a place, with its end.
fn line(at: usize, text: &[u8]) -> std::ops::Range<usize> {
    let start = text[..at].iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
    let end = text[at..].iter().position(|byte| *byte == b'\n').map_or(text.len(), |end| at + end + 1);
    start..end
}
