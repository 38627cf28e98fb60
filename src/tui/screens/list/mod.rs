//! A list of records with the detail of the chosen one beside it: written once, for accounts, people,
//! deals and activities alike; [`kind::Kind`] tells what differs.

mod accounts;
mod arrangement;
mod cell;
pub(super) mod cells;
mod column;
mod deals;
pub mod detail;
mod draw;
pub(super) mod filter;
pub mod kind;
mod log;
mod marks;
mod offers;
mod people;
mod read;
mod screen;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use ratatui::layout::Rect;

use super::window::Window;
use super::{Within, is_wide};
use crate::config::ListView;
use crate::domain::id::Id;
use crate::store::view::totals::Totals;
use crate::tui::action::{Action, Scope};
use crate::tui::dialogs::columns::{ChooseColumns, ColumnLine};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
pub use accounts::Accounts;
use arrangement::Arrangement;
pub use arrangement::next_sort;
use column::Columns;
pub use deals::Deals;
use detail::DetailPane;
use draw::Parts;
use filter::FilterLine;
use kind::Kind;
pub use log::Log;
use marks::Marks;
pub use people::People;
use read::{Goal, LineOf, Stale};

/// The keys while a filter is being typed.
const TYPING: &[Scope] = &[Scope::Filter];

/// The screen's state.
pub struct ListScreen<K: Kind> {
    window: Window<LineOf<K>>,
    /// The records of the window's lines.
    records: Vec<K::Out>,
    totals: Option<Totals>,
    cursor: Cursor,
    filter: FilterLine,
    within: Option<Within>,
    columns: Columns<K::Out>,
    arrangement: Arrangement,
    /// The column that one has gone to, of those shown.
    column: Option<usize>,
    marks: Marks,
    detail: DetailPane,
    goal: Option<Goal>,
    stale: Stale,
}

impl<K: Kind> Default for ListScreen<K> {
    fn default() -> ListScreen<K> {
        ListScreen {
            window: Window::default(),
            records: Vec::new(),
            totals: None,
            cursor: Cursor::default(),
            filter: FilterLine::default(),
            within: None,
            columns: Columns::new(K::COLUMNS, K::fields),
            arrangement: Arrangement::default(),
            column: None,
            marks: Marks::default(),
            detail: DetailPane::default(),
            goal: None,
            stale: Stale::List,
        }
    }
}

impl<K: Kind> ListScreen<K> {
    /// The list as settings tell that it was last arranged.
    pub fn arranged_as(lists: &BTreeMap<String, ListView>) -> ListScreen<K> {
        let mut list = ListScreen::<K>::default();
        list.arrangement =
            lists.get(K::NAME).map(|kept| Arrangement::of(&list.columns, kept)).unwrap_or_default();
        list
    }

    fn record(&self, line: usize) -> Option<&K::Out> {
        self.records.get(line.checked_sub(self.window.first)?)
    }

    fn chosen_record(&self) -> Option<&K::Out> {
        self.record(self.cursor.at())
    }

    fn chosen_id(&self) -> Option<Id> {
        self.chosen_record().map(|record| K::chosen(record).id)
    }

    fn height(&self, look: &Look) -> usize {
        Parts::of(look.room(), self.detail.is_open()).rows.height.into()
    }

    fn detail_area(&self, look: &Look) -> Option<Rect> {
        Parts::of(look.room(), self.detail.is_open()).detail
    }

    /// Whether what is shown is all there is of its kind.
    fn is_narrowed(&self) -> bool {
        self.within.is_some() || !self.filter.text().is_empty()
    }

    fn move_in_list(&mut self, action: Action, look: &Look) -> Vec<Step> {
        self.cursor.follow(action, self.window.total, self.height(look));
        self.read_what_is_in_view(look)
    }

    fn read_what_is_in_view(&mut self, look: &Look) -> Vec<Step> {
        if !self.window.holds(&self.cursor.view(self.window.total, self.height(look))) {
            self.stale = self.stale.max(Stale::View);
        }
        let shows_detail = Parts::of(look.room(), self.detail.is_open()).detail.is_some();
        if self.stale > Stale::Nothing || shows_detail && !self.detail.shows(self.chosen_id()) {
            return vec![Effect::Read.into()];
        }
        Vec::new()
    }

