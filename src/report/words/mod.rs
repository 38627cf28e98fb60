//! The trade's words in the reader's language: stages, roles, kinds, reasons.

mod backup;
mod joining;
mod operation;

use std::borrow::Cow;

use crate::domain::segment::Method;
use crate::domain::stage::Stage;
use crate::domain::white_space::CrossingState;
use crate::domain::word::{
    ActivityKind, Authority, DecisionRole, Direction, FieldKind, Involvement, Need, Part, RecordKind, Stance,
    Status, Tier,
};
use crate::i18n::Lang;
use crate::tr;

pub use backup::{backup_reason, flaw, kept_kind, size, wall_clock};
pub use joining::{chosen, joined_field, joined_kind};
pub use operation::operation;

/// A word in one of the languages.
pub type Word = Cow<'static, str>;

/// The buyer's name of a stage: the person's own, or the method's.
pub fn stage(lang: Lang, stage: &Stage) -> Word {
    stage.buyer_name.clone().map_or_else(|| stage_key(lang, &stage.key), Cow::Owned)
}

/// The buyer's name of a stage that has none of its own; a key that no template knows stands for itself.
pub fn stage_key(lang: Lang, key: &str) -> Word {
    match key {
        "interest" => tr!(lang, "stage.interest"),
        "incubation" => tr!(lang, "stage.incubation"),
        "design" => tr!(lang, "stage.design"),
        "comparison" => tr!(lang, "stage.comparison"),
        "commitment" => tr!(lang, "stage.commitment"),
        "use" => tr!(lang, "stage.use"),
        "first_contact" => tr!(lang, "stage.first_contact"),
        "needs" => tr!(lang, "stage.needs"),
        "proposal" => tr!(lang, "stage.proposal"),
        "signed" => tr!(lang, "stage.signed"),
        "paid" => tr!(lang, "stage.paid"),
        "qualified" => tr!(lang, "stage.qualified"),
        "meeting" => tr!(lang, "stage.meeting"),
        "negotiation" => tr!(lang, "stage.negotiation"),
        "contract" => tr!(lang, "stage.contract"),
        other => Cow::Owned(other.to_owned()),
    }
}

/// The seller's step at a stage of the method; empty where the stage is another's.
pub fn seller_step(lang: Lang, stage: &Stage) -> Word {
    if let Some(name) = &stage.seller_name {
        return Cow::Owned(name.clone());
    }
    match stage.key.as_str() {
        "interest" => tr!(lang, "stage.interest.seller"),
        "incubation" => tr!(lang, "stage.incubation.seller"),
        "design" => tr!(lang, "stage.design.seller"),
        "comparison" => tr!(lang, "stage.comparison.seller"),
        "commitment" => tr!(lang, "stage.commitment.seller"),
        "use" => tr!(lang, "stage.use.seller"),
        _ => Cow::Borrowed(""),
    }
}

/// The sign that a deal may leave a stage of the method; empty where the stage is another's.
pub fn exit_sign(lang: Lang, stage: &Stage) -> Word {
    if let Some(sign) = &stage.exit_sign {
        return Cow::Owned(sign.clone());
    }
    match stage.key.as_str() {
        "interest" => tr!(lang, "stage.interest.sign"),
        "incubation" => tr!(lang, "stage.incubation.sign"),
        "design" => tr!(lang, "stage.design.sign"),
        "comparison" => tr!(lang, "stage.comparison.sign"),
        "commitment" => tr!(lang, "stage.commitment.sign"),
        "use" => tr!(lang, "stage.use.sign"),
        _ => Cow::Borrowed(""),
    }
}

/// The tier of an account.
pub fn tier(lang: Lang, tier: Tier) -> Word {
    match tier {
        Tier::Key => tr!(lang, "tier.key"),
        Tier::Ordinary => tr!(lang, "tier.ordinary"),
        Tier::Prospective => tr!(lang, "tier.prospective"),
        Tier::Unattractive => tr!(lang, "tier.unattractive"),
    }
}

/// What a method is called that puts accounts into classes.
pub fn method(lang: Lang, method: Method) -> Word {
    match method {
        Method::Tier => tr!(lang, "method.tier"),
        Method::Pyramid => tr!(lang, "method.pyramid"),
        Method::Score => tr!(lang, "method.score"),
        Method::Rfm => tr!(lang, "method.rfm"),
        Method::Kaism => tr!(lang, "method.kaism"),
        Method::Posture => tr!(lang, "method.posture"),
    }
}

/// Whether a deal is still to be decided.
pub fn status(lang: Lang, status: Status) -> Word {
    match status {
        Status::Open => tr!(lang, "status.open"),
        Status::Won => tr!(lang, "status.won"),
        Status::Lost => tr!(lang, "status.lost"),
    }
}

/// How an account stands to a product.
pub fn crossing(lang: Lang, state: CrossingState) -> Word {
    match state {
        CrossingState::Bought => tr!(lang, "white_space.bought"),
        CrossingState::Open => tr!(lang, "white_space.open"),
        CrossingState::Lost => tr!(lang, "white_space.lost"),
        CrossingState::Blank => tr!(lang, "white_space.blank"),
    }
}

/// What an activity was.
pub fn activity_kind(lang: Lang, kind: ActivityKind) -> Word {
    match kind {
        ActivityKind::Call => tr!(lang, "activity.call"),
        ActivityKind::Visit => tr!(lang, "activity.visit"),
        ActivityKind::Email => tr!(lang, "activity.email"),
        ActivityKind::Message => tr!(lang, "activity.message"),
        ActivityKind::Meeting => tr!(lang, "activity.meeting"),
        ActivityKind::Demo => tr!(lang, "activity.demo"),
        ActivityKind::Note => tr!(lang, "activity.note"),
        ActivityKind::Task => tr!(lang, "activity.task"),
    }
}

