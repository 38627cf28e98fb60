//! All sides of one record: an account with its plan, or a deal with its needs and its way to the sale.
//! Each side is a sheet of lines that lead on; what is told of a plan is added, changed, ordered and ticked
//! off on it.

mod board;
mod care;
mod cells;
mod check;
mod coming;
mod deals;
mod deeds;
mod draw;
mod entries;
mod fold;
mod group;
mod head;
mod health;
mod history;
mod missing;
mod overview;
mod path;
mod people;
mod plan;
mod relationship;
mod revenue;
mod screen;
mod side;
mod spot;
mod standing;
mod tab;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_care;
mod typing;

use std::collections::{HashMap, HashSet};

use ratatui::layout::Rect;

use super::list::detail::{DetailPane, read_record};
use super::metrics::lines;
use super::{Chosen, Place};
use crate::domain::entry::{EntryKind, Holder};
use crate::domain::id::Id;
use crate::domain::metrics::Span;
use crate::domain::word::RecordKind;
use crate::store::{Book, Result};
use crate::tui::effect::Effect;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel::follow;
use crate::tui::widgets::sheet::{Line, Stands, Walk};
use board::Board;
use draw::Parts;
use head::Head;
pub use people::View;
use side::Side;
use spot::Spot;
pub use tab::Tab;
use typing::Typing;

/// The screen's state.
pub struct RecordScreen {
    place: Place,
    /// The record.
    of: Option<Id>,
    head: Option<Head>,
    tab: Tab,
    /// How the people are looked at.
    view: people::View,
    /// Those in the tree of people below whom nobody is shown.
    folded: HashSet<Id>,
    side: Side,
    /// Where one stands on each side.
    walks: HashMap<Tab, Walk>,
    /// Where one stands on each side that has cells.
    spots: HashMap<Tab, Spot>,
    /// What is typed into a cell.
    typing: Option<Typing>,
    /// What the line stands for at which one stands.
    here: Option<Stands>,
    /// What is known of the record itself, on a very large screen.
    detail: DetailPane,
    /// What the record lacks, each leading to where it is told.
    lacking: Vec<Line>,
    /// The line at which one is to stand once it has been read.
    goal: Option<Stands>,
    is_stale: bool,
}

impl RecordScreen {
    /// The screen of an account.
    pub fn of_accounts() -> RecordScreen {
        RecordScreen::at(Place::Account)
    }

    /// The screen of a deal.
    pub fn of_deals() -> RecordScreen {
        RecordScreen::at(Place::Deal)
    }

    fn at(place: Place) -> RecordScreen {
        RecordScreen {
            place,
            of: None,
            head: None,
            tab: Tab::default(),
            view: people::View::default(),
            folded: HashSet::new(),
            side: Side::default(),
            walks: HashMap::new(),
            spots: HashMap::new(),
            typing: None,
            here: None,
            detail: DetailPane::default(),
            lacking: Vec::new(),
            goal: None,
            is_stale: true,
        }
    }

    fn is_deal(&self) -> bool {
        self.place == Place::Deal
    }

    fn kind(&self) -> RecordKind {
        if self.is_deal() { RecordKind::Deal } else { RecordKind::Account }
    }

