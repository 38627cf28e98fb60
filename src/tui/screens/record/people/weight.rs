//! The people of an account or a deal, those who weigh most first.

use crate::domain::word::RecordKind;
use crate::report::{people as people_words, words};
use crate::store::view::people::KeyPerson;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::sheet::Line;

/// A line for each, and what else is known of them.
///
/// # Errors
/// What the store could not read.
pub fn lines(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<(Line, Vec<String>)>> {
    let people = book.people(super::group(of))?;
    let in_deal = of.kind == RecordKind::Deal;
    Ok(people.iter().map(|person| line(look, person, in_deal)).collect())
}

fn line(look: &Look, person: &KeyPerson, in_deal: bool) -> (Line, Vec<String>) {
    let lang = look.lang;
    let contact = &person.contact;
    let parts = person.parts.iter().map(|part| words::part(lang, *part));
    let role = person.role().map(|role| words::decision_role(lang, role));
    let stance =
        person.stance.map_or(tr!(lang, "record.stance_unknown"), |stance| words::stance(lang, stance));
    let about: Vec<_> = parts.chain(role).chain([stance]).collect();
    let what = match &contact.title {
        Some(title) => format!("{}, {title}", contact.name),
        None => contact.name.clone(),
    };
    let needs = lang.list(person.needs.iter().map(|need| words::need(lang, *need)));
    let rung = person.rung.map(|rung| people_words::rung(lang, rung));
    let met = person.last_contact.map(|day| tr!(lang, "record.last_contact", day = look.date(day)));
    let here = (in_deal && person.differs_here).then(|| tr!(lang, "seat.differs"));
    let below: Vec<_> = [here, Some(needs.into()).filter(|needs: &words::Word| !needs.is_empty()), rung, met]
        .into_iter()
        .flatten()
        .collect();
    let stands_for = Some(super::standing(contact));
    let below = Some(below.join(" · ")).filter(|words| !words.is_empty());
    (Line { what, about: about.join(" · "), style: look.theme.dim, stands_for }, below.into_iter().collect())
}
