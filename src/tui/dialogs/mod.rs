//! What opens over a screen. Dialogs are a stack; the top one has the keys.

pub mod after_visit;
pub mod brief;
pub mod capture;
pub mod choose;
pub mod columns;
pub mod confirm;
pub mod first_start;
pub mod form;
pub mod group;
pub mod guide;
pub mod help;
pub mod history;
pub mod joining;
pub mod kept;
pub mod messages;
mod narrowed;
pub mod observe;
pub mod palette;
pub mod question;
mod recent;
pub mod search;
pub mod themes;
pub mod twins;
pub mod views;
pub mod why;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::action::{Action, Scope};
use super::look::Look;
use super::step::Step;
use crate::ops::Problem;
use crate::store::{self, Book, Draft};

/// Something over a screen.
pub trait Dialog {
    /// What its frame says.
    fn title(&self, look: &Look) -> String;

    /// The room it would like inside its frame.
    fn wants(&self, look: &Look) -> Size;

    /// The cells of the screen that it is about: its frame stands at them, and they stay in view.
    fn over(&self) -> Option<Rect> {
        None
    }

    /// A word at the foot of its frame, when `height` lines of it are shown.
    fn foot(&self, _look: &Look, _height: u16) -> String {
        String::new()
    }

    /// Where its keys are found.
    fn scopes(&self) -> &'static [Scope];

    /// Whether one of its actions makes sense now; the footer shows only those.
    fn offers(&self, _action: Action) -> bool {
        true
    }

    /// Does an action of its scopes.
    fn update(&mut self, action: Action, look: &Look) -> Vec<Step>;

    /// Takes a key that is no action but decides at once; none where it is typing.
    fn pick(&mut self, _key: &KeyEvent) -> Option<Vec<Step>> {
        None
    }

    /// Takes a key that is no action: typing.
    fn key(&mut self, _key: &KeyEvent) {}

    /// Takes pasted text.
    fn paste(&mut self, _text: &str) {}

    /// Reads what it has to, if anything: what was typed may ask for more.
    ///
    /// # Errors
    /// What the store could not read.
    fn read(&mut self, _book: &Book, _look: &Look) -> store::Result<()> {
        Ok(())
    }

    /// Hears how the effect went that it asked for; on a problem it should stay, with what was typed.
    fn performed(&mut self, _outcome: Result<(), &str>) -> Vec<Step> {
        Vec::new()
    }

    /// Hears why an operation was refused, with what is said of it: a form says it at the field that it is
    /// about.
    fn refused(&mut self, _problem: &Problem, words: &str) -> Vec<Step> {
        self.performed(Err(words))
    }

    /// Takes a text back that was lent to an editor.
    fn edited_outside(&mut self, _text: &str) {}

    /// What is typed into it and would be lost, if it keeps drafts; without content where nothing is.
    fn draft(&self) -> Option<Draft> {
        None
    }

    /// Draws itself; returns where the cursor stands if it takes text.
    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position>;
}
