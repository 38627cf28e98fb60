//! All that is known of one record, and what hangs on it: beside a list, or over it. Its lines that stand
//! for records can be walked.

mod around;
pub mod kept;
pub mod neighbours;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use self::around::{Around, split};
use super::{Accounts, Deals, Log, People};
use crate::domain::id::Id;
use crate::domain::stage::Stage;
use crate::domain::word::RecordKind;
use crate::report::page::Page;
use crate::report::rows;
use crate::store::{Book, Error, Result};
use crate::tr;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::entry::Entry;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::step::Step;
use crate::tui::travel::home;
use crate::tui::widgets::message::Notice;
use crate::tui::widgets::sheet::{Sheet, Stands, Walk};
use crate::tui::widgets::text;

/// The pane's state.
#[derive(Debug, Clone, Default)]
pub struct DetailPane {
    open: bool,
    of: Option<Id>,
    /// Whether the book has changed since it was read.
    is_stale: bool,
    sheet: Sheet,
    /// What surrounds the record, where there was room to show it when it was read.
    around: Option<Around>,
    walk: Option<Walk>,
    /// What the line stands for at which one stands.
    here: Option<Stands>,
    /// Whether it was open before it was walked.
    was_open: bool,
}

/// The stages of the book.
///
/// # Errors
/// What the store could not read.
pub fn stages(book: &Book) -> Result<Vec<Stage>> {
    Ok(book.stages()?.into_iter().map(Stage::from).collect())
}

/// A record, and all that is known of itself; none where it is gone.
///
/// # Errors
/// What the store could not read.
pub fn read_record(book: &Book, look: &Look, kind: RecordKind, id: Id) -> Result<Option<(Chosen, Page)>> {
    match kind {
        RecordKind::Account => read_one::<Accounts>(book, look, id),
        RecordKind::Contact => read_one::<People>(book, look, id),
        RecordKind::Activity => read_one::<Log>(book, look, id),
        _ => read_one::<Deals>(book, look, id),
    }
}

fn read_one<K: super::kind::Kind>(book: &Book, look: &Look, id: Id) -> Result<Option<(Chosen, Page)>> {
    match rows::one::<K::Out>(book, id) {
        Ok(record) => Ok(Some((K::chosen(&record), K::sheet(look, &stages(book)?, &record)))),
        Err(Error::NoRecord) => Ok(None),
        Err(error) => Err(error),
    }
}

impl DetailPane {
    /// Whether it was asked for; on a wide screen it is shown all the same.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Opens or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }

    /// Says that it is shown already, where there is always room for it.
    pub fn shown_already(look: &Look) -> Vec<Step> {
        vec![Step::Say(Notice::hint(tr!(look.lang, "detail.shown_already")))]
    }

    /// The record that it has been read for.
    pub fn of(&self) -> Option<Id> {
        self.of
    }

    /// Whether it shows a record as the book has it now: then there is nothing to read.
    pub fn is_of(&self, record: Id) -> bool {
        self.of == Some(record) && !self.is_stale
    }

    /// Whether it shows what it is to show of the chosen record; none is nothing.
    pub fn shows(&self, chosen: Option<Id>) -> bool {
        chosen.map_or(self.of.is_none(), |chosen| self.is_of(chosen))
    }

    /// Hears that the book has changed: it is to be read again, though one stays where one stands on it.
    pub fn expire(&mut self) {
        self.is_stale = true;
    }

    /// Shows nothing.
    pub fn forget(&mut self) {
        *self = DetailPane { open: self.open, ..DetailPane::default() };
    }

    /// Whether one walks its lines.
    pub fn is_walked(&self) -> bool {
        self.walk.is_some()
    }

    /// What the line stands for at which one stands.
    fn line(&self) -> Option<&Stands> {
        self.here.as_ref()
    }

    /// The record at whose line one stands, where one stands at one.
    pub fn chosen(&self) -> Option<Chosen> {
        match self.line()? {
            Stands::Record(record) => Some(record.clone()),
            _ => None,
        }
    }

