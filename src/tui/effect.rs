//! What the interface asks of the world outside it: the book, and the process it runs in.

use crate::domain::id::Id;

/// One thing to be done outside the interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Moves a deal to the next stage.
    AdvanceDeal(Id),
    /// Moves a deal to the stage before.
    BackDeal(Id),
    /// Takes back the last operation.
    Undo,
    /// Does again what was taken back.
    Redo,
    /// Reads what the screen shows.
    Read,
    /// Draws all of the screen again.
    Redraw,
    /// Stops the program until the shell continues it.
    Suspend,
    /// Leaves.
    Quit,
}

/// Does what cannot be done inside the interface, and tells it how that went.
pub trait Perform {
    /// Does one effect: what there is to say and to show afterwards goes into `app`.
    fn perform(&mut self, effect: Effect, app: &mut super::app::App);
}
