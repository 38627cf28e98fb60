//! Which open deals need attention, and why: what the weekly review walks through.

use chrono::NaiveDate;

use super::settings::Settings;
use super::word::words;

words! {
    /// Why a deal needs attention.
    pub enum Reason {
        /// The next step has passed its day.
        NextStepOverdue = "next_step_overdue",
        /// Nobody has said what comes next.
        NoNextStep = "no_next_step",
        /// The expected close date has passed.
        CloseDatePast = "close_date_past",
        /// There is no expected close date, so the deal counts in no period.
        CloseDateMissing = "close_date_missing",
        /// A receivable is overdue.
        ReceivableOverdue = "receivable_overdue",
        /// The account is over its credit limit.
        OverCreditLimit = "over_credit_limit",
        /// Nothing has happened for a while.
        NoActivity = "no_activity",
        /// It stands at its stage for longer than won deals did.
        StageTooLong = "stage_too_long",
        /// The expected close date was moved out again and again.
        CloseDateMoved = "close_date_moved",
        /// There is no amount, so the deal is worth nothing in the funnel.
        AmountMissing = "amount_missing",
        /// No decision maker is known.
        NoDecisionMaker = "no_decision_maker",
        /// It moved on without the exit sign of a stage.
        ExitSignMissing = "exit_sign_missing",
    }
}

impl Reason {
    /// How much it weighs when deals are put worst first: what makes a forecast wrong today before what
    /// may make it wrong later. Ours.
    pub fn weight(self) -> u32 {
        match self {
            Reason::NextStepOverdue
            | Reason::NoNextStep
            | Reason::CloseDatePast
            | Reason::CloseDateMissing
            | Reason::ReceivableOverdue
            | Reason::OverCreditLimit => 3,
            Reason::NoActivity | Reason::StageTooLong | Reason::CloseDateMoved | Reason::AmountMissing => 2,
            Reason::NoDecisionMaker | Reason::ExitSignMissing => 1,
        }
    }
}

/// What is known of an open deal. What cannot be known yet is None and gives no reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DealFacts {
    /// Whether it has a next step.
    pub has_next_step: bool,
    /// When the next step is due.
    pub next_on: Option<NaiveDate>,
    /// When it is expected to close.
    pub close_on: Option<NaiveDate>,
    /// When it was created.
    pub created_on: NaiveDate,
    /// Its last activity.
    pub last_activity: Option<NaiveDate>,
    /// Since when it has stood at its stage.
    pub stage_since: NaiveDate,
    /// The limit in days that was set for its stage.
    pub stage_limit: Option<i64>,
    /// Twice the median of days that won deals stood at that stage, from [`twice_median`].
    pub usual_stay: Option<i64>,
    /// How often its close date was moved out, from [`MovesOut`].
    pub close_moves: u32,
    /// Its amount in minor units.
    pub amount: Option<i64>,
    /// Whether a decision maker is known.
    pub decision_maker_known: bool,
    /// Whether it moved on without an exit sign.
    pub exit_sign_skipped: bool,
    /// Whether a receivable of it is overdue.
    pub receivable_overdue: Option<bool>,
    /// Whether its account is over the credit limit.
    pub over_credit_limit: Option<bool>,
}

/// From when on something needs attention; the method's defaults can be changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Days without activity.
    pub quiet_days: i64,
    /// Days at a stage, where there is neither a limit nor history.
    pub stage_days: i64,
    /// Times that the close date was moved out.
    pub moves_of_close: i64,
}

impl From<&Settings> for Thresholds {
    fn from(settings: &Settings) -> Self {
        Thresholds {
            quiet_days: settings.quiet_days,
            stage_days: settings.stage_days,
            moves_of_close: settings.moves_of_close,
        }
    }
}

/// Why an open deal needs attention on the day `today`; nothing where it does not. By the method: a day
/// is overdue from the next one on; activity is missing once the given number of days has gone without
/// (since its creation, where there never was any); it stands too long after more days than the limit
/// of its stage, or else twice the median of won deals there, or else the default.
pub fn reasons(deal: &DealFacts, thresholds: &Thresholds, today: NaiveDate) -> Vec<Reason> {
    let past = |day: Option<NaiveDate>| day.is_some_and(|day| day < today);
    let days_since = |day: NaiveDate| (today - day).num_days();
    let quiet = days_since(deal.last_activity.unwrap_or(deal.created_on)) >= thresholds.quiet_days;
    let longest_stay = deal.stage_limit.or(deal.usual_stay).unwrap_or(thresholds.stage_days);
    let holds = |reason: &Reason| match reason {
        Reason::NextStepOverdue => past(deal.next_on),
        Reason::NoNextStep => !deal.has_next_step,
        Reason::CloseDatePast => past(deal.close_on),
        Reason::CloseDateMissing => deal.close_on.is_none(),
        Reason::ReceivableOverdue => deal.receivable_overdue == Some(true),
        Reason::OverCreditLimit => deal.over_credit_limit == Some(true),
        Reason::NoActivity => quiet,
        Reason::StageTooLong => days_since(deal.stage_since) > longest_stay,
        Reason::CloseDateMoved => i64::from(deal.close_moves) >= thresholds.moves_of_close,
        Reason::AmountMissing => deal.amount.is_none_or(|amount| amount == 0),
        Reason::NoDecisionMaker => !deal.decision_maker_known,
        Reason::ExitSignMissing => deal.exit_sign_skipped,
    };
    Reason::ALL.iter().copied().filter(holds).collect()
}

/// What all the reasons of a deal weigh; the worst deals have the most.
pub fn severity(reasons: impl IntoIterator<Item = Reason>) -> u32 {
    reasons.into_iter().map(Reason::weight).sum()
}

