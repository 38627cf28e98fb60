//! The four quadrants in words: rooms, clues, relations, checks, and how to talk to whom.

use super::words::Word;
use crate::domain::quadrant::Quadrant;
use crate::domain::quadrant::clue::Clue;
use crate::domain::quadrant::meeting::Relation;
use crate::domain::quadrant::walk::Check;
use crate::i18n::Lang;
use crate::tr;

/// A room's name.
pub fn name(lang: Lang, quadrant: Quadrant) -> Word {
    match quadrant {
        Quadrant::A => tr!(lang, "quadrant.a"),
        Quadrant::B => tr!(lang, "quadrant.b"),
        Quadrant::C => tr!(lang, "quadrant.c"),
        Quadrant::D => tr!(lang, "quadrant.d"),
    }
}

/// The method's own mnemonic for a room, an animal: for one's own eyes only.
pub fn animal(lang: Lang, quadrant: Quadrant) -> Word {
    match quadrant {
        Quadrant::A => tr!(lang, "quadrant.a.animal"),
        Quadrant::B => tr!(lang, "quadrant.b.animal"),
        Quadrant::C => tr!(lang, "quadrant.c.animal"),
        Quadrant::D => tr!(lang, "quadrant.d.animal"),
    }
}

/// How two rooms go together, in a word.
pub fn relation(lang: Lang, relation: Relation) -> Word {
    match relation {
        Relation::Same => tr!(lang, "relation.same"),
        Relation::Compatible => tr!(lang, "relation.compatible"),
        Relation::Contrast => tr!(lang, "relation.contrast"),
        Relation::Cross => tr!(lang, "relation.cross"),
    }
}

/// What comes of two rooms that go together so.
pub fn effect(lang: Lang, relation: Relation) -> Word {
    match relation {
        Relation::Same => tr!(lang, "relation.same.effect"),
        Relation::Compatible => tr!(lang, "relation.compatible.effect"),
        Relation::Contrast => tr!(lang, "relation.contrast.effect"),
        Relation::Cross => tr!(lang, "relation.cross.effect"),
    }
}

/// Three pieces of advice on talking to somebody who is at home in a room. They apply the method's
/// walk-around checks; the wording is ours.
pub fn advice(lang: Lang, quadrant: Quadrant) -> [Word; 3] {
    match quadrant {
        Quadrant::A => [tr!(lang, "advice.a.1"), tr!(lang, "advice.a.2"), tr!(lang, "advice.a.3")],
        Quadrant::B => [tr!(lang, "advice.b.1"), tr!(lang, "advice.b.2"), tr!(lang, "advice.b.3")],
        Quadrant::C => [tr!(lang, "advice.c.1"), tr!(lang, "advice.c.2"), tr!(lang, "advice.c.3")],
        Quadrant::D => [tr!(lang, "advice.d.1"), tr!(lang, "advice.d.2"), tr!(lang, "advice.d.3")],
    }
}

/// A question of the walk-around.
pub fn check(lang: Lang, check: Check) -> Word {
    match check {
        Check::Facts => tr!(lang, "walk.facts"),
        Check::Quantified => tr!(lang, "walk.quantified"),
        Check::Analysis => tr!(lang, "walk.analysis"),
        Check::ToThePoint => tr!(lang, "walk.to_the_point"),
        Check::Details => tr!(lang, "walk.details"),
        Check::InOrder => tr!(lang, "walk.in_order"),
        Check::Neat => tr!(lang, "walk.neat"),
        Check::ClearFormat => tr!(lang, "walk.clear_format"),
        Check::SharedExperience => tr!(lang, "walk.shared_experience"),
        Check::Examples => tr!(lang, "walk.examples"),
        Check::HelpsItsUser => tr!(lang, "walk.helps_its_user"),
        Check::Feelings => tr!(lang, "walk.feelings"),
        Check::Whole => tr!(lang, "walk.whole"),
        Check::Pictures => tr!(lang, "walk.pictures"),
        Check::Metaphors => tr!(lang, "walk.metaphors"),
        Check::Future => tr!(lang, "walk.future"),
    }
}

