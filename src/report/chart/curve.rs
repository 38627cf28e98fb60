//! The Pareto curve: what the first of many bring together, one after the other.

use super::sheet::{Anchor, Place, Sheet};
use super::{Chart, HALF, Hue};

/// Where a class ends along the curve.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// After how many.
    pub until: usize,
    /// The colour of those up to there.
    pub hue: Hue,
}

/// What the first of them bring.
#[derive(Debug, Clone, PartialEq)]
pub struct Curve {
    /// The share of all that the first so many bring: of one, of two and so on.
    pub points: Vec<f64>,
    /// Where the classes end, from left to right.
    pub cuts: Vec<Cut>,
    /// The share that is looked for, by how many it is brought, and that in words.
    pub goal: Option<(f64, usize, String)>,
    /// What stands at the end of the line below.
    pub end: String,
}

const HEIGHT: f64 = 256.0;
const LEFT: f64 = 46.0;
const RIGHT: f64 = HALF - 8.0;
const TOP: f64 = 16.0;
const BOTTOM: f64 = 226.0;

/// The curve from nothing to all.
pub fn curve(title: &str, curve: &Curve) -> Chart {
    let mut sheet = Sheet::new(HALF, HEIGHT);
    let all = curve.points.len().max(1) as f64;
    let across = |number: f64| LEFT + number / all * (RIGHT - LEFT);
    let up = |share: f64| BOTTOM - share.clamp(0.0, 1.0) * (BOTTOM - TOP);
    for (share, words) in [(0.0, "0 %"), (0.5, "50 %"), (1.0, "100 %")] {
        sheet.line("grid", (LEFT, up(share)), (RIGHT, up(share)));
        sheet.text("quiet", Anchor::End, (LEFT - 8.0, up(share) + 4.0), words);
    }
    let whole: Vec<Place> = std::iter::once((across(0.0), up(0.0)))
        .chain(curve.points.iter().enumerate().map(|(at, share)| (across(at as f64 + 1.0), up(*share))))
        .collect();
    let mut from = 0;
    for cut in &curve.cuts {
        let until = cut.until.min(curve.points.len());
        if until > from {
            let part = &whole[from..=until];
            let ground = [(across(until as f64), up(0.0)), (across(from as f64), up(0.0))];
            sheet.shape(&format!("{} tint", cut.hue.class()), &[part, &ground].concat());
            from = until;
        }
    }
    sheet.path("line", &whole);
    if let Some((share, number, words)) = &curve.goal {
        let (x, y) = (across(*number as f64), up(*share));
        sheet.line("mark", (LEFT, y), (x, y));
        sheet.line("mark", (x, y), (x, up(0.0)));
        sheet.text("strong", Anchor::Start, (x + 8.0, y + 18.0), words);
    }
    sheet.text("quiet", Anchor::End, (RIGHT, HEIGHT - 10.0), &curve.end);
    sheet.finish(title)
}
