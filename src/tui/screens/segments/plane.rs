//! The planes of attack and defence, and of KAISM: where each account lies on them.

use super::read::Known;
use super::sight::{Picture, PlaneSight, Row, hue};
use super::words;
use crate::domain::segment::{Class, posture};
use crate::report::segment_plane::{
    self, Spot, THIRDS, kaism_cuts, kaism_regions, kaism_spots, posture_regions, posture_spots, share_cut,
};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::segment::{Axis, Bubble, Region};

/// What a client may spend, by our share of it.
pub fn posture(known: &Known, rows: &[Row], look: &Look) -> (Picture, Vec<String>) {
    let (lang, segments) = (look.lang, &known.segments);
    let rules = &segments.rules;
    let regions = posture_regions(rules).map(|part| region(known, rows, look, &part));
    let spots = posture_spots(segments);
    let bubbles = bubbles(known, rows, &spots);
    let left_out = rows.iter().filter(|row| row.placed.class.is_some()).count().saturating_sub(bubbles.len());
    let told = match left_out {
        0 => Vec::new(),
        1 => vec![tr!(lang, "segments.off_plane_one").into_owned()],
        number => vec![tr!(lang, "segments.off_plane", number = number).into_owned()],
    };
    let (least_high, least_middle) = posture::lines(&segments.accounts, rules);
    let ([middle, high], cut) = (THIRDS, share_cut(rules));
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
    let [across, up] = kaism_cuts(rules);
    let regions = kaism_regions(rules).map(|part| region(known, rows, look, &part));
    let spots = kaism_spots(segments, rows.iter().map(|row| row.at));
    let bubbles = bubbles(known, rows, &spots);
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
fn region(known: &Known, rows: &[Row], look: &Look, part: &segment_plane::Region) -> (Class, Region) {
    let segment_plane::Region { class, across, up } = *part;
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
fn bubbles(known: &Known, rows: &[Row], spots: &[Option<Spot>]) -> Vec<(usize, Bubble)> {
    let most = rows.iter().filter_map(|row| known.sales(row.at)).max().unwrap_or(0).max(1) as f64;
    let bubble = |(place, row): (usize, &Row)| {
        let (across, up) = spots[row.at]?;
        let size = known.sales(row.at).unwrap_or(0).max(0) as f64 / most;
        let hue = row.hue.unwrap_or_default();
        Some((place, Bubble { across, up, size, name: row.name.clone(), hue, is_chosen: false }))
    };
    rows.iter().enumerate().filter_map(bubble).collect()
}
