use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Size;
use ratatui::style::Modifier;
use rstest::rstest;

use super::*;
use crate::config::Config;
use crate::domain::quadrant::Quadrant;
use crate::i18n::Lang;
use crate::tui::Rehearsal;
use crate::tui::palette::Depth;
use crate::tui::testkit::sample::plan::planned;
use crate::tui::testkit::sample::{Sample, sample};

const BLACK: [u8; 3] = [0; 3];
const WHITE: [u8; 3] = [255; 3];

#[test]
fn black_on_white_is_the_most_there_is() {
    let of = |colour: [u8; 3]| Color::Rgb(colour[0], colour[1], colour[2]);
    assert_eq!(contrast(of(BLACK), of(WHITE)), Some(21.0));
    assert_eq!(contrast(of(WHITE), of(WHITE)), Some(1.0));
    assert_eq!(contrast(of(WHITE), Color::Red), None, "nobody knows which red the terminal has");
    assert_eq!(rgb(Color::Indexed(67)), Some([95, 135, 175]));
}

/// Backgrounds on which a theme is worn, and the ink that terminals have there.
fn grounds(theme: &Theme) -> ([[u8; 3]; 3], [u8; 3]) {
    match theme.ground {
        Ground::Light => ([WHITE, [0xfa, 0xfa, 0xfa], [0xfd, 0xf6, 0xe3]], [0x1f, 0x1f, 0x1f]),
        _ => ([BLACK, [0x16, 0x18, 0x1d], [0x1e, 0x1e, 0x2e]], [0xd9, 0xd9, 0xd9]),
    }
}

/// The contrast of a letter or digit with its background; none for other signs.
fn of_letter(cell: &Cell, ground: [u8; 3], ink: [u8; 3]) -> Option<f64> {
    let of = |colour, own: [u8; 3]| rgb(colour).unwrap_or(own);
    let (front, back) = (of(cell.fg, ink), of(cell.bg, ground));
    let is_letter = cell.symbol().chars().any(char::is_alphanumeric);
    let colour = |[red, green, blue]: [u8; 3]| Color::Rgb(red, green, blue);
    // Reversed, both have changed places, which leaves the ratio.
    is_letter.then(|| contrast(colour(front), colour(back)))?
}

/// The letters of a frame that are too hard to read, line by line with the worst of each.
fn too_faint(frame: &Buffer, theme: &Theme, least: f64) -> Vec<String> {
    let (grounds, ink) = grounds(theme);
    let of = |cell: &Cell| {
        let ratios = grounds.into_iter().filter_map(|ground| of_letter(cell, ground, ink));
        ratios.min_by(f64::total_cmp).unwrap_or(f64::MAX)
    };
    let rows = frame.content.chunks(frame.area.width.into());
    let worst = rows.filter_map(|row| {
        row.iter().map(|cell| (of(cell), cell)).min_by(|a, b| a.0.total_cmp(&b.0)).zip(Some(row))
    });
    let faint = worst.filter(|((ratio, _), _)| *ratio < least);
    let line = |row: &[Cell]| row.iter().map(Cell::symbol).collect::<String>();
    faint
        .map(|((ratio, cell), row)| format!("{ratio:.2} of {:?} in {}", cell.style(), line(row).trim()))
        .collect()
}

/// Screens and dialogs that between them are drawn in every style.
const SHOWN: [&str; 18] = [
    "1",
    "2",
    "2 j l",
    "3",
    "3 tab j",
    "4 enter",
    "5 v v",
    "5 > H",
    "6",
    "7",
    "8 l l l l",
    "9",
    "9 tab tab tab",
    "g C",
    "5 :",
    "3 ?",
    "2 {",
    "a a tab x ctrl-s",
];

#[rstest]
fn text_is_legible_on_what_it_is_drawn_on(
    #[values("dark", "light", "contrast-dark", "contrast-light", "blue-orange-dark", "blue-orange-light")]
    name: &str,
) {
    let theme = Theme::choose(Some(name), Depth::True, false);
    assert_eq!(hardest(&theme), None);
    let least = if name.starts_with("contrast") { 7.0 } else { LEGIBLE };
    let config = Config { theme: Some(name.to_owned()), ..Config::default() };
    let mut faint = Vec::new();
    for keys in SHOWN {
        let Sample { book, folder: _folder } = sample();
        let mut shown = Rehearsal::new(book, Lang::En, &config, Size::new(120, 40));
        shown.press(keys).unwrap();
        faint.extend(too_faint(&shown.frame().0, &theme, least));
    }
    let Sample { book, folder: _folder } = planned();
    let mut shown = Rehearsal::new(book, Lang::Zh, &config, Size::new(120, 40));
    shown.press("3 enter").unwrap();
    for keys in [", s", ", f", ", c", ", v", ", w", ", l", ", p", ", e", ", m"] {
        shown.press(keys).unwrap();
        faint.extend(too_faint(&shown.frame().0, &theme, least));
    }
    assert!(faint.is_empty(), "{name}:\n{}", faint.join("\n"));
}

#[rstest]
fn with_256_colours_the_styles_stay_legible(
    #[values("dark", "light", "contrast-dark", "contrast-light", "blue-orange-dark", "blue-orange-light")]
    name: &str,
) {
    assert_eq!(hardest(&Theme::choose(Some(name), Depth::Indexed, false)), None, "{name}");
}

/// What eyes without the cones for green, or for red, see of a colour, as three amounts of light
/// (Viénot, Brettel and Mollon 1999).
fn seen_without([red, green, blue]: [u8; 3], cones: &str) -> [f64; 3] {
    let [r, g, b] = [red, green, blue].map(linear);
    match cones {
        "green" => [0.29275 * r + 0.70725 * g, 0.29275 * r + 0.70725 * g, -0.02234 * r + 0.02234 * g + b],
        "red" => [0.11238 * r + 0.88762 * g, 0.11238 * r + 0.88762 * g, 0.00401 * r - 0.00401 * g + b],
        _ => [r, g, b],
    }
}

/// How far apart two colours look, as in CIE 1976: 2.3 is just seen.
fn apart(one: Color, other: Color, cones: &str) -> f64 {
    let lab = |colour| {
        let [r, g, b] = seen_without(rgb(colour).unwrap(), cones);
        let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        let x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.950_47);
        let y = f(0.2126 * r + 0.7152 * g + 0.0722 * b);
        let z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.088_83);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    };
    let pairs = lab(one).into_iter().zip(lab(other));
    pairs.map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}

#[rstest]
fn blue_and_orange_stay_apart_for_eyes_that_do_not_tell_red_from_green(
    #[values("blue-orange-dark", "blue-orange-light")] name: &str,
    #[values("green", "red", "none")] cones: &str,
) {
    let theme = Theme::choose(Some(name), Depth::True, false);
    let judgements = [theme.good, theme.warn, theme.bad].map(|style| style.fg.unwrap());
    let rooms = [Quadrant::A, Quadrant::B, Quadrant::C, Quadrant::D].map(|room| theme.room(room).fg.unwrap());
    for colours in [judgements.as_slice(), rooms.as_slice()] {
        for (at, one) in colours.iter().enumerate() {
            for other in &colours[at + 1..] {
                let apart = apart(*one, *other, cones);
                assert!(apart > 20.0, "{name}: {one} and {other} are {apart:.0} apart without {cones}");
            }
        }
    }
    assert!(theme.bad.add_modifier.contains(Modifier::UNDERLINED), "told by form too");
}
