//! The people of a purchase, and what is missing among them: the parts that nobody holds, a single thread,
//! no decision maker, a room that nobody speaks to, an opponent with authority, somebody nobody covers.

use super::id::Id;
use super::quadrant::Quadrant;
use super::word::{Authority, DecisionRole, Involvement, Part, Stance};

/// A person of theirs as a purchase sees them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// Who.
    pub id: Id,
    /// Their parts in it.
    pub parts: Vec<Part>,
    /// How much they take part.
    pub involvement: Option<Involvement>,
    /// Whether they may commit.
    pub authority: Option<Authority>,
    /// Where they stand.
    pub stance: Option<Stance>,
    /// Their dominant rooms; none is unknown.
    pub dominant: Vec<Quadrant>,
    /// Whether somebody of ours covers them.
    pub is_covered: bool,
}

impl Member {
    /// Whether they decide: by their part, or by their authority.
    pub fn decides(&self) -> bool {
        self.parts.contains(&Part::DecisionMaker) || self.authority == Some(Authority::Decides)
    }

    /// Their decision role.
    pub fn role(&self) -> Option<DecisionRole> {
        DecisionRole::of(self.involvement, self.authority)
    }

    /// How much they weigh in the purchase, the heaviest first: who decides, then who takes a real part,
    /// then those with a part at all; among equals those who are against us or for us come before the
    /// undecided.
    pub fn weight(&self) -> impl Ord + use<> {
        let role = match self.role() {
            Some(DecisionRole::Owner) => 0,
            Some(DecisionRole::Approver) => 1,
            _ if self.decides() => 2,
            Some(DecisionRole::Advocate) => 3,
            Some(DecisionRole::Evaluator) => 4,
            None => 5,
        };
        let stance = u8::from(matches!(self.stance, None | Some(Stance::Neutral)));
        (role, self.parts.is_empty(), stance)
    }
}

/// Something that is missing, or to be minded, in a buying group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gap {
    /// Nobody is known at all.
    Nobody,
    /// Nobody is known who decides.
    NoDecisionMaker,
    /// All hangs on one person.
    SingleThread(Id),
    /// Somebody who is against us may commit.
    OpponentDecides(Id),
    /// Who decides is at home in a room that none of ours, and no supporter, speaks from.
    RoomUnspoken {
        /// Who decides.
        decider: Id,
        /// Where they are at home.
        room: Quadrant,
    },
    /// It is not known how who decides thinks.
    RoomUnknown(Id),
    /// A part in the purchase that nobody holds.
    PartOpen(Part),
    /// Somebody of theirs whom nobody of ours covers.
    Uncovered(Id),
}

impl Gap {
    /// The key that programs know it by.
    pub fn as_str(self) -> &'static str {
        match self {
            Gap::Nobody => "nobody",
            Gap::NoDecisionMaker => "no_decision_maker",
            Gap::SingleThread(_) => "single_thread",
            Gap::OpponentDecides(_) => "opponent_decides",
            Gap::RoomUnspoken { .. } => "room_unspoken",
            Gap::RoomUnknown(_) => "room_unknown",
            Gap::PartOpen(_) => "part_open",
            Gap::Uncovered(_) => "uncovered",
        }
    }

    /// Whether it is a warning, rather than a place still to be filled.
    pub fn is_warning(self) -> bool {
        !matches!(self, Gap::PartOpen(_) | Gap::Uncovered(_) | Gap::RoomUnknown(_))
    }
}

/// What is missing in a buying group, the gravest first. `ours` are the dominant rooms of those of ours
/// who are in touch with it. When it decides collectively, every member has to be content: then each who
/// is against us counts as one who decides.
pub fn gaps(members: &[Member], ours: &[Quadrant], decides_collectively: bool) -> Vec<Gap> {
    if members.is_empty() {
        return vec![Gap::Nobody];
    }
    let mut gaps = vec![];
    let deciders: Vec<&Member> = members.iter().filter(|member| member.decides()).collect();
    if deciders.is_empty() {
        gaps.push(Gap::NoDecisionMaker);
    }
    let against = members.iter().filter(|member| {
        member.stance == Some(Stance::Opponent) && (decides_collectively || member.decides())
    });
    gaps.extend(against.map(|member| Gap::OpponentDecides(member.id)));
    if let [only] = members {
        gaps.push(Gap::SingleThread(only.id));
    }
    for decider in deciders {
        match decider.dominant.first() {
            None => gaps.push(Gap::RoomUnknown(decider.id)),
            Some(room) if !is_spoken_to(decider, members, ours) => {
                gaps.push(Gap::RoomUnspoken { decider: decider.id, room: *room });
            }
            Some(_) => {}
        }
    }
    let held = |part: &Part| members.iter().any(|member| member.parts.contains(part));
    // That nobody decides is said already.
    let open =
        Part::ALL.iter().filter(|part| **part != Part::DecisionMaker && is_usual(**part) && !held(part));
    gaps.extend(open.map(|part| Gap::PartOpen(*part)));
    gaps.extend(members.iter().filter(|member| !member.is_covered).map(|member| Gap::Uncovered(member.id)));
    gaps
}

/// Whether a large purchase usually has somebody in this part; advisers and outsiders need not be there.
fn is_usual(part: Part) -> bool {
    !matches!(part, Part::Adviser | Part::OutsideInfluence)
}

