//! A form in a frame: one field is a prompt, several are a questionnaire.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Dialog;
use crate::store::{self, Book};
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::form::{Field, Form};
use crate::tui::widgets::text;

/// Cells that a form likes to have.
const WIDTH: u16 = 62;

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
        let form = Form::new(fields);
        FormDialog {
            title: title.into(),
            words: words.into(),
            form,
            accept: Box::new(accept),
            cancel: Vec::new,
        }
    }

    /// What is to be done when the form is left without an answer.
    pub fn when_cancelled(self, cancel: fn() -> Vec<Step>) -> FormDialog {
        FormDialog { cancel, ..self }
    }

    fn words(&self, look: &Look, cells: u16) -> Vec<String> {
        match self.words.as_str() {
            "" => Vec::new(),
            words => text::wrapped(look.measure, words, cells.into()),
        }
    }

    fn finish(&mut self, look: &Look) -> Vec<Step> {
        let answers = self.form.answers(look.lang).map_err(|(field, error)| Refusal { field, error });
        match answers.and_then(|answers| (self.accept)(&answers, look)) {
            Ok(steps) if steps.iter().any(|step| matches!(step, Step::Effect(_))) => steps,
            Ok(steps) => std::iter::once(Step::Close).chain(steps).collect(),
            Err(Refusal { field, error }) => {
                self.form.refuse(field, error);
                Vec::new()
            }
        }
    }
}

impl Dialog for FormDialog {
    fn title(&self, _look: &Look) -> String {
        self.title.clone()
    }

    fn wants(&self, look: &Look) -> Size {
        let words = self.words(look, WIDTH).len() as u16;
        Size::new(WIDTH, words + u16::from(words > 0) + self.form.height())
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Form]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::NextField | Action::Save => self.form.has_several_fields(),
            Action::NextOffer => self.form.has_offers(),
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => std::iter::once(Step::Close).chain((self.cancel)()).collect(),
            Action::Save => self.finish(look),
            Action::Accept if self.form.is_at_end() => self.finish(look),
            Action::Accept => {
                self.form.follow(Action::NextField);
                Vec::new()
            }
            other => {
                self.form.follow(other);
                Vec::new()
            }
        }
    }

    fn key(&mut self, key: &KeyEvent) {
        self.form.key(key);
    }

    fn paste(&mut self, text: &str) {
        self.form.paste(text);
    }

    fn read(&mut self, book: &Book, _look: &Look) -> store::Result<()> {
        self.form.read(book)
    }

    fn performed(&mut self, outcome: Result<(), &str>) -> Vec<Step> {
        match outcome {
            Ok(()) => vec![Step::Close],
            Err(_) => Vec::new(),
        }
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let words = self.words(look, area.width);
        // Where there is no room for both, the fields stay.
        let spare = area.height.saturating_sub(self.form.height());
        let above = words.len() as u16 + u16::from(!words.is_empty());
        let shown = if above <= spare { above } else { 0 };
        for (row, line) in area.rows().zip(words.iter().take(shown.into())) {
            text::left(buf, look.measure, row, line, look.theme.dim);
        }
        let rest = Rect { y: area.y + shown, height: area.height - shown, ..area };
        self.form.draw(look, rest, buf)
    }
}
