//! A form of a record as it was: its fields, what stood in them, and what each is about.

use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::ops::{Place, Problem};
use crate::report::words::Word;
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::step::Step;
use crate::tui::widgets::form::Field;
use crate::tui::widgets::form::choice::{Choice, Takes};
use crate::tui::widgets::form::kind::Kind;
use crate::tui::widgets::form::meaning::Novelty;

use super::told::Told;

/// The fields of a form, and what stood in them.
#[derive(Default)]
pub struct Sheet {
    fields: Vec<Field>,
    before: Vec<String>,
    names: Vec<String>,
    concerns: Vec<(Concern, usize)>,
    /// The heading that the next field begins a group with.
    heading: Option<String>,
}

/// What a field is about: an operation that refuses that is understood at the field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Concern {
    /// An input of an operation.
    Place(Place),
    /// The stage.
    Stage,
    /// The record that stands above.
    Above,
    /// The day of a sale, an order, a contact.
    Day,
    /// A record of a kind that is named.
    Named(RecordKind),
    /// A field that the person added, or one of a plan, by its key.
    Own(String),
}

impl Concern {
    /// What a refusal is about, where it is about one input.
    pub fn of(problem: &Problem) -> Option<Concern> {
        match problem {
            Problem::Missing(place) | Problem::OutOfRange { place, .. } => Some(Concern::Place(*place)),
            Problem::Taken(_) => Some(Concern::Place(Place::Name)),
            Problem::NoStage { .. } => Some(Concern::Stage),
            Problem::Loop(_) | Problem::Itself(_) => Some(Concern::Above),
            Problem::Future(_) => Some(Concern::Day),
            Problem::OtherCurrency { .. } => Some(Concern::Place(Place::Amount)),
            Problem::RateOfBase(_) => Some(Concern::Place(Place::Currency)),
            Problem::NoRecord { kinds, .. } => kinds.first().map(|kind| Concern::Named(*kind)),
            Problem::Several { found, .. } => found.first().map(|named| Concern::Named(named.kind)),
            Problem::Entry { field, .. } => Some(Concern::Own((*field).to_owned())),
            Problem::BadField { key, .. } => Some(Concern::Own(key.clone())),
            _ => None,
        }
    }
}

impl Sheet {
    /// A field for any text.
    pub fn text(self, label: Word, hint: Word, before: Option<&str>) -> Sheet {
        let before = before.unwrap_or_default().to_owned();
        self.with(Field::new(label, hint, &before), before)
    }

    /// A field for text of several lines.
    pub fn lines(self, label: Word, hint: Word, before: Option<&str>) -> Sheet {
        let before = before.unwrap_or_default().to_owned();
        self.with(Field::new(label, hint, &before).with_lines(), before)
    }

    /// A field with something proposed for it, which counts as told.
    pub fn proposed(self, label: Word, hint: Word, proposal: &str) -> Sheet {
        self.with(Field::new(label, hint, proposal), String::new())
    }

    /// A field for one of several; the one with the value `before` stands in it.
    pub fn one_of(
        self,
        label: Word,
        hint: Word,
        list: Vec<Choice>,
        before: Option<&str>,
        open: bool,
    ) -> Sheet {
        let before = before.unwrap_or_default().to_owned();
        let shown = list.iter().find(|choice| choice.value == before).map(|choice| choice.label.clone());
        let field = Field::new(label, hint, &shown.unwrap_or_else(|| before.clone()));
        let field = field.taking(Takes::OneOf { list, open }).standing_for(before.clone());
        self.with(field, before)
    }

    /// A field for several of a list, with commas between them; those with the values `before` stand in it.
    pub fn several(self, label: Word, hint: Word, list: Vec<Choice>, before: &[String], open: bool) -> Sheet {
        let known = |value: &String| list.iter().find(|choice| choice.value == *value);
        let shown = before.iter().map(|value| known(value).map_or(value, |choice| &choice.label).as_str());
        let shown = shown.collect::<Vec<_>>().join(", ");
        let before = before.join(", ");
        let field = Field::new(label, hint, &shown).taking(Takes::Several { list, open });
        self.with(field.standing_for(before.clone()), before)
    }

