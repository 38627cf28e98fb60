//! The health of an account: what endangers the relationship, each reason with its weight, and what would
//! mend it. An account without a danger has a health of 100.

mod danger;
mod weights;

use chrono::NaiveDate;

use super::id::Id;
use super::relationship::{CheckUp, Trend};
use super::settings::Settings;

pub use danger::{Danger, Remedy};
pub use weights::Weights;

/// The health of an account of which nothing is feared.
pub const WHOLE: u32 = 100;

/// Things of one sort that wait: how many, and the one that has waited longest.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waiting {
    /// How many.
    pub number: u32,
    /// The one that has waited longest, and since when.
    pub longest: Option<(Id, NaiveDate)>,
}

impl Waiting {
    /// Counts one more.
    pub fn add(&mut self, id: Id, since: NaiveDate) {
        self.number += 1;
        if self.longest.is_none_or(|(_, day)| since < day) {
            self.longest = Some((id, since));
        }
    }
}

/// What is known of an account. What is not known gives no reason, but where not knowing is the danger.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AccountFacts {
    /// Whether its tier says that it is not worth care now: then nothing is missed there.
    pub let_be: bool,
    /// Complaints without an answer, by the days on which they were raised.
    pub complaints: Waiting,
    /// Promises of ours that were broken lately, by the days on which that was settled.
    pub broken: Waiting,
    /// Promises of ours that are open past their day.
    pub overdue: Waiting,
    /// Instalments that are past their day, by the deal.
    pub receivables: Waiting,
    /// People not heard of for longer than the rhythm of the tier, by their last contact.
    pub quiet: Waiting,
    /// Check-ups: the latest, and the one before.
    pub check_ups: Option<Trend>,
    /// The day of the first sale; none where nothing was sold yet.
    pub first_sale: Option<NaiveDate>,
    /// A competitor whom the client, or one of its key people, prefers to us.
    pub preferred: Option<String>,
    /// People with a part in the purchase, or with a say.
    pub key_people: u32,
    /// Those of them who support us.
    pub supporters: u32,
    /// The highest level of what is known of it.
    pub level_known: Option<i64>,
}

/// From when on something is a danger; settings of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds {
    /// Days without a check-up.
    pub check_up_days: i64,
    /// The mean of a check-up below which it is low, in hundredths.
    pub check_up_low: i64,
}

impl From<&Settings> for Thresholds {
    fn from(settings: &Settings) -> Thresholds {
        Thresholds { check_up_days: settings.check_up_days, check_up_low: 100 * settings.check_up_low }
    }
}

/// What endangers the relationship with an account on a day, in the order of [`Danger::ALL`]. By our rule: a
/// check-up falls by half a point or more; it is missed once so many days have gone without, from the latest
/// or else from the first sale, for who never bought cannot say how we do; supporters are missed among the
/// key people, and knowledge by notes of level 3 or 4, of every account that is not let be.
pub fn dangers(facts: &AccountFacts, thresholds: &Thresholds, today: NaiveDate) -> Vec<Danger> {
    let waits = |waiting: &Waiting| waiting.number > 0;
    let long_ago = |day: NaiveDate| (today - day).num_days() >= thresholds.check_up_days;
    let last_asked = || match (facts.check_ups, facts.first_sale) {
        (Some(Trend { latest: CheckUp { held_on, .. }, .. }), _) => Some(held_on),
        (None, first_sale) => first_sale,
    };
    let holds = |danger: &Danger| match danger {
        Danger::ComplaintOpen => waits(&facts.complaints),
        Danger::PromiseBroken => waits(&facts.broken),
        Danger::PromiseOverdue => waits(&facts.overdue),
        Danger::ReceivableOverdue => waits(&facts.receivables),
        Danger::GoneQuiet => waits(&facts.quiet),
        Danger::CheckUpLow => {
            facts.check_ups.is_some_and(|trend| trend.latest.mean < thresholds.check_up_low)
        }
        Danger::CheckUpFalling => {
            facts.check_ups.and_then(|trend| trend.change()).is_some_and(|by| by <= -50)
        }
        Danger::CheckUpOld => !facts.let_be && last_asked().is_some_and(long_ago),
        Danger::CompetitorPreferred => facts.preferred.is_some(),
        Danger::NoSupporter => !facts.let_be && facts.supporters == 0,
        Danger::NotKnown => !facts.let_be && facts.level_known.is_none_or(|level| level < 3),
    };
    Danger::ALL.iter().copied().filter(holds).collect()
}

