//! Amounts as people type them and files hold them: `120k`, `3.5万`, `¥1,234.50`, `1.234,50 €`.

mod words;

use self::words::{currency_of, multiplier_and_currency};
use super::money::{Currency, LARGEST_AMOUNT, Money};
use super::text::fold;

/// Which character parts the whole from the decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecimalMark {
    /// `1,234.50`
    Point,
    /// `1.234,50`
    Comma,
}

/// Why a text is not an amount.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// There is nothing.
    #[error("empty")]
    Empty,
    /// It does not read as a number.
    #[error("not a number: {0}")]
    NotANumber(String),
    /// A number, with something that is no currency.
    #[error("unknown currency {0}")]
    UnknownCurrency(String),
    /// Below zero; a deal's amount never is.
    #[error("negative")]
    Negative,
    /// Above [`LARGEST_AMOUNT`].
    #[error("too large")]
    TooLarge,
    /// More decimals than the currency has; they are not dropped in silence.
    #[error("more decimals than {0} has")]
    TooPrecise(Currency),
}

/// An amount as typed; without a currency, `default` it is. What parts the decimals is decided from
/// the text: of point and comma the later one; a mark that stands several times groups; a single mark
/// before exactly three digits groups where a decimal cannot be meant (`1,234`, `1.234 €`), and parts
/// where it can (`0.125k`, `1.234m`, `1.234 KWD`).
pub fn parse(text: &str, default: Currency) -> Result<Money, AmountError> {
    read(text, default, None)
}

/// An amount from a column whose decimal mark is known; the other mark groups.
pub fn parse_marked(text: &str, default: Currency, mark: DecimalMark) -> Result<Money, AmountError> {
    read(text, default, Some(mark))
}

/// Whether an amount is typed with a currency of its own, rather than left to the default.
pub fn names_currency(text: &str) -> bool {
    let folded = fold(text);
    split(&folded)
        .is_some_and(|typed| !typed.before.is_empty() || !multiplier_and_currency(typed.after).1.is_empty())
}

/// Whether a text with an amount can be nothing else: it names a currency, or multiplies (`45k`, `3.5万`).
pub fn is_money(text: &str) -> bool {
    let folded = fold(text);
    split(&folded).is_some_and(|typed| {
        let (power, currency) = multiplier_and_currency(typed.after);
        power > 0 || !typed.before.is_empty() || !currency.is_empty()
    })
}

/// What stands around the digits, and the digits with their marks.
struct Typed<'a> {
    before: &'a str,
    number: &'a str,
    after: &'a str,
    negative: bool,
}

fn read(text: &str, default: Currency, mark: Option<DecimalMark>) -> Result<Money, AmountError> {
    let folded = fold(text);
    if folded.is_empty() {
        return Err(AmountError::Empty);
    }
    let refused = || AmountError::NotANumber(super::text::clean_line(text));
    let typed = split(&folded).ok_or_else(refused)?;
    let (power, after) = multiplier_and_currency(typed.after);
    let currency = currency_of([typed.before, after], default)?;
    let number = Decimal::read(typed.number, mark, power, currency).ok_or_else(refused)?;
    if typed.negative {
        return Err(AmountError::Negative);
    }
    number.in_minor(power, currency)
}

/// Parts the text into what stands before the number, the number, and what stands after.
fn split(folded: &str) -> Option<Typed<'_>> {
    let inner = folded.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let mut negative = inner.is_some();
    let text = inner.unwrap_or(folded).trim();
    let digit = text.find(|c: char| c.is_ascii_digit())?;
    // A mark right before the first digit belongs to the number: ".5".
    let start = if text[..digit].ends_with(['.', ',']) { digit - 1 } else { digit };
    let in_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '’' | '_' | ' ');
    let end = text[start..].find(|c| !in_number(c)).map_or(text.len(), |at| start + at);
    let number = text[start..end].trim_end();
    let mut before = text[..start].trim();
    let mut after = text[end..].trim();
    // "50,-" is how prices without cents are written in some countries.
    let dashes = after.trim_start_matches(['-', '–', '—']);
    if number.ends_with(',') && dashes.len() < after.len() {
        after = dashes.trim();
    }
    for sign in ['-', '−', '–'] {
        let bare = before.strip_prefix(sign).or_else(|| before.strip_suffix(sign));
        if let Some(bare) = bare {
            (before, negative) = (bare.trim(), true);
        }
        if let Some(bare) = after.strip_suffix(sign) {
            (after, negative) = (bare.trim(), true);
        }
    }
    before = before.strip_prefix('+').unwrap_or(before).trim();
    Some(Typed { before, number: number.trim_end_matches(','), after, negative })
}

