//! What is typed, on its way: to the book as a draft, once the frame has been drawn; back from an editor.

use super::action::Action;
use super::app::App;
use super::dialogs::Dialog;
use super::dialogs::capture;
use super::dialogs::confirm::Confirm;
use super::dialogs::kept::Typed;
use super::dialogs::question::Question;
use super::effect::Effect;
use super::look::Look;
use super::step::Step;
use crate::domain::id::Id;
use crate::store::{Book, Draft, Result};
use crate::tr;

/// What has been kept, and what is still to be written.
#[derive(Debug, Default)]
pub struct Drafts {
    /// The last one written of the form that is open.
    kept: Option<Draft>,
    waiting: Vec<Waiting>,
}

/// Something to be written as soon as no other process is writing.
#[derive(Debug)]
enum Waiting {
    Keep(Draft),
    Drop(String, Option<Id>),
}

impl App {
    /// A text comes back from the editor that it was lent to.
    pub fn edited_outside(&mut self, text: &str) -> Vec<Effect> {
        if let Some(dialog) = self.dialogs.last_mut() {
            dialog.edited_outside(text);
        }
        vec![Effect::Read]
    }

    /// What is being typed into a form and would be lost.
    pub fn draft(&self) -> Option<Draft> {
        self.dialogs.iter().rev().find_map(|dialog| dialog.draft()).or_else(|| self.screen().draft())
    }
}

impl Drafts {
    /// Keeps the draft of a form that was given up.
    pub fn put_aside(&mut self, draft: Draft) {
        self.kept = None;
        self.waiting.push(Waiting::Keep(draft));
    }

    /// Drops the draft of a form and record.
    pub fn forget(&mut self, form: String, record: Option<Id>) {
        self.kept = None;
        self.waiting.push(Waiting::Drop(form, record));
    }

    /// Writes what waits, and what is being typed, if it is not written yet. Where another process is
    /// writing, the next key will do; where the book cannot be written at all, there are no drafts.
    pub fn keep(&mut self, book: &Book, typed: Option<Draft>) {
        self.waiting.retain(|waiting| {
            let written = match waiting {
                Waiting::Keep(draft) => book.keep_draft(draft),
                Waiting::Drop(form, record) => book.drop_draft(form, *record),
            };
            matches!(written, Ok(false))
        });
        let Some(typed) = typed else { return };
        if self.kept.as_ref() == Some(&typed) {
            return;
        }
        let written = match typed.content.is_empty() {
            // Nothing typed yet is no reason to drop what an earlier form has left.
            true if self.kept.is_none() => return,
            true => book.drop_draft(&typed.form, typed.record),
            false => book.keep_draft(&typed),
        };
        if !matches!(written, Ok(false)) {
            self.kept = Some(typed).filter(|typed| !typed.content.is_empty());
        }
    }
}

/// The question whether to go on with what was being typed when the program ended over it.
///
/// # Errors
/// What the store could not read.
pub fn unfinished(book: &Book, look: &Look) -> Result<Option<Confirm>> {
    for draft in book.drafts()? {
        let Some(typed) = Typed::read(&draft).filter(|typed| !typed.put_aside) else { continue };
        let (title, words, go_on) = match draft.form.as_str() {
            capture::FORM => {
                (tr!(look.lang, "capture.title").into_owned(), typed.all(), Step::Run(Action::CaptureLine))
            }
            form => {
                let Some(question) = Question::of_draft(form, draft.record) else { continue };
                // A record that is gone has nothing to be filled in.
                let Ok(form) = question.clone().form(book, look) else { continue };
                (form.title(look), form.words_of(&typed), Effect::Ask(question).into())
            }
        };
        let words = tr!(look.lang, "draft.found", form = title, words = words).into_owned();
        let content = serde_json::to_string(&typed.put_aside()).unwrap_or_default();
        let later = Effect::KeepDraft(Draft { content, ..draft });
        let title = tr!(look.lang, "draft.title").into_owned();
        return Ok(Some(Confirm::new(title, words, vec![go_on], vec![later.into()])));
    }
    Ok(None)
}
