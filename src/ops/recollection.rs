//! What is remembered of people: what they said, moments of pride, interests, family.

use chrono::NaiveDate;

use super::problem::{Place, Problem};
use super::{Done, evidence, input};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::person::RecollectionKind;
use crate::domain::text::clean_text;
use crate::store::table::contact::Contact;
use crate::store::table::recollection::Recollection;
use crate::store::{Book, Label};

/// Something to recall, as a person tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecollectionInput {
    /// What it is.
    pub kind: RecollectionKind,
    /// In words.
    pub text: String,
    /// The day it was said or learned; none is today. It may be past, not future.
    pub on: Option<NaiveDate>,
}

impl RecollectionInput {
    /// Something said today.
    pub fn quote(text: impl Into<String>) -> Self {
        RecollectionInput { kind: RecollectionKind::Quote, text: text.into(), on: None }
    }
}

/// Keeps something of a contact.
///
/// # Errors
/// [`Problem::Missing`] without words, [`Problem::Future`] for the day.
pub fn add(book: &mut Book, contact: Id, told: &RecollectionInput) -> Done<Id> {
    book.operate(|writer| {
        let person: Contact = writer.row(contact)?;
        let kept = Recollection {
            id: writer.mint()?,
            contact_id: Some(contact),
            colleague_id: None,
            observation_id: None,
            kind: told.kind,
            told_on: input::past_day(writer, told.on)?,
            text: words(&told.text)?,
            created_at: writer.now,
        };
        writer.insert_recollection(&kept)?;
        Ok((kept.id, Label::new(Deed::AddRecollection, person.name).with(kept.text)))
    })
}

/// Changes what is kept; what is not told stays as it is.
///
/// # Errors
/// As [`add`].
pub fn edit(
    book: &mut Book,
    id: Id,
    kind: Option<RecollectionKind>,
    text: Option<&str>,
    on: Option<NaiveDate>,
) -> Done<Id> {
    book.operate(|writer| {
        let before: Recollection = writer.row(id)?;
        let name = evidence::name_of(writer, before.contact_id, before.colleague_id)?;
        let mut kept = before.clone();
        kept.kind = kind.unwrap_or(kept.kind);
        if let Some(text) = text {
            kept.text = words(text)?;
        }
        if on.is_some() {
            kept.told_on = input::past_day(writer, on)?;
        }
        if kept != before {
            writer.update_recollection(&kept)?;
        }
        Ok((id, Label::new(Deed::EditRecollection, name).with(kept.text)))
    })
}

/// Forgets it.
///
/// # Errors
/// [`Problem::Store`] where there is no such thing.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let kept: Recollection = writer.row(id)?;
        let name = evidence::name_of(writer, kept.contact_id, kept.colleague_id)?;
        writer.delete_recollection(id)?;
        Ok(((), Label::new(Deed::DeleteRecollection, name).with(kept.text)))
    })
}

fn words(text: &str) -> Result<String, Problem> {
    let text = clean_text(text);
    if text.trim().is_empty() { Err(Problem::Missing(Place::Text)) } else { Ok(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::{history, testbook};
    use crate::store::table::evidence::Person;

    #[test]
    fn what_is_remembered_is_changed_forgotten_and_brought_back() {
        let (mut book, ada) = testbook::with_contact();
        let id = add(&mut book, ada, &RecollectionInput::quote("never on a Friday")).unwrap().value;
        edit(&mut book, id, Some(RecollectionKind::Interest), Some("chess"), None).unwrap();
        let kept: Recollection = book.row(id).unwrap();
        assert_eq!((kept.kind, kept.text.as_str()), (RecollectionKind::Interest, "chess"));
        assert_eq!(kept.told_on, book.today());
        delete(&mut book, id).unwrap();
        assert!(book.recollections(Person::Contact(ada)).unwrap().is_empty());
        history::undo(&mut book, None).unwrap();
        assert_eq!(book.recollections(Person::Contact(ada)).unwrap().len(), 1);
    }

    #[test]
    fn it_has_words_and_a_day_that_has_been() {
        let (mut book, ada) = testbook::with_contact();
        let empty = add(&mut book, ada, &RecollectionInput::quote(" \n "));
        assert!(matches!(empty, Err(Problem::Missing(Place::Text))));
        let on = book.today().succ_opt();
        let tomorrow = add(&mut book, ada, &RecollectionInput { on, ..RecollectionInput::quote("x") });
        assert!(matches!(tomorrow, Err(Problem::Future(_))));
    }
}
