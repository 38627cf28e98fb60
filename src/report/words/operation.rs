//! What operations did, in words: the lines of the history, and what undo names.

use std::borrow::Cow;

use super::{Word, activity_kind, stage_key};
use crate::domain::deed::Deed;
use crate::domain::entry::{EntryKind, Form, Target};
use crate::i18n::Lang;
use crate::report::day_words::full_date;
use crate::report::{due_words, entry_words, people};
use crate::store::Label;
use crate::tr;

/// The line of the history for an operation: what was done, to what.
pub fn operation(lang: Lang, label: &Label) -> String {
    let subject = &subject_of(lang, label);
    let line = match label.deed {
        Deed::BeginBook => tr!(lang, "deed.begin_book"),
        Deed::ChangeSetting => tr!(lang, "deed.change_setting", subject = subject),
        Deed::AddAccount => tr!(lang, "deed.add_account", subject = subject),
        Deed::EditAccount => tr!(lang, "deed.edit_account", subject = subject),
        Deed::DeleteAccount => tr!(lang, "deed.delete_account", subject = subject),
        Deed::MergeAccounts => tr!(lang, "deed.merge_accounts", subject = subject, into = label.detail),
        Deed::JoinBook => tr!(lang, "deed.join_book", subject = subject),
        Deed::AddContact => tr!(lang, "deed.add_contact", subject = subject),
        Deed::EditContact => tr!(lang, "deed.edit_contact", subject = subject),
        Deed::DeleteContact => tr!(lang, "deed.delete_contact", subject = subject),
        Deed::MergeContacts => tr!(lang, "deed.merge_contacts", subject = subject, into = label.detail),
        Deed::MergeDeals => tr!(lang, "deed.merge_deals", subject = subject, into = label.detail),
        Deed::TellApart => tr!(lang, "deed.tell_apart", subject = subject, other = label.detail),
        Deed::TellTogether => tr!(lang, "deed.tell_together", subject = subject, other = label.detail),
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
        Deed::PlanResources => tr!(lang, "deed.plan_resources", subject = subject),
        Deed::SetQuota => tr!(lang, "deed.set_quota", subject = subject),
        Deed::SetRate => tr!(lang, "deed.set_rate", subject = subject),
        Deed::LogActivity => tr!(lang, "deed.log_activity", subject = noted(lang, subject)),
        Deed::Capture => tr!(lang, "deed.capture", subject = noted(lang, subject)),
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
            Ok(EntryKind::ExitSign) => tr!(lang, "deed.sign_seen", subject = subject),
            Ok(EntryKind::Complaint) => tr!(lang, "deed.complaint_answered", subject = subject),
            Ok(EntryKind::Receivable) => tr!(lang, "deed.receivable_paid", subject = subject),
            _ => tr!(lang, "deed.action_done", subject = subject),
        },
        Deed::DeleteEntry => tr!(lang, "deed.delete_entry", what = entry(lang, label), subject = subject),
        Deed::MoveEntry => tr!(lang, "deed.move_entry", what = entry(lang, label), subject = subject),
        Deed::EditStages => tr!(lang, "deed.edit_stages"),
        Deed::TakeWinRates if label.subject == "1" => tr!(lang, "deed.take_win_rate", subject = subject),
        Deed::TakeWinRates => tr!(lang, "deed.take_win_rates", subject = subject),
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
        Deed::BeginReview => tr!(lang, "deed.begin_review", subject = dated(lang, subject)),
        Deed::FinishReview => tr!(lang, "deed.finish_review", subject = dated(lang, subject)),
        Deed::KeepDeal => tr!(lang, "deed.keep_deal", subject = subject),
        Deed::PassOverDeal => tr!(lang, "deed.pass_over_deal", subject = subject),
        Deed::LeaveOutDeal => tr!(lang, "deed.leave_out_deal", subject = subject),
        Deed::DecideClass => tr!(lang, "deed.decide_class", subject = subject),
        Deed::TakeBackClass => tr!(lang, "deed.take_back_class", subject = subject),
        Deed::SubmitForecast => tr!(lang, "deed.submit_forecast", subject = subject),
        Deed::ImportFiles => tr!(lang, "deed.import_files", subject = subject),
        Deed::ForgetMapping => tr!(lang, "deed.forget_mapping", subject = subject),
        Deed::SaveView => tr!(lang, "deed.save_view", subject = subject),
        Deed::RenameView => tr!(lang, "deed.rename_view", subject = subject),
        Deed::DeleteView => tr!(lang, "deed.delete_view", subject = subject),
    };
    match (label.deed, label.detail.as_str()) {
        (_, "") => line.into_owned(),
        // Told for the next join, not for people.
        (Deed::JoinBook, _) => line.into_owned(),
        (
            Deed::MergeAccounts
            | Deed::MergeContacts
            | Deed::MergeDeals
            | Deed::TellApart
            | Deed::TellTogether,
            _,
        ) => line.into_owned(),
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
        (Deed::Snooze, day) => {
            tr!(lang, "deed.snooze_until", subject = subject, day = dated(lang, day)).into_owned()
        }
        (Deed::SeeUs, key) => {
            let rung = key.parse().map_or(Cow::Borrowed(key), |rung| people::rung(lang, rung));
            tr!(lang, "deed.with_detail", line = line, detail = rung).into_owned()
        }
        (_, detail) => tr!(lang, "deed.with_detail", line = line, detail = dated(lang, detail)).into_owned(),
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

/// A day as the language writes it; what is no day stays as it is.
fn dated(lang: Lang, text: &str) -> Word {
    text.parse().map_or_else(|_| Cow::Owned(text.to_owned()), |day| Cow::Owned(full_date(lang, day)))
}

/// What was noted: without a word it is called by its kind.
fn noted(lang: Lang, subject: &str) -> Word {
    subject.parse().map_or_else(|_| Cow::Owned(subject.to_owned()), |kind| activity_kind(lang, kind))
}

/// Which kind of entry an operation's label names.
fn entry(lang: Lang, label: &Label) -> Word {
    match label.detail.parse() {
        Ok(kind) => entry_words::kind(lang, kind),
        Err(_) => tr!(lang, "record.entry"),
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
        assert_eq!(operation(Lang::Zh, &label), "推进销售机会 Acme renewal，至“设计”");
    }

    #[test]
    fn days_are_written_as_the_reader_writes_them() {
        let label = Label::new(Deed::DateDeals, "3").with("2026-12-05");
        assert_eq!(operation(Lang::En, &label), "Set the close date of 3 deals (5 Dec 2026)");
        assert_eq!(operation(Lang::Zh, &label), "更改 3 个销售机会的预计成交日（2026年12月5日）");
        let review = Label::new(Deed::FinishReview, "2026-11-21");
        assert!(operation(Lang::En, &review).contains("21 Nov 2026"));
    }
}
