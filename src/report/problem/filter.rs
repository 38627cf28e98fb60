//! What is wrong with a filter, in words, with a mark under the word that is to blame.

use super::Explained;
use crate::domain::filter::{FilterError, FilterErrorKind, Kind, Type, fields};
use crate::domain::text::harmless_line;
use crate::i18n::Lang;
use crate::report::Measure;
use crate::report::words::Word;
use crate::tr;

/// The words for why `text` is no filter for a kind of record; the cause shows it with the offending
/// word marked from below.
pub fn explain_filter(lang: Lang, text: &str, error: &FilterError, kind: Kind) -> Explained {
    let told = Explained::new(what(lang, &error.kind)).why(marked(text, error));
    match &error.kind {
        FilterErrorKind::UnknownField { nearest: Some(nearest), .. } => {
            told.hint(tr!(lang, "filter.nearest", field = nearest))
        }
        FilterErrorKind::UnknownField { nearest: None, .. } => {
            let known: Vec<&str> = fields(kind).iter().map(|field| field.name).collect();
            told.hint(tr!(lang, "filter.known", fields = lang.list(&known)))
        }
        FilterErrorKind::Unfit { expected, .. } => told.hint(takes(lang, *expected)),
        FilterErrorKind::NotKept { .. } => told,
        _ => told.hint(tr!(lang, "filter.example")),
    }
}

/// The filter on one line, and carets under the bytes that are to blame.
fn marked(text: &str, error: &FilterError) -> String {
    let measure = Measure::default();
    let line = harmless_line(text);
    let width =
        |range: std::ops::Range<usize>| measure.width(&harmless_line(text.get(range).unwrap_or_default()));
    let before = width(0..error.at.start);
    let below = width(error.at.clone()).max(1);
    format!("  {line}\n  {}{}", " ".repeat(before), "^".repeat(below))
}

fn what(lang: Lang, kind: &FilterErrorKind) -> Word {
    match kind {
        FilterErrorKind::UnclosedQuote => tr!(lang, "filter.unclosed_quote"),
        FilterErrorKind::MissingField => tr!(lang, "filter.missing_field"),
        FilterErrorKind::MissingValue => tr!(lang, "filter.missing_value"),
        FilterErrorKind::TooMany => tr!(lang, "filter.too_many"),
        FilterErrorKind::OneValueOnly => tr!(lang, "filter.one_value_only"),
        FilterErrorKind::UnknownField { name, .. } => tr!(lang, "filter.unknown_field", name = name),
        FilterErrorKind::NotOrdered { field } => tr!(lang, "filter.not_ordered", field = field),
        FilterErrorKind::Unfit { field, value, .. } => {
            tr!(lang, "filter.unfit", field = field, value = value)
        }
        FilterErrorKind::NotKept { field } => tr!(lang, "filter.not_kept", field = field),
    }
}

/// What a field takes.
fn takes(lang: Lang, expected: Type) -> Word {
    match expected {
        Type::Text => tr!(lang, "filter.takes_text"),
        Type::Code(letter) => tr!(lang, "filter.takes_code", letter = letter),
        Type::Stage => tr!(lang, "filter.takes_stage"),
        Type::Money => tr!(lang, "filter.takes_money"),
        Type::Currency => tr!(lang, "filter.takes_currency"),
        Type::Day(_) => tr!(lang, "filter.takes_day"),
        Type::Number | Type::Decimal => tr!(lang, "filter.takes_number"),
        Type::Percent => tr!(lang, "filter.takes_percent"),
        Type::Owner => tr!(lang, "filter.takes_owner"),
        Type::Words(words) => {
            let known: Vec<&str> = words.iter().map(|word| word.key).collect();
            tr!(lang, "filter.takes_words", words = lang.list(&known))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::filter::parse;

    #[test]
    fn the_offending_word_is_marked_also_behind_chinese() {
        let text = "大客户 \"acme";
        let error = parse(text).unwrap_err();
        let told = explain_filter(Lang::En, text, &error, Kind::Deals);
        assert_eq!(told.why.unwrap(), "  大客户 \"acme\n         ^^^^^");
    }
}
