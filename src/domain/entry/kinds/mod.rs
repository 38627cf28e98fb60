//! Every kind of entry, each described once.

mod account;
mod deal;
mod departure;
mod relationship;

use super::EntryKind::{self, *};
use super::spec::{Field, Form, HangsOn, Spec, Target};
use crate::domain::word::RecordKind;

/// A score that a client would give.
const SCORE: Form = Form::Number { least: 0, most: 10 };
const CONTACT: Form = Form::Reference(Target::Record(RecordKind::Contact));
const DEAL: Form = Form::Reference(Target::Record(RecordKind::Deal));
const MONEY: Form = Form::Money { signed: false };

const fn field(key: &'static str, form: Form) -> Field {
    Field::new(key, form)
}

const fn spec(
    kind: EntryKind,
    (table, plural): (&'static str, &'static str),
    hangs_on: HangsOn,
    main: Option<&'static str>,
    fields: &'static [Field],
) -> Spec {
    Spec {
        kind,
        table,
        plural,
        hangs_on,
        ordered: false,
        single: false,
        sorted_by: None,
        main,
        unique: &[],
        fields,
    }
}

const fn ordered(spec: Spec) -> Spec {
    Spec { ordered: true, ..spec }
}

const fn sorted(spec: Spec, column: &'static str) -> Spec {
    Spec { sorted_by: Some(column), ..spec }
}

const fn unique(spec: Spec, unique: &'static [&'static [&'static str]]) -> Spec {
    Spec { unique, ..spec }
}

impl EntryKind {
    /// What it is made of.
    pub fn spec(self) -> &'static Spec {
        match self {
            Issue => &account::ISSUE,
            Plan => &account::PLAN,
            Objective => &account::OBJECTIVE,
            Criterion => &account::CRITERION,
            Factor => &account::FACTOR,
            Profile => &account::PROFILE,
            Swot => &account::SWOT,
            Competitor => &account::COMPETITOR,
            Rival => &deal::RIVAL,
            Phase => &account::PHASE,
            Action => &account::ACTION,
            RevenuePlan => &account::REVENUE_PLAN,
            Need => &deal::NEED,
            Fab => &deal::FAB,
            Elements => &deal::ELEMENTS,
            Milestone => &deal::MILESTONE,
            ExitSign => &deal::EXIT_SIGN,
            Receivable => &deal::RECEIVABLE,
            Intelligence => &account::INTELLIGENCE,
            Standing => &account::STANDING,
            Level => &relationship::LEVEL,
            Signs => &relationship::SIGNS,
            Growth => &relationship::GROWTH,
            CheckUp => &relationship::CHECK_UP,
            Tie => &relationship::TIE,
            Complaint => &relationship::COMPLAINT,
            Departure => &departure::DEPARTURE,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spec_names_is_there() {
        for kind in EntryKind::ALL {
            let spec = kind.spec();
            assert_eq!(spec.kind, *kind);
            assert_eq!(spec.main.is_some(), spec.main_field().is_some(), "{kind}");
            for key in spec.unique.iter().copied().flatten() {
                assert!(spec.field(key).is_some(), "{kind} {key}");
            }
            let columns: Vec<String> = spec.fields.iter().map(Field::column).collect();
            assert!(
                spec.sorted_by.is_none_or(|column| columns.iter().any(|known| known == column)),
                "{kind}"
            );
            assert!(spec.main_field().is_none_or(|field| field.required), "{kind}: what it is must be told");
        }
    }
}
