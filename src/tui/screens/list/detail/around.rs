//! What surrounds a record, as a picture under or beside its detail where the terminal is large: how a person
//! thinks, or where the people of a deal or an account are at home.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::domain::quadrant::Scores;
use crate::domain::word::RecordKind;
use crate::report::rows;
use crate::store::table::account::Account;
use crate::store::table::evidence::Person;
use crate::store::view::people::{Group, KeyPerson};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::quadrant::Plane;
use crate::tui::widgets::{key_people, text};

/// From this height on there is room under a detail.
const TALL: u16 = 44;

/// From this width on there is room beside it; and how high it has to be.
const BROAD: u16 = 120;
const LOW: u16 = 14;

/// The narrowest that a picture can be read.
const NARROWEST: u16 = 36;

/// From this width on the people are named beside the plane.
const SPACIOUS: u16 = 84;

/// People who are named with the plane.
const NAMED: usize = 6;

/// The picture.
#[derive(Debug, Clone)]
pub struct Around {
    title: String,
    of: Of,
    animals: bool,
}

#[derive(Debug, Clone)]
enum Of {
    /// One person, and oneself.
    One { scores: Option<Scores>, own: Option<Scores> },
    /// People together.
    Many(Vec<KeyPerson>),
}

/// Where a detail stands in its area, and where the picture does, if there is room for one.
pub fn split(area: Rect) -> (Rect, Option<Rect>) {
    if area.height >= TALL && area.width >= NARROWEST {
        let height = (area.height * 2 / 5).clamp(18, 24);
        let above = Rect { height: area.height - height - 2, ..area };
        return (above, Some(Rect { y: above.bottom() + 2, height, ..area }));
    }
    if area.width >= BROAD && area.height >= LOW {
        let width = area.width / 2;
        let left = Rect { width: area.width - width - 3, ..area };
        return (left, Some(Rect { x: left.right() + 3, width, ..area }));
    }
    (area, None)
}

impl Around {
    /// What surrounds a record.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(book: &Book, look: &Look, record: &Chosen) -> Result<Around> {
        let animals = book.settings()?.animals;
        if record.kind == RecordKind::Contact {
            let title = tr!(look.lang, "around.person", name = record.name).into_owned();
            let scores = book.profile(Person::Contact(record.id), book.today())?.scores;
            let own = rows::people::own_profile(book, book.today())?.scores;
            return Ok(Around { title, of: Of::One { scores, own }, animals });
        }
        if record.kind == RecordKind::Deal {
            let people = book.people(Group::Deal(record.id))?;
            if !people.is_empty() {
                let title = tr!(look.lang, "around.deal").into_owned();
                return Ok(Around { title, of: Of::Many(people), animals });
            }
        }
        let Some(account) = record.account else {
            return Ok(Around { title: String::new(), of: Of::Many(Vec::new()), animals });
        };
        let name = book.row::<Account>(account)?.name;
        let title = tr!(look.lang, "around.account", account = name).into_owned();
        Ok(Around { title, of: Of::Many(book.people(Group::Account(account))?), animals })
    }

    /// Draws it with a thin line to what it stands under or beside.
    pub fn draw(&self, look: &Look, detail: Rect, area: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        if area.y > detail.y {
            let line = Rect { y: area.y - 1, height: 1, ..area };
            text::left(buf, look.measure, line, &"─".repeat(area.width.into()), theme.rule);
        } else {
            for row in area.rows() {
                text::left(buf, look.measure, Rect { x: area.x - 2, width: 1, ..row }, "│", theme.rule);
            }
        }
        text::left(buf, look.measure, Rect { height: 1, ..area }, &self.title, theme.title);
        let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
        match &self.of {
            Of::One { scores, own } => {
                let unknown = tr!(look.lang, "person.unknown");
                let plane = Plane {
                    scores: *scores,
                    own: *own,
                    animals: self.animals,
                    unknown: &unknown,
                    ..Plane::default()
                };
                plane.draw(look, below, buf);
            }
            Of::Many(people) if people.is_empty() => {
                let words = tr!(look.lang, "around.nobody");
                let lines = text::wrapped(look.measure, &words, below.width.into());
                for (row, line) in below.rows().zip(&lines) {
                    text::left(buf, look.measure, row, line, theme.dim);
                }
            }
            Of::Many(people) => self.draw_people(look, people, below, buf),
        }
    }

    /// The people on the plane, and under it, or beside it where there is room, who their letters stand for.
    fn draw_people(&self, look: &Look, people: &[KeyPerson], area: Rect, buf: &mut Buffer) {
        let marks = key_people::marks(people, None);
        let unknown = tr!(look.lang, "around.unknown");
        let lines = people.len().min(NAMED) as u16 + u16::from(people.len() > NAMED);
        let (plane, named) = if area.width >= SPACIOUS {
            let plane = Rect { width: area.width / 2, ..area };
            let named = Rect { x: plane.right() + 2, width: area.right() - plane.right() - 2, ..area };
            (plane, Rect { y: area.y + 1, height: lines.min(area.height.saturating_sub(1)), ..named })
        } else {
            let plane = Rect { height: area.height.saturating_sub(lines), ..area };
            (plane, Rect { y: plane.bottom(), height: lines.min(area.height), ..area })
        };
        Plane { marks: &marks, animals: self.animals, unknown: &unknown, ..Plane::default() }
            .draw(look, plane, buf);
        let mut rows = named.rows();
        let letters: Vec<String> =
            people.iter().map(|person| key_people::initials(&person.contact.name)).collect();
        let widest = letters.iter().take(NAMED).map(|letters| look.measure.width(letters)).max();
        for ((person, letters), row) in people.iter().zip(&letters).take(NAMED).zip(rows.by_ref()) {
            let blanks = widest.unwrap_or(0) + 2 - look.measure.width(letters);
            let begin = format!("{letters}{}", " ".repeat(blanks));
            key_people::draw_line(look, person, (&begin, look.theme.title), false, row, buf);
        }
        let more = people.len().saturating_sub(NAMED);
        for row in rows {
            let words = match more {
                1 => tr!(look.lang, "around.one_more"),
                more => tr!(look.lang, "around.more", number = more),
            };
            text::left(buf, look.measure, row, &words, look.theme.dim);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_picture_takes_nothing_from_a_detail_on_usual_screens_and_never_lies_over_it(
            width in 0u16..300, height in 0u16..120,
        ) {
            let area = Rect::new(7, 3, width, height);
            let (detail, picture) = split(area);
            match picture {
                None => prop_assert_eq!(detail, area),
                Some(picture) => {
                    prop_assert!(width > 100 || height > 40);
                    prop_assert!(!detail.intersects(picture));
                    prop_assert_eq!(detail.union(picture), area);
                    prop_assert!(detail.height >= LOW && detail.width >= NARROWEST);
                }
            }
        }
    }
}
