//! What a screen or a dialog asks for when it was told of an action.

use super::action::Action;
use super::dialogs::Dialog;
use super::dialogs::views::Shown;
use super::effect::Effect;
use super::screens::import::Answer;
use super::screens::{Place, Visit};
use super::theme::Theme;
use super::widgets::message::Notice;
use crate::config::ListView;

/// One thing to be done next.
pub enum Step {
    /// Something outside the interface.
    Effect(Effect),
    /// Another action, as if its key had been pressed once this dialog is closed.
    Run(Action),
    /// Open a dialog over what is there.
    Open(Box<dyn Dialog>),
    /// Close this dialog.
    Close,
    /// Show something on a screen, with a way back.
    Go(Place, Visit),
    /// Show the list under this dialog with these columns and this sorting.
    Arrange(ListView),
    /// Show what a saved view shows in the list under this dialog.
    Show(Shown),
    /// Tell the screen under this dialog what was chosen.
    Tell(Answer),
    /// Show all in these styles.
    Wear(Box<Theme>),
    /// Say something.
    Say(Notice),
}

impl From<Effect> for Step {
    fn from(effect: Effect) -> Step {
        Step::Effect(effect)
    }
}
