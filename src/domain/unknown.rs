//! What is not known of a person yet: the questions to take along to a meeting.

use super::word::words;

words! {
    /// Something still to be found out, the most useful first.
    pub enum Unknown {
        /// Where they stand towards us.
        Stance = "stance",
        /// How they think.
        Quadrants = "quadrants",
        /// Whether they decide, and how much they take part.
        DecisionRole = "decision_role",
        /// What part they have in purchases.
        Parts = "parts",
        /// What they want for themselves.
        Needs = "needs",
        /// What they want for their organisation.
        OrganisationalNeeds = "organisational_needs",
        /// How they see us.
        SeesUs = "sees_us",
        /// How far the relationship has come.
        Step = "step",
        /// Whom they report to, where somebody stands above them.
        ReportsTo = "reports_to",
        /// Who of ours looks after them.
        Cover = "cover",
    }
}

/// What is known of a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Known {
    /// Where they stand.
    pub stance: bool,
    /// How they think.
    pub quadrants: bool,
    /// Involvement and authority.
    pub decision_role: bool,
    /// A part in the purchase.
    pub parts: bool,
    /// A personal need.
    pub needs: bool,
    /// An organisational need.
    pub organisational_needs: bool,
    /// How they see us.
    pub sees_us: bool,
    /// The relationship step.
    pub step: bool,
    /// Whom they report to; known too where they stand at the top.
    pub reports_to: bool,
    /// Who of ours covers them.
    pub cover: bool,
}

/// What is not known yet, the most useful first.
pub fn unknown(known: &Known) -> Vec<Unknown> {
    let is_known = |what: &&Unknown| match what {
        Unknown::Stance => known.stance,
        Unknown::Quadrants => known.quadrants,
        Unknown::DecisionRole => known.decision_role,
        Unknown::Parts => known.parts,
        Unknown::Needs => known.needs,
        Unknown::OrganisationalNeeds => known.organisational_needs,
        Unknown::SeesUs => known.sees_us,
        Unknown::Step => known.step,
        Unknown::ReportsTo => known.reports_to,
        Unknown::Cover => known.cover,
    };
    Unknown::ALL.iter().filter(|what| !is_known(what)).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_stranger_all_is_unknown_and_the_stance_is_asked_first() {
        assert_eq!(unknown(&Known::default()), Unknown::ALL);
        let all_but_step = Known {
            stance: true,
            quadrants: true,
            decision_role: true,
            parts: true,
            needs: true,
            organisational_needs: true,
            sees_us: true,
            step: false,
            reports_to: true,
            cover: true,
        };
        assert_eq!(unknown(&all_but_step), [Unknown::Step]);
    }
}
