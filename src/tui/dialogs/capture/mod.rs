//! Quick capture: a line to type in and, below it as one types, all that is understood of it. What is not clear is
//! asked by a list; only what is shown is kept.

mod draw;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Dialog;
use super::kept::{Keeping, Typed};
use crate::domain::capture::{Candidate, Ground, Open, Understood, chosen, offered, put, understand};
use crate::domain::word::RecordKind;
use crate::ops::capture::CaptureInput;
use crate::report::capture_words;
use crate::store::{self, Book, Draft};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::Deed;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::step::Step;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::message::Notice;

/// The name of the line among drafts.
pub const FORM: &str = "capture";

/// The room it would like: of a fixed size, so that nothing moves while one types.
const SIZE: Size = Size { width: 76, height: 17 };

/// The line, what it says, and what can be chosen.
pub struct Capture {
    /// The record that the screen has chosen.
    chosen: Option<Chosen>,
    /// The same, as the line may mean it.
    at_hand: Option<Candidate>,
    input: LineInput,
    /// The line and the place of the cursor that `understood` and `list` are for.
    asked: Option<(String, usize)>,
    understood: Option<Understood>,
    list: List,
    cursor: Cursor,
    /// What is to be put into the line as soon as the names are at hand.
    taken: Option<(Range<usize>, Choice)>,
    keeping: Option<Keeping>,
}

/// What can be chosen: names that go on from what is typed, or what a name means.
#[derive(Default)]
struct List {
    at: Range<usize>,
    choices: Vec<Choice>,
    /// Whether the line waits for the answer.
    is_asked: bool,
}

/// One thing to choose.
#[derive(Clone)]
enum Choice {
    Record(Box<Candidate>),
    /// None of the deals.
    NoDeal,
}

impl Capture {
    /// An empty line; where it names nobody the chosen record is meant.
    pub fn new(chosen: Option<Chosen>) -> Capture {
        Capture {
            chosen,
            at_hand: None,
            input: LineInput::default(),
            asked: None,
            understood: None,
            list: List::default(),
            cursor: Cursor::default(),
            taken: None,
            keeping: None,
        }
    }

    /// Reads the draft and the record at hand, once.
    fn begin(&mut self, book: &Book) -> store::Result<()> {
        let typed = book.draft(FORM, None)?.as_ref().and_then(Typed::read);
        let is_shown = typed.as_ref().is_some_and(|typed| !typed.put_aside);
        if let Some(typed) = typed.as_ref().filter(|_| is_shown) {
            self.input = LineInput::new(&typed.all());
        }
        self.keeping =
            Some(Keeping { form: FORM, record: None, offered: typed.filter(|_| !is_shown), is_shown });
        let Some(chosen) = &self.chosen else { return Ok(()) };
        self.at_hand = match (book.candidate(chosen.kind, chosen.id)?, chosen.account) {
            (None, Some(account)) => book.candidate(RecordKind::Account, account)?,
            (record, _) => record,
        };
        Ok(())
    }

    /// Understands the line anew, and finds what can be chosen.
    fn understand(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        let at_hand = self.at_hand.clone();
        let ground = Ground { today: look.today, base: look.base, stages: &look.stages, at_hand };
        if let Some((at, choice)) = self.taken.take() {
            let was_at_end = self.input.cursor() == self.input.raw().len();
            let line = self.input.raw();
            let (line, end) = match choice {
                Choice::Record(one) => chosen(line, at, &one, &ground, book)?,
                Choice::NoDeal => put(line, at, &tr!(look.lang, "capture.no_deal")),
            };
            let end = if was_at_end { line.len() } else { end };
            self.input = LineInput::standing_at(&line, end);
        }
        let (line, cursor) = (self.input.raw().to_owned(), self.input.cursor());
        if self.asked.as_ref() == Some(&(line.clone(), cursor)) {
            return Ok(());
        }
        let understood = understand(&line, &ground, book)?;
        let (at, found) = offered(&line, cursor, understood.head_end, book)?;
        self.list = List::of(&understood, at, found);
        self.understood = Some(understood);
        self.cursor = Cursor::default();
        self.asked = Some((line, cursor));
        Ok(())
    }

    /// Puts the chosen thing into the line.
    fn take(&mut self) -> Vec<Step> {
        let choice = self.list.choices.get(self.cursor.at()).cloned();
        self.taken = choice.map(|choice| (self.list.at.clone(), choice));
        vec![Effect::Read.into()]
    }

