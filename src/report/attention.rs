//! Why a deal needs attention, in the reader's language.

use super::words::Word;
use crate::domain::attention::Reason;
use crate::i18n::Lang;
use crate::tr;

/// Why a deal needs attention, in a few words.
pub fn reason(lang: Lang, reason: Reason) -> Word {
    match reason {
        Reason::NextStepOverdue => tr!(lang, "attention.next_step_overdue"),
        Reason::NoNextStep => tr!(lang, "attention.no_next_step"),
        Reason::CloseDatePast => tr!(lang, "attention.close_date_past"),
        Reason::CloseDateMissing => tr!(lang, "attention.close_date_missing"),
        Reason::ReceivableOverdue => tr!(lang, "attention.receivable_overdue"),
        Reason::OverCreditLimit => tr!(lang, "attention.over_credit_limit"),
        Reason::NoActivity => tr!(lang, "attention.no_activity"),
        Reason::StageTooLong => tr!(lang, "attention.stage_too_long"),
        Reason::CloseDateMoved => tr!(lang, "attention.close_date_moved"),
        Reason::AmountMissing => tr!(lang, "attention.amount_missing"),
        Reason::NoDecisionMaker => tr!(lang, "attention.no_decision_maker"),
        Reason::ExitSignMissing => tr!(lang, "attention.exit_sign_missing"),
    }
}
