//! The deals of the chosen stage, with what should not be so about them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::store::table::deal::Deal;
use crate::store::view::lines::DealLine;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::window::Window;
use crate::tui::widgets::due::due;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// The list.
pub struct DealList<'a> {
    /// How it is shown.
    pub look: &'a Look,
    /// The deals read.
    pub deals: &'a Window<DealLine>,
    /// The chosen one.
    pub cursor: Cursor,
    /// What the list is of, in words.
    pub heading: &'a str,
    /// What to say where there is none.
    pub when_empty: &'a str,
}

/// The columns of one line.
struct Columns {
    mark: Rect,
    name: Rect,
    account: Rect,
    amount: Rect,
    close: Rect,
    next: Rect,
}

impl DealList<'_> {
    /// Draws the heading and the lines in view.
    pub fn draw(&self, head: Rect, area: Rect, buf: &mut Buffer) {
        self.draw_head(head, buf);
        if self.deals.total == 0 {
            let line = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
            text::left(buf, self.look.measure, line, self.when_empty, self.look.theme.dim);
        }
        let view = self.cursor.view(self.deals.total, area.height.into());
        for (row, line) in area.rows().zip(view) {
            if let Some(deal) = self.deals.line(line) {
                self.draw_deal(deal, line == self.cursor.at(), row, buf);
            }
        }
    }

    fn draw_head(&self, head: Rect, buf: &mut Buffer) {
        let look = self.look;
        let dim = look.theme.dim;
        let columns = Columns::of(head);
        let over = Rect { x: head.x, width: columns.name.right().saturating_sub(head.x), ..head };
        text::left(buf, look.measure, over, self.heading, look.theme.title);
        text::left(buf, look.measure, columns.account, &tr!(look.lang, "deals.account"), dim);
        text::right(buf, look.measure, columns.amount, &tr!(look.lang, "deals.amount"), dim);
        text::left(buf, look.measure, columns.close, &tr!(look.lang, "deals.close"), dim);
        text::left(buf, look.measure, columns.next, &tr!(look.lang, "deals.next"), dim);
    }

    fn draw_deal(&self, line: &DealLine, chosen: bool, row: Rect, buf: &mut Buffer) {
        let look = self.look;
        let (deal, columns) = (&line.deal, Columns::of(row));
        buf.set_style(row, look.theme.selected_if(chosen));
        if chosen {
            let mark = look.theme.within(chosen, look.theme.selected_mark);
            text::left(buf, look.measure, columns.mark, "›", mark);
        }
        let within = |style| look.theme.within(chosen, style);
        text::left(buf, look.measure, columns.name, &deal.name, Style::new());
        text::left(buf, look.measure, columns.account, &line.account, within(look.theme.dim));
        self.draw_amount(deal, columns.amount, buf);
        let (close, style) = self.close(deal);
        text::left(buf, look.measure, columns.close, &close, within(style));
        let next = self.next_step(deal);
        let pieces: Vec<(&str, Style)> =
            next.iter().map(|(words, style)| (words.as_str(), within(*style))).collect();
        text::pieces(buf, look.measure, columns.next, &pieces);
    }

    fn draw_amount(&self, deal: &Deal, area: Rect, buf: &mut Buffer) {
        let look = self.look;
        let Some(minor) = deal.amount else {
            text::right(buf, look.measure, area, "–", look.theme.warn);
            return;
        };
        let code = if deal.currency == look.base { String::new() } else { format!("{} ", deal.currency) };
        let cells = usize::from(area.width).saturating_sub(code.len());
        let figure = look.amount(minor.into(), deal.currency, cells);
        text::right(buf, look.measure, area, &format!("{code}{figure}"), Style::new());
    }

    /// The expected close date; `!` where it has passed, `?` where there is none.
    fn close(&self, deal: &Deal) -> (String, Style) {
        let (lang, theme) = (self.look.lang, &self.look.theme);
        match deal.close_on {
            None => (tr!(lang, "deals.no_date").into_owned(), theme.warn),
            Some(day) => {
                let (sign, style) = due(self.look, day);
                (format!("{sign}{}", self.look.date(day)), style)
            }
        }
    }

    /// The next step with its date; `!` where it is overdue, `?` where there is none.
    fn next_step(&self, deal: &Deal) -> Vec<(String, Style)> {
        let (lang, theme) = (self.look.lang, &self.look.theme);
        if self.look.is_past {
            // What came next then is not kept.
            return Vec::new();
        }
        let step = deal.next_step.clone().unwrap_or_default();
        match deal.next_on {
            None if step.is_empty() => vec![(tr!(lang, "deals.no_next_step").into_owned(), theme.warn)],
            None => vec![(step, Style::new())],
            Some(day) => {
                let (sign, style) = due(self.look, day);
                let style = if sign.is_empty() && style == Style::new() { theme.dim } else { style };
                vec![(format!("{sign}{}  ", self.look.date(day)), style), (step, Style::new())]
            }
        }
    }
}

impl Columns {
    fn of(row: Rect) -> Columns {
        let with_account = row.width >= 70;
        // A date of another year with its sign, `! 2024-02-29`, takes twelve.
        let (amount, close) = if row.width >= 100 { (14, 12) } else { (10, 12) };
        let gaps = if with_account { 8 } else { 6 };
        let words = row.width.saturating_sub(2 + gaps + amount + close);
        let name = if with_account { words * 37 / 100 } else { words / 2 };
        let account = if with_account { words * 25 / 100 } else { 0 };
        let mut x = row.x;
        let mut take = |width: u16, gap: u16| {
            let column = Rect { x, width, ..row }.intersection(row);
            x += width + gap;
            column
        };
        let mark = take(2, 0);
        let name = take(name, 2);
        let account = take(account, if with_account { 2 } else { 0 });
        let amount = take(amount, 2);
        let close = take(close, 2);
        let next = Rect { x, width: row.right().saturating_sub(x), ..row };
        Columns { mark, name, account, amount, close, next }
    }
}
