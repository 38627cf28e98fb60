//! The colours of classes, in the picture and beside it: four, and none for what is not worth one.

use ratatui::style::{Color, Modifier, Style};

use crate::domain::quadrant::Quadrant;
use crate::tui::look::Look;

/// The colour of a class; a theme has them as those of the four quadrants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Hue {
    /// Where one attacks.
    Red,
    /// Where one tries.
    Yellow,
    /// Where one defends.
    Blue,
    /// Where one maintains.
    Green,
    /// Where nothing is to be done.
    #[default]
    Grey,
}

impl Hue {
    /// The strong colour, for words and lines.
    pub fn ink(self, look: &Look) -> Style {
        match self.room() {
            Some(room) => Style { bg: None, ..look.theme.room(room) },
            None => look.theme.dim,
        }
    }

    /// The faint colour, behind a region.
    pub fn tint(self, look: &Look) -> Style {
        match self.room() {
            Some(room) => Style { fg: None, add_modifier: Modifier::empty(), ..look.theme.room(room) },
            None => Style::new(),
        }
    }

    /// The colour of a shape in a region, between the two; none where there are no colours.
    pub fn fill(self, look: &Look) -> Option<Color> {
        match self.room() {
            Some(room) => look.theme.room_fill(room),
            None => look.theme.rule.fg.filter(|_| look.theme.room_fill(Quadrant::A).is_some()),
        }
    }

    fn room(self) -> Option<Quadrant> {
        match self {
            Hue::Blue => Some(Quadrant::A),
            Hue::Green => Some(Quadrant::B),
            Hue::Red => Some(Quadrant::C),
            Hue::Yellow => Some(Quadrant::D),
            Hue::Grey => None,
        }
    }
}
