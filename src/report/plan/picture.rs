//! Pictures of a plan as inline SVG: they take their colours from the page, carry some of their own for where
//! its style does not reach, and fetch nothing.

use std::fmt::Write;

use super::{QuarterOut, StepOut};
use crate::domain::strategy::{Cell, Cells};
use crate::i18n::Lang;
use crate::report::html::escaped;
use crate::report::{abbreviated, plan_words};
use crate::tr;

/// The width of every picture, in its own units.
const WIDTH: i64 = 680;

/// A picture of so many units of height; `says` is read out where it cannot be seen.
fn picture(height: i64, says: &str, inside: &str) -> String {
    let says = escaped(says);
    format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{says}\">\n\
         <title>{says}</title>\n{inside}</svg>"
    )
}

/// Words at a place; `class` says how they look.
fn words(out: &mut String, (x, y): (i64, i64), class: &str, text: &str) {
    // Writing to a String cannot fail.
    let _ = writeln!(
        out,
        "<text x=\"{x}\" y=\"{y}\" class=\"{class}\" font-family=\"sans-serif\" font-size=\"13\">{}</text>",
        escaped(text)
    );
}

/// What a shape of a class looks like without a style.
fn plain(class: &str) -> &'static str {
    match class {
        "full" | "star" => "fill=\"#2f6f9f\"",
        "empty" => "fill=\"#dfe2e5\"",
        "cell heavy" => "fill=\"none\" stroke=\"#2f6f9f\" stroke-width=\"2\"",
        _ => "fill=\"none\" stroke=\"#dfe2e5\"",
    }
}

fn bar(out: &mut String, (x, y): (i64, i64), (width, height): (i64, i64), class: &str) {
    let _ = writeln!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" rx=\"2\" class=\"{class}\" {}/>",
        plain(class)
    );
}

/// The five steps as a path of bars, each as full as its sections are filled.
pub(super) fn steps(lang: Lang, steps: &[StepOut]) -> String {
    const ROW: i64 = 26;
    const BAR: i64 = 360;
    let mut inside = String::new();
    for (step, row) in steps.iter().zip(0_i64..) {
        let y = row * ROW;
        let (filled, of) = (step.filled as i64, (step.of as i64).max(1));
        words(&mut inside, (0, y + 16), "t", &plan_words::step(lang, step.step));
        bar(&mut inside, (220, y + 5), (BAR, 14), "empty");
        if filled > 0 {
            bar(&mut inside, (220, y + 5), (BAR * filled / of, 14), "full");
        }
        words(&mut inside, (220 + BAR + 12, y + 16), "n", &format!("{}/{}", step.filled, step.of));
    }
    picture(ROW * steps.len() as i64, &tr!(lang, "plan.steps"), &inside)
}

/// What the factors of the four cells weigh, two by two: a star for each, up to where there is no room.
pub(super) fn factors(lang: Lang, cells: &Cells) -> String {
    const HALF: i64 = WIDTH / 2;
    const HIGH: i64 = 74;
    /// Stars in a line of a cell.
    const LINE: i64 = 14;
    let deciding = cells.deciding();
    let mut inside = String::new();
    for (cell, place) in Cell::ALL.iter().zip(0_i64..) {
        let (x, y) = (place % 2 * HALF, place / 2 * HIGH);
        let stars = cells.stars(*cell);
        let class = if deciding.contains(cell) { "cell heavy" } else { "cell" };
        bar(&mut inside, (x + 2, y + 2), (HALF - 4, HIGH - 4), class);
        words(&mut inside, (x + 14, y + 24), "t strong", &plan_words::cell(lang, *cell));
        words(&mut inside, (x + HALF - 40, y + 24), "n", &stars.to_string());
        for star in 0..stars.min(2 * LINE) {
            let at = (x + 20 + star % LINE * 22, y + 42 + star / LINE * 18);
            star_at(&mut inside, at);
        }
    }
    picture(2 * HIGH, &tr!(lang, "strategy.factors"), &inside)
}

/// A star of five points around a place.
fn star_at(out: &mut String, (x, y): (i64, i64)) {
    const POINTS: [(i64, i64); 10] =
        [(0, -8), (2, -3), (8, -2), (3, 1), (5, 7), (0, 4), (-5, 7), (-3, 1), (-8, -2), (-2, -3)];
    let points: Vec<String> = POINTS.iter().map(|(dx, dy)| format!("{},{}", x + dx, y + dy)).collect();
    let _ = writeln!(out, "<polygon points=\"{}\" class=\"star\" {}/>", points.join(" "), plain("star"));
}

/// Sales planned beside what was sold, a pair of bars for each quarter.
pub(super) fn revenue(lang: Lang, quarters: &[QuarterOut]) -> String {
    const ROW: i64 = 44;
    const BAR: i64 = 440;
    let planned = |quarter: &QuarterOut| quarter.sales.map_or(0, |amount| amount.minor);
    let most = quarters.iter().flat_map(|quarter| [planned(quarter), quarter.actual.minor]).max();
    let most = most.unwrap_or_default().max(1);
    let mut inside = String::new();
    for (quarter, row) in quarters.iter().zip(0_i64..) {
        let y = row * ROW;
        words(&mut inside, (0, y + 24), "t", &quarter.quarter);
        let pairs = [
            (planned(quarter), "empty", 4, tr!(lang, "plan.planned")),
            (quarter.actual.minor, "full", 22, tr!(lang, "plan.actual")),
        ];
        for (minor, class, down, what) in pairs {
            let width = i64::try_from(minor.max(0) * i128::from(BAR) / most).unwrap_or(BAR);
            bar(&mut inside, (90, y + down), (width.max(1), 15), class);
            let figure = abbreviated(lang, minor, quarter.currency);
            words(&mut inside, (90 + width + 8, y + down + 12), "n", &format!("{what} {figure}"));
        }
    }
    picture(ROW * quarters.len() as i64, &tr!(lang, "plan.revenue_picture"), &inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cells_that_decide_stand_out_and_every_star_is_there() {
        let svg = factors(Lang::En, &Cells { use_: 3, build: 1, reduce: 0, remove: 2 });
        assert_eq!(svg.matches("class=\"star\"").count(), 6);
        assert_eq!(svg.matches("cell heavy").count(), 2);
        let none = factors(Lang::Zh, &Cells::default());
        assert!(!none.contains("heavy") && none.contains("利用"));
    }
}
