//! Names beside what they name, where there is room for them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Cells that a name gets at most.
const LONGEST: usize = 18;

/// What is taken of an area, so that names do not lie over each other.
pub struct Labels {
    area: Rect,
    taken: Vec<Rect>,
}

impl Labels {
    /// Nothing is taken of an area yet.
    pub fn new(area: Rect) -> Labels {
        Labels { area, taken: Vec::new() }
    }

    /// No name may lie here.
    pub fn take(&mut self, place: Rect) {
        self.taken.push(place);
    }

    /// Writes a name beside a shape where there is room for it; over whatever is there if it `must` be seen.
    pub fn put(
        &mut self,
        look: &Look,
        (name, style): (&str, Style),
        shape: Rect,
        must: bool,
        buf: &mut Buffer,
    ) {
        let name = look.measure.cut(name, LONGEST);
        let width = look.measure.width(&name) as u16;
        if width > self.area.width {
            return;
        }
        let places: Vec<Rect> =
            beside(shape, width).into_iter().filter_map(|place| self.held(place, must)).collect();
        let free = |place: &&Rect| self.taken.iter().all(|other| !other.intersects(**place));
        let beside_it = |place: &&Rect| !place.intersects(shape);
        // The one that must be seen covers others before it covers what it names.
        let forced = || places.iter().find(beside_it).or(places.first()).filter(|_| must);
        if let Some(place) = places.iter().find(free).or_else(forced).copied() {
            text::left(buf, look.measure, place, &name, style);
            self.taken.push(place);
        }
    }

    /// The place if it lies in the area, or as near to it as it can lie.
    fn held(&self, place: Rect, moved: bool) -> Option<Rect> {
        let area = self.area;
        let x = place.x.clamp(area.x, area.right() - place.width);
        let y = place.y.clamp(area.y, area.bottom().saturating_sub(1).max(area.y));
        let held = Rect { x, y, ..place };
        (held == place || moved).then_some(held)
    }
}

/// The places around a shape, the best first: right, left, above, below of it.
fn beside(shape: Rect, width: u16) -> [Rect; 4] {
    let middle = shape.y + shape.height.saturating_sub(1) / 2;
    let centred = (shape.x + shape.width / 2).saturating_sub(width / 2);
    let at = |x: u16, y: u16| Rect { x, y, width, height: 1 };
    [
        at(shape.right() + 1, middle),
        // Where there is nothing on the left, what would lie there lies over the shape.
        at(shape.x.saturating_sub(width + 1), middle),
        at(centred, shape.y.saturating_sub(1)),
        at(centred, shape.bottom()),
    ]
}
