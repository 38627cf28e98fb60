//! Things done of things to be done: a bar for each, as full as it is done.

use super::sheet::{Anchor, Sheet};
use super::{Chart, WIDTH};

/// How much of something is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Done {
    /// What.
    pub label: String,
    /// So many.
    pub done: usize,
    /// Of so many.
    pub of: usize,
}

const ROW: f64 = 28.0;
const LEFT: f64 = 240.0;
const BAR: f64 = 440.0;

/// The bars, from the first.
pub fn progress(title: &str, all: &[Done]) -> Chart {
    let mut sheet = Sheet::new(WIDTH, ROW * all.len().max(1) as f64);
    for (row, one) in all.iter().enumerate() {
        let y = row as f64 * ROW;
        sheet.text("", Anchor::Start, (0.0, y + 18.0), &one.label);
        sheet.rect("empty", (LEFT, y + 6.0), (BAR, 16.0));
        if one.done > 0 {
            sheet.rect("total", (LEFT, y + 6.0), (BAR * one.done as f64 / one.of.max(1) as f64, 16.0));
        }
        sheet.text(
            "quiet",
            Anchor::Start,
            (LEFT + BAR + 14.0, y + 18.0),
            &format!("{}/{}", one.done, one.of),
        );
    }
    sheet.finish(title)
}
