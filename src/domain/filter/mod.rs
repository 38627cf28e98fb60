//! One filter grammar for every list and for `--filter`: `stage>=design amount>50k !next #tag "acme"`.
//!
//! Terms stand side by side and must all hold. A term is
//!
//! | written | holds where |
//! |---|---|
//! | `acme`, `"acme corp"` | the record's own words contain it |
//! | `#tag` | it has the tag |
//! | `field:a,b` | the field is one of them (a text contains one of them, a date lies in the period) |
//! | `field=a` `field!=a` | it is exactly that, or is not |
//! | `field<a` `<=` `>` `>=` | it comes before or after that |
//! | `field:a..b`, `a..`, `..b` | it lies between them, both included |
//! | `has:field`, `!field` | it has a value, or none |
//! | `!` before any other term | the term does not hold |
//!
//! Full-width signs of a Chinese input method (`：＞＜＝＃！“”，`) are understood as their plain twins.
//! [`parse`] knows no fields; [`check`] gives the terms their meaning for one kind of record; [`begun`] tells
//! what is being typed.

mod begun;
mod check;
mod days;
mod fields;
mod parse;
mod span;

use std::ops::Range;

pub use self::begun::{Begun, Part, begun, quoted};
pub use self::check::{AmountSpan, Condition, Context, CustomField, Owner, Target, Test, asks_about, check};
pub use self::fields::{Field, Kind, Subject, Toward, Type, Word, field, fields};
pub use self::parse::parse;
pub use self::span::Span;

/// What was typed, in terms that must all hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// In the order typed.
    pub terms: Vec<Term>,
}

/// One term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Whether it must not hold.
    pub negated: bool,
    /// What it asks for.
    pub node: Node,
    /// Where it stands: bytes of the text.
    pub at: Range<usize>,
}

/// What a term asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// Words to be found anywhere in the record.
    Text(String),
    /// A tag.
    Tag(String),
    /// A field held against values, of which one must fit.
    Compare {
        /// The field as typed.
        field: Typed,
        /// How.
        op: Op,
        /// At least one; for `<`, `<=`, `>` and `>=` exactly one.
        values: Vec<Typed>,
    },
    /// The field has a value.
    Present(Typed),
}

/// A piece of the text without its quotes, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// What it says.
    pub text: String,
    /// Bytes of the filter's text.
    pub at: Range<usize>,
}

/// How a field is held against a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Op {
    /// `:` contains, lies in, is.
    Has,
    /// `=`
    Is,
    /// `!=`
    IsNot,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

/// Why a filter cannot be used, and which bytes of it are to blame.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{kind} at {}..{}", at.start, at.end)]
pub struct FilterError {
    /// The offending word; both ends lie between characters of the text.
    pub at: Range<usize>,
    /// What is wrong with it.
    pub kind: FilterErrorKind,
}

/// What is wrong with a word of a filter.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FilterErrorKind {
    /// A quotation mark without its partner.
    #[error("unclosed quote")]
    UnclosedQuote,
    /// A sign such as `>` without a field before it.
    #[error("missing field")]
    MissingField,
    /// A field and a sign, `#`, `!` or `has:` with nothing after it.
    #[error("missing value")]
    MissingValue,
    /// More terms or values than a filter may have.
    #[error("too many terms")]
    TooMany,
    /// Several values where one is needed, after `has:`.
    #[error("one value only")]
    OneValueOnly,
    /// These records have no such field.
    #[error("unknown field {name}")]
    UnknownField {
        /// As typed.
        name: String,
        /// The field whose name is nearly the same.
        nearest: Option<&'static str>,
    },
    /// `<` or the like on a field that has no order.
    #[error("{field} has no order")]
    NotOrdered {
        /// The field as typed.
        field: String,
    },
    /// The value is not what the field holds.
    #[error("{value} does not fit {field}")]
    Unfit {
        /// The field as typed.
        field: String,
        /// The value as typed.
        value: String,
        /// What the field holds.
        expected: Type,
    },
    /// A past day is asked about, of which this is not kept.
    #[error("{field} is not kept over time")]
    NotKept {
        /// The term as typed.
        field: String,
    },
}

impl FilterErrorKind {
    /// This, said of the bytes of the text that are to blame.
    pub fn at(self, at: Range<usize>) -> FilterError {
        FilterError { at, kind: self }
    }
}
