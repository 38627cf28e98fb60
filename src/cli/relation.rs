//! `keybook relation`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::ops::evidence::Whom;
use crate::report::{pages, rows};
use crate::store::Book;
use crate::store::table::evidence::Person;

/// Shows how a contact and you go together, and how to talk to them
///
/// By the four quadrants of both: where they meet easily, what is to be minded. With a second contact it is
/// between those two.
#[derive(Debug, Args)]
pub(super) struct Relation {
    /// The contact: code, id, or words of the name
    who: String,
    /// With whom: another contact; you, unless told
    other: Option<String>,
}

impl Relation {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let day = desk.as_of()?.unwrap_or(desk.today());
        let with = match &self.other {
            Some(words) => person(&book, words)?,
            None => rows::people::me(&book)?,
        };
        let who = match person(&book, &self.who)? {
            Some(person) => person,
            None => Person::Contact(name::contact(&book, &self.who)?),
        };
        let relation = rows::people::relation(desk.lang, &book, who, with, day)?;
        desk.give(&relation, || pages::people::relation(desk.lang, &relation))
    }
}

/// The person that words mean; none where it is oneself and the book does not know who that is.
fn person(book: &Book, words: &str) -> Result<Option<Person>, Failure> {
    Ok(match name::whom(book, words)? {
        Whom::Contact(id) => Some(Person::Contact(id)),
        Whom::Me => rows::people::me(book)?,
    })
}
