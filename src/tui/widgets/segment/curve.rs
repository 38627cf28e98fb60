//! What few accounts bring: how much of the whole the first ones bring together, as a curve over all of
//! them, from the one that brings most on; with the cuts of the pyramid, and where four fifths end.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::hue::Hue;
use super::labels::Labels;
use crate::tui::look::Look;
use crate::tui::widgets::dots::Dots;
use crate::tui::widgets::text;

/// Cells of the figures at the left.
const FIGURES: u16 = 6;

/// A part of the accounts between two cuts.
#[derive(Debug, Clone, Default)]
pub struct Cut {
    /// What it is called.
    pub title: String,
    /// How many accounts there are up to its end.
    pub until: usize,
    /// Its colour.
    pub hue: Hue,
}

/// The picture.
#[derive(Debug, Clone, Copy)]
pub struct Curve<'a> {
    /// What the first account brings, the first two, and so on; the last is the whole, 1.
    pub points: &'a [f64],
    /// The parts, from the first account on.
    pub cuts: &'a [Cut],
    /// The share that one asks for, and how many accounts bring it.
    pub goal: Option<(f64, usize)>,
    /// Under which words that stands.
    pub told: &'a str,
    /// The place of the chosen account, from 1, and its name.
    pub chosen: Option<(usize, &'a str)>,
    /// What stands under its ends.
    pub ends: [&'a str; 2],
}

impl Curve<'_> {
    /// Draws it over all of an area.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.width < 20 || area.height < 5 || self.points.is_empty() {
            return;
        }
        let ground =
            Rect { x: area.x + FIGURES, width: area.width - FIGURES, height: area.height - 1, ..area };
        let mut labels = Labels::new(ground);
        self.draw_figures(look, ground, buf);
        let parts = self.parts(ground);
        self.paint(look, &parts, buf);
        self.draw_goal(look, ground, &mut labels, buf);
        self.draw_titles(look, &parts, &mut labels, buf);
        let mut line = Dots::new(ground);
        let places: Vec<_> = (0..=self.points.len()).map(|rank| self.dot(ground, rank)).collect();
        line.line(&places, |_| true);
        line.draw(look, buf, '*', |_| look.theme.accent.add_modifier(Modifier::BOLD));
        if let Some((rank, name)) = self.chosen {
            let (x, y) = self.dot(ground, rank);
            let place = Rect {
                x: ground.x + ((x / 2.0) as u16).min(ground.width - 1),
                y: ground.y + ((y / 4.0) as u16).min(ground.height - 1),
                width: 1,
                height: 1,
            };
            let lit = look.theme.past.add_modifier(Modifier::BOLD);
            text::left(buf, look.measure, place, "◆", lit);
            labels.take(place);
            labels.put(look, (&format!(" {name} "), lit), place, true, buf);
        }
    }

    /// A place of the curve, in dots.
    fn dot(&self, ground: Rect, rank: usize) -> (f64, f64) {
        let share = rank.checked_sub(1).and_then(|at| self.points.get(at)).copied().unwrap_or(0.0);
        let across = rank as f64 / self.points.len() as f64;
        let (width, height) = (f64::from(ground.width) * 2.0 - 1.0, f64::from(ground.height) * 4.0 - 1.0);
        (across * width, (1.0 - share.clamp(0.0, 1.0)) * height)
    }

    fn draw_figures(&self, look: &Look, ground: Rect, buf: &mut Buffer) {
        let dim = look.theme.dim;
        let middle = ground.height / 2;
        for (row, words) in [(0, "100 %"), (middle, "50 %"), (ground.height - 1, "0 %")] {
            let y = ground.y + row;
            let place = Rect { x: ground.x - FIGURES, y, width: FIGURES - 1, height: 1 };
            text::right(buf, look.measure, place, words, dim);
        }
        let below = Rect { y: ground.bottom(), height: 1, ..ground };
        let taken = text::right(buf, look.measure, below, self.ends[1], dim);
        let rest = Rect { width: below.width.saturating_sub(taken + 2), ..below };
        text::left(buf, look.measure, rest, self.ends[0], dim);
    }

    /// The cells of each part.
    fn parts(&self, ground: Rect) -> Vec<Rect> {
        let mut x = ground.x;
        let part = |cut: &Cut| {
            let share = cut.until as f64 / self.points.len() as f64;
            let end = ground.x + (share * f64::from(ground.width)).round() as u16;
            // A part that has an account is seen.
            let end = if cut.until > 0 && end <= x { x + 1 } else { end }.min(ground.right());
            let part = Rect { x, width: end.saturating_sub(x), ..ground };
            x = end;
            part
        };
        self.cuts.iter().map(part).collect()
    }

    /// The faint colours of the parts, and the rules between them.
    fn paint(&self, look: &Look, parts: &[Rect], buf: &mut Buffer) {
        for (at, (cut, part)) in self.cuts.iter().zip(parts).enumerate() {
            for cell in part.positions() {
                buf[cell].set_char(' ').set_style(cut.hue.tint(look));
            }
            if at > 0 && !part.is_empty() {
                for y in part.top()..part.bottom() {
                    buf[(part.x, y)].set_char('│').set_style(look.theme.rule);
                }
            }
        }
    }

    /// The names of the parts stand at their foot, where the curve does not go.
    fn draw_titles(&self, look: &Look, parts: &[Rect], labels: &mut Labels, buf: &mut Buffer) {
        for (cut, part) in self.cuts.iter().zip(parts) {
            let row =
                Rect { x: part.x + 1, y: part.bottom() - 1, width: part.width.saturating_sub(1), height: 1 };
            if look.measure.width(&cut.title) <= row.width.into() {
                let style = cut.hue.ink(look).add_modifier(Modifier::BOLD);
                let width = text::left(buf, look.measure, row, &cut.title, style);
                labels.take(Rect { width, ..row });
            }
        }
    }

    /// Where the share ends that one asks for: across to the curve, and down from there.
    fn draw_goal(&self, look: &Look, ground: Rect, labels: &mut Labels, buf: &mut Buffer) {
        let Some((share, rank)) = self.goal else { return };
        let (x, _) = self.dot(ground, rank);
        let height = f64::from(ground.height) * 4.0 - 1.0;
        let y = (1.0 - share) * height;
        let mut lines = Dots::new(ground);
        lines.line(&[(0.0, y), (x, y), (x, height)], |at| at % 4 < 2);
        lines.draw(look, buf, '.', |_| look.theme.warn);
        // The words stand under the curve, beside the line that goes down.
        let (column, row) = (ground.x + (x / 2.0) as u16 + 2, ground.y + (y / 4.0) as u16 + 2);
        let room = Rect { x: column, y: row, width: ground.right().saturating_sub(column), height: 3 };
        let words = text::wrapped(look.measure, self.told, room.width.into());
        let longest = words.iter().map(|line| look.measure.width(line)).max().unwrap_or(0);
        if words.len() > 3 || longest > room.width.into() || room.bottom() >= ground.bottom() {
            return;
        }
        for (row, line) in room.rows().zip(&words) {
            let width = text::left(buf, look.measure, row, line, Style::new().patch(look.theme.warn));
            labels.take(Rect { width, ..row });
        }
    }
}
