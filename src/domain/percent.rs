//! Rates as people write them: in per cent, or as a ratio.

use super::money::WHOLE;

/// A rate in basis points: `35%`, `35` and `0.35` are the same; `1` is the whole. None where it is none,
/// or lies outside of nothing and the whole.
pub fn parse(text: &str) -> Option<i64> {
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

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(parse(text), Some(points), "{text}");
        }
        for text in ["", "%", "-5%", "101", "200%", "abc", "0.00001", "12.345%", "1e2"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
