//! Where accounts lie on the planes of attack and defence and of KAISM, and where their regions do: for every
//! picture of them, on the screen or on a page. Places are shares of the plane, from the lower left corner.

use std::collections::HashMap;

use crate::domain::money::WHOLE;
use crate::domain::segment::posture::{self, Level};
use crate::domain::segment::{Class, Kaism, Posture, Rules, Segments};

/// From where to where, 0 to 1.
pub type Span = (f64, f64);

/// A place: how far across, and how far up, 0 to 1 each.
pub type Spot = (f64, f64);

/// A part of a plane.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Region {
    /// The class of those who lie in it by the rule.
    pub class: Class,
    /// From where to where it goes across.
    pub across: Span,
    /// From where to where it goes up.
    pub up: Span,
}

/// Where potential begins to be middling, and where to be high: each level has a third of the plane.
pub const THIRDS: [f64; 2] = [1.0 / 3.0, 2.0 / 3.0];

/// Points from 0 to 10, each with as much room.
const POINTS: f64 = 11.0;

/// What is free at the lower edge of a third, and at the upper one, where its title stands.
const EDGES: [f64; 2] = [0.12, 0.26];

/// The regions of attack and defence: our share across, potential upwards.
pub fn posture_regions(rules: &Rules) -> [Region; 5] {
    let cut = share_cut(rules);
    let [middle, high] = THIRDS;
    let (small, large, all) = ((0.0, cut), (cut, 1.0), (0.0, 1.0));
    [
        (Posture::Acquire, small, (high, 1.0)),
        (Posture::Retain, large, (high, 1.0)),
        (Posture::Raid, small, (middle, high)),
        (Posture::Maintain, large, (middle, high)),
        (Posture::Abandon, all, (0.0, middle)),
    ]
    .map(|(posture, across, up)| Region { class: Class::Posture(posture), across, up })
}

/// The share from which on it is large.
pub fn share_cut(rules: &Rules) -> f64 {
    rules.share_cut.basis_points() as f64 / WHOLE as f64
}

/// Where each account lies by attack and defence, in the order of the accounts; none where its potential or
/// our share is not known.
pub fn posture_spots(segments: &Segments) -> Vec<Option<Spot>> {
    let potentials: Vec<_> = segments.accounts.iter().map(|facts| facts.potential).collect();
    let levels = posture::levels(&potentials, &segments.rules);
    let heights = heights(&potentials.iter().map(|known| known.ok()).collect::<Vec<_>>(), &levels);
    let spot = |(facts, height): (&crate::domain::segment::Facts, Option<f64>)| {
        let share = facts.share(&segments.rules).ok()?;
        Some(((share.basis_points as f64 / WHOLE as f64).clamp(0.0, 1.0), height?))
    };
    segments.accounts.iter().zip(heights).map(spot).collect()
}

/// The regions of KAISM: our strength across, attractiveness upwards.
pub fn kaism_regions(rules: &Rules) -> [Region; 4] {
    let [across, up] = kaism_cuts(rules);
    [
        (Kaism::KeyDevelopment, (0.0, across), (up, 1.0)),
        (Kaism::KeyAccount, (across, 1.0), (up, 1.0)),
        (Kaism::Opportunistic, (0.0, across), (0.0, up)),
        (Kaism::Maintenance, (across, 1.0), (0.0, up)),
    ]
    .map(|(field, across, up)| Region { class: Class::Kaism(field), across, up })
}

/// From where on we are strong, and from where on a client is attractive.
pub fn kaism_cuts(rules: &Rules) -> [f64; 2] {
    [rules.strength_cut, rules.attractiveness_cut].map(|points| points as f64 / POINTS)
}

/// Where each account lies by KAISM, in the order of the accounts; none where either is not known. Of those
/// in the same place the first in `order` lies in its middle, the others around it.
pub fn kaism_spots(segments: &Segments, order: impl IntoIterator<Item = usize>) -> Vec<Option<Spot>> {
    let mut spots = vec![None; segments.accounts.len()];
    let mut same: HashMap<(i64, i64), u32> = HashMap::new();
    for at in order {
        let Some(facts) = segments.accounts.get(at) else { continue };
        let (Ok(attractive), Ok(strength)) = (facts.attractiveness, facts.strength) else { continue };
        let strong = strength.points;
        let before = same.entry((strong, attractive)).or_default();
        let (right, above) = aside(*before);
        *before += 1;
        spots[at] =
            Some(((strong as f64 + 0.5 + right) / POINTS, (attractive as f64 + 0.5 + above) / POINTS));
    }
    spots
}

/// How high each potential lies: each level has a third of the plane, and within it the potentials lie from
/// the least to the largest by their order of magnitude.
fn heights(potentials: &[Option<i128>], levels: &[Option<Level>]) -> Vec<Option<f64>> {
    let size = |potential: i128| (potential.max(0) as f64).ln_1p();
    let of_level = |level: Level| {
        let within = potentials.iter().zip(levels).filter(move |(_, of)| **of == Some(level));
        within.filter_map(|(potential, _)| potential.map(size))
    };
    let range = |level: Level| {
        of_level(level).fold((f64::MAX, f64::MIN), |(low, high), one| (low.min(one), high.max(one)))
    };
    let ranges = [Level::Low, Level::Middle, Level::High].map(range);
    let height = |(potential, level): (&Option<i128>, &Option<Level>)| {
        let band = match (*level)? {
            Level::Low => 0,
            Level::Middle => 1,
            Level::High => 2,
        };
        let (low, high) = ranges[band];
        let inside = if high > low { (size((*potential)?) - low) / (high - low) } else { 0.5 };
        Some((band as f64 + EDGES[0] + inside * (1.0 - EDGES[0] - EDGES[1])) / 3.0)
    };
    potentials.iter().zip(levels).map(height).collect()
}

/// Where the next of several stands that are in the same place: around it, in parts of the room it has.
fn aside(before: u32) -> (f64, f64) {
    let far = 0.42 * (1.0 - 1.0 / f64::from(before + 1).sqrt());
    // By this angle no two stand behind each other.
    let angle = f64::from(before) * 2.399_963;
    (far * angle.cos(), far * angle.sin())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_has_its_third_of_the_plane_whatever_the_amounts() {
        let potentials = [Some(1), Some(1_000_000), Some(5), None, Some(9_000_000), Some(9_000_000)];
        let levels = [Level::Low, Level::Middle, Level::Low, Level::Low, Level::High, Level::High];
        let mut levels = levels.map(Some);
        levels[3] = None;
        let heights = heights(&potentials, &levels);
        let third = |at: usize| heights[at].map(|height| (height * 3.0) as u32);
        assert_eq!([0, 1, 2, 3, 4].map(third), [Some(0), Some(1), Some(0), None, Some(2)]);
        assert!(heights[0] < heights[2], "the larger one lies higher");
        assert_eq!(heights[4], heights[5]);
    }

    #[test]
    fn those_in_one_place_stand_around_it_and_stay_in_its_room() {
        let places: Vec<_> = (0..50).map(aside).collect();
        assert_eq!(places[0], (0.0, 0.0));
        for (at, place) in places.iter().enumerate() {
            assert!(place.0.abs() < 0.5 && place.1.abs() < 0.5);
            assert!(places[..at].iter().all(|other| other != place));
        }
    }
}