    /// A field for a record; `before` is told anew where `propose` holds.
    pub fn record(
        self,
        label: Word,
        hint: Word,
        kind: RecordKind,
        before: Option<(Id, String)>,
        propose: bool,
    ) -> Sheet {
        let (id, name) = before.map(|(id, name)| (id.to_string(), name)).unwrap_or_default();
        let field = Field::new(label, hint, &name).taking(Takes::Record(kind)).standing_for(id.clone());
        self.with(field, if propose { String::new() } else { id })
    }

    /// A field for several records, with commas between them; they are told anew where `propose` holds.
    pub fn records(
        self,
        label: Word,
        hint: Word,
        kind: RecordKind,
        before: &[(Id, String)],
        propose: bool,
    ) -> Sheet {
        let names: Vec<&str> = before.iter().map(|(_, name)| name.as_str()).collect();
        let ids: Vec<String> = before.iter().map(|(id, _)| id.to_string()).collect();
        let ids = ids.join(", ");
        let field = Field::new(label, hint, &names.join(", ")).taking(Takes::Records(kind));
        self.with(field.standing_for(ids.clone()), if propose { String::new() } else { ids })
    }

    /// A field for lines that each say something: what stood there, and what that means.
    pub fn told_in_lines(self, label: Word, hint: Word, takes: Takes, shown: &str, before: String) -> Sheet {
        let field = Field::new(label, hint, shown).taking(takes).standing_for(before.clone());
        self.with(field, before)
    }

    /// Begins a group with the next field.
    pub fn heading(self, heading: Word) -> Sheet {
        Sheet { heading: Some(heading.into_owned()), ..self }
    }

    /// Names the field put in last, so that it can be read by that name rather than by its number.
    pub fn called(mut self, name: impl Into<String>) -> Sheet {
        if let Some(last) = self.names.last_mut() {
            *last = name.into();
        }
        self
    }

    /// Lets what stands in the field put in last count as told.
    pub fn counting_as_told(mut self) -> Sheet {
        self.before.last_mut().into_iter().for_each(String::clear);
        self
    }

    /// Says of what sort the value of the field put in last is: what is typed is read at once, and said how
    /// it was understood.
    pub fn of(mut self, kind: Kind) -> Sheet {
        if let Some(last) = self.fields.last_mut() {
            last.set_kind(kind);
        }
        self
    }

    /// Lets the field put in last take a name that the book does not know, and says what becomes of it.
    pub fn or_new(mut self, novelty: Novelty) -> Sheet {
        if let Some(last) = self.fields.last_mut() {
            last.set_novelty(novelty);
        }
        self
    }

    /// Says what the field put in last is about: where an operation refuses that, it is said there.
    pub fn about(mut self, concern: Concern) -> Sheet {
        self.concerns.push((concern, self.fields.len().saturating_sub(1)));
        self
    }

    /// The same with these fields alone, by their names.
    pub fn only(mut self, names: &[&str]) -> Sheet {
        let kept: Vec<usize> =
            (0..self.names.len()).filter(|at| names.contains(&self.names[*at].as_str())).collect();
        let place = |at: usize| kept.iter().position(|kept| *kept == at);
        self.concerns = self.concerns.into_iter().filter_map(|(of, at)| Some((of, place(at)?))).collect();
        let mut at = 0;
        self.fields.retain(|_| {
            at += 1;
            kept.contains(&(at - 1))
        });
        self.fields.iter_mut().for_each(Field::without_heading);
        self.before = kept.iter().map(|at| self.before[*at].clone()).collect();
        self.names = kept.iter().map(|at| self.names[*at].clone()).collect();
        self
    }

    /// The form; `accept` turns what is told into steps, or says which field is wrong.
    pub fn dialog(
        self,
        title: Word,
        words: String,
        accept: impl Fn(&Told<'_>) -> Result<Vec<Step>, Refusal> + 'static,
    ) -> FormDialog {
        let Sheet { before, names, fields, concerns, .. } = self;
        let known = names.clone();
        let form = FormDialog::new(title, words, fields, move |answers, look| {
            accept(&Told { answers, before: &before, names: &known, look })
        });
        form.with_names(names).with_concerns(concerns)
    }

    fn with(mut self, mut field: Field, before: String) -> Sheet {
        if let Some(heading) = self.heading.take() {
            field.set_heading(heading);
        }
        self.names.push(self.fields.len().to_string());
        self.fields.push(field);
        self.before.push(before);
        self
    }
}
