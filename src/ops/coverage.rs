//! Our side and theirs: how a person sees us, who of ours covers whom of theirs, who has which role for an
//! account, one's own needs.

use chrono::NaiveDate;

use super::problem::Problem;
use super::{Done, Field, Set, input, owner};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::person::{Level, OurRole, Rung};
use crate::domain::word::Need;
use crate::store::table::account::Account;
use crate::store::table::colleague::Colleague;
use crate::store::table::contact::Contact;
use crate::store::table::our_side::{AccountRole, Cover};
use crate::store::table::recollection::SeenAs;
use crate::store::{Book, Label};

/// Says on which rung of the ladder a person sees us, from a day on (today, if none is told).
///
/// # Errors
/// [`Problem::Future`] for the day.
pub fn see_us(book: &mut Book, contact: Id, rung: Rung, since: Option<NaiveDate>) -> Done<Id> {
    book.operate(|writer| {
        let person: Contact = writer.row(contact)?;
        let since = input::past_day(writer, since)?;
        let id = match writer.seen_as_since(contact, since)? {
            Some(known) => {
                if known.rung != rung {
                    writer.update_seen_as(&SeenAs { rung, ..known.clone() })?;
                }
                known.id
            }
            None => {
                let id = writer.mint()?;
                let created_at = writer.now;
                writer.insert_seen_as(&SeenAs { id, contact_id: contact, rung, since, created_at })?;
                id
            }
        };
        Ok((id, Label::new(Deed::SeeUs, person.name).with(rung.as_str())))
    })
}

/// Puts one of ours beside one of theirs: by name, by e-mail address, or `me`; one who is not known yet is
/// added. The level is where ours stands, if that does not follow from the roles.
///
/// # Errors
/// [`Problem::Store`] where there is no such contact.
pub fn cover(book: &mut Book, contact: Id, who: &str, level: Field<Level>) -> Done<Id> {
    book.operate(|writer| {
        let person: Contact = writer.row(contact)?;
        let colleague = owner::find_or_add(writer, who)?;
        let name = writer.row::<Colleague>(colleague)?.name;
        let id = match writer.cover(contact, colleague)? {
            Some(known) => {
                let mut covers = known.clone();
                level.put(&mut covers.level);
                if covers != known {
                    writer.update_cover(&covers)?;
                }
                known.id
            }
            None => {
                let id = writer.mint()?;
                let level = level.flatten();
                writer.insert_cover(&Cover { id, contact_id: contact, colleague_id: colleague, level })?;
                id
            }
        };
        Ok((id, Label::new(Deed::CoverContact, person.name).with(name)))
    })
}

/// Takes one of ours away from one of theirs, also as the contact's owner.
///
/// # Errors
/// [`Problem::NoCover`] where they do not cover them.
pub fn uncover(book: &mut Book, contact: Id, who: &str) -> Done<()> {
    book.operate(|writer| {
        let person: Contact = writer.row(contact)?;
        let refused = || Problem::NoCover { who: who.to_owned(), contact: person.name.clone() };
        let colleague = owner::find(writer, who)?.ok_or_else(refused)?;
        let covers = writer.cover(contact, colleague.id)?;
        let owns = person.owner_id == Some(colleague.id);
        if covers.is_none() && !owns {
            return Err(refused());
        }
        if let Some(cover) = covers {
            writer.delete_cover(cover.id)?;
        }
        let label = Label::new(Deed::UncoverContact, person.name.clone()).with(colleague.name);
        if owns {
            writer.update_contact(&Contact { owner_id: None, updated_at: writer.now, ..person })?;
        }
        Ok(((), label))
    })
}

/// Gives one of ours a role for an account.
///
/// # Errors
/// [`Problem::Store`] where there is no such account.
pub fn assign(book: &mut Book, account: Id, who: &str, role: OurRole) -> Done<Id> {
    book.operate(|writer| {
        let at: Account = writer.row(account)?;
        let colleague = owner::find_or_add(writer, who)?;
        let id = match writer.account_role(account, colleague, role)? {
            Some(known) => known.id,
            None => {
                let id = writer.mint()?;
                let row = AccountRole { id, account_id: account, colleague_id: colleague, role };
                writer.insert_account_role(&row)?;
                id
            }
        };
        let name = writer.row::<Colleague>(colleague)?.name;
        Ok((id, Label::new(Deed::AssignRole, at.name).with(name)))
    })
}

