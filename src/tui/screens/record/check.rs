//! The walk-around of a proposal: the questions of the four rooms, those of the audience first, to be
//! ticked off. A room in which the audience is at home and nothing is ticked is flagged.

use ratatui::style::{Modifier, Style};

use crate::domain::quadrant::Quadrant;
use crate::domain::quadrant::walk::{Check, neglected, rooms};
use crate::domain::word::RecordKind;
use crate::report::quadrant;
use crate::report::rows::people::audience;
use crate::store::view::people::{Group, KeyPerson};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::{Deed, MindDeed};
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::sheet::{Drawn, Sheet, Stands};

/// Puts the questions on a sheet.
///
/// # Errors
/// What the store could not read.
pub fn put(sheet: &mut Sheet, book: &Book, look: &Look, of: &Chosen) -> Result<()> {
    let lang = look.lang;
    let group = match of.kind {
        RecordKind::Deal => Group::Deal(of.id),
        _ => Group::Account(of.id),
    };
    let people = book.people(group)?;
    let audience = audience(&people);
    let ticks = book.walk_ticks(of.id)?;
    let ticked: Vec<Check> = ticks.iter().map(|tick| tick.question).collect();
    let neglected = neglected(&audience, &ticked);
    match (audience.is_empty(), neglected.as_slice()) {
        (true, _) => sheet.words(tr!(lang, "check.nobody_known")),
        (_, []) => sheet.words(tr!(lang, "check.all_rooms")),
        (_, rooms) => {
            let names: Vec<_> = rooms.iter().map(|room| quadrant::name(lang, *room)).collect();
            sheet.words(format!("! {}", tr!(lang, "page.neglected", rooms = lang.list(&names))))
        }
    };
    for room in rooms(&audience) {
        let head = head(look, room, &people, neglected.contains(&room));
        let asked = Check::ALL.iter().filter(|check| check.quadrant() == room);
        let lines = asked.map(|check| {
            let ticked_on = ticks.iter().find(|tick| tick.question == *check).map(|tick| tick.ticked_on);
            let deed = MindDeed::Tick(of.kind, of.id, *check, ticked_on.is_none());
            let sign = if ticked_on.is_some() { ("[x] ", look.theme.good) } else { ("[ ] ", Style::new()) };
            Drawn {
                left: vec![
                    (sign.0.to_owned(), sign.1),
                    (quadrant::check(lang, *check).into_owned(), Style::new()),
                ],
                right: ticked_on.map(|day| (look.date(day), look.theme.dim)).into_iter().collect(),
                stands_for: Some(Stands::Does(Box::new(Deed::Mind(deed)))),
                ..Drawn::default()
            }
        });
        sheet.drawn("", std::iter::once(head).chain(lines).collect());
    }
    Ok(())
}

/// A room's name, who of the audience is at home there, and whether it waits for a tick.
fn head(look: &Look, room: Quadrant, people: &[KeyPerson], is_neglected: bool) -> Drawn {
    let style = Style { bg: None, ..look.theme.room(room) }.add_modifier(Modifier::BOLD);
    let name = format!("{} {}", room.as_str().to_uppercase(), quadrant::name(look.lang, room));
    let at_home = people.iter().filter(|person| person.profile.dominant().contains(&room));
    let at_home = look.lang.list(at_home.map(|person| &person.contact.name));
    let warning = if is_neglected { format!("! {}", tr!(look.lang, "check.untold")) } else { String::new() };
    Drawn {
        left: vec![(name, style), (format!("  {}", at_home), look.theme.dim)],
        right: vec![(warning, look.theme.warn)],
        ..Drawn::default()
    }
}
