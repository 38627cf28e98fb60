//! The planes of attack and defence, and of KAISM: where each account lies on them.

use std::collections::HashMap;

use super::read::Known;
use super::sight::{Picture, PlaneSight, Row, hue};
use super::words;
use crate::domain::money::WHOLE;
use crate::domain::segment::posture::{self, Level};
use crate::domain::segment::{Class, Kaism, Posture};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::segment::{Axis, Bubble, Region};

/// From where to where.
type Span = (f64, f64);

/// Purpose of points: 0 to 10, each with as much room.
const POINTS: f64 = 11.0;

/// What is free at the lower edge of a band, and at the upper one, where its title stands.
const EDGES: [f64; 2] = [0.12, 0.26];

/// What a client may spend, by our share of it.
pub fn posture(known: &Known, rows: &[Row], look: &Look) -> (Picture, Vec<String>) {
    let (lang, segments) = (look.lang, &known.segments);
    let rules = &segments.rules;
    let cut = rules.share_cut.basis_points() as f64 / WHOLE as f64;
    let (high, middle) = (2.0 / 3.0, 1.0 / 3.0);
    let (small, large, all) = ((0.0, cut), (cut, 1.0), (0.0, 1.0));
    let spans: [(Posture, Span, Span); 5] = [
        (Posture::Acquire, small, (high, 1.0)),
        (Posture::Retain, large, (high, 1.0)),
        (Posture::Raid, small, (middle, high)),
        (Posture::Maintain, large, (middle, high)),
        (Posture::Abandon, all, (0.0, middle)),
    ];
    let regions =
        spans.map(|(class, across, up)| region(known, rows, look, Class::Posture(class), across, up));
    let potentials: Vec<_> = segments.accounts.iter().map(|facts| facts.potential).collect();
    let levels = posture::levels(&potentials, rules);
    let heights = heights(&potentials.iter().map(|known| known.ok()).collect::<Vec<_>>(), &levels);
    let across = |at: usize| {
        let share = segments.accounts[at].share(rules).ok()?;
        Some((share.basis_points as f64 / WHOLE as f64).clamp(0.0, 1.0))
    };
    let bubbles = bubbles(known, rows, |at| Some((across(at)?, heights[at]?)));
    let left_out = rows.iter().filter(|row| row.placed.class.is_some()).count().saturating_sub(bubbles.len());
    let told = match left_out {
        0 => Vec::new(),
        1 => vec![tr!(lang, "segments.off_plane_one").into_owned()],
        number => vec![tr!(lang, "segments.off_plane", number = number).into_owned()],
    };
    let (least_high, least_middle) = posture::lines(&segments.accounts, rules);
    let marks = [(high, least_high), (middle, least_middle)];
    let marks = marks.into_iter().filter_map(|(at, least)| Some((at, look.sum(least?, 7)))).collect();
    let ends = ["0 %", "100 %"].map(str::to_owned);
    let share = Axis {
        title: tr!(lang, "segments.share").into_owned(),
        ends,
        marks: vec![(cut, format!("{:.0} %", cut * 100.0))],
    };
    let title = tr!(lang, "segments.potential", currency = look.base).into_owned();
    let legend = tr!(lang, "segments.bubbles").into_owned();
    let potential = Axis { title, ends: [String::new(), legend], marks };
    (
        Picture::Plane(Box::new(PlaneSight { axes: [share, potential], regions: regions.into(), bubbles })),
        told,
    )
}

/// How attractive a client is, by how strong we are there.
pub fn kaism(known: &Known, rows: &[Row], look: &Look) -> (Picture, Vec<String>) {
    let (lang, segments) = (look.lang, &known.segments);
    let rules = &segments.rules;
    let cut = |points: i64| points as f64 / POINTS;
    let (across, up) = (cut(rules.strength_cut), cut(rules.attractiveness_cut));
    let spans: [(Kaism, Span, Span); 4] = [
        (Kaism::KeyDevelopment, (0.0, across), (up, 1.0)),
        (Kaism::KeyAccount, (across, 1.0), (up, 1.0)),
        (Kaism::Opportunistic, (0.0, across), (0.0, up)),
        (Kaism::Maintenance, (across, 1.0), (0.0, up)),
    ];
    let regions = spans.map(|(class, across, up)| region(known, rows, look, Class::Kaism(class), across, up));
    let mut same: HashMap<(i64, i64), u32> = HashMap::new();
    let mut spot = |at: usize| {
        let facts = &segments.accounts[at];
        let (attractive, strong) = (facts.attractiveness.ok()?, facts.strength.ok()?.points);
        let before = same.entry((strong, attractive)).or_default();
        let (right, above) = aside(*before);
        *before += 1;
        Some(((strong as f64 + 0.5 + right) / POINTS, (attractive as f64 + 0.5 + above) / POINTS))
    };
    let bubbles = bubbles(known, rows, &mut spot);
    let strength = Axis {
        title: tr!(lang, "segments.strength").into_owned(),
        ends: ["0", "10"].map(str::to_owned),
        marks: vec![(across, rules.strength_cut.to_string())],
    };
    let attractiveness = Axis {
        title: tr!(lang, "segments.attractiveness").into_owned(),
        ends: [String::new(), tr!(lang, "segments.bubbles").into_owned()],
        marks: vec![(up, rules.attractiveness_cut.to_string())],
    };
    let plane = PlaneSight { axes: [strength, attractiveness], regions: regions.into(), bubbles };
    (Picture::Plane(Box::new(plane)), Vec::new())
}

/// A region: how many accounts the class has, and how much is sold to them.
fn region(known: &Known, rows: &[Row], look: &Look, class: Class, across: Span, up: Span) -> (Class, Region) {
    let sales = |row: &Row| known.sales(row.at).unwrap_or(0);
    let of_class: Vec<&Row> = rows.iter().filter(|row| row.placed.class == Some(class)).collect();
    let sold: i128 = of_class.iter().map(|row| sales(row)).sum();
    let all: i128 = rows.iter().map(sales).sum();
    let region = Region {
        across,
        up,
        title: words::class(look.lang, class).into_owned(),
        notes: words::of_region(look.lang, of_class.len(), sold, all),
        about: words::about(look.lang, class).into_owned(),
        hue: hue(class),
        is_lit: false,
    };
    (class, region)
}

/// The bubbles of those accounts whose place is known, as large as what is sold to them.
fn bubbles(
    known: &Known,
    rows: &[Row],
    mut spot: impl FnMut(usize) -> Option<(f64, f64)>,
) -> Vec<(usize, Bubble)> {
    let most = rows.iter().filter_map(|row| known.sales(row.at)).max().unwrap_or(0).max(1) as f64;
    let bubble = |(place, row): (usize, &Row)| {
        let (across, up) = spot(row.at)?;
        let size = known.sales(row.at).unwrap_or(0).max(0) as f64 / most;
        let hue = row.hue.unwrap_or_default();
        Some((place, Bubble { across, up, size, name: row.name.clone(), hue, is_chosen: false }))
    };
    rows.iter().enumerate().filter_map(bubble).collect()
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
