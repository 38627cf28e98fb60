//! A plane of two measures, cut into regions, with those who lie on it as bubbles.

use super::labels::Labels;
use super::sheet::{Anchor, Place, Sheet};
use super::{Chart, Hue};

/// One of the two measures.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Axis {
    /// What is measured.
    pub title: String,
    /// What stands at its beginning and at its end.
    pub ends: [String; 2],
    /// What stands at a share of it, 0 to 1: where a region ends.
    pub marks: Vec<(f64, String)>,
}

/// A part of the plane.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Region {
    /// From where to where it goes across, 0 to 1.
    pub across: (f64, f64),
    /// From where to where it goes up, 0 to 1.
    pub up: (f64, f64),
    /// What it is called.
    pub title: String,
    /// What it comes to.
    pub note: String,
    /// Its colour.
    pub hue: Hue,
}

/// Something on the plane.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Bubble {
    /// How far across, 0 to 1.
    pub across: f64,
    /// How far up, 0 to 1.
    pub up: f64,
    /// How much it is beside the largest, 0 to 1.
    pub size: f64,
    /// What it is called.
    pub name: String,
    /// What more is said of it where one points at it.
    pub says: String,
    /// Its colour.
    pub hue: Hue,
}

/// The picture.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plane {
    /// The measure across.
    pub across: Axis,
    /// The measure upwards.
    pub up: Axis,
    /// Its parts; together they cover it.
    pub regions: Vec<Region>,
    /// Those on it, the weightiest first: these have their names first.
    pub bubbles: Vec<Bubble>,
}

const WIDE: f64 = 680.0;
const HIGH: f64 = 430.0;
const LEFT: f64 = 80.0;
const TOP: f64 = 22.0;
const SMALLEST: f64 = 5.0;
const LARGEST: f64 = 15.0;

/// The plane with its measures left and below.
pub fn plane(title: &str, plane: &Plane) -> Chart {
    let mut sheet = Sheet::new(LEFT + WIDE, TOP + HIGH + 40.0);
    let place = |across: f64, up: f64| -> Place { (LEFT + across * WIDE, TOP + (1.0 - up) * HIGH) };
    let discs: Vec<(Place, f64)> = plane
        .bubbles
        .iter()
        .map(|bubble| {
            let radius = SMALLEST + bubble.size.clamp(0.0, 1.0).sqrt() * (LARGEST - SMALLEST);
            let (x, y) = place(bubble.across, bubble.up);
            // A bubble at the edge stays whole.
            let x = x.clamp(LEFT + radius, LEFT + WIDE - radius);
            ((x, y.clamp(TOP + radius, TOP + HIGH - radius)), radius)
        })
        .collect();
    let mut labels = Labels::new((LEFT + WIDE, TOP + HIGH), discs.iter().copied());
    labels.take((0.0, 0.0), (LEFT, TOP + HIGH));
    for region in &plane.regions {
        let (left, top) = place(region.across.0, region.up.1);
        let (right, bottom) = place(region.across.1, region.up.0);
        sheet.rect(&format!("{} tint", region.hue.class()), (left, top), (right - left, bottom - top));
        sheet.text("strong", Anchor::Start, (left + 10.0, top + 18.0), &region.title);
        sheet.text("quiet", Anchor::Start, (left + 10.0, top + 33.0), &region.note);
        let longest = Labels::width(&region.title).max(Labels::width(&region.note)) * 1.2;
        labels.take(
            (left, top),
            (left + 12.0 + longest, top + if region.note.is_empty() { 24.0 } else { 38.0 }),
        );
    }
    for region in &plane.regions {
        let (left, top) = place(region.across.0, region.up.1);
        let (right, bottom) = place(region.across.1, region.up.0);
        sheet.shape("edge", &[(left, top), (right, top), (right, bottom), (left, bottom)]);
    }
    draw_measures(&mut sheet, plane, place);
    for (bubble, (at, radius)) in plane.bubbles.iter().zip(&discs) {
        let says = if bubble.says.is_empty() {
            bubble.name.clone()
        } else {
            format!("{}: {}", bubble.name, bubble.says)
        };
        sheet.disc(&format!("{} bubble", bubble.hue.class()), *at, *radius, &says);
    }
    for (bubble, (at, radius)) in plane.bubbles.iter().zip(&discs) {
        let name = Labels::cut(&bubble.name);
        if let Some((anchor, at)) = labels.put(*at, *radius, &name) {
            sheet.text("name", anchor, at, &name);
        }
    }
    sheet.finish(title)
}

fn draw_measures(sheet: &mut Sheet, plane: &Plane, place: impl Fn(f64, f64) -> Place) {
    let bottom = TOP + HIGH;
    let (across, up) = (&plane.across, &plane.up);
    sheet.text("quiet", Anchor::Start, (LEFT, bottom + 17.0), &across.ends[0]);
    sheet.text("quiet", Anchor::End, (LEFT + WIDE, bottom + 17.0), &across.ends[1]);
    sheet.text("quiet", Anchor::Middle, (LEFT + WIDE / 2.0, bottom + 34.0), &across.title);
    for (at, words) in &across.marks {
        sheet.text("quiet", Anchor::Middle, (place(*at, 0.0).0, bottom + 17.0), words);
    }
    sheet.text("quiet", Anchor::Start, (0.0, TOP - 9.0), &up.title);
    sheet.text("quiet", Anchor::End, (LEFT - 8.0, bottom), &up.ends[0]);
    sheet.text("quiet", Anchor::End, (LEFT - 8.0, TOP + 11.0), &up.ends[1]);
    for (at, words) in &up.marks {
        sheet.text("quiet", Anchor::End, (LEFT - 8.0, place(0.0, *at).1 + 4.0), words);
    }
}
