//! A few things to choose from: moved through with keys, or narrowed by typing some of their words.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Dialog;
use super::narrowed::Narrowed;
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::list::Cursor;

/// Cells that the list likes to have.
const WIDTH: u16 = 46;

/// One thing to choose.
pub struct Item {
    /// What it is called.
    pub label: String,
    /// What follows when it is chosen.
    pub then: Vec<Step>,
}

/// The list, and what has been typed.
pub struct Choose {
    title: String,
    foot: String,
    items: Vec<Item>,
    found: Vec<usize>,
    input: LineInput,
    cursor: Cursor,
    is_numbered: bool,
    cancel: fn() -> Vec<Step>,
}

impl Choose {
    /// Lets one of `items` be chosen, which closes the dialog; `foot` is a word to mind.
    pub fn new(title: String, foot: String, items: Vec<Item>) -> Choose {
        let found = (0..items.len()).collect();
        let (input, cursor) = (LineInput::default(), Cursor::default());
        Choose { title, foot, items, found, input, cursor, is_numbered: false, cancel: Vec::new }
    }

    /// The same, each with its number before it: the number alone chooses it at once. At most nine.
    pub fn numbered(title: String, foot: String, items: Vec<Item>) -> Choose {
        let number =
            |(number, item): (usize, Item)| Item { label: format!("{number}  {}", item.label), ..item };
        let items = (1..).zip(items).map(number).collect();
        Choose { is_numbered: true, ..Choose::new(title, foot, items) }
    }

    /// What is to be done when nothing is chosen.
    pub fn when_cancelled(self, cancel: fn() -> Vec<Step>) -> Choose {
        Choose { cancel, ..self }
    }

    /// Closes with what follows from an item.
    fn take(&mut self, item: usize) -> Vec<Step> {
        let then = std::mem::take(&mut self.items[item].then);
        std::iter::once(Step::Close).chain(then).collect()
    }

    fn search(&mut self) {
        let typed = self.input.text().to_lowercase();
        let fits = |at: &usize| self.items[*at].label.to_lowercase().contains(&typed);
        self.found = (0..self.items.len()).filter(fits).collect();
        self.cursor = Cursor::default();
    }
}

/// The place of the item whose number is typed.
pub(super) fn numbered(key: &KeyEvent) -> Option<usize> {
    let KeyCode::Char(typed) = key.code else { return None };
    usize::try_from(typed.to_digit(10)?).ok()?.checked_sub(1)
}

impl Dialog for Choose {
    fn title(&self, _look: &Look) -> String {
        self.title.clone()
    }

    fn wants(&self, look: &Look) -> Size {
        let words = [&self.title, &self.foot].into_iter().chain(self.items.iter().map(|item| &item.label));
        let width = words
            .map(|words| look.measure.width(words) as u16 + 4)
            .max()
            .unwrap_or_default()
            .clamp(WIDTH, 2 * WIDTH);
        Size::new(width, self.items.len() as u16 + 2)
    }

    fn foot(&self, _look: &Look, _height: u16) -> String {
        self.foot.clone()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choice]
    }

    fn update(&mut self, action: Action, _look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => std::iter::once(Step::Close).chain((self.cancel)()).collect(),
            Action::Accept => match self.found.get(self.cursor.at()) {
                Some(at) => self.take(*at),
                None => Vec::new(),
            },
            other => {
                self.cursor.follow(other, self.found.len(), self.items.len());
                Vec::new()
            }
        }
    }

    fn pick(&mut self, key: &KeyEvent) -> Option<Vec<Step>> {
        let item = numbered(key).filter(|_| self.is_numbered && self.input.text().is_empty())?;
        (item < self.items.len()).then(|| self.take(item))
    }

    fn key(&mut self, key: &KeyEvent) {
        if self.input.key(key) {
            self.search();
        }
    }

    fn paste(&mut self, text: &str) {
        self.input.paste(text);
        self.search();
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let nothing = tr!(look.lang, "palette.nothing");
        let (input, cursor, count) = (&self.input, &self.cursor, self.found.len());
        let list = Narrowed { sign: "›", input, cursor, count, nothing: &nothing };
        list.draw_labels(look, area, buf, |index| self.items[self.found[index]].label.as_str())
    }
}
