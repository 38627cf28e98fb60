//! The people on our side, and which of them is at the keyboard.

use super::input::{Field, Set};
use super::problem::{Noun, Problem, free};
use super::{Done, input};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::word::{Need, RecordKind};
use crate::store::table::colleague::Colleague;
use crate::store::{Book, Label, Writer};

/// What a person tells of a colleague; what is not told stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ColleagueInput {
    /// Name; needed for a new one.
    pub name: Option<String>,
    /// E-mail address.
    pub email: Field<String>,
    /// Part on our side: account manager, executive sponsor and so on.
    pub role: Field<String>,
    /// Whether it is the person at the keyboard; whoever was so far is not any more.
    pub is_me: Option<bool>,
    /// All personal needs; these take the place of those known.
    pub needs: Option<Vec<Need>>,
}

/// Adds a colleague.
///
/// # Errors
/// [`Problem::Missing`] without a name, [`Problem::Taken`] where somebody has it, or the address.
pub fn add(book: &mut Book, input: &ColleagueInput) -> Done<Id> {
    book.operate(|writer| {
        let (name, name_key) = input::name(input.name.as_deref().unwrap_or_default())?;
        let mut colleague =
            Colleague { id: writer.mint()?, name, name_key, email: None, role: None, is_me: false };
        apply(writer, &mut colleague, input)?;
        writer.insert_colleague(&colleague)?;
        set_needs(writer, colleague.id, input)?;
        Ok((colleague.id, Label::new(Deed::AddColleague, colleague.name)))
    })
}

/// Changes a colleague.
///
/// # Errors
/// As [`add`].
pub fn edit(book: &mut Book, id: Id, input: &ColleagueInput) -> Done<Id> {
    book.operate(|writer| {
        let before: Colleague = writer.row(id)?;
        let mut colleague = before.clone();
        apply(writer, &mut colleague, input)?;
        if colleague != before {
            writer.update_colleague(&colleague)?;
        }
        set_needs(writer, id, input)?;
        Ok((id, Label::new(Deed::EditColleague, colleague.name)))
    })
}

/// Deletes a colleague who looks after nothing.
///
/// # Errors
/// [`Problem::InUse`] where records belong to them: those want another owner first.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let colleague: Colleague = writer.row(id)?;
        let kinds = [RecordKind::Account, RecordKind::Contact, RecordKind::Deal, RecordKind::Activity];
        let uses: Vec<_> = kinds.into_iter().zip(writer.colleague_uses(id)?).collect();
        free(Noun::Colleague, &colleague.name, &uses)?;
        writer.delete_colleague(id)?;
        Ok(((), Label::new(Deed::DeleteColleague, colleague.name)))
    })
}

fn apply(writer: &Writer<'_>, colleague: &mut Colleague, input: &ColleagueInput) -> Result<(), Problem> {
    if let Some(name) = &input.name {
        (colleague.name, colleague.name_key) = input::name(name)?;
    }
    let email = input::line(input.email.clone()).map(|email| email.map(|email| email.to_lowercase()));
    email.put(&mut colleague.email);
    input::line(input.role.clone()).put(&mut colleague.role);
    // An empty address is nobody's.
    let address = colleague.email.clone().unwrap_or_else(|| colleague.name_key.clone());
    let other = writer.colleagues_alike(&colleague.name_key, &address)?;
    if other.into_iter().any(|other| other.id != colleague.id) {
        return Err(Problem::Taken(colleague.name.clone()));
    }
    if let Some(is_me) = input.is_me {
        if let Some(was) = writer.me()?.filter(|was| is_me && was.id != colleague.id) {
            writer.update_colleague(&Colleague { is_me: false, ..was })?;
        }
        colleague.is_me = is_me;
    }
    Ok(())
}

fn set_needs(writer: &Writer<'_>, id: Id, input: &ColleagueInput) -> Result<(), Problem> {
    let Some(mut needs) = input.needs.clone() else { return Ok(()) };
    needs.sort();
    needs.dedup();
    Ok(writer.set_colleague_needs(id, &needs)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::account::{self, AccountInput};
    use crate::ops::testbook;

    fn named(name: &str, is_me: bool) -> ColleagueInput {
        ColleagueInput { name: Some(name.into()), is_me: Some(is_me), ..ColleagueInput::default() }
    }

    #[test]
    fn only_one_is_at_the_keyboard() {
        let (mut book, _) = testbook::with_account();
        let first = add(&mut book, &named("Lin Wei", true)).unwrap().value;
        add(&mut book, &named("Jane Doe", true)).unwrap();
        assert_eq!(book.me().unwrap().unwrap().name, "Jane Doe");
        edit(&mut book, first, &ColleagueInput { is_me: Some(true), ..Default::default() }).unwrap();
        assert_eq!(book.me().unwrap().unwrap().name, "Lin Wei");
        assert_eq!(book.colleagues().unwrap().iter().filter(|colleague| colleague.is_me).count(), 1);
    }

    #[test]
    fn who_looks_after_an_account_is_not_deleted_and_names_are_given_once() {
        let (mut book, account) = testbook::with_account();
        let id = add(&mut book, &named("Lin Wei", false)).unwrap().value;
        assert!(matches!(add(&mut book, &named("lin wei", false)), Err(Problem::Taken(_))));
        let owner = Some(Some("Lin Wei".to_owned()));
        account::edit(&mut book, account, &AccountInput { owner, ..Default::default() }).unwrap();
        assert!(matches!(delete(&mut book, id), Err(Problem::InUse { .. })));
        account::edit(&mut book, account, &AccountInput { owner: Some(None), ..Default::default() }).unwrap();
        delete(&mut book, id).unwrap();
    }
}
