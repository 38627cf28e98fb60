//! What tests of the interface are made with: a look with a fixed day, and screens as text.

use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use unicode_width::UnicodeWidthStr;

use super::look::Look;
use super::palette::Depth;
use super::theme::Theme;
use crate::domain::money::Currency;
use crate::i18n::Lang;
use crate::report::Measure;

/// The look of tests: the dark theme in all colours, 21 November 2026, euros, 80×24.
pub fn look(lang: Lang) -> Look {
    Look {
        lang,
        theme: Theme::choose(Some("dark"), Depth::True, false),
        depth: Depth::True,
        measure: Measure::default(),
        today: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
        first_month: 1,
        base: Currency::EUR,
        size: Size::new(80, 24),
    }
}

/// What a picture of `width` × `height` shows, as text without trailing spaces.
pub fn drawn(width: u16, height: u16, draw: impl FnOnce(Rect, &mut Buffer)) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let area = buf.area;
    draw(area, &mut buf);
    text(&buf)
}

/// The text of a buffer: a wide character once, no trailing spaces.
pub fn text(buf: &Buffer) -> String {
    lines(buf).join("\n")
}

fn lines(buf: &Buffer) -> Vec<String> {
    let row = |y| {
        let mut line = String::new();
        let mut x = buf.area.left();
        while x < buf.area.right() {
            let symbol = buf[(x, y)].symbol();
            line.push_str(symbol);
            x += (symbol.width() as u16).max(1);
        }
        line.trim_end().to_owned()
    };
    (buf.area.top()..buf.area.bottom()).map(row).collect()
}

/// Each line's text, followed by the runs of it that have a style.
pub fn styled(buf: &Buffer) -> String {
    let mut out = String::new();
    for (y, line) in (buf.area.top()..).zip(lines(buf)) {
        out.push_str(&line);
        out.push('\n');
        let mut run: Option<(u16, ratatui::style::Style)> = None;
        for x in buf.area.left()..=buf.area.right() {
            let style = buf.cell((x, y)).filter(|_| x < buf.area.right()).map(|cell| cell.style());
            if let Some((from, old)) = run
                && style != Some(old)
            {
                let plain = buf
                    .cell((from, y))
                    .is_some_and(|cell| cell.style() == Buffer::empty(buf.area)[(0, 0)].style());
                if !plain {
                    out.push_str(&format!("  {from}..{x} {old:?}\n"));
                }
                run = None;
            }
            if let (None, Some(style)) = (run, style) {
                run = Some((x, style));
            }
        }
    }
    out
}
