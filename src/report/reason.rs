//! Why a deal needs a word, with the day or the number of days that says how bad it is.

use chrono::NaiveDate;

use super::words::Word;
use crate::domain::attention::Reason;
use crate::i18n::Lang;
use crate::store::view::lines::DealLine;
use crate::tr;

/// A reason in the reader's language, for a deal as it stands on a day.
pub fn text(lang: Lang, reason: Reason, line: &DealLine, today: NaiveDate) -> Word {
    let deal = &line.deal;
    let since = |day: NaiveDate| (today - day).num_days();
    let shown = |day: Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match reason {
        Reason::NextStepOverdue => tr!(lang, "reason.next_step_overdue", day = shown(deal.next_on)),
        Reason::NoNextStep => tr!(lang, "reason.no_next_step"),
        Reason::CloseDatePast => tr!(lang, "reason.close_date_past", day = shown(deal.close_on)),
        Reason::CloseDateMissing => tr!(lang, "reason.close_date_missing"),
        Reason::ReceivableOverdue => tr!(lang, "reason.receivable_overdue"),
        Reason::OverCreditLimit => tr!(lang, "reason.over_credit_limit"),
        Reason::NoActivity => {
            let days = since(line.last_activity.unwrap_or(deal.created_on));
            if days == 1 {
                tr!(lang, "reason.no_activity_one")
            } else {
                tr!(lang, "reason.no_activity", days = days)
            }
        }
        Reason::StageTooLong => {
            let days = since(deal.stage_since);
            if days == 1 {
                tr!(lang, "reason.stage_too_long_one")
            } else {
                tr!(lang, "reason.stage_too_long", days = days)
            }
        }
        Reason::CloseDateMoved => tr!(lang, "reason.close_date_moved"),
        Reason::AmountMissing => tr!(lang, "reason.amount_missing"),
        Reason::NoDecisionMaker => tr!(lang, "reason.no_decision_maker"),
        Reason::ExitSignMissing => tr!(lang, "reason.exit_sign_missing"),
    }
}
