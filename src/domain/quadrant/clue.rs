//! What gives a person's rooms away: phrases they use, and traits that others see in them. By the method
//! there are 8, 14, 15 and 11 of them for the rooms A, B, C and D.

use super::Quadrant;
use crate::domain::word::words;

words! {
    /// A phrase heard, or a trait noticed.
    pub enum Clue {
        /// A says: take it apart piece by piece.
        TakeApart = "take_apart",
        /// A says: critical analysis.
        CriticalAnalysis = "critical_analysis",
        /// A says: the key points.
        KeyPoints = "key_points",
        /// A says: know where the bottom line is.
        BottomLine = "bottom_line",
        /// A is called calculating.
        Calculating = "calculating",
        /// A is called ice-cold.
        IceCold = "ice_cold",
        /// A is said not to know how to care for people.
        Uncaring = "uncaring",
        /// A is called a number machine.
        NumberMachine = "number_machine",
        /// B says: by custom.
        ByCustom = "by_custom",
        /// B says: make it a habit.
        MakeHabit = "make_habit",
        /// B says: law and order.
        LawAndOrder = "law_and_order",
        /// B says: safety first.
        SafetyFirst = "safety_first",
        /// B says: self-discipline.
        SelfDiscipline = "self_discipline",
        /// B says: in sequence.
        InSequence = "in_sequence",
        /// B says: we have always done it this way.
        AlwaysDone = "always_done",
        /// B is said not to think for himself.
        UnthinkingFollower = "unthinking_follower",
        /// B is called step by step, rigid.
        Rigid = "rigid",
        /// B is said to have a one-track mind.
        OneTrack = "one_track",
        /// B is called picky.
        Picky = "picky",
        /// B is said to stick to convention.
        Conventional = "conventional",
        /// B is said to have no imagination.
        Unimaginative = "unimaginative",
        /// B is called stubborn.
        Stubborn = "stubborn",
        /// C says: human resources.
        HumanResources = "human_resources",
        /// C says: the worth of people.
        WorthOfPeople = "worth_of_people",
        /// C says: interaction.
        Interaction = "interaction",
        /// C says: take part.
        TakePart = "take_part",
        /// C says: personal growth.
        PersonalGrowth = "personal_growth",
        /// C says: teamwork.
        Teamwork = "teamwork",
        /// C says: team development.
        TeamDevelopment = "team_development",
        /// C says: family.
        Family = "family",
        /// C is called easily led.
        EasilyLed = "easily_led",
        /// C is called soft-hearted.
        SoftHearted = "soft_hearted",
        /// C is called sentimental.
        Sentimental = "sentimental",
        /// C is said to talk without end.
        Talkative = "talkative",
        /// C is called touchy.
        Touchy = "touchy",
        /// C is called gullible.
        Gullible = "gullible",
        /// C is called a bit simple.
        Simple = "simple",
        /// D says: knock it down.
        KnockDown = "knock_down",
        /// D says: leading edge.
        LeadingEdge = "leading_edge",
        /// D says: innovation.
        Innovation = "innovation",
        /// D says: play with ideas.
        PlayWithIdeas = "play_with_ideas",
        /// D is said not to focus.
        Unfocused = "unfocused",
        /// D is called a dreamer.
        Dreamer = "dreamer",
        /// D is called absent-minded.
        AbsentMinded = "absent_minded",
        /// D is called rash.
        Rash = "rash",
        /// D is called unrealistic.
        Unrealistic = "unrealistic",
        /// D is said to have no discipline.
        Undisciplined = "undisciplined",
        /// D is called restless.
        Restless = "restless",
    }
}

/// Whether a clue was heard or seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ClueKind {
    /// A phrase of their own.
    Says,
    /// What others say of them.
    Trait,
}

impl Clue {
    /// The room that it speaks for.
    pub fn quadrant(self) -> Quadrant {
        // The values stand in the order of the rooms.
        if self <= Clue::NumberMachine {
            Quadrant::A
        } else if self <= Clue::Stubborn {
            Quadrant::B
        } else if self <= Clue::Simple {
            Quadrant::C
        } else {
            Quadrant::D
        }
    }

    /// Whether it is a phrase or a trait.
    pub fn kind(self) -> ClueKind {
        // Within a room the phrases come first.
        let first_trait = match self.quadrant() {
            Quadrant::A => Clue::Calculating,
            Quadrant::B => Clue::UnthinkingFollower,
            Quadrant::C => Clue::EasilyLed,
            Quadrant::D => Clue::Unfocused,
        };
        if self < first_trait { ClueKind::Says } else { ClueKind::Trait }
    }

    /// All that the method lists for a room and kind, in its order.
    pub fn listed(quadrant: Quadrant, kind: ClueKind) -> impl Iterator<Item = Clue> {
        Clue::ALL.iter().copied().filter(move |clue| clue.quadrant() == quadrant && clue.kind() == kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_method_lists_so_many_for_each_room() {
        let count = |quadrant, kind| Clue::listed(quadrant, kind).count();
        let says = Quadrant::ALL.iter().map(|room| count(*room, ClueKind::Says));
        assert!(says.eq([4, 7, 8, 4]));
        let traits = Quadrant::ALL.iter().map(|room| count(*room, ClueKind::Trait));
        assert!(traits.eq([4, 7, 7, 7]));
    }
}
