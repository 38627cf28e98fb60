//! The pictures of segments as a person sees them.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use rstest::rstest;

use super::{
    Axis, Bought, Bubble, Curve, Cut, Effort, Hue, Layer, Part, Plane, Portion, Pyramid, Quintiles, Region,
    Score, Scores,
};
use crate::i18n::Lang;
use crate::tui::look::Look;
use crate::tui::palette::Depth;
use crate::tui::testkit::{look, text};
use crate::tui::theme::Theme;
use crate::tui::widgets::ascii::replace_pictures;

/// A drawing in the usual look, or in ASCII.
fn drawn(ascii: bool, (width, height): (u16, u16), draw: impl Fn(&Look, Rect, &mut Buffer)) -> String {
    let look = Look { ascii, ..look(Lang::En) };
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let area = buf.area;
    draw(&look, area, &mut buf);
    if ascii {
        replace_pictures(&mut buf, area);
    }
    text(&buf)
}

fn axis(title: &str, ends: [&str; 2], marks: &[(f64, &str)]) -> Axis {
    let marks = marks.iter().map(|(at, words)| (*at, (*words).to_owned())).collect();
    Axis { title: title.to_owned(), ends: ends.map(str::to_owned), marks }
}

fn region(across: (f64, f64), up: (f64, f64), title: &str, hue: Hue) -> Region {
    let (notes, about) = (vec!["3 accounts".to_owned(), "3".to_owned()], "what is to be done".to_owned());
    Region { across, up, title: title.to_owned(), notes, about, hue, is_lit: title == "Acquire" }
}

fn postures() -> Vec<Region> {
    let (low, high) = ((0.0, 0.5), (0.5, 1.0));
    let third = 1.0 / 3.0;
    vec![
        region(low, (2.0 * third, 1.0), "Acquire", Hue::Red),
        region(high, (2.0 * third, 1.0), "Retain", Hue::Blue),
        region(low, (third, 2.0 * third), "Raid", Hue::Yellow),
        region(high, (third, 2.0 * third), "Maintain", Hue::Green),
        region((0.0, 1.0), (0.0, third), "Abandon", Hue::Grey),
    ]
}

fn bubbles() -> Vec<Bubble> {
    let bubble = |across, up, size, name: &str, hue| Bubble {
        across,
        up,
        size,
        name: name.to_owned(),
        hue,
        is_chosen: name == "Borealis Paper",
    };
    vec![
        bubble(0.12, 0.9, 0.2, "Acme Foods", Hue::Red),
        bubble(0.31, 0.78, 0.45, "Borealis Paper", Hue::Red),
        bubble(0.82, 0.86, 1.0, "华锐科技", Hue::Blue),
        bubble(0.4, 0.5, 0.3, "Nordwind Energie", Hue::Yellow),
        bubble(0.72, 0.44, 0.6, "Müller & Söhne", Hue::Green),
        bubble(0.2, 0.1, 0.05, "Tiny", Hue::Grey),
        bubble(0.9, 0.2, 0.1, "长江物流", Hue::Grey),
    ]
}

fn plane(look: &Look, bubbles: &[Bubble], area: Rect, buf: &mut Buffer) {
    let across = axis("share of their spend", ["0 %", "100 %"], &[(0.5, "50 %")]);
    let up = axis("yearly potential", ["", "7 accounts"], &[(1.0 / 3.0, "200k"), (2.0 / 3.0, "1.2M")]);
    Plane { across: &across, up: &up, regions: &postures(), bubbles }.draw(look, area, buf);
}

#[rstest]
fn the_plane(#[values((44, 17), (76, 30))] size: (u16, u16), #[values(false, true)] ascii: bool) {
    let shown = drawn(ascii, size, |look, area, buf| plane(look, &bubbles(), area, buf));
    insta::assert_snapshot!(format!("plane_{}x{}_{ascii}", size.0, size.1), shown);
}

