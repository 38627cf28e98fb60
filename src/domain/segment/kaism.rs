//! KAISM, the key-account identification and selection matrix: how attractive a client is to us, by how
//! strong we are there as the client sees it.

use super::rules::Rules;
use super::{Facts, Finding};
use crate::domain::word::words;

words! {
    /// A field of the matrix.
    pub enum Kaism {
        /// Attractive, and we are strong: a key account.
        KeyAccount = "key_account",
        /// Attractive, and we are weak: to be developed into one.
        KeyDevelopment = "key_development",
        /// Not attractive, and we are strong: to be kept going.
        Maintenance = "maintenance",
        /// Not attractive, and we are weak: served as it comes.
        Opportunistic = "opportunistic",
    }
}

impl Kaism {
    /// From whether the client is attractive, and whether we are strong.
    pub fn of(is_attractive: bool, are_strong: bool) -> Kaism {
        match (is_attractive, are_strong) {
            (true, true) => Kaism::KeyAccount,
            (true, false) => Kaism::KeyDevelopment,
            (false, true) => Kaism::Maintenance,
            (false, false) => Kaism::Opportunistic,
        }
    }
}

/// The field in which each account stands.
pub fn fields(accounts: &[Facts], rules: &Rules) -> Vec<Finding<Kaism>> {
    let field = |facts: &Facts| {
        let strength = facts.strength.map(|strength| strength.points);
        let class = facts.attractiveness.ok().zip(strength.ok()).map(|(attractive, strong)| {
            Kaism::of(attractive >= rules.attractiveness_cut, strong >= rules.strength_cut)
        });
        Finding::new(class, &[facts.attractiveness, strength])
    };
    accounts.iter().map(field).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::segment::{Input, Strength};
    use rstest::rstest;

    fn found(attractiveness: Option<i64>, strength: Option<i64>, rules: &Rules) -> Finding<Kaism> {
        let strength = strength.map(|points| Strength { points, from_preferences: false });
        let facts = Facts {
            attractiveness: attractiveness.ok_or(Input::Attractiveness),
            strength: strength.ok_or(Input::Strength),
            ..Facts::unknown(Id(1))
        };
        fields(&[facts], rules).remove(0)
    }

    #[rstest]
    #[case(5, 5, Kaism::KeyAccount)] // at both cuts
    #[case(10, 4, Kaism::KeyDevelopment)]
    #[case(4, 5, Kaism::Maintenance)]
    #[case(4, 4, Kaism::Opportunistic)]
    #[case(0, 0, Kaism::Opportunistic)]
    fn at_the_cut_is_high(#[case] attractiveness: i64, #[case] strength: i64, #[case] class: Kaism) {
        let finding = found(Some(attractiveness), Some(strength), &Rules::default());
        assert_eq!(finding, Finding { class: Some(class), missing: vec![] });
    }

    #[test]
    fn a_moved_cut_moves_the_class() {
        let rules = Rules { attractiveness_cut: 6, ..Rules::default() };
        assert_eq!(found(Some(5), Some(5), &rules).class, Some(Kaism::Maintenance));
    }

    #[test]
    fn what_was_not_judged_is_said() {
        let rules = Rules::default();
        assert_eq!(
            found(None, Some(9), &rules),
            Finding { class: None, missing: vec![Input::Attractiveness] }
        );
        let neither = found(None, None, &rules);
        assert_eq!(neither.missing, [Input::Attractiveness, Input::Strength]);
    }
}
