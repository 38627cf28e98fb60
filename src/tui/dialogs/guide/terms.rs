//! Which terms of the reference are met where: on a screen, on a side of a record, at a field of a form. The first
//! of several is what the place is about.

use crate::domain::entry::EntryKind;
use crate::tui::screens::Place;
use crate::tui::screens::record::Tab;

/// The terms of a screen, or of the side of a record that it shows.
pub fn of_screen(place: Place, tab: Option<Tab>) -> &'static [&'static str] {
    match (place, tab) {
        (Place::Account | Place::Deal, Some(tab)) => of_side(place, tab),
        (place, _) => of_place(place),
    }
}

fn of_place(place: Place) -> &'static [&'static str] {
    match place {
        Place::Today => &["next_step", "attention", "commitment", "rhythm", "complaint", "receivable"],
        Place::Calendar => &["next_step", "commitment", "receivable"],
        Place::Funnel => &[
            "funnel",
            "attainment",
            "progress",
            "off_funnel",
            "quota",
            "stage",
            "win_rate",
            "weighted",
            "range",
            "attention",
        ],
        Place::Accounts => &["account", "tier", "key_account", "attack_defence"],
        Place::People => &["key_person", "part", "gatekeeper", "decision_role", "stance", "rhythm"],
        Place::Person => &[
            "quadrants",
            "observation",
            "relation",
            "part",
            "decision_role",
            "stance",
            "ladder",
            "personal_need",
            "steps",
            "rhythm",
        ],
        Place::Deals => &["deal", "stage", "weighted", "win_rate", "attention", "next_step"],
        Place::Board => &["stage", "exit_sign", "win_rate", "weighted", "attention"],
        Place::Log => &["rhythm", "next_step", "intelligence"],
        Place::Register => &["stage", "exit_sign", "win_rate", "quota", "small_order"],
        Place::Account => &[
            "account",
            "strat",
            "key_account",
            "macro_strategy",
            "attack_defence",
            "intelligence",
            "relationship_level",
        ],
        Place::Deal => {
            &["deal", "stage", "exit_sign", "win_rate", "weighted", "next_step", "source", "attention"]
        }
        Place::Review => &["weekly_review", "attainment", "progress", "range", "attention", "exit_sign"],
        Place::Change => &["bridge", "funnel", "weighted"],
        Place::Track => &["calibration", "accuracy", "conversion", "velocity", "win_rate"],
        Place::Segments => {
            &["segment", "attack_defence", "kaism", "rfm", "pyramid", "composite_score", "tier"]
        }
        Place::Care => &["health", "commitment", "rhythm", "complaint", "check_up"],
        Place::Metrics => &["lifetime_value", "churn"],
        Place::Resources => &["resources", "attack_defence", "tier"],
        Place::WhiteSpace => &["white_space", "deal", "small_order"],
        Place::Import => &["account", "deal", "key_person", "stage", "source"],
        Place::Doubles => &["account", "key_person", "deal"],
    }
}

fn of_side(place: Place, tab: Tab) -> &'static [&'static str] {
    match tab {
        Tab::Overview | Tab::History => of_place(place),
        Tab::Plan => &["strat", "business_issue", "path", "criteria", "life_cycle", "objective"],
        Tab::Needs => &["spin", "fab"],
        Tab::Value => &["five_elements", "fab"],
        Tab::Path => &["exit_sign", "stage", "next_step"],
        Tab::People => &[
            "coverage",
            "key_person",
            "part",
            "gatekeeper",
            "decision_role",
            "stance",
            "quadrants",
            "relation",
        ],
        Tab::Deals => &["deal", "stage", "weighted", "win_rate", "small_order"],
        Tab::Factors => &["factor", "macro_strategy"],
        Tab::Swot => &["swot"],
        Tab::Competitors => &["criteria", "swot"],
        Tab::Actions => &["objective", "factor", "strat"],
        Tab::Receivables => &["receivable"],
        Tab::Intelligence => &["intelligence"],
        Tab::Check => &["walk_around", "quadrants"],
        Tab::Relationship => &["relationship_level", "check_up", "ties"],
        Tab::Care => &["health", "commitment", "complaint", "rhythm"],
        Tab::Metrics => &["lifetime_value", "churn"],
    }
}

/// The term at a field of a form or, where that has none, the one that the form is about. Forms and fields are
/// known by the names under which drafts of them are kept.
pub fn of_field(form: &str, field: &str) -> Option<&'static str> {
    Some(match (form, field) {
        ("account", "tier") => "tier",
        ("account", "potential" | "share") => "attack_defence",
        ("contact", "parts") => "part",
        ("contact", "stance") => "stance",
        ("contact", "involvement" | "authority") => "decision_role",
        ("contact", "needs") => "personal_need",
        ("contact", "sees_us") => "ladder",
        ("contact", "step") => "steps",
        ("contact", "covered_by" | "level") => "coverage",
        ("deal", "amount") => "weighted",
        ("deal", "stage") => "stage",
        ("deal", "win_rate") => "win_rate",
        ("deal", "source") => "source",
        ("deal", "next_step" | "next_on") => "next_step",
        ("deal", "people") => "part",
        ("account_plan", "path") => "path",
        ("account_standing", "attractiveness" | "strength") => "kaism",
        ("account_standing", "credit" | "prospects") => "composite_score",
        ("plan_action", "factor") => "factor",
        (form, _) => return of_form(form),
    })
}

/// The term that a form is about.
fn of_form(form: &str) -> Option<&'static str> {
    let entry = EntryKind::ALL.iter().find(|kind| kind.spec().table == form);
    Some(match form {
        "account" => "account",
        "contact" => "key_person",
        "deal" => "deal",
        "next_step" => "next_step",
        "quota" => "quota",
        "promise" | "commitment" => "commitment",
        "decide_tier" => "tier",
        "decide_pyramid" => "pyramid",
        "decide_score" => "composite_score",
        "decide_rfm" => "rfm",
        "decide_kaism" => "kaism",
        "decide_posture" => "attack_defence",
        _ => return entry.map(|kind| of_entry(*kind)),
    })
}

fn of_entry(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Issue | EntryKind::Profile => "business_issue",
        EntryKind::Plan => "strat",
        EntryKind::Objective | EntryKind::Action => "objective",
        EntryKind::Criterion | EntryKind::Competitor | EntryKind::Rival => "criteria",
        EntryKind::Factor => "factor",
        EntryKind::Swot => "swot",
        EntryKind::Phase => "life_cycle",
        EntryKind::RevenuePlan => "quota",
        EntryKind::Need => "spin",
        EntryKind::Fab => "fab",
        EntryKind::Elements => "five_elements",
        EntryKind::Milestone | EntryKind::ExitSign => "exit_sign",
        EntryKind::Receivable => "receivable",
        EntryKind::Intelligence => "intelligence",
        EntryKind::Standing => "attack_defence",
        EntryKind::Level | EntryKind::Signs | EntryKind::Growth => "relationship_level",
        EntryKind::CheckUp => "check_up",
        EntryKind::Tie => "ties",
        EntryKind::Complaint => "complaint",
        EntryKind::Departure => "churn",
    }
}
