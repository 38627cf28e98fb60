//! The zipper: ours across from theirs, level by level; a tooth without one across is a gap.

use ratatui::style::Style;

use super::{around, said, standing};
use crate::domain::person::Level;
use crate::report::people as people_words;
use crate::report::words::{self, Word};
use crate::store::view::our_side::Ours;
use crate::store::view::people::{KeyPerson, Zipper, ZipperRow, zipper};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::sheet::{Drawn, Meeting, Sheet};
use crate::tui::widgets::stance;

/// The teeth: both, ours alone, theirs alone.
const MATCHED: &str = "──┼──";
const OURS: &str = "──┤  ";
const THEIRS: &str = "  ├──";

/// Puts the zipper on a sheet.
///
/// # Errors
/// What the store could not read.
pub fn put(sheet: &mut Sheet, book: &Book, look: &Look, of: &Chosen) -> Result<()> {
    let lang = look.lang;
    let around = around(book, of)?;
    let team = book.team(around.account)?;
    let Zipper { rows, idle } = zipper(&around.people, &team);
    if rows.is_empty() && idle.is_empty() {
        sheet.words(tr!(lang, "zipper.empty"));
        return Ok(());
    }
    if book.decides_collectively(super::group(of))? {
        sheet.drawn("", vec![said(tr!(lang, "page.collective"), Style::new())]);
    }
    sheet.drawn("", vec![heads(look)]);
    for level in Level::ALL {
        let mut lines: Vec<Drawn> = Vec::new();
        for row in rows.iter().filter(|row| row.level == *level) {
            let person = &around.people[row.person];
            lines.extend(teeth(look, person, row, around.name_style(look, person)));
        }
        if lines.is_empty() {
            let style = if *level == Level::Top { look.theme.warn } else { look.theme.dim };
            lines.push(said(tr!(lang, "zipper.nobody_there"), style));
        }
        sheet.drawn(level_word(look, *level), lines);
    }
    let idle = idle.iter().map(|one| Drawn {
        left: ours(look, one, None),
        meeting: Meeting::AtSeam((OURS.to_owned(), look.theme.rule)),
        ..Drawn::default()
    });
    sheet.drawn(tr!(lang, "zipper.idle"), idle.collect());
    Ok(())
}

fn level_word(look: &Look, level: Level) -> Word {
    match level {
        Level::Top => tr!(look.lang, "zipper.top"),
        Level::Middle => tr!(look.lang, "zipper.middle"),
        Level::Working => tr!(look.lang, "zipper.working"),
    }
}

fn heads(look: &Look) -> Drawn {
    let head = |words: Word| vec![(words.into_owned(), look.theme.dim)];
    Drawn {
        left: head(tr!(look.lang, "zipper.ours")),
        right: head(tr!(look.lang, "zipper.theirs")),
        meeting: Meeting::AtSeam(("     ".to_owned(), Style::new())),
        stands_for: None,
    }
}

/// One of theirs with the first of ours across; the others of ours below.
fn teeth(look: &Look, person: &KeyPerson, row: &ZipperRow, name: Style) -> Vec<Drawn> {
    let mut covered = row.ours.iter();
    let first = covered.next();
    let left = match first {
        Some((one, level)) => ours(look, one, Some((*level, row.level))),
        None => vec![(format!("! {}", tr!(look.lang, "zipper.nobody")), look.theme.warn)],
    };
    let tooth = match first {
        Some(_) => (MATCHED.to_owned(), look.theme.good),
        None => (THEIRS.to_owned(), look.theme.warn),
    };
    let mut lines = vec![Drawn {
        left,
        right: theirs(look, person, name),
        meeting: Meeting::AtSeam(tooth),
        stands_for: Some(standing(&person.contact)),
    }];
    lines.extend(covered.map(|(one, level)| Drawn {
        left: ours(look, one, Some((*level, row.level))),
        meeting: Meeting::AtSeam((OURS.to_owned(), look.theme.good)),
        ..Drawn::default()
    }));
    lines
}

/// One of ours: the roles, the level where it is another than theirs, the name.
fn ours(look: &Look, one: &Ours, levels: Option<(Level, Level)>) -> Vec<(String, Style)> {
    let lang = look.lang;
    let roles: Vec<_> = one.roles.iter().map(|role| people_words::our_role(lang, *role)).collect();
    let mut pieces = vec![];
    if let Some((level, _)) = levels.filter(|(level, theirs)| level != theirs) {
        let word = tr!(lang, "zipper.from_level", level = people_words::level(lang, level));
        pieces.push((format!("{word}  "), look.theme.warn));
    }
    if !roles.is_empty() {
        pieces.push((format!("{}  ", lang.list(&roles)), look.theme.dim));
    }
    pieces.push((one.name.clone(), Style::new()));
    pieces
}

/// One of theirs: stance, name, position, role.
fn theirs(look: &Look, person: &KeyPerson, name: Style) -> Vec<(String, Style)> {
    let (sign, style) = stance::sign(look, person.stance);
    let title = person.contact.title.as_ref().map(|title| format!("  {title}")).unwrap_or_default();
    let role = person.role().map(|role| format!("  {}", words::decision_role(look.lang, role)));
    vec![
        (format!("{sign} "), style),
        (person.contact.name.clone(), name),
        (title, look.theme.dim),
        (
            role.unwrap_or_default(),
            if person.member().decides() { look.theme.accent } else { look.theme.dim },
        ),
    ]
}
