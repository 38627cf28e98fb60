//! The line above the keys: what has just happened, or which keys may follow those typed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::{Clear, Widget};

use super::text;
use crate::tui::look::Look;

/// Something the program says to the person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub tone: Tone,
    /// In the person's language, one line.
    pub text: String,
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Something was done.
    Done,
    /// Nothing was done, and that is all right.
    Hint,
    /// Something was done, and there is something to mind about it.
    Warning,
    /// Something could not be done.
    Problem,
}

impl Notice {
    /// Something was done.
    pub fn done(text: impl Into<String>) -> Notice {
        Notice { tone: Tone::Done, text: text.into() }
    }

    /// Nothing was done, and that is all right.
    pub fn hint(text: impl Into<String>) -> Notice {
        Notice { tone: Tone::Hint, text: text.into() }
    }

    /// Something was done, and there is something to mind about it.
    pub fn warning(text: impl Into<String>) -> Notice {
        Notice { tone: Tone::Warning, text: text.into() }
    }

    /// Something could not be done.
    pub fn problem(text: impl Into<String>) -> Notice {
        Notice { tone: Tone::Problem, text: text.into() }
    }
}

/// Stands before what there is to mind.
const SIGN: &str = "! ";

/// Lines that it may take.
const LINES: usize = 3;

/// Draws a notice on the message line; what there is to mind rises over what lies above.
pub fn draw_rising(look: &Look, notice: &Notice, line: Rect, buf: &mut Buffer) {
    match notice.tone {
        Tone::Done | Tone::Hint => draw(look, notice, line, buf),
        Tone::Warning | Tone::Problem => {
            mind(look, &notice.text, style(look, notice), (line, 1), buf);
        }
    }
}

/// Draws what there is to mind on a line, after its sign and within a margin. It says what to try at its end,
/// so it is not cut: what is longer takes the lines above too, for as long as it stands.
pub fn mind(look: &Look, words: &str, style: Style, (line, margin): (Rect, u16), buf: &mut Buffer) {
    let sign = look.measure.width(SIGN) as u16;
    let beside = line.width.saturating_sub(sign + 2 * margin);
    let mut lines = text::wrapped(look.measure, words, beside.max(2).into());
    let room = LINES.min(usize::from(line.y.saturating_sub(buf.area.y)) + 1);
    if lines.len() > room {
        let rest = lines.split_off(room - 1).join(" ");
        lines.push(rest);
    }
    let above = (lines.len() as u16).saturating_sub(1);
    let over = Rect { y: line.y.saturating_sub(above), height: above + line.height.min(1), ..line };
    Clear.render(over, buf);
    let indent = margin.min(over.width);
    let inner = Rect { x: over.x + indent, width: over.width - indent, ..over };
    text::left(buf, look.measure, inner, SIGN, style);
    let beside = Rect { x: inner.x + sign.min(inner.width), width: beside, ..over };
    for (row, words) in beside.rows().zip(&lines) {
        text::left(buf, look.measure, row, words, style);
    }
}

/// Draws a notice.
pub fn draw(look: &Look, notice: &Notice, area: Rect, buf: &mut Buffer) {
    let sign = match notice.tone {
        Tone::Done | Tone::Hint => "",
        Tone::Warning | Tone::Problem => SIGN,
    };
    let style = style(look, notice);
    text::pieces(buf, look.measure, inner(area), &[(sign, style), (&notice.text, style)]);
}

/// What words have of the message line.
pub fn inner(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
}

fn style(look: &Look, notice: &Notice) -> Style {
    match notice.tone {
        Tone::Done => look.theme.good,
        Tone::Hint => look.theme.dim,
        Tone::Warning => look.theme.warn,
        Tone::Problem => look.theme.bad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;
    use crate::tui::testkit;

    /// What is on the last four lines of a small screen full of dots.
    fn said(notice: &Notice) -> Vec<String> {
        let area = Rect::new(0, 0, 30, 4);
        let mut buf = Buffer::with_lines(vec!["·".repeat(30); 4]);
        let line = Rect { y: 3, height: 1, ..area };
        draw_rising(&testkit::look(Lang::En), notice, line, &mut buf);
        buf.content().chunks(30).map(|row| row.iter().map(|cell| cell.symbol()).collect()).collect()
    }

    #[test]
    fn what_is_to_be_minded_is_told_to_its_end_over_what_lies_above() {
        let long = "The exit sign was not seen; press Enter , w x to tick it.";
        let lines = said(&Notice::warning(long));
        let words: Vec<&str> = lines[1..].iter().flat_map(|line| line.split_whitespace()).collect();
        assert!(
            words.join(" ").contains("The exit sign was not seen; press Enter , w x to tick it."),
            "{lines:?}"
        );
        assert_eq!(lines[0], "·".repeat(30), "no more is covered than it needs");
    }

    #[test]
    fn what_was_done_stays_on_its_line() {
        let lines = said(&Notice::done("Log: a very long word about a very long talk on the telephone"));
        assert!(lines[3].contains('…'));
        assert!(lines[..3].iter().all(|line| *line == "·".repeat(30)));
    }
}
