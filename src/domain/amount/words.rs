//! The words and signs around the digits of an amount: multipliers and currencies.

use super::{AmountError, Currency};

/// The power of ten of what follows a number, and the rest, which should name a currency.
pub(super) fn multiplier_and_currency(after: &str) -> (u32, &str) {
    if after.is_empty() || !candidates(after).is_empty() {
        return (0, after);
    }
    let parted = after.char_indices().map(|(at, _)| after.split_at(at)).skip(1).chain([(after, "")]);
    let mut known = parted.filter_map(|(word, rest)| Some((power_of(word.trim_end())?, rest.trim_start())));
    known.find(|(_, rest)| rest.is_empty() || !candidates(rest).is_empty()).unwrap_or((0, after))
}

/// The currency that all the marks given agree on; the default where there are none or it is one of
/// those that a sign may stand for.
pub(super) fn currency_of(marks: [&str; 2], default: Currency) -> Result<Currency, AmountError> {
    let mut possible: Option<Vec<Currency>> = None;
    for mark in marks.into_iter().filter(|mark| !mark.is_empty()) {
        let mut agreed = candidates(mark);
        if let Some(earlier) = &possible {
            agreed.retain(|currency| earlier.contains(currency));
        }
        if agreed.is_empty() {
            return Err(AmountError::UnknownCurrency(mark.to_owned()));
        }
        possible = Some(agreed);
    }
    match possible {
        Some(possible) if !possible.contains(&default) => Ok(possible[0]),
        _ => Ok(default),
    }
}

fn power_of(word: &str) -> Option<u32> {
    MULTIPLIERS.iter().find(|(known, _)| *known == word).map(|(_, power)| *power)
}

/// The currencies that a sign, word or code may stand for.
fn candidates(mark: &str) -> Vec<Currency> {
    let codes = SIGNS.iter().find(|(sign, _)| *sign == mark).map(|(_, codes)| *codes);
    match codes {
        Some(codes) => codes.iter().filter_map(|code| code.parse().ok()).collect(),
        None => mark.parse().into_iter().collect(),
    }
}

/// Words that multiply, with their power of ten.
const MULTIPLIERS: [(&str, u32); 31] = [
    ("k", 3),
    ("thousand", 3),
    ("tsd", 3),
    ("tsd.", 3),
    ("m", 6),
    ("mm", 6),
    ("mn", 6),
    ("mio", 6),
    ("mio.", 6),
    ("million", 6),
    ("millions", 6),
    ("b", 9),
    ("bn", 9),
    ("mrd", 9),
    ("mrd.", 9),
    ("billion", 9),
    ("w", 4),
    ("百", 2),
    ("千", 3),
    ("万", 4),
    ("萬", 4),
    ("十万", 5),
    ("百万", 6),
    ("百萬", 6),
    ("千万", 7),
    ("千萬", 7),
    ("亿", 8),
    ("億", 8),
    ("十亿", 9),
    ("百亿", 10),
    ("万亿", 12),
];

/// Signs and words for currencies, as folded; where one stands for several, the likeliest first.
const SIGNS: [(&str, &[&str]); 37] = [
    ("€", &["EUR"]),
    ("欧元", &["EUR"]),
    ("euro", &["EUR"]),
    ("euros", &["EUR"]),
    ("$", &["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN", "ARS", "CLP", "COP", "BRL"]),
    ("us$", &["USD"]),
    ("美元", &["USD"]),
    ("美金", &["USD"]),
    ("dollar", &["USD", "CAD", "AUD", "NZD", "SGD", "HKD"]),
    ("dollars", &["USD", "CAD", "AUD", "NZD", "SGD", "HKD"]),
    ("c$", &["CAD"]),
    ("ca$", &["CAD"]),
    ("a$", &["AUD"]),
    ("nz$", &["NZD"]),
    ("s$", &["SGD"]),
    ("hk$", &["HKD"]),
    ("港元", &["HKD"]),
    ("港币", &["HKD"]),
    ("nt$", &["TWD"]),
    ("新台币", &["TWD"]),
    ("r$", &["BRL"]),
    ("¥", &["CNY", "JPY"]),
    ("元", &["CNY", "TWD", "HKD"]),
    ("rmb", &["CNY"]),
    ("人民币", &["CNY"]),
    ("cn¥", &["CNY"]),
    ("日元", &["JPY"]),
    ("jp¥", &["JPY"]),
    ("円", &["JPY"]),
    ("£", &["GBP"]),
    ("英镑", &["GBP"]),
    ("₹", &["INR"]),
    ("₩", &["KRW"]),
    ("韩元", &["KRW"]),
    ("₽", &["RUB"]),
    ("₺", &["TRY"]),
    ("zł", &["PLN"]),
];
