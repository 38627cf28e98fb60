//! Factors in their four cells, and the strategy that follows from their stars.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::Here;
use super::grid::{self, HEAVY, Item, Quarter};
use crate::domain::entry::Entry;
use crate::domain::strategy::{Cell, Cells, Factor, Strategy};
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
    /// Where one stands in it.
    pub here: Here<'a>,
}

impl<'a> FactorsPicture<'a> {
    /// Draws it: Use and Build above, Reduce and Remove below them, the strategy at the foot, and what there
    /// is to say about the chosen factor where its cell has no room for that. Returns where the cursor
    /// stands, if one types.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let area = area.intersection(buf.area);
        let cells = Cells::of(self.entries.iter().filter_map(Factor::of));
        let mut at = 0..;
        let mut quarters = [Cell::Use, Cell::Build, Cell::Reduce, Cell::Remove]
            .map(|cell| self.quarter(look, cell, &cells, at.next().unwrap_or_default()));
        // The picture comes first: what follows from it takes half at most.
        let mut foot = conclusion(look, &cells, area.width, usize::from(area.height / 2));
        let blank = u16::from(area.height >= 20);
        let above =
            |foot: &[Pieces]| Rect { height: area.height.saturating_sub(foot.len() as u16 + blank), ..area };
        if self.here.cell.is_some() && !grid::is_roomy(look, &quarters, above(&foot)) {
            // All cells tell their micro-strategies, or none does: then the chosen one's stands below.
            let items = quarters.iter_mut().flat_map(|quarter| &mut quarter.items);
            items.filter(|item| item.typed.is_none()).for_each(|item| item.note.clear());
            foot.push(self.told(look));
        }
        let grid = above(&foot);
        let cursor = grid::draw(look, &quarters, grid, buf);
        for (y, pieces) in (grid.bottom() + blank..area.bottom()).zip(&foot) {
            let pieces: Vec<(&str, Style)> =
                pieces.iter().map(|(words, style)| (words.as_str(), *style)).collect();
            text::pieces(buf, look.measure, Rect { y, height: 1, ..area }, &pieces);
        }
        cursor
    }

    fn quarter(&self, look: &Look, cell: Cell, cells: &Cells, at: usize) -> Quarter<'a> {
        let lang = look.lang;
        let own = |entry: &&Entry| Factor::of(entry).is_some_and(|factor| factor.cell == cell);
        let item = |entry: &Entry| {
            let stars = Factor::of(entry).map_or(0, |factor| factor.stars);
            let mark = stars_of(usize::try_from(stars).unwrap_or_default());
            let note = entry.text("micro_strategy").map(|words| format!("→ {words}")).unwrap_or_default();
            Item { mark, note, ..self.here.item(entry) }
        };
        let about = match cell {
            Cell::Use => tr!(lang, "picture.factors.use"),
            Cell::Build => tr!(lang, "picture.factors.build"),
            Cell::Reduce => tr!(lang, "picture.factors.reduce"),
            Cell::Remove => tr!(lang, "picture.factors.remove"),
        };
        let mut items: Vec<Item<'a>> = self.entries.iter().filter(own).map(item).collect();
        let hint = tr!(lang, "picture.type_factor").into_owned();
        items.extend(self.here.fresh(at).map(|item| Item { mark: stars_of(0), note: hint, ..item }));
        Quarter {
            title: plan_words::cell(lang, cell).into_owned(),
            about: about.into_owned(),
            figure: format!("{} ★", cells.stars(cell)),
            is_heavy: cells.deciding().contains(&cell),
            items,
            is_here: self.here.cell == Some(at),
        }
    }

    /// The micro-strategy of the chosen factor, or that it has none yet.
    fn told(&self, look: &Look) -> Pieces {
        let theme = &look.theme;
        let chosen = self.entries.iter().find(|entry| Some(entry.id) == self.here.chosen);
        let Some(chosen) = chosen else { return Vec::new() };
        match chosen.text("micro_strategy") {
            Some(words) => {
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                vec![("→ ".to_owned(), theme.accent), (words, Style::new())]
            }
            None => vec![(tr!(look.lang, "picture.no_micro_strategy").into_owned(), theme.dim)],
        }
    }
}

fn stars_of(stars: usize) -> String {
    let stars = stars.min(STARS);
    format!("{}{}", "★".repeat(stars), "·".repeat(STARS - stars))
}

/// Pieces of a line, each with its style.
type Pieces = Vec<(String, Style)>;

/// What follows from the stars, in at most so many lines: the strategy with its advice, every one that a tie
/// leaves open, or that it is too early to say. Where there is too little room, the advice gives way.
fn conclusion(look: &Look, cells: &Cells, width: u16, most: usize) -> Vec<Pieces> {
    let (lang, theme) = (look.lang, &look.theme);
    let strategies = cells.strategies();
    if strategies.is_empty() {
        return vec![vec![(tr!(lang, "strategy.too_early").into_owned(), theme.dim)]];
    }
    let heading = match strategies.len() {
        1 => tr!(lang, "picture.factors.decide"),
        _ => tr!(lang, "strategy.tie"),
    };
    let mut lines: Vec<Pieces> =
        vec![vec![(format!("{HEAVY} "), theme.accent), (heading.into_owned(), theme.dim)]];
    lines.extend(strategies.iter().flat_map(|strategy| advised(look, *strategy, width)));
    if lines.len() <= most {
        return lines;
    }
    lines.truncate(1);
    let names: Vec<_> = strategies.iter().map(|strategy| plan_words::strategy(lang, *strategy)).collect();
    let names = text::wrapped(look.measure, &names.join(" / "), width.into());
    lines.extend(names.into_iter().map(|words| vec![(words, theme.title)]));
    lines
}

/// A strategy, and beside it its advice.
fn advised(look: &Look, strategy: Strategy, width: u16) -> Vec<Pieces> {
    let name = plan_words::strategy(look.lang, strategy).into_owned();
    let indent = look.measure.width(&name) + 2;
    let cells = usize::from(width).saturating_sub(indent).max(1);
    let advice = plan_words::strategy_advice(look.lang, strategy);
    let lines = text::wrapped(look.measure, &advice, cells).into_iter().zip(0..);
    let line = |(words, number): (String, usize)| {
        let first = match number {
            0 => (format!("{name}  "), look.theme.title),
            _ => (" ".repeat(indent), Style::new()),
        };
        vec![first, (words, Style::new())]
    };
    lines.map(line).collect()
}