/// Who reached out.
pub fn direction(lang: Lang, direction: Direction) -> Word {
    match direction {
        Direction::In => tr!(lang, "direction.in"),
        Direction::Out => tr!(lang, "direction.out"),
    }
}

/// A part in the purchase.
pub fn part(lang: Lang, part: Part) -> Word {
    match part {
        Part::DecisionMaker => tr!(lang, "part.decision_maker"),
        Part::Purchaser => tr!(lang, "part.purchaser"),
        Part::User => tr!(lang, "part.user"),
        Part::TechnicalGatekeeper => tr!(lang, "part.technical_gatekeeper"),
        Part::FinancialGatekeeper => tr!(lang, "part.financial_gatekeeper"),
        Part::Initiator => tr!(lang, "part.initiator"),
        Part::Designer => tr!(lang, "part.designer"),
        Part::Adviser => tr!(lang, "part.adviser"),
        Part::OutsideInfluence => tr!(lang, "part.outside_influence"),
    }
}

/// A decision role.
pub fn decision_role(lang: Lang, role: DecisionRole) -> Word {
    match role {
        DecisionRole::Advocate => tr!(lang, "decision_role.advocate"),
        DecisionRole::Owner => tr!(lang, "decision_role.owner"),
        DecisionRole::Evaluator => tr!(lang, "decision_role.evaluator"),
        DecisionRole::Approver => tr!(lang, "decision_role.approver"),
    }
}

/// Where a person stands towards us.
pub fn stance(lang: Lang, stance: Stance) -> Word {
    match stance {
        Stance::Supporter => tr!(lang, "stance.supporter"),
        Stance::Neutral => tr!(lang, "stance.neutral"),
        Stance::Opponent => tr!(lang, "stance.opponent"),
    }
}

/// A personal need.
pub fn need(lang: Lang, need: Need) -> Word {
    match need {
        Need::Power => tr!(lang, "need.power"),
        Need::Achievement => tr!(lang, "need.achievement"),
        Need::Recognition => tr!(lang, "need.recognition"),
        Need::Acceptance => tr!(lang, "need.acceptance"),
        Need::Order => tr!(lang, "need.order"),
        Need::Security => tr!(lang, "need.security"),
    }
}

/// A step of the relationship with a person, 1 to 4.
pub fn relationship_step(lang: Lang, step: i64) -> Word {
    match step {
        1 => tr!(lang, "relationship_step.acquainted"),
        2 => tr!(lang, "relationship_step.engaged"),
        3 => tr!(lang, "relationship_step.trust"),
        4 => tr!(lang, "relationship_step.ally"),
        other => Cow::Owned(other.to_string()),
    }
}

/// A kind of record.
pub fn record_kind(lang: Lang, kind: RecordKind) -> Word {
    match kind {
        RecordKind::Account => tr!(lang, "record.account"),
        RecordKind::Contact => tr!(lang, "record.contact"),
        RecordKind::Deal => tr!(lang, "record.deal"),
        RecordKind::Activity => tr!(lang, "record.activity"),
        RecordKind::Product => tr!(lang, "record.product"),
        RecordKind::Order => tr!(lang, "record.order"),
        RecordKind::Commitment => tr!(lang, "record.commitment"),
        RecordKind::SpecialDay => tr!(lang, "record.special_day"),
    }
}

/// The type of a custom field.
pub fn field_kind(lang: Lang, kind: FieldKind) -> Word {
    match kind {
        FieldKind::Text => tr!(lang, "field_kind.text"),
        FieldKind::Number => tr!(lang, "field_kind.number"),
        FieldKind::Money => tr!(lang, "field_kind.money"),
        FieldKind::Date => tr!(lang, "field_kind.date"),
        FieldKind::Choice => tr!(lang, "field_kind.choice"),
        FieldKind::YesNo => tr!(lang, "field_kind.yes_no"),
    }
}

/// Why a deal is lost: a reason of the list by its key, or in the person's own words.
pub fn lost_reason(lang: Lang, reason: &str) -> Word {
    match reason {
        "price" => tr!(lang, "lost_reason.price"),
        "product" => tr!(lang, "lost_reason.product"),
        "competitor" => tr!(lang, "lost_reason.competitor"),
        "relationship" => tr!(lang, "lost_reason.relationship"),
        "timing" => tr!(lang, "lost_reason.timing"),
        "budget" => tr!(lang, "lost_reason.budget"),
        "no_decision" => tr!(lang, "lost_reason.no_decision"),
        "other" => tr!(lang, "lost_reason.other"),
        own => Cow::Owned(own.to_owned()),
    }
}

/// How much a person takes part in decisions.
pub fn involvement(lang: Lang, involvement: Involvement) -> Word {
    match involvement {
        Involvement::Low => tr!(lang, "involvement.low"),
        Involvement::High => tr!(lang, "involvement.high"),
    }
}

/// Whether a person may commit the client.
pub fn authority(lang: Lang, authority: Authority) -> Word {
    match authority {
        Authority::Influences => tr!(lang, "authority.influences"),
        Authority::Decides => tr!(lang, "authority.decides"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_own_name_of_a_stage_goes_before_the_methods() {
        let own = Stage {
            id: crate::domain::id::Id(1),
            key: "design".into(),
            position: 1,
            win_rate: 2000,
            buyer_name: Some("Blueprint".into()),
            seller_name: None,
            exit_sign: None,
        };
        assert_eq!(stage(Lang::Zh, &own), "Blueprint");
        assert_eq!(seller_step(Lang::Zh, &own), "挖掘需求");
    }
}