    /// What is kept with the record at whose line one stands.
    pub fn entry(&self) -> Option<Entry> {
        match self.line()? {
            Stands::Entry(entry) => Some(*entry),
            _ => None,
        }
    }

    /// Whether the line at which one stands leads anywhere.
    pub fn leads_on(&self) -> bool {
        self.line().and_then(home).is_some()
    }

    /// Shows another record, its lines walked from one of them if one was there before.
    pub fn come_back(&mut self, line: Option<usize>) {
        // Who is done with the lines then finds it open or closed as it was before the first of them.
        self.leave();
        self.forget();
        if let Some(line) = line {
            self.begin(line);
        }
    }

    /// The number of the line at which one stands, to come back to.
    pub fn line_number(&self) -> Option<usize> {
        self.walk?;
        Some(self.here.as_ref().and_then(|here| self.sheet.find(here)).unwrap_or_default())
    }

    /// Begins to walk its lines, at one of them; it is to be read and drawn in `area`.
    pub fn enter(&mut self, line: usize, look: &Look, area: impl FnOnce(bool) -> Option<Rect>) {
        self.begin(line);
        self.settle(look, area(true));
    }

    fn begin(&mut self, line: usize) {
        self.was_open = self.open;
        self.open = true;
        self.walk = Some(Walk::to(line));
    }

    /// Goes back to what it stands beside or over.
    fn leave(&mut self) {
        if self.walk.take().is_some() {
            self.open = self.was_open;
            self.here = None;
        }
    }

    /// Does an action while its lines are walked.
    pub fn update(&mut self, action: Action, look: &Look, area: Option<Rect>) -> Vec<Step> {
        match (action, &mut self.walk, area) {
            (Action::LeaveDetail, ..) => {
                self.leave();
                vec![Effect::Read.into()]
            }
            (Action::FollowLine, ..) => self.here.as_ref().and_then(home).into_iter().collect(),
            (other, Some(walk), Some(area)) => {
                self.sheet.follow(look, walk, other, split(area).0);
                self.settle(look, Some(area));
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Finds out what the line stands for at which one stands, where it is drawn in `area` now.
    pub fn settle(&mut self, look: &Look, area: Option<Rect>) {
        // Where there is room for more now than there was, it is to be read.
        let has_room = area.is_some_and(|area| split(area).1.is_some());
        self.is_stale |= has_room && self.around.is_none();
        let at = self.walk.zip(area.map(|area| split(area).0));
        self.here = at.and_then(|(walk, area)| self.sheet.at(look, walk, area)).cloned();
    }

    /// Reads what hangs on a record; `page` is what is known of itself. Who stands on a line of it stays on
    /// it, wherever it is now.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(
        &mut self,
        book: &Book,
        look: &Look,
        record: &Chosen,
        page: Page,
        area: Option<Rect>,
    ) -> Result<()> {
        if self.of.is_some_and(|of| of != record.id) {
            self.leave();
        }
        self.of = Some(record.id);
        self.is_stale = false;
        self.sheet = Sheet::from(page);
        neighbours::put(&mut self.sheet, book, look, record)?;
        let has_room = area.is_some_and(|area| split(area).1.is_some());
        self.around = has_room.then(|| Around::read(book, look, record)).transpose()?;
        if let Some(line) = self.here.as_ref().and_then(|here| self.sheet.find(here)) {
            self.walk = self.walk.map(|walk| walk.at_line(line));
        }
        self.settle(look, area);
        Ok(())
    }

    /// Draws it with a thin line at its left, where it stands beside something.
    pub fn draw_beside(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        if area.x > 2 {
            for row in area.rows() {
                text::left(buf, look.measure, Rect { x: area.x - 2, width: 1, ..row }, "│", look.theme.rule);
            }
        }
        let (sheet, picture) = split(area);
        self.sheet.draw(look, self.walk, sheet, buf);
        if let (Some(around), Some(picture)) = (&self.around, picture) {
            around.draw(look, sheet, picture, buf);
        }
    }
}
