//! How the line looks: what is typed, in the styles of what it was taken for; below it what was understood, what is
//! not clear, and what can be chosen.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::{Modifier, Style};

use super::{Capture, Choice};
use crate::domain::capture::{Sort, Understood};
use crate::report::capture_words::{Line, candidate, lines, open};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

/// Cells before the line: its sign and a space.
const SIGN: u16 = 2;

/// Rows of a list that are shown however much there is to say above it.
const LIST: usize = 3;

/// Draws the line and all below it; returns where the cursor stands.
pub(super) fn draw(capture: &Capture, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
    let parts = [Constraint::Length(1), Constraint::Length(1), Constraint::Fill(1)];
    let [line, gap, below] = Layout::vertical(parts).areas(area);
    text::left(buf, look.measure, line, ";", look.theme.accent);
    let typed = Rect { x: line.x + SIGN, width: line.width.saturating_sub(SIGN), ..line };
    let cursor = capture.input.draw(typed, buf, Style::new());
    let gap = gap.intersection(buf.area);
    if !gap.is_empty() {
        buf.set_string(gap.x, gap.y, "─".repeat(gap.width.into()), look.theme.rule);
    }
    match &capture.understood {
        Some(understood) if !capture.input.raw().trim().is_empty() => {
            colour(capture, understood, look, typed, buf);
            draw_understood(capture, understood, look, below, buf);
        }
        _ => draw_hints(capture, look, below, buf),
    }
    cursor
}

/// Shows each piece of the line in the style of what it was taken for; a line that scrolls stays plain.
fn colour(capture: &Capture, understood: &Understood, look: &Look, area: Rect, buf: &mut Buffer) {
    let line = capture.input.raw();
    if look.measure.width(line) >= area.width.into() {
        return;
    }
    let theme = &look.theme;
    for mark in &understood.marks {
        let style = match mark.sort {
            Sort::Kind | Sort::Direction | Sort::Day | Sort::Time | Sort::Minutes => theme.accent,
            Sort::Person | Sort::Account | Sort::Deal => theme.title,
            Sort::Unclear => theme.warn.add_modifier(Modifier::UNDERLINED),
            Sort::Step | Sort::StepDay => theme.good,
            Sort::Amount | Sort::Stage | Sort::Close => theme.figure,
            Sort::Note => continue,
        };
        let (Some(before), Some(piece)) = (line.get(..mark.at.start), line.get(mark.at.clone())) else {
            continue;
        };
        let (x, width) = (look.measure.width(before) as u16, look.measure.width(piece) as u16);
        let cells = Rect { x: area.x + x, width, height: 1, ..area };
        buf.set_style(cells.intersection(area), style);
    }
}

/// What an empty line can be filled with.
fn draw_hints(capture: &Capture, look: &Look, area: Rect, buf: &mut Buffer) {
    let lang = look.lang;
    let mut words = vec![
        tr!(lang, "capture.hint").into_owned(),
        String::new(),
        format!("  {}", tr!(lang, "capture.example.one")),
        format!("  {}", tr!(lang, "capture.example.two")),
        format!("  {}", tr!(lang, "capture.example.three")),
        String::new(),
        tr!(lang, "capture.hint_saved").into_owned(),
    ];
    if let Some(record) = &capture.at_hand {
        words.push(tr!(lang, "capture.hint_at_hand", record = record.name).into_owned());
    }
    let offered = capture.keeping.as_ref().and_then(|keeping| keeping.offered.as_ref());
    if let Some(typed) = offered {
        words.push(tr!(lang, "draft.offered", words = typed.all()).into_owned());
    }
    let wrapped = words.iter().flat_map(|words| text::wrapped(look.measure, words, area.width.into()));
    for (row, words) in area.rows().zip(wrapped) {
        text::left(buf, look.measure, row, &words, look.theme.dim);
    }
}

