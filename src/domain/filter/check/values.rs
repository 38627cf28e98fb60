//! From the text of a value to what a field holds.

use chrono::NaiveDate;

use super::super::days::{self, Days};
use super::super::fields::{Toward, Type, Word};
use super::super::span::Stepped;
use super::super::{FilterError, FilterErrorKind, Op, Span, Typed};
use super::{AmountSpan, Context, Owner};
use crate::domain::amount;
use crate::domain::id::Id;
use crate::domain::stage;
use crate::domain::text::fold;

/// Reads the values of one comparison.
pub(super) struct Reader<'a> {
    pub(super) field: &'a Typed,
    pub(super) op: Op,
    pub(super) holds: Type,
    pub(super) context: &'a Context<'a>,
}

impl Reader<'_> {
    /// What each value means.
    pub(super) fn each<T>(
        &self,
        values: &[Typed],
        read: impl Fn(&str) -> Option<T>,
    ) -> Result<Vec<T>, FilterError> {
        values.iter().map(|value| read(&value.text).ok_or_else(|| self.unfit(value))).collect()
    }

    /// The stages compared by their place.
    pub(super) fn stages(&self, values: &[Typed]) -> Result<Vec<Id>, FilterError> {
        let ordered = stage::in_order(self.context.stages);
        let place = |text: &str| {
            let found = stage::find(self.context.stages, text)?;
            let place = ordered.iter().position(|stage| stage.id == found.id)?;
            i64::try_from(place).ok().map(Span::one)
        };
        let spans = self.spans(values, place)?;
        let fits = |place: i64| spans.iter().any(|span| span.contains(place));
        Ok((0..).zip(&ordered).filter(|(place, _)| fits(*place)).map(|(_, stage)| stage.id).collect())
    }

    /// Days, periods and durations; a longer time ago is an earlier day.
    pub(super) fn days(&self, values: &[Typed], toward: Toward) -> Result<Vec<Span<NaiveDate>>, FilterError> {
        let read = |text: &str| days::read(text, toward, self.context.today, self.context.first_month);
        let span = |text: &str| match read(text)? {
            Days::Span(span) => Some(span),
            Days::Away(day) => Some(Span::one(day)),
        };
        self.each(values, |text| match (self.between(text, span), read(text)) {
            (Some(between), _) => between,
            (None, Some(Days::Away(day))) if toward == Toward::Past => {
                Some(Span::one(day).compared(flipped(self.op)))
            }
            (None, _) => Some(span(text)?.compared(self.op)),
        })
    }

    /// Amounts; a currency named on either side of `..` holds for both.
    pub(super) fn amounts(&self, values: &[Typed]) -> Result<Vec<AmountSpan>, FilterError> {
        self.each(values, |text| {
            let named = |part: &str| {
                let money = amount::names_currency(part).then(|| amount::parse(part, self.context.base));
                money?.ok().map(|money| money.currency)
            };
            let currency = text.split("..").find_map(named);
            let expected = currency.unwrap_or(self.context.base);
            let minor = |part: &str| {
                let money = amount::parse(part, expected).ok()?;
                (money.currency == expected).then(|| Span::one(money.minor))
            };
            Some(AmountSpan { currency, span: self.span(text, minor)? })
        })
    }

    /// Numbers in units of 10^-digits.
    pub(super) fn numbers(&self, values: &[Typed], digits: usize) -> Result<Vec<Span<i64>>, FilterError> {
        let percent = self.holds == Type::Percent;
        self.spans(values, |text| {
            let folded = fold(text);
            let bare = if percent { folded.strip_suffix('%').unwrap_or(&folded) } else { &folded };
            scaled(bare.trim_end(), digits).map(Span::one)
        })
    }

    /// The numbers of codes: `D-40`, `d40` or `40`.
    pub(super) fn codes(&self, values: &[Typed], letter: char) -> Result<Vec<Span<i64>>, FilterError> {
        self.spans(values, |text| {
            let folded = fold(text);
            let bare = folded.strip_prefix(letter).unwrap_or(&folded);
            scaled(bare.strip_prefix('-').unwrap_or(bare), 0).map(Span::one)
        })
    }

    fn spans<T: Stepped>(
        &self,
        values: &[Typed],
        read: impl Fn(&str) -> Option<Span<T>>,
    ) -> Result<Vec<Span<T>>, FilterError> {
        self.each(values, |text| self.span(text, &read))
    }

    /// One value compared, or what lies between two.
    fn span<T: Stepped>(&self, text: &str, read: impl Fn(&str) -> Option<Span<T>>) -> Option<Span<T>> {
        match self.between(text, &read) {
            Some(between) => between,
            None => Some(read(text)?.compared(self.op)),
        }
    }

    /// `a..b`, `a..` or `..b`; None where the value is a single one, Some(None) where an end is unfit.
    fn between<T: Stepped>(
        &self,
        text: &str,
        read: impl Fn(&str) -> Option<Span<T>>,
    ) -> Option<Option<Span<T>>> {
        let (from, to) = text.split_once("..")?;
        let end = |part: &str| if part.is_empty() { Some(None) } else { read(part).map(Some) };
        let ordered = matches!(self.op, Op::Lt | Op::Le | Op::Gt | Op::Ge);
        if ordered || text == ".." {
            return Some(None);
        }
        Some(end(from).zip(end(to)).map(|(from, to)| Span::joined(from, to)))
    }

    fn unfit(&self, value: &Typed) -> FilterError {
        let field = self.field.text.clone();
        let kind = FilterErrorKind::Unfit { field, value: value.text.clone(), expected: self.holds };
        kind.at(value.at.clone())
    }
}

/// Who a name means.
pub(super) fn owner(text: &str) -> Owner {
    match fold(text).as_str() {
        "me" | "我" | "本人" => Owner::Me,
        _ => Owner::Named(text.to_owned()),
    }
}

/// The keys of a closed list that a word means.
pub(super) fn keys(list: &'static [Word], text: &str) -> Option<Vec<&'static str>> {
    let wanted = fold(text);
    if matches!(wanted.as_str(), "all" | "全部" | "所有") {
        return Some(list.iter().map(|word| word.key).collect());
    }
    let found = list.iter().find(|word| word.key == wanted || word.aliases.contains(&wanted.as_str()));
    found.map(|word| vec![word.key])
}

/// The comparison of ages that a comparison of days is: the older, the earlier.
fn flipped(op: Op) -> Op {
    match op {
        Op::Lt => Op::Gt,
        Op::Le => Op::Ge,
        Op::Gt => Op::Lt,
        Op::Ge => Op::Le,
        same => same,
    }
}

/// A decimal in units of 10^-digits; None where it has more decimals, or is too large.
fn scaled(text: &str, digits: usize) -> Option<i64> {
    let (bare, sign) = text.strip_prefix('-').map_or((text, 1), |bare| (bare, -1));
    let (whole, fraction) = bare.split_once('.').unwrap_or((bare, ""));
    let fraction = fraction.trim_end_matches('0');
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(fraction) || fraction.len() > digits {
        return None;
    }
    format!("{whole}{fraction:0<digits$}").parse::<i64>().ok().map(|units| sign * units)
}
