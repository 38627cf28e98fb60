//! Walk-around: a proposal or a talk is checked in all four rooms, the listener's own first.

use super::Quadrant;
use crate::domain::word::words;

words! {
    /// One question to a proposal.
    pub enum Check {
        /// A: does it cite facts?
        Facts = "facts",
        /// A: are they quantified?
        Quantified = "quantified",
        /// A: is the line of analysis clear?
        Analysis = "analysis",
        /// A: is it to the point, and logical?
        ToThePoint = "to_the_point",
        /// B: does it give details?
        Details = "details",
        /// B: is it in order?
        InOrder = "in_order",
        /// B: is it neat?
        Neat = "neat",
        /// B: is its format clear?
        ClearFormat = "clear_format",
        /// C: does it use experience that the listener shares?
        SharedExperience = "shared_experience",
        /// C: does it use examples?
        Examples = "examples",
        /// C: does it help its user?
        HelpsItsUser = "helps_its_user",
        /// C: does it mind feelings?
        Feelings = "feelings",
        /// D: does it look at the whole, or the concept?
        Whole = "whole",
        /// D: does it use pictures and colour?
        Pictures = "pictures",
        /// D: does it use metaphors?
        Metaphors = "metaphors",
        /// D: does it look to the future?
        Future = "future",
    }
}

impl Check {
    /// The room that asks.
    pub fn quadrant(self) -> Quadrant {
        // Four questions a room, in the order of the rooms.
        Quadrant::ALL[self as usize / 4]
    }
}

/// The rooms in the order in which an audience hears: its dominant ones first, each once; then the rest
/// as the method walks around: A, D, B, C.
pub fn rooms(audience: &[Quadrant]) -> Vec<Quadrant> {
    let around = [Quadrant::A, Quadrant::D, Quadrant::B, Quadrant::C];
    let mut rooms: Vec<Quadrant> = Vec::new();
    for room in audience.iter().copied().chain(around) {
        if !rooms.contains(&room) {
            rooms.push(room);
        }
    }
    rooms
}

/// Rooms that matter to the audience and in which nothing has been ticked yet.
pub fn neglected(audience: &[Quadrant], ticked: &[Check]) -> Vec<Quadrant> {
    let mut rooms = rooms(audience);
    rooms.retain(|room| audience.contains(room) && !ticked.iter().any(|check| check.quadrant() == *room));
    rooms
}

#[cfg(test)]
mod tests {
    use super::Quadrant::{A, B, C, D};
    use super::*;

    #[test]
    fn each_room_asks_four_questions() {
        for room in Quadrant::ALL {
            assert_eq!(Check::ALL.iter().filter(|check| check.quadrant() == *room).count(), 4);
        }
        assert_eq!((Check::Facts.quadrant(), Check::Future.quadrant()), (A, D));
    }

    #[test]
    fn the_listeners_own_room_comes_first() {
        assert_eq!(rooms(&[C]), [C, A, D, B]);
        assert_eq!(rooms(&[B, D, B]), [B, D, A, C]);
        assert_eq!(rooms(&[]), [A, D, B, C]);
    }

    #[test]
    fn a_room_of_the_audience_without_a_tick_is_neglected() {
        assert_eq!(neglected(&[A, C], &[Check::Examples, Check::Neat]), [A]);
        assert_eq!(neglected(&[], &[]), []);
    }
}
