//! What people write after a flag: days, periods, amounts, rates.

use chrono::NaiveDate;

use super::failure::Failure;
use crate::domain::amount;
use crate::domain::date;
use crate::domain::money::{Currency, Money, WHOLE};
use crate::domain::period::Period;
use crate::i18n::Lang;
use crate::report::problem::Explained;
use crate::tr;

/// A day, in figures or in words.
pub(super) fn day(lang: Lang, flag: &str, text: &str, today: NaiveDate) -> Result<NaiveDate, Failure> {
    date::parse(text, today).ok_or_else(|| {
        refused(tr!(lang, "cli.not_a_day", flag = flag, text = text), tr!(lang, "cli.not_a_day_hint"))
    })
}

/// A period: 2026, 2026H2, 2026Q4 or 2026-11.
pub(super) fn period(lang: Lang, flag: &str, text: &str) -> Result<Period, Failure> {
    text.parse().map_err(|_| {
        refused(tr!(lang, "cli.not_a_period", flag = flag, text = text), tr!(lang, "cli.not_a_period_hint"))
    })
}

/// An amount as people type it, in `default` unless it names its currency.
pub(super) fn money(lang: Lang, flag: &str, text: &str, default: Currency) -> Result<Money, Failure> {
    amount::parse(text, default).map_err(|_| {
        refused(tr!(lang, "cli.not_an_amount", flag = flag, text = text), tr!(lang, "cli.not_an_amount_hint"))
    })
}

/// The code of a currency.
pub(super) fn currency(lang: Lang, flag: &str, text: &str) -> Result<Currency, Failure> {
    text.parse().map_err(|_| {
        refused(
            tr!(lang, "cli.not_a_currency", flag = flag, text = text),
            tr!(lang, "cli.not_a_currency_hint"),
        )
    })
}

/// A rate in basis points: `35%`, `35` and `0.35` are the same; `1` is the whole.
pub(super) fn rate(lang: Lang, flag: &str, text: &str) -> Result<i64, Failure> {
    basis_points(text).ok_or_else(|| {
        refused(tr!(lang, "cli.not_a_rate", flag = flag, text = text), tr!(lang, "cli.not_a_rate_hint"))
    })
}

fn basis_points(text: &str) -> Option<i64> {
    let folded = text.trim().replace('％', "%");
    let number = folded.trim_end_matches('%').trim();
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    let digits = |part: &str| part.len() <= 4 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole) || !digits(fraction) || whole.is_empty() && fraction.is_empty() {
        return None;
    }
    // Ten-thousandths of the number as written.
    let fine: i64 = format!("{whole}{fraction:0<4}").parse().ok()?;
    let points = if folded.ends_with('%') || fine > WHOLE {
        if fine % 100 != 0 {
            return None;
        }
        fine / 100
    } else {
        fine
    };
    (0..=WHOLE).contains(&points).then_some(points)
}

fn refused(what: impl Into<String>, hint: impl Into<String>) -> Failure {
    Failure::Usage(Explained::new(what).hint(hint))
}

#[cfg(test)]
mod tests {
    use super::basis_points;

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
}