/// Takes a role for an account from one of ours.
///
/// # Errors
/// [`Problem::NoRole`] where they do not have it.
pub fn unassign(book: &mut Book, account: Id, who: &str, role: OurRole) -> Done<()> {
    book.operate(|writer| {
        let at: Account = writer.row(account)?;
        let refused = || Problem::NoRole { who: who.to_owned(), account: at.name.clone() };
        let colleague = owner::find(writer, who)?.ok_or_else(refused)?;
        let known = writer.account_role(account, colleague.id, role)?.ok_or_else(refused)?;
        writer.delete_account_role(known.id)?;
        Ok(((), Label::new(Deed::UnassignRole, at.name.clone()).with(colleague.name)))
    })
}

/// Says whether an account decides as a group.
///
/// # Errors
/// [`Problem::Store`] where there is no such account.
pub fn set_collective(book: &mut Book, account: Id, collective: bool) -> Done<Id> {
    book.operate(|writer| {
        let at: Account = writer.row(account)?;
        let label = Label::new(Deed::SetCollective, at.name.clone());
        if at.decides_collectively != collective {
            let now = writer.now;
            writer.update_account(&Account { decides_collectively: collective, updated_at: now, ..at })?;
        }
        Ok((account, label))
    })
}

/// Says what one needs oneself.
///
/// # Errors
/// [`Problem::Store`].
pub fn set_own_needs(book: &mut Book, needs: &[Need]) -> Done<Id> {
    book.operate(|writer| {
        let me = owner::find_or_add(writer, "me")?;
        let mut needs = needs.to_vec();
        needs.sort();
        needs.dedup();
        writer.set_colleague_needs(me, &needs)?;
        Ok((me, Label::new(Deed::SetOwnNeeds, writer.row::<Colleague>(me)?.name)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::contact::{self, ContactInput};
    use crate::ops::testbook;

    #[test]
    fn the_newest_rung_holds_and_one_told_again_for_a_day_takes_its_place() {
        let (mut book, ada) = testbook::with_contact();
        let day = |text: &str| Some(text.parse().unwrap());
        see_us(&mut book, ada, Rung::Visitor, day("2026-01-10")).unwrap();
        see_us(&mut book, ada, Rung::PriceSeller, day("2026-06-01")).unwrap();
        see_us(&mut book, ada, Rung::NeedsSeller, day("2026-06-01")).unwrap();
        assert_eq!(book.seen_as(ada, book.today()).unwrap().unwrap().rung, Rung::NeedsSeller);
        let then = "2026-03-01".parse().unwrap();
        assert_eq!(book.seen_as(ada, then).unwrap().unwrap().rung, Rung::Visitor);
    }

    #[test]
    fn who_covers_is_put_beside_them_once_and_taken_away() {
        let (mut book, ada) = testbook::with_contact();
        cover(&mut book, ada, "Lin Wei", None).unwrap();
        let again = cover(&mut book, ada, "lin wei", None).unwrap();
        assert!(again.operation.is_none(), "nothing new");
        cover(&mut book, ada, "Lin Wei", Some(Some(Level::Top))).unwrap();
        uncover(&mut book, ada, "lin wei").unwrap();
        assert!(matches!(uncover(&mut book, ada, "lin wei"), Err(Problem::NoCover { .. })));
    }

    #[test]
    fn uncovering_takes_the_owner_away_too() {
        let (mut book, ada) = testbook::with_contact();
        let input = ContactInput { owner: Some(Some("Lin Wei".into())), ..ContactInput::default() };
        contact::edit(&mut book, ada, &input).unwrap();
        uncover(&mut book, ada, "Lin Wei").unwrap();
        assert_eq!(book.row::<Contact>(ada).unwrap().owner_id, None);
    }

    #[test]
    fn a_role_is_given_once_and_taken_away() {
        let (mut book, account) = testbook::with_account();
        assign(&mut book, account, "me", OurRole::AccountManager).unwrap();
        assert!(assign(&mut book, account, "me", OurRole::AccountManager).unwrap().operation.is_none());
        unassign(&mut book, account, "me", OurRole::AccountManager).unwrap();
        let again = unassign(&mut book, account, "me", OurRole::AccountManager);
        assert!(matches!(again, Err(Problem::NoRole { .. })));
    }
}