/// A phrase, in quotation marks, or a trait.
pub fn clue(lang: Lang, clue: Clue) -> Word {
    match clue {
        Clue::TakeApart => tr!(lang, "clue.take_apart"),
        Clue::CriticalAnalysis => tr!(lang, "clue.critical_analysis"),
        Clue::KeyPoints => tr!(lang, "clue.key_points"),
        Clue::BottomLine => tr!(lang, "clue.bottom_line"),
        Clue::Calculating => tr!(lang, "clue.calculating"),
        Clue::IceCold => tr!(lang, "clue.ice_cold"),
        Clue::Uncaring => tr!(lang, "clue.uncaring"),
        Clue::NumberMachine => tr!(lang, "clue.number_machine"),
        Clue::ByCustom => tr!(lang, "clue.by_custom"),
        Clue::MakeHabit => tr!(lang, "clue.make_habit"),
        Clue::LawAndOrder => tr!(lang, "clue.law_and_order"),
        Clue::SafetyFirst => tr!(lang, "clue.safety_first"),
        Clue::SelfDiscipline => tr!(lang, "clue.self_discipline"),
        Clue::InSequence => tr!(lang, "clue.in_sequence"),
        Clue::AlwaysDone => tr!(lang, "clue.always_done"),
        Clue::UnthinkingFollower => tr!(lang, "clue.unthinking_follower"),
        Clue::Rigid => tr!(lang, "clue.rigid"),
        Clue::OneTrack => tr!(lang, "clue.one_track"),
        Clue::Picky => tr!(lang, "clue.picky"),
        Clue::Conventional => tr!(lang, "clue.conventional"),
        Clue::Unimaginative => tr!(lang, "clue.unimaginative"),
        Clue::Stubborn => tr!(lang, "clue.stubborn"),
        Clue::HumanResources => tr!(lang, "clue.human_resources"),
        Clue::WorthOfPeople => tr!(lang, "clue.worth_of_people"),
        Clue::Interaction => tr!(lang, "clue.interaction"),
        Clue::TakePart => tr!(lang, "clue.take_part"),
        Clue::PersonalGrowth => tr!(lang, "clue.personal_growth"),
        Clue::Teamwork => tr!(lang, "clue.teamwork"),
        Clue::TeamDevelopment => tr!(lang, "clue.team_development"),
        Clue::Family => tr!(lang, "clue.family"),
        Clue::EasilyLed => tr!(lang, "clue.easily_led"),
        Clue::SoftHearted => tr!(lang, "clue.soft_hearted"),
        Clue::Sentimental => tr!(lang, "clue.sentimental"),
        Clue::Talkative => tr!(lang, "clue.talkative"),
        Clue::Touchy => tr!(lang, "clue.touchy"),
        Clue::Gullible => tr!(lang, "clue.gullible"),
        Clue::Simple => tr!(lang, "clue.simple"),
        Clue::KnockDown => tr!(lang, "clue.knock_down"),
        Clue::LeadingEdge => tr!(lang, "clue.leading_edge"),
        Clue::Innovation => tr!(lang, "clue.innovation"),
        Clue::PlayWithIdeas => tr!(lang, "clue.play_with_ideas"),
        Clue::Unfocused => tr!(lang, "clue.unfocused"),
        Clue::Dreamer => tr!(lang, "clue.dreamer"),
        Clue::AbsentMinded => tr!(lang, "clue.absent_minded"),
        Clue::Rash => tr!(lang, "clue.rash"),
        Clue::Unrealistic => tr!(lang, "clue.unrealistic"),
        Clue::Undisciplined => tr!(lang, "clue.undisciplined"),
        Clue::Restless => tr!(lang, "clue.restless"),
    }
}
