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
