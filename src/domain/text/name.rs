//! One company under the several ways of writing its name.

use super::fold;

/// What two spellings of one name share, for matching only: widths folded, lower case, punctuation
/// and trailing legal forms (`Inc.`, `GmbH & Co. KG`, `有限公司`) set aside. Where nothing would be
/// left, the folded whole; so it is empty only where [`clean_line`] leaves nothing.
pub fn name_key(text: &str) -> String {
    let folded = fold(text);
    let mut key = folded.clone();
    loop {
        let shorter = fold(&without_legal_form(&joined_words(&key)));
        if shorter.is_empty() {
            return folded;
        }
        if shorter == key {
            return key;
        }
        key = shorter;
    }
}

/// Legal forms that may end a company's name, as words. Forms that are also common words (`SE`,
/// `SpA`, `AS`) are left out: two companies taken for one is worse than one taken for two.
const LEGAL_FORMS: [&str; 32] = [
    "inc",
    "incorporated",
    "ltd",
    "limited",
    "llc",
    "llp",
    "plc",
    "corp",
    "corporation",
    "co",
    "company",
    "gmbh",
    "mbh",
    "ag",
    "kg",
    "kgaa",
    "ohg",
    "ug",
    "sa",
    "sas",
    "sarl",
    "srl",
    "bv",
    "nv",
    "oy",
    "oyj",
    "ab",
    "aps",
    "pty",
    "pte",
    "pvt",
    "kk",
];

/// Legal forms that end a Chinese name, the longer first.
const CHINESE_LEGAL_FORMS: [&str; 6] =
    ["股份有限责任公司", "股份有限公司", "有限责任公司", "股份公司", "有限公司", "株式会社"];

/// Words without punctuation, one space between them, none beside a Chinese character.
fn joined_words(folded: &str) -> String {
    let mut spaced = String::with_capacity(folded.len());
    for character in folded.chars() {
        match character {
            '.' | '\'' | '’' | '‘' | '`' => {}
            '&' => spaced.push_str(" and "),
            _ if is_punctuation(character) => spaced.push(' '),
            _ => spaced.push(character),
        }
    }
    let mut joined = String::with_capacity(spaced.len());
    for word in spaced.split_whitespace() {
        let beside_chinese =
            joined.chars().next_back().is_some_and(is_chinese) || word.chars().next().is_some_and(is_chinese);
        if !joined.is_empty() && !beside_chinese {
            joined.push(' ');
        }
        joined.push_str(word);
    }
    joined
}

/// The words without one legal form at their end, and without the `and` that then ends them.
fn without_legal_form(words: &str) -> String {
    if let Some(rest) = CHINESE_LEGAL_FORMS.iter().find_map(|form| words.strip_suffix(form)) {
        return rest.trim_end().to_owned();
    }
    let (rest, last) = words.rsplit_once(' ').unwrap_or(("", words));
    if !LEGAL_FORMS.contains(&last) {
        return words.to_owned();
    }
    let mut rest = rest;
    while let Some(shorter) = rest.strip_suffix(" and").or_else(|| (rest == "and").then_some("")) {
        rest = shorter;
    }
    rest.to_owned()
}

fn is_punctuation(character: char) -> bool {
    let ascii =
        character.is_ascii_punctuation() && !matches!(character, '+' | '#' | '$' | '%' | '=' | '<' | '>');
    ascii
        || matches!(character,
            '¡' | '§' | '«' | '¶' | '·' | '»' | '¿' | '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205e}'
            | '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301f}' | '\u{30fb}')
}

fn is_chinese(character: char) -> bool {
    matches!(character,
        '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3134f}')
}

#[cfg(test)]
mod tests {
    use super::super::clean_line;
    use super::super::tests::wild;
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("Acme, Inc.", "ACME")]
    #[case("Acme GmbH & Co. KG", "acme")]
    #[case("Johnson & Johnson", "Johnson and Johnson Ltd")]
    #[case("Coca-Cola S.A.", "coca cola")]
    #[case("O’Neil Co., Ltd.", "ONeil")]
    #[case("华为技术有限公司", "华为技术")]
    #[case("海尔（集团）股份有限公司", "海尔集团")]
    #[case("ＡＢＣ　Ｌｔｄ．", "abc")]
    #[case("ABC 贸易有限公司", "abc贸易")]
    fn spellings_of_one_company_match(#[case] one: &str, #[case] other: &str) {
        assert_eq!(name_key(one), name_key(other));
    }

    #[rstest]
    #[case("Acme North", "Acme South")]
    #[case("C++ Builders", "C Builders")]
    #[case("Inc.", "Ltd.")]
    #[case("海尔集团", "海尔")]
    fn different_companies_do_not(#[case] one: &str, #[case] other: &str) {
        assert_ne!(name_key(one), name_key(other));
    }

    #[test]
    fn a_name_of_nothing_but_a_legal_form_keeps_it() {
        assert_eq!(name_key("Co., Ltd."), "co., ltd.");
        assert_eq!(name_key("???"), "???");
    }

    /// Without the mark between them the two combining characters come together, in their other order.
    #[test]
    fn marks_that_come_together_are_put_in_order() {
        let key = name_key("\u{1e026}`\u{16af0}");
        assert_eq!(name_key(&key), key);
    }

    proptest! {
        #[test]
        fn the_key_of_a_key_is_itself(text in wild()) {
            let key = name_key(&text);
            prop_assert_eq!(name_key(&key), key.clone());
            prop_assert_eq!(key.is_empty(), clean_line(&text).is_empty());
        }
    }
}
