//! Where the methods cut: each has the trade's default, and a person may move it.

use super::share::{Cut, Shares};
use crate::domain::number;
use crate::domain::settings::SettingError;

/// The settings of the methods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules {
    /// Orders of so many months up to today count as present sales.
    pub months: u32,
    /// The margin of an account that has none of its own, basis points of sales.
    pub usual_margin: Option<i64>,
    /// Our share of a client's spend is high from here on.
    pub share_cut: Cut,
    /// The top share of accounts by potential that has a high one.
    pub potential_high: Cut,
    /// The top share of accounts by potential whose potential is not low.
    pub potential_middle: Cut,
    /// A client is attractive, for KAISM, from so many points on.
    pub attractiveness_cut: i64,
    /// We are strong, for KAISM, from so many points on.
    pub strength_cut: i64,
    /// Attractiveness is high, for the tier, from so many points on.
    pub attractiveness_high: i64,
    /// Attractiveness is not low, for the tier, from so many points on.
    pub attractiveness_middle: i64,
    /// The top share of accounts that is platinum.
    pub pyramid_platinum: Cut,
    /// The top share of accounts that is gold, or better.
    pub pyramid_gold: Cut,
    /// The top share of accounts that is iron, or better.
    pub pyramid_iron: Cut,
    /// The share of all that is contributed whose end is looked for.
    pub pareto_share: Cut,
    /// What sales, profit, credit and prospects weigh in the score.
    pub score_weights: Shares<4>,
    /// The guide's shares of key, ordinary and prospective accounts.
    pub tier_accounts: Shares<3>,
    /// The guide's shares of time for them.
    pub tier_time: Shares<3>,
}

impl Default for Rules {
    fn default() -> Self {
        Rules {
            months: 12,
            usual_margin: None,
            share_cut: Cut::per_cent(50),
            potential_high: Cut::parts(1, 3),
            potential_middle: Cut::parts(2, 3),
            attractiveness_cut: 5,
            strength_cut: 5,
            attractiveness_high: 7,
            attractiveness_middle: 4,
            pyramid_platinum: Cut::per_cent(1),
            pyramid_gold: Cut::per_cent(20),
            pyramid_iron: Cut::per_cent(50),
            pareto_share: Cut::per_cent(80),
            score_weights: Shares::per_cent([30, 30, 20, 20]),
            tier_accounts: Shares::per_cent([10, 30, 60]),
            tier_time: Shares::per_cent([60, 30, 10]),
        }
    }
}

/// How a setting that is not set is written.
const NONE: &str = "none";

impl Rules {
    /// The name of every setting of the methods.
    pub const KEYS: &'static [&'static str] = &[
        "segment_months",
        "usual_margin",
        "share_cut",
        "potential_high",
        "potential_middle",
        "attractiveness_cut",
        "strength_cut",
        "attractiveness_high",
        "attractiveness_middle",
        "pyramid_platinum",
        "pyramid_gold",
        "pyramid_iron",
        "pareto_share",
        "score_weights",
        "tier_accounts",
        "tier_time",
    ];

    /// Changes one setting.
    ///
    /// # Errors
    /// [`SettingError`] where there is no such setting or the value is not of its kind.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), SettingError> {
        let refused = || SettingError::Value { key: key.to_owned(), value: value.to_owned() };
        let cut = || value.parse::<Cut>().map_err(|_| refused());
        let points = || value.parse().ok().filter(|points| (0..=10).contains(points)).ok_or_else(refused);
        match key {
            "segment_months" => {
                let months = value.parse().ok().filter(|months| (1..=120).contains(months));
                self.months = months.ok_or_else(refused)?;
            }
            "usual_margin" if value == NONE => self.usual_margin = None,
            "usual_margin" => self.usual_margin = Some(number::basis_points(value).ok_or_else(refused)?),
            "share_cut" => self.share_cut = cut()?,
            "potential_high" => self.potential_high = cut()?,
            "potential_middle" => self.potential_middle = cut()?,
            "attractiveness_cut" => self.attractiveness_cut = points()?,
            "strength_cut" => self.strength_cut = points()?,
            "attractiveness_high" => self.attractiveness_high = points()?,
            "attractiveness_middle" => self.attractiveness_middle = points()?,
            "pyramid_platinum" => self.pyramid_platinum = cut()?,
            "pyramid_gold" => self.pyramid_gold = cut()?,
            "pyramid_iron" => self.pyramid_iron = cut()?,
            "pareto_share" => self.pareto_share = cut()?,
            "score_weights" => self.score_weights = value.parse().map_err(|_| refused())?,
            "tier_accounts" => self.tier_accounts = value.parse().map_err(|_| refused())?,
            "tier_time" => self.tier_time = value.parse().map_err(|_| refused())?,
            _ => return Err(SettingError::Unknown(key.to_owned())),
        }
        Ok(())
    }

    /// A setting's value as text.
    pub fn get(&self, key: &str) -> Option<String> {
        Some(match key {
            "segment_months" => self.months.to_string(),
            "usual_margin" => match self.usual_margin {
                Some(points) => Cut::basis(points).to_string(),
                None => NONE.to_owned(),
            },
            "share_cut" => self.share_cut.to_string(),
            "potential_high" => self.potential_high.to_string(),
            "potential_middle" => self.potential_middle.to_string(),
            "attractiveness_cut" => self.attractiveness_cut.to_string(),
            "strength_cut" => self.strength_cut.to_string(),
            "attractiveness_high" => self.attractiveness_high.to_string(),
            "attractiveness_middle" => self.attractiveness_middle.to_string(),
            "pyramid_platinum" => self.pyramid_platinum.to_string(),
            "pyramid_gold" => self.pyramid_gold.to_string(),
            "pyramid_iron" => self.pyramid_iron.to_string(),
            "pareto_share" => self.pareto_share.to_string(),
            "score_weights" => self.score_weights.to_string(),
            "tier_accounts" => self.tier_accounts.to_string(),
            "tier_time" => self.tier_time.to_string(),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[test]
    fn a_cut_is_kept_as_a_person_writes_it() {
        let mut rules = Rules::default();
        for (key, written, kept) in [
            ("pyramid_gold", "15%", "15%"),
            ("pyramid_platinum", "0.5%", "0.5%"),
            ("share_cut", "0.4", "40%"),
            ("potential_high", "1/4", "1/4"),
            ("usual_margin", "32.5%", "32.5%"),
            ("usual_margin", "none", "none"),
            ("score_weights", "40 30 20 10", "40/30/20/10"),
            ("tier_time", "0.5/0.3/0.2", "50/30/20"),
        ] {
            rules.set(key, written).unwrap();
            assert_eq!(rules.get(key).as_deref(), Some(kept), "{key}");
        }
    }

    #[rstest]
    #[case("pyramid_gold", "120%")]
    #[case("potential_high", "2/1")]
    #[case("potential_high", "1/0")]
    #[case("score_weights", "30/30/20")]
    #[case("score_weights", "30/30/30/30")]
    #[case("attractiveness_cut", "11")]
    #[case("segment_months", "0")]
    #[case("usual_margin", "much")]
    #[case("share", "50%")]
    fn what_is_no_cut_is_refused(#[case] key: &str, #[case] value: &str) {
        let mut rules = Rules::default();
        assert!(rules.set(key, value).is_err());
        assert_eq!(rules, Rules::default());
    }
}