/// The health that dangers leave: 100 less what they weigh together, never below 0.
pub fn health(dangers: &[Danger], weights: &Weights) -> u32 {
    WHOLE.saturating_sub(dangers.iter().map(|danger| weights.of(*danger)).sum())
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    const THRESHOLDS: Thresholds = Thresholds { check_up_days: 180, check_up_low: 300 };

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// An account of which nothing is feared.
    fn sound() -> AccountFacts {
        AccountFacts { key_people: 2, supporters: 1, level_known: Some(3), ..AccountFacts::default() }
    }

    fn one() -> Waiting {
        let mut waiting = Waiting::default();
        waiting.add(Id(1), day("2026-11-01"));
        waiting
    }

    fn trend(before: Option<i64>, latest: i64, held: &str) -> Option<Trend> {
        let before = before.map(|mean| CheckUp { held_on: day("2026-01-01"), mean });
        Some(Trend { latest: CheckUp { held_on: day(held), mean: latest }, before })
    }

    fn of(facts: &AccountFacts) -> Vec<Danger> {
        dangers(facts, &THRESHOLDS, day("2026-11-21"))
    }

    #[test]
    fn each_danger_has_its_cause() {
        assert_eq!(of(&sound()), []);
        let cases = [
            (AccountFacts { complaints: one(), ..sound() }, Danger::ComplaintOpen),
            (AccountFacts { broken: one(), ..sound() }, Danger::PromiseBroken),
            (AccountFacts { overdue: one(), ..sound() }, Danger::PromiseOverdue),
            (AccountFacts { receivables: one(), ..sound() }, Danger::ReceivableOverdue),
            (AccountFacts { quiet: one(), ..sound() }, Danger::GoneQuiet),
            (AccountFacts { preferred: Some("Rival".into()), ..sound() }, Danger::CompetitorPreferred),
            (AccountFacts { supporters: 0, ..sound() }, Danger::NoSupporter),
            (AccountFacts { level_known: Some(2), ..sound() }, Danger::NotKnown),
            (AccountFacts { level_known: None, ..sound() }, Danger::NotKnown),
        ];
        for (facts, danger) in cases {
            assert_eq!(of(&facts), [danger]);
        }
    }

    #[rstest]
    #[case(trend(None, 300, "2026-11-01"), &[])]
    #[case(trend(None, 299, "2026-11-01"), &[Danger::CheckUpLow])]
    #[case(trend(Some(450), 401, "2026-11-01"), &[])]
    #[case(trend(Some(450), 400, "2026-11-01"), &[Danger::CheckUpFalling])]
    #[case(trend(Some(400), 450, "2026-05-26"), &[])]
    #[case(trend(Some(400), 450, "2026-05-25"), &[Danger::CheckUpOld])]
    fn check_ups_are_low_falling_or_missed(#[case] check_ups: Option<Trend>, #[case] wanted: &[Danger]) {
        assert_eq!(of(&AccountFacts { check_ups, ..sound() }), wanted);
    }

    #[rstest]
    #[case(None, false)]
    #[case(Some("2026-05-26"), false)]
    #[case(Some("2026-05-25"), true)]
    fn who_bought_and_was_never_asked_is_taken_for_granted(
        #[case] first: Option<&str>,
        #[case] missed: bool,
    ) {
        let facts = AccountFacts { first_sale: first.map(day), ..sound() };
        assert_eq!(of(&facts).contains(&Danger::CheckUpOld), missed);
    }

    #[test]
    fn nothing_is_missed_of_an_account_that_is_let_be() {
        let facts =
            AccountFacts { let_be: true, first_sale: Some(day("2020-01-01")), ..AccountFacts::default() };
        assert_eq!(of(&facts), []);
        assert_eq!(of(&AccountFacts { complaints: one(), ..facts }), [Danger::ComplaintOpen]);
    }

    #[test]
    fn health_is_what_the_weights_leave() {
        let weights = Weights::default();
        assert_eq!(health(&[], &weights), 100);
        let two = [Danger::ComplaintOpen, Danger::NotKnown];
        assert_eq!(health(&two, &weights), 100 - weights.of(two[0]) - weights.of(two[1]));
        assert_eq!(health(Danger::ALL, &weights), 0, "never below zero");
    }
}
