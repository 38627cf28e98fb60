//! What a filter's terms mean for one kind of record: typed conditions, ready to be asked of a book.

mod values;

use chrono::NaiveDate;

use super::fields::{Kind, Subject, Type, field, nearest};
use super::{Filter, FilterError, FilterErrorKind, Node, Op, Span, Typed};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::stage::Stage;
use crate::domain::text::fold;

/// What the meaning of a filter depends on.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// The day it is.
    pub today: NaiveDate,
    /// The fiscal year's first month, 1 to 12.
    pub first_month: u8,
    /// The currency of amounts typed without one.
    pub base: Currency,
    /// The book's stages.
    pub stages: &'a [Stage],
    /// The custom fields of this kind of record.
    pub custom: &'a [CustomField],
}

/// A custom field, typed as `field.KEY`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomField {
    /// Its key.
    pub key: String,
    /// What people call it.
    pub label: String,
    /// What it holds, from its kind.
    pub holds: Type,
}

/// Something that must hold, or must not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// Whether the test must fail. A test fails on a record that has no value to be tested, so that
    /// `close!=2026Q4` keeps deals without a close date.
    pub negated: bool,
    /// What is asked.
    pub test: Test,
}

/// Which value of a record is tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// One of the record's own.
    Own(Subject),
    /// The custom field with this key.
    Custom(String),
}

/// A question about one record. Lists hold at least one entry, of which any may fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// The record's own words contain this.
    Words(String),
    /// It has this tag.
    Tag(String),
    /// It has a value there.
    Present(Target),
    /// The text is one of these, or contains one; capitals and widths do not matter.
    Text {
        /// Which text.
        target: Target,
        /// Whether the whole must be the same.
        whole: bool,
        /// What to find.
        any_of: Vec<String>,
    },
    /// The value is one of these keys of a closed list.
    OneOf {
        /// Which value.
        subject: Subject,
        /// Keys.
        any_of: Vec<&'static str>,
    },
    /// The deal stands at one of these stages; none of them fits where the list is empty (`stage<1`).
    Stage(Vec<Id>),
    /// One of these is responsible.
    Owner(Vec<Owner>),
    /// The currency is one of these.
    Currency(Vec<Currency>),
    /// The day lies in one of these stretches.
    Days {
        /// Which day.
        target: Target,
        /// Stretches.
        any_of: Vec<Span<NaiveDate>>,
    },
    /// The amount lies in one of these stretches.
    Amount {
        /// Which amount.
        target: Target,
        /// Stretches.
        any_of: Vec<AmountSpan>,
    },
    /// The number lies in one of these stretches: a code's number, a count, minutes, a rate in basis
    /// points; a custom number in millionths.
    Number {
        /// Which number.
        target: Target,
        /// Stretches.
        any_of: Vec<Span<i64>>,
    },
}

/// Who is responsible.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Owner {
    /// The person at the keyboard.
    Me,
    /// Whose name contains this.
    Named(String),
}

/// A stretch of amounts, in minor units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AmountSpan {
    /// Only amounts of this currency fit, compared as they are; None: amounts are turned into the base
    /// currency first, and one without a rate does not fit.
    pub currency: Option<Currency>,
    /// From and to.
    pub span: Span<i64>,
}

/// The conditions that a filter sets for a kind of record, all of which must hold.
///
/// # Errors
/// [`FilterError`] with the bytes of the field or value that is to blame.
pub fn check(filter: &Filter, kind: Kind, context: &Context<'_>) -> Result<Vec<Condition>, FilterError> {
    let condition = |term: &super::Term| {
        let (flipped, test) = match &term.node {
            Node::Text(text) => (false, Test::Words(text.clone())),
            Node::Tag(tag) => (false, Test::Tag(tag.clone())),
            Node::Present(name) => (false, Test::Present(target(name, kind, context)?.0)),
            Node::Compare { field, op, values } => {
                (*op == Op::IsNot, compare(field, *op, values, kind, context)?)
            }
        };
        // `!next` is written as a negated question for a value, and is one.
        Ok(Condition { negated: term.negated != flipped, test })
    };
    filter.terms.iter().map(condition).collect()
}

