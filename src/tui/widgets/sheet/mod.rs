//! A sheet: all that is known of something, and what hangs on it, in one column. Lines that stand for
//! records can be walked; what does not fit can be scrolled.

mod drawn;
mod rows;
mod walk;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::text;
use crate::report::page::{Block, Page};
use crate::tr;
use crate::tui::action::Action;
use crate::tui::deed::Deed;
use crate::tui::dialogs::question::Question;
use crate::tui::dialogs::why::Measured;
use crate::tui::entry::Entry;
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place, Visit};
pub use drawn::{Drawn, Meeting};
use rows::{Row, rows};
use walk::Ground;
pub use walk::Walk;

/// A title, and the parts under it.
#[derive(Debug, Clone, Default)]
pub struct Sheet {
    title: String,
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
enum Part {
    /// What is only read.
    Block(Block),
    /// Lines under a heading, each with what else is to be read of it.
    Lines(String, Vec<(Line, Vec<String>)>),
    /// Lines under a heading that are pictures rather than words: a tree, two sides that meet.
    Drawn(String, Vec<Drawn>),
}

/// A line that stands for something.
#[derive(Debug, Clone)]
pub struct Line {
    /// What it is called.
    pub what: String,
    /// A word about it, at the right.
    pub about: String,
    /// The style of that word.
    pub style: Style,
    /// What it stands for; nothing where it only says something.
    pub stands_for: Option<Stands>,
}

/// What a line may stand for.
#[derive(Debug, Clone, PartialEq)]
pub enum Stands {
    /// A record.
    Record(Chosen),
    /// Something that is kept with it.
    Entry(Entry),
    /// A question: what is missing, and can be told there.
    Asks(Box<Question>),
    /// Something that is done there at once: a tick put or taken away.
    Does(Box<Deed>),
    /// Something on another screen, or another side of this one.
    Leads(Place, Visit),
    /// A measure, which can say what it is made of.
    Measure(Measured),
}

impl Stands {
    /// Whether the other stands for the same thing, whatever has become of it since.
    pub fn is_same(&self, other: &Stands) -> bool {
        match (self, other) {
            (Stands::Record(one), Stands::Record(other)) => (one.kind, one.id) == (other.kind, other.id),
            (one, other) => one == other,
        }
    }
}

impl From<Page> for Sheet {
    fn from(page: Page) -> Sheet {
        Sheet { title: page.title, parts: page.blocks.into_iter().map(Part::Block).collect() }
    }
}

impl Sheet {
    /// A sheet with nothing on it but its title.
    pub fn titled(title: String) -> Sheet {
        Sheet { title, parts: Vec::new() }
    }

    /// Adds lines under a heading, if there are any.
    pub fn section(&mut self, heading: impl Into<String>, lines: Vec<Line>) -> &mut Sheet {
        if !lines.is_empty() {
            let lines = lines.into_iter().map(|line| (line, Vec::new())).collect();
            self.parts.push(Part::Lines(heading.into(), lines));
        }
        self
    }

    /// Adds lines without a heading, if there are any.
    pub fn lines(&mut self, lines: Vec<Line>) -> &mut Sheet {
        self.section("", lines)
    }

    /// Adds lines under a heading, each with what else is to be read of it, if there are any.
    pub fn noted(&mut self, heading: impl Into<String>, lines: Vec<(Line, Vec<String>)>) -> &mut Sheet {
        if !lines.is_empty() {
            self.parts.push(Part::Lines(heading.into(), lines));
        }
        self
    }

    /// Adds lines that are drawn in pieces under a heading, if there are any.
    pub fn drawn(&mut self, heading: impl Into<String>, lines: Vec<Drawn>) -> &mut Sheet {
        if !lines.is_empty() {
            self.parts.push(Part::Drawn(heading.into(), lines));
        }
        self
    }

    /// Adds the title of the words that follow.
    pub fn heading(&mut self, heading: impl Into<String>) -> &mut Sheet {
        self.parts.push(Part::Block(Block::Heading(heading.into())));
        self
    }

    /// Adds words to be read.
    pub fn words(&mut self, words: impl Into<String>) -> &mut Sheet {
        self.parts.push(Part::Block(Block::Paragraph(words.into())));
        self
    }

    /// What the line stands for at which one stands, of a sheet drawn in `area`.
    pub fn at(&self, look: &Look, walk: Walk, area: Rect) -> Option<&Stands> {
        self.stop(walk.at(&self.ground(&rows(look, self, area.width, true), area))?)
    }

    /// The number of the line that stands for the same thing, among those that stand for something.
    pub fn find(&self, stands_for: &Stands) -> Option<usize> {
        self.stops().position(|stop| stop.is_same(stands_for))
    }

    /// Follows an action that moves through lists; false if it is another one.
    pub fn follow(&self, look: &Look, walk: &mut Walk, action: Action, area: Rect) -> bool {
        walk.follow(action, &self.ground(&rows(look, self, area.width, true), area))
    }

    /// Whether its title is in view, of a sheet walked in `area`.
    pub fn shows_title(&self, look: &Look, walk: Walk, area: Rect) -> bool {
        !self.title.is_empty() && walk.top(&self.ground(&rows(look, self, area.width, true), area)) == 0
    }

    /// Draws as much of it as there is room for; where it is walked, the part around where one stands.
    pub fn draw(&self, look: &Look, walk: Option<Walk>, area: Rect, buf: &mut Buffer) {
        let rows = rows(look, self, area.width, walk.is_some());
        let ground = self.ground(&rows, area);
        let top = walk.map_or(0, |walk| walk.top(&ground));
        let chosen = walk.and_then(|walk| walk.at(&ground)).and_then(|at| ground.stops.get(at).copied());
        for ((row, place), at) in rows[top..].iter().zip(area.rows().take(ground.height)).zip(top..) {
            row.draw(look, chosen == Some(at), place, buf);
        }
        let below = ground.total - (top + ground.height).min(ground.total);
        if below > 0 {
            let last = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
            let words = match below {
                1 => tr!(look.lang, "sheet.one_below"),
                below => tr!(look.lang, "sheet.below", number = below),
            };
            text::left(buf, look.measure, last, &words, look.theme.dim);
        }
    }

    fn stops(&self) -> impl Iterator<Item = &Stands> {
        self.parts.iter().flat_map(|part| {
            let (lines, drawn): (&[(Line, Vec<String>)], &[Drawn]) = match part {
                Part::Lines(_, lines) => (lines, &[]),
                Part::Drawn(_, drawn) => (&[], drawn),
                Part::Block(_) => (&[], &[]),
            };
            let lines = lines.iter().filter_map(|(line, _)| line.stands_for.as_ref());
            lines.chain(drawn.iter().filter_map(|line| line.stands_for.as_ref()))
        })
    }

    fn stop(&self, at: usize) -> Option<&Stands> {
        self.stops().nth(at)
    }

    /// The last row of the area says how much is below, where there is more than fits.
    fn ground(&self, rows: &[Row<'_>], area: Rect) -> Ground {
        let stands = |row: &Row<'_>| match row {
            Row::Line(line, _) => line.stands_for.is_some(),
            Row::Drawn(line) => line.stands_for.is_some(),
            _ => false,
        };
        let stops = (0..rows.len()).filter(|at| stands(&rows[*at])).collect();
        let longer = usize::from(rows.len() > area.height.into());
        Ground { total: rows.len(), stops, height: usize::from(area.height).saturating_sub(longer) }
    }
}
