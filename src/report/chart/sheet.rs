//! The sheet that a chart is drawn on.

use std::fmt::Write;

use super::Sense;
use crate::report::html::escaped;

/// Colours that read on light and dark paper alike.
const STYLE: &str = ".keybook-chart{width:100%;max-width:760px;height:auto;font:11px system-ui,sans-serif}\
.keybook-chart text{fill:#444}.keybook-chart .axis{stroke:#8a94a6;stroke-width:1}\
.keybook-chart .total{fill:#5b76b8}.keybook-chart .rise{fill:#2f9e6e}.keybook-chart .fall{fill:#cc5a4e}\
.keybook-chart .plain{fill:#8a94a6}.keybook-chart .mark{stroke:#c07f1a;stroke-width:2;stroke-dasharray:4 3}\
@media (prefers-color-scheme:dark){.keybook-chart text{fill:#ccc}}";

/// A drawing in pixels from the upper left corner.
pub(super) struct Sheet {
    body: String,
    width: f64,
    height: f64,
}

impl Sheet {
    pub fn new(width: f64, height: f64) -> Sheet {
        Sheet { body: String::new(), width, height }
    }

    /// A bar between two heights, at least a hair thick.
    pub fn bar(&mut self, x: f64, width: f64, (one, other): (f64, f64), sense: Sense) {
        let class = match sense {
            Sense::Total => "total",
            Sense::Rise => "rise",
            Sense::Fall => "fall",
            Sense::Plain => "plain",
        };
        let (top, height) = (one.min(other), (one - other).abs().max(1.0));
        self.put(format_args!(
            "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
        ));
    }

    /// A straight line.
    pub fn line(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        self.put(format_args!(
            "<line class=\"{class}\" x1=\"{x1:.1}\" y1=\"{y1:.1}\" x2=\"{x2:.1}\" y2=\"{y2:.1}\"/>"
        ));
    }

    /// Words around a place.
    pub fn words(&mut self, x: f64, y: f64, words: &str) {
        let words = escaped(words);
        self.put(format_args!("<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\">{words}</text>"));
    }

    fn put(&mut self, part: std::fmt::Arguments<'_>) {
        // Writing to a String cannot fail.
        let _ = self.body.write_fmt(part);
    }

    /// The whole document; `title` says what it shows to who cannot see it.
    pub fn finish(self, title: &str) -> String {
        let Sheet { body, width, height } = self;
        let title = escaped(title);
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"keybook-chart\" role=\"img\" \
             viewBox=\"0 0 {width:.0} {height:.0}\"><title>{title}</title><style>{STYLE}</style>{body}</svg>"
        )
    }
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
