//! The people of an account or a deal, in three views: those who weigh most first, as they report to each
//! other, and as ours stand across from theirs.

mod chart;
#[cfg(test)]
mod tests;
mod weight;
mod zipper;

use std::collections::HashSet;

use ratatui::style::Style;

use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::report::words::Word;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::view::people::{Group, KeyPerson};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::sheet::{Drawn, Meeting, Stands};

use super::side::Side;

pub use weight::lines;

/// How the people are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// Those who weigh most first.
    #[default]
    Weight,
    /// As they report to each other.
    Chart,
    /// Ours across from theirs.
    Zipper,
}

impl View {
    const ALL: [View; 3] = [View::Weight, View::Chart, View::Zipper];

    /// By its number; any other number is the first view.
    pub fn of(number: usize) -> View {
        View::ALL.get(number).copied().unwrap_or_default()
    }

    /// The one after it.
    pub fn next(self) -> View {
        View::ALL[(self as usize + 1) % View::ALL.len()]
    }

    fn title(self, look: &Look) -> Word {
        match self {
            View::Weight => tr!(look.lang, "record.who_matters"),
            View::Chart => tr!(look.lang, "chart.title"),
            View::Zipper => tr!(look.lang, "zipper.title"),
        }
    }
}

/// Puts the people on a side, in a view; those below the `folded` ones are left out of the tree.
///
/// # Errors
/// What the store could not read.
pub fn put(
    side: &mut Side,
    book: &Book,
    look: &Look,
    of: &Chosen,
    (view, folded): (View, &HashSet<Id>),
) -> Result<()> {
    let sheet = &mut side.sheet;
    sheet.drawn("", vec![tabs(look, view)]);
    match view {
        View::Weight => {
            let lines = lines(book, look, of)?;
            if lines.is_empty() {
                sheet.words(tr!(look.lang, "record.nobody_yet"));
            }
            sheet.noted("", lines);
            Ok(())
        }
        View::Chart => chart::put(side, book, look, of, folded),
        View::Zipper => zipper::put(sheet, book, look, of),
    }
}

/// The views by name, the one that is shown marked.
fn tabs(look: &Look, view: View) -> Drawn {
    let each = View::ALL.into_iter().map(|one| {
        let is_here = one == view;
        let mark = if is_here { "▸" } else { " " };
        let style = if is_here { look.theme.title } else { look.theme.dim };
        (format!("{mark}{}  ", one.title(look)), style)
    });
    Drawn { left: each.collect(), ..Drawn::default() }
}

/// Whose people.
fn group(of: &Chosen) -> Group {
    match of.kind {
        RecordKind::Deal => Group::Deal(of.id),
        _ => Group::Account(of.id),
    }
}

/// The people of an account; for a deal of it, as they are there.
struct Around {
    account: Id,
    people: Vec<KeyPerson>,
    /// Those of the deal; none where it is not about one.
    in_deal: Option<HashSet<Id>>,
}

impl Around {
    /// Whether somebody stands beside the deal that it is about.
    fn is_beside(&self, person: &KeyPerson) -> bool {
        self.in_deal.as_ref().is_some_and(|known| !known.contains(&person.contact.id))
    }

    /// The style of a name.
    fn name_style(&self, look: &Look, person: &KeyPerson) -> Style {
        match self.in_deal {
            Some(_) if self.is_beside(person) => look.theme.dim,
            Some(_) => look.theme.title,
            None => Style::new(),
        }
    }
}

/// All people of the account of a record. Who has a part in the deal that it is about is as they are there,
/// also where they are of another firm.
fn around(book: &Book, of: &Chosen) -> Result<Around> {
    let (account, here) = match of.kind {
        RecordKind::Deal => (book.row::<Deal>(of.id)?.account_id, Some(book.people(Group::Deal(of.id))?)),
        _ => (of.id, None),
    };
    let mut people = book.people(Group::Account(account))?;
    let in_deal = here.map(|here| {
        let known: HashSet<Id> = here.iter().map(|person| person.contact.id).collect();
        people.retain(|person| !known.contains(&person.contact.id));
        people.splice(0..0, here);
        known
    });
    Ok(Around { account, people, in_deal })
}

/// A person as what a line stands for.
fn standing(contact: &Contact) -> Stands {
    Stands::Record(contact.into())
}

/// The letters of the rooms in which somebody is at home.
fn rooms(person: &KeyPerson) -> String {
    let rooms: String = person.profile.dominant().iter().map(|room| room.as_str().to_uppercase()).collect();
    if rooms.is_empty() { "?".to_owned() } else { rooms }
}

/// A line that only says something.
fn said(words: impl Into<String>, style: Style) -> Drawn {
    Drawn { left: vec![(words.into(), style)], meeting: Meeting::Apart, ..Drawn::default() }
}