#[test]
fn the_chosen_bubble_is_lit_and_named_even_where_others_lie_over_it() {
    let look = look(Lang::En);
    let mut crowd: Vec<Bubble> = (0..60)
        .map(|_| Bubble { across: 0.3, up: 0.8, size: 0.9, hue: Hue::Red, ..Bubble::default() })
        .collect();
    let hidden = Bubble { size: 0.0, name: "Hidden".to_owned(), is_chosen: true, ..crowd[0].clone() };
    crowd.insert(7, hidden);
    let mut buf = Buffer::empty(Rect::new(0, 0, 60, 20));
    plane(&look, &crowd, buf.area, &mut buf);
    assert!(text(&buf).contains("Hidden"), "{}", text(&buf));
    let lit = buf.content.iter().filter(|cell| [Some(cell.bg), Some(cell.fg)].contains(&look.theme.past.bg));
    let lit = lit.count();
    assert!(lit >= " Hidden ".len() + 3, "its name and its disc: {lit}\n{}", text(&buf));
}

#[test]
fn the_figure_of_a_cut_stays_whole_where_a_bubble_lies_on_it() {
    let look = look(Lang::En);
    let large = Bubble { across: 0.97, up: 0.66, size: 1.0, hue: Hue::Blue, ..Bubble::default() };
    let mut buf = Buffer::empty(Rect::new(0, 0, 44, 17));
    plane(&look, &[large], buf.area, &mut buf);
    assert!(text(&buf).contains(" 1.2M"), "{}", text(&buf));
}

