//! Factors in their four cells, and the strategy that follows from their stars.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::grid::{self, HEAVY, Item, Quarter};
use crate::domain::entry::Entry;
use crate::domain::id::Id;
use crate::domain::strategy::{Cell, Cells, Factor};
use crate::report::plan_words;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Stars a factor may have.
const STARS: usize = 4;

/// The picture of factors.
#[derive(Debug, Clone, Copy)]
pub struct FactorsPicture<'a> {
    /// The factors, in their order; entries of other kinds are passed over.
    pub entries: &'a [Entry],
    /// The chosen one.
    pub chosen: Option<Id>,
}

impl FactorsPicture<'_> {
    /// Draws it: Use and Build above, Reduce and Remove below them, the strategy at the foot.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let cells = Cells::of(self.entries.iter().filter_map(Factor::of));
        let mut conclusion = conclusion(look, &cells, area.width);
        // The picture comes first: what follows from it takes a third at most.
        conclusion.truncate(usize::from(area.height / 3));
        let below = conclusion.len() as u16;
        let blank = u16::from(area.height >= 20);
        let grid = Rect { height: area.height.saturating_sub(below + blank), ..area };
        let quarters = Cell::ALL.iter().map(|cell| self.quarter(look, *cell, &cells)).collect::<Vec<_>>();
        if let Ok(quarters) = <[Quarter; 4]>::try_from(quarters) {
            grid::draw(look, &quarters, grid, buf);
        }
        for (y, pieces) in (grid.bottom() + blank..area.bottom()).zip(&conclusion) {
            let pieces: Vec<(&str, Style)> =
                pieces.iter().map(|(words, style)| (words.as_str(), *style)).collect();
            text::pieces(buf, look.measure, Rect { y, height: 1, ..area }, &pieces);
        }
    }

    fn quarter(&self, look: &Look, cell: Cell, cells: &Cells) -> Quarter {
        let lang = look.lang;
        let own = |entry: &&Entry| Factor::of(entry).is_some_and(|factor| factor.cell == cell);
        let item = |entry: &Entry| {
            let stars = Factor::of(entry).map_or(0, |factor| factor.stars);
            let stars = usize::try_from(stars).unwrap_or_default().min(STARS);
            Item {
                text: entry.text("text").unwrap_or_default().to_owned(),
                mark: format!("{}{}", "★".repeat(stars), "·".repeat(STARS - stars)),
                note: entry.text("micro_strategy").unwrap_or_default().to_owned(),
                is_chosen: self.chosen == Some(entry.id),
            }
        };
        let about = match cell {
            Cell::Use => tr!(lang, "picture.factors.use"),
            Cell::Build => tr!(lang, "picture.factors.build"),
            Cell::Reduce => tr!(lang, "picture.factors.reduce"),
            Cell::Remove => tr!(lang, "picture.factors.remove"),
        };
        Quarter {
            title: plan_words::cell(lang, cell).into_owned(),
            about: about.into_owned(),
            figure: format!("{} ★", cells.stars(cell)),
            is_heavy: cells.deciding().contains(&cell),
            items: self.entries.iter().filter(own).map(item).collect(),
        }
    }
}

/// Pieces of a line, each with its style.
type Pieces = Vec<(String, Style)>;

/// What follows from the stars: the strategy with its advice, every one that a tie leaves open, or that it
/// is too early to say.
fn conclusion(look: &Look, cells: &Cells, width: u16) -> Vec<Pieces> {
    let (lang, theme) = (look.lang, &look.theme);
    let strategies = cells.strategies();
    let mut lines: Vec<Pieces> = vec![];
    if strategies.is_empty() {
        let words = tr!(lang, "strategy.too_early");
        return vec![vec![(words.into_owned(), theme.dim)]];
    }
    let heading = match strategies.len() {
        1 => tr!(lang, "picture.factors.decide"),
        _ => tr!(lang, "strategy.tie"),
    };
    lines.push(vec![(format!("{HEAVY} "), theme.accent), (heading.into_owned(), theme.dim)]);
    for strategy in strategies {
        let name = plan_words::strategy(lang, strategy).into_owned();
        let indent = look.measure.width(&name) + 2;
        let cells = usize::from(width).saturating_sub(indent).max(1);
        let advice = plan_words::strategy_advice(lang, strategy);
        for (number, words) in text::wrapped(look.measure, &advice, cells).into_iter().enumerate() {
            let first = match number {
                0 => (format!("{name}  "), theme.title),
                _ => (" ".repeat(indent), Style::new()),
            };
            lines.push(vec![first, (words, Style::new())]);
        }
    }
    lines
}
