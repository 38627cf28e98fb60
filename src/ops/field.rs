//! Custom fields: what a person adds to a kind of record.

use super::problem::{Place, Problem};
use super::{Done, input};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::text::clean_line;
use crate::domain::word::{FieldKind, RecordKind};
use crate::store::table::attachment::CustomField;
use crate::store::{Book, Label};

/// A custom field as a person tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldInput {
    /// What kind of record has it.
    pub record_kind: RecordKind,
    /// Its name for programs and filters.
    pub key: String,
    /// Its name for people; none is the key.
    pub label: Option<String>,
    /// Its type.
    pub kind: FieldKind,
    /// For a choice: what may be chosen.
    pub choices: Vec<String>,
}

/// Defines a custom field, after those that are there.
///
/// # Errors
/// [`Problem::Missing`] without a key, or a choice without anything to choose; [`Problem::Taken`] where a
/// field has the key already.
pub fn define(book: &mut Book, input: &FieldInput) -> Done<Id> {
    book.operate(|writer| {
        let (key, _) = input::name(&input.key)?;
        if writer.custom_field(input.record_kind, &key)?.is_some() {
            return Err(Problem::Taken(key));
        }
        let choices: Vec<String> = input
            .choices
            .iter()
            .map(|choice| clean_line(choice))
            .filter(|choice| !choice.is_empty())
            .collect();
        if input.kind == FieldKind::Choice && choices.is_empty() {
            return Err(Problem::Missing(Place::Text));
        }
        let others = writer.custom_fields(input.record_kind)?;
        let field = CustomField {
            id: writer.mint()?,
            record_kind: input.record_kind,
            label: input::line(Some(input.label.clone())).flatten().unwrap_or_else(|| key.clone()),
            key,
            kind: input.kind,
            choices: Some(choices.join("\n")).filter(|_| input.kind == FieldKind::Choice),
            position: others.iter().map(|field| field.position + 1).max().unwrap_or_default(),
        };
        writer.insert_custom_field(&field)?;
        Ok((field.id, Label::new(Deed::DefineField, field.label)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::account::{self, AccountInput};
    use crate::ops::{Hanging, testbook};

    fn field(kind: FieldKind, choices: &[&str]) -> FieldInput {
        FieldInput {
            record_kind: RecordKind::Account,
            key: "terms".into(),
            label: None,
            kind,
            choices: choices.iter().map(ToString::to_string).collect(),
        }
    }

    #[test]
    fn a_choice_takes_only_what_may_be_chosen() {
        let (mut book, account) = testbook::with_account();
        define(&mut book, &field(FieldKind::Choice, &["net 30", "net 60"])).unwrap();
        let mut set = |value: &str| {
            let hanging =
                Hanging { fields: vec![("terms".into(), Some(value.into()))], ..Default::default() };
            account::edit(&mut book, account, &AccountInput { hanging, ..Default::default() })
        };
        assert!(set("net 60").is_ok());
        assert!(matches!(set("net 90"), Err(Problem::BadField { .. })));
    }

    #[test]
    fn a_key_is_given_once_and_a_choice_has_something_to_choose() {
        let (mut book, _) = testbook::with_account();
        let empty = define(&mut book, &field(FieldKind::Choice, &[" "]));
        assert!(matches!(empty, Err(Problem::Missing(_))));
        define(&mut book, &field(FieldKind::Text, &[])).unwrap();
        assert!(matches!(define(&mut book, &field(FieldKind::Number, &[])), Err(Problem::Taken(_))));
    }
}
