//! A plane of two measures, cut into regions, with the accounts on it as bubbles, each as large as what is
//! sold to it. The chosen one is lit.
//!
//! Regions are faint colours with a thin rule between them; a bubble is a ring of dots on a stronger colour of
//! the class that it has, which is another than its region's where a person decided so.

use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

use super::ground::Ground;
use super::hue::Hue;
use super::labels::Labels;
use crate::tui::look::Look;
use crate::tui::widgets::dots::{Dot, Dots};
use crate::tui::widgets::text;

/// Bubbles that have a name at most.
const NAMED: usize = 40;

/// Lines of a region from which on it says what is to be done there.
const ROOMY: u16 = 8;

/// One of the two measures.
#[derive(Debug, Clone, Default)]
pub struct Axis {
    /// What is measured.
    pub title: String,
    /// What stands at its beginning and at its end.
    pub ends: [String; 2],
    /// What stands at a share of it, 0 to 1: where a region ends.
    pub marks: Vec<(f64, String)>,
}

/// A part of the plane.
#[derive(Debug, Clone, Default)]
pub struct Region {
    /// From where to where it goes across, 0 to 1.
    pub across: (f64, f64),
    /// From where to where it goes up, 0 to 1.
    pub up: (f64, f64),
    /// What it is called.
    pub title: String,
    /// What it comes to, in more words and in fewer: the first that has room stands after the title.
    pub notes: Vec<String>,
    /// What is to be done there, under the title where there is much room.
    pub about: String,
    /// Its colour.
    pub hue: Hue,
    /// Whether the chosen account lies in it.
    pub is_lit: bool,
}

/// An account on the plane.
#[derive(Debug, Clone, Default)]
pub struct Bubble {
    /// How far across, 0 to 1.
    pub across: f64,
    /// How far up, 0 to 1.
    pub up: f64,
    /// How much it is beside the largest, 0 to 1.
    pub size: f64,
    /// What it is called.
    pub name: String,
    /// The colour of its class.
    pub hue: Hue,
    /// Whether the cursor is on it.
    pub is_chosen: bool,
}

/// The picture.
#[derive(Debug, Clone, Copy)]
pub struct Plane<'a> {
    /// The measure across.
    pub across: &'a Axis,
    /// The measure upwards.
    pub up: &'a Axis,
    /// Its parts; together they cover it.
    pub regions: &'a [Region],
    /// The accounts.
    pub bubbles: &'a [Bubble],
}

