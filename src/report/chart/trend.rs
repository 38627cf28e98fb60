//! A trend: a figure from day to day or period to period, against what is aimed at.

use super::sheet::{Anchor, Place, Sheet};
use super::{Chart, WIDTH};

/// A figure at a time.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// When.
    pub label: String,
    /// The figure; none where there is none.
    pub value: Option<f64>,
    /// The figure in words.
    pub figure: String,
}

const HEIGHT: f64 = 230.0;
const TOP: f64 = 30.0;
const BOTTOM: f64 = 196.0;
const MARGIN: f64 = 34.0;
/// Labels that have room beside one another.
const LABELS: usize = 13;

/// The figures from the first to the last; `goal` is a line at what is aimed at, and its name.
pub fn trend(title: &str, points: &[Point], goal: Option<(f64, &str)>) -> Chart {
    let mut sheet = Sheet::new(WIDTH, HEIGHT);
    let known = || points.iter().filter_map(|point| point.value);
    let most = known().chain(goal.map(|(value, _)| value)).fold(0.0, f64::max) * 1.08;
    let least = known().fold(0.0, f64::min);
    let up = |value: f64| BOTTOM - (value - least) / (most - least).max(f64::EPSILON) * (BOTTOM - TOP);
    let gaps = points.len().saturating_sub(1).max(1) as f64;
    let across = |at: usize| match points.len() {
        1 => WIDTH / 2.0,
        _ => MARGIN + at as f64 / gaps * (WIDTH - 2.0 * MARGIN),
    };
    sheet.line("axis", (0.0, up(0.0)), (WIDTH, up(0.0)));
    if let Some((value, name)) = goal {
        sheet.line("mark", (0.0, up(value)), (WIDTH, up(value)));
        sheet.text("quiet", Anchor::Start, (0.0, up(value) - 6.0), name);
    }
    let places = points.iter().enumerate().map(|(at, point)| Some((across(at), up(point.value?))));
    let places: Vec<Option<Place>> = places.collect();
    // A gap stays a gap: nothing is drawn over days without a figure.
    for run in places.split(Option::is_none) {
        let run: Vec<Place> = run.iter().flatten().copied().collect();
        if let (Some(first), Some(last)) = (run.first(), run.last()) {
            let ground = [(last.0, up(0.0)), (first.0, up(0.0))];
            sheet.shape("shade", &[run.as_slice(), ground.as_slice()].concat());
            sheet.path("line", &run);
        }
    }
    let step = points.len().div_ceil(LABELS).max(1);
    let last = points.len().saturating_sub(1);
    for (at, (point, place)) in points.iter().zip(&places).enumerate() {
        // From the end, so that the newest is always told.
        let is_told = (last - at).is_multiple_of(step);
        if let Some((x, y)) = *place {
            sheet.disc("total", (x, y), 3.5, &format!("{} {}", point.label, point.figure));
            if is_told {
                let class = if at == last { "strong" } else { "quiet" };
                // Below the point where the line of the goal would go through it.
                let crosses = goal.is_some_and(|(value, _)| (-4.0..24.0).contains(&(y - up(value))));
                let y = if crosses { y + 19.0 } else { y - 10.0 };
                sheet.text(class, Anchor::Middle, (x, y), &point.figure);
            }
        }
        if is_told {
            sheet.text("quiet", Anchor::Middle, (across(at), HEIGHT - 12.0), &point.label);
        }
    }
    sheet.finish(title)
}
