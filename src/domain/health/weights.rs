//! How much each danger weighs: settings of the book.

use super::{Danger, WHOLE};

/// What each danger takes from an account's health, 0 to 100.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights([u32; Danger::ALL.len()]);

/// The name of a weight among the settings begins with this; the danger's key follows.
const PREFIX: &str = "health_";

impl Default for Weights {
    /// Ours: what was promised and not done weighs more than what may come of neglect.
    fn default() -> Weights {
        Weights(std::array::from_fn(|at| match Danger::ALL[at] {
            Danger::ComplaintOpen | Danger::PromiseBroken | Danger::CheckUpLow => 20,
            Danger::PromiseOverdue
            | Danger::ReceivableOverdue
            | Danger::CheckUpFalling
            | Danger::GoneQuiet
            | Danger::CompetitorPreferred => 15,
            Danger::NoSupporter | Danger::CheckUpOld | Danger::NotKnown => 10,
        }))
    }
}

impl Weights {
    /// The names of the weights among the settings, in the order of the dangers.
    pub const KEYS: [&'static str; Danger::ALL.len()] = [
        "health_complaint_open",
        "health_promise_broken",
        "health_promise_overdue",
        "health_receivable_overdue",
        "health_check_up_low",
        "health_check_up_falling",
        "health_gone_quiet",
        "health_competitor_preferred",
        "health_no_supporter",
        "health_check_up_old",
        "health_not_known",
    ];

    /// What a danger weighs.
    pub fn of(&self, danger: Danger) -> u32 {
        self.0[Weights::place(danger)]
    }

    /// The danger whose weight has this name among the settings.
    pub fn danger(key: &str) -> Option<Danger> {
        key.strip_prefix(PREFIX)?.parse().ok()
    }

    /// The name among the settings of what a danger weighs.
    pub fn key(danger: Danger) -> &'static str {
        Weights::KEYS[Weights::place(danger)]
    }

    /// Changes what a danger weighs; false where the text is no number from 0 to 100.
    pub fn set(&mut self, danger: Danger, text: &str) -> bool {
        match text.parse().ok().filter(|weight| *weight <= WHOLE) {
            Some(weight) => {
                self.0[Weights::place(danger)] = weight;
                true
            }
            None => false,
        }
    }

    fn place(danger: Danger) -> usize {
        Danger::ALL.iter().position(|one| *one == danger).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_is_a_setting_named_after_its_danger() {
        for (danger, key) in Danger::ALL.iter().zip(Weights::KEYS) {
            assert_eq!(Weights::danger(key), Some(*danger));
            assert_eq!(Weights::key(*danger), key);
        }
    }

    #[test]
    fn a_weight_is_a_number_up_to_the_whole() {
        let mut weights = Weights::default();
        assert!(weights.set(Danger::NotKnown, "0") && weights.of(Danger::NotKnown) == 0);
        assert!(weights.set(Danger::NotKnown, "100") && weights.of(Danger::NotKnown) == 100);
        for wrong in ["101", "-1", "much", ""] {
            assert!(!weights.set(Danger::NotKnown, wrong), "{wrong}");
        }
        assert_eq!(weights.of(Danger::NotKnown), 100);
    }
}
