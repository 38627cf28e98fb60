//! What was planned beside what came: a pair of bars for each period.

use super::sheet::{Anchor, Sheet};
use super::{Chart, WIDTH};

/// A period's pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The period.
    pub label: String,
    /// What was planned, and what came; none where that is not told.
    pub amounts: [Option<i128>; 2],
    /// Both in words.
    pub figures: [String; 2],
}

const ROW: f64 = 48.0;
const LEFT: f64 = 96.0;
const BAR: f64 = 470.0;

/// The pairs, from the first.
pub fn pairs(title: &str, all: &[Pair]) -> Chart {
    let mut sheet = Sheet::new(WIDTH, ROW * all.len().max(1) as f64);
    let most = all.iter().flat_map(|pair| pair.amounts).flatten().max().unwrap_or(0).max(1);
    for (row, pair) in all.iter().enumerate() {
        let y = row as f64 * ROW;
        sheet.text("", Anchor::Start, (0.0, y + 26.0), &pair.label);
        for (at, class) in ["empty", "total"].into_iter().enumerate() {
            let Some(amount) = pair.amounts[at] else { continue };
            let width = (amount.max(0) as f64 / most as f64 * BAR).max(1.0);
            let down = y + 5.0 + at as f64 * 19.0;
            sheet.rect(class, (LEFT, down), (width, 16.0));
            sheet.text("quiet", Anchor::Start, (LEFT + width + 9.0, down + 12.0), &pair.figures[at]);
        }
    }
    sheet.finish(title)
}
