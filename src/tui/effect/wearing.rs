//! The choice of a theme, and how it is kept.

use super::{World, in_one_line};
use crate::config;
use crate::report::problem::explain_config;
use crate::tr;
use crate::tui::app::App;
use crate::tui::dialogs::themes::Themes;
use crate::tui::theme::shelf::Shelf;
use crate::tui::widgets::message::Notice;

impl World {
    /// Lets a theme be chosen. One's own files are read now: they may just have been written.
    pub(super) fn choose_theme(&self, app: &mut App) {
        let shelf = Shelf::beside(self.settings.as_deref());
        let offers = shelf.all(app.look.depth);
        let chosen = (!app.suits_ground).then(|| app.look.theme.name.clone().into_owned());
        app.open(Box::new(Themes::new(offers, app.fitting_theme(), app.look.theme.clone(), chosen)));
    }

    /// Keeps the chosen theme for the next start.
    pub(super) fn keep_theme(&self, name: Option<String>, app: &mut App) {
        let lang = app.look.lang;
        app.suits_ground = name.is_none();
        let kept = match &self.settings {
            Some(path) => config::set(path, "theme", name.as_deref().unwrap_or("auto")),
            None => Ok(()),
        };
        app.say(match kept {
            Ok(()) => {
                let theme = name.unwrap_or_else(|| tr!(lang, "themes.fitting").into_owned());
                Notice::hint(tr!(lang, "notice.theme", theme = theme))
            }
            Err(error) => Notice::problem(in_one_line(explain_config(lang, &error))),
        });
    }
}