impl Plane<'_> {
    /// Draws it over all of an area: the measures above and below, the plane between.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.width < 20 || area.height < 6 {
            return;
        }
        let ground = Ground { area: Rect { y: area.y + 1, height: area.height - 2, ..area } };
        self.draw_measures(look, &ground, buf);
        self.paint(look, &ground, buf);
        let lengths = ground.lengths(self.bubbles);
        let all = self.bubbles.iter().zip(&lengths);
        let shapes: Vec<Rect> =
            all.map(|(bubble, length)| ground.around(ground.dot(bubble, *length), *length)).collect();
        self.draw_bubbles(look, &ground, &lengths, buf);
        self.draw_marks(look, &ground, buf);
        let mut labels = Labels::new(ground.area);
        for region in self.regions {
            let cells = ground.cells(region);
            labels.take(draw_title(look, region, cells, cells.y > ground.area.y, &shapes, buf));
        }
        shapes.iter().for_each(|shape| labels.take(*shape));
        self.up.marks.iter().for_each(|mark| labels.take(mark_place(look, &ground, mark)));
        self.draw_names(look, &shapes, labels, buf);
    }

    fn draw_measures(&self, look: &Look, ground: &Ground, buf: &mut Buffer) {
        let dim = look.theme.dim;
        let area = ground.area;
        let above = Rect { y: area.y - 1, height: 1, ..area };
        let title = format!("↑ {}", self.up.title);
        let taken = text::left(buf, look.measure, above, &title, dim);
        let rest = Rect { x: above.x + taken + 2, width: above.width.saturating_sub(taken + 2), ..above };
        text::right(buf, look.measure, rest, &self.up.ends[1], dim);
        let below = Rect { y: area.bottom(), height: 1, ..area };
        let [low, high] = &self.across.ends;
        let used = text::left(buf, look.measure, below, low, dim);
        let right = text::right(buf, look.measure, below, high, dim);
        let middle = Rect { x: below.x + used, width: below.width.saturating_sub(used + right), ..below };
        // A region's end has its figure where the title leaves room for it.
        let title = format!("{} →", self.across.title);
        let width = look.measure.width(&title) as u16;
        let title_at = Rect { x: middle.right().saturating_sub(width + 2).max(middle.x), width, ..middle };
        text::left(buf, look.measure, title_at.intersection(middle), &title, dim);
        for (share, words) in &self.across.marks {
            let width = look.measure.width(words) as u16;
            let x = ground.column(*share).saturating_sub(width / 2);
            let place = Rect { x, width, ..below };
            if place.x > middle.x && place.right() < title_at.x {
                text::left(buf, look.measure, place, words, dim);
            }
        }
    }

    /// The faint colours of the regions, and the rules between them.
    fn paint(&self, look: &Look, ground: &Ground, buf: &mut Buffer) {
        for region in self.regions {
            let cells = ground.cells(region);
            for cell in cells.positions() {
                buf[cell].set_char(' ').set_style(region.hue.tint(look));
            }
            // Every region has its rules on the left and above, but at the edge of the plane.
            if cells.x > ground.area.x {
                for y in cells.top()..cells.bottom() {
                    buf[(cells.x, y)].set_char('│').set_style(look.theme.rule);
                }
            }
            if cells.y > ground.area.y {
                for x in cells.left()..cells.right() {
                    buf[(x, cells.y)].set_char('─').set_style(look.theme.rule);
                }
            }
        }
    }

    /// What the regions' ends come to: over the bubbles, since half a figure is another figure.
    fn draw_marks(&self, look: &Look, ground: &Ground, buf: &mut Buffer) {
        for mark in &self.up.marks {
            let words = format!(" {}", mark.1);
            let style = PLAIN.patch(look.theme.dim);
            text::right(buf, look.measure, mark_place(look, ground, mark), &words, style);
        }
    }

    /// The bubbles: the large ones behind the small ones, the chosen one before all.
    fn draw_bubbles(&self, look: &Look, ground: &Ground, lengths: &[f64], buf: &mut Buffer) {
        let mut order: Vec<usize> = (0..self.bubbles.len()).collect();
        order.sort_by(|one, other| lengths[*other].total_cmp(&lengths[*one]));
        let (chosen, others): (Vec<usize>, Vec<usize>) =
            order.into_iter().partition(|at| self.bubbles[*at].is_chosen);
        for at in &others {
            let bubble = &self.bubbles[*at];
            if let Some(colour) = bubble.hue.fill(look) {
                let style = Style::new().bg(colour);
                let inside = ground.inside(ground.dot(bubble, lengths[*at]), lengths[*at]);
                inside.for_each(|cell| paint(buf, cell, style));
            }
        }
        for hue in [Hue::Grey, Hue::Green, Hue::Yellow, Hue::Blue, Hue::Red] {
            let mut rings = Dots::new(ground.area);
            let of_hue = others.iter().filter(|at| self.bubbles[**at].hue == hue);
            of_hue.for_each(|at| rings.circle(ground.dot(&self.bubbles[*at], lengths[*at]), lengths[*at]));
            let style = hue.ink(look).add_modifier(Modifier::BOLD);
            rings.draw(look, buf, 'o', |_| style);
        }
        for at in chosen {
            draw_lit(look, ground, ground.dot(&self.bubbles[at], lengths[at]), lengths[at], buf);
        }
    }

    /// The names of the largest; that of the chosen one always.
    fn draw_names(&self, look: &Look, shapes: &[Rect], mut labels: Labels, buf: &mut Buffer) {
        let mut order: Vec<usize> = (0..self.bubbles.len()).collect();
        order.sort_by(|one, other| {
            let of = |at: usize| (self.bubbles[at].is_chosen, self.bubbles[at].size);
            let ((lit, size), (other_lit, other_size)) = (of(*one), of(*other));
            other_lit.cmp(&lit).then(other_size.total_cmp(&size))
        });
        for at in order.into_iter().take(NAMED) {
            let bubble = &self.bubbles[at];
            let (name, style) = match bubble.is_chosen {
                true => (format!(" {} ", bubble.name), look.theme.past.add_modifier(Modifier::BOLD)),
                false => (bubble.name.clone(), PLAIN),
            };
            labels.put(look, (&name, style), shapes[at], bubble.is_chosen, buf);
        }
    }
}

