//! A plane of two measures, cut into regions, with the accounts on it as bubbles, each as large as what is
//! sold to it. The chosen one is lit.
//!
//! Regions are faint colours with a thin rule between them; a bubble is a ring of dots on a stronger colour of
//! the class that it has, which is another than its region's where a person decided so.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style};

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
        let shapes: Vec<Rect> = all.map(|(bubble, length)| ground.shape(bubble, *length)).collect();
        self.draw_bubbles(look, &ground, &lengths, buf);
        let mut labels = Labels::new(ground.area);
        for region in self.regions {
            let cells = ground.cells(region);
            labels.take(draw_title(look, region, cells, cells.y > ground.area.y, &shapes, buf));
        }
        shapes.iter().for_each(|shape| labels.take(*shape));
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
        for (share, words) in &self.up.marks {
            let row = Rect { y: ground.row(*share), height: 1, ..ground.area };
            text::right(buf, look.measure, row, &format!(" {words}"), look.theme.dim);
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
                let inside = ground.inside(ground.dot(bubble, lengths[*at]), lengths[*at], 7);
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
            let (dot, length) = (ground.dot(&self.bubbles[at], lengths[at]), lengths[at]);
            // Its edge is made of dots where it covers a cell in part only.
            let mut disc = Dots::new(ground.area);
            disc.disc(dot, length);
            let inside: Vec<Position> = ground.inside(dot, length, 6).collect();
            disc.leave_out(|cell| inside.contains(&cell));
            let lit = look.theme.past;
            let edge = Style { fg: lit.bg, bg: None, ..Style::new() }.add_modifier(Modifier::BOLD);
            disc.draw(look, buf, '@', |_| edge);
            let style = if look.ascii { edge } else { lit };
            for cell in inside {
                buf[cell].set_char(if look.ascii { '@' } else { ' ' }).set_style(style);
            }
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

/// Words over whatever is there: its colours and weight are not theirs.
const PLAIN: Style = Style::new().fg(Color::Reset).remove_modifier(Modifier::BOLD);

/// Gives a cell a ground, and nothing on it.
fn paint(buf: &mut Buffer, cell: Position, style: Style) {
    buf[cell].set_char(' ').set_style(style);
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

/// The cells of the plane.
struct Ground {
    area: Rect,
}

impl Ground {
    fn column(&self, share: f64) -> u16 {
        self.area.x + (share.clamp(0.0, 1.0) * f64::from(self.area.width)).round() as u16
    }

    fn row(&self, share: f64) -> u16 {
        self.area.y + ((1.0 - share.clamp(0.0, 1.0)) * f64::from(self.area.height)).round() as u16
    }

    fn cells(&self, region: &Region) -> Rect {
        let (left, right) = (self.column(region.across.0), self.column(region.across.1));
        let (top, bottom) = (self.row(region.up.1), self.row(region.up.0));
        Rect { x: left, y: top, width: right - left, height: bottom - top }.intersection(self.area)
    }

    /// How far each bubble reaches from its middle, in dots: its surface is as large as what it stands for.
    fn lengths(&self, bubbles: &[Bubble]) -> Vec<f64> {
        let (width, height) = (f64::from(self.area.width) * 2.0, f64::from(self.area.height) * 4.0);
        // All of them together cover no more than a part of the plane.
        let sizes: f64 = bubbles.iter().map(|bubble| bubble.size).sum();
        let largest = (width * height * 0.11 / (sizes.max(1.0) * std::f64::consts::PI)).sqrt();
        let largest = largest.min(width.min(height) / 7.0).max(1.0);
        // The chosen one is lit, however small.
        let least = |bubble: &Bubble| if bubble.is_chosen { 3.5 } else { 0.75 };
        let length = |bubble: &Bubble| (bubble.size.clamp(0.0, 1.0).sqrt() * largest).max(least(bubble));
        bubbles.iter().map(length).collect()
    }

    /// The middle of a bubble, in dots from the corner of the plane; all of it lies on the plane.
    fn dot(&self, bubble: &Bubble, length: f64) -> Dot {
        let (width, height) = (f64::from(self.area.width) * 2.0, f64::from(self.area.height) * 4.0);
        let held = |at: f64, most: f64| at.min(most - length - 0.5).max(length + 0.5);
        // In the middle of a cell, so that circles are round.
        let middle = |at: f64, per: f64| (at / per).floor() * per + per / 2.0;
        let (x, y) = (held(bubble.across * width, width), held((1.0 - bubble.up) * height, height));
        (middle(x, 2.0), middle(y, 4.0))
    }

    /// The cells that a bubble lies in.
    fn shape(&self, bubble: &Bubble, length: f64) -> Rect {
        let (x, y) = self.dot(bubble, length);
        let (left, top) = (((x - length) / 2.0).floor().max(0.0), ((y - length) / 4.0).floor().max(0.0));
        let (right, bottom) = (((x + length) / 2.0).floor(), ((y + length) / 4.0).floor());
        let shape = Rect {
            x: self.area.x + left as u16,
            y: self.area.y + top as u16,
            width: (right - left) as u16 + 1,
            height: (bottom - top) as u16 + 1,
        };
        shape.intersection(self.area)
    }

    /// The cells of which a bubble covers so many of eight dots or more.
    fn inside(&self, (x, y): Dot, length: f64, least: usize) -> impl Iterator<Item = Position> {
        let area = self.area;
        let is_in = move |cell: &Position| {
            let (left, top) = (f64::from(cell.x - area.x) * 2.0, f64::from(cell.y - area.y) * 4.0);
            let dots = (0..8).map(|at| (left + f64::from(at % 2) + 0.5, top + f64::from(at / 2) + 0.5));
            dots.filter(|dot| (dot.0 - x).hypot(dot.1 - y) <= length).count() >= least
        };
        let reach =
            |at: f64, per: f64| (((at - length) / per).floor().max(0.0), ((at + length) / per).ceil());
        let ((left, right), (top, bottom)) = (reach(x, 2.0), reach(y, 4.0));
        let around = Rect {
            x: area.x + left as u16,
            y: area.y + top as u16,
            width: (right - left) as u16,
            height: (bottom - top) as u16,
        };
        around.intersection(area).positions().filter(is_in)
    }
}
