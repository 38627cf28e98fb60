//! How the changes stand on the screen: the waterfall, and under it the deals behind the chosen bar.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::ChangeScreen;
use super::read::Behind;
use crate::report::pages::review::change;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::waterfall::WaterfallBar;
use crate::tui::widgets::{badge, text};

/// Cells of a bar's mark and word, of its figure, of the number of its deals.
const WORD: u16 = 16;
const FIGURE: u16 = 14;
const NUMBER: u16 = 5;

/// The parts of the screen, from top to bottom.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    /// Period and days.
    pub head: Rect,
    /// The waterfall.
    pub bars: Rect,
    /// What the deals are behind.
    pub deals_head: Rect,
    /// The deals.
    pub deals: Rect,
}

impl Parts {
    /// Shares out `area`; the deals keep a few lines.
    pub fn of(area: Rect, bars: usize) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= 18);
        let most = inner.height.saturating_sub(2 + 3 * blank + 3);
        let heights = [blank, 1, blank, (bars as u16).min(most), blank, 1];
        let mut y = inner.y;
        let mut take = |height: u16| {
            let part = Rect { y, height, ..inner }.intersection(inner);
            y += height;
            part
        };
        let [_, head, _, bars, _, deals_head] = heights.map(&mut take);
        let deals = take(inner.height);
        Parts { head, bars, deals_head, deals }
    }
}

impl ChangeScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let parts = Parts::of(area, self.bars.len());
        self.draw_head(look, parts.head, buf);
        let view = self.bar.view(self.bars.len(), parts.bars.height.into());
        for (row, at) in parts.bars.rows().zip(view) {
            self.draw_bar(look, at, row, buf);
        }
        self.draw_deals(look, &parts, buf);
    }

    fn draw_head(&self, look: &Look, row: Rect, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let Some(view) = &self.view else { return };
        let period = match view.period {
            Some(period) => tr!(lang, "change.of_period", period = period),
            None => tr!(lang, "change.of_all"),
        };
        let days = tr!(lang, "change.days", from = look.date(view.from), to = look.date(view.to));
        let past = match self.is_of_the_past(look) {
            true => format!(" {} ", tr!(lang, "change.past", day = look.date(view.to))),
            false => String::new(),
        };
        let pieces: [(&str, Style); 5] = [
            (&period, theme.title),
            ("   ", theme.dim),
            (&days, Style::new()),
            ("   ", theme.dim),
            (&past, theme.past),
        ];
        text::pieces(buf, look.measure, row, &pieces);
    }

    fn draw_bar(&self, look: &Look, at: usize, row: Rect, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let Some((view, bar)) = self.view.as_ref().zip(self.bars.get(at)) else { return };
        let chosen = at == self.bar.at();
        let column = |x: u16, width: u16| Rect { x: row.x + x, width, ..row }.intersection(row);
        buf.set_style(row, theme.selected_if(chosen && !self.is_inside));
        let (word, figure, style) = match bar.change {
            Some(kind) => {
                let moved = bar.to - bar.from;
                let style = if moved < 0 { theme.bad } else { theme.good };
                (change(lang, kind), look.change(moved, FIGURE.into()), style)
            }
            None if at == 0 => (tr!(lang, "bridge.opening"), look.sum(bar.to, FIGURE.into()), theme.accent),
            None => (tr!(lang, "bridge.closing"), look.sum(bar.to, FIGURE.into()), theme.accent),
        };
        let within = |style| theme.within(chosen && !self.is_inside, style);
        let pieces = [theme.mark(chosen), (word.as_ref(), Style::new())];
        text::pieces(buf, look.measure, column(0, WORD), &pieces);
        let strong = if bar.change.is_none() { theme.figure } else { style };
        text::right(buf, look.measure, column(WORD, FIGURE), &figure, within(strong));
        if let Some(kind) = bar.change {
            let number = view.deals.iter().filter(|one| one.change == kind).count().to_string();
            text::right(buf, look.measure, column(WORD + FIGURE, NUMBER), &number, within(theme.dim));
        }
        let taken = WORD + FIGURE + NUMBER + 2;
        let ends = self.bars.iter().flat_map(|bar| [bar.from, bar.to]);
        let scale = ends.fold((0, 0), |(least, most), end| (least.min(end), most.max(end)));
        let (from, to) = (bar.from as f64, bar.to as f64);
        WaterfallBar { from, to, scale: (scale.0 as f64, scale.1 as f64), style }
            .render(column(taken, row.width.saturating_sub(taken)), buf);
    }

    fn draw_deals(&self, look: &Look, parts: &Parts, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let Some(bar) = self.bars.get(self.bar.at()) else { return };
        let Some(kind) = bar.change else {
            let words = match self.bars.len() {
                2 => tr!(lang, "change.nothing"),
                _ => tr!(lang, "change.choose"),
            };
            text::left(buf, look.measure, parts.deals_head, &words, theme.dim);
            return;
        };
        let number = self.changes().len();
        let head = match number {
            1 => tr!(lang, "change.one_deal", what = change(lang, kind)),
            _ => tr!(lang, "change.deals", what = change(lang, kind), number = number),
        };
        text::left(buf, look.measure, parts.deals_head, &head, theme.title);
        for (row, one) in parts.deals.rows().zip(&self.behind) {
            let chosen = self.is_inside && one.place == self.deal.at();
            draw_deal(look, one, chosen, row, buf);
        }
    }
}

fn draw_deal(look: &Look, one: &Behind, chosen: bool, row: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    buf.set_style(row, theme.selected_if(chosen));
    let within = |style| theme.within(chosen, style);
    let figures = Rect { x: row.right().saturating_sub(FIGURE), width: FIGURE, ..row }.intersection(row);
    let words = row.width.saturating_sub(3 + badge::CELLS + FIGURE + 4);
    let badge = Rect { x: row.x + 2, width: badge::CELLS, ..row }.intersection(row);
    let name = Rect { x: badge.right() + 1, width: words * 55 / 100, ..row };
    let account = Rect { x: name.right() + 2, width: words - name.width, ..row };
    if chosen {
        text::left(buf, look.measure, row, "›", within(theme.selected_mark));
    }
    let (sign, style) = badge::attention(look, &one.reasons);
    text::left(buf, look.measure, badge, &sign, within(style));
    text::left(buf, look.measure, name, &one.name.name, Style::new());
    let of = one.name.account.as_deref().unwrap_or_default();
    text::left(buf, look.measure, account, of, within(theme.dim));
    let moved = one.change.change.signed(one.change.amount);
    let style = if moved < 0 { theme.bad } else { theme.good };
    text::right(buf, look.measure, figures, &look.change(moved, FIGURE.into()), within(style));
}