/// Whether somebody speaks from a room where the decider is at home: one of ours, or a supporter.
fn is_spoken_to(decider: &Member, members: &[Member], ours: &[Quadrant]) -> bool {
    let supporters = members
        .iter()
        .filter(|member| member.id != decider.id && member.stance == Some(Stance::Supporter))
        .flat_map(|member| &member.dominant);
    supporters.chain(ours).any(|room| decider.dominant.contains(room))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rstest::rstest;

    use super::*;

    fn member(id: i64, parts: &[Part]) -> Member {
        Member {
            id: Id(id),
            parts: parts.to_vec(),
            involvement: None,
            authority: None,
            stance: None,
            dominant: vec![],
            is_covered: true,
        }
    }

    const ALL_BUT_DECISION: &[Part] = &[
        Part::Purchaser,
        Part::User,
        Part::TechnicalGatekeeper,
        Part::FinancialGatekeeper,
        Part::Initiator,
        Part::Designer,
    ];

    /// Two people who hold all parts; the first decides, thinks in A, and so do we.
    fn sound() -> Vec<Member> {
        let decider = Member { dominant: vec![Quadrant::A], ..member(1, &[Part::DecisionMaker]) };
        vec![decider, member(2, ALL_BUT_DECISION)]
    }

    #[test]
    fn a_sound_group_misses_nothing() {
        assert_eq!(gaps(&sound(), &[Quadrant::A], false), []);
        assert_eq!(gaps(&[], &[], false), [Gap::Nobody]);
    }

    #[rstest]
    #[case::authority_decides_without_the_part(
        |group: &mut Vec<Member>| { group[0].parts = vec![]; group[0].authority = Some(Authority::Decides); },
        &[]
    )]
    #[case::nobody_decides(
        |group: &mut Vec<Member>| group[0].parts = vec![Part::User],
        &[Gap::NoDecisionMaker]
    )]
    #[case::an_opponent_decides(
        |group: &mut Vec<Member>| group[0].stance = Some(Stance::Opponent),
        &[Gap::OpponentDecides(Id(1))]
    )]
    #[case::an_opponent_without_authority(
        |group: &mut Vec<Member>| group[1].stance = Some(Stance::Opponent),
        &[]
    )]
    #[case::a_room_nobody_speaks_from(
        |group: &mut Vec<Member>| group[0].dominant = vec![Quadrant::C, Quadrant::D],
        &[Gap::RoomUnspoken { decider: Id(1), room: Quadrant::C }]
    )]
    #[case::a_supporter_speaks_from_it(
        |group: &mut Vec<Member>| {
            group[0].dominant = vec![Quadrant::C, Quadrant::D];
            group[1].dominant = vec![Quadrant::D];
            group[1].stance = Some(Stance::Supporter);
        },
        &[]
    )]
    #[case::nobody_knows_how_the_decider_thinks(
        |group: &mut Vec<Member>| group[0].dominant = vec![],
        &[Gap::RoomUnknown(Id(1))]
    )]
    #[case::a_part_is_open(
        |group: &mut Vec<Member>| group[1].parts.retain(|part| *part != Part::User),
        &[Gap::PartOpen(Part::User)]
    )]
    #[case::nobody_covers_one(
        |group: &mut Vec<Member>| group[1].is_covered = false,
        &[Gap::Uncovered(Id(2))]
    )]
    fn each_gap_is_seen_alone(#[case] change: fn(&mut Vec<Member>), #[case] expected: &[Gap]) {
        let mut group = sound();
        change(&mut group);
        assert_eq!(gaps(&group, &[Quadrant::A], false), expected);
    }

    #[test]
    fn one_person_is_a_single_thread() {
        let group = [Member { parts: Part::ALL.to_vec(), ..sound().remove(0) }];
        assert_eq!(gaps(&group, &[Quadrant::A], false), [Gap::SingleThread(Id(1))]);
    }

    #[test]
    fn where_all_decide_together_every_opponent_has_authority() {
        let mut group = sound();
        group[1].stance = Some(Stance::Opponent);
        assert_eq!(gaps(&group, &[Quadrant::A], true), [Gap::OpponentDecides(Id(2))]);
    }

    #[test]
    fn who_decides_weighs_most() {
        let with = |involvement, authority| Member {
            involvement: Some(involvement),
            authority: Some(authority),
            ..member(1, &[])
        };
        let order = [
            with(Involvement::High, Authority::Decides),
            with(Involvement::Low, Authority::Decides),
            member(1, &[Part::DecisionMaker]),
            with(Involvement::High, Authority::Influences),
            with(Involvement::Low, Authority::Influences),
            member(1, &[Part::User]),
            member(1, &[]),
        ];
        assert!(order.windows(2).all(|pair| pair[0].weight() < pair[1].weight()));
        let against = Member { stance: Some(Stance::Opponent), ..order[0].clone() };
        assert!(against.weight() < order[0].weight());
    }

    proptest! {
        #[test]
        fn knowing_more_people_opens_no_part(parts in prop::collection::vec(0usize..9, 0..6), more in 0usize..9) {
            let group: Vec<Member> =
                parts.iter().zip(1..).map(|(part, id)| member(id, &[Part::ALL[*part]])).collect();
            let open = |group: &[Member]| {
                gaps(group, &[], false).into_iter().filter(|gap| matches!(gap, Gap::PartOpen(_))).count()
            };
            let mut larger = group.clone();
            larger.push(member(99, &[Part::ALL[more]]));
            prop_assert!(group.is_empty() || open(&larger) <= open(&group));
        }
    }
}
