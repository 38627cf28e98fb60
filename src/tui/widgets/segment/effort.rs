//! Where the time goes: of each tier what share of the accounts it has, and what share of the time it gets,
//! each beside what the guide says.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier, Style};

use super::hue::Hue;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Cells of a share in words.
const FIGURE: u16 = 6;

/// One tier.
#[derive(Debug, Clone, Default)]
pub struct Portion {
    /// What it is called.
    pub title: String,
    /// How many accounts, in words.
    pub number: String,
    /// Its share of the accounts and of the time, 0 to 1; none where nothing is known.
    pub shares: [Option<f64>; 2],
    /// What the guide says of both; none where it says nothing.
    pub guide: [Option<f64>; 2],
    /// Its colour.
    pub hue: Hue,
    /// Whether the chosen account is in it.
    pub is_lit: bool,
}

/// The picture.
#[derive(Debug, Clone, Copy)]
pub struct Effort<'a> {
    /// The tiers.
    pub portions: &'a [Portion],
    /// What the first bar is of, and the second.
    pub titles: [&'a str; 2],
    /// What the sign of the guide means.
    pub guide: &'a str,
}

impl Effort<'_> {
    /// Lines that it needs with and without a blank line between two tiers.
    pub fn height(&self, is_roomy: bool) -> u16 {
        let each = if is_roomy { 4 } else { 3 };
        self.portions.len() as u16 * each
    }

    /// Draws it over all of an area.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let each = if area.height + 1 >= self.height(true) { 4 } else { 3 };
        let of = self.titles.map(|title| look.measure.width(title) as u16);
        let of = of.into_iter().max().unwrap_or(0) + 4;
        for (at, portion) in (0..).zip(self.portions) {
            let row = |line: u16| Rect { y: area.y + at * each + line, height: 1, ..area }.intersection(area);
            self.draw_head(look, portion, row(0), buf);
            for (line, title) in (1..).zip(self.titles) {
                let row = row(line);
                if row.is_empty() {
                    return;
                }
                let name = Rect { x: row.x + 2, width: of.saturating_sub(2), ..row }.intersection(row);
                text::left(buf, look.measure, name, title, look.theme.dim);
                let which = usize::from(line - 1);
                let bar = Rect { x: row.x + of, width: row.width.saturating_sub(of), ..row };
                draw_bar(look, portion, which, bar, buf);
            }
        }
    }

    fn draw_head(&self, look: &Look, portion: &Portion, row: Rect, buf: &mut Buffer) {
        let mark = if portion.is_lit { "▸ " } else { "  " };
        let style = portion.hue.ink(look).add_modifier(Modifier::BOLD);
        let number = format!("  {}", portion.number);
        let pieces = [(mark, style), (portion.title.as_str(), style), (&number, look.theme.dim)];
        let taken = text::pieces(buf, look.measure, row, &pieces);
        if portion.guide.iter().any(Option::is_some) && std::ptr::eq(portion, &self.portions[0]) {
            let rest = Rect { x: row.x + taken + 2, width: row.width.saturating_sub(taken + 2), ..row };
            text::right(buf, look.measure, rest, &format!("┃ {}", self.guide), look.theme.dim);
        }
    }
}

/// A bar with its share and, as a stroke through it, what the guide says.
fn draw_bar(look: &Look, portion: &Portion, which: usize, area: Rect, buf: &mut Buffer) {
    let (share, guide) = (portion.shares[which], portion.guide[which]);
    let percent = |share: f64| format!("{:.0} %", share * 100.0);
    let figure = Rect { width: FIGURE.min(area.width), ..area };
    let told = share.map_or("–".to_owned(), percent);
    text::right(buf, look.measure, figure, &told, Style::new());
    let wished = Rect { x: area.right().saturating_sub(FIGURE + 1), width: FIGURE + 1, ..area };
    if let Some(guide) = guide {
        text::right(buf, look.measure, wished.intersection(area), &percent(guide), look.theme.dim);
    }
    let bar = Rect { x: figure.right() + 1, width: area.width.saturating_sub(2 * FIGURE + 2), ..area };
    let cells = |share: f64| (share.clamp(0.0, 1.0) * f64::from(bar.width)).round() as u16;
    let ink = portion.hue.ink(look);
    let full = share.map_or(0, |share| cells(share).max(u16::from(share > 0.0)));
    for (at, x) in (bar.left()..bar.right()).enumerate() {
        let is_full = (at as u16) < full;
        let (symbol, style) = match (is_full, which) {
            (true, 0) => ("▒", ink),
            (true, _) => ("█", ink),
            (false, _) => ("─", look.theme.rule),
        };
        buf[(x, bar.y)].set_symbol(symbol).set_style(style);
    }
    if let Some(guide) = guide.filter(|_| bar.width > 0) {
        let x = bar.x + cells(guide).min(bar.width - 1);
        buf[(x, bar.y)].set_symbol("┃").set_style(look.theme.title.fg(Color::Reset));
    }
}
