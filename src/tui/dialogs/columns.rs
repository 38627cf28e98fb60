//! Which columns a list shows, and in which order.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// Cells that the list likes to have.
const WIDTH: u16 = 46;

/// A column that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnLine {
    /// By which settings know it.
    pub key: &'static str,
    /// What it is called.
    pub label: String,
    /// Whether it is to be shown.
    pub shown: bool,
    /// Its place among the usual columns, if it is one.
    pub usual: Option<usize>,
    /// Whether the list can be sorted by it.
    pub sorts: bool,
}

/// All columns of a list, those shown first and in their order.
pub struct ChooseColumns {
    title: String,
    lines: Vec<ColumnLine>,
    cursor: Cursor,
}

impl ChooseColumns {
    /// Lets the columns of the list with this title be chosen.
    pub fn new(title: String, lines: Vec<ColumnLine>) -> ChooseColumns {
        ChooseColumns { title, lines, cursor: Cursor::default() }
    }

    /// Shows the column at the cursor, or no longer; the last one stays.
    fn tick(&mut self) {
        let others = self.lines.iter().filter(|line| line.shown).count() > 1;
        if let Some(line) = self.lines.get_mut(self.cursor.at()) {
            line.shown = !line.shown || !others;
        }
    }

    /// Puts the column at the cursor before the one above it, or behind the one below.
    fn shift(&mut self, down: bool, height: usize) {
        let at = self.cursor.at();
        let to = if down { at + 1 } else { at.wrapping_sub(1) };
        if to < self.lines.len() {
            self.lines.swap(at, to);
            self.cursor.choose(to, self.lines.len(), height);
        }
    }

    /// As if nobody had ever chosen.
    fn reset(&mut self) {
        self.lines.iter_mut().for_each(|line| line.shown = line.usual.is_some());
        self.lines.sort_by_key(|line| line.usual.unwrap_or(usize::MAX));
        self.cursor = Cursor::default();
    }

    fn chosen(&self) -> Vec<String> {
        self.lines.iter().filter(|line| line.shown).map(|line| line.key.to_owned()).collect()
    }

    fn height(&self, look: &Look) -> usize {
        self.lines.len().min(look.room().height.saturating_sub(4).into())
    }
}

impl Dialog for ChooseColumns {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "columns.title", list = self.title).into_owned()
    }

    fn wants(&self, look: &Look) -> Size {
        Size::new(WIDTH, self.height(look) as u16)
    }

    fn foot(&self, look: &Look, _height: u16) -> String {
        let shown = self.lines.iter().filter(|line| line.shown).count();
        tr!(look.lang, "columns.foot", shown = shown, all = self.lines.len()).into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Columns]
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let height = self.height(look);
        match action {
            Action::Cancel => return vec![Step::Close],
            Action::Accept => return vec![Step::Close, Step::Arrange(self.chosen())],
            Action::TickColumn => self.tick(),
            Action::ColumnUp => self.shift(false, height),
            Action::ColumnDown => self.shift(true, height),
            Action::UsualColumns => self.reset(),
            other => drop(self.cursor.follow(other, self.lines.len(), height)),
        }
        Vec::new()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let theme = &look.theme;
        let view = self.cursor.view(self.lines.len(), area.height.into());
        for (row, index) in area.rows().zip(view) {
            let line = &self.lines[index];
            let chosen = index == self.cursor.at();
            buf.set_style(row, theme.selected_if(chosen));
            let within = |style| theme.within(chosen, style);
            let tick = if line.shown { "[x] " } else { "[ ] " };
            let quiet = if line.shown { Style::new() } else { within(theme.dim) };
            let pieces = [theme.mark(chosen), (tick, quiet), (&line.label, quiet)];
            let used = text::pieces(buf, look.measure, row, &pieces) + 2;
            if line.sorts {
                let rest = Rect { x: row.x + used, width: row.width.saturating_sub(used), ..row };
                text::right(buf, look.measure, rest, &tr!(look.lang, "columns.sorts"), within(theme.dim));
            }
        }
        None
    }
}
