//! The accounts of a book in the classes of every method, by the rules and by hand.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::guide::{self, Effort};
use super::pyramid::{self, Pyramid};
use super::score::Score;
use super::{Class, FEW, Facts, Finding, Input, Kaism, Method, Posture, Quintiles, Rules};
use super::{kaism, posture, rfm, score, tier};
use crate::domain::id::Id;
use crate::domain::word::Tier;

/// Every account in the classes of every method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Segments {
    /// What is known of each account; all lists by account are in this order.
    pub accounts: Vec<Facts>,
    /// What the methods cut at.
    pub rules: Rules,
    /// The tiers that are proposed.
    pub tiers: Vec<Finding<Tier>>,
    /// The pyramid.
    pub pyramid: Pyramid,
    /// The scores.
    pub scores: Vec<Finding<Score>>,
    /// The quintiles.
    pub quintiles: Vec<Finding<Quintiles>>,
    /// The fields of KAISM.
    pub fields: Vec<Finding<Kaism>>,
    /// The postures.
    pub postures: Vec<Finding<Posture>>,
    decisions: HashMap<(Id, Method), Decision>,
}

/// What a person decided against the rule, or with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// The class.
    pub class: Class,
    /// Why.
    pub why: Option<String>,
    /// When; not known of a tier that was told with the account itself.
    pub decided_on: Option<NaiveDate>,
}

/// Where an account stands by one method.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placed {
    /// Its class: what the person decided, or else what the rule says. A tier is only ever decided.
    pub class: Option<Class>,
    /// What the rule says.
    pub rule: Option<Class>,
    /// What the person decided.
    pub decision: Option<Decision>,
    /// What the method asks for and the book does not know.
    pub missing: Vec<Input>,
}

impl Placed {
    /// Whether the person decided otherwise than the rule says.
    pub fn differs(&self) -> bool {
        self.decision.as_ref().is_some_and(|decision| self.rule.is_some_and(|rule| rule != decision.class))
    }
}

impl Segments {
    /// The classes of these accounts; a decision about none of them is of no account.
    pub fn new(
        accounts: Vec<Facts>,
        decisions: impl IntoIterator<Item = (Id, Decision)>,
        rules: Rules,
    ) -> Segments {
        let decisions =
            decisions.into_iter().map(|(account, decision)| ((account, decision.class.method()), decision));
        Segments {
            tiers: tier::proposals(&accounts, &rules),
            pyramid: pyramid::pyramid(&accounts, &rules),
            scores: score::scores(&accounts, &rules),
            quintiles: rfm::quintiles(&accounts),
            fields: kaism::fields(&accounts, &rules),
            postures: posture::postures(&accounts, &rules),
            decisions: decisions.collect(),
            accounts,
            rules,
        }
    }

    /// Where an account stands by a method; none where there is no account at this place.
    pub fn placed(&self, method: Method, at: usize) -> Option<Placed> {
        let facts = self.accounts.get(at)?;
        let (rule, missing) = match method {
            Method::Tier => said(&self.tiers[at], |tier| Class::Tier(*tier)),
            Method::Pyramid => said(&self.pyramid.layers[at], |layer| Class::Pyramid(*layer)),
            Method::Score => said(&self.scores[at], |score| Class::Score(score.basis_points)),
            Method::Rfm => said(&self.quintiles[at], |quintiles| Class::Rfm(*quintiles)),
            Method::Kaism => said(&self.fields[at], |field| Class::Kaism(*field)),
            Method::Posture => said(&self.postures[at], |posture| Class::Posture(*posture)),
        };
        let decision = self.decision(method, facts);
        let class = match (method, &decision) {
            (_, Some(decision)) => Some(decision.class),
            (Method::Tier, None) => None,
            (_, None) => rule,
        };
        Some(Placed { class, rule, decision, missing })
    }

    /// How the time went, by tier, beside the guide.
    pub fn efforts(&self) -> Vec<Effort> {
        guide::efforts(&self.accounts, &self.rules)
    }

    /// Whether there are so few accounts that ranks mean little.
    pub fn are_few(&self) -> bool {
        self.accounts.len() < FEW
    }

    /// What the person decided. The account's own tier is what counts: a note about another one is of the
    /// past.
    fn decision(&self, method: Method, facts: &Facts) -> Option<Decision> {
        let noted = self.decisions.get(&(facts.account, method)).cloned();
        match method {
            Method::Tier => {
                let class = Class::Tier(facts.tier?);
                let noted = noted.filter(|decision| decision.class == class);
                Some(noted.unwrap_or(Decision { class, why: None, decided_on: None }))
            }
            _ => noted,
        }
    }
}

fn said<C>(finding: &Finding<C>, class: impl Fn(&C) -> Class) -> (Option<Class>, Vec<Input>) {
    (finding.class.as_ref().map(class), finding.missing.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decided(class: Class) -> Decision {
        Decision { class, why: Some("a hunch".to_owned()), decided_on: None }
    }

    fn book(decisions: Vec<(Id, Decision)>) -> Segments {
        let account =
            |id, tier, share| Facts { tier, potential: Ok(100), told_share: share, ..Facts::unknown(Id(id)) };
        let accounts = vec![account(1, Some(Tier::Key), Some(9_000)), account(2, None, None)];
        Segments::new(accounts, decisions, Rules::default())
    }

    #[test]
    fn what_the_person_decided_stands_before_the_rule_and_the_rule_beside_it() {
        let raid = Class::Posture(Posture::Raid);
        let placed = book(vec![(Id(1), decided(raid))]).placed(Method::Posture, 0).unwrap();
        assert_eq!((placed.class, placed.rule), (Some(raid), Some(Class::Posture(Posture::Retain))));
        assert!(placed.differs());
        let agreed = book(vec![(Id(1), decided(Class::Posture(Posture::Retain)))]);
        assert!(!agreed.placed(Method::Posture, 0).unwrap().differs());
    }

    #[test]
    fn where_the_rule_has_too_little_the_decision_stands_alone() {
        let raid = Class::Posture(Posture::Raid);
        let placed = book(vec![(Id(2), decided(raid))]).placed(Method::Posture, 1).unwrap();
        assert_eq!((placed.class, placed.rule, placed.differs()), (Some(raid), None, false));
        assert_eq!(placed.missing, [Input::Share]);
    }

    #[test]
    fn a_tier_is_the_accounts_own_and_never_only_proposed() {
        let key = Class::Tier(Tier::Key);
        let noted = book(vec![(Id(1), decided(key))]).placed(Method::Tier, 0).unwrap();
        assert_eq!(noted.decision, Some(decided(key)));
        let outdated =
            book(vec![(Id(1), decided(Class::Tier(Tier::Ordinary)))]).placed(Method::Tier, 0).unwrap();
        assert_eq!(outdated.decision, Some(Decision { class: key, why: None, decided_on: None }));
        assert_eq!(book(vec![]).placed(Method::Tier, 1).unwrap().class, None);
        assert!(book(vec![]).placed(Method::Tier, 2).is_none());
    }
}
