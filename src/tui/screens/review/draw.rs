//! How the review stands on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{ReviewScreen, head};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::{empty, text};

impl ReviewScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let lang = look.lang;
        if self.view.is_none() {
            let (title, words) = (tr!(lang, "review.none_title"), tr!(lang, "review.none_words"));
            let ways = [("g r".to_owned(), tr!(lang, "action.show_review.help").into_owned())];
            return empty::draw(look, &title, &words, &ways, area, buf);
        }
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let top = u16::from(inner.height >= 18);
        let inner = Rect { y: inner.y + top, height: inner.height.saturating_sub(top), ..inner };
        let head = Rect { height: head::HEIGHT.min(inner.height), ..inner };
        self.draw_head(look, head, buf);
        let line = Rect { y: head.bottom(), height: 1, ..inner }.intersection(inner);
        if !line.is_empty() {
            buf.set_string(line.x, line.y, "─".repeat(line.width.into()), look.theme.rule);
        }
        let under = head::HEIGHT + 1;
        let body = Rect { y: inner.y + under, height: inner.height.saturating_sub(under), ..inner };
        if self.is_at_end() {
            return self.draw_end(look, body, buf);
        }
        match &self.deal {
            Some(deal) => self.draw_deal(look, deal, body, buf),
            None => {
                text::left(buf, look.measure, body, &tr!(lang, "review.deal_gone"), look.theme.dim);
            }
        }
    }
}
