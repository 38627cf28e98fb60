//! The weekly review: what is decided about a deal, and which decision settles which reason.

use chrono::{Datelike, NaiveDate, Weekday};

use super::attention::Reason;
use super::word::words;

words! {
    /// What was decided about a deal in a review.
    pub enum Verdict {
        /// It moved on to a later stage.
        Advanced = "advanced",
        /// It went back to an earlier stage.
        Back = "back",
        /// It is expected to close on another day.
        CloseDate = "close_date",
        /// It is worth something else.
        Amount = "amount",
        /// What comes next was said.
        NextStep = "next_step",
        /// The client was contacted.
        Contacted = "contacted",
        /// The exit sign that it went on without was seen.
        SignSeen = "sign_seen",
        /// It was won.
        Won = "won",
        /// It was lost.
        Lost = "lost",
        /// It need not be looked at before a day.
        Snoozed = "snoozed",
        /// It stays as it is.
        Kept = "kept",
        /// It was passed over.
        Skipped = "skipped",
    }
}

impl Reason {
    /// What settles it; none where it takes more than a decision: a person to be found, a payment to
    /// be chased.
    pub fn settled_by(self) -> Option<Verdict> {
        match self {
            Reason::NextStepOverdue | Reason::NoNextStep => Some(Verdict::NextStep),
            Reason::CloseDatePast | Reason::CloseDateMissing | Reason::CloseDateMoved => {
                Some(Verdict::CloseDate)
            }
            Reason::NoActivity => Some(Verdict::Contacted),
            Reason::StageTooLong => Some(Verdict::Advanced),
            Reason::AmountMissing => Some(Verdict::Amount),
            Reason::ExitSignMissing => Some(Verdict::SignSeen),
            Reason::NoDecisionMaker | Reason::ReceivableOverdue | Reason::OverCreditLimit => None,
        }
    }
}

/// The most deals that a review is made of: the worst of them. Nobody decides more in one sitting.
pub const MOST_DEALS: usize = 1_000;

/// Where a review goes on: at the first deal of which nothing was said yet, or, when all were seen, at the
/// first that was passed over. None when all are decided.
pub fn resume_at(verdicts: &[Option<Verdict>]) -> Option<usize> {
    let first = |wanted: Option<Verdict>| verdicts.iter().position(|verdict| *verdict == wanted);
    first(None).or_else(|| first(Some(Verdict::Skipped)))
}

/// Whether a review is due: none was begun since the last such day of the week, today included. A book
/// without any is reviewed first when that day comes.
pub fn is_due(last: Option<NaiveDate>, on: Weekday, today: NaiveDate) -> bool {
    let since = i64::from(today.weekday().days_since(on));
    match last {
        Some(last) => (today - last).num_days() > since,
        None => since == 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_due_once_a_week_from_its_day_on() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        // 19 November 2026 is a Thursday.
        let due = |last: &str, today: &str| is_due(Some(day(last)), Weekday::Thu, day(today));
        assert!(due("2026-11-12", "2026-11-19"));
        assert!(due("2026-11-18", "2026-11-19"), "one on Wednesday was last week's");
        assert!(due("2026-11-12", "2026-11-21"), "it stays due");
        assert!(!due("2026-11-19", "2026-11-19"));
        assert!(!due("2026-11-20", "2026-11-25"));
        assert!(is_due(None, Weekday::Thu, day("2026-11-19")));
        assert!(!is_due(None, Weekday::Thu, day("2026-11-20")));
    }

    #[test]
    fn a_review_goes_on_where_it_was_left_and_then_comes_back_to_what_was_skipped() {
        let (kept, skipped) = (Some(Verdict::Kept), Some(Verdict::Skipped));
        assert_eq!(resume_at(&[kept, skipped, None, None]), Some(2));
        assert_eq!(resume_at(&[kept, skipped, kept, kept]), Some(1));
        assert_eq!(resume_at(&[kept, kept]), None);
        assert_eq!(resume_at(&[]), None);
    }
}
