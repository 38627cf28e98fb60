//! The tour, wherever it is asked for: on a demonstration at once, from one's own book after a question.

use super::Effect;
use crate::tr;
use crate::tui::app::App;
use crate::tui::dialogs::confirm::Confirm;

/// Begins the tour on the demonstration that is open, or asks whether this book is to be left for one: on the
/// tour deals are moved and calls noted, which is nothing for a book that is kept.
pub(super) fn show_round(app: &mut App) -> Vec<Effect> {
    if app.is_demonstration {
        return app.begin_tour(None);
    }
    let lang = app.look.lang;
    let question = tr!(lang, "tour.question").into_owned();
    let yes = vec![Effect::OpenTour.into()];
    app.open(Box::new(Confirm::new(tr!(lang, "tour.name").into_owned(), question, yes, Vec::new())));
    Vec::new()
}
