//! A record as one of the screens: its keys, what is chosen on it, and the way back to it.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::draw::Parts;
use super::people::View;
use super::spot::Spot;
use super::typing::Typing;
use super::{RecordScreen, Tab};
use crate::domain::word::RecordKind;
use crate::store::{self, Book, Changes, Draft};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::Deed;
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::entry::Entry;
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place, Screen, Visit};
use crate::tui::step::Step;
use crate::tui::travel::home;
use crate::tui::widgets::sheet::Stands;

impl Screen for RecordScreen {
    fn place(&self) -> Place {
        self.place
    }

    fn title(&self, look: &Look) -> String {
        self.record().map_or_else(|| self.tab.title(look).into_owned(), |record| record.name.clone())
    }

    fn scopes(&self) -> &'static [Scope] {
        match (&self.typing, self.side.board.is_whole()) {
            (Some(_), _) => &[Scope::Typing],
            (None, true) => &[Scope::Grid, Scope::Tabs, Scope::Deal, Scope::Record, Scope::List],
            (None, false) => &[Scope::Tabs, Scope::Deal, Scope::Record, Scope::List],
        }
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            Action::FollowLine => !self.side.board.is_whole() && self.here.as_ref().and_then(home).is_some(),
            Action::AddEntry => {
                self.head.is_some()
                    && (matches!(self.tab, Tab::People | Tab::Deals)
                        || !self.tab.kinds(self.is_deal()).is_empty())
            }
            Action::CellLeft
            | Action::CellRight
            | Action::EditCell
            | Action::MoreStars
            | Action::NextCell
            | Action::Accept
            | Action::Save
            | Action::Cancel => self.offers_in_cells(action),
            Action::FillIn => self.head.is_some(),
            Action::WritePlan => self.head.is_some() && !self.is_deal(),
            Action::WeighDangers => matches!(self.tab, Tab::Relationship | Tab::Care),
            Action::EntrySooner | Action::EntryLater => self.moved(action).is_some(),
            Action::TickEntry => self.can_tick(),
            Action::NextView => self.tab == Tab::People,
            Action::SetSeat => self.seat().is_some(),
            Action::FoldLine => self.tab == Tab::People && self.head().is_some(),
            Action::FoldAll => self.tab == Tab::People && !self.side.heads.is_empty(),
            // Only what stands chosen on a line is deleted here, never the record that is looked at.
            Action::DeleteRecord => matches!(self.here, Some(Stands::Record(_) | Stands::Entry(_))),
            other => match self.tab_of(other) {
                Some(tab) => self.tabs().contains(&tab),
                None => true,
            },
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if self.typing.is_some() {
            return self.type_on(action);
        }
        match action {
            Action::FillIn => self.fill_in(look),
            Action::WritePlan => match self.record() {
                Some(account) => vec![Effect::Ask(Question::KeepPlan(account.clone())).into()],
                None => Vec::new(),
            },
            Action::WeighDangers => vec![Effect::Ask(Question::Weights).into()],
            Action::EditCell => self.edit_cell(look),
            Action::MoreStars => self.more_stars().map(Deed::Entry).map(Self::do_it).into_iter().collect(),
            Action::NextCell => self.to_next_cell().map(Deed::Entry).map(Self::do_it).into_iter().collect(),
            Action::AddEntry if self.side.board.is_grid() => {
                self.type_anew(look);
                Vec::new()
            }
            Action::NextTab => self.turn_to(self.tab_after(1)),
            Action::PreviousTab => self.turn_to(self.tab_after(self.tabs().len() - 1)),
            Action::FollowLine => self.follow_line(),
            Action::AddEntry => self.add(look),
            Action::EntrySooner | Action::EntryLater => {
                self.moved(action).map(Self::do_it).into_iter().collect()
            }
            Action::NextView => self.next_view(),
            Action::SetSeat => self.seat().map(|seat| Effect::Ask(seat).into()).into_iter().collect(),
            Action::FoldLine | Action::FoldAll => self.fold(action),
            Action::TickEntry => self.tick(look).map(Self::do_it).into_iter().collect(),
            other => match self.tab_of(other) {
                Some(tab) => self.turn_to(tab),
                None if self.side.board.is_whole() => {
                    self.walk_cells(other, look);
                    Vec::new()
                }
                None => {
                    let mut walk = self.walk();
                    self.side.sheet.follow(look, &mut walk, other, self.sheet_area(look));
                    self.walks.insert(self.tab, walk);
                    self.settle(look);
                    Vec::new()
                }
            },
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        match &self.here {
            Some(Stands::Record(record)) => Some(record.clone()),
            _ => self.record().cloned(),
        }
    }

