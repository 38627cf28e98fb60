//! A frame as an SVG picture, for the README.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use unicode_width::UnicodeWidthStr;

/// A cell's size in the picture.
const CELL: (u16, u16) = (9, 20);

/// Where the line of letters stands in a cell, from its top.
const BASELINE: u16 = 15;

/// Around the frame.
const MARGIN: u16 = 12;

const FONTS: &str = "'DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC',monospace";

/// The frame on a ground (`#16181d`, say), in letters of `ink` where it names no colour.
pub fn svg(frame: &Buffer, ground: &str, ink: &str) -> String {
    let area = frame.area;
    let (width, height) = (area.width * CELL.0 + 2 * MARGIN, area.height * CELL.1 + 2 * MARGIN);
    let mut out = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="{FONTS}" font-size="15" fill="{ink}" xml:space="preserve">
<rect width="{width}" height="{height}" rx="8" fill="{ground}"/>"#
    );
    for y in area.top()..area.bottom() {
        let mut letters = Run::default();
        let mut x = area.left();
        while x < area.right() {
            let cell = &frame[(x, y)];
            let cells = (cell.symbol().width() as u16).max(1);
            let paint = Paint::of(cell, ground, ink);
            let at = (MARGIN + (x - area.left()) * CELL.0, MARGIN + (y - area.top()) * CELL.1);
            if let Some(back) = &paint.back {
                rect(&mut out, at, (cells * CELL.0, CELL.1), back, 1.0);
            }
            if draw_block(&mut out, cell.symbol(), at, &paint.front) {
                letters.write(&mut out);
            } else {
                letters.take(&mut out, cell.symbol(), cells, at, paint);
            }
            x += cells;
        }
        letters.write(&mut out);
    }
    out.push_str("</svg>\n");
    out
}

/// How a cell is painted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Paint {
    front: String,
    back: Option<String>,
    modifiers: Modifier,
}

impl Paint {
    fn of(cell: &Cell, ground: &str, ink: &str) -> Paint {
        let (front, back) = (colour(cell.fg), colour(cell.bg));
        let (front, back) = match cell.modifier.contains(Modifier::REVERSED) {
            true => (back.or_else(|| Some(ground.to_owned())), front.or_else(|| Some(ink.to_owned()))),
            false => (front, back),
        };
        Paint { front: front.unwrap_or_else(|| ink.to_owned()), back, modifiers: cell.modifier }
    }
}

/// Letters of one width and one paint that stand side by side.
#[derive(Default)]
struct Run {
    text: String,
    at: (u16, u16),
    cells: u16,
    letters: u16,
    paint: Paint,
}

impl Run {
    /// Takes one more letter, or writes what there is and begins anew with it.
    fn take(&mut self, out: &mut String, symbol: &str, cells: u16, at: (u16, u16), paint: Paint) {
        let width = self.cells.checked_div(self.letters).unwrap_or(cells);
        if paint != self.paint || width != cells {
            self.write(out);
        }
        if self.letters == 0 {
            (self.at, self.paint) = (at, paint);
        }
        self.text.push_str(symbol);
        self.cells += cells;
        self.letters += 1;
    }

    fn write(&mut self, out: &mut String) {
        let Run { text, at, paint, .. } = std::mem::take(self);
        let shown = text.trim_end_matches(' ');
        let skipped = shown.len() - shown.trim_start_matches(' ').len();
        let shown = shown.trim_start_matches(' ');
        if shown.is_empty() {
            return;
        }
        let has = |modifier| paint.modifiers.contains(modifier);
        let bold = if has(Modifier::BOLD) { r#" font-weight="bold""# } else { "" };
        let faint = if has(Modifier::DIM) { r#" opacity="0.6""# } else { "" };
        let line = if has(Modifier::UNDERLINED) { r#" text-decoration="underline""# } else { "" };
        let (x, y) = (at.0 + skipped as u16 * CELL.0, at.1 + BASELINE);
        // The whole run has its length, whatever the font: columns stay columns.
        let length = shown.width() as u16 * CELL.0;
        let shown = shown.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
        let fill = paint.front;
        let _ = writeln!(
            out,
            r#"<text x="{x}" y="{y}" fill="{fill}"{bold}{faint}{line} textLength="{length}">{shown}</text>"#
        );
    }
}

/// Draws a block or a shade as a rectangle; false if the symbol is neither.
fn draw_block(out: &mut String, symbol: &str, (x, y): (u16, u16), fill: &str) -> bool {
    let half = CELL.0.div_ceil(2);
    match symbol {
        "█" => rect(out, (x, y), CELL, fill, 1.0),
        "▒" => rect(out, (x, y), CELL, fill, 0.5),
        "░" => rect(out, (x, y), CELL, fill, 0.25),
        "▌" => rect(out, (x, y), (half, CELL.1), fill, 1.0),
        "▐" => rect(out, (x + CELL.0 - half, y), (half, CELL.1), fill, 1.0),
        "─" => rect(out, (x, y + CELL.1 / 2), (CELL.0, 1), fill, 1.0),
        other => match eighths(other) {
            Some(level) => {
                let height = (CELL.1 * level).div_ceil(8);
                rect(out, (x, y + CELL.1 - height), (CELL.0, height), fill, 1.0);
            }
            None => return false,
        },
    }
    true
}

fn rect(out: &mut String, at: (u16, u16), size: (u16, u16), fill: &str, opacity: f32) {
    let opacity = if opacity < 1.0 { format!(r#" opacity="{opacity}""#) } else { String::new() };
    let _ = writeln!(
        out,
        r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{fill}"{opacity} shape-rendering="crispEdges"/>"#,
        at.0, at.1, size.0, size.1
    );
}

/// How many eighths of a cell a lower block fills.
fn eighths(symbol: &str) -> Option<u16> {
    const LEVELS: [&str; 7] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇"];
    LEVELS.iter().position(|level| *level == symbol).map(|level| level as u16 + 1)
}

/// A colour as SVG writes it; the terminal's own sixteen as most terminals have them.
fn colour(colour: Color) -> Option<String> {
    let named = match colour {
        Color::Reset => return None,
        Color::Rgb(red, green, blue) => return Some(format!("#{red:02x}{green:02x}{blue:02x}")),
        Color::Black => "#1c1c1c",
        Color::Red => "#cd4545",
        Color::Green => "#4e9a3d",
        Color::Yellow => "#c09a1c",
        Color::Blue => "#4877c4",
        Color::Magenta => "#9a5fb0",
        Color::Cyan => "#2fa3a8",
        Color::Gray => "#c8c8c8",
        Color::DarkGray => "#6c6c6c",
        _ => "#e6e6e6",
    };
    Some(named.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::Style;

    #[test]
    fn a_frame_becomes_a_picture_with_its_letters_and_colours() {
        let mut frame = Buffer::with_lines(["大 <█"]);
        frame.set_style(ratatui::layout::Rect::new(4, 0, 1, 1), Style::new().fg(Color::Rgb(1, 2, 255)));
        let picture = svg(&frame, "#000000", "#ffffff");
        assert!(picture.contains(">大</text>") && picture.contains(r#"textLength="18""#), "{picture}");
        assert!(picture.contains(">&lt;</text>"));
        assert!(picture.contains(r##"fill="#0102ff""##));
        assert_eq!(picture.matches("<text").count(), 2, "letters of two widths");
    }
}
