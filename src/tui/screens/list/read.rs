//! Reads what a list shows: the sums when they may have changed, and of the lines only those around what
//! is in view.

use super::detail::{read_record, stages};
use super::filter::FilterLine;
use super::kind::Kind;
use super::{ListScreen, Window};
use crate::domain::id::Id;
use crate::domain::word::Status;
use crate::report::rows::Record;
use crate::store::view::list::{Clause, Line, Order};
use crate::store::{self, Book};
use crate::tui::look::Look;
use crate::tui::screens::Within;
use crate::tui::widgets::list::Cursor;

/// The line that a kind's records are made from.
pub type LineOf<K> = <<K as Kind>::Out as Record>::Line;

/// What has to be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stale {
    /// Nothing.
    Nothing,
    /// Which records are marked.
    Marks,
    /// The lines, as the list was moved out of what was read.
    View,
    /// The lines, as the same records come in another order: their sums are what they were.
    Order,
    /// Everything.
    List,
}

/// The record to be chosen once the list has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// The first one.
    Top,
    /// This one, if the list still has it.
    Stay(Id),
    /// This one; if the list does not have it, it alone is shown.
    Find(Id),
}

impl Goal {
    /// The record, where it is a certain one.
    pub fn record(self) -> Option<Id> {
        match self {
            Goal::Top => None,
            Goal::Stay(id) | Goal::Find(id) => Some(id),
        }
    }
}

impl<K: Kind> ListScreen<K> {
    /// Reads what is stale.
    pub(super) fn refresh(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.stale == Stale::List {
            self.columns.read_own(book, K::RECORD)?;
        }
        if self.stale > Stale::Nothing && self.judge_filter(book, look)? {
            if self.stale >= Stale::View {
                let goal = self.goal;
                // What was given up is read once more later, and still wants to get there.
                self.read_lines(book, look).inspect_err(|_| self.goal = goal)?;
            }
            let lines: Vec<Id> = self.records.iter().map(|record| K::chosen(record).id).collect();
            let shown = self.clause();
            self.marks.read::<LineOf<K>>(book, K::FILTERED, &shown, &lines)?;
        }
        self.stale = Stale::Nothing;
        self.cursor.choose(self.cursor.at(), self.window.total, self.height(look));
        self.read_detail(book, look)
    }

    /// Reads the detail of the chosen record where it is shown, and not yet as the book has it now.
    fn read_detail(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        let (Some(area), Some(record)) = (self.detail_area(look), self.chosen_record()) else {
            self.detail.forget();
            return Ok(());
        };
        let chosen = K::chosen(record);
        if !self.detail.is_of(chosen.id) {
            let page = K::sheet(look, &stages(book)?, record);
            self.detail.read(book, look, &chosen, page, Some(area))?;
        }
        Ok(())
    }

    /// Takes the filter as the list's condition; false where it means nothing yet, so that the list stays
    /// as it is.
    fn judge_filter(&mut self, book: &Book, look: &Look) -> store::Result<bool> {
        let statuses = if self.within.is_some() { Status::ALL } else { &[Status::Open] };
        self.filter.judge(book, look, K::FILTERED, statuses)
    }

    fn read_lines(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        let order = self.order(book)?;
        let mut clause = self.clause();
        if self.stale == Stale::List || self.totals.is_none() {
            self.totals = Some(book.totals(K::FILTERED, &clause)?);
        }
        let goal = self.goal.take();
        if goal == Some(Goal::Top) {
            self.cursor = Cursor::default();
            self.window = Window::default();
        }
        let place_of = |clause: &Clause| match goal.and_then(Goal::record) {
            Some(id) => book.position::<LineOf<K>>(clause, order, id),
            None => Ok(None),
        };
        let mut place = place_of(&clause)?;
        if let (None, Some(Goal::Find(id))) = (&place, goal) {
            // A record that the list leaves out, closed or filtered away, is shown by itself.
            self.filter = FilterLine::default();
            let name = read_record(book, look, K::RECORD, id)?.map(|(record, _)| record.name);
            self.within = Some(Within { kind: K::RECORD, id, name: name.unwrap_or_default() });
            self.judge_filter(book, look)?;
            clause = self.clause();
            self.totals = Some(book.totals(K::FILTERED, &clause)?);
            place = place_of(&clause)?;
        }
        self.window.for_height(self.height(look));
        let number = self.totals.as_ref().map_or(0, |totals| totals.number);
        let total = usize::try_from(number).unwrap_or(usize::MAX);
        match place {
            Some(place) => {
                let at = place.0;
                self.window.read_around(book, &clause, order, place, total)?;
                self.cursor.choose(at, total, self.height(look));
            }
            None => {
                let wanted = self.cursor.view(total, self.height(look));
                self.window.read(book, &clause, order, wanted, total)?;
            }
        }
        let lines = self.window.rows.iter().map(|placed| placed.line.clone()).collect();
        self.records = K::Out::read(book, lines)?;
        Ok(())
    }

    fn clause(&self) -> Clause {
        let within =
            self.within.as_ref().and_then(|within| Clause::within(K::FILTERED, within.kind, within.id));
        self.filter.clause().clone().with(within.unwrap_or_default())
    }

    /// The order that is asked for, or the usual one.
    fn order(&self, book: &Book) -> store::Result<Order> {
        let sort = self.arrangement.sort(&self.columns);
        let keys: Vec<(&str, bool)> =
            sort.into_iter().filter_map(|(at, down)| Some((self.columns.sort(at)?, down))).collect();
        Ok(book.order_by::<LineOf<K>>(&keys)?.unwrap_or(LineOf::<K>::ORDER))
    }

    /// The column by which the list is sorted unless another is asked for.
    pub(super) fn usual_column(&self) -> Option<usize> {
        let is_usual = |key: &str| Book::order::<LineOf<K>>(key, false) == Some(LineOf::<K>::ORDER);
        K::COLUMNS.iter().position(|column| column.sort.is_some_and(is_usual))
    }
}
