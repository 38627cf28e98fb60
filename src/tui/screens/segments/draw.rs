//! How the accounts stand beside the picture of their classes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::layout::Parts;
use super::sight::{Row, Sight};
use super::{METHODS, SegmentsScreen, figure, words};
use crate::domain::segment::Method;
use crate::domain::segment::pyramid::Basis;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::screens::ways;
use crate::tui::widgets::{empty, text};

/// Cells of the longest class.
const CLASS: u16 = 16;

/// From this width on a list has figures.
const WIDE: u16 = 40;

impl SegmentsScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let Some(sight) = &self.sight else { return };
        if sight.rows.is_empty() {
            let (title, said) = (tr!(look.lang, "segments.empty"), tr!(look.lang, "segments.empty_words"));
            return empty::draw(look, &title, &said, &ways(look), area, buf);
        }
        let parts = self.parts(look, area);
        self.draw_strip(look, parts.strip, buf);
        for y in parts.rule.top()..parts.rule.bottom() {
            text::left(buf, look.measure, Rect { y, height: 1, ..parts.rule }, "│", look.theme.rule);
        }
        self.draw_picture(look, sight, &parts, buf);
        for (row, line) in parts.told.rows().zip(self.said(look, parts.told.width)) {
            text::left(buf, look.measure, row, &line, look.theme.warn);
        }
        self.draw_list(look, sight, &parts, buf);
        if let Some(row) = sight.rows.get(self.cursor.at()) {
            self.draw_detail(look, row, parts.detail, buf);
        }
    }

    /// The methods, the one that is shown marked.
    fn draw_strip(&self, look: &Look, row: Rect, buf: &mut Buffer) {
        let mut x = row.x;
        for method in METHODS {
            let is_here = method == self.method;
            let mark = if is_here { "▸" } else { " " };
            let style = if is_here { look.theme.accent.patch(look.theme.title) } else { look.theme.dim };
            let rest = Rect { x, width: row.right().saturating_sub(x), ..row };
            x += text::left(
                buf,
                look.measure,
                rest,
                &format!("{mark}{}  ", words::method(look.lang, method)),
                style,
            );
        }
        let Some(known) = &self.known else { return };
        let basis = match (self.method, known.segments.pyramid.basis) {
            (Method::Pyramid, Basis::Profit) => tr!(look.lang, "segments.by_profit"),
            (Method::Pyramid, Basis::Sales) => tr!(look.lang, "segments.by_sales"),
            _ => words::accounts(look.lang, known.segments.accounts.len()).into(),
        };
        let rest = Rect { x, width: row.right().saturating_sub(x), ..row };
        if look.measure.width(&basis) <= rest.width.into() {
            text::right(buf, look.measure, rest, &basis, look.theme.dim);
        }
    }

    fn draw_list(&self, look: &Look, sight: &Sight, parts: &Parts, buf: &mut Buffer) {
        let view = self.cursor.view(sight.rows.len(), parts.list.height.into());
        let class = CLASS.min(parts.list.width * 2 / 5).min(self.widest_class(look, sight));
        let figure = if parts.list.width >= WIDE { figure::CELLS } else { 0 };
        for (row, at) in parts.list.rows().zip(view) {
            draw_row(look, &sight.rows[at], at == self.cursor.at(), [class, figure], row, buf);
        }
        let head = words::figure(look.lang, self.method);
        if figure > 0 {
            text::right(buf, look.measure, parts.heads, &head, look.theme.dim);
        }
        let of = format!("{} / {}", self.cursor.at() + 1, sight.rows.len());
        let inner = Rect { x: parts.heads.x + 2, width: parts.heads.width.saturating_sub(2), ..parts.heads };
        text::left(buf, look.measure, inner, &of, look.theme.dim);
    }

    fn widest_class(&self, look: &Look, sight: &Sight) -> u16 {
        let classes = sight.rows.iter().filter_map(|row| row.class.as_ref());
        classes.map(|class| look.measure.width(class)).max().unwrap_or(1) as u16
    }

    /// What is known of the chosen account.
    fn draw_detail(&self, look: &Look, row: &Row, area: Rect, buf: &mut Buffer) {
        let Some(known) = &self.known else { return };
        let (lang, theme) = (look.lang, &look.theme);
        let mut lines = area.rows();
        let Some(line) = lines.next() else { return };
        let code = text::right(buf, look.measure, line, &known.code(row.at), theme.dim);
        let name = Rect { width: line.width.saturating_sub(code + 1), ..line };
        text::left(buf, look.measure, name, &row.name, theme.title);
        let mut said: Vec<(String, Style)> = Vec::new();
        let class = row.class.clone().unwrap_or_else(|| tr!(lang, "segments.no_class").into_owned());
        let hue = row.hue.map_or(theme.warn, |hue| hue.ink(look).add_modifier(Modifier::BOLD));
        let Some(line) = lines.next() else { return };
        let how = words::how(look, &row.placed);
        let used = text::left(buf, look.measure, line, &class, hue);
        let rest = Rect { x: line.x + used, width: line.width.saturating_sub(used), ..line };
        let used = text::left(buf, look.measure, rest, &format!("  {how}"), Style::new());
        let rest = Rect { x: rest.x + used, width: rest.width.saturating_sub(used), ..rest };
        let rule = words::rule(lang, &row.placed);
        let style = if row.placed.differs() { theme.warn } else { theme.dim };
        match look.measure.width(&rule) + 3 <= rest.width.into() {
            true if !rule.is_empty() => {
                text::left(buf, look.measure, rest, &format!(" · {rule}"), style);
            }
            false => said.push((rule, style)),
            true => {}
        }
        if let Some(why) = row.placed.decision.as_ref().and_then(|decision| decision.why.as_ref()) {
            said.push((tr!(lang, "segments.why", why = why).into_owned(), Style::new()));
        }
        for (words, style) in said {
            for part in text::wrapped(look.measure, &words, area.width.into()) {
                let Some(line) = lines.next() else { return };
                text::left(buf, look.measure, line, &part, style);
            }
        }
        let inputs = figure::inputs(known, self.method, row.at, look);
        let label = inputs.iter().map(|(label, _)| look.measure.width(label)).max().unwrap_or(0) as u16 + 2;
        for (name, value) in inputs {
            let Some(line) = lines.next() else { return };
            text::left(buf, look.measure, Rect { width: label.min(line.width), ..line }, &name, theme.dim);
            let rest = Rect { x: line.x + label, width: line.width.saturating_sub(label), ..line };
            match value {
                Some(value) => text::left(buf, look.measure, rest, &value, Style::new()),
                None => text::left(buf, look.measure, rest, &tr!(lang, "segments.not_told"), theme.warn),
            };
        }
        if !row.placed.missing.is_empty() {
            let Some(line) = lines.next() else { return };
            let inputs = words::inputs(lang, &row.placed.missing);
            let key = Action::TellInputs.entry().first_key();
            let words = tr!(lang, "segments.missing", inputs = inputs, key = key);
            text::left(buf, look.measure, line, &words, theme.warn);
        }
    }
}

