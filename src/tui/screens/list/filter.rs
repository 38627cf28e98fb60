//! The filter over a list: what is typed, what it means, or which word of it is to blame.

use std::ops::Range;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use super::offers::Offers;
use crate::domain::filter::{FilterError, Kind, begun};
use crate::domain::word::Status;
use crate::i18n::Lang;
use crate::report::problem::explain_filter;
use crate::store::view::filter::FilterProblem;
use crate::store::view::list::Clause;
use crate::store::{self, Book};
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::message;
use crate::tui::widgets::text;

/// The filter's state.
#[derive(Debug, Clone, Default)]
pub struct FilterLine {
    text: String,
    input: Option<LineInput>,
    clause: Clause,
    blame: Option<Blame>,
    offers: Offers,
    /// Whether somebody asked what may stand here, with nothing begun.
    asked: bool,
}

/// What is wrong with a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blame {
    /// Bytes of the text.
    pub at: Range<usize>,
    /// In words.
    pub words: String,
}

impl Blame {
    /// Draws it on the line under the records.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        message::mind(look, &self.words, look.theme.bad, (area, 0), buf);
    }
}

impl FilterLine {
    /// A filter that is not being typed.
    pub fn new(text: &str) -> FilterLine {
        FilterLine { text: text.to_owned(), ..FilterLine::default() }
    }

    /// What it says.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether it is being typed.
    pub fn is_typed(&self) -> bool {
        self.input.is_some()
    }

    /// The last condition that it meant.
    pub fn clause(&self) -> &Clause {
        &self.clause
    }

    /// What is wrong with it.
    pub fn blame(&self) -> Option<&Blame> {
        self.blame.as_ref()
    }

    /// Begins typing, after what is there.
    pub fn start(&mut self) {
        self.input = Some(LineInput::new(&self.text));
        self.offers = Offers::default();
    }

    /// Ends typing.
    pub fn stop(&mut self) {
        self.input = None;
    }

    /// Takes a key; true if the filter is another one now.
    pub fn key(&mut self, key: &KeyEvent) -> bool {
        let Some(input) = &mut self.input else { return false };
        self.asked = false;
        input.key(key) && self.take()
    }

    /// Does an action on what is offered where one types: goes to another, or puts the one at hand there. Tells
    /// whether the list is to be read again; none where it is an action of something else.
    pub fn choose_offer(&mut self, action: Action) -> Option<bool> {
        let input = self.input.as_mut()?;
        match (action, self.offers.chosen()) {
            (Action::NextOffer | Action::PreviousOffer, _) => {
                self.offers.go(action == Action::NextOffer);
                Some(false)
            }
            (Action::TakeOffer, Some((begun, offer))) => {
                input.replace(begun.at.clone(), offer);
                self.asked = false;
                Some(self.take())
            }
            (Action::TakeOffer, None) => {
                self.asked = true;
                Some(true)
            }
            _ => None,
        }
    }

    /// Takes pasted text; true if the filter is another one now.
    pub fn paste(&mut self, text: &str) -> bool {
        let Some(input) = &mut self.input else { return false };
        input.paste(text);
        self.take()
    }

    /// Finds out what it means among records of a kind (for deals: of these outcomes, unless it asks about
    /// that itself), without the word that is to blame where there is one; false where even the rest means
    /// nothing yet, so that what is shown had better stay.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn judge(
        &mut self,
        book: &Book,
        look: &Look,
        kind: Kind,
        statuses: &[Status],
    ) -> store::Result<bool> {
        self.offers = match &self.input {
            Some(input) => Offers::read(book, look, kind, begun(input.raw(), input.cursor()), self.asked)?,
            None => Offers::default(),
        };
        let error = match book.clause_among(kind, &self.text, statuses) {
            Ok(clause) => {
                self.clause = clause;
                self.blame = None;
                return Ok(true);
            }
            Err(FilterProblem::Filter(error)) => error,
            Err(FilterProblem::Store(error)) => return Err(error),
        };
        let rest = self.refuse(look.lang, kind, error);
        match book.clause_among(kind, &rest, statuses) {
            Ok(clause) => self.clause = clause,
            Err(FilterProblem::Filter(_)) => return Ok(!self.is_typed()),
            Err(FilterProblem::Store(error)) => return Err(error),
        }
        Ok(true)
    }

    /// Draws it, if it says anything or is being typed; returns where the text cursor stands.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if self.input.is_none() && self.text.is_empty() {
            return None;
        }
        let used = text::left(buf, look.measure, area, "   / ", look.theme.key);
        let typed = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
        let cursor = match &self.input {
            Some(input) => input.draw(typed, buf, Style::new()),
            None => {
                text::left(buf, look.measure, typed, &self.text, Style::new());
                None
            }
        };
        self.mark_blame(look, typed, buf);
        cursor
    }

    /// Draws what may stand where one types, under the line and over the rest of the screen.
    pub fn draw_offers(&self, look: &Look, cursor: Option<Position>, screen: Rect, buf: &mut Buffer) {
        let (Some(at), Some((begun, _))) = (cursor.filter(|_| self.offers.any()), self.offers.chosen())
        else {
            return;
        };
        let typed = look.measure.width(&begun.text) as u16;
        self.offers.draw(look, Position { x: at.x.saturating_sub(typed), ..at }, screen, buf);
    }

    /// Marks the word that is to blame, where it is in view.
    fn mark_blame(&self, look: &Look, typed: Rect, buf: &mut Buffer) {
        let Some(blame) = &self.blame else { return };
        let width = |range: Range<usize>| look.measure.width(self.text.get(range).unwrap_or_default()) as u16;
        let before = width(0..blame.at.start);
        let word = width(blame.at.clone()).max(1);
        if look.measure.width(&self.text) < typed.width.into() {
            let word = Rect { x: typed.x + before, width: word, ..typed }.intersection(typed);
            buf.set_style(word, look.theme.bad.add_modifier(Modifier::UNDERLINED));
        }
    }

    /// It means nothing, for the word of the error; gives back what it says without that.
    fn refuse(&mut self, lang: Lang, kind: Kind, error: FilterError) -> String {
        let explained = explain_filter(lang, &self.text, &error, kind);
        let words = [Some(explained.what), explained.hint];
        let words = words.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let part = |range: Range<usize>| self.text.get(range).unwrap_or_default();
        // Without its field too: `stage:` alone would mean nothing either.
        let before = part(0..error.at.start).trim_end_matches(|c: char| !c.is_whitespace());
        let rest = format!("{before} {}", part(error.at.end..self.text.len()));
        self.blame = Some(Blame { at: error.at, words });
        rest
    }

    fn take(&mut self) -> bool {
        let text = self.input.as_ref().map(LineInput::text).unwrap_or_default();
        let changed = text != self.text;
        self.text = text;
        changed
    }
}
