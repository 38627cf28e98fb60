//! Why a deal needs a word, with the day or the number of days that says how bad it is.

use chrono::NaiveDate;

use super::words::Word;
use crate::domain::attention::Reason;
use crate::i18n::Lang;
use crate::report::model::DealOut;
use crate::store::view::lines::DealLine;
use crate::tr;

/// The days of a deal that say how bad a reason is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Days {
    next_on: Option<NaiveDate>,
    close_on: Option<NaiveDate>,
    /// The last activity, or its creation where there never was any.
    heard_of: NaiveDate,
    stage_since: NaiveDate,
}

impl From<&DealLine> for Days {
    fn from(line: &DealLine) -> Days {
        let deal = &line.deal;
        Days {
            next_on: deal.next_on,
            close_on: deal.close_on,
            heard_of: line.last_activity.unwrap_or(deal.created_on),
            stage_since: deal.stage_since,
        }
    }
}

impl From<&DealOut> for Days {
    fn from(deal: &DealOut) -> Days {
        Days {
            next_on: deal.next_on,
            close_on: deal.close_date,
            heard_of: deal.last_activity.unwrap_or(deal.created),
            stage_since: deal.stage_since,
        }
    }
}

/// A reason in the reader's language, for a deal as it stands on a day.
pub fn text(lang: Lang, reason: Reason, deal: impl Into<Days>, today: NaiveDate) -> Word {
    let deal = deal.into();
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
            let days = since(deal.heard_of);
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
