//! How people and files write amounts.

use super::*;
use proptest::prelude::*;
use rstest::rstest;

#[rstest]
#[case("120k", "120000.00 EUR")]
#[case("1.5m", "1500000.00 EUR")]
#[case("1.234m", "1234000.00 EUR")]
#[case("2 Mio. €", "2000000.00 EUR")]
#[case("3.5万", "35000.00 EUR")]
#[case("3.5万元", "35000.00 CNY")]
#[case("２亿", "200000000.00 EUR")]
#[case("1,500万", "15000000.00 EUR")]
#[case("¥1,234.50", "1234.50 CNY")]
#[case("￥1,234.50", "1234.50 CNY")]
#[case("1.234,50 €", "1234.50 EUR")]
#[case("1'234.50 CHF", "1234.50 CHF")]
#[case("1 234,50", "1234.50 EUR")]
#[case("1\u{a0}234\u{202f}567", "1234567.00 EUR")]
#[case("12,34,567.00", "1234567.00 EUR")]
#[case("USD 300", "300.00 USD")]
#[case("$300 CAD", "300.00 CAD")]
#[case("300usd", "300.00 USD")]
#[case("5k usd", "5000.00 USD")]
#[case("3mxn", "3.00 MXN")]
#[case("12,5", "12.50 EUR")]
#[case("1,234", "1234.00 EUR")]
#[case("1.234", "1234.00 EUR")]
#[case("1.234.567", "1234567.00 EUR")]
#[case("1.234 KWD", "1.234 KWD")]
#[case("0.125k", "125.00 EUR")]
#[case(".5", "0.50 EUR")]
#[case("5.", "5.00 EUR")]
#[case("€ 50,-", "50.00 EUR")]
#[case("1.50000", "1.50 EUR")]
#[case("JPY 1,234", "1234 JPY")]
#[case("0", "0.00 EUR")]
fn an_amount_is_read(#[case] text: &str, #[case] expected: &str) {
    let money = parse(text, Currency::EUR).unwrap();
    assert_eq!(format!("{} {}", money.decimal(), money.currency), expected);
}

#[rstest]
#[case("", AmountError::Empty)]
#[case(" \u{200b}", AmountError::Empty)]
#[case("ten", AmountError::NotANumber("ten".into()))]
#[case("1,23,4", AmountError::NotANumber("1,23,4".into()))]
#[case("1.2.3", AmountError::NotANumber("1.2.3".into()))]
#[case("1 2", AmountError::NotANumber("1 2".into()))]
#[case("3万5千", AmountError::UnknownCurrency("万5千".into()))]
#[case("5 apples", AmountError::UnknownCurrency("apples".into()))]
#[case("$5 EUR", AmountError::UnknownCurrency("eur".into()))]
#[case("-5", AmountError::Negative)]
#[case("€ -5", AmountError::Negative)]
#[case("−5", AmountError::Negative)]
#[case("5.00-", AmountError::Negative)]
#[case("(1,200.00)", AmountError::Negative)]
#[case("0.005", AmountError::TooPrecise(Currency::EUR))]
#[case("100亿亿", AmountError::UnknownCurrency("亿亿".into()))]
#[case("99999999999999", AmountError::TooLarge)]
#[case("9999999999999999999999999999999999999999999", AmountError::TooLarge)]
fn what_is_no_amount_is_refused(#[case] text: &str, #[case] error: AmountError) {
    assert_eq!(parse(text, Currency::EUR), Err(error));
}

#[rstest]
#[case("1.234", DecimalMark::Comma, 123_400)]
#[case("1,234", DecimalMark::Point, 123_400)]
#[case("1,23", DecimalMark::Comma, 123)]
#[case("1.234.567,8", DecimalMark::Comma, 123_456_780)]
fn the_mark_of_a_column_decides(#[case] text: &str, #[case] mark: DecimalMark, #[case] minor: i64) {
    assert_eq!(parse_marked(text, Currency::EUR, mark), Ok(Money::new(minor, Currency::EUR)));
}

#[test]
fn a_wrong_mark_is_noticed() {
    let refused = parse_marked("1.234", Currency::EUR, DecimalMark::Point);
    assert_eq!(refused, Err(AmountError::TooPrecise(Currency::EUR)));
    assert!(parse_marked("1.23", Currency::EUR, DecimalMark::Comma).is_err());
}

#[test]
fn an_ambiguous_sign_means_the_currency_of_the_book() {
    let yen: Currency = "JPY".parse().unwrap();
    assert_eq!(parse("¥500", yen), Ok(Money::new(500, yen)));
    assert_eq!(parse("¥500", Currency::USD), Ok(Money::new(50_000, Currency::CNY)));
}

#[rstest]
#[case("120k", false)]
#[case("3.5万", false)]
#[case("-5", false)]
#[case("5k usd", true)]
#[case("¥5", true)]
#[case("3.5万元", true)]
fn a_currency_is_named_or_not(#[case] text: &str, #[case] named: bool) {
    assert_eq!(names_currency(text), named);
}

/// `digits` with a separator after every third from the right.
fn grouped(digits: &str, separator: char) -> String {
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

proptest! {
    #[test]
    fn an_amount_survives_its_text(minor in 0..=LARGEST_AMOUNT, code in prop::sample::select(vec!["EUR", "JPY", "KWD"])) {
        let money = Money::new(minor, code.parse().unwrap());
        let text = money.decimal();
        prop_assert_eq!(parse(&format!("{text} {code}"), Currency::USD), Ok(money));
        prop_assert_eq!(parse(&format!("{code}{text}"), Currency::USD), Ok(money));
        prop_assert_eq!(parse(&text, money.currency), Ok(money));
    }

    #[test]
    fn grouping_changes_nothing(minor in 0..=LARGEST_AMOUNT, separator in prop::sample::select(vec![',', '\'', ' ', '_'])) {
        let money = Money::new(minor, Currency::EUR);
        let text = money.decimal();
        let (whole, cents) = text.split_once('.').unwrap();
        prop_assert_eq!(parse(&format!("{}.{cents}", grouped(whole, separator)), Currency::EUR), Ok(money));
        let german = format!("{},{cents}", grouped(whole, '.'));
        prop_assert_eq!(parse(&german, Currency::EUR), Ok(money));
        prop_assert_eq!(parse_marked(&german, Currency::EUR, DecimalMark::Comma), Ok(money));
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>(), shaped in "[-+(]?[€$¥]? ?[0-9.,' ]{0,20} ?[kmw万亿]?[a-zA-Z)]{0,4}") {
        for candidate in [text, shaped] {
            if let Ok(money) = parse(&candidate, Currency::EUR) {
                prop_assert!((0..=LARGEST_AMOUNT).contains(&money.minor));
            }
        }
    }
}
