//! A theme as its file writes it: styles by name, or only those in which it differs from one of the program.

use std::borrow::Cow;
use std::collections::BTreeMap;

use ratatui::style::{Color, Style};
use serde::Deserialize;

use super::{Ground, Theme, shelf};
use crate::i18n::Lang;
use crate::tr;
use crate::tui::palette::{Depth, Spec};

/// Why there is no theme of a name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ThemeError {
    /// There is neither one of the program nor a file.
    #[error("no theme {0}")]
    NoSuchTheme(String),
    /// The file cannot be read.
    #[error("{0}")]
    Unreachable(String),
    /// The file is not written as such files are.
    #[error("{0}")]
    Malformed(String),
    /// It is based on a theme that the program does not have.
    #[error("based on unknown {0}")]
    UnknownBase(String),
    /// It lacks a style, and is not based on a theme that has it.
    #[error("missing {0}")]
    Missing(&'static str),
    /// It has a style that nothing is drawn with.
    #[error("unknown {0}")]
    Unknown(String),
    /// A style has a word that is no colour.
    #[error("{style}: {word}")]
    NoColour {
        /// The style.
        style: String,
        /// The word.
        word: String,
    },
    /// A list of colours has too many or too few.
    #[error("count of {0}")]
    Count(&'static str),
}

impl ThemeError {
    /// What to tell the person.
    pub fn in_words(&self, lang: Lang) -> String {
        match self {
            ThemeError::NoSuchTheme(name) => tr!(lang, "themes.no_such", name = name),
            ThemeError::Unreachable(why) => tr!(lang, "themes.unreachable", why = why),
            ThemeError::Malformed(why) => tr!(lang, "themes.malformed", why = why),
            ThemeError::UnknownBase(name) => tr!(lang, "themes.unknown_base", name = name),
            ThemeError::Missing(style) => tr!(lang, "themes.missing", style = style),
            ThemeError::Unknown(style) => tr!(lang, "themes.unknown_style", style = style),
            ThemeError::NoColour { style, word } => {
                tr!(lang, "themes.no_colour", style = style, word = word)
            }
            ThemeError::Count(list) => tr!(lang, "themes.count", list = list),
        }
        .into_owned()
    }
}

#[derive(Deserialize)]
struct File {
    based_on: Option<String>,
    ground: Option<Ground>,
    bars: Option<Vec<String>>,
    bars_soft: Option<Vec<String>>,
    rooms_fill: Option<Vec<String>>,
    #[serde(flatten)]
    styles: BTreeMap<String, String>,
}

/// Reads a theme from the text of its file.
///
/// # Errors
/// Names the first thing that is wrong with it.
pub fn read(name: Cow<'static, str>, text: &str, depth: Depth) -> Result<Theme, ThemeError> {
    let file = parse(text)?;
    let Some(base) = file.based_on.clone() else { return made(name, file, depth) };
    let Some(under) = shelf::text_of(&base) else { return Err(ThemeError::UnknownBase(base)) };
    let under = parse(under)?;
    let styles = under.styles.into_iter().chain(file.styles).collect();
    // Soft colours belong to their bars: those of the base would be of another number.
    let own_bars = file.bars.is_some();
    let whole = File {
        based_on: None,
        ground: file.ground.or(under.ground),
        bars: file.bars.or(under.bars),
        bars_soft: if own_bars {
            file.bars_soft.or(Some(Vec::new()))
        } else {
            file.bars_soft.or(under.bars_soft)
        },
        rooms_fill: file.rooms_fill.or(under.rooms_fill),
        styles,
    };
    made(name, whole, depth)
}

fn parse(text: &str) -> Result<File, ThemeError> {
    let in_one_line =
        |error: toml::de::Error| error.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
    toml::from_str(text).map_err(|error| ThemeError::Malformed(in_one_line(error)))
}

fn made(name: Cow<'static, str>, mut file: File, depth: Depth) -> Result<Theme, ThemeError> {
    let mut style = |name: &'static str| -> Result<Style, ThemeError> {
        let words = file.styles.remove(name).ok_or(ThemeError::Missing(name))?;
        spec(name, &words).map(|spec| spec.style(depth))
    };
    let mut theme = Theme {
        name,
        ground: file.ground.unwrap_or_default(),
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
        ..Theme::default()
    };
    if let Some(unknown) = file.styles.into_keys().next() {
        return Err(ThemeError::Unknown(unknown));
    }
    let colours = |list: &'static str, words: Option<Vec<String>>| -> Result<Vec<Color>, ThemeError> {
        let words = words.ok_or(ThemeError::Missing(list))?;
        words.iter().map(|words| spec(list, words).map(|spec| spec.colour(depth))).collect()
    };
    let bars = colours("bars", file.bars)?;
    let bars_soft = colours("bars_soft", file.bars_soft)?;
    let rooms_fill = colours("rooms_fill", file.rooms_fill)?;
    if !bars_soft.is_empty() && bars_soft.len() != bars.len() {
        return Err(ThemeError::Count("bars_soft"));
    }
    if !matches!(rooms_fill.len(), 0 | 4) {
        return Err(ThemeError::Count("rooms_fill"));
    }
    theme.bars = bars;
    let is_mixed = depth >= Depth::Indexed;
    theme.bars_soft = if is_mixed { bars_soft } else { Vec::new() };
    theme.rooms_fill = if is_mixed { rooms_fill } else { Vec::new() };
    Ok(theme)
}

fn spec(style: &str, words: &str) -> Result<Spec, ThemeError> {
    words.parse().map_err(|word| ThemeError::NoColour { style: style.to_owned(), word })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(text: &str) -> Result<Theme, ThemeError> {
        read("mine".into(), text, Depth::True)
    }

    #[test]
    fn an_own_theme_says_only_in_what_it_differs() {
        let mine = own("based_on = \"light\"\naccent = \"#ff00ff bold\"\nbars = [\"#102030\"]").unwrap();
        let light = Theme::choose(Some("light"), Depth::True, true);
        assert_eq!(mine.accent.fg, Some(Color::Rgb(255, 0, 255)));
        assert_eq!((mine.dim, mine.ground, &*mine.name), (light.dim, Ground::Light, "mine"));
        assert_eq!(mine.bar(3, 6), (Color::Rgb(16, 32, 48), None), "shaded: its soft colours are not told");
    }

    #[test]
    fn what_is_wrong_with_an_own_theme_is_named() {
        let whole = shelf::text_of("dark").unwrap();
        let wrong = |text: &str| own(text).unwrap_err();
        assert_eq!(wrong(&whole.replace("accent", "acent")), ThemeError::Missing("accent"));
        assert_eq!(wrong(&format!("acent = \"red\"\n{whole}")), ThemeError::Unknown("acent".to_owned()));
        assert_eq!(wrong("based_on = \"drak\""), ThemeError::UnknownBase("drak".to_owned()));
        let word = ThemeError::NoColour { style: "good".to_owned(), word: "grene".to_owned() };
        assert_eq!(wrong("based_on = \"dark\"\ngood = \"grene bold\""), word);
        assert_eq!(wrong("based_on = \"dark\"\nrooms_fill = [\"red\"]"), ThemeError::Count("rooms_fill"));
        assert!(matches!(wrong("good = 7"), ThemeError::Malformed(_)));
        let words = wrong("based_on = \"dark\"\nbars = [\"#12\"]").in_words(Lang::En);
        assert!(words.contains("bars") && words.contains("#12"), "{words}");
    }
}
