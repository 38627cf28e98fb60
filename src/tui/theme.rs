//! Styles by name, from a few words in a file of `assets/themes`; and the guide to how screens look.
//!
//! # The guide
//!
//! **Calm.** A screen is text on the terminal's own background. Regions are told apart by space and
//! by one thin rule, never by boxes inside boxes; only a dialog has a frame. Nothing is told by colour
//! alone: a badge has a letter or a word, the chosen line a mark, a bar its figure.
//!
//! | style | what it means |
//! |---|---|
//! | `title` | what a region is; a record's name where it stands for the record |
//! | `figure` | the figures that one came to see; a handful on a screen |
//! | `dim` | what explains: column heads, units, hints. Never what one must read to act |
//! | `rule` | lines, empty parts of gauges, tracks |
//! | `accent` | where one is: the screen's tab, the chosen stage |
//! | `good`, `warn`, `bad` | a judgement: fine, look at it, act on it; never an ornament |
//! | `key` | a key to press |
//! | `selected`, `selected_mark` | the chosen line, over whatever is in it, and its mark at the left |
//! | `changed` | for a moment: what a write has altered; by form, whatever its colour says |
//! | `past` | the sign that the screen shows another day than today |
//! | `room(q)` | a room of the four quadrants: its colour, on a faint one of it; `room_fill` for a shape in it |
//! | `bar(i, n)` | the i-th of n stages: cool far from money, warm near it; `soft` for what is not yet weighted |
//!
//! **Space.** One column of margin left and right; two between columns; one blank line between
//! regions where there is room, given up first where there is not. The header is the first line, the
//! message line and the keys are the last two, always: nothing moves when a message comes or goes.
//!
//! **Numbers** stand right-aligned under right-aligned heads, in the base currency, whole units with
//! thousands marks; one that does not fit is abbreviated (12.3M, 1234万), never cut. Rates have one
//! decimal at most. A figure that does not exist is a dash, never a zero.
//!
//! **Dates** near today are words (today, tomorrow, yesterday), within the year day and month, else
//! in full. A date that has passed and should not have is `bad`; within three days `warn`.
//!
//! **Empty states** say what would be here and how to get it there, with the keys or the command.
//!
//! **Themes** are read from files ([`file`]): the program's own, and a person's beside their settings
//! ([`shelf`]). Text keeps a contrast of 4.5 to 1 on what it is drawn on, 7 in the high-contrast ones
//! ([`contrast`]).
//!
//! **Text that does not fit** ends in an ellipsis; names give way before figures.

pub mod contrast;
pub mod file;
pub mod shelf;

use std::borrow::Cow;

use ratatui::style::{Color, Modifier, Style};

use crate::domain::quadrant::Quadrant;
use crate::tui::palette::Depth;

/// The background that a theme is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Ground {
    /// Whatever it is.
    #[default]
    Any,
    /// A dark one.
    Dark,
    /// A light one.
    Light,
}

/// The styles of one theme, ready for this terminal.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)] // the guide above says what each is for
pub struct Theme {
    pub name: Cow<'static, str>,
    pub ground: Ground,
    pub title: Style,
    pub figure: Style,
    pub dim: Style,
    pub rule: Style,
    pub accent: Style,
    pub good: Style,
    pub warn: Style,
    pub bad: Style,
    pub key: Style,
    pub selected: Style,
    pub selected_mark: Style,
    pub past: Style,
    rooms: [Style; 4],
    rooms_fill: Vec<Color>,
    bars: Vec<Color>,
    bars_soft: Vec<Color>,
}

impl Theme {
    /// The program's own theme of this name if this terminal can show it, or else the one that suits it. Where
    /// colour is unwanted (`NO_COLOR`) it is always the plain one.
    pub fn choose(wanted: Option<&str>, depth: Depth, light_background: bool) -> Theme {
        let fitting = match depth {
            Depth::None => "plain",
            Depth::Sixteen => "sixteen",
            _ if light_background => "light",
            _ => "dark",
        };
        let known = wanted.filter(|name| Theme::names().any(|known| known == *name) && fits(name, depth));
        // The tests read every file, so the plain look is only for a file broken while developing.
        shelf::of_the_program(known.unwrap_or(fitting), depth).unwrap_or_default()
    }

