//! The picture of a method with the chosen account lit.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::{Clear, Widget};

use super::SegmentsScreen;
use super::layout::Parts;
use super::sight::{Picture, PlaneSight, PyramidSight, Row, Sight};
use super::words;
use crate::domain::segment::Class;
use crate::domain::word::Tier;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::widgets::segment::{
    Bought, Bubble, Curve, Effort, Layer, Part, Plane, Portion, Pyramid, Quintiles, Region, Score, Scores,
};
use crate::tui::widgets::text;

impl SegmentsScreen {
    pub(super) fn draw_picture(&self, look: &Look, sight: &Sight, parts: &Parts, buf: &mut Buffer) {
        let at = self.cursor.at();
        let Some(row) = sight.rows.get(at) else { return };
        let area = parts.picture;
        match &sight.picture {
            Picture::Plane(plane) => draw_plane(look, plane, at, row, area, buf),
            Picture::Quintiles(all) => draw_quintiles(look, all, at, area, buf),
            Picture::Pyramid(pyramid) => draw_pyramid(look, pyramid, row, area, buf),
            Picture::Scores(of, values) => {
                let view = self.cursor.view(sight.rows.len(), parts.list.height.into());
                let score = |place: usize| Score {
                    values: values[place].clone(),
                    told: String::new(),
                    is_chosen: place == at,
                };
                let scores: Vec<Score> = view.map(score).collect();
                draw_scores(look, of, &scores, parts, buf);
            }
            Picture::Effort(portions) => draw_effort(look, portions, row, area, buf),
        }
    }
}

fn draw_plane(look: &Look, plane: &PlaneSight, at: usize, row: &Row, area: Rect, buf: &mut Buffer) {
    let lit = |(class, region): &(Class, Region)| Region {
        is_lit: row.placed.class == Some(*class),
        ..region.clone()
    };
    let regions: Vec<Region> = plane.regions.iter().map(lit).collect();
    let chosen = |(place, bubble): &(usize, Bubble)| Bubble { is_chosen: *place == at, ..bubble.clone() };
    let bubbles: Vec<Bubble> = plane.bubbles.iter().map(chosen).collect();
    let [across, up] = &plane.axes;
    Plane { across, up, regions: &regions, bubbles: &bubbles }.draw(look, area, buf);
    if bubbles.is_empty() {
        let key = Action::TellInputs.entry().first_key();
        let words = tr!(look.lang, "segments.nothing_drawn", key = key);
        let lines = text::wrapped(look.measure, &words, usize::from(area.width * 3 / 5));
        let height = lines.len() as u16;
        let middle = Rect { y: area.y + (area.height.saturating_sub(height)) / 3, height, ..area };
        // The names of the rooms do not shine through the words; where those need the room, nothing else is shown.
        let widest = lines.iter().map(|line| look.measure.width(line) as u16 + 2).max().unwrap_or(0);
        let x = area.x + area.width.saturating_sub(widest) / 2;
        let words_alone = Rect { x, width: widest, ..middle }.intersection(area);
        Clear.render(if 2 * height > area.height { area } else { words_alone }, buf);
        for (row, line) in middle.intersection(area).rows().zip(&lines) {
            text::centred(buf, look.measure, row, line, text::over(look.theme.title));
        }
    }
}

fn draw_quintiles(look: &Look, all: &[Option<Bought>], at: usize, area: Rect, buf: &mut Buffer) {
    let lang = look.lang;
    let accounts: Vec<Bought> = all.iter().flatten().copied().collect();
    let titles =
        [tr!(lang, "segments.recency"), tr!(lang, "segments.frequency"), tr!(lang, "segments.money")];
    let titles = titles.each_ref().map(|title| &**title);
    let chosen = all.get(at).copied().flatten();
    Quintiles { accounts: &accounts, chosen, titles }.draw(look, area, buf);
}

/// The pyramid over the curve.
fn draw_pyramid(look: &Look, sight: &PyramidSight, row: &Row, area: Rect, buf: &mut Buffer) {
    let lit = |(layer, drawn): &(_, Layer)| Layer {
        is_lit: row.placed.class == Some(Class::Pyramid(*layer)),
        ..drawn.clone()
    };
    let layers: Vec<Layer> = sight.layers.iter().map(lit).collect();
    let height = match area.height {
        0..22 => 4,
        22..32 => 8,
        32..44 => 12,
        _ => 16,
    };
    let above = Rect { height: height.min(area.height), ..area };
    Pyramid { layers: &layers }.draw(look, above, buf);
    let top = above.bottom() + 1;
    let below = Rect { y: top, height: area.bottom().saturating_sub(top), ..area };
    let place = sight.order.iter().position(|account| *account == row.account);
    let curve = Curve {
        points: &sight.points,
        cuts: &sight.cuts,
        goal: sight.goal,
        told: &sight.told,
        chosen: place.map(|place| (place + 1, row.name.as_str())),
        ends: sight.ends.each_ref().map(String::as_str),
    };
    curve.draw(look, below, buf);
}

/// The scores level with their accounts; the parts above, where there is room for them in a line.
fn draw_scores(look: &Look, of: &[Part], scores: &[Score], parts: &Parts, buf: &mut Buffer) {
    let picture = Scores { parts: of, scores };
    let bars =
        Rect { y: parts.list.y, height: parts.list.height, ..parts.picture }.intersection(parts.picture);
    picture.draw(look, bars, buf);
    let below = Rect {
        y: bars.bottom() + 1,
        height: parts.picture.bottom().saturating_sub(bars.bottom() + 1),
        ..parts.picture
    };
    picture.draw_parts(look, below, buf);
}

fn draw_effort(look: &Look, portions: &[(Option<Tier>, Portion)], row: &Row, area: Rect, buf: &mut Buffer) {
    let lang = look.lang;
    let here = row.placed.class;
    let lit = |(tier, portion): &(Option<Tier>, Portion)| Portion {
        is_lit: here == tier.map(Class::Tier),
        ..portion.clone()
    };
    let portions: Vec<Portion> = portions.iter().map(lit).collect();
    let (accounts, time) = (tr!(lang, "segments.of_accounts"), tr!(lang, "segments.time"));
    let guide = tr!(lang, "segments.guide");
    let effort = Effort { portions: &portions, titles: [&accounts, &time], guide: &guide };
    effort.draw(look, area, buf);
    // What moves the chosen one on stands below, where there is room.
    let top = area.y + effort.height(area.height + 1 >= effort.height(true)) + 1;
    let below = Rect { y: top, height: area.bottom().saturating_sub(top), ..area };
    let tier = match here {
        Some(Class::Tier(tier)) => Some(tier),
        _ => None,
    };
    let moves = text::wrapped(look.measure, &words::moves(lang, tier), below.width.into());
    for (row, line) in below.rows().zip(&moves).filter(|_| moves.len() <= below.height.into()) {
        text::left(buf, look.measure, row, line, look.theme.dim);
    }
}
