//! A passphrase, as it was typed.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// Fewer characters than this are soon guessed by a machine.
const ENOUGH: usize = 12;

/// A passphrase; its memory is wiped when it is dropped.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// None is longer, in bytes: with so much room made for it, what is typed never moves in memory.
    pub const LONGEST: usize = 4096;

    /// What was typed. The same characters are the same passphrase, however a keyboard composes them.
    pub fn new(typed: &str) -> Passphrase {
        // Composing never needs more room than three times the bytes: nothing is moved, so nothing is left behind.
        let mut composed = Zeroizing::new(String::with_capacity(typed.len() * 3));
        composed.extend(typed.nfc());
        Passphrase(composed)
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether it is so short that it is soon guessed by who has the file.
    pub fn is_short(&self) -> bool {
        self.0.chars().count() < ENOUGH
    }

    /// Its bytes, to be worked into a key.
    pub(super) fn as_bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Passphrase")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passphrase_is_the_same_however_a_keyboard_composes_it() {
        assert_eq!(Passphrase::new("cafe\u{301} au lait"), Passphrase::new("caf\u{e9} au lait"));
        assert_ne!(Passphrase::new("Cafe"), Passphrase::new("cafe"));
        assert_ne!(Passphrase::new("word "), Passphrase::new("word"), "a space counts");
    }

    #[test]
    fn it_is_long_enough_from_twelve_characters_on_in_any_script() {
        assert!(Passphrase::new("").is_empty());
        assert!(Passphrase::new("eleven char").is_short());
        assert!(!Passphrase::new("twelve chars").is_short());
        assert!(!Passphrase::new("春眠不觉晓处处闻啼鸟夜来").is_short());
    }

    #[test]
    fn it_never_shows_itself_in_a_log() {
        assert_eq!(format!("{:?}", Passphrase::new("open sesame")), "Passphrase");
    }
}
