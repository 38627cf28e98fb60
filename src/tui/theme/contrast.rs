//! How well text is told from what it is drawn on, by the formula of the Web Content Accessibility Guidelines.

use ratatui::style::{Color, Style};

use super::{Ground, Theme};

/// What text needs to be legible.
pub const LEGIBLE: f64 = 4.5;

/// The ratio of the lighter to the darker of two colours, from 1 to 21; none where one of them is left to the
/// terminal.
pub fn contrast(one: Color, other: Color) -> Option<f64> {
    let (one, other) = (luminance(rgb(one)?), luminance(rgb(other)?));
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

/// The style whose text is hardest to read on the ground that the theme is made for, with its contrast there,
/// where that is less than [`LEGIBLE`].
pub fn hardest(theme: &Theme) -> Option<(&'static str, f64)> {
    let ground = match theme.ground {
        Ground::Any => return None,
        Ground::Dark => Color::Rgb(0x16, 0x18, 0x1d),
        Ground::Light => Color::Rgb(255, 255, 255),
    };
    let of = |style: Style| contrast(style.fg?, style.bg.unwrap_or(ground));
    let styles = [
        ("dim", theme.dim),
        ("accent", theme.accent),
        ("good", theme.good),
        ("warn", theme.warn),
        ("bad", theme.bad),
        ("key", theme.key),
        ("selected", theme.selected),
        ("past", theme.past),
    ];
    let ratios = styles.into_iter().filter_map(|(name, style)| Some((name, of(style)?)));
    ratios.filter(|(_, ratio)| *ratio < LEGIBLE).min_by(|one, other| one.1.total_cmp(&other.1))
}

/// Red, green and blue; none for the terminal's own colours, whatever they are.
pub fn rgb(colour: Color) -> Option<[u8; 3]> {
    match colour {
        Color::Rgb(red, green, blue) => Some([red, green, blue]),
        Color::Indexed(index @ 16..=231) => {
            let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * n };
            let index = index - 16;
            Some([step(index / 36), step(index / 6 % 6), step(index % 6)])
        }
        Color::Indexed(index @ 232..) => Some([8 + 10 * (index - 232); 3]),
        _ => None,
    }
}

/// How bright a colour is, from 0 to 1.
pub fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// A part of a colour as an amount of light, from 0 to 1.
pub fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
}

#[cfg(test)]
mod tests;
