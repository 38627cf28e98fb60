//! Figures as people read them: grouped by thousands, or abbreviated where room is short.

use crate::domain::money::{Currency, decimal, divide_half_even};
use crate::i18n::Lang;
use crate::tr;

/// Minor units as a grouped decimal: `1,234.50`, or `1,234` without the fraction.
/// Leave the fraction out only where it is zero.
pub fn grouped(minor: i128, currency: Currency, with_fraction: bool) -> String {
    let text = decimal(minor, currency.digits());
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let whole = thousands(whole);
    if with_fraction && !fraction.is_empty() { format!("{whole}.{fraction}") } else { whole }
}

/// A number of things, grouped: `12,500`.
pub fn grouped_count(count: u64) -> String {
    thousands(&count.to_string())
}

/// An amount in a few cells: `12.3M` in English, `1234万` in Chinese. Rounded half to even.
pub fn abbreviated(lang: Lang, minor: i128, currency: Currency) -> String {
    let scale = i128::from(currency.scale());
    let size = (minor / scale).unsigned_abs();
    // From this size on, in this unit: thousands of thousands in English, of ten thousands in Chinese.
    let steps: [(u128, i128); 3] = match lang {
        Lang::En => [(1_000_000_000, 1_000_000_000), (1_000_000, 1_000_000), (10_000, 1_000)],
        Lang::Zh => [(1_000_000_000_000, 1_000_000_000_000), (100_000_000, 100_000_000), (100_000, 10_000)],
    };
    let signs =
        [tr!(lang, "figure.large_unit"), tr!(lang, "figure.middle_unit"), tr!(lang, "figure.small_unit")];
    for ((from, unit), sign) in std::iter::zip(steps, signs) {
        if size >= from {
            let tenths = divide_half_even(minor * 10, unit * scale);
            let exact = tenths.unsigned_abs() < 1000 && tenths % 10 != 0;
            let text = if exact {
                decimal(tenths, 1)
            } else {
                thousands(&divide_half_even(minor, unit * scale).to_string())
            };
            return format!("{text}{sign}");
        }
    }
    thousands(&divide_half_even(minor, scale).to_string())
}

/// Basis points in per cent: `5 %`, `12.5 %`.
pub fn percent(basis_points: i64) -> String {
    let text = decimal(i128::from(basis_points), 2);
    format!("{} %", text.trim_end_matches('0').trim_end_matches('.'))
}

/// A ratio in per cent with one decimal: `87.3 %`.
pub(super) fn ratio(ratio: f64) -> String {
    format!("{:.1} %", ratio * 100.0)
}

/// Digits in groups of three.
pub(super) fn thousands(digits: &str) -> String {
    let (sign, digits) = digits.strip_prefix('-').map_or(("", digits), |rest| ("-", rest));
    let mut text = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A mean in hundredths, with one decimal, rounded half up: 380 is `3.8`.
pub fn score(hundredths: i64) -> String {
    let tenths = (hundredths + 5).div_euclid(10);
    format!("{}.{}", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_grouped_by_thousands() {
        assert_eq!(grouped(123_456_789, Currency::EUR, true), "1,234,567.89");
        assert_eq!(grouped(-100_000, Currency::EUR, false), "-1,000");
        assert_eq!(grouped(99_900, Currency::EUR, true), "999.00");
    }

    #[test]
    fn amounts_are_abbreviated_in_the_way_of_the_language() {
        let euros = |whole: i128| whole * 100;
        let table = [
            (9_999, "9,999", "9,999"),
            (12_340, "12.3k", "12,340"),
            (123_456, "123k", "12.3万"),
            (12_340_000, "12.3M", "1,234万"),
            (-2_000_000_000, "-2B", "-20亿"),
        ];
        for (whole, english, chinese) in table {
            assert_eq!(abbreviated(Lang::En, euros(whole), Currency::EUR), english);
            assert_eq!(abbreviated(Lang::Zh, euros(whole), Currency::EUR), chinese);
        }
    }

    #[test]
    fn win_rates_are_shown_without_needless_zeros() {
        assert_eq!(percent(500), "5 %");
        assert_eq!(percent(1250), "12.5 %");
        assert_eq!(percent(10_000), "100 %");
        assert_eq!(percent(0), "0 %");
    }
}
