//! A histogram of what a period may bring, with marks at the figures that matter.

use super::sheet::{Scale, Sheet};
use super::{Chart, Sense, WIDTH};
use crate::domain::range::Bar;

/// A figure that is marked in a histogram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mark {
    /// Where it lies.
    pub amount: i128,
    /// What it is, with its figure.
    pub label: String,
}

const HEIGHT: f64 = 220.0;
const TOP: f64 = 64.0;
const BOTTOM: f64 = 200.0;
const MARGIN: f64 = 60.0;
/// Marks are named in lines above one another, so that near ones can be read.
const LINES: usize = 4;

/// How often a period brings how much, from the least to the most.
pub fn histogram(title: &str, bars: &[Bar], marks: &[Mark]) -> Chart {
    let ends = || bars.iter().flat_map(|bar| [bar.from, bar.to]).chain(marks.iter().map(|mark| mark.amount));
    let (least, most) = (ends().min().unwrap_or(0), ends().max().unwrap_or(0));
    let across = Scale::new(least, most, MARGIN, WIDTH - MARGIN);
    let runs = bars.iter().map(|bar| bar.runs).max().unwrap_or(0).max(1);
    let up = Scale::new(0, i128::from(runs), BOTTOM, TOP);
    let mut sheet = Sheet::new(WIDTH, HEIGHT);
    sheet.line("axis", (MARGIN, BOTTOM), (WIDTH - MARGIN, BOTTOM));
    for bar in bars.iter().filter(|bar| bar.runs > 0) {
        let (left, right) = (across.place(bar.from), across.place(bar.to));
        let width = (right - left - 1.0).max(2.0);
        sheet.bar(left, width, (BOTTOM, up.place(i128::from(bar.runs))), Sense::Total);
    }
    for (place, mark) in marks.iter().enumerate() {
        let x = across.place(mark.amount);
        let y = 14.0 + 13.0 * (place % LINES) as f64;
        sheet.line("mark", (x, y + 3.0), (x, BOTTOM));
        sheet.words(x, y, &mark.label);
    }
    sheet.finish(title)
}
