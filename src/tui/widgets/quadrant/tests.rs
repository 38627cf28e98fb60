//! The plane as a person sees it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use rstest::rstest;

use super::{Mark, Plane};
use crate::domain::quadrant::Scores;
use crate::i18n::Lang;
use crate::tui::look::Look;
use crate::tui::palette::Depth;
use crate::tui::testkit::{look, styled, text};
use crate::tui::theme::Theme;

/// Of a single room, of two, balanced, and not known.
fn profile(name: &str) -> Option<Scores> {
    match name {
        "single" => Scores::new(92, 45, 20, 38),
        "two" => Scores::new(35, 84, 72, 18),
        "balanced" => Scores::new(64, 60, 66, 62),
        _ => None,
    }
}

fn plane<'a>(scores: Option<Scores>) -> Plane<'a> {
    let own = Scores::new(40, 30, 58, 88);
    Plane { scores, own, animals: true, unknown: "Not known yet", ..Plane::default() }
}

fn drawn(look: &Look, plane: &Plane<'_>, width: u16, height: u16) -> Buffer {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    plane.draw(look, buf.area, &mut buf);
    buf
}

#[rstest]
fn a_profile(
    #[values("single", "two", "balanced", "unknown")] name: &str,
    #[values("en", "zh")] lang: &str,
    #[values((40, 20), (60, 30))] size: (u16, u16),
) {
    let buf = drawn(&look(lang.parse().unwrap()), &plane(profile(name)), size.0, size.1);
    insta::assert_snapshot!(format!("plane_{name}_{lang}_{}x{}", size.0, size.1), text(&buf));
}

#[test]
fn the_plane_with_its_styles() {
    insta::assert_snapshot!(styled(&drawn(&look(Lang::En), &plane(profile("two")), 41, 21)));
}

#[test]
fn without_colours_the_shape_is_stippled() {
    let plain = Look { theme: Theme::choose(Some("plain"), Depth::None, false), ..look(Lang::En) };
    let buf = drawn(&plain, &plane(profile("two")), 41, 21);
    assert!(buf.content.iter().all(|cell| cell.style().bg == Some(ratatui::style::Color::Reset)));
    insta::assert_snapshot!("plane_plain", text(&buf));
}

#[test]
fn where_pictures_are_wide_it_is_drawn_in_ascii() {
    let ascii = Look { ascii: true, ..look(Lang::En) };
    let mut buf = drawn(&ascii, &plane(profile("two")), 41, 21);
    let area = buf.area;
    crate::tui::widgets::ascii::replace_pictures(&mut buf, area);
    let shown = text(&buf);
    assert!(shown.is_ascii(), "{shown}");
    insta::assert_snapshot!("plane_ascii", shown);
}

#[test]
fn each_rooms_shape_has_that_rooms_colour() {
    let look = look(Lang::En);
    let buf = drawn(&look, &plane(profile("two")), 41, 21);
    let behind = |x, y| buf[Position::new(x, y)].style().bg;
    let fill = |room| look.theme.room_fill(room);
    use crate::domain::quadrant::Quadrant::{B, C};
    assert_eq!((behind(12, 13), behind(26, 13)), (fill(B), fill(C)));
    // Outside of the shape the room shows.
    assert_eq!(behind(38, 3), look.theme.room(crate::domain::quadrant::Quadrant::D).bg);
}

#[test]
fn people_on_the_plane_are_walked() {
    let mark = |letters: &str, scores: Scores, chosen| Mark { letters: letters.to_owned(), scores, chosen };
    let marks = [
        mark("JM", profile("single").unwrap(), false),
        mark("陈", profile("two").unwrap(), true),
        mark("IA", profile("balanced").unwrap(), false),
    ];
    let plane = Plane { marks: &marks, animals: true, ..Plane::default() };
    let shown = text(&drawn(&look(Lang::En), &plane, 48, 20));
    assert!(shown.contains("[陈]") && shown.contains(" JM "), "{shown}");
    insta::assert_snapshot!("plane_people", shown);
}

#[test]
fn people_at_home_in_the_same_place_stand_side_by_side() {
    let mark = |letters: &str| Mark {
        letters: letters.to_owned(),
        scores: profile("single").unwrap(),
        chosen: letters == "BB",
    };
    let marks = [mark("AA"), mark("BB"), mark("CC")];
    let plane = Plane { marks: &marks, ..Plane::default() };
    let shown = text(&drawn(&look(Lang::En), &plane, 48, 20));
    assert!(["AA", "[BB]", "CC"].iter().all(|letters| shown.contains(letters)), "{shown}");
}

#[test]
fn a_mark_has_its_own_ink_over_the_lines_of_the_plane() {
    let look = look(Lang::En);
    let scores = Scores::new(20, 30, 60, 40).unwrap();
    let marks = [Mark { letters: "LB".to_owned(), scores, chosen: false }];
    let buf = drawn(&look, &Plane { marks: &marks, ..Plane::default() }, 41, 18);
    let inks = buf.content.iter().filter(|cell| ["L", "B"].contains(&cell.symbol()));
    let bold = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(ratatui::style::Modifier::BOLD);
    let inks: Vec<_> = inks.filter(bold).map(|cell| cell.fg).collect();
    assert_eq!(inks, [ratatui::style::Color::Reset; 2]);
}
