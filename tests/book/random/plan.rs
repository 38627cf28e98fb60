//! The entries of plans in a story: what each step tells of them, made from the number of the step.

use chrono::NaiveDate;
use keybook::domain::entry::{EntryKind, Field, Form, HangsOn, Holder, Target, Value};
use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money};
use keybook::domain::word::RecordKind;
use keybook::ops::entry::{self, EntryInput, Place};

use super::act::{Act, Who};
use super::world::{Done, World, done};

/// The kinds that a story tells of. A competitor in a deal is not among them: whether it may be told
/// depends on where the deal stands, so a step taken back alone would forbid a later one.
pub const KINDS: [EntryKind; 24] = [
    EntryKind::Factor,
    EntryKind::Plan,
    EntryKind::Objective,
    EntryKind::Criterion,
    EntryKind::Issue,
    EntryKind::Profile,
    EntryKind::Swot,
    EntryKind::Competitor,
    EntryKind::Phase,
    EntryKind::Action,
    EntryKind::RevenuePlan,
    EntryKind::Need,
    EntryKind::Fab,
    EntryKind::Elements,
    EntryKind::Milestone,
    EntryKind::ExitSign,
    EntryKind::Receivable,
    EntryKind::Intelligence,
    EntryKind::Level,
    EntryKind::Signs,
    EntryKind::Growth,
    EntryKind::CheckUp,
    EntryKind::Tie,
    EntryKind::Complaint,
];

/// What an entry may refer to, of what the story has made.
pub struct Known {
    pub contact: Option<Id>,
    pub deal: Option<Id>,
    pub stage: Option<Id>,
    /// Entries of the same record.
    pub entries: Vec<(EntryKind, Id)>,
}

impl World {
    /// The step that told an entry, of the story so far.
    pub(super) fn pick_entry(&self, number: Who) -> Option<Who> {
        self.entries.keys().nth(number % self.entries.len().max(1)).copied()
    }

    /// What an entry of a record may refer to.
    fn known(&mut self, holder: Holder, contact: Option<Who>) -> Known {
        let stages = self.book().stages_as_of(None).unwrap();
        let entries = self.entries.values().filter(|(_, on, _)| *on == holder);
        Known {
            contact: contact.map(|contact| self.id(contact)),
            deal: self.made.values().find(|(kind, _)| *kind == RecordKind::Deal).map(|(_, id)| *id),
            stage: stages.get(holder.id().0 as usize % stages.len()).map(|stage| stage.id),
            entries: entries.map(|(kind, _, id)| (*kind, *id)).collect(),
        }
    }

    /// What a step does to the entries of plans.
    pub(super) fn perform_on_plan(&mut self, n: usize, act: &Act, told_on: NaiveDate) -> Done {
        match act {
            Act::AddEntry { kind, holder, contact } => {
                let kind = KINDS[usize::from(*kind)];
                let holder = match self.made.get(holder) {
                    Some((RecordKind::Deal, id)) => Holder::Deal(*id),
                    made => Holder::Account(made.map_or(Id(1), |(_, id)| *id)),
                };
                let known = self.known(holder, *contact);
                let input = whole(kind, n, told_on, &known);
                let single = kind.spec().single;
                let outcome = match single {
                    true => entry::set(self.book(), kind, holder, &input)?,
                    false => entry::add(self.book(), kind, holder, &input)?,
                };
                self.entries.insert(n, (kind, holder, outcome.value));
                done(outcome)
            }
            Act::TellEntry { entry: which } => {
                let (kind, holder, id) = self.entry(*which);
                let input = more(kind, n, told_on, &self.known(holder, None));
                done(entry::edit(self.book(), kind, id, &input)?)
            }
            Act::MoveEntry { entry: which, to } => {
                let (kind, holder, id) = self.entry(*which);
                let place = place(*to, &self.known(holder, None), kind);
                done(entry::move_to(self.book(), kind, id, place)?)
            }
            Act::DeleteEntry { entry: which } => {
                let (kind, _, id) = self.entry(*which);
                done(entry::delete(self.book(), kind, id)?)
            }
            other => panic!("{other:?} is no step of a plan"),
        }
    }

    fn entry(&self, step: Who) -> (EntryKind, Holder, Id) {
        let gone = (EntryKind::Factor, Holder::Account(Id(1)), Id(1));
        self.entries.get(&step).copied().unwrap_or(gone)
    }
}

/// Whether entries of a kind hang on deals in this step.
pub fn on_deal(kind: EntryKind, number: usize) -> bool {
    match kind.spec().hangs_on {
        HangsOn::Account => false,
        HangsOn::Deal => true,
        HangsOn::Either => number.is_multiple_of(2),
    }
}

