//! What hangs on an account, or on an account or a deal.

use super::super::EntryKind::*;
use super::super::choice::{
    Confidence, Control, Decision, FactorArea, Grid, IssuePart, Path, Phase as LifeCyclePhase, Prompt, Sign,
    Strength, SwotCell, Topic,
};
use super::super::spec::{Form, HangsOn, Preset, Spec, Target};
use super::{CONTACT, DEAL, MONEY, SCORE, field, ordered, sorted, spec, unique};
use crate::domain::segment::tier::Relation;

pub(super) static ISSUE: Spec = ordered(spec(
    Issue,
    ("business_issue", "business_issues"),
    HangsOn::Account,
    Some("text"),
    &[
        field("text", Form::Text).required(),
        field("part", Form::Word(IssuePart::KEYS)).required(),
        field("topic", Form::Word(Topic::KEYS)),
    ],
));

pub(super) static PLAN: Spec = Spec {
    single: true,
    ..spec(
        Plan,
        ("account_plan", "account_plans"),
        HangsOn::Account,
        None,
        &[
            field("path", Form::Word(Path::KEYS)),
            field("vision", Form::Text),
            field("indifferent", Form::Flag),
            field("decision", Form::Word(Decision::KEYS)),
            field("decided", Form::Day),
            field("reason", Form::Text),
            field("support_why", Form::Text),
            field("support_asked", Form::Line),
            field("support_against", Form::Text),
            field("support_backing", Form::Text),
            field("setback", Form::Text),
            field("growth", Form::Text),
        ],
    )
};

pub(super) static OBJECTIVE: Spec = ordered(spec(
    Objective,
    ("objective", "objectives"),
    HangsOn::Account,
    Some("text"),
    &[
        field("text", Form::Text).required(),
        field("number", Form::Decimal),
        field("unit", Form::Line),
        field("amount", MONEY),
        field("due", Form::Day),
        field("specific", Form::Flag).or(Preset::No),
        field("measurable", Form::Flag).or(Preset::No),
        field("attainable", Form::Flag).or(Preset::No),
        field("relevant", Form::Flag).or(Preset::No),
        field("timely", Form::Flag).or(Preset::No),
        field("done", Form::Day),
    ],
));

pub(super) static CRITERION: Spec = ordered(spec(
    Criterion,
    ("buying_criterion", "buying_criteria"),
    HangsOn::Either,
    Some("text"),
    &[
        field("text", Form::Text).required(),
        field("strength", Form::Word(Strength::KEYS)).required(),
        field("said_by", CONTACT),
        field("believed", Form::Flag),
        field("why", Form::Text),
    ],
));

pub(super) static FACTOR: Spec = ordered(spec(
    Factor,
    ("factor", "factors"),
    HangsOn::Either,
    Some("text"),
    &[
        field("text", Form::Text).required(),
        field("sign", Form::Word(Sign::KEYS)).required(),
        field("control", Form::Word(Control::KEYS)).required(),
        field("stars", Form::Stars(4)),
        field("area", Form::Word(FactorArea::KEYS)),
        field("micro_strategy", Form::Text),
    ],
));

pub(super) static PROFILE: Spec = unique(
    spec(
        Profile,
        ("profile_answer", "profile_answers"),
        HangsOn::Account,
        Some("text"),
        &[
            field("text", Form::Text).required(),
            field("prompt", Form::Word(Prompt::KEYS)).required(),
            field("helps", Form::Flag),
            field("per_cent", Form::Number { least: 0, most: 10_000 }),
            field("answered", Form::Day).or(Preset::Today),
        ],
    ),
    &[&["prompt"]],
);

pub(super) static SWOT: Spec = ordered(spec(
    Swot,
    ("swot_item", "swot_items"),
    HangsOn::Account,
    Some("text"),
    &[
        field("text", Form::Text).required(),
        field("grid", Form::Word(Grid::KEYS)).required(),
        field("cell", Form::Word(SwotCell::KEYS)).required(),
    ],
));

pub(super) static COMPETITOR: Spec = unique(
    ordered(spec(
        Competitor,
        ("competitor", "competitors"),
        HangsOn::Account,
        Some("name"),
        &[
            field("name", Form::Line).required(),
            field("us", Form::Flag).or(Preset::No),
            field("doing", Form::Text),
            field("abilities", Form::Text),
            field("strategy", Form::Text),
            field("strengths", Form::Text),
            field("weaknesses", Form::Text),
            field("client_view", Form::Text),
            field("preference", SCORE),
        ],
    )),
    &[&["name"], &["us"]],
);

pub(super) static PHASE: Spec = sorted(
    spec(
        Phase,
        ("life_cycle_phase", "life_cycle_phases"),
        HangsOn::Account,
        Some("phase"),
        &[
            field("phase", Form::Word(LifeCyclePhase::KEYS)).required(),
            field("decided", Form::Day).required().or(Preset::Today),
            field("why", Form::Text),
        ],
    ),
    "decided_on",
);

pub(super) static ACTION: Spec = sorted(
    spec(
        Action,
        ("plan_action", "plan_actions"),
        HangsOn::Account,
        Some("text"),
        &[
            field("text", Form::Text).required(),
            field("who", Form::Reference(Target::Colleague)),
            field("due", Form::Day),
            field("done", Form::Day),
            field("objective", Form::Reference(Target::Entry(Objective))),
            field("factor", Form::Reference(Target::Entry(Factor))),
            field("contact", CONTACT),
            field("deal", DEAL),
        ],
    ),
    "due_on",
);

pub(super) static REVENUE_PLAN: Spec = unique(
    sorted(
        spec(
            RevenuePlan,
            ("revenue_plan", "revenue_plans"),
            HangsOn::Account,
            Some("quarter"),
            &[
                field("quarter", Form::Quarter).required(),
                field("sales", MONEY),
                field("revenue", MONEY),
                field("margin", Form::Money { signed: true }),
                field("profit", Form::Money { signed: true }),
            ],
        ),
        "quarter",
    ),
    &[&["quarter"]],
);

pub(super) static INTELLIGENCE: Spec = sorted(
    spec(
        Intelligence,
        ("intelligence", "intelligence"),
        HangsOn::Account,
        Some("text"),
        &[
            field("text", Form::Text).required(),
            field("level", Form::Number { least: 1, most: 4 }).required(),
            field("source", Form::Line),
            field("learned", Form::Day).required().or(Preset::Today),
            field("confidence", Form::Word(Confidence::KEYS)),
            field("contact", CONTACT),
            field("deal", DEAL),
        ],
    ),
    "learned_on",
);

pub(super) static STANDING: Spec = Spec {
    single: true,
    ..spec(
        Standing,
        ("account_standing", "account_standings"),
        HangsOn::Account,
        None,
        &[
            field("attractiveness", SCORE),
            field("strength", SCORE),
            field("credit", SCORE),
            field("prospects", SCORE),
            field("margin", Form::Rate),
            field("relation", Form::Word(Relation::KEYS)),
            field("judged", Form::Day),
            field("note", Form::Text),
        ],
    )
};
