//! How a record stands on the screen: what it is called, its sides, and the one that is shown.

use std::borrow::Cow;
use std::cmp::Reverse;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::board::Typed;
use super::{RecordScreen, Tab};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::{beside, is_vast};
use crate::tui::widgets::text;

/// What stands between two sides, and between those whose names would have no room otherwise.
const GAP: &str = "  ";
const NARROW_GAP: &str = " ";

/// From this width on the name and the figures stand on one line.
const WIDE: u16 = 100;

/// The parts of the screen.
pub struct Parts {
    head: Rect,
    /// Where the figures stand: beside the name or, where there is little room, under it.
    figures: Rect,
    tabs: Rect,
    rule: Rect,
    /// The side that is shown.
    pub side: Rect,
    /// What is known of the record itself, beside every side on a very large screen.
    pub detail: Option<Rect>,
}

impl Parts {
    /// Shares out `area`.
    pub fn of(area: Rect) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let line = |y: u16, height: u16| Rect { y: inner.y + y, height, ..inner }.intersection(inner);
        let below = u16::from(inner.width + 2 < WIDE);
        let side = line(3 + below, inner.height.saturating_sub(3 + below));
        let (side, detail) = if is_vast(area) { beside(side, false) } else { (side, None) };
        Parts {
            head: line(0, 1),
            figures: line(below, 1),
            tabs: line(1 + below, 1),
            rule: line(2 + below, 1),
            side,
            detail,
        }
    }
}

impl RecordScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let theme = &look.theme;
        let parts = Parts::of(area);
        let Some(head) = &self.head else {
            let words = tr!(look.lang, "record.gone");
            text::left(buf, look.measure, parts.head, &words, theme.dim);
            return None;
        };
        let mut left = parts.head;
        if parts.figures.y == parts.head.y {
            let taken = text::right(buf, look.measure, parts.figures, &head.figures, theme.figure);
            left.width = left.width.saturating_sub(taken + 2);
        } else {
            text::left(buf, look.measure, parts.figures, &head.figures, theme.figure);
        }
        let pieces = [
            (head.code.as_str(), theme.dim),
            (" ", theme.dim),
            (head.record.name.as_str(), theme.title),
            ("  ", theme.dim),
            (head.about.as_str(), theme.dim),
        ];
        text::pieces(buf, look.measure, left, &pieces);
        self.draw_tabs(look, parts.tabs, buf);
        let rule = "─".repeat(parts.rule.width.into());
        text::left(buf, look.measure, parts.rule, &rule, theme.rule);
        if let Some(detail) = parts.detail {
            self.detail.draw_beside(look, detail, buf);
        }
        let (board, sheet) = self.side.board.split(parts.side);
        self.side.sheet.draw(look, Some(self.walk()), sheet, buf);
        let typed =
            self.typing.as_ref().map(|typing| Typed { input: &typing.input, is_new: typing.is_new() });
        self.side.board.draw(look, &self.side.groups, (self.spot(), typed), board, buf)
    }

    fn draw_tabs(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        let (words, gap) = titles(look, self.tabs(), self.tab, area.width.into());
        let mut pieces = Vec::new();
        for (tab, word) in self.tabs().iter().zip(&words) {
            if !pieces.is_empty() {
                pieces.push((gap, theme.dim));
            }
            let style = if *tab == self.tab { theme.accent.patch(theme.title) } else { theme.dim };
            pieces.push((word.as_ref(), style));
        }
        text::pieces(buf, look.measure, area, &pieces);
    }
}

/// What the sides are called where there is so much room, and what stands between them: in full, in short,
/// or those furthest from the chosen one by their first letters alone.
fn titles(look: &Look, tabs: &[Tab], chosen: Tab, room: usize) -> (Vec<Cow<'static, str>>, &'static str) {
    let fits = |words: &[Cow<'static, str>], gap: &str| {
        let words_alone: usize = words.iter().map(|word| look.measure.width(word)).sum();
        words_alone + gap.len() * words.len().saturating_sub(1) <= room
    };
    let full: Vec<_> = tabs.iter().map(|tab| tab.title(look)).collect();
    if fits(&full, GAP) {
        return (full, GAP);
    }
    let mut words: Vec<_> = tabs.iter().map(|tab| tab.short_title(look)).collect();
    if let Some(gap) = [GAP, NARROW_GAP].into_iter().find(|gap| fits(&words, gap)) {
        return (words, gap);
    }
    let at = tabs.iter().position(|tab| *tab == chosen).unwrap_or_default();
    let mut others: Vec<usize> = (0..tabs.len()).filter(|other| *other != at).collect();
    others.sort_by_key(|other| Reverse(other.abs_diff(at)));
    for far in others {
        words[far] = Cow::Owned(words[far].chars().take(2).collect());
        if let Some(gap) = [GAP, NARROW_GAP].into_iter().find(|gap| fits(&words, gap)) {
            return (words, gap);
        }
    }
    (words, NARROW_GAP)
}
