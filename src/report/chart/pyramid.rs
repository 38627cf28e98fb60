//! A pyramid of layers, each with how many stand in it and what they bring.

use super::sheet::{Anchor, Sheet};
use super::{Chart, HALF, Hue};

/// A layer of the pyramid.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Layer {
    /// Its name.
    pub title: String,
    /// How many stand in it, in words.
    pub number: String,
    /// What they bring of all, in words.
    pub share: String,
    /// Its colour.
    pub hue: Hue,
}

const ROW: f64 = 62.0;
const MIDDLE: f64 = 130.0;
const WORDS: f64 = 262.0;

/// The pyramid of these layers, from the top.
pub fn pyramid(title: &str, layers: &[Layer]) -> Chart {
    let rows = layers.len().max(1) as f64;
    let mut sheet = Sheet::new(HALF, ROW * rows + 8.0);
    let half = |at: f64| at / rows * MIDDLE;
    for (at, layer) in layers.iter().enumerate() {
        let (above, below) = (at as f64, at as f64 + 1.0);
        let (top, bottom) = (above * ROW + 4.0, below * ROW);
        let corners = [
            (MIDDLE - half(above), top),
            (MIDDLE + half(above), top),
            (MIDDLE + half(below), bottom),
            (MIDDLE - half(below), bottom),
        ];
        sheet.shape(&format!("{} solid", layer.hue.class()), &corners);
        let middle = (top + bottom) / 2.0;
        sheet.line("axis", (MIDDLE + half(above + 0.5), middle), (WORDS - 8.0, middle));
        sheet.text("strong", Anchor::Start, (WORDS, middle - 2.0), &layer.title);
        sheet.text("quiet", Anchor::Start, (WORDS, middle + 14.0), &layer.number);
        sheet.text("large", Anchor::End, (HALF, middle + 6.0), &layer.share);
    }
    sheet.finish(title)
}
