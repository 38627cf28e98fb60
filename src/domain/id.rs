//! Identity: 63-bit integers minted by the program, shown to programs as 13 base-32 characters.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Crockford's base-32 digits: no I, L, O, U, so that an id read aloud is not misread.
const DIGITS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// An id in text is always this long: 13 × 5 bits hold 63.
const LENGTH: usize = 13;

/// A record's identity: 42 bits of milliseconds since 1970 and 21 random bits, so that two copies of
/// a book do not mint the same one. Zero stands for "not minted yet".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Id(pub i64);

/// The text is not an id: not 13 base-32 digits, or more than 63 bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not an id")]
pub struct NotAnId;

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = [b'0'; LENGTH];
        let mut rest = self.0 as u64;
        for slot in text.iter_mut().rev() {
            *slot = DIGITS[(rest & 31) as usize];
            rest >>= 5;
        }
        text.iter().try_for_each(|byte| write!(f, "{}", *byte as char))
    }
}

impl FromStr for Id {
    type Err = NotAnId;

    fn from_str(text: &str) -> Result<Self, NotAnId> {
        if text.len() != LENGTH {
            return Err(NotAnId);
        }
        let mut value: u128 = 0;
        for byte in text.bytes() {
            let upper = byte.to_ascii_uppercase();
            let digit = DIGITS.iter().position(|d| *d == upper).ok_or(NotAnId)?;
            value = value << 5 | digit as u128;
        }
        i64::try_from(value).map(Id).map_err(|_| NotAnId)
    }
}

impl Serialize for Id {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

/// Mints ids: never smaller than the last plus one, whatever the clock does.
#[derive(Debug, Default)]
pub struct Mint {
    last: i64,
}

impl Mint {
    /// Whether the last id already stands in this millisecond, or a later one.
    pub fn is_within(&self, millis: i64) -> bool {
        self.last > 0 && self.last >> 21 >= within_reach(millis)
    }

    /// The next id for an instant (milliseconds since 1970) and 21 fresh random bits.
    pub fn next(&mut self, millis: i64, random: u32) -> Id {
        let fresh = within_reach(millis) << 21 | i64::from(random & 0x1f_ffff);
        self.last = fresh.max(self.last + 1);
        Id(self.last)
    }
}

/// The instant, or the nearest one that an id can tell: clocks go wrong by more than a century.
fn within_reach(millis: i64) -> i64 {
    millis.clamp(0, (1 << 42) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn an_id_survives_its_text(value in 0..=i64::MAX) {
            let text = Id(value).to_string();
            prop_assert_eq!(text.len(), 13);
            prop_assert_eq!(text.parse(), Ok(Id(value)));
            prop_assert_eq!(text.to_lowercase().parse(), Ok(Id(value)));
        }

        #[test]
        fn ids_grow_even_when_the_clock_jumps_back(times in prop::collection::vec((0i64..1 << 42, any::<u32>()), 2..50)) {
            let mut mint = Mint::default();
            let ids: Vec<_> = times.into_iter().map(|(t, r)| mint.next(t, r)).collect();
            prop_assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
        }
    }

    /// Else every book would begin with the same id under a clock that has lost its time.
    #[test]
    fn before_the_first_instant_and_after_the_last_the_first_id_still_asks_for_chance() {
        for millis in [i64::MIN, -1, 0, 1 << 42, i64::MAX] {
            let mut mint = Mint::default();
            assert!(!mint.is_within(millis), "{millis}");
            let id = mint.next(millis, 77);
            assert_eq!(id.0 & 0x1f_ffff, 77);
            assert!(mint.is_within(millis) && mint.next(millis, 0).0 == id.0 + 1);
        }
    }

    #[test]
    fn other_text_is_refused() {
        for text in ["", "A-12", "ZZZZZZZZZZZZZ", "0000000000U00", "00000000000000"] {
            assert_eq!(text.parse::<Id>(), Err(NotAnId), "{text}");
        }
    }
}