/// Whether no two entries of a record may say the same: such are not taken out one by one, since telling
/// them anew would be refused were that taken back.
pub fn is_unique(kind: EntryKind) -> bool {
    !kind.spec().unique.is_empty()
}

/// All that a step tells of a new entry.
pub fn whole(kind: EntryKind, n: usize, day: NaiveDate, known: &Known) -> EntryInput {
    let values = kind.spec().fields.iter().filter(|field| field.required || !n.is_multiple_of(3));
    let values =
        values.filter(|field| !matches!(field.key, "topic" | "helps" | "per_cent" | "us" | "decision"));
    let told =
        values.filter_map(|field| Some((field.key.to_owned(), Some(value(kind, field, n, day, known)?))));
    let mut input = EntryInput { values: told.collect() };
    if kind == EntryKind::Elements {
        input = input.with("value", Value::Number(n as i64 % 11));
    }
    // One answer at least, so that no step stands only because of another.
    match kind {
        EntryKind::Signs => input = input.with("price", "negotiated"),
        EntryKind::Growth => input = input.with("talk", Value::Flag(true)),
        EntryKind::CheckUp => input = input.with("doing", Value::Number(1 + n as i64 % 5)),
        _ => {}
    }
    if kind == EntryKind::Milestone {
        input = input.with("kind", "survey");
    }
    if kind == EntryKind::Need && !n.is_multiple_of(3) {
        input.values.retain(|(key, _)| key != "became");
    }
    input
}

/// One thing more that a step tells of an entry, and that no other entry forbids.
pub fn more(kind: EntryKind, n: usize, day: NaiveDate, known: &Known) -> EntryInput {
    let plain = |field: &&Field| {
        !field.required && matches!(field.form, Form::Line | Form::Text | Form::Day | Form::Stars(_))
    };
    let fields: Vec<&Field> = kind.spec().fields.iter().filter(plain).collect();
    let Some(field) = fields.get(n % fields.len().max(1)) else { return EntryInput::default() };
    let told = if n.is_multiple_of(5) { None } else { value(kind, field, n, day, known) };
    EntryInput { values: vec![(field.key.to_owned(), told)] }
}

/// Where a step puts an entry.
pub fn place(number: usize, known: &Known, kind: EntryKind) -> Place {
    let others: Vec<Id> =
        known.entries.iter().filter(|(other, _)| *other == kind).map(|(_, id)| *id).collect();
    match number % 3 {
        0 => Place::First,
        1 => Place::Last,
        _ => others.get(number % others.len().max(1)).map_or(Place::Last, |id| Place::Before(*id)),
    }
}

fn value(kind: EntryKind, field: &Field, n: usize, day: NaiveDate, known: &Known) -> Option<Value> {
    let of_kind = |wanted: EntryKind| {
        known.entries.iter().find(|(kind, _)| *kind == wanted).map(|(_, id)| Value::Id(*id))
    };
    Some(match field.form {
        Form::Line => Value::Text(format!("{} {n}", field.key)),
        Form::Text => Value::Text(format!("{} {n}\n第二行 \"quoted\"", field.key)),
        Form::Number { least, most } => Value::Number(least + n as i64 % (most - least + 1)),
        Form::Decimal => Value::Number(n as i64 * 1_001),
        Form::Rate => Value::Number(n as i64 % 10_001),
        Form::Stars(most) => Value::Number(1 + n as i64 % most),
        Form::Flag => Value::Flag(n.is_multiple_of(2)),
        // An explicit need becomes nothing else.
        Form::Word(_) if kind == EntryKind::Need && field.key == "kind" => Value::from("explicit"),
        Form::Word(known) => Value::from(known[n % known.len()]),
        Form::Quarter => Value::Text(format!("{}Q{}", 2000 + n, 1 + n % 4)),
        Form::Day => Value::Day(day),
        Form::Money { .. } => Value::Money(Money::new(100_003 * n as i64, Currency::EUR)),
        Form::Reference(Target::Colleague) => Value::from(["me", "Lin Wei", "Jane Doe"][n % 3]),
        Form::Reference(Target::Stage) => Value::Id(known.stage?),
        Form::Reference(Target::Record(RecordKind::Contact)) => Value::Id(known.contact?),
        Form::Reference(Target::Record(RecordKind::Deal)) => Value::Id(known.deal?),
        Form::Reference(Target::Record(_)) => return None,
        Form::Reference(Target::Entry(wanted)) => of_kind(wanted)?,
    })
}
