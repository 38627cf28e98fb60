//! Drawing a person.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::layout::Parts;
use super::read::Person;
use super::{Pane, PersonScreen};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::quadrant::Plane;
use crate::tui::widgets::{empty, role, text};

impl PersonScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let Some(person) = &self.person else {
            let (title, words) = (tr!(look.lang, "person.nobody"), tr!(look.lang, "person.nobody_words"));
            let ways = [("-", tr!(look.lang, "person.back")), ("4", tr!(look.lang, "person.all"))];
            let ways = ways.map(|(key, words)| (key.to_owned(), words.into_owned()));
            return empty::draw(look, &title, &words, &ways, area, buf);
        };
        let parts = Parts::of(area, self.pane());
        draw_head(look, person, parts.head, buf);
        match parts.is_whole {
            true => self.draw_frame(look, &parts, buf),
            false => self.draw_tabs(look, parts.tabs, buf),
        }
        if let Some(area) = parts.plane {
            let (scores, own) = (person.profile.scores, person.own.scores);
            let plane = Plane { scores, own, animals: person.animals, unknown: &person.unknown, marks: &[] };
            plane.draw(look, area, buf);
        }
        if let Some(area) = parts.role {
            role::draw(
                look,
                person.role,
                Rect { y: area.y + 1, height: 4.min(area.height.saturating_sub(1)), ..area },
                buf,
            );
        }
        for pane in Pane::ALL {
            if let Some(area) = parts.sheet(pane) {
                let walk = (pane == self.pane()).then_some(self.walks[pane as usize]);
                person.sheet(pane).draw(look, walk, area, buf);
                let shows_title = walk.is_some_and(|walk| person.sheet(pane).shows_title(look, walk, area));
                if shows_title && parts.is_whole {
                    let title = Rect { height: 1, width: title_width(look, pane, area), ..area };
                    buf.set_style(title, look.theme.accent);
                }
            }
        }
    }

    /// The panes by name, the chosen one marked.
    fn draw_tabs(&self, look: &Look, row: Rect, buf: &mut Buffer) {
        let mut x = row.x;
        for pane in Pane::ALL {
            let is_here = pane == self.pane();
            let mark = if is_here { "▸" } else { " " };
            let style = if is_here { look.theme.accent.patch(look.theme.title) } else { look.theme.dim };
            let rest = Rect { x, width: row.right().saturating_sub(x), ..row };
            x += text::left(buf, look.measure, rest, &format!("{mark}{}  ", pane.title(look)), style);
        }
    }

    /// Thin lines between the panes.
    fn draw_frame(&self, look: &Look, parts: &Parts, buf: &mut Buffer) {
        let line = "─".repeat(parts.tabs.width.into());
        text::left(buf, look.measure, parts.tabs, &line, look.theme.rule);
        if let Some(talk) = parts.sheet(Pane::Talk) {
            let x = talk.x.saturating_sub(2);
            for y in parts.tabs.y..talk.bottom() {
                let sign = if y == parts.tabs.y { "┬" } else { "│" };
                text::left(buf, look.measure, Rect { x, y, width: 1, height: 1 }, sign, look.theme.rule);
            }
        }
    }
}

/// The name, what they do where; and how long ago the last contact was.
fn draw_head(look: &Look, person: &Person, row: Rect, buf: &mut Buffer) {
    let (contact, style) = &person.contact;
    let taken = text::right(buf, look.measure, row, contact, *style) + 2;
    let left = Rect { width: row.width.saturating_sub(taken), ..row };
    let name = person.chosen.name.as_str();
    let pieces = [(name, look.theme.title), ("  ", Style::new()), (&person.place, look.theme.dim)];
    text::pieces(buf, look.measure, left, &pieces);
}

fn title_width(look: &Look, pane: Pane, area: Rect) -> u16 {
    (look.measure.width(&pane.title(look)) as u16).min(area.width)
}
