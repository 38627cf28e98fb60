//! Beside the deal in hand, where there is room: what was said lately, what is promised, the notes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{OnDeal, ReviewScreen};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::view::lines::ActivityLine;
use crate::store::view::list::{Clause, Line as Listed};
use crate::store::view::people::Group;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::list::detail::kept::promise;
use crate::tui::screens::list::detail::neighbours::activity;
use crate::tui::widgets::sheet::Sheet;
use crate::tui::widgets::text;

/// From this width of the screen on there is room.
const WIDE: u16 = 100;

/// Activities that are told.
const ACTIVITIES: usize = 6;

/// What stands beside one deal.
#[derive(Debug)]
pub struct Beside {
    deal: Id,
    sheet: Sheet,
}

impl ReviewScreen {
    /// Reads it, unless it is that of the deal in hand already.
    pub(super) fn read_beside(&mut self, book: &Book, look: &Look) -> Result<()> {
        let Some(deal) = self.deal.as_ref().filter(|_| look.size.width >= WIDE) else { return Ok(()) };
        if self.beside.as_ref().is_none_or(|beside| beside.deal != deal.line.deal.id) {
            self.beside = Some(read(book, look, deal)?);
        }
        Ok(())
    }

    /// Draws it at the right; gives what is left of the area.
    pub(super) fn draw_beside(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Rect {
        let known = self.beside.as_ref().zip(self.deal.as_ref());
        let shown = known.filter(|(beside, deal)| beside.deal == deal.line.deal.id);
        let Some((beside, _)) = shown.filter(|_| area.width + 2 >= WIDE) else { return area };
        let width = (area.width * 38 / 100).min(64);
        let right = Rect { x: area.right() - width, width, ..area };
        for row in (Rect { x: right.x - 2, width: 1, ..right }).rows() {
            text::left(buf, look.measure, row, "│", look.theme.rule);
        }
        beside.sheet.draw(look, None, right, buf);
        Rect { width: area.width - width - 3, ..area }
    }
}

fn read(book: &Book, look: &Look, deal: &OnDeal) -> Result<Beside> {
    let (lang, id) = (look.lang, deal.line.deal.id);
    let mut sheet = Sheet::default();
    let clause = Clause::within(Kind::Activities, RecordKind::Deal, id).unwrap_or_default();
    let found = book.window::<ActivityLine>(&clause, ActivityLine::ORDER, &Default::default(), ACTIVITIES)?;
    let said = found.into_iter().map(|placed| {
        let words = [&placed.line.activity.text, &placed.line.activity.outcome];
        let more = words.into_iter().flatten().cloned().collect();
        (activity(look, placed.line), more)
    });
    let said: Vec<_> = said.collect();
    if said.is_empty() {
        sheet.words(tr!(lang, "review.nothing_said"));
    }
    sheet.noted(tr!(lang, "review.last_activities"), said);
    let promised = book.open_commitments(Group::Deal(id))?;
    let promised = promised.into_iter().map(|one| promise(look, one)).collect();
    sheet.section(tr!(lang, "review.open_promises"), promised);
    if let Some(notes) = &deal.line.deal.notes {
        sheet.heading(tr!(lang, "review.notes"));
        for line in notes.lines() {
            sheet.words(line);
        }
    }
    Ok(Beside { deal: id, sheet })
}
