//! Custom fields: what a person adds to a kind of record.

use super::problem::{Place, Problem};
use super::{Done, input, place};
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
        let choices = choices_of(input.kind, &input.choices)?;
        let others = writer.custom_fields(input.record_kind)?;
        let mut field = CustomField {
            id: writer.mint()?,
            record_kind: input.record_kind,
            label: input::line(Some(input.label.clone())).flatten().unwrap_or_else(|| key.clone()),
            key,
            kind: FieldKind::Text,
            choices: None,
            position: others.iter().map(|field| field.position + 1).max().unwrap_or_default(),
        };
        field.set_sort(input.kind, choices);
        writer.insert_custom_field(&field)?;
        Ok((field.id, Label::new(Deed::DefineField, field.label)))
    })
}

/// What changes of a custom field; what is not told stays as it is. Its key, by which filters and programs
/// know it, stays always.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name for people.
    pub label: Option<String>,
    /// Its type.
    pub kind: Option<FieldKind>,
    /// For a choice: what may be chosen.
    pub choices: Option<Vec<String>>,
}

/// Changes a custom field.
///
/// # Errors
/// [`Problem::ValueInTheWay`] where a record has a value that would not fit any more, [`Problem::Missing`]
/// for a choice without anything to choose.
pub fn edit(book: &mut Book, id: Id, change: &FieldChange) -> Done<Id> {
    book.operate(|writer| {
        let before: CustomField = writer.row(id)?;
        let mut field = before.clone();
        if let Some(label) = &change.label {
            field.label = input::name(label)?.0;
        }
        let sort = change.kind.unwrap_or(before.sort());
        let known = || before.listed().map(str::to_owned).collect();
        field.set_sort(sort, choices_of(sort, &change.choices.clone().unwrap_or_else(known))?);
        if (field.kind, &field.choices) != (before.kind, &before.choices) {
            for value in writer.custom_values(id)? {
                let in_the_way =
                    |_| Problem::ValueInTheWay { field: field.label.clone(), value: value.value.clone() };
                input::must_fit(&field, &value.value).map_err(in_the_way)?;
            }
        }
        if field != before {
            writer.update_custom_field(&field)?;
        }
        Ok((id, Label::new(Deed::EditField, field.label)))
    })
}

/// Puts a custom field at another place among those of its kind of record, counted from 1.
///
/// # Errors
/// [`Problem::Store`] where there is no such field.
pub fn put_at(book: &mut Book, id: Id, to: usize) -> Done<Id> {
    book.operate(|writer| {
        let field: CustomField = writer.row(id)?;
        let all = place::put(writer.custom_fields(field.record_kind)?, id, to, |field| field.id);
        for (mut field, position) in all.into_iter().zip(0..) {
            if std::mem::replace(&mut field.position, position) != position {
                writer.update_custom_field(&field)?;
            }
        }
        Ok((id, Label::new(Deed::EditField, field.label)))
    })
}

/// Deletes a custom field with what records have in it; undo brings all of it back.
///
/// # Errors
/// [`Problem::Store`] where there is no such field.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let field: CustomField = writer.row(id)?;
        let values = writer.custom_values(id)?.len();
        writer.delete_custom_field(id)?;
        Ok(((), Label::new(Deed::DeleteField, field.label).with(values.to_string())))
    })
}

/// What may be chosen, a line each; none where the field is no choice.
fn choices_of(kind: FieldKind, told: &[String]) -> Result<Option<String>, Problem> {
    if kind != FieldKind::Choice {
        return Ok(None);
    }
    let choices = told.iter().map(|choice| clean_line(choice)).filter(|choice| !choice.is_empty());
    match choices.collect::<Vec<_>>().join("\n") {
        choices if choices.is_empty() => Err(Problem::Missing(Place::Text)),
        choices => Ok(Some(choices)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::account::{self, AccountInput};
    use crate::ops::{Hanging, history, testbook};

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

    #[test]
    fn yes_and_no_are_kept_as_one_word_whichever_they_are_told_by() {
        let (mut book, account) = testbook::with_account();
        let id = define(&mut book, &field(FieldKind::YesNo, &[])).unwrap().value;
        let set = |book: &mut Book, value: &str| {
            let hanging =
                Hanging { fields: vec![("terms".into(), Some(value.into()))], ..Default::default() };
            account::edit(book, account, &AccountInput { hanging, ..Default::default() })
        };
        set(&mut book, "是").unwrap();
        let value = &book.fields_of(&[account]).unwrap()[&account][0];
        assert_eq!((value.sort, value.value.as_str()), (FieldKind::YesNo, "yes"));
        assert!(matches!(set(&mut book, "perhaps"), Err(Problem::BadField { .. })));
        let renamed = FieldChange { label: Some("Prepays".into()), ..FieldChange::default() };
        edit(&mut book, id, &renamed).unwrap();
        let all = book.custom_fields(RecordKind::Account).unwrap();
        assert_eq!((all[0].sort(), all[0].listed().count()), (FieldKind::YesNo, 0));
        edit(&mut book, id, &FieldChange { kind: Some(FieldKind::Text), ..FieldChange::default() }).unwrap();
        assert!(set(&mut book, "perhaps").is_ok());
    }

    #[test]
    fn a_field_keeps_fitting_what_records_have_in_it() {
        let (mut book, account) = testbook::with_account();
        let id = define(&mut book, &field(FieldKind::Choice, &["net 30", "net 60"])).unwrap().value;
        let hanging = Hanging { fields: vec![("terms".into(), Some("net 60".into()))], ..Default::default() };
        account::edit(&mut book, account, &AccountInput { hanging, ..Default::default() }).unwrap();
        let choices = |all: &[&str]| FieldChange {
            choices: Some(all.iter().map(ToString::to_string).collect()),
            ..FieldChange::default()
        };
        let refused = edit(&mut book, id, &choices(&["net 30", "net 90"]));
        assert!(matches!(refused, Err(Problem::ValueInTheWay { .. })));
        edit(&mut book, id, &choices(&["net 60", "net 90"])).unwrap();
        let number = FieldChange { kind: Some(FieldKind::Number), ..FieldChange::default() };
        assert!(edit(&mut book, id, &number).is_err());
        edit(&mut book, id, &FieldChange { kind: Some(FieldKind::Text), ..FieldChange::default() }).unwrap();
        delete(&mut book, id).unwrap();
        assert!(book.fields_of(&[account]).unwrap().is_empty());
        history::undo(&mut book, None).unwrap();
        assert_eq!(book.fields_of(&[account]).unwrap()[&account][0].value, "net 60");
    }
}
