//! The panel of the tour: a few lines under the screen, which gives them up, so that nothing that is spoken of is
//! hidden.

use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use crate::tui::look::{Look, SMALLEST};
use crate::tui::widgets::footer::{self, Hint};
use crate::tui::widgets::text;

/// Lines of the text.
const TEXT: u16 = 3;

/// Lines of the panel: a rule with its title, the text, what is to be done, the keys of the tour.
const HEIGHT: u16 = TEXT + 3;

/// Cells that a line of text likes to have.
const WIDTH: u16 = 96;

/// What the panel says.
pub struct Panel {
    /// Where one is on the tour, in words.
    pub title: String,
    /// What there is to see.
    pub text: String,
    /// The keys to press.
    pub keys: String,
    /// What they are for.
    pub task: String,
    /// The keys of the tour itself.
    pub hints: Vec<Hint>,
}

/// Shares a terminal out to the screen and to the panel under it. Where both have no room one below the other the
/// panel lies over the last lines of the screen, above its keys.
pub fn part(whole: Rect) -> (Rect, Rect) {
    if whole.height >= SMALLEST.height + HEIGHT {
        let screen = Rect { height: whole.height - HEIGHT, ..whole };
        return (screen, Rect { y: screen.bottom(), height: HEIGHT, ..whole });
    }
    let y = whole.bottom().saturating_sub(HEIGHT + 2).max(whole.y);
    (whole, Rect { y, height: HEIGHT, ..whole }.intersection(whole))
}

/// Draws the panel.
pub fn draw(look: &Look, panel: &Panel, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    Clear.render(area, buf);
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return;
    }
    buf.set_string(area.x, area.y, "─".repeat(area.width.into()), theme.rule);
    let title = Rect { x: area.x + 1, width: area.width.saturating_sub(2), height: 1, ..area };
    text::left(buf, look.measure, title, &format!(" {} ", panel.title), Style::reset().patch(theme.title));
    let inner = Rect { x: area.x + 1, y: area.y + 1, width: area.width.saturating_sub(2), ..area };
    let below = |line: u16| Rect { y: inner.y + line, height: 1, ..inner }.intersection(area);
    // The tests hold that every text has room, from the smallest screen on.
    let words = text::wrapped(look.measure, &panel.text, inner.width.min(WIDTH).into());
    for (line, words) in (0..TEXT).zip(&words) {
        text::left(buf, look.measure, below(line), words, Style::new());
    }
    let task = [
        ("› ", theme.accent),
        (panel.keys.as_str(), theme.key),
        ("  ", theme.dim),
        (panel.task.as_str(), theme.title),
    ];
    text::pieces(buf, look.measure, below(TEXT), &task);
    footer::draw(look, &panel.hints, keys_line(area), buf);
}

/// The line of the panel on which the keys of the tour stand.
pub fn keys_line(panel: Rect) -> Rect {
    Rect { y: panel.y + TEXT + 2, height: 1, ..panel }.intersection(panel)
}

/// What the screen has of a terminal of this size.
pub fn room(whole: Size) -> Size {
    part(Rect::new(0, 0, whole.width, whole.height)).0.as_size()
}
