//! Amounts in a column: the decimal mark is decided from all of its cells, the currency and the unit
//! also from its header (`金额（万元）`, `Amount (USD)`).

use crate::domain::amount::{AmountError, DecimalMark, parse_marked};
use crate::domain::money::{Currency, Money};
use crate::domain::text::fold;
use crate::exchange::Amounts;

/// What the amounts of one column show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Cells that can only have a decimal point.
    pub point: u64,
    /// Cells that can only have a decimal comma.
    pub comma: u64,
    /// Cells such as `1.234`: a grouped number, or three decimals.
    pub single_point: u64,
}

impl Tally {
    /// Counts one cell.
    pub fn count(&mut self, text: &str) {
        let folded = fold(text);
        let (points, commas) = (folded.matches('.').count(), folded.matches(',').count());
        let after = |mark: char| {
            let rest = folded.rsplit(mark).next().unwrap_or_default();
            rest.bytes().take_while(u8::is_ascii_digit).count()
        };
        match (points, commas) {
            (0, 0) => {}
            (1, 0) if after('.') == 3 => self.single_point += 1,
            (1, 0) => self.point += 1,
            (0, 1) if after(',') == 3 => {}
            (0, 1) => self.comma += 1,
            (_, 0) => self.comma += 1,
            (0, _) => self.point += 1,
            _ if folded.rfind('.') > folded.rfind(',') => self.point += 1,
            _ => self.comma += 1,
        }
    }
}

/// How the amounts of a column are read. `decimal_comma` says what the rest of the file makes likely.
pub fn decide(tally: Tally, header: &str, decimal_comma: bool) -> Amounts {
    let Tally { point, comma, single_point } = tally;
    let mark = match (point, comma) {
        (0, 0) if single_point > 0 || decimal_comma => DecimalMark::Comma,
        _ if comma > point => DecimalMark::Comma,
        _ => DecimalMark::Point,
    };
    let (currency, power) = unit(header);
    Amounts { mark, proved: (point == 0) != (comma == 0), currency, power }
}

/// The currency and the power of ten that a header names in its brackets, or after its last word.
fn unit(header: &str) -> (Option<Currency>, u32) {
    let folded = fold(header);
    let inside =
        folded.split(['(', '[', '（', '【']).nth(1).map(|rest| rest.trim_end_matches([')', ']', '）', '】']));
    let last = folded.rsplit(' ').next().filter(|word| word.len() == 3);
    inside.or(last).map_or((None, 0), |text| read_unit(text.trim()))
}

fn read_unit(text: &str) -> (Option<Currency>, u32) {
    const POWERS: [(&str, u32); 12] = [
        ("百万", 6),
        ("million", 6),
        ("mio", 6),
        ("thousand", 3),
        ("tsd", 3),
        ("十万", 5),
        ("千万", 7),
        ("万", 4),
        ("亿", 8),
        ("千", 3),
        ("k", 3),
        ("m", 6),
    ];
    let bare = text.trim_start_matches("in ").trim();
    let (power, rest) = POWERS
        .iter()
        .find_map(|(word, power)| bare.strip_prefix(word).map(|rest| (*power, rest)))
        .filter(|(_, rest)| currency(rest).is_some() || rest.trim_matches(['s', '.', ' ']).is_empty())
        .unwrap_or((0, bare));
    (currency(rest), power)
}

/// The currency of a word or sign: `usd`, `€`, `元`, `人民币`.
pub fn currency(text: &str) -> Option<Currency> {
    let text = fold(text);
    let text = text.trim_matches(['(', ')', '.', ' ']);
    let code = match text {
        "€" | "euro" | "euros" => "EUR",
        "$" | "us$" | "dollar" | "dollars" | "us dollar" | "u.s. dollar" | "美元" => "USD",
        "£" | "pound" | "pounds" | "英镑" => "GBP",
        "元" | "人民币" | "人民币元" | "rmb" | "cn¥" | "yuan" | "¥" | "￥" => "CNY",
        "欧元" => "EUR",
        "日元" | "jp¥" | "円" | "yen" => "JPY",
        "港币" | "港元" | "hk$" => "HKD",
        "fr." | "sfr" => "CHF",
        other => other,
    };
    // A currency in words with its code: "US Dollar (USD)", "USD - U.S. Dollar".
    let mut words = code.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() == 3);
    code.parse().ok().or_else(|| words.find_map(|word| word.parse().ok()))
}

