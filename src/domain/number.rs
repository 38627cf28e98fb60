//! Numbers as people type them that are no amounts: rates and quantities.

use super::money::WHOLE;

/// A number above 0 in thousandths, with at most three decimals.
pub fn thousandths(text: &str) -> Option<i64> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || fraction.len() > 3 || !digits(whole) || !digits(fraction) {
        return None;
    }
    format!("{whole}{fraction:0<3}").parse().ok().filter(|quantity| *quantity > 0)
}

/// A number with at most three decimals, in thousandths; it may be 0, or below.
pub fn signed_thousandths(text: &str) -> Option<i64> {
    let text = text.trim();
    let (bare, sign) = text.strip_prefix('-').map_or((text, 1), |bare| (bare, -1));
    match bare.bytes().all(|byte| matches!(byte, b'0' | b'.')) && bare.contains('0') {
        true => Some(0),
        false => thousandths(bare).map(|units| sign * units),
    }
}

/// A rate in basis points as people write it: `35%`, `35` and `0.35` are the same; `1` is the whole.
pub fn basis_points(text: &str) -> Option<i64> {
    let folded = text.trim().replace('％', "%");
    let number = folded.trim_end_matches('%').trim();
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || whole.is_empty() && fraction.is_empty() {
        return None;
    }
    // Ten-thousandths of the number as written.
    let fine: i64 = format!("{whole}{fraction:0<4}").parse().ok()?;
    let points = match folded.ends_with('%') || fine > WHOLE {
        true if fine % 100 != 0 => return None,
        true => fine / 100,
        false => fine,
    };
    (0..=WHOLE).contains(&points).then_some(points)
}

/// A quantity of thousandths as people write it: `2`, `2.5`.
pub fn quantity(thousandths: i64) -> String {
    let text = super::money::decimal(i128::from(thousandths), 3);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_be_below_zero_and_has_three_decimals() {
        for (text, known) in [("12", 12_000), ("2.5", 2_500), ("-0.125", -125), ("0", 0), ("0.0", 0)] {
            assert_eq!(signed_thousandths(text), Some(known), "{text}");
        }
        assert_eq!(["many", ".", ""].map(signed_thousandths), [None, None, None]);
    }

    #[test]
    fn a_win_rate_may_be_written_in_per_cent_or_as_a_ratio() {
        for (text, points) in [
            ("35%", 3500),
            ("35", 3500),
            ("0.35", 3500),
            (".5", 5000),
            ("12.5 %", 1250),
            ("1", 10_000),
            ("1%", 100),
            ("100", 10_000),
            ("0", 0),
            ("30％", 3000),
        ] {
            assert_eq!(basis_points(text), Some(points), "{text}");
        }
        for text in ["", "%", "-5%", "101", "200%", "abc", "0.00001", "12.345%", "1e2"] {
            assert_eq!(basis_points(text), None, "{text}");
        }
    }

    #[test]
    fn a_quantity_is_kept_in_thousandths() {
        for (text, quantity) in [("1", Some(1000)), ("2.5", Some(2500)), ("0.001", Some(1)), ("0", None)] {
            assert_eq!(thousandths(text), quantity, "{text}");
        }
        for text in ["", "-1", "1.0001", "x", "99999999999999999999"] {
            assert_eq!(thousandths(text), None, "{text}");
        }
    }
}
