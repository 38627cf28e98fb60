//! Check-ups over time: the mean of each on its day, from 1 to 5, joined by a line.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::relationship::CheckUp;
use crate::report::score;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// The scale: means in hundredths.
const LOWEST: i64 = 100;
const HIGHEST: i64 = 500;

/// Cells of the scale at the left.
const SCALE: u16 = 3;
/// Cells of a mean beside its point.
const LABEL: u16 = 4;

/// The chart of an account's check-ups.
#[derive(Debug, Clone, Copy)]
pub struct TrendChart<'a> {
    /// In the order of their days.
    pub check_ups: &'a [CheckUp],
    /// A mean below this is low, in hundredths.
    pub low: i64,
}

impl TrendChart<'_> {
    /// Draws it: the last line says the days. Nothing is drawn in less than four lines.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let area = area.intersection(buf.area);
        if area.height < 4 || area.width < 20 {
            return;
        }
        let plot =
            Rect { x: area.x + SCALE, width: area.width - SCALE - LABEL, height: area.height - 1, ..area };
        self.draw_ground(look, plot, buf);
        let (Some(first), Some(last)) = (self.check_ups.first(), self.check_ups.last()) else {
            let words = tr!(look.lang, "trend.none");
            let middle = Rect { y: plot.y + plot.height / 2, height: 1, x: plot.x + 2, ..plot };
            text::left(buf, look.measure, middle, &words, look.theme.dim);
            return;
        };
        let places: Vec<(u16, u16)> = self
            .check_ups
            .iter()
            .map(|one| (column(one.held_on, (first, last), plot), row(one.mean, plot)))
            .collect();
        for pair in places.windows(2) {
            join(pair[0], pair[1], look.theme.dim, buf);
        }
        // The latest is labelled first; earlier ones where that leaves room.
        let mut taken: Vec<Rect> = Vec::new();
        for (one, (x, y)) in self.check_ups.iter().zip(&places).rev() {
            let style = if one.mean < self.low { look.theme.bad } else { look.theme.figure };
            buf[(*x, *y)].set_symbol("●").set_style(Style::reset().patch(style));
            let label = Rect { x: x + 1, y: *y, width: LABEL - 1, height: 1 };
            let is_free = taken.iter().all(|other| !other.intersects(Rect { x: *x, width: LABEL, ..label }));
            if is_free {
                text::left(buf, look.measure, label, &score(one.mean), Style::reset().patch(style));
                taken.push(Rect { x: *x, width: LABEL + 1, ..label });
            }
        }
        let days = Rect { y: plot.bottom(), height: 1, ..plot };
        text::left(buf, look.measure, days, &first.held_on.to_string(), look.theme.dim);
        if first.held_on < last.held_on && plot.width > 24 {
            text::right(buf, look.measure, days, &last.held_on.to_string(), look.theme.dim);
        }
    }

    /// The scale, and the line below which a mean is low.
    fn draw_ground(&self, look: &Look, plot: Rect, buf: &mut Buffer) {
        let low = row(self.low, plot);
        for y in plot.top()..plot.bottom() {
            buf[(plot.x - 1, y)].set_symbol("│").set_style(look.theme.rule);
        }
        let threshold = if self.check_ups.is_empty() { 0 } else { plot.width };
        for x in plot.left()..plot.left() + threshold {
            buf[(x, low)].set_symbol("┄").set_style(look.theme.rule);
        }
        let steps = if plot.height >= 5 { vec![1, 2, 3, 4, 5] } else { vec![1, 3, 5] };
        for step in steps {
            let place = Rect { x: plot.x - SCALE, y: row(100 * step, plot), width: 1, height: 1 };
            text::left(buf, look.measure, place, &step.to_string(), look.theme.dim);
        }
    }
}

/// The line of a mean.
fn row(mean: i64, plot: Rect) -> u16 {
    let steps = i64::from(plot.height) - 1;
    let down =
        (2 * (HIGHEST - mean.clamp(LOWEST, HIGHEST)) * steps + HIGHEST - LOWEST) / (2 * (HIGHEST - LOWEST));
    plot.y + down as u16
}

/// The column of a day; a single day stands in the first.
fn column(day: NaiveDate, (first, last): (&CheckUp, &CheckUp), plot: Rect) -> u16 {
    let whole = (last.held_on - first.held_on).num_days();
    let gone = (day - first.held_on).num_days();
    let cells = i64::from(plot.width.saturating_sub(1));
    plot.x + ((2 * gone * cells + whole) / (2 * whole.max(1))).clamp(0, cells) as u16
}

/// Dots between two points.
fn join((x, y): (u16, u16), (to_x, to_y): (u16, u16), style: Style, buf: &mut Buffer) {
    for at in x + 1..to_x {
        let share = f64::from(at - x) / f64::from(to_x - x);
        let height = f64::from(y) + share * (f64::from(to_y) - f64::from(y));
        buf[(at, height.round() as u16)].set_symbol("·").set_style(Style::reset().patch(style));
    }
}
