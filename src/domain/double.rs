//! Likely doubles: two records of one kind that may stand for the same organisation, person or sale; why it
//! looks so, and how sure that is.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::word::{RecordKind, words};

words! {
    /// What two records share.
    pub enum Reason {
        /// An e-mail address.
        Email = "email",
        /// A telephone number.
        Phone = "phone",
        /// The domain of their addresses.
        Domain = "domain",
        /// The name, legal form, case and width set aside.
        Name = "name",
        /// Nearly the name: a letter, the order of words, or a word such as Group.
        NearName = "near_name",
        /// The amount.
        Amount = "amount",
        /// The day on which the sale is expected, or was made.
        CloseDate = "close_date",
    }
}

words! {
    /// How sure it is that two records are one.
    pub enum Certainty {
        /// They can hardly be two.
        Sure = "sure",
        /// A person has to look.
        Likely = "likely",
    }
}

/// How sure it is that two records that share this are one; `contradicts` says that something told of both,
/// such as the country, is not the same.
pub fn certainty(kind: RecordKind, shared: &[Reason], contradicts: bool) -> Certainty {
    let has = |reason| shared.contains(&reason);
    let has_name = has(Reason::Name) || has(Reason::NearName);
    let is_sure = match kind {
        RecordKind::Account => {
            has(Reason::Name) && !contradicts || has(Reason::Domain) && (has_name || has(Reason::Phone))
        }
        RecordKind::Contact => {
            has_name && has(Reason::Email) || has(Reason::Name) && has(Reason::Phone) && !contradicts
        }
        _ => has(Reason::Name) && has(Reason::Amount) && has(Reason::CloseDate),
    };
    if is_sure { Certainty::Sure } else { Certainty::Likely }
}

/// Whether what two records share is worth a look at all.
pub fn is_worth_a_look(kind: RecordKind, shared: &[Reason]) -> bool {
    let weak = |reason: &Reason| match kind {
        // Two sales to one client may well be alike, or for the same day.
        RecordKind::Deal => *reason != Reason::Name,
        _ => false,
    };
    match shared.iter().all(weak) {
        true => shared.contains(&Reason::NearName) && shared.len() > 1,
        false => !shared.is_empty(),
    }
}

/// Words of a company's name that one writer gives and another leaves out, beside its legal form.
const LOOSE_WORDS: [&str; 8] =
    ["and", "group", "gruppe", "groupe", "holding", "holdings", "international", "the"];

/// The same at the end of a Chinese name.
const LOOSE_ENDINGS: [&str; 4] = ["集团公司", "集团", "控股", "公司"];

/// What nearly equal names of companies, or of people, share: the words of a matching name in one order,
/// without accents, and without those that are often left out. Empty where nothing would be left.
pub fn loose_key(name_key: &str) -> String {
    let bare: String = name_key.nfd().filter(|sign| !is_combining_mark(*sign)).collect();
    let mut words: Vec<&str> = bare.split_whitespace().filter(|word| !LOOSE_WORDS.contains(word)).collect();
    words.sort_unstable();
    let joined = words.concat();
    let ending = LOOSE_ENDINGS.iter().find_map(|ending| joined.strip_suffix(ending));
    match ending.filter(|rest| rest.chars().count() > 1) {
        Some(rest) => rest.to_owned(),
        None => joined,
    }
}

/// Names shorter than this are no nearer to each other than names are.
const SHORTEST: usize = 5;

/// The same for Chinese names, of which each character is a word.
const SHORTEST_CHINESE: usize = 4;

/// Whether two matching names differ in one letter, or in two that changed places. A figure is no such letter:
/// the second plant is not the first.
pub fn is_near(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let is_long = |name: &[char]| {
        let is_chinese = name.iter().any(|sign| ('\u{3400}'..='\u{9fff}').contains(sign));
        name.len() >= if is_chinese { SHORTEST_CHINESE } else { SHORTEST }
    };
    if one == other || !is_long(&one) || !is_long(&other) {
        return false;
    }
    let before = one.iter().zip(&other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[before..], &other[before..]);
    let after = one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[..one.len() - after], &other[..other.len() - after]);
    let has_figure = one.iter().chain(other).any(|sign| sign.is_numeric());
    let is_small = match (one, other) {
        ([a, b], [c, d]) => a == d && b == c,
        _ => one.len() <= 1 && other.len() <= 1,
    };
    is_small && !has_figure
}

/// Keys of which two names that [`is_near`] each other share at least one: the name, and the name without each
/// of its letters.
pub fn near_keys(name: &str) -> impl Iterator<Item = String> + '_ {
    let without =
        name.char_indices().map(|(at, sign)| format!("{}{}", &name[..at], &name[at + sign.len_utf8()..]));
    std::iter::once(name.to_owned()).chain(without)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;
    use crate::domain::text::name_key;

    #[rstest]
    #[case("Jane Miller", "Miller, Jane")]
    #[case("Müller Group GmbH", "Muller")]
    #[case("The Acme Holding AG", "ACME")]
    #[case("海尔集团有限公司", "海尔")]
    #[case("Smith and Sons", "Smith & Sons Ltd")]
    fn names_that_only_look_different_share_a_key(#[case] one: &str, #[case] other: &str) {
        assert_eq!(loose_key(&name_key(one)), loose_key(&name_key(other)));
    }

    #[rstest]
    #[case("jane miller", "jane miler", true)]
    #[case("jane miller", "jnae miller", true)]
    #[case("jane miller", "jane muller", true)]
    #[case("华锐机械", "华瑞机械", true)]
    #[case("王伟", "王玮", false)]
    #[case("plant 1 north", "plant 2 north", false)]
    #[case("renewal 2026", "renewal", false)]
    #[case("anna", "anne", false)]
    #[case("jane miller", "jane miller", false)]
    #[case("jane miller", "jane mills", false)]
    fn near_is_a_slip_of_the_pen(#[case] one: &str, #[case] other: &str, #[case] near: bool) {
        assert_eq!(is_near(one, other), near);
        assert_eq!(is_near(other, one), near);
    }

    #[test]
    fn one_name_in_two_countries_is_not_sure() {
        let sure =
            |kind, shared: &[Reason], contradicts| certainty(kind, shared, contradicts) == Certainty::Sure;
        assert!(sure(RecordKind::Account, &[Reason::Name], false));
        assert!(!sure(RecordKind::Account, &[Reason::Name], true));
        assert!(!sure(RecordKind::Account, &[Reason::Domain], false));
        assert!(sure(RecordKind::Contact, &[Reason::Email, Reason::NearName], false));
        assert!(!sure(RecordKind::Contact, &[Reason::Email], false));
        assert!(!sure(RecordKind::Deal, &[Reason::Name, Reason::Amount], false));
    }

    #[test]
    fn sales_that_are_only_alike_are_two() {
        assert!(is_worth_a_look(RecordKind::Deal, &[Reason::Name]));
        assert!(is_worth_a_look(RecordKind::Deal, &[Reason::NearName, Reason::Amount]));
        assert!(!is_worth_a_look(RecordKind::Deal, &[Reason::NearName]));
        assert!(!is_worth_a_look(RecordKind::Deal, &[Reason::Amount, Reason::CloseDate]));
        assert!(!is_worth_a_look(RecordKind::Account, &[]));
    }

    proptest! {
        #[test]
        fn names_near_each_other_share_a_key(one in "[a-d ]{4,8}", other in "[a-d ]{4,8}") {
            if is_near(&one, &other) {
                let keys: Vec<String> = near_keys(&one).collect();
                prop_assert!(near_keys(&other).any(|key| keys.contains(&key)));
            }
        }
    }
}