/// Where the figure of a region's end stands: at the right of its rule.
fn mark_place(look: &Look, ground: &Ground, (share, words): &(f64, String)) -> Rect {
    let width = (look.measure.width(words) as u16 + 1).min(ground.area.width);
    Rect { x: ground.area.right() - width, y: ground.row(*share), width, height: 1 }
}

/// Words over whatever is there: its colours and weight are not theirs.
const PLAIN: Style = Style::new().fg(Color::Reset).remove_modifier(Modifier::BOLD);

/// Gives a cell a ground, and nothing on it.
fn paint(buf: &mut Buffer, cell: Position, style: Style) {
    buf[cell].set_char(' ').set_style(style);
}

/// The disc of the chosen account, in half cells, so that it is round.
fn draw_lit(look: &Look, ground: &Ground, dot: Dot, length: f64, buf: &mut Buffer) {
    let lit = Style { fg: look.theme.past.bg, bg: None, ..Style::new() }.add_modifier(Modifier::BOLD);
    for cell in ground.around(dot, length).positions() {
        let half = |rows: Range<u32>| {
            let dots = ground.dots(cell).into_iter().zip(0u32..).filter(|(_, at)| rows.contains(&(at / 2)));
            dots.filter(|((x, y), _)| (x - dot.0).hypot(y - dot.1) <= length).count() >= 3
        };
        let sign = match (half(0..2), half(2..4)) {
            (false, false) => continue,
            _ if look.ascii => '@',
            (true, true) => '█',
            (true, false) => '▀',
            (false, true) => '▄',
        };
        buf[cell].set_char(sign).set_style(lit);
    }
}

/// A region's title in its upper left corner, and where it stands; what is said beside and under it gives way
/// to the shapes.
fn draw_title(
    look: &Look,
    region: &Region,
    cells: Rect,
    is_below_rule: bool,
    shapes: &[Rect],
    buf: &mut Buffer,
) -> Rect {
    let x = cells.x + 1;
    let (y, width) = (cells.y + u16::from(is_below_rule), cells.width.saturating_sub(2));
    let row = Rect { x, y, width, height: 1 }.intersection(cells);
    let is_free = |place: Rect| shapes.iter().all(|shape| !shape.intersects(place));
    let mark = if region.is_lit { "▸ " } else { "" };
    let taken = (look.measure.width(mark) + look.measure.width(&region.title)) as u16 + 2;
    let fits = |note: &&String| {
        let width = look.measure.width(note) as u16;
        taken + width <= row.width && is_free(Rect { x: row.x + taken, width, ..row })
    };
    let note = region.notes.iter().find(fits).map(|note| format!("  {note}")).unwrap_or_default();
    let title = PLAIN.patch(region.hue.ink(look)).add_modifier(Modifier::BOLD);
    let dim = PLAIN.patch(look.theme.dim);
    let width = text::pieces(buf, look.measure, row, &[(mark, title), (&region.title, title), (&note, dim)]);
    let about = Rect { y: row.y + 1, width: look.measure.width(&region.about) as u16, ..row };
    let is_roomy = cells.height >= ROOMY && about.width <= row.width && is_free(about);
    if !is_roomy || about.width == 0 {
        return Rect { width, ..row };
    }
    text::left(buf, look.measure, about, &region.about, dim);
    Rect { width: width.max(about.width), height: 2, ..row }
}
