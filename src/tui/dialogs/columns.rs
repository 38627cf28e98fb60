//! Which columns a list shows, in which order and how wide, and which of them it is sorted by.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use crate::config::{ListView, WIDTHS};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screens::list::next_sort;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// Cells that the list likes to have.
const WIDTH: u16 = 46;

/// A column that may be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnLine {
    /// By which settings know it.
    pub key: String,
    /// What it is called.
    pub label: String,
    /// Whether it is to be shown.
    pub shown: bool,
    /// Its place among the usual columns, if it is one.
    pub usual: Option<usize>,
    /// Whether the list can be sorted by it.
    pub sorts: bool,
    /// Whether it holds figures, of which the largest come first.
    pub is_figure: bool,
    /// Its width in cells as it is shown, or would be.
    pub width: u16,
}

/// All columns of a list, those shown first and in their order.
pub struct ChooseColumns {
    title: String,
    lines: Vec<ColumnLine>,
    sort: Vec<(String, bool)>,
    /// Of those that have another width than the usual.
    widths: BTreeMap<String, u16>,
    cursor: Cursor,
}

impl ChooseColumns {
    /// Lets the columns of the list with this title be chosen, which is arranged so now.
    pub fn new(title: String, lines: Vec<ColumnLine>, now: &ListView) -> ChooseColumns {
        let sort = now.sorted_by().into_iter().map(|(key, down)| (key.to_owned(), down)).collect();
        ChooseColumns { title, lines, sort, widths: now.widths.clone(), cursor: Cursor::default() }
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

    /// Sorts by the column at the cursor too, then the other way round, then no more.
    fn sort(&mut self) {
        if let Some(line) = self.lines.get(self.cursor.at()).filter(|line| line.sorts) {
            self.sort = next_sort(std::mem::take(&mut self.sort), line.key.clone(), line.is_figure);
        }
    }

    /// Makes the column at the cursor wider or narrower.
    fn widen(&mut self, by: i16) {
        if let Some(line) = self.lines.get_mut(self.cursor.at()) {
            line.width = line.width.saturating_add_signed(by).clamp(WIDTHS.0, WIDTHS.1);
            self.widths.insert(line.key.clone(), line.width);
        }
    }

    /// As if nobody had ever chosen.
    fn reset(&mut self) {
        self.sort.clear();
        self.widths.clear();
        self.lines.iter_mut().for_each(|line| line.shown = line.usual.is_some());
        self.lines.sort_by_key(|line| line.usual.unwrap_or(usize::MAX));
        self.cursor = Cursor::default();
    }

    fn chosen(&self) -> ListView {
        let columns = self.lines.iter().filter(|line| line.shown).map(|line| line.key.clone()).collect();
        let mut chosen = ListView { columns, sort: None, widths: self.widths.clone() };
        chosen.sort_by(&self.sort);
        chosen
    }

    /// What is said of a column at the end of its line: how it sorts the list, and its width where it is not
    /// the usual one.
    fn told(&self, look: &Look, line: &ColumnLine) -> String {
        let place = self.sort.iter().position(|(key, _)| *key == line.key);
        let sorts = match place {
            Some(place) => format!("{} {}", place + 1, if self.sort[place].1 { "↓" } else { "↑" }),
            None if line.sorts => tr!(look.lang, "columns.sorts").into_owned(),
            None => String::new(),
        };
        let width = self.widths.get(&line.key);
        let width = width.map(|cells| tr!(look.lang, "columns.cells", cells = cells).into_owned());
        format!("{}  {sorts}", width.unwrap_or_default())
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
            Action::SortColumn => self.sort(),
            Action::NarrowColumn => self.widen(-1),
            Action::WidenColumn => self.widen(1),
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
            let rest = Rect { x: row.x + used, width: row.width.saturating_sub(used), ..row };
            let is_sorted = self.sort.iter().any(|(key, _)| *key == line.key);
            let style = if is_sorted { theme.accent } else { theme.dim };
            text::right(buf, look.measure, rest, &self.told(look, line), within(style));
        }
        None
    }
}