    /// Shows another choice of the records, from its top or at one of them.
    fn read_anew(&mut self, goal: Goal) -> Vec<Step> {
        self.goal = Some(goal);
        self.stale = Stale::List;
        vec![Effect::Read.into()]
    }

    fn sort_by_next(&mut self) -> Vec<Step> {
        match self.column.filter(|column| self.columns.sort(*column).is_some()) {
            Some(column) => self.arrangement.sort_by_one(&self.columns, column),
            None => self.arrangement.sort_by_next(&self.columns, self.usual_column()),
        }
        self.arranged(Goal::Top)
    }

    fn turn_sort(&mut self) -> Vec<Step> {
        self.arrangement.turn(&self.columns, self.usual_column());
        self.arranged(Goal::Top)
    }

    /// Shows the list as it is arranged now, which is remembered.
    fn arranged(&mut self, goal: Goal) -> Vec<Step> {
        let kept = Effect::RememberList(K::NAME, self.arrangement.kept().clone());
        self.goal = Some(goal);
        self.stale = self.stale.max(Stale::Order);
        vec![Effect::Read.into(), kept.into()]
    }

    /// Marks the chosen record, or takes its mark off, and moves on.
    fn mark(&mut self, look: &Look) -> Vec<Step> {
        if let Some(id) = self.chosen_id() {
            self.marks.toggle(id);
            self.stale = self.stale.max(Stale::Marks);
        }
        self.move_in_list(Action::Down, look)
    }

    fn mark_all(&mut self) -> Vec<Step> {
        self.marks.toggle_all(self.window.total as u64);
        self.stale = self.stale.max(Stale::Marks);
        vec![Effect::Read.into()]
    }

    /// The dialog in which columns are chosen.
    fn choose_columns(&self, look: &Look) -> Vec<Step> {
        let shown = self.arrangement.columns(&self.columns);
        let usual = Arrangement::default().columns(&self.columns);
        let others = (0..self.columns.number()).filter(|at| !shown.contains(at));
        let places = self.places(look);
        let width = |at: usize| places.iter().find(|(shown, _)| *shown == at).map(|(_, area)| area.width);
        let line = |at: usize| ColumnLine {
            key: self.columns.key(at).to_owned(),
            label: self.columns.name(at, look).into_owned(),
            shown: shown.contains(&at),
            usual: usual.iter().position(|usual| *usual == at),
            sorts: self.columns.sort(at).is_some(),
            is_figure: self.columns.is_right(at),
            width: width(at).unwrap_or_else(|| self.columns.width(at).least()),
        };
        let lines = shown.iter().copied().chain(others).map(line).collect();
        let title = K::words(look).title.into_owned();
        vec![Step::Open(Box::new(ChooseColumns::new(title, lines, self.arrangement.kept())))]
    }

    /// Takes back one step of what was asked of the view: the column, the detail, the marks, the filter, the record's
    /// neighbours.
    fn clear(&mut self, look: &Look) -> Vec<Step> {
        let at = self.chosen_id().map_or(Goal::Top, Goal::Stay);
        if self.column.take().is_some() {
            Vec::new()
        } else if self.detail.is_open() && !is_wide(look.room()) {
            self.detail.toggle();
            Vec::new()
        } else if self.marks.number() > 0 {
            self.marks = Marks::default();
            Vec::new()
        } else if !self.filter.text().is_empty() {
            self.filter = FilterLine::default();
            self.read_anew(at)
        } else if self.within.take().is_some() {
            self.read_anew(at)
        } else {
            Vec::new()
        }
    }

    fn type_filter(&mut self, change: impl FnOnce(&mut FilterLine) -> bool) -> Vec<Step> {
        if change(&mut self.filter) { self.read_anew(Goal::Top) } else { Vec::new() }
    }

    fn update_filter(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if let Some(is_other) = self.filter.choose_offer(action) {
            return if is_other { self.read_anew(Goal::Top) } else { Vec::new() };
        }
        match action {
            Action::Accept => self.filter.stop(),
            Action::Cancel => {
                self.filter = FilterLine::default();
                return self.read_anew(Goal::Top);
            }
            other => return self.move_in_list(other, look),
        }
        Vec::new()
    }
}
