//! Colours as theme files write them (`"#7aa2f7 bold"`, `"black on yellow"`), brought down to what the
//! terminal can show.

use std::env;
use std::str::FromStr;

use ratatui::style::{Color, Modifier, Style};

/// How many colours the terminal shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Depth {
    /// None, or none wanted.
    None,
    /// The terminal's own sixteen.
    Sixteen,
    /// 256.
    Indexed,
    /// All.
    True,
}

impl Depth {
    /// What the environment says: `NO_COLOR`, `COLORTERM`, `TERM`.
    pub fn of_terminal() -> Depth {
        let variable = |name: &str| env::var(name).unwrap_or_default();
        if !variable("NO_COLOR").is_empty() {
            return Depth::None;
        }
        let colours = variable("COLORTERM");
        if colours == "truecolor" || colours == "24bit" || cfg!(windows) {
            Depth::True
        } else if variable("TERM").contains("256") {
            Depth::Indexed
        } else {
            Depth::Sixteen
        }
    }
}

/// Whether the environment says that the background is light (`COLORFGBG`, as some terminals set it).
pub fn background_is_light() -> bool {
    let background = env::var("COLORFGBG").unwrap_or_default();
    matches!(background.rsplit(';').next(), Some("7" | "15"))
}

/// One style as written: a colour, `on` a colour, and modifiers, each at most once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spec {
    foreground: Option<Color>,
    background: Option<Color>,
    modifiers: Modifier,
}

impl Spec {
    /// The style, as this terminal can show it.
    pub fn style(self, depth: Depth) -> Style {
        Style {
            fg: self.foreground.and_then(|colour| reduce(colour, depth)),
            bg: self.background.and_then(|colour| reduce(colour, depth)),
            ..Style::new()
        }
        .add_modifier(self.modifiers)
    }

    /// The colour alone.
    pub fn colour(self, depth: Depth) -> Color {
        self.foreground.and_then(|colour| reduce(colour, depth)).unwrap_or(Color::Reset)
    }
}

impl FromStr for Spec {
    type Err = String;

    /// The error is the word that is not understood.
    fn from_str(text: &str) -> Result<Spec, String> {
        let mut spec = Spec::default();
        let mut background = false;
        for word in text.split_whitespace() {
            match word {
                "on" => background = true,
                "bold" => spec.modifiers |= Modifier::BOLD,
                "dim" => spec.modifiers |= Modifier::DIM,
                "italic" => spec.modifiers |= Modifier::ITALIC,
                "underlined" => spec.modifiers |= Modifier::UNDERLINED,
                "reversed" => spec.modifiers |= Modifier::REVERSED,
                "default" => {}
                colour => {
                    let colour = Color::from_str(colour).map_err(|_| word.to_owned())?;
                    let side = if background { &mut spec.background } else { &mut spec.foreground };
                    *side = Some(colour);
                }
            }
        }
        Ok(spec)
    }
}

/// The nearest colour that the terminal shows, if it shows any. In sixteen colours a mixed one is left
/// out: its neighbour there could be anything.
fn reduce(colour: Color, depth: Depth) -> Option<Color> {
    match (colour, depth) {
        (_, Depth::None) => None,
        (Color::Rgb(..), Depth::Sixteen) => None,
        (Color::Rgb(red, green, blue), Depth::Indexed) => Some(Color::Indexed(nearest(red, green, blue))),
        (colour, _) => Some(colour),
    }
}

/// The nearest of the 6×6×6 cube and the 24 greys, of which every 256-colour terminal has the same.
fn nearest(red: u8, green: u8, blue: u8) -> u8 {
    const STEPS: [i32; 6] = [0, 95, 135, 175, 215, 255];
    let wanted = [red, green, blue].map(i32::from);
    let distance = |r: i32, g: i32, b: i32| {
        let [dr, dg, db] = [r - wanted[0], g - wanted[1], b - wanted[2]];
        dr * dr * 2 + dg * dg * 4 + db * db * 3
    };
    let cube = (0..216_u8).map(|i| {
        let step = |n: u8| STEPS[usize::from(n % 6)];
        (16 + i, distance(step(i / 36), step(i / 6), step(i)))
    });
    let greys = (0..24_u8).map(|i| {
        let level = 8 + 10 * i32::from(i);
        (232 + i, distance(level, level, level))
    });
    cube.chain(greys).min_by_key(|(_, distance)| *distance).map_or(15, |(index, _)| index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_style_is_read_from_words() {
        let style = "#7aa2f7 on black bold".parse::<Spec>().unwrap().style(Depth::True);
        assert_eq!(style, Style::new().fg(Color::Rgb(0x7a, 0xa2, 0xf7)).bg(Color::Black).bold());
        assert_eq!("mauvish".parse::<Spec>(), Err("mauvish".to_owned()));
    }

    #[test]
    fn colours_come_down_to_what_the_terminal_shows() {
        let red: Spec = "#ff0000".parse().unwrap();
        assert_eq!(red.colour(Depth::Indexed), Color::Indexed(196));
        assert_eq!(red.colour(Depth::Sixteen), Color::Reset);
        let grey: Spec = "#808080".parse().unwrap();
        assert_eq!(grey.colour(Depth::Indexed), Color::Indexed(244));
        let named: Spec = "yellow".parse().unwrap();
        assert_eq!(named.colour(Depth::Sixteen), Color::Yellow);
        assert_eq!(named.style(Depth::None), Style::new());
    }
}
