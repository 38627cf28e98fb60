//! The five steps of the method as a path: how complete each is, and when it was last touched.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::domain::plan::{Step, StepState};
use crate::report::plan_words;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::spark::Gauge;
use crate::tui::widgets::text;

/// Cells from which the steps stand side by side.
const WIDE: u16 = 90;
/// Lines that the steps take side by side.
const BESIDE: u16 = 4;

/// Lines that the path takes at a width.
pub fn path_height(width: u16) -> u16 {
    if width >= WIDE { BESIDE } else { Step::ALL.len() as u16 }
}

/// Draws the path: steps side by side where there is room, else one under the other.
pub fn path(look: &Look, steps: &[StepState], area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    if steps.is_empty() || area.is_empty() {
        return;
    }
    match area.width >= WIDE && area.height >= BESIDE {
        true => beside(look, steps, area, buf),
        false => below(look, steps, area, buf),
    }
}

/// Draws the path in one line: each step's letter, a gauge and its figure.
pub fn path_line(look: &Look, steps: &[StepState], area: Rect, buf: &mut Buffer) {
    let area = area.intersection(buf.area);
    let Some(width) = area.width.checked_div(steps.len() as u16).filter(|_| area.height > 0) else { return };
    let figures = steps.iter().map(|state| figure(state).len()).max().unwrap_or_default() as u16;
    for (number, state) in (0..).zip(steps) {
        let column = Rect { x: area.x + number * width, width: width.saturating_sub(2), height: 1, ..area };
        text::left(buf, look.measure, column, letter(state.step), look.theme.title);
        text::right(buf, look.measure, column, &figure(state), look.theme.figure);
        let bar = Rect { x: column.x + 2, width: column.width.saturating_sub(figures + 3), ..column };
        gauge(look, state, bar, buf);
    }
}

/// The step's letter in the name of the method.
fn letter(step: Step) -> &'static str {
    match step {
        Step::SetTarget => "S",
        Step::TargetPeople => "T",
        Step::ReviewFactors => "R",
        Step::AlignStrategies => "A",
        Step::TakeAction => "T",
    }
}

/// Sections that are filled, of all.
fn figure(state: &StepState) -> String {
    format!("{}/{}", state.filled, state.of)
}

/// When it was touched; nothing where something is filled that is not kept by day, as people are.
fn touched(look: &Look, state: &StepState) -> String {
    match state.touched {
        Some(day) => tr!(look.lang, "picture.path.touched", day = look.date(day)).into_owned(),
        None if state.filled > 0 => String::new(),
        None => tr!(look.lang, "picture.path.untouched").into_owned(),
    }
}

fn gauge(look: &Look, state: &StepState, area: Rect, buf: &mut Buffer) {
    let whole = state.filled == state.of;
    let style = if whole { look.theme.good } else { look.theme.accent };
    let parts = [(state.filled as f64, "█", style)];
    Gauge { parts: &parts, whole: state.of.max(1) as f64, track: look.theme.rule }.render(area, buf);
}

fn beside(look: &Look, steps: &[StepState], area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let count = steps.len() as u16;
    let width = area.width / count;
    for (number, state) in (0..).zip(steps) {
        let x = area.x + number * width;
        // Two cells between a step and the next.
        let column = Rect { x, width: width - 2, ..area };
        let line = |y: u16| Rect { y: area.y + y, height: 1, ..column };
        let way = if number + 1 == count { column.width } else { width };
        let rule = Rect { width: way, ..line(0) };
        for x in rule.left()..rule.right() {
            buf.set_string(x, rule.y, "─", theme.rule);
        }
        if number + 1 < count {
            buf.set_string(rule.right() - 1, rule.y, "▸", theme.rule);
        } else {
            buf.set_string(rule.right() - 1, rule.y, "▪", theme.rule);
        }
        let sign = format!("{} ", letter(state.step));
        text::left(buf, look.measure, line(0), &sign, text::over(theme.title));
        text::left(buf, look.measure, line(1), &plan_words::step(look.lang, state.step), theme.title);
        let figure = figure(state);
        let taken = text::right(buf, look.measure, line(2), &figure, theme.figure);
        let bar = Rect { width: column.width.saturating_sub(taken + 1), ..line(2) };
        gauge(look, state, bar, buf);
        text::left(buf, look.measure, line(3), &touched(look, state), theme.dim);
    }
}

fn below(look: &Look, steps: &[StepState], area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let names: Vec<_> = steps.iter().map(|state| plan_words::step(look.lang, state.step)).collect();
    let name = names.iter().map(|name| look.measure.width(name)).max().unwrap_or_default() as u16;
    let day = steps.iter().map(|state| look.measure.width(&touched(look, state))).max();
    let day = day.unwrap_or_default() as u16;
    // A line between two steps where there is room for it.
    let apart = if area.height >= 2 * steps.len() as u16 - 1 { 2 } else { 1 };
    for (number, (state, words)) in (0..).zip(steps.iter().zip(&names)) {
        let y = area.y + number * apart;
        let row = Rect { y, height: 1, ..area }.intersection(area);
        if row.is_empty() {
            break;
        }
        let at = |from: u16, width: u16| Rect { x: row.x + from, width, ..row }.intersection(row);
        text::left(buf, look.measure, at(0, 2), letter(state.step), theme.title);
        text::left(buf, look.measure, at(3, name), words, theme.title);
        let from = 3 + name + 2;
        let rest = row.width.saturating_sub(from + 2 + 6 + day);
        gauge(look, state, at(from, rest), buf);
        text::right(buf, look.measure, at(from + rest + 1, 5), &figure(state), theme.figure);
        text::left(buf, look.measure, at(from + rest + 8, day), &touched(look, state), theme.dim);
        if apart == 2 && usize::from(number) + 1 < steps.len() {
            text::left(buf, look.measure, Rect { y: y + 1, ..at(0, 1) }, "│", theme.rule);
        }
    }
}
