//! Where the parts of the board stand, for any size and any number of stages.

use std::ops::Range;

use ratatui::layout::Rect;

use crate::tui::screens::{beside, is_vast};

/// The fewest cells of a column, and the most worth having.
const NARROWEST: u16 = 24;
const WIDEST: u16 = 48;

/// Cells between two columns: a thin line with room at either side.
pub const GAP: u16 = 3;

/// Lines of a detail under the columns.
const BELOW: u16 = 19;

/// With fewer lines than this for the cards, each is one line lower.
const ROOMY: u16 = 12;

/// The parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    /// What is shown, and the filter.
    pub heading: Rect,
    /// The columns that there is room for, each whole.
    pub columns: Vec<Rect>,
    /// Lines of a column's head.
    pub head: u16,
    /// Lines of a card, without the one under it.
    pub card: u16,
    /// The sums of all columns.
    pub foot: Rect,
    /// The detail of the chosen deal, where it is shown.
    pub detail: Option<Rect>,
}

impl Parts {
    /// Shares out `area` to as many of the columns as fit; `left_out` tells whether their heads have to say
    /// what is left out of the sums, `open` whether the detail is shown: beside them where there is room,
    /// over them where there is not. On a very large screen it always is, under them.
    pub fn of(area: Rect, stages: usize, left_out: bool, open: bool) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = |least: u16| u16::from(inner.height >= least);
        let inner = Rect { y: inner.y + blank(12), height: inner.height.saturating_sub(blank(12)), ..inner };
        let (board, detail) = match open {
            _ if is_vast(inner) => below(inner),
            true => beside(inner, true),
            false => (inner, None),
        };
        let line = |y: u16, height: u16| Rect { y: board.y + y, height, ..board }.intersection(board);
        let top = 1 + blank(30);
        let height = board.height.saturating_sub(top + 1 + blank(24));
        let columns = across(line(top, height), stages);
        let head = 3 + u16::from(left_out);
        let card = if height.saturating_sub(head) < ROOMY { 2 } else { 3 };
        let foot = line(board.height.saturating_sub(1).max(top), 1);
        Parts { heading: line(0, 1), columns, head, card, foot, detail }
    }

    /// How many cards of a column are in view.
    pub fn cards(&self) -> usize {
        let height = self.columns.first().map_or(0, |column| column.height.saturating_sub(self.head));
        usize::from((height + 1) / (self.card + 1)).max(1)
    }

    /// Where the cards of a column stand.
    pub fn cards_of(&self, column: Rect) -> Rect {
        let head = self.head.min(column.height);
        Rect { y: column.y + head, height: column.height - head, ..column }
    }

    /// Where the card stands that is the n-th in view of a column, as much of it as there is room for.
    pub fn card(&self, column: Rect, number: usize) -> Rect {
        let cards = self.cards_of(column);
        let y = u16::try_from(number).unwrap_or(u16::MAX).saturating_mul(self.card + 1);
        Rect { y: cards.y.saturating_add(y), height: self.card, ..cards }.intersection(cards)
    }
}

/// The board, and under it, with a thin line between, the detail.
fn below(inner: Rect) -> (Rect, Option<Rect>) {
    let height = BELOW.min(inner.height / 2);
    let board = Rect { height: inner.height.saturating_sub(height + 2), ..inner };
    (board, Some(Rect { y: board.bottom() + 2, height, ..inner }))
}

/// Whole columns side by side, the spare cells shared out to them.
fn across(area: Rect, stages: usize) -> Vec<Rect> {
    let fitting = ((area.width + GAP) / (NARROWEST + GAP)).max(1);
    let count = u16::try_from(stages).unwrap_or(u16::MAX).clamp(1, fitting);
    let cells = area.width.saturating_sub(GAP * (count - 1));
    let (width, spare) = (cells / count, cells % count);
    let mut x = area.x;
    let column = |number: u16| {
        let width = (width + u16::from(number < spare)).min(WIDEST);
        let column = Rect { x, width, ..area }.intersection(area);
        x += width + GAP;
        column
    };
    Range { start: 0, end: count }.map(column).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn columns_stand_side_by_side_within_the_screen_and_cards_within_them(
            width in 0u16..500, height in 0u16..300, stages in 0usize..400, left_out: bool, open: bool,
        ) {
            let area = Rect::new(0, 1, width, height);
            let parts = Parts::of(area, stages, left_out, open);
            for pair in parts.columns.windows(2) {
                prop_assert!(pair[0].right() + GAP == pair[1].x);
                prop_assert!(pair[0].width >= NARROWEST && pair[1].width >= NARROWEST);
            }
            for column in &parts.columns {
                prop_assert_eq!(area.intersection(*column), *column);
                prop_assert!(column.bottom() <= parts.foot.y || parts.foot.height == 0);
                for number in 0..parts.cards() {
                    let card = parts.card(*column, number);
                    prop_assert_eq!(column.intersection(card), card);
                }
            }
        }

        #[test]
        fn at_the_smallest_size_two_columns_of_whole_cards_are_seen(stages in 2usize..30, left_out: bool) {
            let parts = Parts::of(Rect::new(0, 1, 60, 13), stages, left_out, false);
            prop_assert_eq!(parts.columns.len(), 2);
            prop_assert!(parts.cards() >= 2);
            prop_assert_eq!(parts.card(parts.columns[1], parts.cards() - 1).height, parts.card);
        }
    }

    #[test]
    fn at_80_by_24_three_columns_of_four_cards_are_seen() {
        let parts = Parts::of(Rect::new(0, 1, 80, 21), 6, false, false);
        assert_eq!((parts.columns.len(), parts.cards(), parts.card), (3, 4, 3));
        assert_eq!(parts.columns[0].width, 24);
        let wide = Parts::of(Rect::new(0, 1, 120, 37), 6, false, false);
        assert_eq!(wide.columns.len(), 4);
    }
}
