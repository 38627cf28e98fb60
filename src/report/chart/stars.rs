//! Four cells, two by two, with their stars; those that decide stand out.

use super::sheet::{Anchor, Place, Sheet};
use super::{Chart, WIDTH};

/// A cell and its stars.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starred {
    /// What it is called.
    pub title: String,
    /// How many stars.
    pub stars: i64,
    /// Whether it is one of those that decide.
    pub decides: bool,
}

const HIGH: f64 = 78.0;
/// Stars in a line of a cell.
const LINE: i64 = 15;

/// The cells: two above, two below; a star for each, up to where there is no room.
pub fn stars(title: &str, cells: &[Starred]) -> Chart {
    let half = WIDTH / 2.0;
    let mut sheet = Sheet::new(WIDTH, 2.0 * HIGH);
    for (at, cell) in cells.iter().enumerate() {
        let (x, y) = ((at % 2) as f64 * half, (at / 2) as f64 * HIGH);
        let class = if cell.decides { "cell heavy" } else { "cell" };
        sheet.rect(class, (x + 2.0, y + 2.0), (half - 4.0, HIGH - 4.0));
        sheet.text("strong", Anchor::Start, (x + 14.0, y + 25.0), &cell.title);
        sheet.text("quiet", Anchor::End, (x + half - 16.0, y + 25.0), &cell.stars.to_string());
        for star in 0..cell.stars.min(2 * LINE) {
            let across = x + 22.0 + (star % LINE) as f64 * 23.0;
            sheet.shape("star", &star_at((across, y + 44.0 + (star / LINE) as f64 * 19.0)));
        }
    }
    sheet.finish(title)
}

/// A star of five points around a place.
fn star_at((x, y): Place) -> [Place; 10] {
    const POINTS: [(i8, i8); 10] =
        [(0, -8), (2, -3), (8, -2), (3, 1), (5, 7), (0, 4), (-5, 7), (-3, 1), (-8, -2), (-2, -3)];
    POINTS.map(|(across, down)| (x + f64::from(across), y + f64::from(down)))
}
