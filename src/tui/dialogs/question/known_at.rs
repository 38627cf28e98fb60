//! How a person is reached, and where they worked before: fields with a line for each.

use super::told::{Sheet, Told};
use super::usual::words;
use crate::domain::employer::Employer;
use crate::domain::id::Id;
use crate::domain::reach::{Labelled, Way};
use crate::report::reach;
use crate::store::table::contact::Contact;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::form::choice::Takes;

/// The field of e-mail addresses.
pub const EMAILS: &str = "emails";

/// The field of telephone numbers.
pub const PHONES: &str = "phones";

/// The field of former employers.
const EMPLOYERS: &str = "employers";

/// The sheet with the addresses and numbers of a person, each with what it is for.
///
/// # Errors
/// What the store could not read.
pub fn reaches(sheet: Sheet, book: &Book, look: &Look, id: Option<Id>) -> Result<Sheet> {
    let (mut emails, mut phones) = (Vec::new(), Vec::new());
    if let Some(id) = id {
        emails = book.emails_of_all(&[id])?.remove(&id).unwrap_or_default();
        phones = book.phones_of_all(&[id])?.remove(&id).unwrap_or_default();
    }
    let lang = look.lang;
    let put = |sheet: Sheet, way: Way, all: &[Labelled], (label, hint)| {
        let takes = Takes::Reaches(way, words(look, way.labels(), reach::reach_label));
        let shown: Vec<String> = all.iter().map(|one| reach::typed(lang, way, one)).collect();
        let before =
            all.iter().map(|(label, value)| format!("{}\t{value}", label.as_deref().unwrap_or_default()));
        sheet.told_in_lines(label, hint, takes, &shown.join("\n"), before.collect::<Vec<_>>().join("\n"))
    };
    let words = (tr!(lang, "column.emails"), tr!(lang, "ask.emails_hint"));
    let sheet = put(sheet, Way::Email, &emails, words).called(EMAILS);
    let words = (tr!(lang, "column.phones"), tr!(lang, "ask.phones_hint"));
    Ok(put(sheet, Way::Phone, &phones, words).called(PHONES))
}

/// The addresses or numbers told, all of them, if they are others than before.
pub fn reaches_told(told: &Told<'_>, field: &str) -> Option<Vec<Labelled>> {
    let reach = |pieces: Vec<String>| {
        let mut pieces = pieces.into_iter();
        let label = pieces.next().filter(|label| !label.is_empty());
        pieces.next().map(|value| (label, value))
    };
    Some(told.pieces(field)?.into_iter().filter_map(reach).collect())
}

/// The sheet with the houses where a person worked before.
///
/// # Errors
/// What the store could not read.
pub fn employers(sheet: Sheet, book: &Book, look: &Look, person: Option<&Contact>) -> Result<Sheet> {
    let all = match person {
        Some(person) => book.employers_of_all(&[person.id])?.remove(&person.id).unwrap_or_default(),
        None => Vec::new(),
    };
    let shown: Vec<String> = all.iter().map(|one| reach::employer(look.lang, one)).collect();
    let before = all.iter().map(|one| {
        let until = one.until.map(|day| day.to_string()).unwrap_or_default();
        format!("{}\t{}\t{until}", one.name, one.title.as_deref().unwrap_or_default())
    });
    let before = before.collect::<Vec<_>>().join("\n");
    let (label, hint) = (tr!(look.lang, "column.employers"), tr!(look.lang, "ask.employers_hint"));
    Ok(sheet.told_in_lines(label, hint, Takes::Employers, &shown.join("\n"), before).called(EMPLOYERS))
}

/// The houses told, all of them, if they are others than before.
pub fn employers_told(told: &Told<'_>) -> Option<Vec<Employer>> {
    let employer = |pieces: Vec<String>| {
        let piece = |at: usize| pieces.get(at).filter(|piece| !piece.is_empty());
        Some(Employer {
            name: piece(0)?.clone(),
            title: piece(1).cloned(),
            until: piece(2).and_then(|day| day.parse().ok()),
        })
    };
    Some(told.pieces(EMPLOYERS)?.into_iter().filter_map(employer).collect())
}
