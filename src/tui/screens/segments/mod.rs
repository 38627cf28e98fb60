//! The segments: which accounts deserve the week. One picture for each method; beside it the accounts by
//! class, and the chosen one with what is known of it.

mod draw;
mod figure;
mod inputs;
mod layout;
mod measured;
mod picture;
mod plane;
mod read;
mod shares;
mod sight;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_told;
mod words;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::{Chosen, Place, Screen, Visit};
use crate::domain::id::Id;
use crate::domain::segment::Method;
use crate::domain::word::RecordKind;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::{Deed, SegmentDeed};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;
use layout::Parts;
use read::Known;
use sight::{Row, Sight};

/// The methods, as a key walks them.
const METHODS: [Method; 6] =
    [Method::Posture, Method::Kaism, Method::Rfm, Method::Pyramid, Method::Score, Method::Tier];

/// Stands between two things that are said in a line.
const BETWEEN: &str = " · ";

/// The screen's state.
#[derive(Debug)]
pub struct SegmentsScreen {
    method: Method,
    /// What is known of all accounts, once it was read.
    known: Option<Known>,
    /// What the method shows of it.
    sight: Option<Sight>,
    cursor: Cursor,
    /// The chosen account, whatever its place by a method.
    chosen: Option<Id>,
    is_stale: bool,
}

impl Default for SegmentsScreen {
    fn default() -> Self {
        SegmentsScreen {
            method: METHODS[0],
            known: None,
            sight: None,
            cursor: Cursor::default(),
            chosen: None,
            is_stale: true,
        }
    }
}

impl SegmentsScreen {
    fn row(&self) -> Option<&Row> {
        self.sight.as_ref()?.rows.get(self.cursor.at())
    }

    /// The lines under the picture.
    fn said(&self, look: &Look, cells: u16) -> Vec<String> {
        let Some(sight) = self.sight.as_ref().filter(|sight| !sight.told.is_empty()) else {
            return Vec::new();
        };
        let told = text::in_rows(
            look.measure,
            sight.told.iter().flat_map(|words| text::wrapped(look.measure, words, cells.into())),
            |words| look.measure.width(words),
            BETWEEN,
            cells.into(),
        );
        told.into_iter().map(|row| row.join(BETWEEN)).collect()
    }

    fn parts(&self, look: &Look, area: Rect) -> Parts {
        let accounts = self.sight.as_ref().map_or(0, |sight| sight.rows.len());
        let width = Parts::of(area, accounts, 0).told.width;
        Parts::of(area, accounts, self.said(look, width).len() as u16)
    }

    /// The method so many further on.
    fn turn_by(&mut self, by: usize, look: &Look) -> Vec<Step> {
        let at = METHODS.iter().position(|method| *method == self.method).unwrap_or(0);
        self.turn_to(METHODS[(at + by) % METHODS.len()], look)
    }

    fn turn_to(&mut self, method: Method, look: &Look) -> Vec<Step> {
        self.method = method;
        self.arrange(look);
        Vec::new()
    }

    /// Puts the accounts in the order of the method, and finds the chosen one among them again.
    fn arrange(&mut self, look: &Look) {
        self.sight = self.known.as_ref().map(|known| Sight::of(known, self.method, look));
        let sight = self.sight.as_ref();
        let at = sight.zip(self.chosen).and_then(|(sight, account)| sight.find(account));
        self.choose(at.unwrap_or(self.cursor.at()), look);
    }

    /// Asks into which class the chosen account belongs.
    fn decide(&self) -> Vec<Step> {
        let asked = self.chosen().zip(self.row());
        let asked = asked.map(|(account, row)| Question::Classify(account, self.method, row.placed.rule));
        asked.map(|question| Effect::Ask(question).into()).into_iter().collect()
    }

    /// Gives the chosen account back to the rule.
    fn take_back(&self) -> Vec<Step> {
        let deed = |row: &Row| Deed::Segment(SegmentDeed::TakeBack(row.account, self.method));
        self.row().map(|row| Effect::Do(Box::new(deed(row))).into()).into_iter().collect()
    }

    /// Asks for what the method needs to know of the chosen account: what is missing first.
    fn tell_inputs(&self) -> Vec<Step> {
        let (Some(account), Some(row)) = (self.chosen(), self.row()) else { return Vec::new() };
        let question = inputs::question(account, self.method, &row.placed.missing);
        vec![Effect::Ask(question).into()]
    }

    fn choose(&mut self, at: usize, look: &Look) {
        let height = self.parts(look, look.room()).list.height;
        let total = self.sight.as_ref().map_or(0, |sight| sight.rows.len());
        self.cursor.choose(at, total, height.into());
        self.chosen = self.row().map(|row| row.account).or(self.chosen);
    }
}

/// The method of an action that shows one.
fn method_of(action: Action) -> Option<Method> {
    match action {
        Action::SegmentPosture => Some(Method::Posture),
        Action::SegmentKaism => Some(Method::Kaism),
        Action::SegmentRfm => Some(Method::Rfm),
        Action::SegmentPyramid => Some(Method::Pyramid),
        Action::SegmentScore => Some(Method::Score),
        Action::SegmentTier => Some(Method::Tier),
        _ => None,
    }
}

impl Screen for SegmentsScreen {
    fn place(&self) -> Place {
        Place::Segments
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "segments.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Segments, Scope::Record, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::OpenRecord | Action::TellInputs => self.row().is_some(),
            Action::DecideClass => self.row().is_some() && self.method.is_judged(),
            Action::TakeBackClass => self.row().is_some_and(|row| row.placed.decision.is_some()),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if let Some(method) = method_of(action) {
            return self.turn_to(method, look);
        }
        match action {
            Action::NextPane => self.turn_by(1, look),
            Action::PreviousPane => self.turn_by(METHODS.len() - 1, look),
            Action::DecideClass => self.decide(),
            Action::TakeBackClass => self.take_back(),
            Action::TellInputs => self.tell_inputs(),
            Action::OpenRecord => self.chosen().as_ref().map(travel::open).into_iter().collect(),
            other => {
                let total = self.sight.as_ref().map_or(0, |sight| sight.rows.len());
                let height = self.parts(look, look.room()).list.height;
                self.cursor.follow(other, total, height.into());
                self.chosen = self.row().map(|row| row.account);
                Vec::new()
            }
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        let row = self.row()?;
        Some(Chosen {
            kind: RecordKind::Account,
            id: row.account,
            name: row.name.clone(),
            account: Some(row.account),
            status: None,
        })
    }

    fn visit(&self) -> Visit {
        let pane = METHODS.iter().position(|method| *method == self.method).unwrap_or(0);
        Visit { at: self.chosen, pane, ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        self.method = METHODS[visit.pane % METHODS.len()];
        self.chosen = visit.at.or(self.chosen);
        self.sight = None;
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.choose(self.cursor.at(), look);
        Vec::new()
    }

    fn changed(&mut self, _changes: Option<&Changes>) {
        // Orders, settings, rates, judgements, logged time: nearly all that a book keeps counts here.
        self.is_stale = true;
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.is_stale {
            self.known = Some(read::known(book)?);
            (self.is_stale, self.sight) = (false, None);
        }
        if self.sight.is_none() {
            self.arrange(look);
        }
        Ok(())
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let lang = look.lang;
        let signs = [
            ("○", tr!(lang, "segments.sign_bubble")),
            ("●", tr!(lang, "segments.sign_hand")),
            ("≠", tr!(lang, "segments.sign_differs")),
            ("▸", tr!(lang, "segments.sign_lit")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf);
        None
    }
}
