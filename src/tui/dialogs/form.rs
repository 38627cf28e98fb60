//! A form in a frame: one field is a prompt, several are a questionnaire.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Dialog;
use super::guide::{self, Guide};
use super::kept::{Keeping, Typed};
use super::question::Concern;
use crate::domain::id::Id;
use crate::ops::Problem;
use crate::store::{self, Book, Draft};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::form::{Field, Form};
use crate::tui::widgets::message::Notice;
use crate::tui::widgets::text;

/// Cells that a form likes to have.
const WIDTH: u16 = 62;

/// Cells that one with many fields likes to have.
const WIDE: u16 = 76;

/// Fields of a form that is not yet a long one.
const MANY: usize = 12;

/// What is wrong with which field.
pub struct Refusal {
    /// The field's index.
    pub field: usize,
    /// What is wrong, in the person's language.
    pub error: String,
}

type Accept = Box<dyn Fn(&[String], &Look) -> Result<Vec<Step>, Refusal>>;

/// The form, a few words over it, and what is done with it.
pub struct FormDialog {
    title: String,
    words: String,
    form: Form,
    accept: Accept,
    cancel: fn() -> Vec<Step>,
    names: Vec<String>,
    concerns: Vec<(Concern, usize)>,
    keeping: Option<Keeping>,
    /// The name by which the terms at its fields are known.
    about: Option<&'static str>,
    /// Cells that the form is drawn in.
    cells: u16,
    /// The cells of the screen that it is about, where it stands at such.
    over: Option<Rect>,
}

impl FormDialog {
    /// Asks for the fields; `accept` turns their texts into steps, or says which is wrong. The dialog
    /// stays until an effect among the steps has gone well, so that nothing typed is lost.
    pub fn new(
        title: impl Into<String>,
        words: impl Into<String>,
        fields: Vec<Field>,
        accept: impl Fn(&[String], &Look) -> Result<Vec<Step>, Refusal> + 'static,
    ) -> FormDialog {
        let names = (0..fields.len()).map(|at| at.to_string()).collect();
        FormDialog {
            title: title.into(),
            words: words.into(),
            form: Form::new(fields),
            accept: Box::new(accept),
            cancel: Vec::new,
            names,
            concerns: Vec::new(),
            keeping: None,
            about: None,
            cells: WIDTH,
            over: None,
        }
    }

    /// The same at some cells of the screen, which it is about, under another title.
    pub fn standing_at(self, cells: Rect, title: String) -> FormDialog {
        FormDialog { over: Some(cells), title, ..self }
    }

    /// What is to be done when the form is left without an answer.
    pub fn when_cancelled(self, cancel: fn() -> Vec<Step>) -> FormDialog {
        FormDialog { cancel, ..self }
    }

    /// Turns what is asked for outside into something else of the same meaning.
    pub fn turning(self, turn: impl Fn(Effect) -> Effect + 'static) -> FormDialog {
        let accept = self.accept;
        let turned = move |step| match step {
            Step::Effect(effect) => Step::Effect(turn(effect)),
            other => other,
        };
        let accept: Accept =
            Box::new(move |answers, look| Ok(accept(answers, look)?.into_iter().map(&turned).collect()));
        FormDialog { accept, ..self }
    }

    /// What it is about, by the name of a form: the words of the trade at its fields are found by that. A form
    /// with drafts has its name from them.
    pub fn about(self, form: &'static str) -> FormDialog {
        FormDialog { about: Some(form), ..self }
    }

    /// The names by which its fields are kept in drafts.
    pub fn with_names(self, names: Vec<String>) -> FormDialog {
        FormDialog { names, ..self }
    }

    /// What its fields are about: where an operation refuses that, it is said at the field.
    pub fn with_concerns(self, concerns: Vec<(Concern, usize)>) -> FormDialog {
        FormDialog { concerns, ..self }
    }

