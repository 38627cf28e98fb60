//! The decision role as a picture: involvement by authority, the person's own place marked.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::text;
use crate::domain::word::{Authority, DecisionRole, Involvement};
use crate::report::words;
use crate::tr;
use crate::tui::look::Look;

/// Draws the four roles, and marks one; where it is not known, that is said.
pub fn draw(look: &Look, role: Option<DecisionRole>, area: Rect, buf: &mut Buffer) {
    let marks = |one: DecisionRole| if role == Some(one) { vec!["●".to_owned()] } else { vec![] };
    draw_with(look, marks, role.is_none(), area, buf);
}

/// Draws the four roles with marks after each: those of the people who have it.
pub fn draw_with(
    look: &Look,
    marks: impl Fn(DecisionRole) -> Vec<String>,
    is_unknown: bool,
    area: Rect,
    buf: &mut Buffer,
) {
    let lang = look.lang;
    let rows = [
        (Involvement::High, [DecisionRole::Advocate, DecisionRole::Owner]),
        (Involvement::Low, [DecisionRole::Evaluator, DecisionRole::Approver]),
    ];
    let head = tr!(lang, "role.involvement");
    let first = look.measure.width(&head) as u16 + 1;
    let left = [DecisionRole::Advocate, DecisionRole::Evaluator].map(|role| words::decision_role(lang, role));
    let widest = left.iter().map(|word| look.measure.width(word)).max().unwrap_or(0) as u16;
    let most = [DecisionRole::Advocate, DecisionRole::Evaluator].into_iter().map(|role| marks(role).len());
    let column = (widest + 3).max(12) + most.max().unwrap_or(0).saturating_sub(1) as u16 * 3;
    let place = |at: u16, y: u16| Rect {
        x: area.x + first + at * column,
        y: area.y + y,
        width: if at == 0 { column - 1 } else { area.width.saturating_sub(first + column) },
        height: 1,
    };
    let mut lines = area.rows();
    if let Some(head) = lines.next() {
        let title = if is_unknown { tr!(lang, "role.unknown") } else { tr!(lang, "role.title") };
        text::left(
            buf,
            look.measure,
            head,
            &title,
            if is_unknown { look.theme.dim } else { look.theme.title },
        );
    }
    if area.height < 4 {
        return;
    }
    text::left(
        buf,
        look.measure,
        Rect { y: area.y + 1, height: 1, width: first, ..area },
        &head,
        look.theme.dim,
    );
    for (at, authority) in (0..).zip([Authority::Influences, Authority::Decides]) {
        text::left(buf, look.measure, place(at, 1), &words::authority(lang, authority), look.theme.dim);
    }
    for (y, (involvement, roles)) in (2..).zip(rows) {
        let row = Rect { y: area.y + y, height: 1, width: first, ..area };
        text::left(buf, look.measure, row, &words::involvement(lang, involvement), look.theme.dim);
        for (at, role) in (0..).zip(roles) {
            let marks = marks(role);
            let (sign, style) = match marks.is_empty() {
                true => ("· ", look.theme.dim),
                false => ("", look.theme.accent.patch(look.theme.title)),
            };
            let word = words::decision_role(lang, role);
            let shown = match marks.as_slice() {
                [] => format!("{sign}{word}"),
                [one] if one == "●" => format!("● {word}"),
                several => format!("{word} {}", several.join(" ")),
            };
            let cells = place(at, y);
            text::left(buf, look.measure, cells, &shown, Style::new().patch(style));
        }
    }
}
