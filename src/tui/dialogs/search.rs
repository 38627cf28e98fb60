//! Search over everything, as one types; what was found opens where it belongs. With nothing typed it
//! offers the records of late.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Dialog;
use super::narrowed::Narrowed;
use super::recent::{draw_hit, go_to, of_late};
use crate::domain::id::Id;
use crate::store::view::search::Hit;
use crate::store::{self, Book};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::list::Cursor;

/// How many are found at most.
const FOUND: usize = 50;

const SIZE: Size = Size { width: 74, height: 16 };

/// The search.
pub struct Search {
    input: LineInput,
    /// The words that `found` is for; none where it has not been read.
    asked: Option<String>,
    found: Vec<Hit>,
    cursor: Cursor,
    visited: Vec<Id>,
}

impl Search {
    /// A search that offers first what has been visited, the latest first.
    pub fn new(visited: Vec<Id>) -> Search {
        Search {
            input: LineInput::default(),
            asked: None,
            found: Vec::new(),
            cursor: Cursor::default(),
            visited,
        }
    }
}

impl Dialog for Search {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "search.title").into_owned()
    }

    fn wants(&self, _look: &Look) -> Size {
        SIZE
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choice]
    }

    fn update(&mut self, action: Action, _look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => return vec![Step::Close],
            Action::Accept => return self.found.get(self.cursor.at()).map(go_to).unwrap_or_default(),
            other => self.cursor.follow(other, self.found.len(), usize::from(SIZE.height) - 2),
        };
        Vec::new()
    }

    fn key(&mut self, key: &KeyEvent) {
        self.input.key(key);
    }

    fn paste(&mut self, text: &str) {
        self.input.paste(text);
    }

    fn read(&mut self, book: &Book, _look: &Look) -> store::Result<()> {
        let words = self.input.text();
        if self.asked.as_ref() != Some(&words) {
            self.found = match words.as_str() {
                "" => of_late(book, &self.visited, usize::from(SIZE.height) - 2)?,
                _ => book.search(&words, FOUND)?,
            };
            self.cursor = Cursor::default();
            self.asked = Some(words);
        }
        Ok(())
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let nothing = match self.asked.as_deref().unwrap_or_default() {
            "" => tr!(look.lang, "search.hint"),
            _ => tr!(look.lang, "search.nothing"),
        };
        let (input, cursor, count) = (&self.input, &self.cursor, self.found.len());
        let list = Narrowed { sign: "/", input, cursor, count, nothing: &nothing };
        list.draw(look, area, buf, |index, chosen, row, buf| {
            draw_hit(look, &self.found[index], chosen, row, buf);
        })
    }
}
