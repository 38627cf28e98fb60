//! Our side told all at once, as a form does: who of ours covers somebody and how they see us; who has
//! which role for an account.

use std::collections::BTreeSet;

use super::{Done, input, owner};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::person::{Level, OurRole, Rung};
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::table::our_side::{AccountRole, Cover};
use crate::store::table::recollection::SeenAs;
use crate::store::{Book, Label, Writer};

use super::problem::Problem;

/// How somebody stands to our side; what is not told stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SideInput {
    /// All of ours who cover them: by name, by e-mail address, or `me`.
    pub covered_by: Option<Vec<String>>,
    /// The level at which one of ours stands who covers them; who does not, or no longer, is passed over.
    pub levels: Vec<(Id, Option<Level>)>,
    /// On which rung of the ladder they see us, from today on.
    pub sees_us: Option<Rung>,
}

/// Says how a person stands to our side. Who covers them no longer is taken away also as their owner; who
/// stays keeps the level told of them.
///
/// # Errors
/// [`Problem::Store`] where there is no such contact.
pub fn stand(book: &mut Book, contact: Id, told: &SideInput) -> Done<()> {
    book.operate(|writer| {
        let person: Contact = writer.row(contact)?;
        let mut label = Label::new(Deed::CoverContact, person.name.clone());
        if let Some(names) = &told.covered_by {
            label = label.with(names.join(", "));
            cover_by(writer, person.clone(), &found(writer, names)?)?;
        }
        let at_level = set_levels(writer, contact, &told.levels)?;
        if let Some(rung) = told.sees_us {
            if told.covered_by.is_none() && !at_level {
                label = Label::new(Deed::SeeUs, person.name).with(rung.as_str());
            }
            let since = input::past_day(writer, None)?;
            match writer.seen_as_since(contact, since)? {
                Some(known) => writer.update_seen_as(&SeenAs { rung, ..known })?,
                None => {
                    let (id, created_at) = (writer.mint()?, writer.now);
                    writer.insert_seen_as(&SeenAs { id, contact_id: contact, rung, since, created_at })?;
                }
            }
        }
        Ok::<_, Problem>(((), label))
    })
}

/// Makes these all who have a role for an account, for each role that is told.
///
/// # Errors
/// [`Problem::Store`] where there is no such account.
pub fn set_team(book: &mut Book, account: Id, told: &[(OurRole, Vec<String>)]) -> Done<()> {
    book.operate(|writer| {
        let at: Account = writer.row(account)?;
        let before = writer.account_roles(account)?;
        let mut named = Vec::new();
        for (role, names) in told {
            let now = found(writer, names)?;
            let known: Vec<&AccountRole> = before.iter().filter(|one| one.role == *role).collect();
            for gone in known.iter().filter(|one| !now.contains(&one.colleague_id)) {
                writer.delete_account_role(gone.id)?;
            }
            for colleague_id in now.iter().filter(|id| known.iter().all(|one| one.colleague_id != **id)) {
                let row = AccountRole {
                    id: writer.mint()?,
                    account_id: account,
                    colleague_id: *colleague_id,
                    role: *role,
                };
                writer.insert_account_role(&row)?;
            }
            named.extend(names.iter().cloned());
        }
        Ok::<_, Problem>(((), Label::new(Deed::AssignRole, at.name).with(named.join(", "))))
    })
}

/// Those of ours who are named; who is not known yet is added.
fn found(writer: &Writer<'_>, names: &[String]) -> Result<BTreeSet<Id>, Problem> {
    names.iter().map(|name| owner::find_or_add(writer, name)).collect()
}

fn cover_by(writer: &Writer<'_>, person: Contact, now: &BTreeSet<Id>) -> Result<(), Problem> {
    let contact_id = person.id;
    let before = writer.covers(contact_id)?;
    for gone in before.iter().filter(|one| !now.contains(&one.colleague_id)) {
        writer.delete_cover(gone.id)?;
    }
    let is_known = |id: &Id| before.iter().any(|one| one.colleague_id == *id) || person.owner_id == Some(*id);
    for colleague_id in now.iter().filter(|id| !is_known(id)) {
        let id = writer.mint()?;
        writer.insert_cover(&Cover { id, contact_id, colleague_id: *colleague_id, level: None })?;
    }
    if person.owner_id.is_some_and(|owner| !now.contains(&owner)) {
        writer.update_contact(&Contact { owner_id: None, updated_at: writer.now, ..person })?;
    }
    Ok(())
}

