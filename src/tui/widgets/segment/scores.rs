//! Scores made of several weighted parts, one line each: every part as long as what it adds.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Signs of the parts, so that colour alone does not tell them apart; and those in ASCII.
const SIGNS: [[&str; 2]; 4] = [["█", "#"], ["▒", "="], ["▓", "+"], ["░", ":"]];

/// A part of every score.
#[derive(Debug, Clone, Default)]
pub struct Part {
    /// What it is called.
    pub title: String,
    /// What it weighs beside the others, 0 to 1.
    pub weight: f64,
    /// The same in words.
    pub told: String,
}

/// One score.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Each part of it, 0 to 1; what is not known is none.
    pub values: Vec<Option<f64>>,
    /// What it comes to, in words.
    pub told: String,
    /// Whether the cursor is on it.
    pub is_chosen: bool,
}

/// The picture.
#[derive(Debug, Clone, Copy)]
pub struct Scores<'a> {
    /// The parts.
    pub parts: &'a [Part],
    /// The scores that are in view.
    pub scores: &'a [Score],
}

impl Scores<'_> {
    /// Draws what the parts are, in as many lines as that needs; returns how many.
    pub fn draw_parts(&self, look: &Look, area: Rect, buf: &mut Buffer) -> u16 {
        let words: Vec<(usize, String)> = self
            .parts
            .iter()
            .enumerate()
            .map(|(at, part)| (at, format!("{} {} {}", sign(look, at), part.title, part.told)))
            .collect();
        let width = |(_, words): &(usize, String)| look.measure.width(words);
        let rows = text::in_rows(look.measure, words, width, "   ", area.width.into());
        for (row, items) in area.rows().zip(&rows) {
            let mut pieces: Vec<(Cow<'_, str>, Style)> = Vec::new();
            for (at, words) in items {
                let (first, rest) = words.split_at(sign(look, *at).len());
                let between = if pieces.is_empty() { "" } else { "   " };
                pieces.push((between.into(), Style::new()));
                pieces.push((first.into(), self.style(look, *at)));
                pieces.push((rest.into(), Style::new()));
            }
            let pieces: Vec<(&str, Style)> = pieces.iter().map(|(words, style)| (&**words, *style)).collect();
            text::pieces(buf, look.measure, row, &pieces);
        }
        rows.len() as u16
    }

    /// Draws the scores, one on each line of an area.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let figure =
            self.scores.iter().map(|score| look.measure.width(&score.told)).max().unwrap_or(0) as u16;
        for (row, score) in area.intersection(buf.area).rows().zip(self.scores) {
            let within = |style| look.theme.within(score.is_chosen, style);
            buf.set_style(row, look.theme.selected_if(score.is_chosen));
            let bar = Rect { width: row.width.saturating_sub(figure + 1), ..row };
            let known: f64 = self.known(score).map(|(_, weight, _)| weight).sum();
            let (mut sum, mut x) = (0.0, bar.x);
            for (at, weight, value) in self.known(score) {
                sum += if known > 0.0 { weight * value / known } else { 0.0 };
                let end = bar.x + (sum.clamp(0.0, 1.0) * f64::from(bar.width)).round() as u16;
                for column in x..end {
                    buf[(column, bar.y)].set_symbol(sign(look, at)).set_style(within(self.style(look, at)));
                }
                x = x.max(end);
            }
            for column in x..bar.right() {
                buf[(column, bar.y)].set_symbol("─").set_style(within(look.theme.rule));
            }
            let figures = if score.is_chosen { look.theme.figure } else { Style::new() };
            text::right(buf, look.measure, row, &score.told, figures);
        }
    }

    /// The parts of a score that are known: their number, weight and value.
    fn known<'a>(&'a self, score: &'a Score) -> impl Iterator<Item = (usize, f64, f64)> + 'a {
        let each = self.parts.iter().zip(&score.values).enumerate();
        each.filter_map(|(at, (part, value))| value.map(|value| (at, part.weight, value)))
    }

    fn style(&self, look: &Look, at: usize) -> Style {
        Style::new().fg(look.theme.bar(at, self.parts.len()).0)
    }
}

fn sign(look: &Look, at: usize) -> &'static str {
    SIGNS[at % SIGNS.len()][usize::from(look.ascii)]
}