/// Digits of a number, those after the decimal mark counted.
struct Decimal {
    digits: u128,
    decimals: u32,
}

impl Decimal {
    fn read(text: &str, mark: Option<DecimalMark>, power: u32, currency: Currency) -> Option<Decimal> {
        let mark = match mark {
            Some(DecimalMark::Point) => '.',
            Some(DecimalMark::Comma) => ',',
            None => decimal_mark(text, power, currency),
        };
        let (whole, fraction) = text.split_once(mark).unwrap_or((text, ""));
        let whole = ungrouped(whole)?;
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || whole.len() + fraction.len() == 0 {
            return None;
        }
        let fraction = fraction.trim_end_matches('0');
        let significant = whole.trim_start_matches('0');
        // More digits than 128 bits hold are too large, or too precise, for any currency.
        let digits = match format!("{significant}{fraction}").as_str() {
            "" => 0,
            joined if joined.len() > 36 => u128::MAX,
            joined => joined.parse().ok()?,
        };
        Some(Decimal { digits, decimals: u32::try_from(fraction.len()).unwrap_or(u32::MAX) })
    }

    /// The number × 10^power in minor units of the currency.
    fn in_minor(&self, power: u32, currency: Currency) -> Result<Money, AmountError> {
        let shift = power + currency.digits();
        if self.decimals > shift {
            return Err(AmountError::TooPrecise(currency));
        }
        let minor = self.digits.checked_mul(10_u128.pow(shift - self.decimals));
        match minor.and_then(|minor| i64::try_from(minor).ok()) {
            Some(minor) if minor <= LARGEST_AMOUNT => Ok(Money::new(minor, currency)),
            _ => Err(AmountError::TooLarge),
        }
    }
}

/// What parts whole and decimals, from the text alone; see [`parse`].
fn decimal_mark(text: &str, power: u32, currency: Currency) -> char {
    let (points, commas) = (text.matches('.').count(), text.matches(',').count());
    match (points, commas) {
        (0, 0) | (1, 0) if !single_groups(text, '.', power, currency) => '.',
        (0, 1) if !single_groups(text, ',', power, currency) => ',',
        (_, 0) => ',',
        (0, _) => '.',
        _ if text.rfind('.') > text.rfind(',') => '.',
        _ => ',',
    }
}

/// Whether the only mark in a number groups thousands.
fn single_groups(text: &str, mark: char, power: u32, currency: Currency) -> bool {
    let Some((whole, fraction)) = text.split_once(mark) else { return false };
    let looks_grouped = fraction.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
    // With a multiplier a point is a decimal ("1.234m"); a comma groups in both our languages.
    let decimal_possible = match mark {
        '.' => power > 0 || currency.digits() >= 3,
        _ => false,
    };
    looks_grouped && !decimal_possible
}

/// The digits of a grouped whole number: groups of three, or as in India of two and a last of three.
fn ungrouped(whole: &str) -> Option<String> {
    let groups: Vec<&str> = whole.split(|c: char| !c.is_ascii_digit()).collect();
    let separators: Vec<char> = whole.chars().filter(|c| !c.is_ascii_digit()).collect();
    let same_separator = separators.windows(2).all(|pair| pair[0] == pair[1]);
    let sound = match groups.as_slice() {
        [_] => true,
        [first, middle @ .., last] => {
            let indian = middle.iter().all(|group| group.len() == 2) && first.len() <= 2;
            let usual = middle.iter().all(|group| group.len() == 3);
            (1..=3).contains(&first.len()) && last.len() == 3 && (usual || indian)
        }
        [] => false,
    };
    (sound && same_separator).then(|| groups.concat())
}

#[cfg(test)]
mod tests;
