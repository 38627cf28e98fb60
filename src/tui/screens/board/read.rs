//! Reads what the board shows: the sums when they may have changed, and of each column in view only the
//! cards around those that are seen.

use super::BoardScreen;
use super::column::{Column, number};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::word::{RecordKind, Status};
use crate::store::view::lines::DealLine;
use crate::store::{Book, Error, Result};
use crate::tui::look::Look;
use crate::tui::screens::funnel::span::Span;
use crate::tui::screens::list::detail::read_record;
use crate::tui::screens::list::filter::FilterLine;

/// What has to be read again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Stale {
    /// Nothing.
    Nothing,
    /// Cards, as others came into view.
    View,
    /// Everything, as the book has changed.
    All,
    /// Everything, as others are to be shown, or in another order.
    #[default]
    Others,
}

/// The deal to be chosen once the board has been read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// This one, if the board still has it.
    Stay(Id),
    /// This one; if it is filtered away, without the filter and the period.
    Find(Id),
}

impl Goal {
    /// The deal.
    pub fn deal(self) -> Id {
        match self {
            Goal::Stay(id) | Goal::Find(id) => id,
        }
    }
}

impl BoardScreen {
    /// Reads what is stale.
    pub(super) fn refresh(&mut self, book: &Book, look: &Look) -> Result<()> {
        if self.stale >= Stale::All {
            self.read_board(book, look)?;
        }
        self.settle(look);
        if let Some(goal) = self.goal.take() {
            let found = self.find(book, look, goal.deal())?;
            let is_narrowed = self.span != Span::AllOpen || !self.filter.text().is_empty();
            if !found && is_narrowed && matches!(goal, Goal::Find(_)) && is_open(book, goal.deal())? {
                self.span = Span::AllOpen;
                self.filter = FilterLine::default();
                self.stale = Stale::Others;
                self.read_board(book, look)?;
                self.find(book, look, goal.deal())?;
            }
        }
        self.settle(look);
        self.read_columns(book, look)?;
        self.stale = Stale::Nothing;
        self.read_detail(book, look)
    }

    fn read_board(&mut self, book: &Book, look: &Look) -> Result<()> {
        if !self.filter.judge(book, look, Kind::Deals, &[Status::Open])? {
            return Ok(());
        }
        let closing = self.shown_period(look).map(|period| period.range(look.first_month));
        let filter = Some(self.filter.clause()).filter(|_| !self.filter.text().is_empty());
        let board = book.board(filter, closing)?;
        let stages = |columns: &[crate::store::view::board::StageColumn]| -> Vec<Id> {
            columns.iter().map(|column| column.stage.id).collect()
        };
        if stages(&board.columns) != stages(&self.board.columns) {
            self.columns = board.columns.iter().map(|_| Column::default()).collect();
        }
        let outdate = if self.stale == Stale::Others { Column::restart } else { Column::refresh };
        self.columns.iter_mut().for_each(outdate);
        self.is_empty = board.totals.number == 0
            && filter.is_none()
            && (closing.is_none() || book.board(None, None)?.totals.number == 0);
        self.board = board;
        Ok(())
    }

    /// Chooses a deal in the column where it stands; false where the board does not have it.
    fn find(&mut self, book: &Book, look: &Look, deal: Id) -> Result<bool> {
        let line = match book.line::<DealLine>(deal) {
            Ok(line) => line,
            Err(Error::NoRecord) => return Ok(false),
            Err(error) => return Err(error),
        };
        let (height, order) = (self.parts(look.room()).cards(), self.order);
        let at = self.board.columns.iter().position(|column| column.stage.id == line.deal.stage_id);
        let Some((at, of)) = at.and_then(|at| Some((at, self.board.columns.get(at)?))) else {
            return Ok(false);
        };
        let found = match self.columns.get_mut(at) {
            Some(column) => column.find(book, of, order, height, deal)?,
            None => false,
        };
        if found {
            self.choose_stage(at, look);
        }
        Ok(found)
    }

    /// Reads the columns in view whose cards are not there yet.
    fn read_columns(&mut self, book: &Book, look: &Look) -> Result<()> {
        let (height, order) = (self.parts(look.room()).cards(), self.order);
        for at in self.stages_in_view(look) {
            if let (Some(of), Some(column)) = (self.board.columns.get(at), self.columns.get_mut(at))
                && !column.holds_view(number(of), height)
            {
                column.read(book, of, order, height)?;
            }
        }
        Ok(())
    }

    fn read_detail(&mut self, book: &Book, look: &Look) -> Result<()> {
        let area = self.detail_area(look);
        if area.is_none() {
            self.detail.forget();
            return Ok(());
        }
        let chosen = self.chosen_deal().map(|line| line.deal.id);
        if chosen.is_some_and(|id| self.detail.is_of(id)) {
            return Ok(());
        }
        match chosen.map(|id| read_record(book, look, RecordKind::Deal, id)).transpose()?.flatten() {
            Some((record, page)) => self.detail.read(book, look, &record, page, area),
            None => {
                self.detail.forget();
                Ok(())
            }
        }
    }
}

fn is_open(book: &Book, deal: Id) -> Result<bool> {
    match book.line::<DealLine>(deal) {
        Ok(line) => Ok(line.deal.status == Status::Open),
        Err(Error::NoRecord) => Ok(false),
        Err(error) => Err(error),
    }
}
