//! A waterfall: from one total to another, step by step.

use super::sheet::{Anchor, Scale, Sheet};
use super::{Chart, Sense, WIDTH};

/// One column of a waterfall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands below it.
    pub label: String,
    /// The figure above it.
    pub figure: String,
    /// Where it begins.
    pub from: i128,
    /// Where it ends.
    pub to: i128,
    /// What it says.
    pub sense: Sense,
}

const HEIGHT: f64 = 260.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 228.0;

/// A waterfall of these columns, from left to right; each begins where the one before ended.
pub fn waterfall(title: &str, columns: &[Column]) -> Chart {
    let ends = || columns.iter().flat_map(|column| [column.from, column.to]).chain([0]);
    let least = ends().min().unwrap_or(0);
    let scale = Scale::new(least, ends().max().unwrap_or(0).max(least + 1), BOTTOM, TOP);
    let room = WIDTH / columns.len().max(1) as f64;
    let width = room * 0.62;
    let mut sheet = Sheet::new(WIDTH, HEIGHT);
    let ground = scale.place(0);
    sheet.line("axis", (0.0, ground), (WIDTH, ground));
    for (place, column) in columns.iter().enumerate() {
        let left = room * place as f64 + (room - width) / 2.0;
        let (one, other) = (scale.place(column.from), scale.place(column.to));
        sheet.bar(left, width, (one, other), column.sense);
        if place + 1 < columns.len() {
            sheet.line("axis", (left + width, other), (left + room, other));
        }
        let middle = left + width / 2.0;
        sheet.words(middle, one.min(other) - 6.0, &column.figure);
        sheet.text("quiet", Anchor::Middle, (middle, BOTTOM + 18.0), &column.label);
    }
    sheet.finish(title)
}
