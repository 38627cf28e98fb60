//! The pyramid of accounts: few at the top that bring much, many at its foot that bring little.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::hue::Hue;
use crate::tui::look::Look;
use crate::tui::widgets::dots::Dots;
use crate::tui::widgets::text;

/// One layer of it.
#[derive(Debug, Clone, Default)]
pub struct Layer {
    /// What it is called.
    pub title: String,
    /// How many accounts it has, in words.
    pub number: String,
    /// What share of the whole they bring, in words.
    pub share: String,
    /// Its colour.
    pub hue: Hue,
    /// Whether the chosen account is in it.
    pub is_lit: bool,
}

/// The picture.
#[derive(Debug, Clone, Copy)]
pub struct Pyramid<'a> {
    /// The layers, from the top.
    pub layers: &'a [Layer],
}

impl Pyramid<'_> {
    /// Draws it over all of an area: the pyramid at the left, what each layer is beside it.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let number = self.layers.len() as u16;
        let each = area.height / number.max(1);
        if each == 0 || number == 0 || area.width < 24 {
            return;
        }
        let area = Rect { height: each * number, ..area };
        let width = (area.height * 3).min(area.width * 2 / 5).max(12);
        let ground = Rect { width, ..area };
        for (at, layer) in (0..).zip(self.layers) {
            let rows = Rect { y: area.y + at * each, height: each, ..ground };
            draw_layer(look, layer, ground, rows, buf);
            // What the layers are stands in columns, level with their middle.
            let x = ground.right() + 2;
            let row =
                Rect { x, y: rows.y + (each - 1) / 2, width: area.right().saturating_sub(x), height: 1 };
            self.draw_words(look, layer, row, buf);
        }
    }

    fn draw_words(&self, look: &Look, layer: &Layer, row: Rect, buf: &mut Buffer) {
        let widest = |of: fn(&Layer) -> &String| {
            self.layers.iter().map(|layer| look.measure.width(of(layer))).max().unwrap_or(0) as u16
        };
        let (title, number) = (widest(|layer| &layer.title) + 2, widest(|layer| &layer.number));
        let share = widest(|layer| &layer.share);
        let mark = Rect { width: 2, ..row }.intersection(row);
        let lit = layer.hue.ink(look).add_modifier(Modifier::BOLD);
        if layer.is_lit {
            text::left(buf, look.measure, mark, "▸", lit);
        }
        let mut x = row.x + 2;
        let mut take = |width: u16| {
            let place = Rect { x, width, ..row }.intersection(row);
            x += width;
            place
        };
        text::left(buf, look.measure, take(title), &layer.title, lit);
        text::right(buf, look.measure, take(number), &layer.number, look.theme.dim);
        take(2);
        let figure = if layer.is_lit { look.theme.figure } else { Style::new() };
        text::right(buf, look.measure, take(share), &layer.share, figure);
    }
}

/// One layer as a part of the triangle, filled with its colour.
fn draw_layer(look: &Look, layer: &Layer, ground: Rect, rows: Rect, buf: &mut Buffer) {
    let half = f64::from(ground.width) - 0.5;
    let whole = f64::from(ground.height) * 4.0;
    // How far the triangle reaches from its middle at a height, in dots.
    let reach = |y: f64| (y / whole * half).max(0.5);
    let top = f64::from(rows.y - ground.y) * 4.0;
    let bottom = top + f64::from(rows.height) * 4.0 - 1.0;
    let style = match (layer.is_lit, layer.hue.fill(look)) {
        (true, _) => look.theme.past,
        (false, Some(colour)) => Style::new().bg(colour),
        (false, None) => layer.hue.ink(look),
    };
    for cell in rows.positions() {
        let from_middle = (f64::from(cell.x - ground.x) * 2.0 + 1.0 - half).abs();
        if from_middle + 0.5 <= reach(f64::from(cell.y - ground.y) * 4.0 + 1.5) {
            buf[cell].set_char(' ').set_style(style);
        }
    }
    let corners = [
        (half - reach(top), top),
        (half + reach(top), top),
        (half + reach(bottom), bottom),
        (half - reach(bottom), bottom),
    ];
    let mut lines = Dots::new(ground);
    lines.polygon(&corners, |_| true);
    let ink = match layer.is_lit {
        true => look.theme.past,
        false => layer.hue.ink(look),
    };
    let sign = if layer.is_lit { '@' } else { '*' };
    lines.draw(look, buf, sign, |_| Style { bg: None, ..ink }.add_modifier(Modifier::BOLD));
}