    /// Keeps what is typed as a draft of this form and record, and shows the one that a crash has left.
    /// What was put aside on purpose is offered at a key.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn kept_as(
        mut self,
        form: &'static str,
        record: Option<Id>,
        book: &Book,
    ) -> store::Result<FormDialog> {
        let typed = book.draft(form, record)?.as_ref().and_then(Typed::read);
        let is_shown = typed.as_ref().is_some_and(|typed| !typed.put_aside);
        if let Some(typed) = typed.as_ref().filter(|_| is_shown) {
            typed.put(&mut self.form, &self.names);
        }
        let offered = typed.filter(|_| !is_shown);
        self.about = Some(form);
        self.keeping = Some(Keeping { form, record, offered, is_shown });
        Ok(self)
    }

    /// Shows what was typed before, or begins afresh: what was in the form can be had back in the same way.
    fn swap_draft(&mut self) -> Vec<Step> {
        let now = Typed::of(&self.form, &self.names);
        let Some(keeping) = &mut self.keeping else { return Vec::new() };
        keeping.swap(now).put(&mut self.form, &self.names);
        vec![Effect::Read.into()]
    }

    /// A few words that a draft of it can be told by.
    pub fn words_of(&self, typed: &Typed) -> String {
        typed.words(&self.form, &self.names)
    }

    /// What is said over the fields: first of a draft, if there is one.
    fn words(&self, look: &Look, cells: u16) -> Vec<String> {
        let of_draft = match &self.keeping {
            Some(keeping) if keeping.is_shown => tr!(look.lang, "draft.shown").into_owned(),
            Some(Keeping { offered: Some(typed), .. }) => {
                tr!(look.lang, "draft.offered", words = self.words_of(typed)).into_owned()
            }
            _ => String::new(),
        };
        let said = [of_draft.as_str(), self.words.as_str()];
        let said = said.into_iter().filter(|words| !words.is_empty());
        said.flat_map(|words| text::wrapped(look.measure, words, cells.into())).collect()
    }

    /// Lines that the words over the fields take, with one after them; none where there is no room.
    fn lines_above(&self, look: &Look, area: Size) -> u16 {
        let above = self.words(look, area.width).len() as u16;
        let above = above + u16::from(above > 0);
        // Where there is no room for both, the fields stay; a word of a draft stays too.
        let needed = self.form.height(look, area.width);
        let must = self.keeping.as_ref().is_some_and(Keeping::can_swap);
        if above <= area.height.saturating_sub(needed) || must && area.height > above + 3 { above } else { 0 }
    }

    /// A form of many fields, or with more to say beside them, is wider.
    fn width(&self, look: &Look) -> u16 {
        let is_long = self.form.fields().len() > MANY;
        if is_long || self.form.width(look) > WIDTH { WIDE } else { WIDTH }
    }

    fn finish(&mut self, look: &Look) -> Vec<Step> {
        let answers = self.form.answers(look.lang).map_err(|(field, error)| Refusal { field, error });
        match answers.and_then(|answers| (self.accept)(&answers, look)) {
            Ok(steps) if steps.iter().any(|step| matches!(step, Step::Effect(_))) => steps,
            Ok(steps) => self.close().into_iter().chain(steps).collect(),
            Err(Refusal { field, error }) => {
                // All that cannot be read is said at once, each beside its field.
                self.form.check(look);
                self.form.refuse(field, error);
                Vec::new()
            }
        }
    }

    /// The word of the trade at the field at hand.
    fn term(&self) -> Option<&'static str> {
        let field = self.names.get(self.form.at()).map_or("", String::as_str);
        guide::of_field(self.about?, field)
    }

    /// Closes the form for good: what was typed has been kept in the book.
    fn close(&self) -> Vec<Step> {
        let drop = |keeping: &Keeping| Effect::DropDraft(keeping.form.to_owned(), keeping.record).into();
        std::iter::once(Step::Close).chain(self.keeping.as_ref().map(drop)).collect()
    }

    /// Closes the form without an answer; what was typed can be had back.
    fn give_up(&self, look: &Look) -> Vec<Step> {
        let mut steps = vec![Step::Close];
        if let Some(keeping) = &self.keeping {
            let typed = Typed::of(&self.form, &self.names);
            let is_new = !typed.texts.is_empty();
            let typed = Some(typed).filter(|_| is_new).or_else(|| keeping.offered.clone());
            if let Some(typed) = typed {
                steps.push(Effect::KeepDraft(keeping.draft(&typed.put_aside())).into());
            }
            if is_new {
                steps.push(Step::Say(Notice::hint(tr!(look.lang, "draft.kept"))));
            }
        }
        steps.into_iter().chain((self.cancel)()).collect()
    }
}

