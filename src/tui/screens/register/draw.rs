//! How the register stands on the screen: its lists at the left, the entries of one at the right.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::RegisterScreen;
use super::words::{count, name, purpose};
use crate::tr;
use crate::tui::entry::Kind;
use crate::tui::look::Look;
use crate::tui::widgets::{table, text};

/// Cells of the lists' names with their numbers.
const LISTS: u16 = 21;
/// The same where there is room to spare.
const LISTS_WIDE: u16 = 26;
/// From this width of the screen on there is.
const WIDE: u16 = 100;

/// The parts of the screen.
pub struct Parts {
    /// The lists.
    lists: Rect,
    /// What the shown one is for.
    heading: Rect,
    /// The heads of its columns.
    heads: Rect,
    /// Its entries.
    pub rows: Rect,
}

impl Parts {
    /// Shares out `area`.
    pub fn of(area: Rect) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= 12);
        let inner = Rect { y: inner.y + blank, height: inner.height.saturating_sub(blank), ..inner };
        let width = if inner.width + 2 >= WIDE { LISTS_WIDE } else { LISTS };
        let lists = Rect { width: width.min(inner.width), ..inner };
        let x = (inner.x + width + 3).min(inner.right());
        let right = Rect { x, width: inner.right() - x, ..inner };
        let line = |y: u16, height: u16| Rect { y: right.y + y, height, ..right }.intersection(right);
        let heads = 1 + blank;
        Parts {
            lists,
            heading: line(0, 1),
            heads: line(heads, 1),
            rows: line(heads + 1, right.height.saturating_sub(heads + 1)),
        }
    }
}

impl RegisterScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let parts = Parts::of(area);
        self.draw_lists(look, parts.lists, buf);
        for row in (Rect { x: parts.lists.right() + 1, width: 1, ..parts.lists }).rows() {
            text::left(buf, look.measure, row, "│", look.theme.rule);
        }
        let title = name(look.lang, self.kind);
        let purpose = purpose(look.lang, self.kind);
        let pieces = [(&*title, look.theme.title), ("  ", Style::new()), (&*purpose, look.theme.dim)];
        text::pieces(buf, look.measure, parts.heading, &pieces);
        if self.contents.total() == 0 {
            return self.draw_empty(look, parts.rows, buf);
        }
        table::draw(look, self.contents.part(), self.cursor, parts.heads, parts.rows, buf);
    }

    fn draw_lists(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        for (row, kind) in area.rows().zip(Kind::REGISTER) {
            let shown = kind == self.kind;
            let style = if shown { theme.accent.patch(theme.title) } else { Style::new() };
            if shown {
                text::left(buf, look.measure, row, "›", theme.accent);
            }
            let number = count(&self.counts, kind).to_string();
            let taken = text::right(buf, look.measure, row, &number, theme.dim);
            let words = Rect { x: row.x + 2, width: row.width.saturating_sub(taken + 3), ..row };
            text::left(buf, look.measure, words, &name(look.lang, kind), style);
        }
    }

    /// What would be here, and how to get it here.
    fn draw_empty(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let way = match self.kind {
            Kind::Tag => tr!(look.lang, "register.no_tag_yet"),
            _ => tr!(look.lang, "register.add_one"),
        };
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
        let words = [self.contents.when_empty(), &way];
        let lines =
            words.into_iter().flat_map(|words| text::wrapped(look.measure, words, inner.width.into()));
        for (row, line) in inner.rows().zip(lines) {
            text::left(buf, look.measure, row, &line, look.theme.dim);
        }
    }
}