#[test]
fn all_bubbles_stay_on_the_plane_and_its_parts_are_told_without_colours() {
    let plain = Look { theme: Theme::choose(Some("plain"), Depth::None, false), ..look(Lang::En) };
    let corners = [(0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (1.0, 0.0)];
    let corners: Vec<Bubble> = corners
        .iter()
        .map(|(across, up)| Bubble { across: *across, up: *up, size: 1.0, ..Bubble::default() })
        .collect();
    let mut buf = Buffer::empty(Rect::new(0, 0, 60, 20));
    plane(&plain, &corners, buf.area, &mut buf);
    let shown = text(&buf);
    for title in ["▸ Acquire", "Retain", "Raid", "Maintain", "Abandon", "────", "│"] {
        assert!(shown.contains(title), "{title}:\n{shown}");
    }
    insta::assert_snapshot!("plane_plain", shown);
}

/// What 24 accounts bring, each four fifths of the one before it.
fn brought() -> Vec<f64> {
    let each: Vec<f64> = (0..24).map(|rank| 0.8_f64.powi(rank)).collect();
    let all: f64 = each.iter().sum();
    let mut sum = 0.0;
    let points = each.iter().map(|one| {
        sum += one / all;
        sum
    });
    points.collect()
}

#[rstest]
fn the_curve(#[values((44, 12), (70, 20))] size: (u16, u16), #[values(false, true)] ascii: bool) {
    let cut = |title: &str, until, hue| Cut { title: title.to_owned(), until, hue };
    let cuts = [
        cut("Platinum", 1, Hue::Blue),
        cut("Gold", 5, Hue::Yellow),
        cut("Iron", 12, Hue::Green),
        cut("Lead", 24, Hue::Grey),
    ];
    let points = brought();
    let curve = Curve {
        points: &points,
        cuts: &cuts,
        goal: Some((0.8, 8)),
        told: "80 % comes from 8 of 24 accounts",
        chosen: Some((4, "Acme Foods")),
        ends: ["the first", "all 24 accounts"],
    };
    let shown = drawn(ascii, size, |look, area, buf| curve.draw(look, area, buf));
    insta::assert_snapshot!(format!("curve_{}x{}_{ascii}", size.0, size.1), shown);
}

#[rstest]
fn the_pyramid(#[values((44, 4), (60, 8), (70, 16))] size: (u16, u16), #[values(false, true)] ascii: bool) {
    let layer = |title: &str, number: &str, share: &str, hue| Layer {
        title: title.to_owned(),
        number: number.to_owned(),
        share: share.to_owned(),
        hue,
        is_lit: title == "Iron",
    };
    let layers = [
        layer("Platinum", "1 account", "20 %", Hue::Blue),
        layer("Gold", "4 accounts", "47 %", Hue::Yellow),
        layer("Iron", "7 accounts", "26 %", Hue::Green),
        layer("Lead", "12 accounts", "7 %", Hue::Grey),
    ];
    let pyramid = Pyramid { layers: &layers };
    let shown = drawn(ascii, size, |look, area, buf| pyramid.draw(look, area, buf));
    insta::assert_snapshot!(format!("pyramid_{}x{}_{ascii}", size.0, size.1), shown);
}

#[rstest]
fn the_scores(#[values(44, 90)] width: u16, #[values(false, true)] ascii: bool) {
    let part =
        |title: &str, weight, told: &str| Part { title: title.to_owned(), weight, told: told.to_owned() };
    let parts = [
        part("orders", 0.3, "30 %"),
        part("profit", 0.3, "30 %"),
        part("credit", 0.2, "20 %"),
        part("prospects", 0.2, "20 %"),
    ];
    let score = |values: [Option<f64>; 4], told: &str| Score {
        values: values.to_vec(),
        told: told.to_owned(),
        is_chosen: told == "75",
    };
    let scores = [
        score([Some(1.0), Some(1.0), Some(1.0), Some(1.0)], "100"),
        score([Some(0.5), None, Some(1.0), None], "70?"),
        score([Some(1.0), Some(0.5), Some(0.5), Some(1.0)], "75"),
        score([None, None, None, None], "–"),
    ];
    let picture = Scores { parts: &parts, scores: &scores };
    let shown = drawn(ascii, (width, 8), |look, area, buf| {
        let used = picture.draw_parts(look, area, buf) + 1;
        picture.draw(look, Rect { y: used, height: area.height - used, ..area }, buf);
    });
    insta::assert_snapshot!(format!("scores_{width}_{ascii}"), shown);
}

#[rstest]
fn the_effort(#[values((44, 12), (70, 16))] size: (u16, u16), #[values(false, true)] ascii: bool) {
    let portion =
        |title: &str, number: &str, shares: [Option<f64>; 2], guide: [Option<f64>; 2], hue| Portion {
            title: title.to_owned(),
            number: number.to_owned(),
            shares,
            guide,
            hue,
            is_lit: title == "Ordinary",
        };
    let portions = [
        portion("Key", "2 accounts", [Some(0.08), Some(0.31)], [Some(0.1), Some(0.6)], Hue::Red),
        portion("Ordinary", "9 accounts", [Some(0.38), Some(0.42)], [Some(0.3), Some(0.3)], Hue::Blue),
        portion("Prospective", "11 accounts", [Some(0.46), Some(0.27)], [Some(0.6), Some(0.1)], Hue::Yellow),
        portion("Unattractive", "2 accounts", [Some(0.08), None], [None, None], Hue::Grey),
    ];
    let effort = Effort { portions: &portions, titles: ["accounts", "time"], guide: "the guide" };
    let shown = drawn(ascii, size, |look, area, buf| effort.draw(look, area, buf));
    insta::assert_snapshot!(format!("effort_{}x{}_{ascii}", size.0, size.1), shown);
}

#[rstest]
fn the_quintiles(
    #[values((44, 13), (44, 18), (80, 34))] size: (u16, u16),
    #[values(false, true)] ascii: bool,
) {
    let bought = |recency, frequency, money| Bought { recency, frequency, money };
    let mut accounts =
        vec![bought(5, 5, 5), bought(5, 5, 4), bought(5, 5, 5), bought(1, 1, 1), bought(2, 4, 5)];
    accounts.extend((0..6).map(|at| bought(3, 3, 1 + at % 5)));
    let picture = Quintiles {
        accounts: &accounts,
        chosen: Some(bought(2, 4, 5)),
        titles: ["bought lately", "bought often", "columns: for how much"],
    };
    let shown = drawn(ascii, size, |look, area, buf| picture.draw(look, area, buf));
    insta::assert_snapshot!(format!("quintiles_{}x{}_{ascii}", size.0, size.1), shown);
}
