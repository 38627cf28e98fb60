//! The table of quintiles: how lately the accounts bought across, how often upwards; in each cell how many
//! accounts there are, and for how much they bought, from the least fifth to the best as small columns.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::hue::Hue;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Heights of a column within a cell.
const LEVELS: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// How an account bought: each from 1, the least fifth, to 5, the best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bought {
    /// How lately.
    pub recency: u8,
    /// How often.
    pub frequency: u8,
    /// For how much.
    pub money: u8,
}

impl Bought {
    /// Its colour: green for who buys often and lately, red for who once did and has gone quiet.
    pub fn hue(self) -> Hue {
        match (self.recency, self.frequency) {
            (4.., 4..) => Hue::Green,
            (4.., _) => Hue::Blue,
            (..=2, 3..) => Hue::Red,
            (3, 3..) => Hue::Yellow,
            _ => Hue::Grey,
        }
    }
}

/// The picture.
#[derive(Debug, Clone, Copy)]
pub struct Quintiles<'a> {
    /// All accounts that ever bought.
    pub accounts: &'a [Bought],
    /// The chosen one.
    pub chosen: Option<Bought>,
    /// How lately, how often, for how much: the words at the edges.
    pub titles: [&'a str; 3],
}

impl Quintiles<'_> {
    /// Draws it over all of an area.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        let (width, height) = (area.width.saturating_sub(3) / 5, area.height.saturating_sub(3) / 5);
        if width < 4 || height == 0 {
            return;
        }
        let dim = look.theme.dim;
        let title = format!("↑ {}", self.titles[1]);
        text::left(buf, look.measure, area, &title, dim);
        let ground = Rect { x: area.x + 3, y: area.y + 1, width: width * 5, height: height * 5 };
        let counts = self.counts();
        let most = counts.iter().flatten().flatten().copied().max().unwrap_or(0).max(1);
        for (row, frequency) in (0..5u16).zip((1..=5u8).rev()) {
            let y = ground.y + row * height;
            let name = Rect { x: area.x, y: y + (height - 1) / 2, width: 2, height: 1 };
            text::left(buf, look.measure, name, &format!("F{frequency}"), dim);
            for (column, recency) in (0..5u16).zip(1..=5u8) {
                let cell = Rect { x: ground.x + column * width, y, width, height };
                let here = self.chosen.filter(|one| (one.recency, one.frequency) == (recency, frequency));
                let counts = &counts[usize::from(recency - 1)][usize::from(frequency - 1)];
                draw_cell(look, counts, most, (recency, frequency), here, cell, buf);
            }
        }
        for (column, recency) in (0..5u16).zip(1..=5u8) {
            let name = Rect { x: ground.x + column * width, y: ground.bottom(), width, height: 1 };
            text::centred(buf, look.measure, name, &format!("R{recency}"), dim);
        }
        let below = Rect { y: ground.bottom() + 1, height: 1, ..ground };
        let right = text::right(buf, look.measure, below, &format!("{} →", self.titles[0]), dim);
        let rest = Rect { width: below.width.saturating_sub(right + 2), ..below };
        text::left(buf, look.measure, rest, self.titles[2], dim);
    }

    /// How many accounts there are by how lately, how often, for how much.
    fn counts(&self) -> [[[u32; 5]; 5]; 5] {
        let mut counts = [[[0; 5]; 5]; 5];
        let at = |fifth: u8| usize::from(fifth.clamp(1, 5) - 1);
        for one in self.accounts {
            counts[at(one.recency)][at(one.frequency)][at(one.money)] += 1;
        }
        counts
    }
}

fn draw_cell(
    look: &Look,
    counts: &[u32; 5],
    most: u32,
    (recency, frequency): (u8, u8),
    here: Option<Bought>,
    area: Rect,
    buf: &mut Buffer,
) {
    let number: u32 = counts.iter().sum();
    let hue = Bought { recency, frequency, money: 1 }.hue();
    let style = match (here, hue.fill(look).filter(|_| number > 0)) {
        (Some(_), _) => look.theme.past,
        (None, Some(colour)) => Style::new().bg(colour),
        (None, None) => hue.tint(look),
    };
    // A gap of one cell and, where there is room, of one line keeps the cells apart.
    let gap = u16::from(area.height >= 3);
    let cell = Rect { width: area.width - 1, height: area.height - gap, ..area };
    for position in cell.positions() {
        buf[position].set_char(' ').set_style(style);
    }
    let ink = if here.is_some() { look.theme.past } else { hue.ink(look) }.add_modifier(Modifier::BOLD);
    let words = match number {
        0 => "·".to_owned(),
        _ if here.is_some() => format!("›{number}"),
        _ => number.to_string(),
    };
    let figure = if number == 0 { look.theme.rule } else { ink };
    let row = Rect { width: cell.width.saturating_sub(1), height: 1, ..cell };
    text::right(buf, look.measure, row, &words, figure);
    // The columns stand under the figure or, where there is one line only, before it.
    let (columns, rows) = match cell.height {
        1 if cell.width >= 9 => (Rect { width: 5, ..cell }, 1),
        1 => return,
        height => (Rect { y: cell.y + 1, height: height - 1, ..cell }, height - 1),
    };
    let wide = (columns.width / 5).clamp(1, 3);
    let eighths = u32::from(rows) * 8;
    for (place, count) in (0u16..).zip(counts).filter(|(_, count)| **count > 0) {
        let tall = (count * eighths).div_ceil(most);
        let is_here = here.is_some_and(|one| u16::from(one.money) == place + 1);
        for line in 0..rows {
            let level = tall.saturating_sub(u32::from(line) * 8).min(8) as usize;
            for x in place * wide..((place + 1) * wide).min(columns.width) {
                let at = Position::new(columns.x + x, columns.bottom() - 1 - line);
                if level > 0 {
                    let ink = if is_here || here.is_none() { ink } else { look.theme.past };
                    buf[at].set_symbol(LEVELS[level]).set_style(ink);
                }
            }
        }
    }
}
