//! The line above the keys: what has just happened, or which keys may follow those typed.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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

/// Draws a notice.
pub fn draw(look: &Look, notice: &Notice, area: Rect, buf: &mut Buffer) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let (sign, style) = match notice.tone {
        Tone::Done => ("", look.theme.good),
        Tone::Hint => ("", look.theme.dim),
        Tone::Warning => ("! ", look.theme.warn),
        Tone::Problem => ("! ", look.theme.bad),
    };
    text::pieces(buf, look.measure, inner, &[(sign, style), (&notice.text, style)]);
}