/// An account: its name, its class, how that was decided, its figure.
fn draw_row(look: &Look, row: &Row, chosen: bool, [class, figure]: [u16; 2], area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let within = |style: Style| theme.within(chosen, style);
    buf.set_style(area, theme.selected_if(chosen));
    if chosen {
        text::left(buf, look.measure, area, "›", within(theme.selected_mark));
    }
    let figure = Rect { x: area.right().saturating_sub(figure), width: figure, ..area };
    let gap = u16::from(figure.width > 0);
    let of_class = Rect { x: figure.x.saturating_sub(class + gap), width: class, ..area };
    let mark = Rect { x: of_class.x.saturating_sub(2), width: 1, ..area };
    let name = Rect { x: area.x + 2, width: mark.x.saturating_sub(area.x + 3), ..area };
    let style = if row.placed.rule.is_none() && row.class.is_none() { theme.dim } else { Style::new() };
    text::left(buf, look.measure, name, &row.name, within(style));
    match (&row.placed.decision, row.placed.differs()) {
        (Some(_), true) => text::left(buf, look.measure, mark, "≠", within(theme.warn)),
        (Some(_), false) => text::left(buf, look.measure, mark, "●", within(theme.dim)),
        (None, _) => 0,
    };
    match (&row.class, row.hue) {
        (Some(class), hue) => {
            let hue = hue.map_or(Style::new(), |hue| hue.ink(look));
            text::left(buf, look.measure, of_class, class, within(hue))
        }
        (None, _) => text::left(buf, look.measure, of_class, "–", within(theme.dim)),
    };
    if figure.width > 0 {
        text::right(buf, look.measure, figure, &row.figure, within(Style::new()));
    }
}
