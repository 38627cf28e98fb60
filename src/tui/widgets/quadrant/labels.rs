//! The words around the plane: each room's letter, name and animal, the score in it, and what it says.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::{Plane, ink};
use crate::domain::quadrant::{Preference, Quadrant, Scores};
use crate::report::quadrant;
use crate::report::words::Word;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Draws them above and below the plane.
pub fn draw(plane: &Plane<'_>, look: &Look, area: Rect, ground: Rect, buf: &mut Buffer) {
    let half = area.width / 2;
    // The score has a line of its own, next to the plane, where there are two.
    let has_two = plane.marks.is_empty() && ground.y > area.y + 1;
    let scores = plane.scores.filter(|_| plane.marks.is_empty());
    let beside = scores.filter(|_| !has_two);
    // All rooms have their animals, or none has.
    let fits = |room: &Quadrant| look.measure.width(&name(look, *room, true, beside)) <= half.into();
    let animals = plane.animals && Quadrant::ALL.iter().all(fits);
    for room in Quadrant::ALL {
        let x = if room.is_left() { area.x } else { area.right() - half };
        let (near, far) = match room.is_cerebral() {
            true => (ground.y - 1, ground.y.saturating_sub(2)),
            false => (ground.bottom(), ground.bottom() + 1),
        };
        let (first, second) = if has_two { (far, Some(near)) } else { (near, None) };
        let row = |y: u16| Rect { x, y, width: half, height: 1 };
        let is_home = scores.is_some_and(|scores| scores.dominant().contains(room));
        let style = match is_home {
            true => ink(look, *room).add_modifier(Modifier::BOLD),
            false => Style { sub_modifier: Modifier::BOLD, ..ink(look, *room) },
        };
        let name = name(look, *room, animals, beside);
        put(look, row(first), *room, &name, style, buf);
        if let Some(y) = second {
            let (words, style) = match scores {
                Some(scores) => {
                    (said(look, scores, *room, is_home), if is_home { style } else { look.theme.dim })
                }
                None => ("?".to_owned(), look.theme.dim),
            };
            put(look, row(y), *room, &words, style, buf);
        }
    }
}

/// A room's letter and name, with its animal; a score where it has no line of its own.
fn name(look: &Look, room: Quadrant, animal: bool, scores: Option<Scores>) -> String {
    let letter = room.as_str().to_uppercase();
    let score = scores.map(|scores| format!(" {}", scores.of(room))).unwrap_or_default();
    let name = quadrant::name(look.lang, room);
    if !animal {
        return format!("{letter} {name}{score}");
    }
    let animal = quadrant::animal(look.lang, room);
    format!("{letter} {}{score}", tr!(look.lang, "plane.animal", name = name, animal = animal))
}

/// A score, and what it says.
fn said(look: &Look, scores: Scores, room: Quadrant, is_home: bool) -> String {
    let preference = preference(look, scores.preference(room));
    let mark = if is_home { "◆ " } else { "" };
    format!("{mark}{} {preference}", scores.of(room))
}

fn preference(look: &Look, preference: Preference) -> Word {
    match preference {
        Preference::Primary => tr!(look.lang, "plane.primary"),
        Preference::Secondary => tr!(look.lang, "plane.secondary"),
        Preference::Tertiary => tr!(look.lang, "plane.tertiary"),
    }
}

fn put(look: &Look, row: Rect, room: Quadrant, words: &str, style: Style, buf: &mut Buffer) {
    match room.is_left() {
        true => text::left(buf, look.measure, row, words, style),
        false => text::right(buf, look.measure, row, words, style),
    };
}
