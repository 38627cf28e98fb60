//! The theme that is worn: chosen, tried, or the one that suits the terminal's background.

use super::App;
use crate::tr;
use crate::tui::effect::Effect;
use crate::tui::palette::Depth;
use crate::tui::theme::shelf::Shelf;
use crate::tui::theme::{Ground, Theme};
use crate::tui::widgets::message::Notice;

/// What an interface wears.
#[derive(Debug, Clone)]
pub struct Worn {
    theme: Theme,
    suits_ground: bool,
    is_on_light: bool,
}

impl App {
    /// Shows all in another theme.
    pub(super) fn wear(&mut self, theme: Theme) -> Vec<Effect> {
        self.look.theme = theme;
        // What was read is kept as it is to look.
        vec![Effect::Reload]
    }

    /// Wears the theme of a name, where one was chosen.
    pub fn wear_first(&mut self, chosen: Option<&str>, shelf: &Shelf) {
        if let Some(name) = chosen {
            self.wear_chosen(name, shelf);
        }
    }

    /// What is worn, for an interface that takes this one's place.
    pub fn worn(&self) -> Worn {
        Worn {
            theme: self.look.theme.clone(),
            suits_ground: self.suits_ground,
            is_on_light: self.is_on_light,
        }
    }

    /// Wears what another interface has worn.
    pub fn wear_again(&mut self, worn: Worn) {
        let Worn { theme, suits_ground, is_on_light } = worn;
        (self.look.theme, self.suits_ground, self.is_on_light) = (theme, suits_ground, is_on_light);
    }

    /// The theme that suits the terminal.
    pub fn fitting_theme(&self) -> Theme {
        Theme::choose(None, self.look.depth, self.is_on_light)
    }

    /// Wears the theme of a name before anything is shown; says why, where that cannot be. Where colour is
    /// unwanted no theme but the plain one is asked for.
    fn wear_chosen(&mut self, name: &str, shelf: &Shelf) {
        if self.look.depth == Depth::None {
            return;
        }
        match shelf.find(name, self.look.depth) {
            Ok(theme) => self.look.theme = theme,
            // One of the program that this terminal has too few colours for is no mistake.
            Err(_) if Theme::names().any(|known| known == name) => {}
            Err(error) => {
                let why = error.in_words(self.look.lang);
                self.say(Notice::problem(tr!(self.look.lang, "themes.unusable", theme = name, why = why)));
            }
        }
    }

    /// The terminal has told its background: the theme that suits it is worn, unless one was chosen.
    pub fn stands_on(&mut self, ground: Ground) -> Vec<Effect> {
        self.is_on_light = ground == Ground::Light;
        let fitting = self.fitting_theme();
        if !self.suits_ground || !self.dialogs.is_empty() || fitting.name == self.look.theme.name {
            return Vec::new();
        }
        self.wear(fitting)
    }
}