/// What was understood, what is not clear, and what can be chosen.
fn draw_understood(capture: &Capture, understood: &Understood, look: &Look, area: Rect, buf: &mut Buffer) {
    let said = questions(capture, understood, look);
    let choices = capture.list.choices.len();
    let height = usize::from(area.height);
    let below = said.len() + choices.min(LIST);
    let mut told = lines(look.lang, understood, &look.stages, look.today);
    // The list gives way to what was understood, all but its first rows.
    let room = height.saturating_sub(below).max(1);
    let hidden = if told.len() > room { told.len() + 1 - room } else { 0 };
    told.truncate(told.len() - hidden);
    let label = told.iter().map(|line| look.measure.width(&line.label)).max().unwrap_or_default() as u16;
    let mut rows = area.rows();
    for (line, row) in told.iter().zip(rows.by_ref()) {
        draw_line(look, line, label, row, buf);
    }
    if let Some(row) = (hidden > 0).then(|| rows.next()).flatten() {
        let more = tr!(look.lang, "capture.more", count = hidden);
        text::left(buf, look.measure, row, &format!("  {more}"), look.theme.dim);
    }
    let left = height - told.len() - usize::from(hidden > 0);
    if left > said.len() + choices {
        // Room enough for a line between what is clear and what is not.
        rows.next();
    }
    for ((words, style), row) in said.iter().zip(rows.by_ref()) {
        text::left(buf, look.measure, row, words, *style);
    }
    let rows: Vec<Rect> = rows.collect();
    let view = capture.cursor.view(choices, rows.len());
    for (row, index) in rows.into_iter().zip(view) {
        draw_choice(look, &capture.list.choices[index], index == capture.cursor.at(), row, buf);
    }
}

/// One thing that was understood: its sign, what it is, its value, and what is said beside it.
fn draw_line(look: &Look, line: &Line, label: u16, row: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    text::pieces(buf, look.measure, row, &[("✓ ", theme.good), (&line.label, theme.dim)]);
    let value = Rect { x: row.x + label + 4, width: row.width.saturating_sub(label + 4), ..row };
    let aside_cells = match line.aside.is_empty() {
        true => 0,
        false => look.measure.width(&line.aside) as u16 + 2,
    };
    let words = Rect { width: value.width.saturating_sub(aside_cells), ..value };
    let used = text::left(buf, look.measure, words, &line.value, Style::new());
    let beside = Rect { x: value.x + used + 2, width: value.width.saturating_sub(used + 2), ..value };
    text::left(buf, look.measure, beside, &line.aside, theme.dim);
}

/// What is not clear, and over a list of names what it is.
fn questions(capture: &Capture, understood: &Understood, look: &Look) -> Vec<(String, Style)> {
    let theme = &look.theme;
    let mut said: Vec<(String, Style)> = Vec::new();
    for one in &understood.open {
        let told = open(look.lang, one);
        said.push((format!("? {}", told.what), theme.warn));
        // What can be chosen below needs no further word.
        let hint = told.hint.filter(|_| one.choices().is_none());
        said.extend(hint.map(|hint| (format!("  {hint}"), theme.dim)));
    }
    if !capture.list.choices.is_empty() {
        let words = match capture.list.is_asked {
            true => tr!(look.lang, "capture.choose"),
            false => tr!(look.lang, "capture.names"),
        };
        said.push((format!("  {words}"), theme.dim));
    }
    said
}

fn draw_choice(look: &Look, choice: &Choice, is_chosen: bool, row: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    buf.set_style(row, theme.selected_if(is_chosen));
    let (words, code) = match choice {
        Choice::Record(one) => (candidate(look.lang, one), one.code.as_str()),
        Choice::NoDeal => (tr!(look.lang, "capture.none_of_them").into_owned(), ""),
    };
    let cells = text::right(buf, look.measure, row, code, theme.within(is_chosen, theme.dim));
    let rest = Rect { width: row.width.saturating_sub(cells + 1), ..row };
    text::pieces(buf, look.measure, rest, &[theme.mark(is_chosen), (&words, Style::new())]);
}
