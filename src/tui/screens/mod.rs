//! The screens: each shows one side of the book, says what can be done there, and reads again when
//! what it shows has changed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::action::{Action, Scope};
use super::look::Look;
use super::step::Step;

/// Which screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// The funnel.
    Funnel,
}

/// One screen.
pub trait Screen {
    /// Which one it is.
    fn place(&self) -> Place;

    /// Its tab's word.
    fn title(&self, look: &Look) -> String;

    /// Where its keys are found, the nearest first.
    fn scopes(&self) -> &'static [Scope];

    /// Whether one of its actions makes sense now; the footer and the palette show only those.
    fn offers(&self, action: Action) -> bool;

    /// Does an action of its scopes.
    fn update(&mut self, action: Action, look: &Look) -> Vec<Step>;

    /// The signs it uses, each with its meaning, for the help.
    fn signs(&self, look: &Look) -> Vec<(String, String)>;

    /// Draws itself; changes nothing.
    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer);
}
