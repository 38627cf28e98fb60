//! The trade's words in the reader's language: stages, roles, kinds, reasons.

use std::borrow::Cow;

use crate::domain::deed::Deed;
use crate::domain::entry::{EntryKind, Form, Target};
use crate::domain::stage::Stage;
use crate::domain::word::{
    ActivityKind, Authority, DecisionRole, Direction, FieldKind, Involvement, Need, Part, RecordKind, Stance,
    Status, Tier,
};
use crate::i18n::Lang;
use crate::report::{due_words, entry_words};
use crate::store::Label;
use crate::tr;

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

/// Whether a deal is still to be decided.
pub fn status(lang: Lang, status: Status) -> Word {
    match status {
        Status::Open => tr!(lang, "status.open"),
        Status::Won => tr!(lang, "status.won"),
        Status::Lost => tr!(lang, "status.lost"),
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

/// The line of the history for an operation: what was done, to what.
pub fn operation(lang: Lang, label: &Label) -> String {
    let subject = &subject_of(lang, label);
    let line = match label.deed {
        Deed::BeginBook => tr!(lang, "deed.begin_book"),
        Deed::ChangeSetting => tr!(lang, "deed.change_setting", subject = subject),
        Deed::AddAccount => tr!(lang, "deed.add_account", subject = subject),
        Deed::EditAccount => tr!(lang, "deed.edit_account", subject = subject),
        Deed::DeleteAccount => tr!(lang, "deed.delete_account", subject = subject),
        Deed::MergeAccounts => tr!(lang, "deed.merge_accounts", subject = subject),
        Deed::AddContact => tr!(lang, "deed.add_contact", subject = subject),
        Deed::EditContact => tr!(lang, "deed.edit_contact", subject = subject),
        Deed::DeleteContact => tr!(lang, "deed.delete_contact", subject = subject),
        Deed::MergeContacts => tr!(lang, "deed.merge_contacts", subject = subject),
        Deed::AddDeal => tr!(lang, "deed.add_deal", subject = subject),
        Deed::EditDeal => tr!(lang, "deed.edit_deal", subject = subject),
        Deed::AdvanceDeal => tr!(lang, "deed.advance_deal", subject = subject),
        Deed::BackDeal => tr!(lang, "deed.back_deal", subject = subject),
        Deed::WinDeal => tr!(lang, "deed.win_deal", subject = subject),
        Deed::LoseDeal => tr!(lang, "deed.lose_deal", subject = subject),
        Deed::ReopenDeal => tr!(lang, "deed.reopen_deal", subject = subject),
        Deed::DeleteDeal => tr!(lang, "deed.delete_deal", subject = subject),
        Deed::AddProduct => tr!(lang, "deed.add_product", subject = subject),
        Deed::EditProduct => tr!(lang, "deed.edit_product", subject = subject),
        Deed::AddOrder => tr!(lang, "deed.add_order", subject = subject),
        Deed::SetQuota => tr!(lang, "deed.set_quota", subject = subject),
        Deed::SetRate => tr!(lang, "deed.set_rate", subject = subject),
        Deed::LogActivity => {
            // What was noted without a word is called by its kind.
            let kind = subject.parse().map(|kind| activity_kind(lang, kind));
            tr!(lang, "deed.log_activity", subject = kind.unwrap_or(subject.as_str().into()))
        }
        Deed::EditActivity => tr!(lang, "deed.edit_activity", subject = subject),
        Deed::DeleteActivity => tr!(lang, "deed.delete_activity", subject = subject),
        Deed::FinishTask => tr!(lang, "deed.finish_task", subject = subject),
        Deed::FinishStep => tr!(lang, "deed.finish_step", subject = subject),
        Deed::AddCommitment => tr!(lang, "deed.add_commitment", subject = subject),
        Deed::SettleCommitment => tr!(lang, "deed.settle_commitment", subject = subject),
        Deed::EditCommitment => tr!(lang, "deed.edit_commitment", subject = subject),
        Deed::DeleteCommitment => tr!(lang, "deed.delete_commitment", subject = subject),
        Deed::AddSpecialDay => tr!(lang, "deed.add_special_day", subject = subject),
        Deed::EditSpecialDay => tr!(lang, "deed.edit_special_day", subject = subject),
        Deed::DeleteSpecialDay => tr!(lang, "deed.delete_special_day", subject = subject),
        Deed::GreetSpecialDay => tr!(lang, "deed.greet_special_day", subject = subject),
        Deed::Snooze => tr!(lang, "deed.snooze", subject = subject),
        Deed::Wake => tr!(lang, "deed.wake", subject = subject),
        Deed::TagRecord => tr!(lang, "deed.tag_record", subject = subject),
        Deed::UntagRecord => tr!(lang, "deed.untag_record", subject = subject),
        Deed::DefineField => tr!(lang, "deed.define_field", subject = subject),
        Deed::AddLink => tr!(lang, "deed.add_link", subject = subject),
        Deed::AddEntry => tr!(lang, "deed.add_entry", what = entry(lang, label), subject = subject),
        Deed::EditEntry => tr!(lang, "deed.edit_entry", what = entry(lang, label), subject = subject),
        Deed::FinishEntry => match label.detail.parse() {
            Ok(EntryKind::Milestone) => tr!(lang, "deed.milestone_reached", subject = subject),
            Ok(EntryKind::Receivable) => tr!(lang, "deed.receivable_paid", subject = subject),
            _ => tr!(lang, "deed.action_done", subject = subject),
        },
        Deed::DeleteEntry => tr!(lang, "deed.delete_entry", what = entry(lang, label), subject = subject),
        Deed::MoveEntry => tr!(lang, "deed.move_entry", what = entry(lang, label), subject = subject),
        Deed::EditStages => tr!(lang, "deed.edit_stages"),
        Deed::AddStage => tr!(lang, "deed.add_stage", subject = subject),
        Deed::DeleteStage => tr!(lang, "deed.delete_stage", subject = subject),
        Deed::DeleteProduct => tr!(lang, "deed.delete_product", subject = subject),
        Deed::EditOrder => tr!(lang, "deed.edit_order", subject = subject),
        Deed::DeleteOrder => tr!(lang, "deed.delete_order", subject = subject),
        Deed::DeleteQuota => tr!(lang, "deed.delete_quota", subject = subject),
        Deed::DeleteRate => tr!(lang, "deed.delete_rate", subject = subject),
        Deed::AddLostReason => tr!(lang, "deed.add_lost_reason", subject = subject),
        Deed::EditLostReason => tr!(lang, "deed.edit_lost_reason", subject = subject),
        Deed::DeleteLostReason => tr!(lang, "deed.delete_lost_reason", subject = subject),
        Deed::AddColleague => tr!(lang, "deed.add_colleague", subject = subject),
        Deed::EditColleague => tr!(lang, "deed.edit_colleague", subject = subject),
        Deed::DeleteColleague => tr!(lang, "deed.delete_colleague", subject = subject),
        Deed::RenameTag => tr!(lang, "deed.rename_tag", subject = subject),
        Deed::MergeTags => tr!(lang, "deed.merge_tags", subject = subject),
        Deed::DeleteTag => tr!(lang, "deed.delete_tag", subject = subject),
        Deed::EditField => tr!(lang, "deed.edit_field", subject = subject),
        Deed::DeleteField => tr!(lang, "deed.delete_field", subject = subject),
        Deed::EditLink => tr!(lang, "deed.edit_link", subject = subject),
        Deed::DeleteLink => tr!(lang, "deed.delete_link", subject = subject),
        Deed::MoveDeals => tr!(lang, "deed.move_deals", subject = subject),
        Deed::DateDeals => tr!(lang, "deed.date_deals", subject = subject),
        Deed::PlanDeals => tr!(lang, "deed.plan_deals", subject = subject),
        Deed::AssignDeals => tr!(lang, "deed.assign_deals", subject = subject),
        Deed::AssignAccounts => tr!(lang, "deed.assign_accounts", subject = subject),
        Deed::AssignContacts => tr!(lang, "deed.assign_contacts", subject = subject),
        Deed::TierAccounts => tr!(lang, "deed.tier_accounts", subject = subject),
        Deed::DeleteDeals => tr!(lang, "deed.delete_deals", subject = subject),
        Deed::DeleteAccounts => tr!(lang, "deed.delete_accounts", subject = subject),
        Deed::DeleteContacts => tr!(lang, "deed.delete_contacts", subject = subject),
        Deed::Observe => tr!(lang, "deed.observe", subject = subject),
        Deed::ScorePerson => tr!(lang, "deed.score_person", subject = subject),
        Deed::WithdrawEvidence => tr!(lang, "deed.withdraw_evidence", subject = subject),
        Deed::AddRecollection => tr!(lang, "deed.add_recollection", subject = subject),
        Deed::EditRecollection => tr!(lang, "deed.edit_recollection", subject = subject),
        Deed::DeleteRecollection => tr!(lang, "deed.delete_recollection", subject = subject),
        Deed::SeeUs => tr!(lang, "deed.see_us", subject = subject),
        Deed::SetReporting => tr!(lang, "deed.set_reporting", subject = subject),
        Deed::CoverContact => tr!(lang, "deed.cover_contact", subject = subject),
        Deed::UncoverContact => tr!(lang, "deed.uncover_contact", subject = subject),
        Deed::AssignRole => tr!(lang, "deed.assign_role", subject = subject),
        Deed::UnassignRole => tr!(lang, "deed.unassign_role", subject = subject),
        Deed::SetCollective => tr!(lang, "deed.set_collective", subject = subject),
        Deed::SetOwnNeeds => tr!(lang, "deed.set_own_needs", subject = subject),
        Deed::TickWalk => tr!(lang, "deed.tick_walk", subject = subject),
        Deed::SetDealPerson => tr!(lang, "deed.set_deal_person", subject = subject),
        Deed::BeginReview => tr!(lang, "deed.begin_review", subject = subject),
        Deed::FinishReview => tr!(lang, "deed.finish_review", subject = subject),
        Deed::KeepDeal => tr!(lang, "deed.keep_deal", subject = subject),
        Deed::PassOverDeal => tr!(lang, "deed.pass_over_deal", subject = subject),
        Deed::LeaveOutDeal => tr!(lang, "deed.leave_out_deal", subject = subject),
        Deed::SubmitForecast => tr!(lang, "deed.submit_forecast", subject = subject),
        Deed::ImportFiles => tr!(lang, "deed.import_files", subject = subject),
    };
    match (label.deed, label.detail.as_str()) {
        (_, "") => line.into_owned(),
        (Deed::AddEntry | Deed::EditEntry | Deed::FinishEntry | Deed::DeleteEntry | Deed::MoveEntry, _) => {
            line.into_owned()
        }
        (Deed::AdvanceDeal | Deed::BackDeal | Deed::MoveDeals, key) => {
            tr!(lang, "deed.to_stage", line = line, stage = stage_key(lang, key)).into_owned()
        }
        (Deed::SettleCommitment, "kept") => tr!(lang, "deed.commitment_kept", subject = subject).into_owned(),
        (Deed::SettleCommitment, "broken") => {
            tr!(lang, "deed.commitment_broken", subject = subject).into_owned()
        }
        (Deed::SettleCommitment, _) => tr!(lang, "deed.commitment_open", subject = subject).into_owned(),
        (Deed::Snooze, day) => tr!(lang, "deed.snooze_until", subject = subject, day = day).into_owned(),
        (Deed::SeeUs, key) => {
            let rung = key.parse().map_or(Cow::Borrowed(key), |rung| super::people::rung(lang, rung));
            tr!(lang, "deed.with_detail", line = line, detail = rung).into_owned()
        }
        (_, detail) => tr!(lang, "deed.with_detail", line = line, detail = detail).into_owned(),
    }
}

/// What an operation was done to; an entry that is a word of a closed list is called by it.
fn subject_of(lang: Lang, label: &Label) -> String {
    let kind: Option<EntryKind> = label.detail.parse().ok();
    match kind.and_then(|kind| kind.spec().main_field()).map(|field| (field.key, field.form)) {
        Some((key, Form::Word(_))) => entry_words::choice(lang, key, &label.subject).into_owned(),
        Some((_, Form::Reference(Target::Stage))) => stage_key(lang, &label.subject).into_owned(),
        _ if kind == Some(EntryKind::Milestone) || matches!(label.deed, Deed::Snooze | Deed::Wake) => {
            due_words::milestone(lang, &label.subject).into_owned()
        }
        _ => label.subject.clone(),
    }
}

/// Which kind of entry an operation's label names.
fn entry(lang: Lang, label: &Label) -> Word {
    match label.detail.parse() {
        Ok(kind) => entry_words::kind(lang, kind),
        Err(_) => tr!(lang, "record.entry"),
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
    fn every_deed_is_named_after_what_it_was_done_to() {
        for deed in Deed::ALL {
            for lang in [Lang::En, Lang::Zh] {
                let line = operation(lang, &Label::new(*deed, "Acme"));
                let whole_book = matches!(deed, Deed::BeginBook | Deed::EditStages);
                assert!(whole_book || line.contains("Acme"), "{deed}: {line}");
            }
        }
    }

    #[test]
    fn a_move_names_the_stage_in_the_readers_language() {
        let label = Label::new(Deed::AdvanceDeal, "Acme renewal").with("design");
        assert_eq!(operation(Lang::En, &label), "Advance deal Acme renewal to Design");
        assert_eq!(operation(Lang::Zh, &label), "推进销售机会 Acme renewal至“设计”");
    }

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
