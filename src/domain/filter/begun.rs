//! What is being typed at a place of a filter that may not be finished: the name of a field, a value, a tag.
//! Unlike [`super::parse`] this finds nothing wrong with anything.

use std::ops::Range;

use super::parse::{is_sign, plain};

/// The word that is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begun {
    /// Its bytes in the text, up to where one types: what is chosen for it stands in their place.
    pub at: Range<usize>,
    /// What it says so far, without quotes.
    pub text: String,
    /// What it is.
    pub part: Part,
}

/// A part of a term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A word to be found, or the name of a field with no sign behind it yet.
    Word,
    /// The name of a field that must have a value, or none.
    Field,
    /// A value of the field with this name.
    Value(String),
    /// A tag.
    Tag,
}

/// What is being typed where the cursor stands, in bytes; what follows it is left alone.
pub fn begun(text: &str, cursor: usize) -> Begun {
    let typed = text.get(..cursor).unwrap_or(text);
    let mut term = Term::from(0);
    let mut quoted = false;
    for (at, character) in typed.char_indices() {
        let (sign, after) = (plain(character), at + character.len_utf8());
        match sign {
            '"' => {
                quoted = !quoted;
                continue;
            }
            _ if quoted => {}
            _ if character.is_whitespace() => {
                term = Term::from(after);
                continue;
            }
            '!' if term.word.is_empty() && term.field.is_none() => {
                term = Term { negated: !term.negated, ..Term::from(after) };
                continue;
            }
            '#' if term.word.is_empty() && term.field.is_none() => {
                term = Term { is_tag: true, ..Term::from(after) };
                continue;
            }
            ',' if term.field.is_some() => {
                term.next(after);
                continue;
            }
            '=' if term.field.is_some() && term.word.is_empty() => {
                // The second half of `>=`.
                term.next(after);
                continue;
            }
            _ if term.field.is_none()
                && !term.is_tag
                && is_sign(sign, typed[after..].chars().next().map(plain)) =>
            {
                term.field = Some(std::mem::take(&mut term.word));
                term.start = after;
                continue;
            }
            _ => {}
        }
        term.word.push(character);
    }
    term.begun(typed.len())
}

/// What is known of the term so far.
struct Term {
    negated: bool,
    is_tag: bool,
    field: Option<String>,
    /// Where the word begins that is being typed.
    start: usize,
    word: String,
}

impl Term {
    fn from(start: usize) -> Term {
        Term { negated: false, is_tag: false, field: None, start, word: String::new() }
    }

    fn next(&mut self, start: usize) {
        self.word.clear();
        self.start = start;
    }

    fn begun(self, end: usize) -> Begun {
        let asks = |field: &str| matches!(field.to_lowercase().as_str(), "has" | "有");
        let part = match self.field {
            Some(field) if asks(&field) => Part::Field,
            Some(field) => Part::Value(field),
            None if self.is_tag => Part::Tag,
            None if self.negated => Part::Field,
            None => Part::Word,
        };
        Begun { at: self.start..end, text: self.word, part }
    }
}

/// A value as it is typed: in quotes where it would end too soon without them.
pub fn quoted(value: &str) -> String {
    let ends = |character: char| {
        let plain = plain(character);
        plain.is_whitespace() || plain == ',' || plain == '"' || plain == '!' || is_sign(plain, None)
    };
    match value.chars().any(ends) {
        false => value.to_owned(),
        true => format!("\"{}\"", value.replace('\\', "\\\\").replace('"', "\\\"")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::filter::{Node, parse};
    use proptest::prelude::*;
    use rstest::rstest;

    fn value(field: &str) -> Part {
        Part::Value(field.to_owned())
    }

    #[rstest]
    #[case("", "", Part::Word)]
    #[case("sta", "sta", Part::Word)]
    #[case("acme sta", "sta", Part::Word)]
    #[case("!ne", "ne", Part::Field)]
    #[case("！ne", "ne", Part::Field)]
    #[case("has:ne", "ne", Part::Field)]
    #[case("有：下", "下", Part::Field)]
    #[case("stage:", "", value("stage"))]
    #[case("stage:de", "de", value("stage"))]
    #[case("stage>=de", "de", value("stage"))]
    #[case("阶段：方", "方", value("阶段"))]
    #[case("stage!=de", "de", value("stage"))]
    #[case("tier:key,or", "or", value("tier"))]
    #[case("tier:key，", "", value("tier"))]
    #[case("!account:\"Acme F", "Acme F", value("account"))]
    #[case("account:\"Acme Foods\" ti", "ti", Part::Word)]
    #[case("field.budget:", "", value("field.budget"))]
    #[case("acme #ur", "ur", Part::Tag)]
    #[case("!#ur", "ur", Part::Tag)]
    #[case("＃急", "急", Part::Tag)]
    #[case("\"two wo", "two wo", Part::Word)]
    fn the_word_at_the_end_is_what_is_being_typed(
        #[case] text: &str,
        #[case] word: &str,
        #[case] part: Part,
    ) {
        let begun = begun(text, text.len());
        assert_eq!((begun.text.as_str(), &begun.part), (word, &part));
        assert_eq!(begun.at.end, text.len());
        assert!(text[begun.at.clone()].trim_matches('"') == word, "{begun:?}");
    }

    #[test]
    fn what_stands_behind_the_cursor_is_left_alone() {
        let begun = begun("sta acme", 3);
        assert_eq!((begun.at, begun.part), (0..3, Part::Word));
    }

    proptest! {
        #[test]
        fn a_value_that_is_chosen_is_read_as_it_is(value in "[a-z \"\\\\,:!<>=，：华]{1,12}") {
            let text = format!("name={}", quoted(&value));
            let read = parse(&text).unwrap();
            let [term] = read.terms.as_slice() else { panic!("{text}") };
            let Node::Compare { values, .. } = &term.node else { panic!("{text}") };
            prop_assert_eq!(&values[0].text, &value);
        }

        #[test]
        fn any_text_is_begun_somehow_within_itself(text in ".{0,40}", cursor in 0usize..60) {
            let begun = begun(&text, cursor);
            prop_assert!(text.get(begun.at).is_some());
        }
    }
}
