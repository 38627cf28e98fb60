//! What is kept of the relationship with an account, and of its care.

use super::super::EntryKind::*;
use super::super::spec::{Field, Form, HangsOn, Preset, Spec};
use super::{CONTACT, field, ordered, sorted, spec};
use crate::domain::relationship::{
    Competitors, Contracts, Information, Known, Level as RelationLevel, Price, Reached, TieKind,
};

/// A score of a check-up.
const MARK: Form = Form::Number { least: 1, most: 5 };

pub(super) static LEVEL: Spec = sorted(
    spec(
        Level,
        ("relationship_level", "relationship_levels"),
        HangsOn::Account,
        Some("level"),
        &[
            field("level", Form::Word(RelationLevel::KEYS)).required(),
            field("decided", Form::Day).required().or(Preset::Today),
            field("why", Form::Text),
        ],
    ),
    "decided_on",
);

pub(super) static SIGNS: Spec = Spec {
    single: true,
    ..spec(
        Signs,
        ("relationship_signs", "relationship_signs"),
        HangsOn::Account,
        None,
        &[
            field("information", Form::Word(Information::KEYS)),
            field("price", Form::Word(Price::KEYS)),
            field("competitors", Form::Word(Competitors::KEYS)),
            field("reached", Form::Word(Reached::KEYS)),
            field("known", Form::Word(Known::KEYS)),
            field("contracts", Form::Word(Contracts::KEYS)),
        ],
    )
};

const fn item(key: &'static str) -> Field {
    field(key, Form::Flag)
}

pub(super) static GROWTH: Spec = Spec {
    single: true,
    ..spec(
        Growth,
        ("growth_checklist", "growth_checklists"),
        HangsOn::Account,
        None,
        &[
            item("contact"),
            item("time"),
            item("difficulty"),
            item("talk"),
            item("service"),
            item("same_person"),
            item("frequency"),
            item("risk"),
            item("knowledge"),
            item("part"),
            item("closeness"),
            item("switching"),
            item("presence"),
        ],
    )
};

pub(super) static CHECK_UP: Spec = sorted(
    spec(
        CheckUp,
        ("check_up", "check_ups"),
        HangsOn::Account,
        None,
        &[
            field("held", Form::Day).required().or(Preset::Today),
            field("doing", MARK),
            field("needs", MARK),
            field("value", MARK),
            field("working", MARK),
            field("people", MARK),
            field("better", Form::Text),
            field("contact", CONTACT),
        ],
    ),
    "held_on",
);

pub(super) static TIE: Spec = ordered(spec(
    Tie,
    ("tie", "ties"),
    HangsOn::Account,
    Some("text"),
    &[field("text", Form::Text).required(), field("kind", Form::Word(TieKind::KEYS)).required()],
));

pub(super) static COMPLAINT: Spec = sorted(
    spec(
        Complaint,
        ("complaint", "complaints"),
        HangsOn::Account,
        Some("text"),
        &[
            field("text", Form::Text).required(),
            field("raised", Form::Day).required().or(Preset::Today),
            field("contact", CONTACT),
            field("answered", Form::Day),
            field("answer", Form::Text),
        ],
    ),
    "raised_on",
);
