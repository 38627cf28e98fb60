//! Where the parts of the funnel screen stand, for any size and any number of stages.

use ratatui::layout::Rect;

/// The fewest lines of deals worth showing.
const FEWEST_DEALS: u16 = 2;

/// The parts, from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Parts {
    /// The three indicators: 3 lines, or 2 where there are few.
    pub strip: Rect,
    /// The heads of the stages' columns.
    pub head: Rect,
    /// The stages.
    pub stages: Rect,
    /// Lines that each stage takes, 1 or 2.
    pub stage_height: u16,
    /// The sum of all stages.
    pub total: Rect,
    /// What is left out of the sums.
    pub left_out: Rect,
    /// The heading of the deals.
    pub deals_head: Rect,
    /// The deals.
    pub deals: Rect,
}

impl Parts {
    /// Shares out `area`; `left_out` tells whether there is anything left out of the sums. What is short
    /// of room gives way in this order: the blank lines, the second line of each stage, stages (the
    /// picture then scrolls); the deals keep a few lines.
    pub fn of(area: Rect, stages: usize, left_out: bool) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let stages = stages.clamp(1, 200) as u16;
        let strip = if inner.height < 15 { 2 } else { 3 };
        let fixed = strip + 1 + 1 + u16::from(left_out) + 1;
        let room = inner.height.saturating_sub(fixed);
        let wide = room >= 2 * stages + 16;
        let stage_height = if wide { 2 } else { 1 };
        let lines = (stages * stage_height).min(room.saturating_sub(FEWEST_DEALS).max(1));
        let spare = room.saturating_sub(lines + FEWEST_DEALS + 2);
        let blank = |number: u16| u16::from(spare >= number);

        let mut y = inner.y;
        let mut take = |height: u16| {
            let height = height.min(inner.bottom().saturating_sub(y));
            let part = Rect { y, height, ..inner };
            y += height;
            part
        };
        take(blank(5));
        let strip = take(strip);
        take(blank(1));
        let head = take(1);
        let stages = take(lines);
        let total = take(1);
        let left_out = take(u16::from(left_out));
        take(blank(3));
        let deals_head = take(1);
        let deals = take(u16::MAX);
        Parts { strip, head, stages, stage_height, total, left_out, deals_head, deals }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_stand_one_under_the_other_and_within_the_screen(
            width in 0u16..500, height in 0u16..300, stages in 0usize..400, left_out: bool,
        ) {
            let area = Rect::new(0, 1, width, height);
            let parts = Parts::of(area, stages, left_out);
            let order = [
                parts.strip, parts.head, parts.stages, parts.total, parts.left_out, parts.deals_head, parts.deals,
            ];
            for pair in order.windows(2) {
                prop_assert!(pair[0].bottom() <= pair[1].y);
            }
            prop_assert!(parts.deals.bottom() <= area.bottom());
        }

        #[test]
        fn at_the_smallest_size_there_are_deals_to_see(stages in 1usize..30, left_out: bool) {
            let parts = Parts::of(Rect::new(0, 1, 60, 13), stages, left_out);
            prop_assert!(parts.deals.height >= FEWEST_DEALS);
            prop_assert!(parts.stages.height >= 1);
        }
    }

    #[test]
    fn at_80_by_24_the_six_stages_and_several_deals_are_seen() {
        let parts = Parts::of(Rect::new(0, 1, 80, 21), 6, false);
        assert_eq!((parts.stages.height, parts.stage_height), (6, 1));
        assert!(parts.deals.height >= 6, "{parts:?}");
    }
}
