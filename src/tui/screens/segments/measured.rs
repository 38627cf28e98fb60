//! The pictures of methods that only measure: quintiles, and scores in their parts.

use super::read::Known;
use super::sight::{Picture, Row, bought};
use super::words;
use crate::domain::forecast::Ratio;
use crate::domain::money::WHOLE;
use crate::tui::look::Look;
use crate::tui::widgets::segment::Part;

/// How lately, how often and for how much each bought.
pub fn quintiles(known: &Known, rows: &[Row]) -> Picture {
    let of_row = |row: &Row| known.segments.quintiles[row.at].class.map(bought);
    Picture::Quintiles(rows.iter().map(of_row).collect())
}

/// What each score is made of.
pub fn scores(known: &Known, rows: &[Row], look: &Look) -> Picture {
    let weights = known.segments.rules.score_weights.basis_points();
    let parts = words::indicators(look.lang).into_iter().zip(weights).map(|(title, points)| {
        let weight = points as f64 / WHOLE as f64;
        Part { title: title.into_owned(), weight, told: crate::report::percent(points) }
    });
    let of_row = |row: &Row| match &known.segments.scores[row.at].class {
        Some(score) => score.parts.iter().map(|part| part.map(Ratio::value)).collect(),
        None => vec![None; weights.len()],
    };
    Picture::Scores(parts.collect(), rows.iter().map(of_row).collect())
}
