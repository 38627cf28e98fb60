//! A funnel: a centred bar for each stage, as wide as its deals are worth; within it what is likely of them.

use super::sheet::{Anchor, Place, Sheet};
use super::{Chart, WIDTH};

/// A stage of the funnel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Its name.
    pub label: String,
    /// What stands under the name: its win rate.
    pub under: String,
    /// What its deals are worth.
    pub amount: i128,
    /// The same × win rate.
    pub weighted: i128,
    /// Both in words: the amount, and what stands under it.
    pub figures: [String; 2],
}

const ROW: f64 = 46.0;
const BAR: f64 = 30.0;
const MIDDLE: f64 = 390.0;
const WIDEST: f64 = 400.0;

/// A funnel of these stages, from the first at the top to the last.
pub fn funnel(title: &str, steps: &[Step]) -> Chart {
    let mut sheet = Sheet::new(WIDTH, ROW * steps.len().max(1) as f64);
    let most = steps.iter().map(|step| step.amount).max().unwrap_or(0).max(1);
    let width = |amount: i128| (amount.max(0) as f64 / most as f64 * WIDEST).max(2.0);
    let top = |row: usize| row as f64 * ROW + (ROW - BAR) / 2.0;
    let sides = |width: f64| (MIDDLE - width / 2.0, MIDDLE + width / 2.0);
    for (row, pair) in steps.windows(2).enumerate() {
        let [(left, right), (next_left, next_right)] =
            [sides(width(pair[0].amount)), sides(width(pair[1].amount))];
        let (above, below) = (top(row) + BAR, top(row + 1));
        let corners: [Place; 4] = [(left, above), (right, above), (next_right, below), (next_left, below)];
        sheet.shape("shade", &corners);
    }
    for (row, step) in steps.iter().enumerate() {
        let y = top(row);
        let (all, likely) = (width(step.amount), step.weighted.max(0) as f64 / most as f64 * WIDEST);
        sheet.rect("soft", (sides(all).0, y), (all, BAR));
        if likely > 0.0 {
            sheet.rect("total", (sides(likely).0, y), (likely, BAR));
        }
        sheet.text("strong", Anchor::Start, (0.0, y + 13.0), &step.label);
        sheet.text("quiet", Anchor::Start, (0.0, y + 28.0), &step.under);
        sheet.text("strong", Anchor::End, (WIDTH, y + 13.0), &step.figures[0]);
        sheet.text("quiet", Anchor::End, (WIDTH, y + 28.0), &step.figures[1]);
    }
    sheet.finish(title)
}
