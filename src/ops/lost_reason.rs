//! The list of reasons for which deals are lost.

use super::deal::reason_key;
use super::problem::{Noun, Problem, free};
use super::{Done, input, place};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::table::stage::LostReason;
use crate::store::{Book, Label, Writer};

/// Adds a reason, after those that are there.
///
/// # Errors
/// [`Problem::Missing`] without a name, [`Problem::Taken`] where there is such a reason.
pub fn add(book: &mut Book, name: &str) -> Done<Id> {
    book.operate(|writer| {
        let name = free_name(writer, name, None)?;
        let known = writer.lost_reasons()?;
        let position = known.iter().map(|reason| reason.position + 1).max().unwrap_or_default();
        let reason =
            LostReason { id: writer.mint()?, key: reason_key(&name), name: Some(name.clone()), position };
        writer.insert_lost_reason(&reason)?;
        Ok((reason.id, Label::new(Deed::AddLostReason, name)))
    })
}

/// Gives a reason another name; its key, by which programs know it, stays.
///
/// # Errors
/// As [`add`].
pub fn rename(book: &mut Book, id: Id, name: &str) -> Done<Id> {
    book.operate(|writer| {
        let before: LostReason = writer.row(id)?;
        let name = free_name(writer, name, Some(id))?;
        let reason = LostReason { name: Some(name.clone()), ..before.clone() };
        if reason != before {
            writer.update_lost_reason(&reason)?;
        }
        Ok((id, Label::new(Deed::EditLostReason, called(&before)).with(name)))
    })
}

/// Puts a reason at another place of the list, counted from 1.
///
/// # Errors
/// [`Problem::Store`] where there is no such reason.
pub fn put_at(book: &mut Book, id: Id, to: usize) -> Done<Id> {
    book.operate(|writer| {
        let reason: LostReason = writer.row(id)?;
        let all = place::put(writer.lost_reasons()?, id, to, |reason| reason.id);
        for (mut reason, position) in all.into_iter().zip(0..) {
            if std::mem::replace(&mut reason.position, position) != position {
                writer.update_lost_reason(&reason)?;
            }
        }
        Ok((id, Label::new(Deed::EditLostReason, called(&reason))))
    })
}

/// Deletes a reason that no deal was lost for.
///
/// # Errors
/// [`Problem::InUse`] where deals were.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let reason: LostReason = writer.row(id)?;
        free(Noun::LostReason, called(&reason), &[(RecordKind::Deal, writer.lost_reason_uses(id)?)])?;
        writer.delete_lost_reason(id)?;
        Ok(((), Label::new(Deed::DeleteLostReason, called(&reason))))
    })
}

fn called(reason: &LostReason) -> &str {
    reason.name.as_deref().unwrap_or(&reason.key)
}

/// A name that no other reason has.
fn free_name(writer: &Writer<'_>, name: &str, own: Option<Id>) -> Result<String, Problem> {
    let (name, _) = input::name(name)?;
    let key = reason_key(&name);
    let same = |reason: &LostReason| reason.key == key || reason_key(called(reason)) == key;
    let taken = writer.lost_reasons()?.iter().any(|reason| Some(reason.id) != own && same(reason));
    if taken { Err(Problem::Taken(name)) } else { Ok(name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::deal::{self, DealInput, Lost};
    use crate::ops::testbook;

    #[test]
    fn a_reason_that_a_deal_was_lost_for_stays() {
        let (mut book, account) = testbook::with_account();
        let id = add(&mut book, "Merger of the client").unwrap().value;
        assert!(matches!(add(&mut book, "merger of the CLIENT"), Err(Problem::Taken(_))));
        let input = DealInput { name: Some("Line".into()), account: Some(account), ..DealInput::default() };
        let deal = deal::add(&mut book, &input).unwrap().value;
        let lost = Lost { reason: "merger_of_the_client".into(), ..Lost::default() };
        deal::lose(&mut book, deal, &lost).unwrap();
        assert!(matches!(delete(&mut book, id), Err(Problem::InUse { .. })));
        deal::reopen(&mut book, deal).unwrap();
        delete(&mut book, id).unwrap();
    }

    #[test]
    fn reasons_are_put_in_another_order() {
        let (mut book, _) = testbook::with_account();
        let keys = |book: &Book| -> Vec<String> {
            book.lost_reasons().unwrap().into_iter().map(|reason| reason.key).collect()
        };
        let before = keys(&book);
        let last = book.lost_reasons().unwrap().last().unwrap().id;
        put_at(&mut book, last, 1).unwrap();
        let after = keys(&book);
        assert_eq!((&after[0], &after[1..]), (before.last().unwrap(), &before[..before.len() - 1]));
    }
}