    /// The names of the program's own.
    pub fn names() -> impl Iterator<Item = &'static str> {
        shelf::FILES.iter().map(|(name, _)| *name)
    }

    /// The colour of the bar of stage `index` of `count`, and that of its soft part; without one the
    /// soft part is shaded.
    pub fn bar(&self, index: usize, count: usize) -> (Color, Option<Color>) {
        let pick = |colours: &[Color]| {
            let last = colours.len().checked_sub(1)?;
            let at = (index * last + count.saturating_sub(1) / 2) / count.saturating_sub(1).max(1);
            colours.get(at.min(last)).copied()
        };
        (pick(&self.bars).unwrap_or(Color::Reset), pick(&self.bars_soft))
    }

    /// The style of a room of the four quadrants: its colour, on a faint one of it.
    pub fn room(&self, room: Quadrant) -> Style {
        self.rooms[room as usize]
    }

    /// The colour of a shape in a room, between the two of its style; none where it is to be stippled.
    pub fn room_fill(&self, room: Quadrant) -> Option<Color> {
        self.rooms_fill.get(room as usize).copied()
    }

    /// The style of the chosen line, or none.
    pub fn selected_if(&self, chosen: bool) -> Style {
        if chosen { self.selected } else { Style::new() }
    }

    /// The style of something within a line: where the chosen line is told by reversal, colours would be
    /// reversed with it, so they are left out there.
    pub fn within(&self, chosen: bool, style: Style) -> Style {
        let reversed = self.selected.add_modifier.contains(Modifier::REVERSED);
        if chosen && reversed { Style::new().add_modifier(style.add_modifier) } else { style }
    }

    /// What is laid over words that a write has altered: form alone, as their colour may be a judgement. Where a
    /// judgement is itself told by that form, there is one more.
    pub fn changed(&self) -> Style {
        let form = Modifier::BOLD | Modifier::UNDERLINED;
        let is_taken = self.bad.add_modifier.contains(Modifier::UNDERLINED);
        Style::new().add_modifier(if is_taken { form | Modifier::REVERSED } else { form })
    }

    /// What a line of a list begins with: the mark of the chosen one, or as much room.
    pub fn mark(&self, chosen: bool) -> (&'static str, Style) {
        (if chosen { "› " } else { "  " }, self.within(chosen, self.selected_mark))
    }
}

/// Whether a terminal of so many colours can show a theme of the program.
fn fits(name: &str, depth: Depth) -> bool {
    match name {
        "plain" => true,
        "sixteen" => depth >= Depth::Sixteen,
        _ => depth >= Depth::Indexed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_file_is_read_whole() {
        for name in Theme::names() {
            for depth in [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True] {
                let theme = shelf::of_the_program(name, depth).unwrap();
                assert!(theme.bars_soft.is_empty() || theme.bars.len() == theme.bars_soft.len(), "{name}");
                assert!(matches!(theme.rooms_fill.len(), 0 | 4), "{name}");
            }
        }
    }

    #[test]
    fn without_colour_no_theme_has_one() {
        for wanted in Theme::names() {
            let theme = Theme::choose(Some(wanted), Depth::None, false);
            for style in [theme.bad, theme.accent, theme.selected, theme.key] {
                assert_eq!((style.fg, style.bg), (None, None), "{wanted}");
            }
            assert_eq!(theme.bar(0, 6), (Color::Reset, None));
        }
    }

    #[test]
    fn bars_run_from_the_first_colour_to_the_last_for_any_number_of_stages() {
        let theme = Theme::choose(Some("dark"), Depth::True, false);
        for count in 1..12 {
            assert_eq!(theme.bar(0, count).0, theme.bars[0]);
            assert!(theme.bars.contains(&theme.bar(count - 1, count).0));
        }
        assert_eq!(theme.bar(5, 6).0, theme.bars[5]);
        assert_eq!(theme.bar(3, 4).0, theme.bars[5]);
    }
}
