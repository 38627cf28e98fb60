//! What is typed into a form, kept as a draft: which fields say something else than at first.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::id::Id;
use crate::store::Draft;
use crate::tui::widgets::form::{Field, Form};

/// The name of the one field of a line that is no form.
const LINE: &str = "line";

/// The fields that were typed into, by name, and whether the form was given up on purpose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Typed {
    /// Whether the person closed the form; else the program ended over it.
    #[serde(default)]
    pub put_aside: bool,
    /// Texts by the names of their fields.
    pub texts: BTreeMap<String, String>,
}

/// Where the draft of a form is kept, and what an earlier one says.
#[derive(Debug, Clone)]
pub struct Keeping {
    /// Which form.
    pub form: &'static str,
    /// The record that it is about; none for a new one.
    pub record: Option<Id>,
    /// What was typed before, to be had at a key.
    pub offered: Option<Typed>,
    /// Whether the form shows a draft now.
    pub is_shown: bool,
}

impl Typed {
    /// What is typed into a form.
    pub fn of(form: &Form, names: &[String]) -> Typed {
        let changed = form.fields().iter().zip(names).filter(|(field, _)| field.is_changed());
        let texts = changed.map(|(field, name)| (name.clone(), field.raw().to_owned())).collect();
        Typed { put_aside: false, texts }
    }

    /// What a draft says.
    pub fn read(draft: &Draft) -> Option<Typed> {
        serde_json::from_str(&draft.content).ok().filter(|typed: &Typed| !typed.texts.is_empty())
    }

    /// What is typed into a line that is no form.
    pub fn line(text: &str) -> Typed {
        let is_typed = !text.trim().is_empty();
        let texts = is_typed.then(|| (LINE.to_owned(), text.to_owned())).into_iter().collect();
        Typed { put_aside: false, texts }
    }

    /// All that was typed, one text after the other.
    pub fn all(&self) -> String {
        self.texts.values().map(String::as_str).collect::<Vec<_>>().join(" · ")
    }

    /// Puts it into a form; all else in it is as at first.
    pub fn put(&self, form: &mut Form, names: &[String]) {
        form.fill(|at| names.get(at).and_then(|name| self.texts.get(name)).map(String::as_str));
    }

    /// The same, put aside on purpose.
    pub fn put_aside(self) -> Typed {
        Typed { put_aside: true, ..self }
    }

    /// A few of the words, to tell it by: what the form is about, and what was typed into it first.
    pub fn words(&self, form: &Form, names: &[String]) -> String {
        let about = form.fields().first().map(Field::initial).into_iter();
        let typed = names.iter().filter_map(|name| self.texts.get(name)).map(String::as_str);
        let lines = about.chain(typed).filter_map(|text| text.lines().find(|line| !line.trim().is_empty()));
        lines.take(3).collect::<Vec<_>>().join(" · ")
    }
}

impl Keeping {
    /// Whether there is a draft to be shown, or to be put away again.
    pub fn can_swap(&self) -> bool {
        self.is_shown || self.offered.is_some()
    }

    /// What is to be shown in place of what is typed `now`, which is offered from then on.
    pub fn swap(&mut self, now: Typed) -> Typed {
        self.is_shown = !self.is_shown;
        let shown = self.offered.take().unwrap_or_default();
        self.offered = Some(now).filter(|typed| !typed.texts.is_empty());
        shown
    }

    /// A draft of this form.
    pub fn draft(&self, typed: &Typed) -> Draft {
        let content = match typed.texts.is_empty() {
            true => String::new(),
            false => serde_json::to_string(typed).unwrap_or_default(),
        };
        Draft { form: self.form.to_owned(), record: self.record, content }
    }
}