/// Reads one amount of a column; without a currency of its own, `default` it is. More decimals than the currency has, as sums computed elsewhere bring
/// them, are rounded half to even.
pub fn read(text: &str, amounts: Amounts, default: Currency) -> Result<Money, AmountError> {
    let plain = with_power(&plain_number(text, amounts.mark), amounts.power);
    match parse_marked(&plain, default, amounts.mark) {
        Err(AmountError::TooPrecise(currency)) => {
            let rounded = rounded(&plain, amounts.mark, currency).ok_or(AmountError::TooPrecise(currency))?;
            parse_marked(&rounded, default, amounts.mark)
        }
        other => other,
    }
}

/// A number such as `1.2E+05`, as spreadsheets write large ones, in plain digits.
fn plain_number(text: &str, mark: DecimalMark) -> String {
    let folded = fold(text);
    let written = || {
        let (digits, power) = folded.split_once('e')?;
        let power: i32 = power.parse().ok()?;
        let (whole, fraction) = digits.split_once(character(mark)).unwrap_or((digits, ""));
        let all_digits =
            !whole.is_empty() && format!("{whole}{fraction}").bytes().all(|b| b.is_ascii_digit());
        (all_digits && power.abs() <= 30).then(|| shifted(whole, fraction, power, mark))
    };
    written().unwrap_or_else(|| text.to_owned())
}

/// The digits with the decimal mark moved.
fn shifted(whole: &str, fraction: &str, power: i32, mark: DecimalMark) -> String {
    let digits = format!("{whole}{fraction}");
    let at = whole.len() as i64 + i64::from(power);
    match usize::try_from(at) {
        Ok(at) if at >= digits.len() => format!("{digits:0<at$}"),
        Ok(at) if at > 0 => format!("{}{}{}", &digits[..at], character(mark), &digits[at..]),
        _ => format!("0{}{}{digits}", character(mark), "0".repeat(at.unsigned_abs() as usize)),
    }
}

/// A cell of a column in thousands or 万, in single units: the mark moves, grouping goes.
fn with_power(text: &str, power: u32) -> String {
    let suffix = match power {
        3 => "千",
        4 => "万",
        5 => "十万",
        6 => "百万",
        7 => "千万",
        8 => "亿",
        _ => return text.to_owned(),
    };
    // A cell that names its own unit is taken at its word.
    let end = text.trim_end();
    if end.ends_with(|c: char| c.is_ascii_digit()) { format!("{end}{suffix}") } else { text.to_owned() }
}

/// The text with its decimals cut to those of the currency, half to even.
fn rounded(text: &str, mark: DecimalMark, currency: Currency) -> Option<String> {
    let (whole, rest) = text.rsplit_once(character(mark))?;
    let length = rest.bytes().take_while(u8::is_ascii_digit).count();
    let (decimals, after) = rest.split_at(length);
    let keep = currency.digits() as usize;
    if !after.trim().is_empty() && !after.trim().chars().all(|c| c.is_alphabetic() || "€$£¥".contains(c))
    {
        return None;
    }
    let (kept, cut) = decimals.split_at_checked(keep)?;
    let start = whole.find(|c: char| c.is_ascii_digit())?;
    let (before, whole) = whole.split_at(start);
    let digits: String = whole.chars().chain(kept.chars()).filter(char::is_ascii_digit).collect();
    let number: i128 = digits.parse().ok()?;
    let half = format!("5{}", "0".repeat(cut.len().saturating_sub(1)));
    let up = match cut.cmp(half.as_str()) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => number % 2,
        std::cmp::Ordering::Greater => 1,
    };
    let text = crate::domain::money::decimal(number + up, currency.digits());
    Some(format!("{before}{}{after}", text.replace('.', &character(mark).to_string())))
}

