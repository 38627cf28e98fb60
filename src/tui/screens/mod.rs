//! The screens: each shows one side of the book, says what can be done there, and reads again when
//! what it shows has changed.

pub mod funnel;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::action::{Action, Scope};
use super::look::Look;
use super::step::Step;
use crate::domain::period::Period;
use crate::store::{self, Book, Changes};

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

    /// Hears that it has another room now, which may bring more into view.
    fn resized(&mut self, look: &Look) -> Vec<Step>;

    /// The period it is about; what concerns a period (a quota) is asked for this one.
    fn period(&self, look: &Look) -> Period {
        Period::quarter_of(look.today, look.first_month)
    }

    /// Hears that the book has changed: in these tables, or none knows where. What it shows of them it
    /// will read again when it is next told to.
    fn changed(&mut self, changes: Option<&Changes>);

    /// Reads what it has to, if anything.
    ///
    /// # Errors
    /// What the store could not read.
    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()>;

    /// The signs it uses, each with its meaning, for the help.
    fn signs(&self, look: &Look) -> Vec<(String, String)>;

    /// Draws itself; changes nothing.
    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer);
}
