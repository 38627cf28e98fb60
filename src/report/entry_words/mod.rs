//! The words of a plan's entries: what kinds, fields and choices are called. One function for each, so
//! that commands, documents, lists and forms all say the same.

mod choices;
mod hints;
mod labels;

use std::borrow::Cow;

use super::words::Word;
use crate::domain::entry::{EntryKind, Field, Form, Value};
use crate::domain::money::decimal;
use crate::i18n::Lang;
use crate::report::figures;
use crate::tr;

pub use choices::choice;
pub use hints::hint;
pub use labels::label;

/// The fields in which competitors, and we, are described and held beside each other.
pub const TERMS: [&str; 7] =
    ["doing", "abilities", "strategy", "strengths", "weaknesses", "client_view", "preference"];

/// What one entry of a kind is called, within a sentence.
pub fn kind(lang: Lang, kind: EntryKind) -> Word {
    match kind {
        EntryKind::Issue => tr!(lang, "entry.issue"),
        EntryKind::Plan => tr!(lang, "entry.plan"),
        EntryKind::Objective => tr!(lang, "entry.objective"),
        EntryKind::Criterion => tr!(lang, "entry.criterion"),
        EntryKind::Factor => tr!(lang, "entry.factor"),
        EntryKind::Profile => tr!(lang, "entry.profile"),
        EntryKind::Swot => tr!(lang, "entry.swot"),
        EntryKind::Competitor => tr!(lang, "entry.competitor"),
        EntryKind::Rival => tr!(lang, "entry.rival"),
        EntryKind::Phase => tr!(lang, "entry.phase"),
        EntryKind::Action => tr!(lang, "entry.action"),
        EntryKind::RevenuePlan => tr!(lang, "entry.revenue_plan"),
        EntryKind::Need => tr!(lang, "entry.need"),
        EntryKind::Fab => tr!(lang, "entry.fab"),
        EntryKind::Elements => tr!(lang, "entry.elements"),
        EntryKind::Milestone => tr!(lang, "entry.milestone"),
        EntryKind::ExitSign => tr!(lang, "entry.exit_sign"),
        EntryKind::Receivable => tr!(lang, "entry.receivable"),
        EntryKind::Intelligence => tr!(lang, "entry.intelligence"),
        EntryKind::Standing => tr!(lang, "entry.standing"),
        EntryKind::Level => tr!(lang, "entry.level"),
        EntryKind::Signs => tr!(lang, "entry.signs"),
        EntryKind::Growth => tr!(lang, "entry.growth"),
        EntryKind::CheckUp => tr!(lang, "entry.check_up"),
        EntryKind::Tie => tr!(lang, "entry.tie"),
        EntryKind::Complaint => tr!(lang, "entry.complaint"),
        EntryKind::Departure => tr!(lang, "entry.departure"),
    }
}

/// The title of all entries of a kind.
pub fn kinds(lang: Lang, kind: EntryKind) -> Word {
    match kind {
        EntryKind::Issue => tr!(lang, "entry.issue.all"),
        EntryKind::Plan => tr!(lang, "entry.plan.all"),
        EntryKind::Objective => tr!(lang, "entry.objective.all"),
        EntryKind::Criterion => tr!(lang, "entry.criterion.all"),
        EntryKind::Factor => tr!(lang, "entry.factor.all"),
        EntryKind::Profile => tr!(lang, "entry.profile.all"),
        EntryKind::Swot => tr!(lang, "entry.swot.all"),
        EntryKind::Competitor => tr!(lang, "entry.competitor.all"),
        EntryKind::Rival => tr!(lang, "entry.rival.all"),
        EntryKind::Phase => tr!(lang, "entry.phase.all"),
        EntryKind::Action => tr!(lang, "entry.action.all"),
        EntryKind::RevenuePlan => tr!(lang, "entry.revenue_plan.all"),
        EntryKind::Need => tr!(lang, "entry.need.all"),
        EntryKind::Fab => tr!(lang, "entry.fab.all"),
        EntryKind::Elements => tr!(lang, "entry.elements.all"),
        EntryKind::Milestone => tr!(lang, "entry.milestone.all"),
        EntryKind::ExitSign => tr!(lang, "entry.exit_sign.all"),
        EntryKind::Receivable => tr!(lang, "entry.receivable.all"),
        EntryKind::Intelligence => tr!(lang, "entry.intelligence.all"),
        EntryKind::Standing => tr!(lang, "entry.standing.all"),
        EntryKind::Level => tr!(lang, "entry.level.all"),
        EntryKind::Signs => tr!(lang, "entry.signs.all"),
        EntryKind::Growth => tr!(lang, "entry.growth.all"),
        EntryKind::CheckUp => tr!(lang, "entry.check_up.all"),
        EntryKind::Tie => tr!(lang, "entry.tie.all"),
        EntryKind::Complaint => tr!(lang, "entry.complaint.all"),
        EntryKind::Departure => tr!(lang, "entry.departure.all"),
    }
}

