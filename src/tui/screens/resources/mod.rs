//! Time, people and money of a quarter: what is planned for each posture and each tier beside what was logged,
//! and the balanced measures of the chosen posture.

#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;

use super::{Place, Screen, Visit};
use crate::domain::forecast::Ratio;
use crate::domain::period::Period;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{pages, resource_words};
use crate::store::view::resources::{ResourceLine, ResourcesView};
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::{table, text};

/// From this width on the share of the time logged is pictured.
const WIDE: u16 = 100;

/// Cells of that picture.
const BAR: usize = 16;

/// The screen's state.
#[derive(Debug, Default)]
pub struct ResourcesScreen {
    /// The period that was asked for; none is the present quarter.
    period: Option<Period>,
    view: Option<ResourcesView>,
    line: Cursor,
    is_stale: bool,
}

/// The places of the screen, from top to bottom.
struct Parts {
    strip: Rect,
    heads: Rect,
    lines: Rect,
    title: Rect,
    below: Rect,
}

impl Parts {
    fn of(area: Rect, lines: usize) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= 20);
        let mut y = inner.y;
        let mut take = |height: u16| {
            let part = Rect { y, height, ..inner }.intersection(inner);
            y = y.saturating_add(height);
            part
        };
        let lines = u16::try_from(lines).unwrap_or(u16::MAX);
        let [_, strip, _, heads, lines, _, title] = [blank, 1, blank, 1, lines, 1, 1].map(&mut take);
        let below = take(inner.height);
        Parts { strip, heads, lines, title, below }
    }
}

impl ResourcesScreen {
    fn shown(&self, look: &Look) -> Period {
        self.period.unwrap_or(Period::quarter_of(look.today, look.first_month))
    }

    fn lines(&self) -> &[ResourceLine] {
        self.view.as_ref().map(|view| view.lines.as_slice()).unwrap_or_default()
    }

    fn parts(&self, look: &Look) -> Parts {
        Parts::of(look.room(), self.lines().len())
    }

    fn here(&self) -> Option<&ResourceLine> {
        self.lines().get(self.line.at())
    }

    fn turn_to(&mut self, period: Period) -> Vec<Step> {
        (self.period, self.is_stale) = (Some(period), true);
        vec![Effect::Read.into()]
    }

    /// What the chosen line is judged by: a posture by its measures, a tier by the guide for time.
    fn draw_below(&self, look: &Look, view: &ResourcesView, parts: &Parts, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let Some(line) = self.here() else { return };
        let name = resource_words::purpose(lang, line.purpose);
        if line.measures.is_empty() {
            text::left(buf, look.measure, parts.title, &name, theme.title);
            let share = Ratio::new(line.spent.minutes.into(), view.all.minutes.into());
            let share = share.map_or("–".to_owned(), |share| look.ratio(share.value()));
            let words = match line.guide {
                Some(guide) => {
                    tr!(lang, "resources.guide", share = share, guide = crate::report::percent(guide))
                }
                None => tr!(lang, "resources.share", share = share),
            };
            text::left(buf, look.measure, parts.below, &words, Style::new());
            return;
        }
        let title = tr!(lang, "resources.measures_of", purpose = name);
        text::left(buf, look.measure, parts.title, &title, theme.title);
        let measures = pages::resources::measures(lang, view, line);
        let heads = Rect { height: 0, ..parts.below };
        table::still(look, &measures, heads, parts.below, buf);
    }

    fn table(&self, look: &Look, view: &ResourcesView) -> Table {
        let mut table = pages::resources::spent(look.lang, view);
        if look.room().width >= WIDE {
            table.columns.push(Column::whole("", Worth::Extra));
            for (row, line) in table.rows.iter_mut().zip(&view.lines) {
                let planned = line.plan.as_ref().and_then(|plan| plan.minutes);
                row.cells.push(match planned.filter(|planned| *planned > 0) {
                    Some(planned) => Cell::text(bar(line.spent.minutes, planned)).toned(Tone::Quiet),
                    None => Cell::ABSENT,
                });
            }
        }
        table
    }
}

/// A bar as full as what was logged of what was planned; more than all of it is full and says so.
fn bar(part: i64, whole: i64) -> String {
    let full = usize::try_from(part.max(0) * BAR as i64 / whole.max(1)).unwrap_or(BAR);
    let sign = if part > whole { "!" } else { " " };
    format!("{}{}{sign}", "█".repeat(full.min(BAR)), "─".repeat(BAR - full.min(BAR)))
}

impl Screen for ResourcesScreen {
    fn place(&self) -> Place {
        Place::Resources
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "resources.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Resources, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        action != Action::PlanResources || self.here().is_some()
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::PlanResources => match self.here() {
                Some(line) => {
                    vec![Effect::Ask(Question::Resources(self.shown(look), line.purpose)).into()]
                }
                None => Vec::new(),
            },
            Action::NextPeriod => self.turn_to(self.shown(look).next()),
            Action::PreviousPeriod => self.turn_to(self.shown(look).previous()),
            other => {
                let height = self.parts(look).lines.height;
                self.line.follow(other, self.lines().len(), height.into());
                Vec::new()
            }
        }
    }

    fn period(&self, look: &Look) -> Period {
        self.shown(look)
    }

    fn visit(&self) -> Visit {
        Visit { line: Some(self.line.at()), ..Visit::default() }
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        let height = self.parts(look).lines.height;
        self.line.choose(self.line.at(), self.lines().len(), height.into());
        Vec::new()
    }

    fn changed(&mut self, _changes: Option<&Changes>) {
        // Postures are made of nearly every table.
        self.is_stale = true;
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.is_stale || self.view.is_none() {
            self.view = Some(book.resources(self.shown(look))?);
            self.is_stale = false;
        }
        self.resized(look);
        Ok(())
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        vec![("█─".to_owned(), tr!(look.lang, "resources.sign_bar").into_owned())]
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let parts = Parts::of(area, self.lines().len());
        let view = self.view.as_ref()?;
        let (lang, theme) = (look.lang, &look.theme);
        let days = tr!(lang, "resources.until", from = view.span.from, to = view.span.to);
        let taken = text::right(buf, look.measure, parts.strip, &days, theme.dim);
        let left = Rect { width: parts.strip.width.saturating_sub(taken + 2), ..parts.strip };
        let title = tr!(lang, "resources.of_period", period = view.period);
        text::left(buf, look.measure, left, &title, theme.title);
        let shown = self.table(look, view);
        let part = table::Part { table: &shown, first: 0, total: view.lines.len() };
        table::draw(look, part, self.line, parts.heads, parts.lines, buf);
        self.draw_below(look, view, &parts, buf);
        None
    }
}