/// Whether any condition asks about a value of the record: a list of deals shows open ones unless the
/// filter asks about their status.
pub fn asks_about(conditions: &[Condition], subject: Subject) -> bool {
    conditions.iter().any(|condition| match &condition.test {
        Test::Present(target)
        | Test::Text { target, .. }
        | Test::Days { target, .. }
        | Test::Amount { target, .. }
        | Test::Number { target, .. } => *target == Target::Own(subject),
        Test::OneOf { subject: asked, .. } => *asked == subject,
        Test::Stage(_) => subject == Subject::Stage,
        Test::Owner(_) => subject == Subject::Owner,
        Test::Currency(_) => subject == Subject::Currency,
        Test::Tag(_) => subject == Subject::Tag,
        Test::Words(_) => false,
    })
}

fn target(name: &Typed, kind: Kind, context: &Context<'_>) -> Result<(Target, Type), FilterError> {
    if let Some(field) = field(kind, &name.text) {
        return Ok((Target::Own(field.subject), field.holds));
    }
    let custom = ["field.", "字段."].iter().find_map(|prefix| name.text.strip_prefix(prefix));
    let known = custom.and_then(|key| {
        let wanted = fold(key);
        context.custom.iter().find(|field| fold(&field.key) == wanted || fold(&field.label) == wanted)
    });
    match known {
        Some(field) => Ok((Target::Custom(field.key.clone()), field.holds)),
        None => {
            let nearest = nearest(kind, &name.text);
            Err(FilterErrorKind::UnknownField { name: name.text.clone(), nearest }.at(name.at.clone()))
        }
    }
}

fn compare(
    name: &Typed,
    op: Op,
    values: &[Typed],
    kind: Kind,
    context: &Context<'_>,
) -> Result<Test, FilterError> {
    let (target, holds) = target(name, kind, context)?;
    let ordered = matches!(op, Op::Lt | Op::Le | Op::Gt | Op::Ge);
    let has_order = !matches!(holds, Type::Text | Type::Currency | Type::Owner | Type::Words(_));
    if ordered && !has_order {
        return Err(FilterErrorKind::NotOrdered { field: name.text.clone() }.at(name.at.clone()));
    }
    let reader = values::Reader { field: name, op, holds, context };
    Ok(match (holds, target) {
        (Type::Text, Target::Own(Subject::Tag)) if values.len() == 1 => Test::Tag(values[0].text.clone()),
        (Type::Text, target) => {
            let any_of = values.iter().map(|value| value.text.clone()).collect();
            Test::Text { target, whole: op != Op::Has, any_of }
        }
        (Type::Stage, _) => Test::Stage(reader.stages(values)?),
        (Type::Owner, _) => Test::Owner(values.iter().map(|value| values::owner(&value.text)).collect()),
        (Type::Currency, _) => Test::Currency(reader.each(values, |text| text.parse().ok())?),
        (Type::Words(list), Target::Own(subject)) => {
            let keys = reader.each(values, |text| values::keys(list, text))?;
            Test::OneOf { subject, any_of: keys.concat() }
        }
        (Type::Words(list), target) => {
            let keys = reader.each(values, |text| values::keys(list, text))?;
            let any_of = keys.concat().into_iter().map(str::to_owned).collect();
            Test::Text { target, whole: true, any_of }
        }
        (Type::Day(toward), target) => Test::Days { target, any_of: reader.days(values, toward)? },
        (Type::Money, target) => Test::Amount { target, any_of: reader.amounts(values)? },
        (Type::Number, target) => Test::Number { target, any_of: reader.numbers(values, 0)? },
        (Type::Percent, target) => Test::Number { target, any_of: reader.numbers(values, 2)? },
        (Type::Decimal, target) => Test::Number { target, any_of: reader.numbers(values, 6)? },
        (Type::Code(letter), target) => Test::Number { target, any_of: reader.codes(values, letter)? },
    })
}

#[cfg(test)]
mod tests;