/// What entries of a kind are for, in a line.
pub fn about(lang: Lang, kind: EntryKind) -> Word {
    match kind {
        EntryKind::Issue => tr!(lang, "entry.issue.about"),
        EntryKind::Plan => tr!(lang, "entry.plan.about"),
        EntryKind::Objective => tr!(lang, "entry.objective.about"),
        EntryKind::Criterion => tr!(lang, "entry.criterion.about"),
        EntryKind::Factor => tr!(lang, "entry.factor.about"),
        EntryKind::Profile => tr!(lang, "entry.profile.about"),
        EntryKind::Swot => tr!(lang, "entry.swot.about"),
        EntryKind::Competitor => tr!(lang, "entry.competitor.about"),
        EntryKind::Rival => tr!(lang, "entry.rival.about"),
        EntryKind::Phase => tr!(lang, "entry.phase.about"),
        EntryKind::Action => tr!(lang, "entry.action.about"),
        EntryKind::RevenuePlan => tr!(lang, "entry.revenue_plan.about"),
        EntryKind::Need => tr!(lang, "entry.need.about"),
        EntryKind::Fab => tr!(lang, "entry.fab.about"),
        EntryKind::Elements => tr!(lang, "entry.elements.about"),
        EntryKind::Milestone => tr!(lang, "entry.milestone.about"),
        EntryKind::ExitSign => tr!(lang, "entry.exit_sign.about"),
        EntryKind::Receivable => tr!(lang, "entry.receivable.about"),
        EntryKind::Intelligence => tr!(lang, "entry.intelligence.about"),
        EntryKind::Standing => tr!(lang, "entry.standing.about"),
        EntryKind::Level => tr!(lang, "entry.level.about"),
        EntryKind::Signs => tr!(lang, "entry.signs.about"),
        EntryKind::Growth => tr!(lang, "entry.growth.about"),
        EntryKind::CheckUp => tr!(lang, "entry.check_up.about"),
        EntryKind::Tie => tr!(lang, "entry.tie.about"),
        EntryKind::Complaint => tr!(lang, "entry.complaint.about"),
        EntryKind::Departure => tr!(lang, "entry.departure.about"),
    }
}

/// What is said where there are none of a kind.
pub fn none_yet(lang: Lang, kind: EntryKind) -> Word {
    tr!(lang, "entry.none_yet", kinds = kinds(lang, kind))
}

/// A value of a field as people read it. What it refers to has a name of its own: see
/// [`crate::report::rows::entry`].
pub fn value(lang: Lang, field: &Field, value: &Value) -> Word {
    match (field.form, value) {
        (Form::Word(_), Value::Text(word)) => choice(lang, field.key, word),
        (Form::Decimal, Value::Number(number)) => {
            let text = decimal(i128::from(*number), 3);
            Cow::Owned(text.trim_end_matches('0').trim_end_matches('.').to_owned())
        }
        (Form::Rate, Value::Number(points)) => Cow::Owned(figures::percent(*points)),
        (Form::Stars(most), Value::Number(stars)) => {
            let stars = usize::try_from((*stars).clamp(0, most)).unwrap_or_default();
            Cow::Owned("*".repeat(stars))
        }
        (_, Value::Text(text)) => Cow::Owned(text.clone()),
        (_, Value::Number(number)) => Cow::Owned(number.to_string()),
        (_, Value::Flag(true)) => tr!(lang, "entry.yes"),
        (_, Value::Flag(false)) => tr!(lang, "entry.no"),
        (_, Value::Day(day)) => Cow::Owned(day.to_string()),
        (_, Value::Money(money)) => {
            let has_fraction = money.minor % money.currency.scale() != 0;
            let figure = figures::grouped(i128::from(money.minor), money.currency, has_fraction);
            Cow::Owned(format!("{figure} {}", money.currency))
        }
        (_, Value::Id(id)) => Cow::Owned(id.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_a_name_and_a_hint_and_every_choice_a_word() {
        for kind in EntryKind::ALL {
            for field in kind.spec().fields {
                for lang in [Lang::En, Lang::Zh] {
                    assert!(!label(lang, *kind, field.key).is_empty(), "{kind} {}", field.key);
                    assert!(!hint(lang, *kind, field.key).is_empty(), "{kind} {}", field.key);
                }
                if let Form::Word(known) = field.form {
                    for word in known {
                        let (en, zh) = (choice(Lang::En, field.key, word), choice(Lang::Zh, field.key, word));
                        assert_ne!(en, zh, "{kind} {} {word}", field.key);
                    }
                }
            }
        }
    }
}
