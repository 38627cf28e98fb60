//! Lays a table out for a line of so many cells: which columns are shown, how wide, and every cell in words.

use super::fit::{Fit, fit};
use super::measure::Measure;
use super::spell::{Figures, Spelled, spell};
use super::table::{Table, Tone};
use crate::i18n::Lang;

/// A table in words, its columns as wide as they will be.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Laid {
    /// Those that are shown, from left to right.
    pub columns: Vec<LaidColumn>,
    /// From top to bottom.
    pub rows: Vec<LaidRow>,
}

/// A column that is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidColumn {
    /// What stands over it.
    pub title: String,
    /// Its cells of the terminal; its words may want more.
    pub width: usize,
    /// Figures stand to the right.
    pub figures: bool,
}

/// A row in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaidRow {
    /// One for every column that is shown.
    pub cells: Vec<(String, Tone)>,
    /// It sums up the rows above.
    pub total: bool,
}

/// Lays out a table, in exact figures or, where those do not fit, in abbreviated ones. No width means no
/// limit.
pub fn lay(lang: Lang, table: &Table, measure: Measure, width: Option<usize>) -> Laid {
    let spelled = spell(lang, table, Figures::Exact);
    let exact = fitted(&spelled, measure, width);
    if !exact.lossy {
        return laid(spelled, &exact);
    }
    let spelled = spell(lang, table, Figures::Abbreviated);
    let shorter = fitted(&spelled, measure, width);
    laid(spelled, &shorter)
}

fn laid(spelled: Spelled<'_>, fit: &Fit) -> Laid {
    let column = |place: usize, width: usize| LaidColumn {
        title: spelled.titles[place].clone(),
        width,
        figures: spelled.columns[place].figures,
    };
    let columns = fit.shares.iter().map(|share| column(share.place, share.width)).collect();
    let row = |cells: &[(String, Tone)]| fit.shares.iter().map(|share| cells[share.place].clone()).collect();
    let rows =
        spelled.rows.iter().map(|line| LaidRow { cells: row(&line.cells), total: line.total }).collect();
    Laid { columns, rows }
}

fn fitted(spelled: &Spelled<'_>, measure: Measure, width: Option<usize>) -> Fit {
    let mut natural: Vec<usize> = std::iter::zip(spelled.columns, &spelled.titles)
        .map(|(column, title)| match spelled.figures {
            // Where figures had to be shortened, their titles may be cut too.
            Figures::Abbreviated if column.figures => 0,
            _ => measure.width(title),
        })
        .collect();
    let mut used = vec![false; natural.len()];
    for row in &spelled.rows {
        for (place, (text, _)) in row.cells.iter().enumerate() {
            natural[place] = natural[place].max(measure.width(text));
            used[place] |= !text.is_empty();
        }
    }
    // A column in which nothing is known says nothing.
    let places: Vec<usize> = (0..natural.len()).filter(|place| used[*place]).collect();
    let columns: Vec<_> = places.iter().map(|place| spelled.columns[*place].clone()).collect();
    let widths: Vec<usize> = places.iter().map(|place| natural[*place]).collect();
    let mut fit = fit(&columns, &widths, width);
    fit.shares.iter_mut().for_each(|share| share.place = places[share.place]);
    fit
}