    /// Keeps what was understood; what is not clear is chosen first, or said.
    fn save(&mut self, look: &Look) -> Vec<Step> {
        let is_current = self.asked.as_ref().is_some_and(|(line, _)| line == self.input.raw());
        let Some(understood) = self.understood.as_ref().filter(|_| is_current) else {
            return vec![Effect::Read.into()];
        };
        match (CaptureInput::of(understood), understood.open.first()) {
            (Some(input), _) => vec![Effect::Do(Box::new(Deed::Capture(input))).into()],
            (None, _) if self.list.is_asked => self.take(),
            (None, Some(open)) => {
                let told = capture_words::open(look.lang, open);
                let words = [Some(told.what), told.hint].into_iter().flatten().collect::<Vec<_>>().join(" ");
                vec![Step::Say(Notice::hint(words))]
            }
            (None, None) => Vec::new(),
        }
    }

    /// Closes the line for good: what it says is in the book.
    fn close(&self) -> Vec<Step> {
        vec![Step::Close, Effect::DropDraft(FORM.to_owned(), None).into()]
    }

    /// Closes the line; what was typed can be had back.
    fn give_up(&self, look: &Look) -> Vec<Step> {
        let mut steps = vec![Step::Close];
        let typed = Typed::line(self.input.raw());
        if let (Some(keeping), false) = (&self.keeping, typed.texts.is_empty()) {
            steps.push(Effect::KeepDraft(keeping.draft(&typed.put_aside())).into());
            steps.push(Step::Say(Notice::hint(tr!(look.lang, "draft.kept"))));
        }
        steps
    }

    /// Shows what was typed before, or begins afresh: what was in the line can be had back in the same way.
    fn swap_draft(&mut self) -> Vec<Step> {
        let now = Typed::line(self.input.raw());
        let Some(keeping) = &mut self.keeping else { return Vec::new() };
        self.input = LineInput::new(&keeping.swap(now).all());
        vec![Effect::Read.into()]
    }
}

impl List {
    /// What is asked first; while a name is being typed, those that go on from it.
    fn of(understood: &Understood, at: Range<usize>, found: Vec<Candidate>) -> List {
        let asked = understood.open.iter().find_map(|open| Some((open, open.choices()?)));
        let of_records = |found: &[Candidate]| -> Vec<Choice> {
            found.iter().cloned().map(|one| Choice::Record(Box::new(one))).collect()
        };
        match asked {
            // The name that is not clear is the one being typed: its list is asked for, and narrows.
            Some((open, (place, records))) if found.is_empty() || place.end == at.end => {
                let mut choices = of_records(records);
                if matches!(open, Open::WhichDeal { or_none: true, .. }) {
                    choices.push(Choice::NoDeal);
                }
                List { at: place, choices, is_asked: true }
            }
            _ => List { at, choices: of_records(&found), is_asked: false },
        }
    }
}

impl Dialog for Capture {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "capture.title").into_owned()
    }

    fn wants(&self, _look: &Look) -> Size {
        SIZE
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Capture]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::CompleteName => !self.list.choices.is_empty(),
            Action::SwapDraft => self.keeping.as_ref().is_some_and(Keeping::can_swap),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => self.give_up(look),
            Action::Accept => self.save(look),
            Action::CompleteName if self.offers(action) => self.take(),
            Action::SwapDraft if self.offers(action) => self.swap_draft(),
            other => {
                self.cursor.follow(other, self.list.choices.len(), SIZE.height.into());
                Vec::new()
            }
        }
    }

    fn key(&mut self, key: &KeyEvent) {
        self.input.key(key);
    }

    fn paste(&mut self, text: &str) {
        self.input.paste(text);
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.keeping.is_none() {
            self.begin(book)?;
        }
        self.understand(book, look)
    }

    fn performed(&mut self, outcome: Result<(), &str>) -> Vec<Step> {
        match outcome {
            Ok(()) => self.close(),
            Err(_) => Vec::new(),
        }
    }

    fn draft(&self) -> Option<Draft> {
        self.keeping.as_ref().map(|keeping| keeping.draft(&Typed::line(self.input.raw())))
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        draw::draw(self, look, area, buf)
    }
}
