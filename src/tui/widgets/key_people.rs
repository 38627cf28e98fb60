//! The people of a buying group: as marks on the plane of the four quadrants, and in a line each.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::quadrant::Mark;
use super::{stance, text};
use crate::store::view::people::KeyPerson;
use crate::tui::look::Look;

/// Those of whom it is known how they think, as marks; one of all the people may be the chosen one.
pub fn marks(people: &[KeyPerson], chosen: Option<usize>) -> Vec<Mark> {
    let mark = |(at, person): (usize, &KeyPerson)| {
        let scores = person.profile.scores?;
        Some(Mark { letters: initials(&person.contact.name), scores, chosen: Some(at) == chosen })
    };
    people.iter().enumerate().filter_map(mark).collect()
}

/// Draws a person's line: what it begins with, where they stand, their name and title, the rooms they are at home in.
pub fn draw_line(
    look: &Look,
    person: &KeyPerson,
    begin: (&str, Style),
    chosen: bool,
    row: Rect,
    buf: &mut Buffer,
) {
    let theme = &look.theme;
    buf.set_style(row, theme.selected_if(chosen));
    let within = |style| theme.within(chosen, style);
    let (sign, style) = stance::sign(look, person.stance);
    let rooms: String = person.profile.dominant().iter().map(|room| room.as_str().to_uppercase()).collect();
    let rooms = if rooms.is_empty() { "?".to_owned() } else { rooms };
    let right = text::right(buf, look.measure, row, &rooms, within(theme.dim)) + 1;
    let left = Rect { width: row.width.saturating_sub(right), ..row };
    let title = person.contact.title.clone().unwrap_or_default();
    let pieces = [
        begin,
        (sign, within(style)),
        (" ", Style::new()),
        (&person.contact.name, Style::new()),
        ("  ", Style::new()),
        (&title, within(theme.dim)),
    ];
    text::pieces(buf, look.measure, left, &pieces);
}

/// The first letters of a name: of its first and its last word; of a Chinese one the last two characters.
pub fn initials(name: &str) -> String {
    if name.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) {
        let characters: Vec<char> = name.chars().filter(|c| !c.is_whitespace()).collect();
        return characters[characters.len().saturating_sub(2)..].iter().collect();
    }
    // Dr. and the like are no names.
    let mut words: Vec<&str> = name.split_whitespace().filter(|word| !word.ends_with('.')).collect();
    if words.is_empty() {
        words = name.split_whitespace().collect();
    }
    let first = |word: Option<&&str>| word.and_then(|word| word.chars().next());
    let last = if words.len() > 1 { first(words.last()) } else { None };
    first(words.first()).into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_marked_by_their_initials() {
        assert_eq!(initials("Jane Miller"), "JM");
        assert_eq!(initials("Anna Maria de Vries"), "AV");
        assert_eq!(initials("Cher"), "C");
        assert_eq!(initials("Dr. Elfriede Maurer"), "EM");
        assert_eq!(initials("陈建国"), "建国");
    }
}
