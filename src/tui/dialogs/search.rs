//! Search over everything, as one types; what was found opens where it belongs.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use crate::report::entry_words;
use crate::report::words::Word;
use crate::store::view::search::{Hit, HitKind};
use crate::store::{self, Book};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screens::{Place, Visit};
use crate::tui::step::Step;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// How many are found at most.
const FOUND: usize = 50;

const SIZE: Size = Size { width: 74, height: 16 };

/// The search.
#[derive(Default)]
pub struct Search {
    input: LineInput,
    /// The words that `found` is for.
    asked: String,
    found: Vec<Hit>,
    cursor: Cursor,
}

impl Search {
    fn open(&self) -> Vec<Step> {
        let Some((kind, id)) = self.found.get(self.cursor.at()).and_then(|hit| hit.belongs.nearest()) else {
            return Vec::new();
        };
        let visit = Visit { at: Some(id), ..Visit::default() };
        vec![Step::Close, Step::Go(Place::of(kind), visit)]
    }
}

impl Dialog for Search {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "search.title").into_owned()
    }

    fn wants(&self, _look: &Look) -> Size {
        SIZE
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choice]
    }

    fn update(&mut self, action: Action, _look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => return vec![Step::Close],
            Action::Accept => return self.open(),
            other => self.cursor.follow(other, self.found.len(), usize::from(SIZE.height) - 2),
        };
        Vec::new()
    }

    fn key(&mut self, key: &KeyEvent) {
        self.input.key(key);
    }

    fn paste(&mut self, text: &str) {
        self.input.paste(text);
    }

    fn read(&mut self, book: &Book, _look: &Look) -> store::Result<()> {
        let words = self.input.text();
        if words != self.asked {
            self.found = book.search(&words, FOUND)?;
            self.cursor = Cursor::default();
            self.asked = words;
        }
        Ok(())
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let theme = &look.theme;
        let [line, gap, list] = super::line_over_list(area);
        text::left(buf, look.measure, line, "/", theme.accent);
        let typed = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line };
        let cursor = self.input.draw(typed, buf, Style::new());
        super::rule(look, gap, buf);
        if self.found.is_empty() {
            let words = match self.asked.as_str() {
                "" => tr!(look.lang, "search.hint"),
                _ => tr!(look.lang, "search.nothing"),
            };
            text::left(buf, look.measure, list, &words, theme.dim);
        }
        let view = self.cursor.view(self.found.len(), list.height.into());
        for (row, index) in list.rows().zip(view) {
            draw_hit(look, &self.found[index], index == self.cursor.at(), row, buf);
        }
        cursor
    }
}

/// What it is called, where it belongs, and what kind of record it is.
fn draw_hit(look: &Look, hit: &Hit, chosen: bool, row: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let within = |style| theme.within(chosen, style);
    buf.set_style(row, theme.selected_if(chosen));
    if chosen {
        text::left(buf, look.measure, row, "›", within(theme.selected_mark));
    }
    let inner = Rect { x: row.x + 2, width: row.width.saturating_sub(2), ..row }.intersection(row);
    let name = inner.width * 45 / 100;
    let kind = 10.min(inner.width);
    text::left(buf, look.measure, Rect { width: name, ..inner }, &hit.name, Style::new());
    let place = Rect { x: inner.x + name + 2, width: inner.width.saturating_sub(name + kind + 4), ..inner };
    let words = hit.place.as_deref().or(hit.text.as_deref()).unwrap_or_default();
    text::left(buf, look.measure, place.intersection(inner), words, within(theme.dim));
    let last = Rect { x: inner.right().saturating_sub(kind), width: kind, ..inner };
    text::right(buf, look.measure, last, &kind_words(look, hit.kind), within(theme.dim));
}

fn kind_words(look: &Look, kind: HitKind) -> Word {
    match kind {
        HitKind::Account => tr!(look.lang, "search.account"),
        HitKind::Contact => tr!(look.lang, "search.contact"),
        HitKind::Deal => tr!(look.lang, "search.deal"),
        HitKind::Activity => tr!(look.lang, "search.activity"),
        HitKind::Commitment => tr!(look.lang, "search.commitment"),
        HitKind::Entry(kind) => entry_words::kind(look.lang, kind),
    }
}