#[cfg(test)]
impl FormDialog {
    /// The names of its fields.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// Types texts into fields by their names.
    pub fn tell(&mut self, texts: &[(&str, &str)]) {
        let names = &self.names;
        let text_of = |at: usize| texts.iter().find(|(name, _)| names[at] == *name).map(|(_, text)| *text);
        self.form.fill(text_of);
    }
}

impl Dialog for FormDialog {
    fn title(&self, _look: &Look) -> String {
        self.title.clone()
    }

    fn over(&self) -> Option<Rect> {
        self.over
    }

    fn wants(&self, look: &Look) -> Size {
        let width = self.width(look).min(look.room().width.saturating_sub(4));
        let words = self.words(look, width).len() as u16;
        Size::new(width, words + u16::from(words > 0) + self.form.height(look, width))
    }

    fn foot(&self, look: &Look, height: u16) -> String {
        let width = self.width(look).min(look.room().width.saturating_sub(4));
        let above = self.lines_above(look, Size::new(width, height));
        match self.form.hidden(look, width, height - above.min(height)) {
            (0, 0) => String::new(),
            (above, 0) => tr!(look.lang, "field.above", count = above).into_owned(),
            (0, below) => tr!(look.lang, "field.below", count = below).into_owned(),
            (above, below) => tr!(look.lang, "field.around", above = above, below = below).into_owned(),
        }
    }

    fn scopes(&self) -> &'static [Scope] {
        if self.form.is_in_lines() { &[Scope::Lines] } else { &[Scope::Form] }
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::NextField | Action::Save => self.form.has_several_fields() || self.form.is_in_lines(),
            Action::NextOffer => self.form.has_offers(),
            Action::SwapDraft => self.keeping.as_ref().is_some_and(Keeping::can_swap),
            Action::ExplainField => self.term().is_some(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => self.give_up(look),
            Action::Save => self.finish(look),
            Action::Accept if self.form.is_at_end() => self.finish(look),
            Action::SwapDraft if self.offers(action) => self.swap_draft(),
            Action::ExplainField => {
                let term = self.term().map(|term| Guide::at(look.lang, &[term]));
                term.map(|guide| Step::Open(Box::new(guide))).into_iter().collect()
            }
            Action::EditOutside => {
                let text = self.form.lines().map(str::to_owned);
                text.map(|text| Effect::EditOutside(text).into()).into_iter().collect()
            }
            Action::Accept => {
                self.form.follow(Action::NextField, look);
                Vec::new()
            }
            other => {
                self.form.follow(other, look);
                Vec::new()
            }
        }
    }

    fn key(&mut self, key: &KeyEvent) {
        self.form.key(key, self.cells);
    }

    fn paste(&mut self, text: &str) {
        self.form.paste(text);
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.cells = self.width(look).min(look.room().width.saturating_sub(4));
        self.form.read(book)
    }

    fn performed(&mut self, outcome: Result<(), &str>) -> Vec<Step> {
        match outcome {
            Ok(()) => self.close(),
            Err(_) => Vec::new(),
        }
    }

    fn refused(&mut self, problem: &Problem, words: &str) -> Vec<Step> {
        let about = Concern::of(problem);
        let field = self.concerns.iter().find(|(concern, _)| Some(concern) == about.as_ref());
        if let Some((_, field)) = field {
            self.form.refuse(*field, words.to_owned());
        }
        self.performed(Err(words))
    }

    fn edited_outside(&mut self, text: &str) {
        if self.form.is_in_lines() {
            self.form.set_lines(text);
        }
    }

    fn draft(&self) -> Option<Draft> {
        self.keeping.as_ref().map(|keeping| keeping.draft(&Typed::of(&self.form, &self.names)))
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let above = self.lines_above(look, area.as_size());
        let words = self.words(look, area.width);
        for (row, line) in area.rows().zip(words.iter().take(above.into())) {
            text::left(buf, look.measure, row, line, look.theme.dim);
        }
        let rest = Rect { y: area.y + above, height: area.height - above, ..area };
        self.form.draw(look, rest, buf)
    }
}
