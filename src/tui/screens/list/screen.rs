//! A list as one of the screens: its keys, what is chosen and marked in it, and the way back to it.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::arrangement::Arrangement;
use super::detail::DetailPane;
use super::draw::Parts;
use super::filter::FilterLine;
use super::kind::Kind;
use super::read::{Goal, Stale};
use super::{ListScreen, TYPING};
use crate::config::ListView;
use crate::domain::filter;
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::dialogs::views::{Shown, Views};
use crate::tui::effect::Effect;
use crate::tui::entry::Entry;
use crate::tui::look::Look;
use crate::tui::many::Many;
use crate::tui::screens::{Chosen, Place, Screen, Visit, WALKING, is_wide};
use crate::tui::step::Step;
use crate::tui::travel::{open, screen_of};

impl<K: Kind> Screen for ListScreen<K> {
    fn place(&self) -> Place {
        K::PLACE
    }

    fn looks_back(&self) -> bool {
        K::LOOKS_BACK
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
            Action::ToggleDetail | Action::OpenRecord | Action::EnterDetail => self.chosen_record().is_some(),
            Action::FollowLine => self.detail.leads_on(),
            Action::ClearView => {
                self.column.is_some()
                    || self.is_narrowed()
                    || self.detail.is_open()
                    || self.marks.number() > 0
            }
            Action::ToggleMark | Action::BulkChange => K::IS_MARKED && self.chosen_record().is_some(),
            Action::MarkAll => K::IS_MARKED && (self.window.total > 0 || self.marks.number() > 0),
            Action::SortNext | Action::SortTurn | Action::SortColumn => self.window.total > 0,
            Action::CellLeft | Action::CellRight => self.chosen_record().is_some(),
            Action::ChangeCell => K::IS_MARKED && self.column.is_some() && self.chosen_record().is_some(),
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
            Action::ToggleMark => self.mark(look),
            Action::MarkAll => self.mark_all(),
            Action::ChooseColumns => self.choose_columns(look),
            Action::ShowViews => {
                let now =
                    Shown { filter: self.filter.text().to_owned(), view: self.arrangement.kept().clone() };
                let views = Views::new(K::NAME, K::words(look).title.into_owned(), now);
                vec![Step::Open(Box::new(views)), Effect::Read.into()]
            }
            Action::CellLeft | Action::CellRight => self.go_to_column(action, look),
            Action::ChangeCell => self.edit_cell(look),
            Action::SortColumn | Action::NarrowColumn | Action::WidenColumn => {
                self.arrange_column(action, look)
            }
            Action::EnterDetail => {
                self.detail.enter(0, look, |open| Parts::of(look.room(), open).detail);
                vec![Effect::Read.into()]
            }
            Action::OpenRecord if screen_of(K::RECORD).is_some() => {
                self.chosen().map(|record| open(&record)).into_iter().collect()
            }
            Action::ToggleDetail | Action::OpenRecord if is_wide(look.room()) => {
                DetailPane::shown_already(look)
            }
            Action::ToggleDetail | Action::OpenRecord => {
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

    fn marked_kind(&self) -> Option<filter::Kind> {
        // Who walks a detail means its lines.
        (self.marks.number() > 0 && !self.detail.is_walked()).then_some(K::FILTERED)
    }

    fn marked(&self) -> Option<Many> {
        let kind = self.marked_kind()?;
        let (number, hidden) = (self.marks.number(), self.marks.hidden());
        Some(Many { kind, which: self.marks.clause(kind)?, number, hidden, name: None })
    }

    fn arrange(&mut self, chosen: ListView) -> Vec<Step> {
        self.arrangement = Arrangement::again(&self.columns, &chosen);
        let at = self.chosen_id().map_or(Goal::Top, Goal::Stay);
        self.arranged(at)
    }

    fn show(&mut self, shown: Shown) -> Vec<Step> {
        self.arrangement = Arrangement::again(&self.columns, &shown.view);
        self.filter = FilterLine::new(&shown.filter);
        self.stale = Stale::List;
        self.arranged(Goal::Top)
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
        let find = if visit.loosely { Goal::Stay } else { Goal::Find };
        self.read_anew(visit.at.map_or(Goal::Top, find));
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.cursor.choose(self.cursor.at(), self.window.total, self.height(look));
        self.detail.settle(look, self.detail_area(look));
        self.read_what_is_in_view(look)
    }

    fn changed(&mut self, changes: Option<&Changes>) {
        // A detail shows something of nearly every table.
        self.detail.expire();
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
            ("!2", tr!(look.lang, "list.sign_attention")),
            ("*", tr!(look.lang, "list.sign_marked")),
            ("↑ ↓", tr!(look.lang, "list.sign_sorted")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf)
    }
}
