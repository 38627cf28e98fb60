//! A gauge: what is there already and what is likely to come, side by side against what is to be reached.

use super::sheet::{Anchor, Sheet};
use super::{Chart, WIDTH};
use crate::report::Measure;

/// A part of what there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Portion {
    /// What it is, with its figure.
    pub label: String,
    /// How much.
    pub amount: i128,
    /// Only likely: drawn lighter.
    pub is_likely: bool,
}

/// What there is, and what is to be reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gauge {
    /// From left to right.
    pub portions: Vec<Portion>,
    /// What is to be reached, with what it is called; none where that is not set.
    pub goal: Option<(i128, String)>,
}

const TOP: f64 = 22.0;
const HIGH: f64 = 30.0;
const LEGEND: f64 = 76.0;

/// The gauge, with a legend under it.
pub fn gauge(title: &str, gauge: &Gauge) -> Chart {
    let mut sheet = Sheet::new(WIDTH, LEGEND + 12.0);
    let sum: i128 = gauge.portions.iter().map(|portion| portion.amount.max(0)).sum();
    let goal = gauge.goal.as_ref().map_or(0, |(amount, _)| *amount);
    let whole = sum.max(goal).max(1) as f64;
    let length = |amount: i128| amount.max(0) as f64 / whole * WIDTH;
    sheet.rect("empty", (0.0, TOP), (WIDTH, HIGH));
    let (mut at, mut legend) = (0.0, 0.0);
    for (place, portion) in gauge.portions.iter().enumerate() {
        let class = match (portion.is_likely, place) {
            (true, _) => "soft",
            (false, 0) => "total",
            (false, _) => "plain",
        };
        let width = length(portion.amount);
        if width > 0.0 {
            sheet.rect(class, (at, TOP), (width, HIGH));
        }
        at += width;
        sheet.rect(class, (legend, LEGEND - 10.0), (11.0, 11.0));
        sheet.text("", Anchor::Start, (legend + 17.0, LEGEND), &portion.label);
        legend += 17.0 + 7.2 * Measure::default().width(&portion.label) as f64 + 20.0;
    }
    if let Some((amount, label)) = &gauge.goal {
        let x = length(*amount).clamp(1.0, WIDTH - 1.0);
        sheet.line("mark", (x, TOP - 6.0), (x, TOP + HIGH + 6.0));
        // The words stand where they do not leave the sheet.
        let (anchor, x) = if x > WIDTH / 2.0 { (Anchor::End, x) } else { (Anchor::Start, x) };
        sheet.text("strong", anchor, (x, TOP - 10.0), label);
    }
    sheet.finish(title)
}
