//! What hangs on a deal.

use super::super::EntryKind::*;
use super::super::choice::{MilestoneKind, NeedKind, Spin};
use super::super::spec::{Form, HangsOn, Preset, Spec, Target};
use super::{CONTACT, MONEY, SCORE, field, ordered, sorted, spec, unique};
use crate::domain::word::RecordKind;

pub(super) static RIVAL: Spec = unique(
    ordered(spec(
        Rival,
        ("deal_competitor", "deal_competitors"),
        HangsOn::Deal,
        Some("competitor"),
        &[
            field("competitor", Form::Reference(Target::Entry(Competitor))).required(),
            field("offer", Form::Text),
            field("preference", SCORE),
        ],
    )),
    &[&["competitor"]],
);

pub(super) static NEED: Spec = ordered(spec(
    Need,
    ("deal_need", "deal_needs"),
    HangsOn::Deal,
    Some("text"),
    &[
        field("text", Form::Text).required(),
        field("kind", Form::Word(NeedKind::KEYS)).required(),
        field("spin", Form::Word(Spin::KEYS)),
        field("said_by", CONTACT),
        field("said", Form::Day),
        field("became", Form::Reference(Target::Entry(Need))),
    ],
));

pub(super) static FAB: Spec = ordered(spec(
    Fab,
    ("fab", "fabs"),
    HangsOn::Deal,
    Some("feature"),
    &[
        field("feature", Form::Text).required(),
        field("advantage", Form::Text),
        field("benefit", Form::Text),
        field("product", Form::Reference(Target::Record(RecordKind::Product))),
        field("answers", Form::Reference(Target::Entry(Need))),
    ],
));

pub(super) static ELEMENTS: Spec = sorted(
    spec(
        Elements,
        ("five_elements", "five_elements"),
        HangsOn::Deal,
        None,
        &[
            field("value", SCORE),
            field("need", SCORE),
            field("price", SCORE),
            field("trust", SCORE),
            field("experience", SCORE),
            field("judged", Form::Day).required().or(Preset::Today),
            field("note", Form::Text),
        ],
    ),
    "judged_on",
);

pub(super) static MILESTONE: Spec = ordered(spec(
    Milestone,
    ("milestone", "milestones"),
    HangsOn::Deal,
    None,
    &[
        field("kind", Form::Word(MilestoneKind::KEYS)),
        field("text", Form::Line),
        field("due", Form::Day),
        field("reached", Form::Day),
    ],
));

pub(super) static EXIT_SIGN: Spec = unique(
    spec(
        ExitSign,
        ("exit_sign", "exit_signs"),
        HangsOn::Deal,
        Some("stage"),
        &[
            field("stage", Form::Reference(Target::Stage)).required(),
            field("seen", Form::Day).or(Preset::Today),
            field("skipped", Form::Day),
            field("note", Form::Text),
        ],
    ),
    &[&["stage"]],
);

pub(super) static RECEIVABLE: Spec = sorted(
    spec(
        Receivable,
        ("receivable", "receivables"),
        HangsOn::Deal,
        Some("text"),
        &[
            field("text", Form::Line).required(),
            field("amount", MONEY).required(),
            field("due", Form::Day).required(),
            field("paid", Form::Day),
        ],
    ),
    "due_on",
);
