//! Telephone numbers as they are matched: by E.164, whatever way they are written and wherever they are
//! dialled from.
//!
//! Only what matching needs is known of a country: its calling code, and the figure that is dialled before
//! a number at home. Whether a number can be called at all is none of this.

use super::country::Country;
use super::text::fold;

/// Fewer figures than these make no number that stands for somebody.
const LEAST: usize = 6;

/// More figures than these no number has.
const MOST: usize = 15;

/// Words and signs before an extension.
const EXTENSIONS: &[&str] = &["ext", "extension", "x", "#", "转", "轉", "分机", "durchwahl", "poste"];

/// What two ways of writing one number share: `+49401234` for `040 1234` in Germany and `0049 (0)40 12-34`
/// anywhere, with the extension behind an `x`. Without a country a number without `+` is known by its figures
/// alone. None where there are too few figures, or too many.
pub fn phone_key(number: &str, country: Option<&Country>) -> Option<String> {
    let text = fold(number);
    let (main, extension) = without_extension(&text);
    let is_international = main.trim_start().starts_with('+');
    let main = if is_international { main.replace("(0)", "") } else { main.to_owned() };
    let figures: String = main.chars().filter(char::is_ascii_digit).collect();
    if !is_number(&figures) {
        return None;
    }
    let whole = match (is_international, country) {
        (true, _) => format!("+{figures}"),
        (false, country) => dialled(&figures, country),
    };
    // What is dialled before a number is none of its figures: 00 0000 is no number.
    if !is_number(whole.trim_start_matches('+')) {
        return None;
    }
    Some(if extension.is_empty() { whole } else { format!("{whole}x{extension}") })
}

/// Whether that many figures may stand for somebody.
fn is_number(figures: &str) -> bool {
    (LEAST..=MOST).contains(&figures.len())
}

/// A number as it is dialled in a country, from abroad.
fn dialled(figures: &str, country: Option<&Country>) -> String {
    let abroad = |country: &Country| match country.calling {
        "1" => "011",
        "81" => "010",
        "61" => "0011",
        _ => "00",
    };
    if let Some(rest) = figures.strip_prefix(country.map_or("00", abroad)) {
        return format!("+{rest}");
    }
    let Some(country) = country else { return figures.to_owned() };
    let national = figures.strip_prefix(country.trunk).filter(|_| !country.trunk.is_empty());
    // Written with the calling code, though without the plus: 86 138 0013 8000.
    let has_code = national.is_none() && figures.len() >= 11 && figures.starts_with(country.calling);
    match (national, has_code) {
        (_, true) => format!("+{figures}"),
        (national, false) => format!("+{}{}", country.calling, national.unwrap_or(figures)),
    }
}

/// A number, and the figures of its extension.
fn without_extension(text: &str) -> (&str, String) {
    let first = text.char_indices().position(|(_, sign)| sign.is_ascii_digit());
    let starts = EXTENSIONS.iter().filter_map(|word| text.find(word).map(|at| (at, word.len())));
    // A word before all figures is a label.
    let (at, length) = match starts.filter(|(at, _)| first.is_some_and(|first| *at > first)).min() {
        Some(found) => found,
        None => return (text, String::new()),
    };
    (&text[..at], text[at + length..].chars().filter(char::is_ascii_digit).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn key(number: &str, country: &str) -> Option<String> {
        phone_key(number, Country::called(country))
    }

    #[rstest]
    #[case("040 1234-567", "Germany", "+49 (0)40 1234567")]
    #[case("0049 40 1234567", "Germany", "+49401234567")]
    #[case("(415) 555-0100", "USA", "1-415-555-0100")]
    #[case("011 44 20 7946 0000", "USA", "+44 20 79460000")]
    #[case("138 0013 8000", "中国", "+86 13800138000")]
    #[case("86-138-0013-8000", "中国", "+8613800138000")]
    #[case("１３８００１３８０００", "中国", "+86 138 0013 8000")]
    #[case("8 (495) 123-45-67", "Russia", "+7 495 1234567")]
    #[case("06 1 234 5678", "Hungary", "+36 12345678")]
    #[case("02 1234 5678", "Italy", "+39 02 12345678")]
    #[case("1-415-555-0100 ext. 12", "us", "(415) 555 0100 x12")]
    #[case("010-6555 1234 转 801", "China", "+86 10 65551234 分机801")]
    fn one_number_has_one_key_however_it_is_written(
        #[case] one: &str,
        #[case] country: &str,
        #[case] other: &str,
    ) {
        assert_eq!(key(one, country), key(other, country));
        assert!(key(one, country).unwrap().starts_with('+'));
    }

    #[test]
    fn another_extension_or_country_is_another_number() {
        assert_ne!(key("415 555 0100 x12", "us"), key("415 555 0100 x13", "us"));
        assert_ne!(key("040 1234567", "Germany"), key("040 1234567", "Austria"));
        assert_eq!(key("040 1234567", ""), Some("0401234567".to_owned()));
        assert_eq!(key("112", "Germany"), None);
        assert_eq!(key("1-800-FLOWERS", "us"), None);
        assert_eq!(key("00 0000", ""), None);
        assert_eq!(key("040 123 456 789 0123", "Germany"), None);
    }

    proptest! {
        #[test]
        fn the_key_of_a_key_is_itself(number in "\\+?[0-9 ()-]{0,20}( ?(x|ext|转)[0-9]{1,3})?") {
            for country in ["Germany", "us", ""] {
                if let Some(once) = key(&number, country) {
                    prop_assert!(!once.starts_with('+') || key(&once, country) == Some(once.clone()), "{}", once);
                }
            }
        }

        #[test]
        fn nothing_that_is_written_breaks_it(number in "\\PC{0,30}") {
            let _ = key(&number, "China");
        }
    }
}