/// Twice the median of the days that won deals stood at a stage, exact also for an even number of them;
/// None without any.
pub fn twice_median(stays: &mut [i64]) -> Option<i64> {
    stays.sort_unstable();
    let upper = stays.get(stays.len() / 2)?;
    let lower = stays.get((stays.len() - 1) / 2)?;
    Some(lower + upper)
}

/// How often a close date was moved out, counted while all the dates that it had are gone through, in order.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct MovesOut {
    last: Option<NaiveDate>,
    moves: u32,
}

impl MovesOut {
    /// Looks at the next date that it had, if it had one. Setting a first date, or bringing one forward, is no
    /// moving out.
    pub fn see(&mut self, date: Option<NaiveDate>) {
        let Some(date) = date else { return };
        self.moves += u32::from(self.last.replace(date).is_some_and(|last| date > last));
    }

    /// How often it was moved out so far.
    pub fn count(self) -> u32 {
        self.moves
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn today() -> NaiveDate {
        day("2026-11-21")
    }

    /// A deal that needs no attention.
    fn sound() -> DealFacts {
        DealFacts {
            has_next_step: true,
            next_on: Some(today()),
            close_on: Some(today()),
            created_on: day("2026-11-01"),
            last_activity: Some(day("2026-11-08")),
            stage_since: day("2026-10-22"),
            stage_limit: None,
            usual_stay: None,
            close_moves: 1,
            amount: Some(100),
            decision_maker_known: true,
            exit_sign_skipped: false,
            receivable_overdue: Some(false),
            over_credit_limit: None,
        }
    }

    fn found(deal: DealFacts) -> Vec<Reason> {
        reasons(&deal, &Thresholds::from(&Settings::default()), today())
    }

    #[test]
    fn a_sound_deal_needs_none() {
        assert_eq!(found(sound()), []);
    }

    #[rstest]
    #[case(DealFacts { has_next_step: false, next_on: None, ..sound() }, Reason::NoNextStep)]
    #[case(DealFacts { next_on: Some(day("2026-11-20")), ..sound() }, Reason::NextStepOverdue)]
    #[case(DealFacts { close_on: Some(day("2026-11-20")), ..sound() }, Reason::CloseDatePast)]
    #[case(DealFacts { close_on: None, ..sound() }, Reason::CloseDateMissing)]
    #[case(DealFacts { last_activity: Some(day("2026-11-07")), ..sound() }, Reason::NoActivity)]
    #[case(DealFacts { last_activity: None, ..sound() }, Reason::NoActivity)]
    #[case(DealFacts { stage_since: day("2026-10-21"), ..sound() }, Reason::StageTooLong)]
    #[case(DealFacts { usual_stay: Some(29), ..sound() }, Reason::StageTooLong)]
    #[case(DealFacts { stage_limit: Some(10), usual_stay: Some(90), ..sound() }, Reason::StageTooLong)]
    #[case(DealFacts { close_moves: 2, ..sound() }, Reason::CloseDateMoved)]
    #[case(DealFacts { amount: None, ..sound() }, Reason::AmountMissing)]
    #[case(DealFacts { amount: Some(0), ..sound() }, Reason::AmountMissing)]
    #[case(DealFacts { decision_maker_known: false, ..sound() }, Reason::NoDecisionMaker)]
    #[case(DealFacts { exit_sign_skipped: true, ..sound() }, Reason::ExitSignMissing)]
    #[case(DealFacts { receivable_overdue: Some(true), ..sound() }, Reason::ReceivableOverdue)]
    #[case(DealFacts { over_credit_limit: Some(true), ..sound() }, Reason::OverCreditLimit)]
    fn one_thing_wrong_is_one_reason(#[case] deal: DealFacts, #[case] reason: Reason) {
        assert_eq!(found(deal), [reason]);
    }

    #[test]
    fn a_deal_created_today_is_not_quiet() {
        let fresh = DealFacts { created_on: today(), last_activity: None, stage_since: today(), ..sound() };
        assert_eq!(found(fresh), []);
    }

    #[test]
    fn the_history_of_won_deals_lengthens_what_is_usual() {
        let long = DealFacts { stage_since: day("2026-09-01"), ..sound() };
        assert_eq!(found(long), [Reason::StageTooLong]);
        assert_eq!(found(DealFacts { usual_stay: Some(100), ..long }), []);
    }

    #[test]
    fn many_grave_reasons_are_worse_than_few_light_ones() {
        let grave = severity([Reason::NoNextStep, Reason::CloseDatePast]);
        assert!(grave > severity([Reason::NoActivity, Reason::AmountMissing]));
        assert!(grave > severity([Reason::NoDecisionMaker, Reason::ExitSignMissing]));
    }

    #[rstest]
    #[case(&mut [], None)]
    #[case(&mut [7], Some(14))]
    #[case(&mut [30, 10], Some(40))]
    #[case(&mut [9, 1, 4], Some(8))]
    #[case(&mut [4, 1, 9, 2], Some(6))]
    fn twice_the_median_is_exact(#[case] stays: &mut [i64], #[case] expected: Option<i64>) {
        assert_eq!(twice_median(stays), expected);
    }

    #[test]
    fn only_a_later_date_is_a_moving_out() {
        let moves_out = |dates: &[Option<NaiveDate>]| {
            let mut moves = MovesOut::default();
            dates.iter().for_each(|date| moves.see(*date));
            moves.count()
        };
        let dates = ["2026-10-01", "2026-11-01", "2026-10-15", "2026-12-01"].map(|text| Some(day(text)));
        assert_eq!(moves_out(&dates), 2);
        assert_eq!(moves_out(&[None, dates[0]]), 0);
        assert_eq!(moves_out(&[dates[0], None, dates[1]]), 1);
    }
}