fn character(mark: DecimalMark) -> char {
    match mark {
        DecimalMark::Point => '.',
        DecimalMark::Comma => ',',
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn column(cells: &[&str]) -> Amounts {
        let mut tally = Tally::default();
        cells.iter().for_each(|cell| tally.count(cell));
        decide(tally, "Amount", false)
    }

    #[rstest]
    #[case(&["1,234.50", "99"], DecimalMark::Point, true)]
    #[case(&["1.234,50", "1.234"], DecimalMark::Comma, true)]
    #[case(&["12,5", "1.250"], DecimalMark::Comma, true)]
    #[case(&["101266.4", "1,250"], DecimalMark::Point, true)]
    #[case(&["1.250", "2.500"], DecimalMark::Comma, false)]
    #[case(&["1,250", "2,500"], DecimalMark::Point, false)]
    #[case(&["¥1,234.50", "3.5万"], DecimalMark::Point, true)]
    #[case(&["1.234.567"], DecimalMark::Comma, true)]
    fn the_decimal_mark_is_that_of_the_column(
        #[case] cells: &[&str],
        #[case] mark: DecimalMark,
        #[case] proved: bool,
    ) {
        let amounts = column(cells);
        assert_eq!((amounts.mark, amounts.proved), (mark, proved));
    }

    #[rstest]
    #[case("Amount (USD)", Some("USD"), 0)]
    #[case("Amount in EUR", Some("EUR"), 0)]
    #[case("金额（万元）", Some("CNY"), 4)]
    #[case("金额(元)", Some("CNY"), 0)]
    #[case("合同金额（万）", None, 4)]
    #[case("Umsatz (T€)", None, 0)]
    #[case("Amount (k€)", Some("EUR"), 3)]
    #[case("Amount (in thousands)", None, 3)]
    #[case("Amount (m)", None, 6)]
    #[case("Amount (MAD)", Some("MAD"), 0)]
    #[case("Amount", None, 0)]
    #[case("Close date (est)", None, 0)]
    fn a_header_may_name_currency_and_unit(
        #[case] header: &str,
        #[case] code: Option<&str>,
        #[case] power: u32,
    ) {
        let amounts = decide(Tally::default(), header, false);
        assert_eq!(amounts.currency, code.map(|code| code.parse().unwrap()));
        assert_eq!(amounts.power, power);
    }

    #[rstest]
    #[case("45", "金额（万元）", "450000.00 CNY")]
    #[case("3.5", "金额（万元）", "35000.00 CNY")]
    #[case("35000元", "金额（万元）", "35000.00 CNY")]
    #[case("101266.4", "Amount", "101266.40 EUR")]
    #[case("30024968.0", "Amount", "30024968.00 EUR")]
    #[case("33.3333333", "Amount", "33.33 EUR")]
    #[case("0.125", "Amount", "0.12 EUR")]
    #[case("0.135", "Amount", "0.14 EUR")]
    #[case("1,999.999 USD", "Amount", "2000.00 USD")]
    #[case("1.2E+05", "Amount", "120000.00 EUR")]
    #[case("1.25e-1", "Amount", "0.12 EUR")]
    #[case("$1,000", "Amount", "1000.00 USD")]
    fn an_amount_is_read(#[case] text: &str, #[case] header: &str, #[case] expected: &str) {
        let amounts = Amounts { mark: DecimalMark::Point, ..decide(Tally::default(), header, false) };
        let default = amounts.currency.unwrap_or(Currency::EUR);
        let money = read(text, amounts, default).unwrap();
        assert_eq!(format!("{} {}", money.decimal(), money.currency), expected);
    }

    #[rstest]
    #[case("-5")]
    #[case("n/v")]
    #[case("1.2E+99")]
    fn other_text_is_refused(#[case] text: &str) {
        assert!(read(text, column(&[]), Currency::EUR).is_err());
    }

    proptest! {
        #[test]
        fn no_text_is_too_wild(text in any::<String>(), shaped in "[€$]?[0-9.,]{0,20}[eE万k]?[+-]?[0-9]{0,3}[元)]?", power in 0u32..9) {
            for mark in [DecimalMark::Point, DecimalMark::Comma] {
                let amounts = Amounts { mark, proved: true, currency: None, power };
                let _ = read(&text, amounts, Currency::EUR);
                let _ = read(&shaped, amounts, Currency::EUR);
            }
        }

        #[test]
        fn rounding_moves_an_amount_by_half_a_cent_at_most(units in 0i64..1_000_000_000_000, digits in 3u32..9) {
            let text = crate::domain::money::decimal(i128::from(units), digits);
            let money = read(&text, column(&["1.5"]), Currency::EUR).unwrap();
            let scale = 10_i64.pow(digits - 2);
            prop_assert!((money.minor * scale - units).abs() * 2 <= scale);
        }
    }
}