    fn tabs(&self) -> &'static [Tab] {
        if self.is_deal() { Tab::OF_DEAL } else { Tab::OF_ACCOUNT }
    }

    fn record(&self) -> Option<&Chosen> {
        self.head.as_ref().map(|head| &head.record)
    }

    fn holder(&self) -> Option<Holder> {
        self.of.map(|id| if self.is_deal() { Holder::Deal(id) } else { Holder::Account(id) })
    }

    fn walk(&self) -> Walk {
        self.walks.get(&self.tab).copied().unwrap_or_default()
    }

    /// Lines that a sheet has on this side, under the path of an account's plan.
    fn room(&self, look: &Look) -> u16 {
        let side = Parts::of(look.room()).side;
        if self.is_deal() { side.height } else { Board::Steps(Vec::new()).split(side).1.height }
    }

    fn sheet_area(&self, look: &Look) -> Rect {
        self.side.board.split(Parts::of(look.room()).side).1
    }

    /// Shows another side.
    fn turn_to(&mut self, tab: Tab) -> Vec<Step> {
        self.tab = tab;
        self.typing = None;
        self.side = Side::default();
        self.here = None;
        self.is_stale = true;
        vec![Effect::Read.into()]
    }

    /// The side so many after the one shown.
    fn tab_after(&self, steps: usize) -> Tab {
        let tabs = self.tabs();
        let at = tabs.iter().position(|tab| *tab == self.tab).unwrap_or_default();
        tabs[(at + steps) % tabs.len()]
    }

    /// The entry of a plan at which one stands.
    fn plan_entry(&self) -> Option<(EntryKind, Id)> {
        match &self.here {
            Some(Stands::Entry(Entry { kind: Kind::Plan(kind), id })) => Some((*kind, *id)),
            _ => None,
        }
    }

    fn follow_line(&self) -> Vec<Step> {
        self.here.as_ref().map(follow).unwrap_or_default()
    }

    /// Finds out what the line stands for at which one stands.
    fn settle(&mut self, look: &Look) {
        self.here = match self.side.board.is_whole() {
            true => self.cell_entry(),
            false => self.side.sheet.at(look, self.walk(), self.sheet_area(look)).cloned(),
        };
    }

    /// Reads the side that is shown; one stays on the line at which one stood, or comes to the one that was
    /// added.
    fn read_all(&mut self, book: &Book, look: &Look) -> Result<()> {
        let Some(id) = self.of else { return Ok(()) };
        self.head = Head::read(book, look, self.kind(), id)?;
        let fresh = match &self.head {
            Some(head) => self.read_side(book, look, &head.record)?,
            None => Side::default(),
        };
        self.lacking = match &self.head {
            Some(head) => missing::all(book, look, &head.record)?,
            None => Vec::new(),
        };
        let was_read = !self.side.groups.is_empty() || self.here.is_some();
        let added = self.holder().and_then(|of| fresh.added_to(&self.side, of)).filter(|_| was_read);
        let added = added.map(|entry| Stands::Entry(Entry { kind: Kind::Plan(entry.kind), id: entry.id }));
        let goal = self.goal.take().or(added).or_else(|| self.here.clone());
        self.side = fresh;
        if let Some(goal) = goal {
            self.come_to(&goal);
        }
        self.settle(look);
        self.is_stale = false;
        self.read_detail(book, look, id)
    }

    /// Reads what is known of the record itself where that is shown, whatever the side.
    fn read_detail(&mut self, book: &Book, look: &Look, id: Id) -> Result<()> {
        let area = Parts::of(look.room()).detail;
        match area.map(|_| read_record(book, look, self.kind(), id)).transpose()?.flatten() {
            Some((record, page)) => self.detail.read(book, look, &record, page, area),
            None => {
                self.detail.forget();
                Ok(())
            }
        }
    }

    /// Stands on the line or in the cell of something, if it is on this side.
    fn come_to(&mut self, goal: &Stands) {
        if self.side.board.is_whole() {
            if let Some(spot) = self.spot_of(goal) {
                self.spots.insert(self.tab, spot);
            }
        } else if let Some(line) = self.side.sheet.find(goal) {
            let walk = self.walk().at_line(line);
            self.walks.insert(self.tab, walk);
        }
    }

    fn read_side(&self, book: &Book, look: &Look, of: &Chosen) -> Result<Side> {
        let holder = if self.is_deal() { Holder::Deal(of.id) } else { Holder::Account(of.id) };
        let mut side = Side::default();
        match (self.tab, self.is_deal()) {
            (Tab::Overview, false) => return overview::of_account(book, look, of, self.room(look)),
            (Tab::Overview, true) => return overview::of_deal(book, look, of, self.room(look)),
            (Tab::Plan, _) => return plan::read(book, look, of.id),
            (Tab::Path, _) => return path::read(book, look, of.id),
            (Tab::People, _) => people::put(&mut side, book, look, of, (self.view, &self.folded))?,
            (Tab::Check, _) => check::put(&mut side.sheet, book, look, of)?,
            (Tab::Deals, _) => deals::put(&mut side.sheet, book, look, of)?,
            (Tab::History, _) => history::put(&mut side.sheet, book, look, of)?,
            (Tab::Metrics, _) => {
                let span = Span::year_to(look.today);
                let view = book.metrics(Some(of.id), span)?;
                lines::put(&mut side.sheet, look, Some(of.id), (&view.metrics, view.base), span);
                entries::put(&mut side, book, look, holder, EntryKind::Departure)?;
            }
            (Tab::Actions, _) => {
                entries::put(&mut side, book, look, holder, EntryKind::Action)?;
                if !revenue::put(&mut side, book, look, of.id)? {
                    entries::put(&mut side, book, look, holder, EntryKind::RevenuePlan)?;
                }
            }
            (Tab::Relationship, _) => return relationship::read(book, look, of),
            (Tab::Care, _) => return care::read(book, look, of),
            (Tab::Factors, _) => return board::factors(book, holder),
            (Tab::Swot, _) => return board::swot(book, holder),
            (tab, is_deal) => {
                let beside = match (tab, is_deal, of.account) {
                    (Tab::Competitors, false, _) => board::competitors(book, holder)?,
                    (Tab::Competitors, true, Some(account)) => board::rivals(book, of.id, account)?,
                    _ => None,
                };
                if let Some(side) = beside {
                    return Ok(side);
                }
                for kind in tab.kinds(is_deal) {
                    entries::put(&mut side, book, look, holder, *kind)?;
                }
            }
        }
        Ok(side)
    }
}
