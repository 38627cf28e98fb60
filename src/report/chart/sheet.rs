//! The sheet that a chart is drawn on.

use std::fmt::Write;

use super::{Hue, STYLE, Sense};
use crate::report::html::escaped;

/// A finished chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    title: String,
    body: String,
    width: u32,
    height: u32,
}

impl Chart {
    /// What it shows, in words.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// As a part of an HTML page which has the [`STYLE`] of charts.
    pub fn inline(&self) -> String {
        self.written("", "")
    }

    /// As a document of its own.
    pub fn alone(&self) -> String {
        self.written(" xmlns=\"http://www.w3.org/2000/svg\"", &format!("<style>{STYLE}</style>"))
    }

    fn written(&self, space: &str, style: &str) -> String {
        let Chart { title, body, width, height } = self;
        // The title is what a reader hears in place of the picture.
        let title = escaped(title);
        format!(
            "<svg{space} class=\"chart\" role=\"img\" aria-label=\"{title}\" viewBox=\"0 0 {width} {height}\">\
             <title>{title}</title>{style}{body}</svg>"
        )
    }
}

/// Where words stand from their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A place in pixels from the upper left corner.
pub(super) type Place = (f64, f64);

/// A drawing in pixels from the upper left corner.
pub(super) struct Sheet {
    body: String,
    width: u32,
    height: u32,
}

impl Sheet {
    pub fn new(width: f64, height: f64) -> Sheet {
        Sheet { body: String::new(), width: width as u32, height: height as u32 }
    }

    /// A bar between two heights, at least a hair thick.
    pub fn bar(&mut self, x: f64, width: f64, (one, other): (f64, f64), sense: Sense) {
        let class = match sense {
            Sense::Total => "total",
            Sense::Rise => "rise",
            Sense::Fall => "fall",
            Sense::Plain => "plain",
        };
        self.rect(class, (x, one.min(other)), (width, (one - other).abs().max(1.0)));
    }

    /// A rectangle from its upper left corner.
    pub fn rect(&mut self, class: &str, (x, y): Place, (width, height): Place) {
        self.put(format_args!(
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
        ));
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, (x1, y1): Place, (x2, y2): Place) {
        self.put(format_args!(
            "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>"
        ));
    }

    /// A line through several places.
    pub fn path(&mut self, class: &str, places: &[Place]) {
        self.put(format_args!("<polyline class=\"{class}\" points=\"{}\"/>", joined(places)));
    }

    /// A surface between several places.
    pub fn shape(&mut self, class: &str, places: &[Place]) {
        self.put(format_args!("<polygon class=\"{class}\" points=\"{}\"/>", joined(places)));
    }

    /// A disc which says what it is where one points at it.
    pub fn disc(&mut self, class: &str, (x, y): Place, radius: f64, says: &str) {
        let says = escaped(says);
        self.put(format_args!(
            "<circle class=\"{class}\" cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\"><title>{says}</title></circle>"
        ));
    }

    /// Words around a place.
    pub fn words(&mut self, x: f64, y: f64, words: &str) {
        self.text("", Anchor::Middle, (x, y), words);
    }

    /// Words at a place; `class` says how they look.
    pub fn text(&mut self, class: &str, anchor: Anchor, (x, y): Place, words: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let class = if class.is_empty() { String::new() } else { format!(" class=\"{class}\"") };
        let words = escaped(words);
        self.put(format_args!("<text{class} x=\"{x:.1}\" y=\"{y:.1}\"{anchor}>{words}</text>"));
    }

    fn put(&mut self, part: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.body.write_fmt(part);
    }

    /// The whole chart; `title` says what it shows to who cannot see it.
    pub fn finish(self, title: &str) -> Chart {
        let Sheet { body, width, height } = self;
        Chart { title: title.to_owned(), body, width, height }
    }
}

impl Hue {
    /// The class of what is drawn in it.
    pub(super) fn class(self) -> &'static str {
        match self {
            Hue::Blue => "blue",
            Hue::Green => "green",
            Hue::Red => "red",
            Hue::Yellow => "yellow",
            Hue::Grey => "grey",
        }
    }
}

fn joined(places: &[Place]) -> String {
    let each: Vec<String> = places.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    each.join(" ")
}

/// Where amounts lie between two places.
pub(super) struct Scale {
    least: i128,
    most: i128,
    from: f64,
    to: f64,
}

impl Scale {
    /// From the least amount at `from` to the most at `to`.
    pub fn new(least: i128, most: i128, from: f64, to: f64) -> Scale {
        Scale { least, most, from, to }
    }

    /// The place of an amount; the middle where all are the same.
    pub fn place(&self, amount: i128) -> f64 {
        let length = (self.most - self.least) as f64;
        let share = if length > 0.0 { (amount - self.least) as f64 / length } else { 0.5 };
        self.from + (self.to - self.from) * share
    }
}
