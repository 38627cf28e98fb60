//! Charts are sound documents whose bars lie where their figures are.

use super::*;
use crate::domain::range::Bar;

fn column(label: &str, from: i128, to: i128, sense: Sense) -> Column {
    Column { label: label.into(), figure: (to - from).to_string(), from, to, sense }
}

/// The values of an attribute, in order.
fn values(svg: &str, part: &str, attribute: &str) -> Vec<f64> {
    let start = format!("{attribute}=\"");
    svg.split(part)
        .skip(1)
        .map(|rest| {
            let from = rest.find(&start).unwrap() + start.len();
            rest[from..].split('"').next().unwrap().parse().unwrap()
        })
        .collect()
}

#[test]
fn a_column_is_as_high_as_its_amount() {
    let svg = waterfall(
        "Bridge",
        &[
            column("Opening", 0, 400, Sense::Total),
            column("New", 400, 600, Sense::Rise),
            column("Won", 600, 500, Sense::Fall),
            column("Closing", 0, 500, Sense::Total),
        ],
    )
    .alone();
    // 204 pixels for 600: 136, 68, 34, 170.
    assert_eq!(values(&svg, "<rect", " height"), [136.0, 68.0, 34.0, 170.0]);
    // The third begins where the second ended, and goes down from there.
    assert_eq!(values(&svg, "<rect", " y"), [92.0, 24.0, 24.0, 58.0]);
    assert!(svg.contains("class=\"rise\"") && svg.contains("class=\"fall\""));
    assert!(svg.contains(">Opening<") && svg.contains(">-100<"));
}

#[test]
fn names_cannot_bring_markup_into_a_chart() {
    let svg = waterfall("<b>", &[column("a&b</text>", 0, 0, Sense::Plain)]).alone();
    assert!(svg.contains("<title>&lt;b&gt;</title>"));
    assert!(svg.contains(">a&amp;b&lt;/text&gt;<"));
    assert_eq!(svg.matches("</text>").count(), 2);
}

#[test]
fn a_bridge_of_nothing_and_a_histogram_of_one_outcome_are_still_charts() {
    let svg = waterfall("", &[column("Opening", 0, 0, Sense::Total), column("Closing", 0, 0, Sense::Total)])
        .alone();
    assert!(!svg.contains("NaN") && svg.ends_with("</svg>"), "{svg}");
    let svg = histogram("", &[Bar { from: 5, to: 5, runs: 10_000 }], &[]).alone();
    assert!(!svg.contains("NaN"), "{svg}");
    assert_eq!(values(&svg, "<rect", " height"), [136.0]);
}

#[test]
fn marks_of_a_histogram_lie_at_their_amounts() {
    let bars = [Bar { from: 0, to: 100, runs: 2_500 }, Bar { from: 100, to: 200, runs: 7_500 }];
    let svg = histogram("Range", &bars, &[Mark { amount: 100, label: "P50".into() }]).alone();
    // Half of the way from 60 to 700.
    assert_eq!(values(&svg, "class=\"mark\"", "x1"), [380.0]);
}

#[test]
fn a_funnel_is_as_wide_as_its_amounts_and_has_what_is_likely_within() {
    let step = |amount, weighted| Step {
        label: "Design".into(),
        under: "2 deals".into(),
        amount,
        weighted,
        figures: ["a".into(), "b".into()],
    };
    let svg = funnel("Funnel", &[step(400, 100), step(200, 0)]).inline();
    assert_eq!(values(&svg, "class=\"soft\"", "width"), [400.0, 200.0]);
    assert_eq!(values(&svg, "class=\"soft\"", "x"), [190.0, 290.0], "both around the middle");
    assert_eq!(values(&svg, "class=\"total\"", "width"), [100.0], "nothing is drawn for nothing");
}