/// Says at which level ours stand; true where one was told of somebody who covers them.
fn set_levels(writer: &Writer<'_>, contact_id: Id, told: &[(Id, Option<Level>)]) -> Result<bool, Problem> {
    let owner = writer.row::<Contact>(contact_id)?.owner_id;
    let mut any = false;
    for (colleague_id, level) in told.iter().copied() {
        match writer.cover(contact_id, colleague_id)? {
            Some(known) => writer.update_cover(&Cover { level, ..known })?,
            // An owner covers without being told to; at a level they are told.
            None if owner == Some(colleague_id) && level.is_some() => {
                writer.insert_cover(&Cover { id: writer.mint()?, contact_id, colleague_id, level })?;
            }
            None => continue,
        }
        any = true;
    }
    Ok(any)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::{coverage, history, testbook};
    use crate::store::view::people::Group;

    fn names(all: &[&str]) -> Option<Vec<String>> {
        Some(all.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn who_covers_somebody_is_told_at_once_and_taken_back_at_once() {
        let (mut book, ada) = testbook::with_contact();
        coverage::cover(&mut book, ada, "Lin Wei", Some(Some(Level::Top))).unwrap();
        let told = SideInput {
            covered_by: names(&["Lin Wei", "Dana Holt"]),
            sees_us: Some(Rung::NeedsSeller),
            ..SideInput::default()
        };
        stand(&mut book, ada, &told).unwrap();
        let covers = |book: &Book| {
            let people = book.people(Group::One(ada)).unwrap();
            let mut all: Vec<_> = people[0].covered_by.iter().map(|by| (by.name.clone(), by.level)).collect();
            all.sort();
            (all, people[0].rung)
        };
        let both = vec![("Dana Holt".to_owned(), None), ("Lin Wei".to_owned(), Some(Level::Top))];
        assert_eq!(covers(&book), (both, Some(Rung::NeedsSeller)));
        stand(&mut book, ada, &SideInput { covered_by: names(&[]), ..SideInput::default() }).unwrap();
        assert_eq!(covers(&book).0, []);
        history::undo(&mut book, None).unwrap();
        history::undo(&mut book, None).unwrap();
        assert_eq!(covers(&book), (vec![("Lin Wei".to_owned(), Some(Level::Top))], None));
    }

    #[test]
    fn an_owner_who_covers_no_longer_owns_no_longer() {
        let (mut book, ada) = testbook::with_contact();
        let owned =
            crate::ops::contact::ContactInput { owner: Some(Some("Lin Wei".into())), ..Default::default() };
        crate::ops::contact::edit(&mut book, ada, &owned).unwrap();
        let same = SideInput { covered_by: names(&["lin wei"]), ..SideInput::default() };
        stand(&mut book, ada, &same).unwrap();
        assert!(book.row::<Contact>(ada).unwrap().owner_id.is_some());
        stand(&mut book, ada, &SideInput { covered_by: names(&["Dana Holt"]), ..SideInput::default() })
            .unwrap();
        assert_eq!(book.row::<Contact>(ada).unwrap().owner_id, None);
    }

    #[test]
    fn the_level_of_one_who_covers_is_told_and_of_one_who_does_not_is_passed_over() {
        let (mut book, ada) = testbook::with_contact();
        coverage::cover(&mut book, ada, "Lin Wei", None).unwrap();
        let people = book.people(Group::One(ada)).unwrap();
        let lin = people[0].covered_by[0].colleague;
        let level = |book: &Book| {
            let people = book.people(Group::One(ada)).unwrap();
            people[0].covered_by.iter().map(|by| by.level).collect::<Vec<_>>()
        };
        let at = |level| SideInput { levels: vec![(lin, level)], ..SideInput::default() };
        stand(&mut book, ada, &at(Some(Level::Middle))).unwrap();
        assert_eq!(level(&book), [Some(Level::Middle)]);
        stand(&mut book, ada, &at(None)).unwrap();
        assert_eq!(level(&book), [None]);
        let gone = SideInput { covered_by: names(&[]), ..at(Some(Level::Top)) };
        stand(&mut book, ada, &gone).unwrap();
        assert_eq!(level(&book), []);
    }

    #[test]
    fn the_team_of_an_account_is_told_role_by_role() {
        let (mut book, account) = testbook::with_account();
        coverage::assign(&mut book, account, "Lin Wei", OurRole::Delivery).unwrap();
        let told = [
            (OurRole::ExecutiveSponsor, vec!["Dana Holt".to_owned()]),
            (OurRole::Delivery, vec!["Jo Park".to_owned(), "Dana Holt".to_owned()]),
        ];
        set_team(&mut book, account, &told).unwrap();
        let team = |book: &Book| -> Vec<(String, Vec<OurRole>)> {
            book.team(account).unwrap().into_iter().map(|one| (one.name, one.roles)).collect()
        };
        let dana = ("Dana Holt".to_owned(), vec![OurRole::ExecutiveSponsor, OurRole::Delivery]);
        assert_eq!(team(&book), [dana, ("Jo Park".to_owned(), vec![OurRole::Delivery])]);
        assert!(set_team(&mut book, account, &told).unwrap().operation.is_none(), "nothing new");
    }
}
