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
    let names = rows.iter().map(|(involvement, _)| words::involvement(lang, *involvement).into_owned());
    let names: Vec<String> =
        names.map(|name| tr!(lang, "role.involvement", how = name).into_owned()).collect();
    let first = names.iter().map(|name| look.measure.width(name)).max().unwrap_or(0) as u16 + 2;
    let column = area.width.saturating_sub(first) / 2;
    let place = |at: usize, y: u16| Rect {
        x: area.x + first + at as u16 * column,
        y: area.y + y,
        width: column.saturating_sub(1),
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
    for (at, authority) in [Authority::Influences, Authority::Decides].into_iter().enumerate() {
        text::left(buf, look.measure, place(at, 1), &words::authority(lang, authority), look.theme.dim);
    }
    for (y, ((_, roles), name)) in (2..).zip(rows.iter().zip(&names)) {
        let row = Rect { y: area.y + y, height: 1, width: first, ..area };
        text::left(buf, look.measure, row, name, look.theme.dim);
        for (at, role) in roles.iter().enumerate() {
            let marks = marks(*role);
            let (sign, style) = match marks.is_empty() {
                true => ("· ", look.theme.dim),
                false => ("", look.theme.accent.patch(look.theme.title)),
            };
            let word = words::decision_role(lang, *role);
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
