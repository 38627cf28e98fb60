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

const FONTS: &str = "'JetBrains Mono','DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC',monospace";

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
        let mut x = area.left();
        while x < area.right() {
            let cell = &frame[(x, y)];
            let cells = (cell.symbol().width() as u16).max(1);
            draw_cell(&mut out, cell, (x - area.left(), y - area.top()), cells, ground, ink);
            x += cells;
        }
    }
    out.push_str("</svg>\n");
    out
}

fn draw_cell(out: &mut String, cell: &Cell, at: (u16, u16), cells: u16, ground: &str, ink: &str) {
    let (x, y) = (MARGIN + at.0 * CELL.0, MARGIN + at.1 * CELL.1);
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let (front, back) = (colour(cell.fg), colour(cell.bg));
    let (front, back) = match reversed {
        true => (Some(back.unwrap_or(ground.to_owned())), Some(front.unwrap_or(ink.to_owned()))),
        false => (front, back),
    };
    if let Some(back) = back {
        rect(out, (x, y), (cells * CELL.0, CELL.1), &back, 1.0);
    }
    let fill = front.as_deref().unwrap_or(ink);
    let half = CELL.0.div_ceil(2);
    match cell.symbol() {
        " " => {}
        "█" => rect(out, (x, y), CELL, fill, 1.0),
        "▒" => rect(out, (x, y), CELL, fill, 0.5),
        "░" => rect(out, (x, y), CELL, fill, 0.25),
        "▌" => rect(out, (x, y), (half, CELL.1), fill, 1.0),
        "▐" => rect(out, (x + CELL.0 - half, y), (half, CELL.1), fill, 1.0),
        symbol => match eighths(symbol) {
            Some(level) => {
                let height = (CELL.1 * level).div_ceil(8);
                rect(out, (x, y + CELL.1 - height), (CELL.0, height), fill, 1.0);
            }
            None => letter(out, cell, symbol, (x, y + BASELINE), cells, fill),
        },
    }
}

fn letter(out: &mut String, cell: &Cell, symbol: &str, at: (u16, u16), cells: u16, fill: &str) {
    let bold = if cell.modifier.contains(Modifier::BOLD) { r#" font-weight="bold""# } else { "" };
    let faint = if cell.modifier.contains(Modifier::DIM) { r#" opacity="0.6""# } else { "" };
    let line =
        if cell.modifier.contains(Modifier::UNDERLINED) { r#" text-decoration="underline""# } else { "" };
    let symbol = symbol.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let length = cells * CELL.0;
    // Each letter has its place, whatever the font: columns stay columns.
    let _ = writeln!(
        out,
        r#"<text x="{}" y="{}" fill="{fill}"{bold}{faint}{line} textLength="{length}" lengthAdjust="spacingAndGlyphs">{symbol}</text>"#,
        at.0, at.1
    );
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
        assert_eq!(picture.matches("<text").count(), 2);
    }
}
