//! Where an account or a deal stands, on one screen: what comes next, what is missing, who matters. Each part
//! gets as many lines as there is room for; what is more stands on its own side.

use super::board::Board;
use super::missing::{self, side as leads};
use super::side::Side;
use super::{Tab, coming, entries, people, standing};
use crate::domain::entry::{EntryKind, Holder};
use crate::domain::plan;
use crate::domain::word::RecordKind;
use crate::report::{entry_words, reason, rows};
use crate::store::view::lines::DealLine;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::list::detail::kept::links;
use crate::tui::screens::{Chosen, Place};
use crate::tui::widgets::sheet::{Line, Sheet};

/// The parts that share the room, each with its heading and all its lines.
type Parts = Vec<(String, Vec<Line>)>;

/// Reads it for an account; `room` is how many lines its side has.
///
/// # Errors
/// What the store could not read.
pub fn of_account(book: &Book, look: &Look, of: &Chosen, room: u16) -> Result<Side> {
    let content = book.plan_content(of.id)?;
    let states = plan::sections(&content);
    let mut side = Side { board: Board::Steps(plan::steps(&states)), ..Side::default() };
    let standing = standing::lines(book, look, of, &content)?;
    let taken = standing.len();
    side.sheet.lines(standing);
    let parts = shared(book, look, of, &mut side, missing::of_account(look, of.id, &states))?;
    put(&mut side.sheet, look, parts, usize::from(room).saturating_sub(taken));
    Ok(side)
}

/// Reads it for a deal; `room` is how many lines its side has.
///
/// # Errors
/// What the store could not read.
pub fn of_deal(book: &Book, look: &Look, of: &Chosen, room: u16) -> Result<Side> {
    let lang = look.lang;
    let mut side = Side::default();
    let mut taken = 0;
    let worries = worries(book, look, of)?;
    if !worries.is_empty() {
        taken += worries.len() + 2;
        side.sheet.section(tr!(lang, "record.attention"), worries);
    }
    let judged = book.entries(EntryKind::Elements, Holder::Deal(of.id))?;
    if let Some(latest) = judged.last() {
        let out = rows::entry::entry(book, latest.clone())?;
        let (line, notes) = entries::line(look, &out);
        taken += notes.len() + 3;
        side.sheet.noted(entry_words::kinds(lang, EntryKind::Elements), vec![(line, notes)]);
    }
    let missing = missing::of_deal(book, look, of)?;
    let parts = shared(book, look, of, &mut side, missing)?;
    side.groups.push(judged);
    // The first heading of all has no line before it.
    put(&mut side.sheet, look, parts, (usize::from(room) + 1).saturating_sub(taken));
    Ok(side)
}

/// What comes next, what is missing, who matters, where there is more to read.
fn shared(book: &Book, look: &Look, of: &Chosen, side: &mut Side, missing: Vec<Line>) -> Result<Parts> {
    let lang = look.lang;
    let (mut coming, groups) = coming::read(book, look, of)?;
    side.groups.extend(groups);
    if coming.is_empty() {
        coming.push(said(look, tr!(lang, "record.nothing_next").into_owned()));
    }
    let mut parts = vec![(tr!(lang, "record.next").into_owned(), coming)];
    let heading = match missing.len() {
        1 => tr!(lang, "record.missing_one"),
        number => tr!(lang, "record.missing", number = number),
    };
    if !missing.is_empty() {
        parts.push((heading.into_owned(), missing));
    }
    let people: Vec<Line> = people::lines(book, look, of)?.into_iter().map(|(line, _)| line).collect();
    let people = match people.is_empty() {
        true => {
            let place = if of.kind == RecordKind::Deal { Place::Deal } else { Place::Account };
            let nobody = said(look, tr!(lang, "record.nobody_yet").into_owned());
            vec![Line { stands_for: Some(leads(place, of.id, Tab::People)), ..nobody }]
        }
        false => people,
    };
    parts.push((tr!(lang, "record.who_matters").into_owned(), people));
    let links = links(book, look, of)?;
    if !links.is_empty() {
        parts.push((tr!(lang, "detail.links").into_owned(), links));
    }
    Ok(parts)
}

/// Puts the parts on a sheet, each with its share of the room.
fn put(sheet: &mut Sheet, look: &Look, parts: Parts, room: usize) {
    // Each part has a heading, and a blank line before it.
    let room = room.saturating_sub(2 * parts.len());
    let all: Vec<usize> = parts.iter().map(|(_, lines)| lines.len()).collect();
    for ((heading, lines), share) in parts.into_iter().zip(shares(&all, room)) {
        let heading = match share < lines.len() && !heading.contains(char::is_numeric) {
            true => tr!(look.lang, "record.some_of_all", heading = heading, shown = share, all = lines.len())
                .into(),
            false => heading,
        };
        sheet.section(heading, lines.into_iter().take(share).collect());
    }
}

/// How many lines each part gets: a line in turn while there is any, but one at least.
fn shares(wanted: &[usize], mut room: usize) -> Vec<usize> {
    let mut shares: Vec<usize> = wanted.iter().map(|wanted| 1.min(*wanted)).collect();
    room = room.saturating_sub(shares.iter().sum());
    while room > 0 {
        let before = room;
        for (share, wanted) in shares.iter_mut().zip(wanted) {
            if *share < *wanted && room > 0 {
                *share += 1;
                room -= 1;
            }
        }
        if room == before {
            break;
        }
    }
    shares
}

/// Why a deal needs attention, the worst first.
fn worries(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Line>> {
    let reasons = book.attention_of(&[of.id])?.remove(&of.id).unwrap_or_default();
    let deal: DealLine = book.line(of.id)?;
    let line = |one| Line {
        style: look.theme.warn,
        about: "!".to_owned(),
        stands_for: missing::mends(one, of.id),
        ..said(look, reason::text(look.lang, one, &deal, look.today).into_owned())
    };
    Ok(reasons.into_iter().map(line).collect())
}

/// A line that only says something.
fn said(look: &Look, what: String) -> Line {
    Line { what, about: String::new(), style: look.theme.dim, stands_for: None }
}

#[cfg(test)]
mod tests {
    use super::shares;

    #[test]
    fn each_part_gets_a_line_and_then_its_share_of_the_room() {
        assert_eq!(shares(&[7, 3, 2], 6), [2, 2, 2]);
        assert_eq!(shares(&[7, 1, 2], 9), [6, 1, 2]);
        assert_eq!(shares(&[4, 0, 5], 0), [1, 0, 1]);
        assert_eq!(shares(&[2, 2], 100), [2, 2]);
    }
}
