//! What endangers a relationship, and what mends it.

use crate::domain::word::words;

words! {
    /// Why a relationship is in danger, the most pressing first.
    pub enum Danger {
        /// A complaint has no answer.
        ComplaintOpen = "complaint_open",
        /// We broke a promise.
        PromiseBroken = "promise_broken",
        /// A promise of ours is past its day.
        PromiseOverdue = "promise_overdue",
        /// They owe us an instalment that is past its day.
        ReceivableOverdue = "receivable_overdue",
        /// The last check-up was low.
        CheckUpLow = "check_up_low",
        /// The last check-up was worse than the one before.
        CheckUpFalling = "check_up_falling",
        /// Somebody was not heard of for longer than the rhythm.
        GoneQuiet = "gone_quiet",
        /// They prefer a competitor.
        CompetitorPreferred = "competitor_preferred",
        /// No key person supports us.
        NoSupporter = "no_supporter",
        /// Nobody asked them for long how we do: they are taken for granted.
        CheckUpOld = "check_up_old",
        /// We have no private information, so we do not know them.
        NotKnown = "not_known",
    }
}

words! {
    /// What mends a danger.
    pub enum Remedy {
        /// Answer the complaint.
        Answer = "answer",
        /// Make good what was not kept, and promise only what can be kept.
        MakeGood = "make_good",
        /// Keep the promise, or agree on another day.
        Keep = "keep",
        /// Talk about the payment.
        Collect = "collect",
        /// Get in touch.
        Contact = "contact",
        /// Ask how we are doing.
        Ask = "ask",
        /// Work on what the client sees in the competitor.
        Compete = "compete",
        /// Win a supporter among the key people.
        Win = "win",
        /// Learn what only they can tell.
        Learn = "learn",
    }
}

impl Danger {
    /// What mends it.
    pub fn remedy(self) -> Remedy {
        match self {
            Danger::ComplaintOpen => Remedy::Answer,
            Danger::PromiseBroken => Remedy::MakeGood,
            Danger::PromiseOverdue => Remedy::Keep,
            Danger::ReceivableOverdue => Remedy::Collect,
            Danger::CheckUpLow | Danger::CheckUpFalling | Danger::CheckUpOld => Remedy::Ask,
            Danger::GoneQuiet => Remedy::Contact,
            Danger::CompetitorPreferred => Remedy::Compete,
            Danger::NoSupporter => Remedy::Win,
            Danger::NotKnown => Remedy::Learn,
        }
    }
}
