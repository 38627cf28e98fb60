//! The people of an account in its report: how they think on the plane of the four quadrants, by their plain
//! names; who they are; what is missing.

use crate::domain::quadrant::{Quadrant, Scores};
use crate::i18n::Lang;
use crate::report::chart::{Axis, Bubble, Chart, Hue, Plane, Region, plane};
use crate::report::document::{Piece, Section, sections};
use crate::report::model::{CoverageOut, KeyPersonOut, QuadrantsOut};
use crate::report::pages::people::scores_in_words;
use crate::report::pages::{self, worded_all};
use crate::report::{quadrant, words};
use crate::tr;

/// The people of theirs, what is missing among them, and ours.
pub fn people(lang: Lang, coverage: &CoverageOut) -> Vec<Section> {
    let mut all = sections(pages::people::coverage(lang, String::new(), coverage));
    if let Some(picture) = rooms(lang, &coverage.people) {
        let mut shown = vec![Piece::Picture(picture)];
        let unknown = coverage.people.iter().filter(|person| person.quadrants.is_none());
        let unknown: Vec<&str> = unknown.map(|person| person.name.as_str()).collect();
        if !unknown.is_empty() {
            let names = lang.list(unknown);
            shown.push(Piece::Text(tr!(lang, "report.not_on_plane", names = names).into_owned()));
        }
        all.insert(0, Section::new(tr!(lang, "report.rooms"), shown));
    }
    all
}

/// Everybody whose way of thinking is known, on the plane; none where nobody's is.
fn rooms(lang: Lang, people: &[KeyPersonOut]) -> Option<Chart> {
    let region = |room: Quadrant| Region {
        across: if room.is_left() { (0.0, 0.5) } else { (0.5, 1.0) },
        up: if room.is_cerebral() { (0.5, 1.0) } else { (0.0, 0.5) },
        title: format!("{} {}", room.as_str().to_uppercase(), quadrant::name(lang, room)),
        note: String::new(),
        hue: hue(room),
    };
    let bubble = |person: &KeyPersonOut| {
        let told = person.quadrants?;
        let scores = scores(told)?;
        let (right, up) = scores.balance();
        let parts = worded_all(lang, &person.parts, words::part);
        let says = [lang.list(&parts), scores_in_words(lang, told)];
        let says: Vec<&str> = says.iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
        Some(Bubble {
            across: 0.5 + right / 2.0,
            up: 0.5 + up / 2.0,
            // Who has a part in the decision is larger than who has none.
            size: if person.parts.is_empty() { 0.1 } else { 0.4 },
            name: person.name.clone(),
            says: says.join(" · "),
            hue: scores.highest().first().map_or(Hue::Grey, |room| hue(*room)),
        })
    };
    let bubbles: Vec<Bubble> = people.iter().filter_map(bubble).collect();
    let axis =
        |ends: [_; 2]| Axis { ends: ends.map(|words: words::Word| words.into_owned()), ..Axis::default() };
    let picture = Plane {
        across: axis([tr!(lang, "report.left_brain"), tr!(lang, "report.right_brain")]),
        up: axis([tr!(lang, "report.limbic"), tr!(lang, "report.cerebral")]),
        regions: Quadrant::ALL.iter().copied().map(region).collect(),
        bubbles,
    };
    (!picture.bubbles.is_empty()).then(|| plane(&tr!(lang, "report.rooms_picture"), &picture))
}

fn scores(told: QuadrantsOut) -> Option<Scores> {
    let [a, b, c, d] = [told.a, told.b, told.c, told.d].map(|score| u8::try_from(score).ok());
    Scores::new(a?, b?, c?, d?)
}

fn hue(room: Quadrant) -> Hue {
    match room {
        Quadrant::A => Hue::Blue,
        Quadrant::B => Hue::Green,
        Quadrant::C => Hue::Red,
        Quadrant::D => Hue::Yellow,
    }
}
