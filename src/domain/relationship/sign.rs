//! The signs by which the level of a relationship is told, and the level that they propose.

use super::Level;
use crate::domain::entry::Entry;
use crate::domain::word::words;

/// The six signs, by the fields that keep their answers.
pub const SIGNS: [&str; 6] = ["information", "price", "competitors", "reached", "known", "contracts"];

/// Answers from which on a level is proposed: fewer say too little. Ours.
const ENOUGH: usize = 3;

words! {
    /// What information we get.
    pub enum Information {
        /// Only what is public.
        Public = "public",
        /// What is special and confidential.
        Confidential = "confidential",
        /// It is shared, both ways.
        Shared = "shared",
    }
}

words! {
    /// How prices are made.
    pub enum Price {
        /// Competitive, by the rules.
        Competitive = "competitive",
        /// In a competitive range, and added value is paid for.
        InRange = "in_range",
        /// Negotiated as part of an agreement.
        Negotiated = "negotiated",
        /// For joint benefit.
        JointBenefit = "joint_benefit",
    }
}

words! {
    /// Who else supplies.
    pub enum Competitors {
        /// Many, and all treated alike.
        Many = "many",
        /// Several.
        Several = "several",
        /// None in the key areas.
        NoneInKeyAreas = "none_in_key_areas",
        /// None.
        None = "none",
    }
}

words! {
    /// The highest level that we reach.
    pub enum Reached {
        /// Staff.
        Staff = "staff",
        /// Key people.
        KeyPeople = "key_people",
        /// Top management, on both sides.
        TopManagement = "top_management",
        /// Joint management.
        JointManagement = "joint_management",
    }
}

words! {
    /// How known we are at the client.
    pub enum Known {
        /// Low to middle.
        LowToMiddle = "low_to_middle",
        /// Middle to high.
        MiddleToHigh = "middle_to_high",
        /// High.
        High = "high",
        /// Very high, inside and out.
        VeryHigh = "very_high",
    }
}

words! {
    /// How contracts come about.
    pub enum Contracts {
        /// By a bid each time.
        EachBid = "each_bid",
        /// We have early word of them.
        EarlyWord = "early_word",
        /// For long, without a tender.
        LongTerm = "long_term",
        /// In a joint venture.
        JointVenture = "joint_venture",
    }
}

/// What the signs propose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Proposal {
    /// The level; none where too few signs are answered.
    pub level: Option<Level>,
    /// How many of the six are answered.
    pub answered: usize,
}

/// The level that each answered sign speaks for, in half levels: 2 a vendor, 4 a preferred supplier, 6 a
/// partner, 8 an alliance. Special and confidential information is shown to preferred suppliers and to
/// partners alike, and so stands between them.
pub fn signs(told: &Entry) -> Vec<(&'static str, u32)> {
    fn place<T: std::str::FromStr + Copy + PartialEq>(told: &Entry, key: &str, all: &[T]) -> Option<u32> {
        let word: T = told.word(key)?;
        let place = all.iter().position(|one| *one == word)?;
        u32::try_from(2 * (place + 1)).ok()
    }
    let halves = |key: &'static str| match key {
        "information" => told.word(key).map(|information| match information {
            Information::Public => 2,
            Information::Confidential => 5,
            Information::Shared => 8,
        }),
        "price" => place(told, key, Price::ALL),
        "competitors" => place(told, key, Competitors::ALL),
        "reached" => place(told, key, Reached::ALL),
        "known" => place(told, key, Known::ALL),
        _ => place(told, key, Contracts::ALL),
    };
    SIGNS.into_iter().filter_map(|key| Some((key, halves(key)?))).collect()
}

/// The level that the answered signs propose: their mean, rounded half up, from three answers on. Ours.
pub fn proposal(told: &Entry) -> Proposal {
    let halves: Vec<u32> = signs(told).into_iter().map(|(_, halves)| halves).collect();
    let answered = halves.len();
    let level = (answered >= ENOUGH).then(|| {
        let (sum, twice) = (halves.iter().sum::<u32>() as usize, 2 * answered);
        // A mean in half levels, m / 2 rounded half up.
        let level = (sum + answered) / twice;
        Level::ALL[level.clamp(1, Level::ALL.len()) - 1]
    });
    Proposal { level, answered }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::EntryKind;
    use rstest::rstest;

    fn told(answers: &[(&str, &str)]) -> Entry {
        let mut told = Entry::blank(EntryKind::Signs);
        for (key, word) in answers {
            told.set(key, Some((*word).into()));
        }
        told
    }

    #[rstest]
    #[case(&["public", "competitive", "many", "staff", "low_to_middle", "each_bid"], Level::Vendor)]
    #[case(&["confidential", "in_range", "several", "key_people", "middle_to_high", "early_word"], Level::PreferredSupplier)]
    #[case(&["confidential", "negotiated", "none_in_key_areas", "top_management", "high", "long_term"], Level::Partner)]
    #[case(&["shared", "joint_benefit", "none", "joint_management", "very_high", "joint_venture"], Level::StrategicAlliance)]
    fn six_signs_of_one_level_propose_it(#[case] answers: &[&str], #[case] level: Level) {
        let all: Vec<_> = SIGNS.into_iter().zip(answers.iter().copied()).collect();
        assert_eq!(proposal(&told(&all)), Proposal { level: Some(level), answered: 6 });
    }

    /// 2, 4, 4, 2: the mean is a level and a half, and rounds up; with one more of the first it does not.
    #[test]
    fn the_mean_rounds_half_up() {
        let mixed = [
            ("price", "competitive"),
            ("competitors", "several"),
            ("reached", "key_people"),
            ("known", "low_to_middle"),
        ];
        assert_eq!(proposal(&told(&mixed)).level, Some(Level::PreferredSupplier));
        let lower: Vec<_> = mixed.into_iter().chain([("contracts", "each_bid")]).collect();
        assert_eq!(proposal(&told(&lower)).level, Some(Level::Vendor));
    }

    #[test]
    fn two_answers_are_too_few_and_three_are_enough() {
        let answers = [("price", "negotiated"), ("reached", "top_management"), ("contracts", "long_term")];
        assert_eq!(proposal(&told(&answers[..2])), Proposal { level: None, answered: 2 });
        assert_eq!(proposal(&told(&answers)), Proposal { level: Some(Level::Partner), answered: 3 });
        assert_eq!(proposal(&told(&[])), Proposal { level: None, answered: 0 });
    }
}
