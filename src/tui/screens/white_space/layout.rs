//! Where the parts of the grid stand, for any size and any number of products.

use ratatui::layout::Rect;

/// The fewest cells of a column, and the most worth having: an amount and a day.
const NARROWEST: u16 = 10;
const WIDEST: u16 = 24;

/// Cells of the totals of an account: bought, open, how many are blank.
const EDGE: [u16; 3] = [11, 11, 7];

/// The parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// What is shown, and the filter.
    pub heading: Rect,
    /// The names of products, over the cells.
    pub head: Rect,
    /// The names of accounts, beside the cells.
    pub names: Rect,
    /// The cells of products that there is room for.
    pub cells: Rect,
    /// Cells of one column.
    pub width: u16,
    /// What each account bought, and where there is room what it has open and how many are blank.
    pub edge: Rect,
    /// How many figures stand at that edge.
    pub figures: usize,
    /// What each product comes to, a line for each figure.
    pub foot: Rect,
    /// What stands at the chosen cell, in words.
    pub told: Rect,
}

impl Parts {
    /// Shares out `area` to as many of the products and accounts as fit.
    pub fn of(area: Rect, products: usize, accounts: usize) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = |least: u16| u16::from(inner.height >= least);
        let line = |y: u16, height: u16| Rect { y: inner.y + y, height, ..inner }.intersection(inner);
        let top = blank(14) + 1 + blank(20);
        let (head, sums, told) = if inner.height >= 18 { (3, 3, 2) } else { (2, 1, 1) };
        let below = sums + 1 + told + blank(26);
        let most = u16::try_from(accounts).unwrap_or(u16::MAX).max(1);
        let rows = inner.height.saturating_sub(top + head + below).min(most);
        let names = (inner.width * 22 / 100).clamp(18, 32);
        let figures = if inner.width >= 100 { 3 } else { 1 };
        let edge = EDGE.iter().take(figures).sum();
        let room = inner.width.saturating_sub(names + edge);
        let fits = (room / NARROWEST).max(1);
        let columns = fits.min(u16::try_from(products).unwrap_or(u16::MAX)).max(1);
        let width = (room / columns).min(WIDEST);
        let cells = columns * width;
        let across =
            |part: Rect, x: u16, width: u16| Rect { x: inner.x + x, width, ..part }.intersection(inner);
        let grid = line(top + head, rows);
        Parts {
            heading: line(blank(14), 1),
            head: line(top, head),
            names: across(grid, 0, names),
            cells: across(grid, names, cells),
            width,
            edge: across(grid, names + cells, edge),
            figures,
            // A thin rule comes first.
            foot: line(top + head + rows, sums + 1),
            told: line(inner.height.saturating_sub(told), told),
        }
    }

    /// How many accounts are in view.
    pub fn rows(&self) -> usize {
        usize::from(self.cells.height).max(1)
    }

    /// How many products are in view.
    pub fn columns(&self) -> usize {
        usize::from(self.cells.width / self.width.max(1)).max(1)
    }

    /// Cell `place` of those in view in a line of the grid, without what keeps it from the one before.
    pub fn cell(&self, line: Rect, place: usize) -> Rect {
        let from = self.cells.x + place as u16 * self.width + 1;
        Rect { x: from, width: self.width - 1, ..line }
    }

    /// Figure `place` at the right edge of a line.
    pub fn edge_cell(&self, line: Rect, place: usize) -> Rect {
        let before: u16 = EDGE.iter().take(place).sum();
        let width = EDGE.get(place).copied().unwrap_or(1);
        Rect { x: self.edge.x + before + 1, width: width - 1, ..line }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_stand_one_beside_the_other_at_any_size() {
        for (width, height) in [(60, 13), (80, 21), (120, 37), (200, 57)] {
            let area = Rect::new(0, 1, width, height);
            for products in [0, 1, 3, 12, 50] {
                let parts = Parts::of(area, products, 1_000);
                assert_eq!(parts.names.right(), parts.cells.x);
                assert_eq!(parts.cells.right(), parts.edge.x);
                assert!(parts.edge.right() <= area.right(), "{width} {products}");
                assert!(parts.rows() >= 5, "{height}: {}", parts.rows());
                assert!(parts.head.bottom() == parts.cells.y && parts.cells.bottom() == parts.foot.y);
                assert!(parts.foot.bottom() <= parts.told.y, "{height}");
                assert!(parts.told.bottom() <= area.bottom());
                assert!(parts.width >= NARROWEST);
            }
        }
        assert_eq!(Parts::of(Rect::new(0, 1, 200, 57), 12, 40).columns(), 12);
        assert_eq!(Parts::of(Rect::new(0, 1, 80, 21), 12, 40).columns(), 4);
    }
}