#[test]
fn a_gauge_holds_what_there_is_against_the_goal() {
    let portion = |amount, is_likely| Portion { label: "Won".into(), amount, is_likely };
    let of = |goal| Gauge {
        portions: vec![portion(380, false), portion(190, true)],
        goal: Some((goal, "Quota".into())),
    };
    let svg = gauge("", &of(760)).inline();
    let widths =
        |svg: &str| [values(svg, "class=\"total\"", "width")[0], values(svg, "class=\"soft\"", "width")[0]];
    assert_eq!(widths(&svg), [380.0, 190.0]);
    assert_eq!(values(&svg, "class=\"mark\"", "x1"), [759.0]);
    // More than the goal: the goal lies within.
    let svg = gauge("", &of(285)).inline();
    assert_eq!((widths(&svg), values(&svg, "class=\"mark\"", "x1")), ([506.7, 253.3], vec![380.0]));
    let nothing = gauge("", &Gauge { portions: vec![portion(0, false)], goal: None }).inline();
    assert!(!nothing.contains("NaN") && !nothing.contains("class=\"mark\""), "{nothing}");
}

#[test]
fn a_trend_leaves_a_gap_where_there_is_no_figure() {
    let point = |value: Option<f64>| Point { label: "W".into(), value, figure: "x".into() };
    let points = [Some(0.5), Some(1.0), None, Some(0.5)].map(point);
    let svg = trend("", &points, Some((1.0, "quota"))).inline();
    assert_eq!(svg.matches("<polyline").count(), 2);
    let (dots, goal) = (values(&svg, "<circle", "cy"), values(&svg, "class=\"mark\"", "y1"));
    assert_eq!((dots.len(), dots[1]), (3, goal[0]), "what reaches the goal lies on its line");
    assert!(dots[0] > dots[1] && dots[0] == dots[2]);
    let none = trend("", &[point(None)], None).inline();
    assert!(!none.contains("NaN") && !none.contains("<circle"), "{none}");
}

#[test]
fn a_plane_has_its_bubbles_where_they_belong_and_whole() {
    let bubble = |across, up, name: &str| Bubble { across, up, name: name.into(), ..Bubble::default() };
    let picture = Plane {
        regions: vec![Region {
            across: (0.0, 1.0),
            up: (0.0, 1.0),
            title: "All".into(),
            ..Region::default()
        }],
        bubbles: vec![bubble(0.5, 0.5, "<Acme>"), bubble(0.0, 0.0, "Corner"), bubble(0.0, 0.0, "Behind")],
        ..Plane::default()
    };
    let svg = plane("Plane", &picture).inline();
    // 680 across from 80, 430 down from 22; at the edge a bubble of 5 stays whole.
    assert_eq!(values(&svg, "<circle", "cx"), [420.0, 85.0, 85.0]);
    assert_eq!(values(&svg, "<circle", "cy"), [237.0, 447.0, 447.0]);
    assert!(svg.contains(">&lt;Acme&gt;</text>") && !svg.contains("<Acme"), "{svg}");
    assert_eq!(
        svg.matches("<title>Behind</title>").count(),
        1,
        "who has no room for a name is told at the bubble"
    );
}

#[test]
fn the_curve_reaches_all_and_marks_its_goal_where_it_is_reached() {
    let of = Curve {
        points: vec![0.5, 0.8, 1.0],
        cuts: vec![Cut { until: 1, hue: Hue::Blue }, Cut { until: 3, hue: Hue::Grey }],
        goal: Some((0.8, 2, "80 % from 2".into())),
        end: "3".into(),
    };
    let svg = curve("Pareto", &of).inline();
    let line = svg.split("class=\"line\" points=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(line.split(' ').next_back(), Some("412.0,16.0"), "all is at the upper right");
    let second = line.split(' ').nth(2).unwrap().split_once(',').unwrap();
    assert_eq!(values(&svg, "class=\"mark\"", "x2"), [second.0.parse::<f64>().unwrap(); 2]);
    assert_eq!(svg.matches("tint").count(), 2, "a surface for each class");
}
