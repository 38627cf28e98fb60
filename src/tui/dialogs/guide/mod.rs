//! The reference: terms of the trade on the left, narrowed by typing; what the chosen one means on the right. It
//! opens with the terms of the place where it was asked for, and leads on to a chapter and to all of them.

mod terms;
#[cfg(test)]
mod tests;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use super::narrowed::Narrowed;
use crate::i18n::Lang;
use crate::report::guide;
use crate::report::model::TermOut;
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

pub use terms::{of_field, of_screen};

const SIZE: Size = Size { width: 92, height: 18 };

/// Lines that it likes to have for one term alone.
const LOW: u16 = 12;

/// Cells of the list of terms; a third of what there is, where that is less.
const TERMS: u16 = 30;

/// Which terms are listed while nothing is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extent {
    /// Those of the place.
    Here,
    /// Those of the chapter in which this one stands, by its number.
    Chapter(usize),
    /// All.
    All,
}

/// The reference, and where one reads.
pub struct Guide {
    lang: Lang,
    terms: Vec<TermOut>,
    here: Vec<usize>,
    extent: Extent,
    found: Vec<usize>,
    input: LineInput,
    cursor: Cursor,
}

impl Guide {
    /// The reference, opened at the terms of these keys, the first of them chosen.
    pub fn at(lang: Lang, keys: &[&str]) -> Guide {
        let terms = guide::terms(lang);
        let known = |key: &&str| terms.iter().position(|term| term.term == *key);
        let here: Vec<usize> = keys.iter().filter_map(known).collect();
        let extent = if here.is_empty() { Extent::All } else { Extent::Here };
        let (input, cursor) = (LineInput::default(), Cursor::default());
        let mut guide = Guide { lang, terms, here, extent, found: Vec::new(), input, cursor };
        guide.search();
        guide
    }

    /// Lists the chapter of the chosen term, then all terms, then those of the place again; the term stays chosen
    /// as long as it is listed.
    fn turn(&mut self) {
        let chosen = self.found.get(self.cursor.at()).copied();
        let (has_here, at) = (!self.here.is_empty(), chosen.unwrap_or_default());
        self.extent = match self.extent {
            Extent::Here => Extent::Chapter(at),
            Extent::Chapter(_) => Extent::All,
            Extent::All if has_here => Extent::Here,
            Extent::All => Extent::Chapter(at),
        };
        self.input = LineInput::default();
        self.search();
        let again = self.found.iter().position(|found| Some(*found) == chosen);
        self.cursor.choose(again.unwrap_or_default(), self.found.len(), usize::from(SIZE.height) - 2);
    }

    /// Keeps the terms whose names hold what was typed, in either language, then those that speak of it.
    fn search(&mut self) {
        let typed = self.input.text().to_lowercase();
        self.cursor = Cursor::default();
        if typed.is_empty() {
            self.found = self.listed();
            return;
        }
        let named: Vec<String> = guide::find(self.lang, &typed).into_iter().map(|term| term.term).collect();
        let is_named = |at: &usize| named.contains(&self.terms[*at].term);
        let (mut found, others): (Vec<_>, Vec<_>) = (0..self.terms.len()).partition(is_named);
        found.extend(others.into_iter().filter(|at| self.terms[*at].text.to_lowercase().contains(&typed)));
        self.found = found;
    }

    fn listed(&self) -> Vec<usize> {
        match self.extent {
            Extent::Here => self.here.clone(),
            Extent::Chapter(of) => {
                let is_in = |at: &usize| self.terms[*at].chapter == self.terms[of].chapter;
                (0..self.terms.len()).filter(is_in).collect()
            }
            Extent::All => (0..self.terms.len()).collect(),
        }
    }

    fn chosen(&self) -> Option<&TermOut> {
        self.found.get(self.cursor.at()).map(|at| &self.terms[*at])
    }

    fn draw_text(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let Some(term) = self.chosen() else { return };
        let theme = &look.theme;
        let words = text::wrapped(look.measure, &term.text, area.width.into());
        let mut rows = area.rows();
        if let Some(row) = rows.next() {
            text::left(buf, look.measure, row, &term.title, theme.title);
        }
        // Where there is little room, the text has it: no line is lost.
        let spare = usize::from(area.height).saturating_sub(1 + words.len());
        if let Some(row) = rows.by_ref().take(usize::from(spare > 0)).next() {
            text::left(buf, look.measure, row, &term.chapter, theme.dim);
        }
        for (row, line) in rows.skip(usize::from(spare > 1)).zip(words) {
            text::left(buf, look.measure, row, &line, Style::new());
        }
    }
}

impl Dialog for Guide {
    fn title(&self, look: &Look) -> String {
        match (self.extent, self.input.text().is_empty()) {
            (Extent::Here, true) => tr!(look.lang, "guide.title_here"),
            (Extent::Chapter(of), true) => {
                tr!(look.lang, "guide.title_chapter", chapter = self.terms[of].chapter)
            }
            _ => tr!(look.lang, "guide.title"),
        }
        .into_owned()
    }

    fn wants(&self, _look: &Look) -> Size {
        // What is asked of one field alone hides less of its form.
        Size { height: if self.here.len() == 1 { LOW } else { SIZE.height }, ..SIZE }
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Guide, Scope::Choice]
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel | Action::Accept => return vec![Step::Close],
            Action::MoreTerms => self.turn(),
            other => {
                let height = self.wants(look).height.min(look.room().height.saturating_sub(2));
                self.cursor.follow(other, self.found.len(), usize::from(height).saturating_sub(2));
            }
        }
        Vec::new()
    }

    fn key(&mut self, key: &KeyEvent) {
        if self.input.key(key) {
            self.search();
        }
    }

    fn paste(&mut self, text: &str) {
        self.input.paste(text);
        self.search();
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let panes = [Constraint::Length(TERMS.min(area.width / 3)), Constraint::Fill(1)];
        let [left, right] = Layout::horizontal(panes).spacing(2).areas(area);
        self.draw_text(look, right, buf);
        let nothing = tr!(look.lang, "guide.nothing");
        let (input, cursor, count) = (&self.input, &self.cursor, self.found.len());
        let list = Narrowed { sign: "›", input, cursor, count, nothing: &nothing };
        list.draw_labels(look, left, buf, |index| self.terms[self.found[index]].title.as_str())
    }
}
