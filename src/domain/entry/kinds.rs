//! Every kind of entry, each described once.

use super::EntryKind::{self, *};
use super::choice::{
    Confidence, Control, Decision, FactorArea, Grid, IssuePart, MilestoneKind, NeedKind, Path,
    Phase as LifeCyclePhase, Prompt, Sign, Spin, Strength, SwotCell, Topic,
};
use super::spec::{Field, Form, HangsOn, Preset, Spec, Target};
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

static ISSUE: Spec = ordered(spec(
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

static PLAN: Spec = Spec {
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

static OBJECTIVE: Spec = ordered(spec(
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

static CRITERION: Spec = ordered(spec(
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

static FACTOR: Spec = ordered(spec(
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

static PROFILE: Spec = unique(
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

static SWOT: Spec = ordered(spec(
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

static COMPETITOR: Spec = unique(
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

static RIVAL: Spec = unique(
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

static PHASE: Spec = sorted(
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

static ACTION: Spec = sorted(
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

static REVENUE_PLAN: Spec = unique(
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

static NEED: Spec = ordered(spec(
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

static FAB: Spec = ordered(spec(
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

static ELEMENTS: Spec = sorted(
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

static MILESTONE: Spec = ordered(spec(
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

static EXIT_SIGN: Spec = unique(
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

static RECEIVABLE: Spec = sorted(
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

static INTELLIGENCE: Spec = sorted(
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

impl EntryKind {
    /// What it is made of.
    pub fn spec(self) -> &'static Spec {
        match self {
            Issue => &ISSUE,
            Plan => &PLAN,
            Objective => &OBJECTIVE,
            Criterion => &CRITERION,
            Factor => &FACTOR,
            Profile => &PROFILE,
            Swot => &SWOT,
            Competitor => &COMPETITOR,
            Rival => &RIVAL,
            Phase => &PHASE,
            Action => &ACTION,
            RevenuePlan => &REVENUE_PLAN,
            Need => &NEED,
            Fab => &FAB,
            Elements => &ELEMENTS,
            Milestone => &MILESTONE,
            ExitSign => &EXIT_SIGN,
            Receivable => &RECEIVABLE,
            Intelligence => &INTELLIGENCE,
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
