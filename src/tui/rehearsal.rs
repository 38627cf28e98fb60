//! The interface without a terminal: keys go in, frames come out. Pictures and tests are made with it. Pages
//! it writes go beside its book.

use std::path::{Path, PathBuf};
use std::time::Instant;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseEvent, MouseEventKind};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::action::Action;
use super::app::App;
use super::draw::draw;
use super::effect::{Effect, World};
use super::key::{UnknownKey, parse_keys};
use super::palette::Depth;
use super::pointer::Pointer;
use super::start::app;
use crate::config::Config;
use crate::i18n::Lang;
use crate::store::Book;

/// The interface on a book, at a size.
pub struct Rehearsal {
    app: App,
    world: World,
    pointer: Pointer,
    left: bool,
    next_book: Option<PathBuf>,
    is_for_tour: bool,
}

impl Rehearsal {
    /// Opens the interface as on a dark terminal with all colours, unless `config` names a theme.
    pub fn new(book: Book, lang: Lang, config: &Config, size: Size) -> Rehearsal {
        let mut app = app(&book, lang, config, Depth::True, false);
        app.resize(size);
        let folder = book.path().parent().map(Path::to_owned).unwrap_or_default();
        let mut world = World::new(book).writing_in(folder);
        world.begin(&mut app);
        while world.read_rest_unless(|| false, &mut app) {}
        Rehearsal {
            app,
            world,
            pointer: Pointer::default(),
            left: false,
            next_book: None,
            is_for_tour: false,
        }
    }

    /// Presses keys, written as in keymap files with spaces between them: `g g > ctrl-p`.
    ///
    /// # Errors
    /// Where a word is no key; those before it have been pressed.
    pub fn press(&mut self, keys: &str) -> Result<(), UnknownKey> {
        for word in keys.split_whitespace() {
            for key in parse_keys(word)? {
                self.take(&key.press());
            }
        }
        Ok(())
    }

    /// Does an action, by whatever key.
    pub fn act(&mut self, action: Action) {
        let effects = self.app.update(action);
        self.perform(effects);
    }

    /// Types a text, character by character.
    pub fn type_text(&mut self, text: &str) {
        for character in text.chars() {
            self.take(&KeyEvent::new(KeyCode::Char(character), KeyModifiers::NONE));
        }
    }

    /// Pastes a text.
    pub fn paste(&mut self, text: &str) {
        let effects = self.app.paste(text);
        self.perform(effects);
    }

    /// Does with the mouse what a terminal would report: presses, carries, lets go, turns the wheel.
    pub fn point(&mut self, kind: MouseEventKind, cell: Position) {
        let Position { x: column, y: row } = cell;
        let event = MouseEvent { kind, column, row, modifiers: KeyModifiers::NONE };
        let others = self.pointer.take(&event, Instant::now(), &mut self.app, &mut self.world);
        self.left |= others.contains(&Effect::Quit);
        while self.world.read_rest_unless(|| false, &mut self.app) {}
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, size: Size) {
        let effects = self.app.resize(size);
        self.perform(effects);
    }

    /// Marks what writes alter from now on, as the interface does for a moment; here it stays until [`Rehearsal::rest`].
    pub fn mark_changes(&mut self) {
        self.app.marks_changes = true;
    }

    /// The moment is over.
    pub fn rest(&mut self) {
        self.app.rest();
    }

    /// Whether the program has been left.
    pub fn has_left(&self) -> bool {
        self.left
    }

    /// Leaves the book, as a person does.
    pub fn leave(self) {
        self.world.keep_place(&self.app);
    }

    /// The book for which this one has been left.
    pub fn next_book(&self) -> Option<&Path> {
        self.next_book.as_deref()
    }

    /// The book that is shown.
    #[cfg(test)]
    pub(crate) fn book(&mut self) -> &mut Book {
        self.world.book()
    }

    /// Begins the tour, as where one comes to it from a book of one's own.
    pub fn begin_tour(&mut self, home: &Path) {
        let effects = self.app.begin_tour(Some(home.to_owned()));
        self.perform(effects);
    }

    /// Whether the book has been left for the tour.
    pub fn is_for_tour(&self) -> bool {
        self.is_for_tour
    }

    /// One frame, and where the text cursor stands.
    pub fn frame(&self) -> (Buffer, Option<Position>) {
        let Size { width, height } = self.app.whole();
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        let cursor = draw(&self.app, area, &mut buf);
        (buf, cursor)
    }

    fn take(&mut self, key: &KeyEvent) {
        let effects = self.app.key(key);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in self.world.perform(effects, &mut self.app) {
            match effect {
                Effect::Quit => self.left = true,
                Effect::OpenBook(path) => self.next_book = Some(path),
                Effect::OpenTour => self.is_for_tour = true,
                _ => {}
            }
        }
        while self.world.read_rest_unless(|| false, &mut self.app) {}
        self.world.keep_drafts(&self.app);
        self.app.mark_changes();
    }
}
