//! One column of the board as it has been read: its cursor, and the cards around what is in view.

use super::card::Judged;
use crate::domain::id::Id;
use crate::store::view::board::{BoardOrder, StageColumn};
use crate::store::view::lines::DealLine;
use crate::store::{Book, Result};
use crate::tui::screens::window::Window;
use crate::tui::widgets::list::Cursor;

/// The cards of a stage.
#[derive(Debug, Default)]
pub struct Column {
    /// Which of them is chosen, and which are in view.
    pub cursor: Cursor,
    window: Window<DealLine>,
    /// What the badges of the window's cards tell.
    judged: Vec<Judged>,
    /// The cards may be others by now.
    is_stale: bool,
}

impl Column {
    /// The deal on a card, with what its badges tell, if it has been read.
    pub fn card(&self, line: usize) -> Option<(&DealLine, &Judged)> {
        Some((self.window.line(line)?, self.judged.get(line.checked_sub(self.window.first)?)?))
    }

    /// The deal on the chosen card.
    pub fn chosen(&self) -> Option<&DealLine> {
        self.window.line(self.cursor.at())
    }

    /// Whether the cards in view have been read, with so many of `total` in view.
    pub fn holds_view(&self, total: usize, height: usize) -> bool {
        !self.is_stale && self.window.holds(&self.cursor.view(total, height))
    }

    /// The cards may have changed; those in view are to be read again.
    pub fn refresh(&mut self) {
        self.is_stale = true;
    }

    /// Shows other cards from the first one on.
    pub fn restart(&mut self) {
        *self = Column::default();
    }

    /// Reads the cards in view and some around them.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(&mut self, book: &Book, of: &StageColumn, order: BoardOrder, height: usize) -> Result<()> {
        let total = number(of);
        self.window.for_height(height);
        let view = self.cursor.view(total, height);
        self.window.read(book, &of.clause, order.order(), view, total)?;
        self.judge(book)
    }

    /// Chooses a deal and reads the cards around it; false where the column does not have it.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn find(
        &mut self,
        book: &Book,
        of: &StageColumn,
        order: BoardOrder,
        height: usize,
        deal: Id,
    ) -> Result<bool> {
        let Some((at, place)) = book.position::<DealLine>(&of.clause, order.order(), deal)? else {
            return Ok(false);
        };
        let total = number(of);
        self.window.for_height(height);
        self.window.read_around(book, &of.clause, order.order(), (at, place), total)?;
        self.cursor.choose(at, total, height);
        self.judge(book)?;
        Ok(true)
    }

    fn judge(&mut self, book: &Book) -> Result<()> {
        self.is_stale = false;
        let ids: Vec<Id> = self.window.rows.iter().map(|row| row.line.deal.id).collect();
        let (mut reasons, mut stances) = (book.attention_of(&ids)?, book.stances_of_deals(&ids)?);
        let judged = |id: &Id| Judged {
            reasons: reasons.remove(id).unwrap_or_default(),
            stances: stances.remove(id).unwrap_or_default(),
        };
        self.judged = ids.iter().map(judged).collect();
        Ok(())
    }
}

/// How many deals stand in a column.
pub fn number(of: &StageColumn) -> usize {
    usize::try_from(of.deals).unwrap_or(usize::MAX)
}
