//! A list of records with the detail of the chosen one beside it: written once, for accounts, people and
//! deals alike; [`kind::Kind`] tells what differs.

mod accounts;
mod cells;
mod deals;
pub mod detail;
mod draw;
mod filter;
pub mod kind;
mod people;
mod read;
#[cfg(test)]
mod tests;

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::window::Window;
use super::{Chosen, Place, Screen, Visit, WALKING, Within, is_wide};
use crate::domain::id::Id;
use crate::store::view::totals::Totals;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::entry::Entry;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
pub use accounts::Accounts;
pub use deals::Deals;
use detail::DetailPane;
use draw::Parts;
use filter::FilterLine;
use kind::Kind;
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
    /// Which column it is sorted by, and whether downwards.
    sort: Option<(usize, bool)>,
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
            sort: None,
            detail: DetailPane::default(),
            goal: None,
            stale: Stale::List,
        }
    }
}

impl<K: Kind> ListScreen<K> {
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
        if self.stale > Stale::Nothing || shows_detail && self.detail.of() != self.chosen_id() {
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
        let sortable = |at: &usize| K::COLUMNS[*at].sort.is_some();
        let from = self.sort.map_or(0, |(at, _)| at + 1);
        let next = (from..K::COLUMNS.len()).find(sortable);
        // After the last column comes the usual order again.
        self.sort = next.map(|at| (at, K::COLUMNS[at].right));
        self.read_anew(Goal::Top)
    }

    fn turn_sort(&mut self) -> Vec<Step> {
        self.sort = match self.sort {
            Some((at, down)) => Some((at, !down)),
            None => self.usual_column().map(|at| (at, true)),
        };
        self.read_anew(Goal::Top)
    }

    /// Takes back one step of what narrows the view: the detail, the filter, the record's neighbours.
    fn clear(&mut self, look: &Look) -> Vec<Step> {
        let at = self.chosen_id().map_or(Goal::Top, Goal::Stay);
        if self.detail.is_open() && !is_wide(look.room()) {
            self.detail.toggle();
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

impl<K: Kind> Screen for ListScreen<K> {
    fn place(&self) -> Place {
        K::PLACE
    }

    fn title(&self, look: &Look) -> String {
        K::words(look).title.into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        match (self.filter.is_typed(), self.detail.is_walked()) {
            (true, _) => TYPING,
            (false, true) => WALKING,
            (false, false) => K::SCOPES,
        }
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::ToggleDetail | Action::EnterDetail => self.chosen_record().is_some(),
            Action::FollowLine => self.detail.leads_on(),
            Action::ClearView => self.is_narrowed() || self.detail.is_open(),
            Action::SortNext | Action::SortTurn => self.window.total > 0,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if self.filter.is_typed() {
            return self.update_filter(action, look);
        }
        if self.detail.is_walked() {
            return self.detail.update(action, look, self.detail_area(look));
        }
        match action {
            Action::Filter => {
                self.filter.start();
                Vec::new()
            }
            Action::SortNext => self.sort_by_next(),
            Action::SortTurn => self.turn_sort(),
            Action::ClearView => self.clear(look),
            Action::EnterDetail => {
                self.detail.enter(0, look, |open| Parts::of(look.room(), open).detail);
                vec![Effect::Read.into()]
            }
            Action::ToggleDetail => {
                self.detail.toggle();
                vec![Effect::Read.into()]
            }
            other => self.move_in_list(other, look),
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        self.detail.chosen().or_else(|| self.chosen_record().map(K::chosen))
    }

    fn entry(&self) -> Option<Entry> {
        self.detail.entry()
    }

    fn takes_text(&self) -> bool {
        self.filter.is_typed()
    }

    fn key(&mut self, key: &KeyEvent) -> Vec<Step> {
        self.type_filter(|filter| filter.key(key))
    }

    fn paste(&mut self, text: &str) -> Vec<Step> {
        self.type_filter(|filter| filter.paste(text))
    }

    fn visit(&self) -> Visit {
        Visit {
            within: self.within.clone(),
            filter: self.filter.text().to_owned(),
            at: self.goal.and_then(Goal::record).or_else(|| self.chosen_id()),
            line: self.detail.line_number(),
            ..Visit::default()
        }
    }

    fn revisit(&mut self, visit: Visit) {
        self.within = visit.within;
        self.filter = FilterLine::new(&visit.filter);
        self.detail.come_back(visit.line);
        self.read_anew(visit.at.map_or(Goal::Top, Goal::Find));
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.cursor.choose(self.cursor.at(), self.window.total, self.height(look));
        self.detail.settle(look, self.detail_area(look));
        self.read_what_is_in_view(look)
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        if changes.is_none_or(|changes| changes.touch(K::TABLES)) {
            // The chosen record stays chosen, wherever the list has it now.
            self.goal = self.goal.take().or_else(|| self.chosen_id().map(Goal::Stay));
            self.stale = Stale::List;
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.refresh(book, look)
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let signs = [
            ("!", tr!(look.lang, "funnel.sign_overdue")),
            ("?", tr!(look.lang, "funnel.sign_missing")),
            ("↑ ↓", tr!(look.lang, "list.sign_sorted")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf)
    }
}