    fn entry(&self) -> Option<Entry> {
        match &self.here {
            Some(Stands::Entry(entry)) => Some(*entry),
            _ => None,
        }
    }

    fn takes_text(&self) -> bool {
        self.typing.is_some()
    }

    fn key(&mut self, key: &KeyEvent) -> Vec<Step> {
        if let Some(typing) = &mut self.typing {
            typing.input.key(key);
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str) -> Vec<Step> {
        if let Some(typing) = &mut self.typing {
            typing.input.paste(text);
        }
        Vec::new()
    }

    fn draft(&self) -> Option<Draft> {
        self.typing.as_ref().map(Typing::draft)
    }

    fn performed(&mut self, is_done: bool, look: &Look) -> Vec<Step> {
        self.typed_performed(is_done, look)
    }

    fn visit(&self) -> Visit {
        let on = match &self.here {
            Some(Stands::Record(record)) => Some(record.clone()),
            _ => None,
        };
        let pane = if self.tab == Tab::People { self.view as usize } else { 0 };
        Visit { at: self.of, tab: Some(self.tab), entry: self.entry(), on, pane, ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        if visit.at != self.of {
            self.walks.clear();
            self.spots.clear();
            self.head = None;
            self.folded.clear();
        }
        self.of = visit.at;
        self.turn_to(visit.tab.unwrap_or_default());
        match self.tab {
            Tab::People => self.view = View::of(visit.pane),
            tab if visit.pane > 0 => {
                self.spots.insert(tab, Spot { cell: visit.pane, item: 0 });
            }
            _ => {}
        }
        self.goal = visit.entry.map(Stands::Entry).or(visit.on.map(Stands::Record));
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        // How much of each part is shown depends on the room.
        let shows_detail = Parts::of(look.room()).detail.is_some();
        self.is_stale |= self.tab == Tab::Overview || shows_detail && !self.detail.shows(self.of);
        self.settle(look);
        vec![Effect::Read.into()]
    }

    fn changed(&mut self, _changes: Option<&Changes>) {
        // Its sides show something of nearly every table.
        self.is_stale = true;
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.is_stale { self.read_all(book, look) } else { Ok(()) }
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let signs = [
            ("●", tr!(look.lang, "record.sign_filled")),
            ("○", tr!(look.lang, "record.sign_open_still")),
            ("!", tr!(look.lang, "funnel.sign_overdue")),
            ("★", tr!(look.lang, "record.sign_stars")),
            ("◆", tr!(look.lang, "record.sign_heavy")),
            ("+ = - ?", tr!(look.lang, "chart.sign_stance")),
            ("▾ ▸", tr!(look.lang, "chart.sign_fold")),
            ("─┤ ├─", tr!(look.lang, "zipper.sign_tooth")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf)
    }
}

impl RecordScreen {
    /// The question what the chosen person is in the deal that is looked at.
    fn seat(&self) -> Option<Question> {
        match (&self.here, self.of.filter(|_| self.is_deal())) {
            (Some(Stands::Record(record)), Some(deal)) if record.kind == RecordKind::Contact => {
                Some(Question::Seat(deal, record.id))
            }
            _ => None,
        }
    }

    /// The side that an action shows.
    fn tab_of(&self, action: Action) -> Option<Tab> {
        let mut all = Tab::OF_ACCOUNT.iter().chain(Tab::OF_DEAL);
        all.find(|tab| tab.action() == action).copied()
    }
}
