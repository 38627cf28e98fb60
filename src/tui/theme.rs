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
//! **Text that does not fit** ends in an ellipsis; names give way before figures.

use std::collections::BTreeMap;

use ratatui::style::{Color, Modifier, Style};

use crate::domain::quadrant::Quadrant;
use crate::tui::palette::{Depth, Spec};

/// The styles of one theme, ready for this terminal.
#[derive(Debug, Clone, Default)]
#[allow(missing_docs)] // the guide above says what each is for
pub struct Theme {
    pub name: &'static str,
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

/// A theme's name and its file.
const FILES: [(&str, &str); 4] = [
    ("dark", include_str!("../../assets/themes/dark.toml")),
    ("light", include_str!("../../assets/themes/light.toml")),
    ("sixteen", include_str!("../../assets/themes/sixteen.toml")),
    ("plain", include_str!("../../assets/themes/plain.toml")),
];

/// A theme file that cannot be read, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ThemeError(pub String);

#[derive(serde::Deserialize)]
struct File {
    bars: Vec<String>,
    bars_soft: Vec<String>,
    rooms_fill: Vec<String>,
    #[serde(flatten)]
    styles: BTreeMap<String, String>,
}

impl Theme {
    /// The theme asked for by name if this terminal can show it, or else the one that suits it. Where
    /// colour is unwanted (`NO_COLOR`) it is always the plain one.
    pub fn choose(wanted: Option<&str>, depth: Depth, light_background: bool) -> Theme {
        let fitting = match depth {
            Depth::None => "plain",
            Depth::Sixteen => "sixteen",
            _ if light_background => "light",
            _ => "dark",
        };
        let known = wanted.filter(|name| {
            let least = if matches!(*name, "sixteen" | "plain") { Depth::Sixteen } else { Depth::Indexed };
            depth >= least && Theme::names().any(|known| known == *name)
        });
        Theme::named(known.unwrap_or(fitting), depth)
    }

    /// The names there are.
    pub fn names() -> impl Iterator<Item = &'static str> {
        FILES.iter().map(|(name, _)| *name)
    }

    /// The theme after this one, for trying them at a key.
    pub fn next(&self, depth: Depth) -> Theme {
        let at = FILES.iter().position(|(name, _)| *name == self.name).unwrap_or(0);
        let wanted = FILES[(at + 1) % FILES.len()].0;
        Theme::choose(Some(wanted), depth, wanted == "light")
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

    /// What a line of a list begins with: the mark of the chosen one, or as much room.
    pub fn mark(&self, chosen: bool) -> (&'static str, Style) {
        (if chosen { "› " } else { "  " }, self.within(chosen, self.selected_mark))
    }

    fn named(name: &str, depth: Depth) -> Theme {
        let found = FILES.iter().find(|(known, _)| *known == name).unwrap_or(&FILES[0]);
        // The tests read every file, so the plain look is only for a file broken while developing.
        Theme::read(found.0, found.1, depth).unwrap_or_default()
    }

    fn read(name: &'static str, text: &str, depth: Depth) -> Result<Theme, ThemeError> {
        let mut file: File = toml::from_str(text).map_err(|error| ThemeError(error.message().to_owned()))?;
        let mut style = |name: &str| -> Result<Style, ThemeError> {
            let words = file.styles.remove(name).ok_or_else(|| ThemeError(name.to_owned()))?;
            words.parse::<Spec>().map(|spec| spec.style(depth)).map_err(ThemeError)
        };
        let mut theme = Theme {
            name,
            title: style("title")?,
            figure: style("figure")?,
            dim: style("dim")?,
            rule: style("rule")?,
            accent: style("accent")?,
            good: style("good")?,
            warn: style("warn")?,
            bad: style("bad")?,
            key: style("key")?,
            selected: style("selected")?,
            selected_mark: style("selected_mark")?,
            past: style("past")?,
            rooms: [style("room_a")?, style("room_b")?, style("room_c")?, style("room_d")?],
            rooms_fill: Vec::new(),
            bars: Vec::new(),
            bars_soft: Vec::new(),
        };
        let colours = |words: &[String]| -> Result<Vec<Color>, ThemeError> {
            let colour = |word: &String| word.parse::<Spec>().map(|spec| spec.colour(depth));
            words.iter().map(colour).collect::<Result<_, _>>().map_err(ThemeError)
        };
        theme.bars = colours(&file.bars)?;
        theme.bars_soft = if depth < Depth::Indexed { Vec::new() } else { colours(&file.bars_soft)? };
        theme.rooms_fill = if depth < Depth::Indexed { Vec::new() } else { colours(&file.rooms_fill)? };
        match file.styles.into_keys().next() {
            Some(unknown) => Err(ThemeError(unknown)),
            None => Ok(theme),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_theme_file_is_read_whole() {
        for (name, text) in FILES {
            for depth in [Depth::None, Depth::Sixteen, Depth::Indexed, Depth::True] {
                let theme = Theme::read(name, text, depth).unwrap();
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

    #[test]
    fn a_misspelt_style_is_named() {
        let text = FILES[0].1.replace("accent", "acent");
        assert_eq!(Theme::read("dark", &text, Depth::True).unwrap_err().0, "accent");
    }
}
