//! Shares of a whole, exact: where something is cut, and how something is divided.

use std::fmt;
use std::str::FromStr;

use crate::domain::money::{WHOLE, decimal};
use crate::domain::number;

/// A share of something: a number of basis points, or a fraction such as a third.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut {
    parts: i64,
    whole: i64,
}

/// How a whole is divided among so many; together they are the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shares<const N: usize>([i64; N]);

/// The text is not a share between nothing and the whole, or the shares do not add up to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a share")]
pub struct NotAShare;

impl Cut {
    /// So many per cent.
    pub const fn per_cent(parts: i64) -> Cut {
        Cut::basis(parts * 100)
    }

    /// So many basis points.
    pub const fn basis(points: i64) -> Cut {
        Cut { parts: points, whole: WHOLE }
    }

    /// So many of so many parts; there is at least one.
    pub const fn parts(parts: i64, whole: i64) -> Cut {
        Cut { parts, whole }
    }

    /// How many of so many it takes in: ⌈n × cut⌉, at least one.
    pub fn count(self, of: usize) -> usize {
        let whole = self.whole.unsigned_abs() as u128;
        let taken = (of as u128 * self.parts.unsigned_abs() as u128).div_ceil(whole);
        usize::try_from(taken).unwrap_or(of).max(1)
    }

    /// Whether `part` of `total` reaches it.
    pub fn is_reached(self, part: i128, total: i128) -> bool {
        part * i128::from(self.whole) >= total * i128::from(self.parts)
    }

    /// In basis points, rounded down: where a picture draws it.
    pub fn basis_points(self) -> i64 {
        self.parts * WHOLE / self.whole
    }
}

impl fmt::Display for Cut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole {
            WHOLE => write!(f, "{}%", per_cent(self.parts)),
            whole => write!(f, "{}/{whole}", self.parts),
        }
    }
}

impl FromStr for Cut {
    type Err = NotAShare;

    fn from_str(text: &str) -> Result<Self, NotAShare> {
        let Some((parts, whole)) = text.split_once('/') else {
            return number::basis_points(text).map(Cut::basis).ok_or(NotAShare);
        };
        let part = |text: &str| text.trim().parse::<u16>().map(i64::from).map_err(|_| NotAShare);
        match (part(parts)?, part(whole)?) {
            (parts, whole) if whole > 0 && parts <= whole => Ok(Cut::parts(parts, whole)),
            _ => Err(NotAShare),
        }
    }
}

impl<const N: usize> Shares<N> {
    /// So many per cent each.
    pub const fn per_cent(mut parts: [i64; N]) -> Shares<N> {
        let mut at = 0;
        while at < N {
            parts[at] *= 100;
            at += 1;
        }
        Shares(parts)
    }

    /// Each in basis points.
    pub fn basis_points(self) -> [i64; N] {
        self.0
    }
}

impl<const N: usize> fmt::Display for Shares<N> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.map(per_cent).join("/"))
    }
}

impl<const N: usize> FromStr for Shares<N> {
    type Err = NotAShare;

    fn from_str(text: &str) -> Result<Self, NotAShare> {
        let words = text.split(|sign: char| matches!(sign, '/' | ',' | '，') || sign.is_whitespace());
        let points = words.filter(|word| !word.is_empty()).map(number::basis_points);
        let points: Vec<i64> = points.collect::<Option<_>>().ok_or(NotAShare)?;
        let shares = <[i64; N]>::try_from(points).map_err(|_| NotAShare)?;
        match shares.iter().sum::<i64>() == WHOLE {
            true => Ok(Shares(shares)),
            false => Err(NotAShare),
        }
    }
}

/// Basis points as a person writes per cent: `12.5`.
fn per_cent(points: i64) -> String {
    let text = decimal(i128::from(points), 2);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    proptest! {
        #[test]
        fn a_cut_survives_its_text(points in 0..=WHOLE, whole in 1..=999_i64) {
            for cut in [Cut::basis(points), Cut::parts(points % whole, whole)] {
                prop_assert_eq!(cut.to_string().parse(), Ok(cut));
            }
        }

        #[test]
        fn a_cut_takes_in_its_share_and_less_than_one_more(points in 0..=WHOLE, of in 1..100_000_usize) {
            let exact = of as f64 * points as f64 / WHOLE as f64;
            let taken = Cut::basis(points).count(of) as f64;
            prop_assert!(taken >= exact && taken < exact + 1.0 || taken == 1.0);
            prop_assert!(Cut::basis(points).count(of) <= of);
        }
    }

    #[test]
    fn thirds_are_exact() {
        let counts = |cut: Cut| [1, 2, 3, 9, 10, 30_000].map(|of| cut.count(of));
        assert_eq!(counts(Cut::parts(1, 3)), [1, 1, 1, 3, 4, 10_000]);
        assert_eq!(counts(Cut::parts(2, 3)), [1, 2, 2, 6, 7, 20_000]);
    }
}
