//! Rates in a column: `25`, `25 %`, `0.25`. Whether `0.25` is a quarter or a quarter of a per cent is
//! decided for the whole column.

use crate::domain::money::{WHOLE, divide_half_even};
use crate::domain::text::fold;

/// What the rates of one column show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Cells between 0 and 1, both left out.
    pub fractions: u64,
    /// Cells above 1, or with a sign of per cent.
    pub percents: u64,
}

impl Tally {
    /// Counts one cell.
    pub fn count(&mut self, text: &str) {
        match millionths(text) {
            Some((_, true)) => self.percents += 1,
            Some((1..=999_999, false)) => self.fractions += 1,
            Some((1_000_001.., false)) => self.percents += 1,
            _ => {}
        }
    }

    /// Whether the column holds fractions of one: some cells are, and none is above 1.
    pub fn fractions(&self) -> bool {
        self.fractions > 0 && self.percents == 0
    }
}

/// A rate in basis points, half to even; None where the text is none, or not between 0 and 100 %.
pub fn read(text: &str, fractions: bool) -> Option<i64> {
    let (value, percent) = millionths(text)?;
    let points = match fractions && !percent {
        true => divide_half_even(i128::from(value), 100),
        false => divide_half_even(i128::from(value), 10_000),
    };
    i64::try_from(points).ok().filter(|points| (0..=WHOLE).contains(points))
}

/// The number in units of 10⁻⁶, further decimals dropped, and whether a sign of per cent follows it.
fn millionths(text: &str) -> Option<(i64, bool)> {
    let folded = fold(text).replace(',', ".");
    let number = folded.trim_end_matches('%').trim_end();
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if number.is_empty()
        || whole.len() > 9
        || !digits(whole)
        || !digits(fraction)
        || whole.len() + fraction.len() == 0
    {
        return None;
    }
    let fraction: String = fraction.chars().chain("000000".chars()).take(6).collect();
    let value = format!("{whole}{fraction}").parse().ok()?;
    Some((value, number.len() < folded.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("25", false, Some(2500))]
    #[case("25 %", false, Some(2500))]
    #[case("12,5%", false, Some(1250))]
    #[case("0.25", true, Some(2500))]
    #[case("0.25", false, Some(25))]
    #[case("25%", true, Some(2500))]
    #[case("1", true, Some(10_000))]
    #[case("100.0", false, Some(10_000))]
    #[case("２０％", false, Some(2000))]
    #[case("0", false, Some(0))]
    #[case("101", false, None)]
    #[case("-5", false, None)]
    #[case("likely", false, None)]
    #[case("", false, None)]
    fn a_rate_is_read(#[case] text: &str, #[case] fractions: bool, #[case] points: Option<i64>) {
        assert_eq!(read(text, fractions), points);
    }

    #[rstest]
    #[case(&["0.1", "1", "0"], true)]
    #[case(&["10", "0.5"], false)]
    #[case(&["0.5%", "0.7%"], false)]
    #[case(&["1", "1"], false)]
    fn fractions_are_told_from_per_cent(#[case] cells: &[&str], #[case] fractions: bool) {
        let mut tally = Tally::default();
        cells.iter().for_each(|cell| tally.count(cell));
        assert_eq!(tally.fractions(), fractions);
    }

    proptest! {
        #[test]
        fn a_rate_is_never_beyond_the_whole(text in any::<String>(), number in "[0-9]{0,12}[.,]?[0-9]{0,12} ?%?") {
            for candidate in [text, number] {
                prop_assert!(read(&candidate, true).is_none_or(|points| (0..=WHOLE).contains(&points)));
            }
        }
    }
}
